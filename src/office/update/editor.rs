//! The records and narratives that are changed, each read once; and what has to be said of the changes.

use std::collections::BTreeMap;

use super::super::report::{Certainty, Counted, Report, shortened};
use super::cell::{self, CellKind, NEEDED};
use super::{Change, Plan, Side, narrative};
use crate::diagnostic::Message;
use crate::notice::content::Schemas;
use crate::notice::edition::Edition;
use crate::notice::{Issue, IssueId};
use crate::say;
use crate::site::formats::{ledger_fingerprint, ledger_tidy as tidy};
use crate::source::SourceTree;
use crate::source::yaml::{self, Value};
use crate::text::locale::Locale;
use crate::value::{Date, DatePart, Lang, RelPath, StatusClass};

/// Where bodies are named.
const UNITS: &str = "content/units.yaml";

/// How much of a text a cell is sure to hold, in characters.
const MOST: usize = 32_000;

/// Where a cell belongs, and where it stands in its file.
pub(super) struct CellTarget<'t> {
    /// The record.
    pub(super) path: &'t RelPath,
    /// The issue that it is, if it was there before.
    pub(super) issue: Option<IssueId>,
    /// Keys and positions in the record.
    pub(super) keys: &'t [String],
    pub(super) kind: CellKind<'t>,
    /// The head of its column.
    pub(super) head: &'t str,
    pub(super) row: usize,
}

/// A cell of a ledger: what the notice says now, what the ledger says, and the fingerprint of what it said when it was exported.
pub(super) struct Cells<'t> {
    pub(super) was: &'t str,
    pub(super) is: &'t str,
    /// None where it was not there.
    pub(super) exported: Option<&'t str>,
}

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

