//! The fields of every record, generated from their schemas: Chinese word, whether it is required, form, meaning and an
//! example each.

mod form;
mod schema;
mod table;

use super::either;
use crate::notice::content::Schemas;
use crate::value::Lang;

use form::form;
use schema::{RecordSchema, records};
use table::TABLE;

pub(super) use schema::part;

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordField {
    /// The file that the record belongs to, such as `notice.yaml`; parts of records belong to the first file that has
    /// them.
    pub file: &'static str,
    /// The record type, such as `NoticeRecord`.
    pub record: String,
    /// The key.
    pub key: String,
    /// The word that Chinese offices use for it.
    pub word: &'static str,
    /// An example, as a line of YAML.
    pub example: &'static str,
}

/// Returns every field of every record, by the schemas; one that the table of words does not have has no word and no
/// example.
pub fn fields() -> Vec<RecordField> {
    let schemas = Schemas::of_records();
    let mut fields = Vec::new();
    for record in records(schemas) {
        for key in record.keys() {
            let (word, example) = words(&record.name, key);
            fields.push(RecordField {
                file: record.file,
                record: record.name.clone(),
                key: key.clone(),
                word,
                example,
            });
        }
    }
    fields
}

/// Returns the part of the manual: each record, and each part of a record, with its fields.
pub(super) fn page(lang: Lang) -> String {
    let schemas = Schemas::of_records();
    let all = records(schemas);
    let mut text = String::new();
    for record in &all {
        let meaning = half(record.schema["description"].as_str().unwrap_or_default(), lang);
        let title = title(&record.name, lang);
        text.push_str(&match record.is_file {
            true => format!("\n## {title} · {}\n\n{meaning}\n\n", record.file),
            false => format!("\n### {title}\n\n{meaning}\n\n"),
        });
        text.extend(record.keys().map(|key| line(record, key, lang)));
    }
    text.trim_start().to_owned()
}

fn line(record: &RecordSchema<'_>, key: &str, lang: Lang) -> String {
    let schema = &record.schema["properties"][key];
    let is_required = record.schema["required"].as_array().is_some_and(|required| required.contains(&key.into()));
    let (word, example) = words(&record.name, key);
    let form = form(schema, record.root, lang);
    let meaning = half(schema["description"].as_str().unwrap_or_default(), lang);
    let meaning = if meaning.trim_end_matches('。') == word { "" } else { meaning };
    match lang.code() {
        "zh" => {
            let required = if is_required { "必填，" } else { "" };
            format!("- `{key}` {word}（{required}{form}）{meaning}\n  例：`{example}`\n")
        }
        _ => {
            let required = if is_required { "required, " } else { "" };
            format!("- `{key}` {word} ({required}{form}): {meaning}\n  Example: `{example}`\n")
        }
    }
}

/// Descriptions are written in Chinese, then in English; this is one half.
pub(super) fn half(description: &str, lang: Lang) -> &str {
    let end = description.find('。').map_or(0, |at| at + '。'.len_utf8());
    either(lang, description[..end].trim(), description[end..].trim())
}

fn title(record: &str, lang: Lang) -> &'static str {
    TABLE.iter().find(|(name, ..)| *name == record).map_or("", |(_, zh, en, _)| either(lang, zh, en))
}

fn words(record: &str, key: &str) -> (&'static str, &'static str) {
    let rows = TABLE.iter().find(|(name, ..)| *name == record).map_or(&[][..], |(.., rows)| rows);
    rows.iter().find(|(known, ..)| *known == key).map_or(("", ""), |(_, word, example)| (word, example))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_field_of_the_schemas_has_a_word_and_an_example_and_no_row_is_left_over() {
        let fields = fields();
        let by_schema: BTreeSet<(String, String)> =
            fields.iter().map(|field| (field.record.clone(), field.key.clone())).collect();
        let by_table: BTreeSet<(String, String)> = TABLE
            .iter()
            .flat_map(|(record, .., rows)| rows.iter().map(|(key, ..)| ((*record).to_owned(), (*key).to_owned())))
            .collect();
        assert!(by_schema.len() > 80, "{}", by_schema.len());
        assert_eq!(by_schema, by_table);
        for RecordField { record, key, word, example, .. } in fields {
            assert!(!word.is_empty() && example.starts_with(&format!("{key}: ")), "{record}.{key}: {example}");
        }
    }

    #[test]
    fn every_line_speaks_one_language() {
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let schemas = Schemas::of_records();
        for record in records(schemas) {
            for key in record.keys() {
                let description = record.schema["properties"][key]["description"].as_str().unwrap_or_default();
                let [zh, en] = ["zh", "en"].map(|code| half(description, Lang::new(code)));
                assert!(zh.contains(is_han), "{}.{key}: {description}", record.name);
                assert!(!en.is_empty() && !en.contains(is_han), "{}.{key}: {description}", record.name);
            }
        }
    }
}
