//! The narrative of an issue, where a ledger says it otherwise.

use super::super::Change;
use super::super::target::CellTarget;
use super::Editor;
use crate::diagnostic::Message;
use crate::say;
use crate::value::RelPath;

/// How much of a text a cell is sure to hold, in characters.
const MOST: usize = 32_000;

impl Editor<'_> {
    /// Replaces what differs in a narrative.
    pub(super) fn respond(&mut self, target: &CellTarget<'_>, was: &str, is: &str) -> Result<bool, Message> {
        if is.is_empty() {
            return Err(say!(
                "单元格是空的，整改情况没有删去；确要删去的，请改正文文件",
                "the cell is empty; the narrative is not taken away: edit its file if it is to go"
            ));
        }
        let stem = target.path.as_str().trim_end_matches(".yaml");
        let path = RelPath::of(format!("{stem}.{}.md", self.lang));
        let source = self.tree.text(path.as_str()).unwrap_or_default().to_owned();
        let replaced = self.replaced(target, &source, was, is);
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
}
