//! Cells that both the ledger and the notice may have edited since the ledger was exported: which side counts.

use super::super::Side;
use super::super::canonical;
use super::super::cell::CellKind;
use super::super::target::{CellTarget, Cells};
use super::Editor;
use crate::office::report::{Certainty, shortened};
use crate::say;
use crate::site::formats::ledger_fingerprint;

impl Editor<'_> {
    /// Returns whether a cell says something else than it did when it was exported.
    pub(in crate::office::update) fn is_edited(&self, kind: CellKind<'_>, text: &str, exported: &str) -> bool {
        let is_same = |text: &str| ledger_fingerprint(text) == exported;
        !is_same(text) && !is_same(&canonical::canonical(self.edition, self.locale(), kind, text))
    }

    /// Takes a cell over that was edited in the ledger since it was exported, and in the notice was not. Where both were, and say different
    /// things now, the author has to say which counts.
    pub(in crate::office::update) fn merge(&mut self, target: &CellTarget<'_>, cells: &Cells<'_>) {
        let Cells { was, is, exported } = *cells;
        let canonical = |text: &str| canonical::canonical(self.edition, self.locale(), target.kind, text);
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
}
