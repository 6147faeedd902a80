//! `datapackage.json` (Frictionless Data Package, with a Table Schema for each table): what the tables hold, so that programs can read and
//! validate them. One for each language, beside its tables.

use serde_json::{Value, json};

use super::tables::{TABLES, Table};
use super::{DataFile, DataFiles, csv};
use crate::notice::edition::Edition;
use crate::notice::fields::{self, FieldKind};
use crate::site::issuer;
use crate::value::Lang;

pub(super) fn write(edition: &Edition, lang: Lang, data: &DataFiles) -> Vec<u8> {
    let (notice, locale) = (&edition.notice, edition.theme.locale(lang));
    let tables = data.tables(edition, lang);
    let resources: Vec<Value> = tables.iter().map(|file| resource(edition, lang, file)).collect();
    let mut package = json!({
        "profile": "data-package",
        "name": format!("notice-{}", lang.code().to_ascii_lowercase()),
        "title": notice.record.title.text(lang),
        "description": notice.record.summary.text(lang),
        "created": format!("{}T00:00:00Z", edition.as_of.last_day()),
        "contributors": [{"title": issuer(&notice.record, locale), "role": "publisher"}],
        "languages": [locale.rules.language.tag],
        "resources": resources,
    });
    if let Some(licence) = &notice.record.licence {
        let mut license = json!({"title": licence.name.text(lang)});
        if let Some(url) = &licence.url {
            license["path"] = json!(url.as_str());
        }
        package["licenses"] = json!([license]);
    }
    if let Some(base) = &notice.base_url {
        package["homepage"] = json!(base.to_string());
    }
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn resource(edition: &Edition, lang: Lang, file: &DataFile) -> Value {
    let name = file.name.trim_end_matches(".csv");
    let table = TABLES.iter().find(|table| table.name == name);
    let fields = table.map_or_else(|| fields_of_issues(edition, lang), |table| fields_of(edition, lang, table));
    json!({
        "name": name,
        "path": file.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "header": true},
        "schema": {"fields": fields, "missingValues": [""]},
    })
}

fn fields_of(edition: &Edition, lang: Lang, table: &Table) -> Vec<Value> {
    let columns = table.columns(&edition.notice, lang).into_iter();
    columns.map(|column| json!({"name": column.name, "type": column.kind, "description": column.meaning})).collect()
}

/// The columns of `issues.csv`, which are called by words of the language.
fn fields_of_issues(edition: &Edition, lang: Lang) -> Vec<Value> {
    let locale = edition.theme.locale(lang);
    let heads = csv::heads(edition, locale);
    let columns = fields::columns(&edition.notice).into_iter().zip(heads);
    let field = |(field, head): (fields::Field, String)| {
        let is_number = matches!(field.kind, FieldKind::Number(_) | FieldKind::Days(_));
        let meaning = locale.text(&format!("data.columns.{}.meaning", field.name(&edition.notice)));
        json!({"name": head, "type": if is_number { "integer" } else { "string" }, "description": meaning})
    };
    columns.map(field).collect()
}
