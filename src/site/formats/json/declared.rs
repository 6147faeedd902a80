//! The fields that the notice declares, and what is stated in them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, texts};
use crate::notice::edition::Edition;
use crate::notice::{FieldRecord, FieldValue, FieldValues};
use crate::value::Text;

/// 自定的栏目。A field that the notice declares.
#[derive(Serialize, JsonSchema)]
pub(super) struct FieldData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。Label.
    #[schemars(with = "Dictionary")]
    label: JsonTexts<'a>,
    /// 数值的单位代码。Code of the unit of a number.
    unit: Option<&'a str>,
    /// 选项，按标识。Choices, by their ids.
    #[schemars(with = "BTreeMap<String, Dictionary>")]
    choices: BTreeMap<&'a str, JsonTexts<'a>>,
}

/// 自定栏目的内容。The value of a field that the notice declares.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum DeclaredData<'a> {
    /// 日期、数值或选项。A date, a number or the id of a choice.
    Word(String),
    /// 单位的标识。Ids of units.
    Units(Vec<&'a str>),
    /// 各语言的文字。A text in each language.
    Texts(#[schemars(with = "Dictionary")] JsonTexts<'a>),
}

pub(super) fn field_data(field: &FieldRecord) -> FieldData<'_> {
    FieldData {
        id: &field.id,
        label: texts(&field.label),
        unit: field.unit.as_ref().map(Text::as_str),
        choices: field.choices.iter().map(|choice| (choice.id.as_str(), texts(&choice.label))).collect(),
    }
}

pub(super) fn declared_data<'a>(edition: &'a Edition, values: &'a FieldValues) -> BTreeMap<&'a str, DeclaredData<'a>> {
    let notice = &edition.notice;
    let data = |(field, value): (&'a FieldRecord, &'a Option<FieldValue>)| {
        let value = match value.as_ref()? {
            FieldValue::Text(text) => DeclaredData::Texts(texts(text)),
            FieldValue::Date(date) => DeclaredData::Word(date.to_string()),
            FieldValue::Number(number) => DeclaredData::Word(number.to_string()),
            FieldValue::Choice(at) => DeclaredData::Word(field.choices[*at].id.to_string()),
            FieldValue::Units(units) => {
                DeclaredData::Units(units.iter().map(|unit| notice.unit(*unit).id.as_str()).collect())
            }
        };
        Some((field.id.as_str(), value))
    };
    notice.record.fields.iter().zip(values).filter_map(data).collect()
}
