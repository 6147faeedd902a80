//! The records and narratives that are changed, each read once; and what has to be said of the changes.

mod changes;
mod implied;
mod plan;
mod record;
mod response;
mod sides;
mod texts;
mod units;

use std::collections::BTreeMap;

use super::super::report::{Certainty, Report};
use super::canonical::canonical;
use super::cell::CellKind;
use super::target::CellTarget;
use super::{Change, Side};
use crate::diagnostic::Message;
use crate::notice::content::Schemas;
use crate::notice::edition::Edition;
use crate::notice::{Issue, IssueId};
use crate::say;
use crate::site::formats::ledger_tidy as tidy;
use crate::source::SourceTree;
use crate::source::yaml::{self, Value};
use crate::text::locale::Locale;
use crate::value::{Date, Lang, RelPath, StatusClass};
use changes::Moved;

/// Changes records and narratives in memory.
pub(super) struct Editor<'n> {
    pub(super) edition: &'n Edition,
    pub(super) lang: Lang,
    pub(super) report: Report,
    pub(super) tree: SourceTree,
    /// Whether a ledger does not say what was edited in it.
    pub(super) is_unsure: bool,
    as_of: Option<Date>,
    /// What counts where both sides were edited.
    prefer: Option<Side>,
    /// How many cells the notice alone has edited since, and how many both.
    newer: usize,
    disputed: usize,
    /// Records that were asked for, as they should be.
    values: BTreeMap<RelPath, Value>,
    /// The keys of a record of an issue, in their order.
    order: Vec<String>,
    changes: Vec<Change>,
    outdated: Vec<String>,
    is_refused: bool,
    /// What became of statuses and deadlines.
    moved: BTreeMap<IssueId, Moved>,
}

impl<'n> Editor<'n> {
    pub(super) fn new(edition: &'n Edition, as_of: Option<Date>, prefer: Option<Side>) -> Editor<'n> {
        let schemas = Schemas::of_records();
        let keys = schemas.issue.json()["properties"].as_object();
        Editor {
            edition,
            lang: edition.notice.default_language(),
            report: Report::default(),
            tree: SourceTree::clone(&edition.tree),
            is_unsure: false,
            as_of,
            prefer,
            newer: 0,
            disputed: 0,
            values: BTreeMap::new(),
            order: keys.map(|keys| keys.keys().cloned().collect()).unwrap_or_default(),
            changes: Vec::new(),
            outdated: Vec::new(),
            is_refused: false,
            moved: BTreeMap::new(),
        }
    }

    pub(super) fn locale(&self) -> &'n Locale {
        self.edition.theme.locale(self.lang)
    }

    pub(super) fn issue(&self, id: IssueId) -> &'n Issue {
        self.edition.notice.issue(id)
    }

    /// Says what keeps everything from being written.
    pub(super) fn refuse(&mut self, row: usize, text: &str, message: Message) {
        self.is_refused = true;
        self.report.at(Certainty::NotUnderstood, row, text, message);
    }

    /// Returns what a record should say.
    pub(super) fn value(&mut self, path: &RelPath) -> &mut Value {
        let tree = &self.tree;
        let read = || {
            let text = tree.text(path.as_str()).unwrap_or_default();
            yaml::value(path, text).unwrap_or(Value::Map(Vec::new()))
        };
        self.values.entry(path.clone()).or_insert_with(read)
    }

    /// Returns what a record says before it is changed, as its author means it.
    fn meant(&self, target: &CellTarget<'_>, keys: &[&str]) -> Option<Value> {
        let text = self.tree.text(target.path.as_str())?;
        yaml::meant(target.path, text)?.get(keys).cloned()
    }

    /// Takes a cell over, where it says something else than the record.
    pub(super) fn put(&mut self, target: &CellTarget<'_>, was: &str, is: &str) {
        let (was, is) = (tidy(was), tidy(is));
        if was == is {
            return;
        }
        let changed = match target.kind {
            CellKind::Fixed => Err(say!(
                "这一列不在台账里改：它说明这一行是哪个问题、在哪里",
                "this column says which issue the row is and where it stands; it is not changed in a ledger"
            )),
            CellKind::Response => self.respond(target, &was, &is),
            _ if is.is_empty() => self.empty(target),
            _ => self.say(target, &was, &is),
        };
        match changed {
            Err(message) => {
                let (zh, en) = (
                    format!("“{}”列：{}", target.head, message.zh),
                    format!("column “{}”: {}", target.head, message.en),
                );
                self.refuse(target.row, &is, Message { zh, en });
            }
            Ok(false) => {}
            Ok(true) => {
                // What is written, where a cell has other words for it.
                let is_word = matches!(target.kind, CellKind::Date | CellKind::Word(_));
                let written = |text: String| canonical(self.edition, self.locale(), target.kind, &text);
                let (was, is) = if is_word { (written(was), written(is)) } else { (was, is) };
                self.note(target, was, is);
            }
        }
    }

    fn status_class(&self, status: &str) -> Option<StatusClass> {
        self.edition.notice.vocabulary.status(status).map(|status| status.class)
    }
}

/// A list, which may be written as its only item.
fn list(value: Option<&Value>) -> Vec<Value> {
    match value {
        Some(Value::List(items)) => items.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    }
}
