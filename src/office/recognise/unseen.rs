//! Signs that nobody sees: they come with texts that were copied from web pages and chats, and keep words from being recognised.

use crate::office::manuscript::{Block, Manuscript};
use crate::office::report::{Certainty, Report};
use crate::say;

/// Whether a sign takes no room: of no width, a mark of the order of bytes, a soft hyphen, or one that turns the direction of writing.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// Returns a manuscript without such signs; the report says where they were.
pub(super) fn without(manuscript: &Manuscript, report: &mut Report) -> Manuscript {
    let mut seen = manuscript.clone();
    for block in &mut seen.blocks {
        match block {
            Block::Paragraph(paragraph) => drop_unseen(&mut paragraph.text, paragraph.number, report),
            Block::Table(table) => table
                .rows
                .iter_mut()
                .for_each(|row| row.cells.iter_mut().for_each(|cell| drop_unseen(&mut cell.text, row.number, report))),
        }
    }
    seen
}

fn drop_unseen(text: &mut String, number: usize, report: &mut Report) {
    let n = text.chars().filter(|c| is_unseen(*c)).count();
    if n > 0 {
        text.retain(|c| !is_unseen(c));
        let message = say!("看不见的字符 {n} 个", "{n} signs that do not show");
        report.at(Certainty::LeftOut, number, text, message);
    }
}
