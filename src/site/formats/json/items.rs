//! Items of an issue.

use schemars::JsonSchema;
use serde::Serialize;

use super::history::{ChangeData, history};
use super::texts::{Dictionary, JsonTexts, optional, texts};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Item};
use crate::site::MarkdownRenderer;
use crate::text::locale::Locale;
use crate::value::StatusBasis;

/// 小项：单独列出状态，不计入总数。An item of an entry: it has a status of its own and is not counted among the entries.
#[derive(Serialize, JsonSchema)]
pub(super) struct ItemData<'a> {
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 原文所述。What is stated of it.
    #[schemars(with = "Dictionary")]
    statement: JsonTexts<'a>,
    /// 状态。Status.
    status: &'a str,
    /// 状态是写明的还是推定的。Whether the status is stated or inferred.
    status_basis: StatusBasis,
    /// 时限。Due date.
    due: Option<String>,
    /// 调整前的时限，没有就不写。The due date before it was moved, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    original_due: Option<String>,
    /// 完成日期。Date of completion.
    completed_on: Option<String>,
    /// 状态变化，没有就不写。Changes of status, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<ChangeData<'a>>,
    /// 办理情况，不带格式。What was done, without markup.
    #[schemars(with = "Dictionary")]
    response: JsonTexts<'a>,
}

pub(super) fn item_data<'a>(edition: &'a Edition, issue: &'a Issue, item: &'a Item) -> ItemData<'a> {
    let plain = |locale: &Locale| {
        let text = MarkdownRenderer::of_issue(edition, locale, issue).plain_item(issue, item)?;
        Some((locale.lang, text.into()))
    };
    ItemData {
        title: texts(&item.title),
        statement: optional(&item.statement),
        status: &item.status,
        status_basis: item.status_basis,
        due: item.due.map(|due| due.to_string()),
        original_due: item.original_due.map(|due| due.to_string()),
        completed_on: item.completed_on.map(|on| on.to_string()),
        history: history(&item.history),
        response: JsonTexts::of(edition.theme.locales.iter().filter_map(plain)),
    }
}
