//! Measures of an issue.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::declared::{DeclaredData, declared_data};
use super::texts::{Dictionary, JsonTexts, texts};
use crate::notice::edition::Edition;
use crate::notice::{CommonText, FieldValues, Measure};
use crate::value::Text;

/// 措施。A measure.
#[derive(Serialize, JsonSchema)]
pub(super) struct MeasureData<'a> {
    /// 原文的编号。What it is numbered by.
    label: Option<&'a str>,
    /// 原文的编号，有文字的，按语言。The same in each language, where its words differ.
    #[schemars(with = "Option<Dictionary>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<JsonTexts<'a>>,
    /// 内容。What is done.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
    /// 状态。Status.
    status: Option<&'a str>,
    /// 时限。Due date.
    due: Option<String>,
    /// 时限的原话，没有为空。The words of the due date; null where there are none.
    #[schemars(with = "Option<Dictionary>")]
    due_text: Option<JsonTexts<'a>>,
    /// 调整前的时限。The due date before it was moved.
    original_due: Option<String>,
    /// 完成日期。Date of completion.
    completed_on: Option<String>,
    /// 牵头单位的标识。Ids of lead bodies.
    lead: Vec<&'a str>,
    /// 责任单位的标识。Ids of responsible bodies.
    responsible: Vec<&'a str>,
    /// 自定栏目的内容，按标识。Values of the fields that the notice declares, by their ids.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    fields: BTreeMap<&'a str, DeclaredData<'a>>,
}

pub(super) fn measure<'a>(edition: &'a Edition, measure: &'a Measure, values: &'a FieldValues) -> MeasureData<'a> {
    MeasureData {
        label: measure.label.as_ref().map(|label| label.text(edition.notice.default_language())),
        labels: measure.label.as_ref().and_then(CommonText::each).map(texts),
        text: texts(&measure.text),
        status: measure.status.as_ref().map(Text::as_str),
        due: measure.due.map(|due| due.to_string()),
        due_text: measure.due_text.as_ref().map(texts),
        original_due: measure.original_due.map(|due| due.to_string()),
        completed_on: measure.completed_on.map(|on| on.to_string()),
        lead: measure.lead.iter().map(Text::as_str).collect(),
        responsible: measure.responsible.iter().map(Text::as_str).collect(),
        fields: declared_data(edition, values),
    }
}
