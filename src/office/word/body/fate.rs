//! Text put where the reader stands, or left out and told: deleted, hidden, struck, of a field that does not show.

use super::BodyReader;
use crate::office::manuscript::{LeftOutKind, TextLook};
use crate::office::scripts::Script;

/// What keeps text from being seen, the strongest first.
pub(super) const UNSEEN: [LeftOutKind; 4] =
    [LeftOutKind::Deleted, LeftOutKind::HiddenRow, LeftOutKind::Hidden, LeftOutKind::Other];

impl BodyReader<'_> {
    pub(super) fn end_text(&mut self, name: &str) {
        let text: String = self.text.chars().map(|c| if "\n\r\t".contains(c) { ' ' } else { c }).collect();
        let text = if self.is_preserved { &*text } else { text.trim_matches(' ') };
        match name {
            "instrText" => self.fields.say(text),
            "delText" => self.places.leave_out(LeftOutKind::Deleted, text),
            "a:t" => self.places.leave_out(LeftOutKind::Other, text),
            _ => self.put(text),
        }
    }

    /// Puts text where the reader stands, or tells that it is left out.
    pub(super) fn put(&mut self, text: &str) {
        let fate = self.fate();
        if let Some(kind) = fate {
            self.places.leave_out(kind, text);
        }
        if fate.is_none_or(|kind| matches!(kind, LeftOutKind::Inserted | LeftOutKind::Struck)) {
            self.place(text);
        }
    }

    /// Puts text that a person sees where the reader stands: into the equation that is read, or the paragraph.
    pub(super) fn place(&mut self, text: &str) {
        if let Some(equation) = &mut self.equation {
            return equation.put(text);
        }
        let run = self.runs.last();
        let (is_strong, is_stressed) = run.map_or((false, false), |run| (run.is_strong, run.is_stressed));
        let script = run.map_or(Script::Level, |run| {
            run.script.unwrap_or_else(|| self.styles.script(run.style.as_deref()).unwrap_or_default())
        });
        let link = self.link().cloned();
        let before = self.places.draft().map_or("", |draft| &draft.text);
        let is_digit = |c: char| c.is_ascii_digit();
        let is_apart = self.is_apart && before.ends_with(is_digit) && text.starts_with(is_digit);
        let text = format!("{}{}", if is_apart { " " } else { "" }, script.written(text, before));
        self.is_apart &= text.is_empty();
        self.places.put(&text, TextLook { is_strong, is_stressed, link, ..TextLook::default() });
    }

    /// Returns why text that stands here is left out or told of.
    pub(super) fn fate(&self) -> Option<LeftOutKind> {
        let is_in_force = |kind: &LeftOutKind| self.in_force.contains(kind);
        let unseen = UNSEEN.iter().copied().find(is_in_force);
        let unseen = unseen.or_else(|| self.is_hidden().then_some(LeftOutKind::Hidden));
        let unseen = unseen.or_else(|| self.fields.fate());
        let is_struck = self.runs.last().is_some_and(|run| run.is_struck);
        unseen
            .or_else(|| Some(LeftOutKind::Inserted).filter(is_in_force))
            .or_else(|| is_struck.then_some(LeftOutKind::Struck))
    }

    /// Whether the run that is read is hidden, by itself or by its styles.
    pub(super) fn is_hidden(&self) -> bool {
        let Some(run) = self.runs.last() else { return false };
        let is_shaded = run.is_shaded || self.is_shaded || self.open.iter().any(|open| open.name == "tbl");
        run.is_tiny
            || run.is_white && !is_shaded
            || run.is_hidden.unwrap_or_else(|| self.styles.is_hidden(self.places.style(), run.style.as_deref()))
    }

    /// Lets the innermost open element of this name say something of the text in it.
    pub(super) fn put_in_force(&mut self, name: &str, kind: LeftOutKind) {
        if let Some(open) = self.open.iter_mut().rev().find(|open| open.name == name) {
            open.effects.push(kind);
            self.in_force.push(kind);
        }
    }
}
