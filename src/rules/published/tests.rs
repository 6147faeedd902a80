//! Every leaf of the published data is compared, or named with the reason why not.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};

use super::paths::{GONE_WITH_CARE, OF_THE_DAY, WITH_CARE, WITHOUT_A_WORD, is_as_it_stands, is_in, within};
use super::*;
use crate::notice::content::{self, ParsedFiles};
use crate::notice::resolve;
use crate::site::formats::{data_of_issue, data_of_notice, schema};
use crate::source::SourceTree;
use crate::theme;

const WHOLE: &str = "\
title: {zh: a}
issuer: {zh: a}
issued_on: 2024-03-01
as_of: 2024-02-29
summary: {zh: a}
languages: [zh]
inspection: {body: {zh: 巡察组}, subject: {zh: 县}, from: 2023-03-01, to: 2023-04-30, fed_back_on: 2023-06-01}
period: {from: 2023-06-01, to: 2024-02-29}
publicity: {from: 2024-03-01, to: 2024-03-15, working_days: 11}
statuses: [{id: closed-case, label: {zh: 了结}, counts_as: done}]
fields:
  - {id: risk, label: {zh: 风险}, type: choice, choices: [{id: high, label: {zh: 高}}, {id: low, label: {zh: 低}}]}
  - {id: share, label: {zh: 进度}, type: number, unit: percent}
corrections: [{on: 2024-02-01, text: {zh: 更正一处。}}]
";

const ISSUE: &str = "\
number: 1
topic: t
title: {zh: 问题}
status: closed-case
status_basis: inferred
due: 2024-01
due_text: {zh: 年初}
figures:
  - {id: all, label: {zh: 应收}, value: 9, unit: CNY, was: 12, as_of: 2024-01-31}
  - {id: paid, label: {zh: 收款}, value: 4, unit: CNY, of: all, kind: recovered}
measures:
  - {text: {zh: 制定方案}, status: closed-case, due: 2024-01, due_text: {zh: 年初}, original_due: 2023-11}
items:
  - {title: {zh: 甲}, status: closed-case, status_basis: inferred, original_due: 2023-11, history: [{on: 2024-01-05, status: closed-case}]}
history: [{on: 2023-07-01, status: closed-case}]
corrections: [{on: 2024-02-01, text: {zh: 更正一处。}}]
";

const ACCOUNTABILITY: &str = "\
as_of: 2024-02-28
groups: [{id: talks, title: {zh: 约谈}, as_of: 2024-02-27, persons: [{post: {zh: 某镇镇长}}]}]
";

/// A notice that says something in every leaf that is compared as it stands.
fn edition() -> Edition {
    let tree = theme::with_built_in(SourceTree::of([
        ("content/notice.yaml", WHOLE.as_bytes()),
        ("content/accountability.yaml", ACCOUNTABILITY.as_bytes()),
        ("content/1-s/section.yaml", "title: {zh: a}\ntopics: [{id: t, title: {zh: a}}]\n".as_bytes()),
        ("content/1-s/001.yaml", ISSUE.as_bytes()),
    ]));
    let content = content::parse(&tree, &mut ParsedFiles::new());
    assert!(content.diagnostics.is_empty(), "{:?}", content.diagnostics);
    let notice = resolve(content.value, true).value.expect("a notice");
    let theme = theme::layer(&tree, &notice.theme_wanted()).value.expect("a theme");
    Edition::new(Arc::new(tree), notice, Arc::new(theme))
}

/// Returns where the leaves of a schema stand.
fn leaves(schema: &Value, root: &Value, path: &str, found: &mut BTreeSet<String>) {
    let named = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next());
    let each = |key: &str| schema[key].as_array().into_iter().flatten();
    if let Some(named) = named {
        leaves(&root["$defs"][named], root, path, found);
    } else if schema["anyOf"].is_array() {
        each("anyOf").filter(|one| one["type"] != "null").for_each(|one| leaves(one, root, path, found));
    } else if let Some(properties) = schema["properties"].as_object() {
        properties.iter().for_each(|(key, value)| leaves(value, root, &within(path, key), found));
    } else if schema["items"].is_object() {
        leaves(&schema["items"], root, &format!("{path}[]"), found);
    } else {
        let texts = &schema["additionalProperties"];
        let is_text = texts["type"] == "string" || !texts.is_object();
        match is_text {
            true => drop(found.insert(path.to_owned())),
            false => leaves(texts, root, &format!("{path}.*"), found),
        }
    }
}

/// Returns the leaves of data, each with how it is reached.
fn said(value: &Value, path: &str, pointer: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(object) if !object.keys().all(|key| key == "zh") => {
            for (key, value) in object {
                let path = within(path, if path.ends_with("choices") { "*" } else { key });
                said(value, &path, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(list) => {
            let each = list.iter().enumerate();
            each.for_each(|(at, value)| said(value, &format!("{path}[]"), &format!("{pointer}/{at}"), found));
        }
        Value::Null => {}
        _ if value == &json!({}) => {}
        _ => found.push((path.to_owned(), pointer.to_owned())),
    }
}

/// Returns another value of the same kind.
fn another(value: &Value) -> Value {
    match value {
        Value::Object(_) => json!({"zh": "另一句话"}),
        Value::Number(number) => json!(number.as_u64().expect("a number") + 1),
        Value::String(word) if word.parse::<Date>().is_ok() => json!("2022-05-05"),
        Value::String(word) if word.parse::<crate::value::Decimal>().is_ok() => json!("77"),
        _ => json!("another"),
    }
}

#[test]
fn every_leaf_of_the_data_is_compared_or_named_with_a_reason() {
    let (schema, mut all) = (schema(), BTreeSet::new());
    leaves(&schema, &schema, "", &mut all);
    let places = WITH_CARE.iter().chain(WITHOUT_A_WORD.iter().map(|(place, _)| place)).chain(OF_THE_DAY);
    for place in places.chain(GONE_WITH_CARE) {
        assert!(all.iter().any(|path| is_in(path, place)), "{place} is not in the data");
    }
    for (place, reason) in WITHOUT_A_WORD {
        assert!(!reason.is_empty() && !WITH_CARE.contains(place), "{place}");
    }
    let edition = edition();
    let mut data = data_of_notice(&edition);
    data["issues"] = json!([data_of_issue(&edition, &edition.notice.issues[0])]);
    let found = |data: &Value| untold_changes(&edition, &PublishedData::read(data.to_string().as_bytes()));
    assert!(found(&data).is_empty(), "{:?}", found(&data));
    let mut stated = Vec::new();
    said(&data, "", "", &mut stated);
    for (path, pointer) in &stated {
        let mut changed = data.clone();
        let value = changed.pointer_mut(pointer).expect("a value");
        *value = another(value);
        let is_told = found(&changed).iter().any(|found| found.rule == UNTOLD_CHANGE.id);
        if is_as_it_stands(path) {
            assert!(is_told, "{path} is another one without a word");
        }
    }
    let stated: BTreeSet<String> = stated.into_iter().map(|(path, _)| path).collect();
    let compared: BTreeSet<String> = all.into_iter().filter(|path| is_as_it_stands(path)).collect();
    let silent: Vec<&String> = compared.difference(&stated).collect();
    assert!(silent.is_empty(), "no example says anything of {silent:?}");
}
