//! Records of issues and of their sections, and the narrative of an issue.

use serde_yaml::{Mapping, Value};

use super::super::draft::{Draft, DraftIssue, DraftSection, one_line};
use super::markdown::{text, text_with_tables};
use super::names::{OwnNames, topic_id};
use super::values::{date, map, put};
use crate::rules::placeholders::STATEMENT;

pub(super) fn section_record(draft: &Draft, at: usize, section: &DraftSection, names: &OwnNames) -> Value {
    let lang = names.lang;
    let topics = section.topics.iter().enumerate();
    let topics =
        topics.map(|(topic, title)| map([("id", topic_id(draft, at, topic).into()), ("title", lang.text(title))]));
    map([("title", lang.text(&section.title)), ("topics", Value::Sequence(topics.collect()))])
}

pub(super) fn issue_record(draft: &Draft, issue: &DraftIssue, names: &OwnNames) -> Value {
    let lang = names.lang;
    let topic = issue.section.zip(issue.topic).map(|(section, topic)| topic_id(draft, section, topic));
    let title = issue.title.as_ref().unwrap_or(&issue.statement).trim().trim_end_matches(['。', '.', '．', '：', ':']);
    let title = if title.is_empty() { lang.of(STATEMENT) } else { title };
    let is_outstanding = !draft.is_made && !matches!(issue.status, None | Some("completed"));
    let due = if issue.due.is_none() && (is_outstanding || issue.due_text.is_some()) {
        "not-stated".into()
    } else {
        date(issue.due)
    };
    let mut fields = Mapping::new();
    for (label, text) in &issue.fields {
        put(&mut fields, names.field_id(label), lang.text(text));
    }
    let has_label = issue.printed > 0 && issue.printed != issue.number && !draft.is_numbered_per_section;
    let printed = || has_label.then(|| issue.printed.to_string());
    let label = issue.label.clone().or_else(printed).map_or(Value::Null, Value::from);
    map([
        ("number", issue.number.into()),
        ("label", label),
        ("topic", topic.map_or(Value::Null, Value::from)),
        ("title", lang.text(&one_line(title))),
        ("statement", if issue.statement.is_empty() { Value::Null } else { lang.text(&one_line(&issue.statement)) }),
        ("status", issue.status.unwrap_or("not-stated").into()),
        (
            "status_basis",
            issue.status.map_or(Value::Null, |_| if issue.is_inferred { "inferred" } else { "stated" }.into()),
        ),
        ("due", due),
        ("due_text", lang.text_of(issue.due_text.as_deref())),
        ("completed_on", date(issue.completed_on)),
        ("lead", names.ids(&issue.lead)),
        ("responsible", names.ids(&issue.responsible)),
        ("fields", Value::Mapping(fields)),
        ("measures", Value::Sequence(issue.measures.iter().map(|text| map([("text", lang.text(text))])).collect())),
        ("next_steps", if issue.next_steps.is_empty() { Value::Null } else { lang.text(&text(&issue.next_steps)) }),
    ])
}

pub(super) fn narrative(issue: &DraftIssue, missing: &str) -> String {
    if let Some(markdown) = &issue.markdown {
        return markdown.clone();
    }
    let paragraphs = &issue.response;
    if paragraphs.is_empty() { format!("{missing}\n") } else { text_with_tables(paragraphs, &issue.tables, 0) }
}
