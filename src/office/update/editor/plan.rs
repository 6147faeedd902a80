//! The plan that all changes together are, with the records written.

use super::super::Plan;
use super::Editor;
use crate::office::report::{Certainty, Counted};
use crate::say;
use crate::source::SourceTree;
use crate::source::yaml;

impl Editor<'_> {
    /// Records what changes of status and deadline imply, and writes the records.
    pub(in crate::office::update) fn finish(mut self) -> Plan {
        let mut implied = Vec::new();
        for (id, moved) in std::mem::take(&mut self.moved) {
            self.imply(id, &moved, &mut implied);
        }
        if let Some(day) = self.as_of.filter(|_| !self.changes.is_empty()) {
            self.date(day);
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
}
