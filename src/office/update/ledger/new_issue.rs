//! A new issue in a ledger, added to the section that its row names.

use super::super::editor::Editor;
use super::super::rows::{SheetRows, plain_number, words};
use crate::diagnostic::Message;
use crate::office::issue::{self, Refused};
use crate::office::manuscript::Row;
use crate::say;
use crate::source::yaml::Value;
use crate::value::RelPath;

/// Adds an issue to the section that its row names.
pub(super) fn new_issue(editor: &mut Editor<'_>, key: &[String], rows: &SheetRows<'_>, row: &Row) -> Option<RelPath> {
    let notice = &editor.edition.notice;
    let (named, lang) = (rows.text(row, "section"), editor.lang);
    let section = notice.sections.iter().find(|section| words(section.record.title.text(lang)) == words(named));
    if section.is_none() && !notice.sections.is_empty() {
        editor.refuse(
            row.number,
            &row.text(),
            say!("新增的一行要写明方面，与其他行的写法一样", "a new row needs its section, written as in other rows"),
        );
        return None;
    }
    let title = [rows.text(row, "title"), rows.text(row, "statement")].into_iter().find(|text| !text.is_empty());
    let wanted = issue::NewIssue {
        section: section.map(|section| section.slug.clone()),
        title: title.map(str::to_owned),
        ..issue::NewIssue::default()
    };
    match issue::add(&editor.tree, &wanted) {
        Err(Refused(message, help)) => {
            let (zh, en) = (format!("{}。{}", message.zh, help.zh), format!("{}. {}", message.en, help.en));
            let message = Message { zh, en };
            editor.refuse(row.number, &row.text(), message);
            None
        }
        Ok(added) => {
            let number = added.files[0].name().trim_end_matches(".yaml").to_owned();
            if !key[0].is_empty() && plain_number(&number) != plain_number(&key[0]) && !key[0].contains('-') {
                editor.refuse(
                    row.number,
                    &row.text(),
                    say!(
                        "新增的问题序号应为 {number}，或者不写",
                        "the new issue has the number {number}: write that, or none"
                    ),
                );
                return None;
            }
            let path = added.files[0].clone();
            editor.tree = added.tree;
            let topics = section.map(|section| &section.record.topics[..]).unwrap_or_default();
            let topic = topics.iter().find(|topic| words(topic.title.text(lang)) == words(rows.text(row, "topic")));
            if let Some(topic) = topic {
                editor.value(&path).set(&["topic"], Value::text(topic.id.as_str()), &[]);
            }
            editor.added(&path, &number, title.unwrap_or_default());
            Some(path)
        }
    }
}
