//! The texts of the notice: parts of the document, and pages beside it.

use schemars::JsonSchema;
use serde::Serialize;

use super::persons::{GroupData, groups};
use super::texts::{Dictionary, JsonTexts};
use crate::notice::Part;
use crate::notice::edition::Edition;
use crate::site::{WholeText, part_title, whole_texts};
use crate::text::locale::Locale;

/// 通报的一个部分，或者一个页面。A part of the document, or a page beside it.
#[derive(Serialize, JsonSchema)]
pub(super) struct PartData<'a> {
    /// 标识：issues、outstanding 等，或者文件的简称。Id: issues, outstanding and so on, or the name of its file.
    id: &'a str,
    /// 标题；没有标题的为空。Title; empty if it has none.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 正文，不带格式。The text, without markup.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
    /// 列出的人员，没有就不写。The persons that it lists, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<GroupData<'a>>,
}

pub(super) fn part_data<'a>(edition: &'a Edition, part: &'a Part) -> PartData<'a> {
    let title = |locale: &Locale| Some((locale.lang, part_title(edition, locale, part)?.into()));
    let title = JsonTexts::of(edition.theme.locales.iter().filter_map(title));
    match whole_texts(&edition.notice).find(|text| text.id == part.id) {
        Some(text) => PartData { title, ..page_data(edition, text) },
        None => PartData { id: &part.id, title, text: JsonTexts::default(), groups: Vec::new() },
    }
}

pub(super) fn page_data<'a>(edition: &'a Edition, text: WholeText<'a>) -> PartData<'a> {
    let in_each = |of: &dyn Fn(&Locale) -> String| {
        JsonTexts::of(edition.theme.locales.iter().map(|locale| (locale.lang, of(locale).into())))
    };
    PartData {
        id: text.id,
        title: in_each(&|locale| text.title(edition, locale)),
        text: in_each(&|locale| text.words(edition, locale)),
        groups: groups(edition, text.groups),
    }
}
