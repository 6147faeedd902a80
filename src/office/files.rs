//! The files of a draft: records and narratives that `check` accepts, every text as it stands.

mod issue;
pub(super) mod markdown;
mod names;
mod notice;
mod parts;
mod values;

use serde_yaml::{Mapping, Value};

use super::draft::Draft;
use crate::rules::placeholders::DONE;
use crate::value::RelPath;
use issue::{issue_record, narrative, section_record};
use names::OwnNames;
use notice::notice;
use parts::parts;
use values::map;

/// Returns the files of a draft.
pub fn files(draft: &Draft) -> Vec<(RelPath, String)> {
    let names = OwnNames::of(draft);
    let lang = names.lang;
    let mut files = vec![record("content/notice.yaml", "notice", with_more(notice(draft, &names), &draft.more))];
    if draft.issued_on.is_none() {
        files[0].1 += "# 没有找到发布日期，请写上 The date of issue was not found: write it\n# issued_on: 2024-03-01\n# as_of: 2024-03-01\n";
    }
    if !names.units.is_empty() {
        let units = names.units.iter().map(|(id, name)| map([("id", id.as_str().into()), ("name", lang.text(name))]));
        files.push(record("content/units.yaml", "units", Value::Sequence(units.collect())));
    }
    for (at, section) in draft.sections.iter().enumerate() {
        let path = format!("{}section.yaml", names.folder(draft, Some(at)));
        files.push(record(&path, "section", section_record(draft, at, section, &names)));
    }
    for issue in &draft.issues {
        let path = format!("{}{:03}", names.folder(draft, issue.section), issue.number);
        files.push(record(
            &format!("{path}.yaml"),
            "issue",
            with_more(issue_record(draft, issue, &names), &issue.more),
        ));
        if !draft.is_made || issue.markdown.is_some() || !issue.response.is_empty() {
            files.push((RelPath::of(format!("{path}.{}.md", lang.0)), narrative(issue, lang.of(DONE))));
        }
    }
    files.extend(draft.records.iter().map(|(path, schema, value)| record(path, schema, value.clone())));
    files.extend(parts(draft, lang).into_iter().map(|(path, text)| (RelPath::of(path), text)));
    files
}

/// Returns a record with further entries, which count before those of the same name.
fn with_more(record: Value, more: &Mapping) -> Value {
    let Value::Mapping(mut record) = record else { return record };
    more.iter().for_each(|(key, value)| drop(record.insert(key.clone(), value.clone())));
    Value::Mapping(record)
}

fn record(path: &str, schema: &str, value: Value) -> (RelPath, String) {
    let up = if path.matches('/').count() > 1 { "../" } else { "" };
    // A record of texts, numbers and lists can always be written as YAML.
    let yaml = serde_yaml::to_string(&value).unwrap_or_default();
    (RelPath::of(path), format!("# yaml-language-server: $schema={up}.schema/{schema}.json\n{yaml}"))
}
