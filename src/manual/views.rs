//! What templates may read: every field of every view, generated from the view types themselves.

mod kind;
mod words;

use std::collections::BTreeSet;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::either;
use crate::site::{HereView, SiteView, View};
use crate::value::Lang;
use kind::kind;
use words::WORDS;

/// Each template with the type of its `view`; the others read nothing but `page` and `site`.
pub const TEMPLATES: [(&str, &str); 22] = [
    ("home", "HomeView"),
    ("notice", "NoticeView"),
    ("overview", "ProseView"),
    ("article", "ProseView"),
    ("section", "SectionView"),
    ("issue", "IssueView"),
    ("issues", "ListView"),
    ("status", "ListView"),
    ("response", "ListView"),
    ("units", "UnitsView"),
    ("unit", "UnitGroup"),
    ("places", "PlacesView"),
    ("place", "PlaceGroup"),
    ("ledger", "LedgerView"),
    ("poster", "PosterView"),
    ("outstanding", "OutstandingView"),
    ("money", "MoneyView"),
    ("statistics", "StatisticsView"),
    ("accountability", "AccountabilityView"),
    ("changes", "ChangesView"),
    ("data", "DataView"),
    ("search", "SearchView"),
];

/// Returns the names of the fields of a view type, as templates read them.
pub fn field_names(view: &str) -> Vec<String> {
    properties(&types(), view).map(|(name, _)| name.clone()).collect()
}

/// Returns every type with its fields: what all pages read, what each template reads, and the parts of both.
pub(super) fn views(lang: Lang) -> String {
    let types = types();
    let mut text = String::new();
    let mut named = BTreeSet::from(["View", "SiteView", "PageView", "HereView", "PageContent", "Rate"]);
    for (variable, view) in [("page", "PageView"), ("site", "SiteView"), ("here", "HereView")] {
        text.push_str(&section(&format!("`{variable}`"), &types, view, lang));
    }
    for (template, view) in TEMPLATES {
        let heading = format!("`view` · {template}.html");
        text.push_str(&section(&heading, &types, view, lang));
        named.insert(view);
    }
    let is_part = |name: &&String| !named.contains(name.as_str()) && properties(&types, name).next().is_some();
    for name in types.keys().filter(is_part) {
        text.push_str(&section(name, &types, name, lang));
    }
    text.trim_start().to_owned()
}

fn section(heading: &str, types: &Map<String, Value>, view: &str, lang: Lang) -> String {
    let mut text = format!("\n### {heading}\n\n");
    for (name, schema) in properties(types, view) {
        let kind = kind(schema, lang);
        let words = WORDS.iter().find(|(known, ..)| known == name).map_or("", |(_, zh, en)| either(lang, zh, en));
        text.push_str(&match lang.code() {
            "zh" => format!("- `{name}`（{kind}）{words}\n"),
            _ => format!("- `{name}` ({kind}): {words}\n"),
        });
    }
    text
}

/// Returns every view type by its name, as templates see it.
fn types() -> Map<String, Value> {
    let mut generator = SchemaSettings::draft07().for_serialize().into_generator();
    generator.subschema_for::<View<'static>>();
    generator.subschema_for::<SiteView>();
    generator.subschema_for::<HereView>();
    generator.take_definitions(true)
}

fn properties<'a>(
    types: &'a Map<String, Value>,
    name: &str,
) -> impl Iterator<Item = (&'a String, &'a Value)> + use<'a> {
    types.get(name).and_then(|schema| schema["properties"].as_object()).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_view_has_words_and_no_word_is_left_over() {
        let types = types();
        let fields: BTreeSet<&str> = types
            .keys()
            .filter(|name| !["View", "PageContent", "Rate"].contains(&name.as_str()))
            .flat_map(|name| properties(&types, name).map(|(field, _)| field.as_str()))
            .collect();
        assert!(fields.len() > 80, "{fields:?}");
        let known: BTreeSet<&str> = WORDS.iter().map(|(name, ..)| *name).collect();
        assert_eq!(known, fields);
    }

    #[test]
    fn every_view_is_listed_with_its_fields() {
        let text = views(Lang::new("en"));
        for (template, view) in TEMPLATES {
            assert!(!field_names(view).is_empty(), "{view} is not a view");
            assert!(text.contains(&format!("### `view` · {template}.html\n")));
        }
        assert!(text.contains("- `outstanding` (list of IssueRow): "), "{text}");
    }
}