#[derive(Default)]
struct Moved {
    has_status: bool,
    /// The deadline before.
    due: Option<Date>,
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
                let date = cell::date(&is).ok().filter(|_| matches!(target.kind, CellKind::Date));
                self.note(target, was, date.map_or(is, |date| date.to_string()));
            }
        }
    }

    /// Returns whether a cell says something else than it did when it was exported.
    pub(super) fn is_edited(&self, kind: CellKind<'_>, text: &str, exported: &str) -> bool {
        let is_same = |text: &str| ledger_fingerprint(text) == exported;
        !is_same(text) && !is_same(&cell::canonical(self.edition, self.locale(), kind, text))
    }

    /// Takes a cell over that was edited in the ledger since it was exported, and in the notice was not. Where both were, and say different
    /// things now, the author has to say which counts.
    pub(super) fn merge(&mut self, target: &CellTarget<'_>, cells: &Cells<'_>) {
        let Cells { was, is, exported } = *cells;
        let canonical = |text: &str| cell::canonical(self.edition, self.locale(), target.kind, text);
        if canonical(was) == canonical(is) {
            return self.put(target, was, is);
        }
        let is_edited = |text: &str| exported.is_none_or(|exported| self.is_edited(target.kind, text, exported));
        match (is_edited(is), is_edited(was)) {
            (false, _) => self.newer += 1,
            (true, false) => self.put(target, was, is),
            (true, true) => self.dispute(target, was, is),
        }
    }

    fn dispute(&mut self, target: &CellTarget<'_>, was: &str, is: &str) {
        let head = target.head;
        let (certainty, what) = match self.prefer {
            None => (Certainty::Disputed, say!("", "")),
            Some(Side::Ledger) => (Certainty::Likely, say!("；以台账为准", "; the ledger counts")),
            Some(Side::Notice) => (Certainty::LeftOut, say!("；以通报为准", "; the notice counts")),
        };
        let shown = |text: &str| shortened(text);
        let (zh, en) = (what.zh, what.en);
        let (old, new) = (shown(was), shown(is));
        self.report.at(
            certainty,
            target.row,
            "",
            say!(
                "“{head}”列在台账导出以后两边都改过：通报“{old}”，台账“{new}”{zh}",
                "column “{head}” was edited on both sides since the ledger was exported: the notice says “{old}”, the ledger “{new}”{en}"
            ),
        );
        match self.prefer {
            None => (self.is_refused, self.disputed) = (true, self.disputed + 1),
            Some(Side::Ledger) => self.put(target, was, is),
            Some(Side::Notice) => {}
        }
    }

    /// Remembers a change, and what it implies.
    fn note(&mut self, target: &CellTarget<'_>, was: String, is: String) {
        let is_own_text = matches!(target.kind, CellKind::Text | CellKind::Texts | CellKind::Markdown);
        let has_more = self.edition.notice.languages.len() > 1 && self.lang == self.edition.notice.default_language();
        if is_own_text && has_more && !was.is_empty() {
            self.outdated.push(format!("{} {}", target.path, target.keys.join("/")));
        }
        if let (Some(id), [key]) = (target.issue, target.keys) {
            let due = self.issue(id).due();
            // A status that is stated for the first time is no change of it.
            let was_stated = self.status_class(self.issue(id).record.status.as_str()) != Some(StatusClass::NotStated);
            let moved = self.moved.entry(id).or_default();
            match key.as_str() {
                "status" => moved.has_status = was_stated,
                "due" => moved.due = due,
                _ => {}
            }
        }
        self.changes.push(Change { path: target.path.clone(), field: target.head.to_owned(), was, is });
    }

    /// Takes away what an empty cell stands for, where that is safe.
    fn empty(&mut self, target: &CellTarget<'_>) -> Result<bool, Message> {
        let key = target.keys.last().map_or("", String::as_str);
        let is_needed = NEEDED.contains(&key) && !target.keys.iter().any(|key| key == "fields");
        let lang = self.lang.code().to_owned();
        let keys: Vec<&str> = target.keys.iter().map(String::as_str).collect();
        let value = self.value(target.path);
        let has_others = match value.get(&keys) {
            Some(Value::Map(entries)) => entries.iter().any(|(key, _)| *key != lang),
            None => return Ok(false),
            _ => false,
        };
        if is_needed || has_others {
            return Err(say!(
                "单元格是空的，但这一项不能由台账删去；确要删去的，请改记录文件",
                "the cell is empty, but a ledger does not take this away: edit the record if it is to go"
            ));
        }
        value.remove(&keys);
        Ok(true)
    }

    /// Writes what a cell says into its record; returns whether that is something else.
    fn say(&mut self, target: &CellTarget<'_>, was: &str, is: &str) -> Result<bool, Message> {
        let (edition, locale) = (self.edition, self.locale());
        let mut keys: Vec<String> = target.keys.to_vec();
        let new = match target.kind {
            CellKind::Word(prefix) => Value::text(cell::word(edition, locale, prefix, is)?),
            CellKind::Choice(field) => Value::text(cell::choice(edition, field, is)?),
            CellKind::Date => cell::date_value(cell::date(is)?),
            CellKind::Number => Value::word(&cell::number(is)?.to_string()),
            CellKind::Bare => Value::text(is),
            CellKind::Common => self.common_text(target, &mut keys, was, is),
            CellKind::Units => self.units(target, is)?,
            CellKind::Texts => self.texts(target, is),
            CellKind::Text | CellKind::Markdown => self.own_text(target, &mut keys, was, is),
            CellKind::Fixed | CellKind::Response => return Ok(false),
        };
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let order = std::mem::take(&mut self.order);
        let value = self.value(target.path);
        let is_other = !says(value.get(&keys), &new);
        if is_other {
            let names: Vec<&str> = order.iter().map(String::as_str).collect();
            value.set(&keys, new, &names);
        }
        self.order = order;
        Ok(is_other)
    }

    /// A text in the language of the ledger: where the record has one text for all, that text.
    fn own_text(&mut self, target: &CellTarget<'_>, keys: &mut Vec<String>, was: &str, is: &str) -> Value {
        let path: Vec<&str> = target.keys.iter().map(String::as_str).collect();
        let is_short = matches!(self.value(target.path).get(&path), Some(Value::Text(_)));
        if !is_short {
            keys.push(self.lang.code().to_owned());
        }
        let path: Vec<&str> = keys.iter().map(String::as_str).collect();
        let old = self.value(target.path).str(&path).unwrap_or_default().to_owned();
        let end = "\n".repeat(old.len() - old.trim_end_matches('\n').len());
        if !matches!(target.kind, CellKind::Markdown) {
            return Value::text(format!("{is}{end}"));
        }
        let meant = self.meant(target, &path).and_then(|value| value.str(&[]).map(str::to_owned)).unwrap_or_default();
        let replaced = narrative::replaced(&meant, was, is);
        if !meant.is_empty() {
            self.tell_whole(target, &replaced);
        }
        Value::text(format!("{}{end}", replaced.text.trim_end_matches('\n')))
    }

    /// A text that is the same in every language, unless the record has it in each.
    fn common_text(&mut self, target: &CellTarget<'_>, keys: &mut Vec<String>, was: &str, is: &str) -> Value {
        let path: Vec<&str> = target.keys.iter().map(String::as_str).collect();
        match self.value(target.path).get(&path) {
            Some(Value::Map(_)) => self.own_text(target, keys, was, is),
            _ => Value::text(is),
        }
    }

    fn tell_whole(&mut self, target: &CellTarget<'_>, replaced: &narrative::Replaced) {
        if replaced.is_whole {
            let path = target.path;
            self.report.at(
                Certainty::Likely,
                target.row,
                "",
                say!(
                    "{path}：这段文字整段换过，原来的加粗、链接和数据引用没有保留，请核对",
                    "{path}: the whole text was replaced; emphasis, links and quoted figures are gone, please check"
                ),
            );
        }
    }

    /// Several texts: those that are there keep what they say in other languages.
    fn texts(&mut self, target: &CellTarget<'_>, is: &str) -> Value {
        let lang = self.lang.code().to_owned();
        let path: Vec<&str> = target.keys.iter().map(String::as_str).collect();
        let old = list(self.value(target.path).get(&path));
        let meant = list(self.meant(target, &path).as_ref());
        let lines: Vec<&str> = is.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let is_as_long = lines.len() == old.len();
        let said = |value: &Value| value.str(&[&lang]).or(value.str(&[])).map(tidy);
        let text = |(at, line): (usize, &&str)| {
            let same = meant.iter().position(|value| said(value).as_deref() == Some(line)).and_then(|at| old.get(at));
            if let Some(same) = same {
                return same.clone();
            }
            let mut value = match old.get(at).filter(|_| is_as_long) {
                Some(value) => value.clone(),
                None => Value::Map(Vec::new()),
            };
            match value {
                Value::Text(_) => Value::text(*line),
                _ => {
                    value.set(&[&lang], Value::text(*line), &[]);
                    value
                }
            }
        };
        Value::List(lines.iter().enumerate().map(text).collect())
    }

    /// Bodies by their names; a new name becomes a new body.
    fn units(&mut self, target: &CellTarget<'_>, is: &str) -> Result<Value, Message> {
        let mut ids = Vec::new();
        for found in cell::units(self.edition, is) {
            let id = match found {
                Ok(id) => id,
                Err(name) => self.new_unit(target.row, &name)?,
            };
            if !ids.contains(&Value::text(&id)) {
                ids.push(Value::text(id));
            }
        }
        Ok(Value::List(ids))
    }

    /// Returns the id of a body that is named for the first time.
    pub(super) fn new_unit(&mut self, row: usize, name: &str) -> Result<String, Message> {
        let (path, lang) = (RelPath::of(UNITS), self.lang.code().to_owned());
        if let Some(near) = cell::near_unit(self.edition, self.locale(), name) {
            return Err(say!(
                "没有“{name}”这个单位；是不是“{near}”？确是另一个单位的，先写进“单位”工作表或 content/units.yaml",
                "there is no body “{name}”; did you mean “{near}”? If it is another, add it to the sheet of bodies or content/units.yaml first"
            ));
        }
        let value = self.value(&path);
        if !matches!(value, Value::List(_)) {
            *value = Value::List(Vec::new());
        }
        let Value::List(items) = value else { return Ok(String::new()) };
        if let Some(known) = items.iter().find(|item| item.str(&["name", &lang]) == Some(name)) {
            return Ok(known.str(&["id"]).unwrap_or_default().to_owned());
        }
        let is_free = |id: &String| !items.iter().any(|item| item.str(&["id"]) == Some(id));
        let id = (items.len() + 1..).map(|n| format!("unit-{n}")).find(is_free).unwrap_or_default();
        let names = Value::Map(vec![(lang, Value::text(name))]);
        items.push(Value::Map(vec![("id".to_owned(), Value::text(&id)), ("name".to_owned(), names)]));
        let message = say!(
            "新的单位，标识暂定为 {id}，请在 content/units.yaml 里改成有意义的（记录里一起改）",
            "a new body; its id is {id} for now: give it a better one in content/units.yaml and in the records"
        );
        self.report.at(Certainty::Likely, row, name, message);
        self.changes.push(Change { path, field: id.clone(), was: String::new(), is: name.to_owned() });
        Ok(id)
    }

    /// Remembers that something is new.
    pub(super) fn added(&mut self, path: &RelPath, name: &str, is: &str) {
        let change = Change { path: path.clone(), field: name.to_owned(), was: String::new(), is: is.to_owned() };
        self.changes.push(change);
    }

    /// Replaces what differs in a narrative.
    fn respond(&mut self, target: &CellTarget<'_>, was: &str, is: &str) -> Result<bool, Message> {
        if is.is_empty() {
            return Err(say!(
                "单元格是空的，整改情况没有删去；确要删去的，请改正文文件",
                "the cell is empty; the narrative is not taken away: edit its file if it is to go"
            ));
        }
        let stem = target.path.as_str().trim_end_matches(".yaml");
        let path = RelPath::of(format!("{stem}.{}.md", self.lang));
        let source = self.tree.text(path.as_str()).unwrap_or_default().to_owned();
        let replaced = narrative::replaced(&source, was, is);
        if replaced.is_whole && was.chars().count() > MOST {
            return Err(say!(
                "这段整改情况太长，单元格里不是全文，不能由台账整段替换；请改正文文件",
                "the response is longer than a cell holds, so a ledger does not replace it: edit its file"
            ));
        }
        if !source.is_empty() && !was.is_empty() {
            self.tell_whole(&CellTarget { path: &path, ..*target }, &replaced);
        }
        self.tree.rewrite(&path, &replaced.text);
        if self.lang == self.edition.notice.default_language() {
            let others = self.edition.notice.languages.iter().filter(|lang| **lang != self.lang);
            let files = others.map(|lang| format!("{stem}.{lang}.md")).filter(|file| self.tree.has(file));
            self.outdated.extend(files.collect::<Vec<_>>());
        }
        self.changes.push(Change { path, field: target.head.to_owned(), was: was.to_owned(), is: is.to_owned() });
        Ok(false)
    }

    /// Records what changes of status and deadline imply, and writes the records.
    pub(super) fn finish(mut self) -> Plan {
        let mut implied = Vec::new();
        for (id, moved) in std::mem::take(&mut self.moved) {
            self.imply(id, &moved, &mut implied);
        }
        if let Some(day) = self.as_of.filter(|_| !self.changes.is_empty()) {
            self.date_notice(day);
        }
        self.report.counted = Counted::default();
        let newer = self.newer;
        if newer > 0 {
            self.report.say(
                Certainty::LeftOut,
                say!(
                    "台账导出以后，通报里又改过 {newer} 处，台账没有动这几处，通报的不变",
                    "{newer} cells were edited in the notice since the ledger was exported, and not in the ledger: the notice stays"
                ),
            );
        }
        for (path, value) in std::mem::take(&mut self.values) {
            let written = match self.tree.text(path.as_str()) {
                Some(text) => yaml::rewritten(&path, text, &value),
                None => Ok(yaml::written_anew(&value)),
            };
            match written {
                Ok(text) => self.tree.rewrite(&path, &text),
                Err(message) => {
                    self.is_refused = true;
                    self.report.say(Certainty::NotUnderstood, message);
                }
            }
        }
        let tree = if self.is_refused { SourceTree::clone(&self.edition.tree) } else { self.tree };
        self.outdated.dedup();
        let Editor { changes, outdated, report, is_refused, is_unsure, disputed, .. } = self;
        Plan { tree, changes, implied, outdated, report, is_refused, is_unsure, is_disputed: disputed > 0 }
    }

    fn date_notice(&mut self, day: Date) {
        let (path, is) = (self.edition.notice.path.clone(), day.to_string());
        let value = self.value(&path);
        let was = value.str(&["as_of"]).unwrap_or_default().to_owned();
        if was != is {
            value.set(&["as_of"], cell::date_value(day), &[]);
            self.changes.push(Change { path, field: "as_of".to_owned(), was, is });
        }
    }

    fn imply(&mut self, id: IssueId, moved: &Moved, implied: &mut Vec<(RelPath, String)>) {
        let issue = self.issue(id);
        let as_of = self.as_of;
        let path = issue.path.clone();
        let value = self.value(&path).clone();
        let mut say = |editor: &mut Self, key: &str, new: Value, lines: String| match as_of {
            Some(_) => {
                let order = editor.order.clone();
                let names: Vec<&str> = order.iter().map(String::as_str).collect();
                editor.value(&path).set(&[key], new, &names);
                let is = lines.split_once(':').map_or("", |(_, is)| is).trim_start_matches(['\n', ' ', '-']).to_owned();
                editor.changes.push(Change { path: path.clone(), field: key.to_owned(), was: String::new(), is });
            }
            None => implied.push((path.clone(), lines)),
        };
        if let (Some(was), None) = (moved.due, value.get(&["original_due"])) {
            let is_moved = value.str(&["due"]).is_some_and(|due| due.parse::<Date>().is_ok());
            if is_moved {
                say(self, "original_due", cell::date_value(was), format!("original_due: {was}"));
            }
        }
        if moved.due.is_some() && value.get(&["original_due"]).is_some() {
            self.report.say(
                Certainty::Likely,
                say!(
                    "{path}：时限不是第一次调整，original_due 仍是最初的；请在 history 里加一条，说明这次由哪天改到哪天",
                    "{path}: the deadline was moved before, and `original_due` is still the first; tell readers in `history` from when to when it was moved now"
                ),
            );
        }
        if moved.has_status {
            let status = value.str(&["status"]).unwrap_or_default().to_owned();
            let day = self.day_of(&status, &value);
            let entry = [("on", cell::date_value(day)), ("status", Value::text(&status))];
            let entry = Value::Map(entry.map(|(key, value)| (key.to_owned(), value)).into());
            let mut history = list(value.get(&["history"]));
            history.push(entry);
            say(self, "history", Value::List(history), format!("history:\n  - {{on: {day}, status: {status}}}"));
        }
    }

    fn status_class(&self, status: &str) -> Option<StatusClass> {
        self.edition.notice.vocabulary.status(status).map(|status| status.class)
    }

    /// The day of a change of status: that of completion if the record has it, else that of the update, or of the notice.
    fn day_of(&self, status: &str, value: &Value) -> Date {
        let notice = &self.edition.notice;
        let class = self.status_class(status);
        let until = self.as_of.unwrap_or(*notice.record.as_of).last_day();
        let completed = value.str(&["completed_on"]).and_then(|on| on.parse::<Date>().ok());
        let is_day = |on: &Date| matches!(on.part(), DatePart::Day(..)) && !until.is_before(*on);
        completed.filter(|on| class == Some(StatusClass::Done) && is_day(on)).unwrap_or(until)
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

/// Whether a record says a value already, as a reader understands it: a list of one may be one, and numbers have several forms.
fn says(old: Option<&Value>, new: &Value) -> bool {
    match (old, new) {
        (Some(Value::Plain(a) | Value::Text(a)), Value::Plain(b) | Value::Text(b)) => {
            let number = |text: &str| text.parse::<crate::value::Decimal>().ok();
            let is_number = matches!(new, Value::Plain(_)) && number(a).is_some() && number(a) == number(b);
            a == b || is_number
        }
        (Some(old @ (Value::Text(_) | Value::Map(_))), Value::List(items)) => items[..] == [old.clone()],
        (Some(old), new) => old == new,
        (None, _) => false,
    }
}
