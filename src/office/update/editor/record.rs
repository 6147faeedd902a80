//! The value of a cell in its record, written there where the record says something else; and cells that are empty.

use super::super::cell::{CellKind, NEEDED};
use super::super::meaning;
use super::super::target::CellTarget;
use super::Editor;
use crate::diagnostic::Message;
use crate::say;
use crate::source::yaml::Value;

impl Editor<'_> {
    /// Writes what a cell says into its record; returns whether that is something else.
    pub(super) fn say(&mut self, target: &CellTarget<'_>, was: &str, is: &str) -> Result<bool, Message> {
        let (edition, locale) = (self.edition, self.locale());
        let mut keys: Vec<String> = target.keys.to_vec();
        let new = match target.kind {
            CellKind::Word(prefix) => Value::text(meaning::word(edition, locale, prefix, is)?),
            CellKind::Choice(field) => Value::text(meaning::choice(edition, field, is)?),
            CellKind::Date => meaning::date_value(meaning::date(is)?),
            CellKind::Number => Value::word(&meaning::number(is)?.to_string()),
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

    /// Takes away what an empty cell stands for, where that is safe.
    pub(super) fn empty(&mut self, target: &CellTarget<'_>) -> Result<bool, Message> {
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
