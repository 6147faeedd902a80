//! `schema.json`: the JSON Schema that describes the data.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::declared::DeclaredData;
use super::figures::FigureData;
use super::history::ChangeData;
use super::issue::{IssueData, data_fields};
use super::items::ItemData;
use super::measures::MeasureData;
use super::notes::{CorrectionData, NoteData};
use super::notice::NoticeData;
use super::pretty;
use super::texts::Dictionary;
use crate::notice::edition::Edition;
use crate::notice::fields::{FIELDS, Field, FieldKind, STATUS, When};
use crate::value::Lang;

pub(in crate::site::formats) fn write_schema(_: &Edition, _: Lang) -> Vec<u8> {
    pretty(&schema())
}

/// The JSON Schema (2020-12) of the published data.
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<NoticeData>().to_value()
}

/// The schema follows from the fields, too.
impl JsonSchema for IssueData<'_> {
    fn schema_name() -> Cow<'static, str> {
        "IssueData".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (mut properties, mut required) = (serde_json::Map::new(), Vec::new());
        for field in data_fields(FIELDS.iter().copied()) {
            let mut schema = schema_of(&field, generator);
            schema.insert("description".to_owned(), field.json.into());
            properties.insert(field.key.to_owned(), schema.to_value());
            required.extend((!matches!(field.when, When::Used(_))).then_some(field.key));
        }
        json_schema!({
            "type": "object",
            "properties": properties,
            "required": required,
            "description": "通报的一项。An entry of the notice.",
        })
    }
}

fn schema_of(field: &Field, generator: &mut SchemaGenerator) -> Schema {
    match field.kind {
        FieldKind::Number(_) => generator.subschema_for::<u32>(),
        FieldKind::Days(_) => generator.subschema_for::<Option<i64>>(),
        FieldKind::Word(STATUS, _) | FieldKind::Name(_) => generator.subschema_for::<String>(),
        FieldKind::Word(..) => generator.subschema_for::<Option<String>>(),
        FieldKind::History => generator.subschema_for::<Vec<ChangeData<'static>>>(),
        FieldKind::Part(_) => generator.subschema_for::<Option<String>>(),
        FieldKind::Text(_) | FieldKind::Markdown(_) => generator.subschema_for::<Dictionary>(),
        FieldKind::Texts(_) => generator.subschema_for::<Vec<Dictionary>>(),
        FieldKind::Date(_) | FieldKind::Deadline(_) | FieldKind::DayOf(_) | FieldKind::Own => {
            generator.subschema_for::<Option<String>>()
        }
        FieldKind::Units(_) | FieldKind::Places(_) => generator.subschema_for::<Vec<String>>(),
        FieldKind::Figures(_) => generator.subschema_for::<Vec<FigureData<'static>>>(),
        FieldKind::Notes(_) => generator.subschema_for::<Vec<NoteData<'static>>>(),
        FieldKind::Items(_) => generator.subschema_for::<Vec<ItemData<'static>>>(),
        FieldKind::Corrections(_) => generator.subschema_for::<Vec<CorrectionData<'static>>>(),
        FieldKind::Measures => generator.subschema_for::<Vec<MeasureData<'static>>>(),
        FieldKind::AllDeclared | FieldKind::Declared(_) => {
            generator.subschema_for::<BTreeMap<String, DeclaredData<'static>>>()
        }
    }
}
