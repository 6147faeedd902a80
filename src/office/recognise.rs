//! What a manuscript means: from lines and tables to a [`Draft`] and a [`Report`] in which every paragraph is used or named.
//!
//! Only words and numbers count, compared without regard to width and blanks; what is stored is the text as it stands. What is not said is
//! not made up: an issue whose status the notice does not state has none.
//!
//! `lines` are what is read, each with its `marker` (a `numeral`) and its label (`words`); `statuses`, `dates`, `bodies` and `statement` read
//! what stands in them. `outline` finds the issues of a `notice`, `block` reads one, `levels` and `placing` know the headings above; `front`,
//! `inspection`, `sign_off` and `contact` read what stands around, `parts` and `outstanding` what stands behind. `ledger` reads `tables`, into
//! which `cards` are put together; `made` reads what gongkai made. `numbers`, `gaps` and `tally` compare and count.

mod block;
mod bodies;
mod cards;
mod contact;
mod dates;
mod days;
mod enumeration;
mod fold;
mod front;
mod gaps;
mod groups;
mod inspection;
mod ledger;
mod levels;
mod likeness;
mod lines;
mod made;
mod marker;
mod notice;
mod numbers;
mod numeral;
mod outline;
mod outstanding;
mod parts;
mod persons;
mod placing;
mod sign_off;
mod statement;
mod statuses;
mod tables;
mod tally;
mod unseen;
mod words;

use super::draft::Draft;
use super::manuscript::{Block, Manuscript};
use super::report::{Certainty, Counted, Report};
use crate::say;
use lines::ManuscriptLine;
use notice::notice;
use numbers::number;
use tables::tables;
use tally::count;

pub(super) use bodies::{bodies, may_be_several};
pub use enumeration::{enumerated, enumeration};
pub(super) use ledger::is_ledger;
pub(super) use likeness::likeness;
pub(super) use statuses::status as status_word;

/// Returns the only date of a text, however it is written.
pub(super) fn date(text: &str) -> Option<crate::value::Date> {
    dates::whole_date(&fold::fold(text))
}

/// Reads one or several files of a notice: the text that has issues is the notice, ledgers are one or complete it.
pub fn recognise(manuscripts: &[Manuscript]) -> (Draft, Report) {
    let mut report = Report::default();
    let mut draft = Draft::default();
    let mut masked = |(file, manuscript): (usize, &Manuscript)| {
        (report.file, report.counted) = (file, counted(manuscript));
        let seen = unseen::without(manuscript, &mut report);
        let seen = if made::is_made(&seen) { seen } else { cards::together(seen) };
        persons::masked(&seen, &mut report)
    };
    let manuscripts: Vec<Manuscript> = manuscripts.iter().enumerate().map(&mut masked).collect();
    report.counted = Counted::default();
    for (file, manuscript) in manuscripts.iter().enumerate() {
        report.file = file;
        if made::is_made(manuscript) {
            made::read(manuscript, &mut draft, &mut report);
            continue;
        }
        let (lines, page_numbers) = lines::lines(manuscript, file, ledger::is_ledger);
        for line in &page_numbers {
            report.at(Certainty::LeftOut, line.number, &line.text, say!("页码", "a page number"));
        }
        if !lines.is_empty() {
            text(&lines, &mut draft, &mut report);
        }
    }
    let is_text = draft.issues.iter().any(|issue| !issue.statement.is_empty() || issue.title.is_some());
    for (file, manuscript) in manuscripts.iter().enumerate() {
        report.file = file;
        if !made::is_made(manuscript) {
            tables(manuscript, is_text, &mut draft, &mut report);
        }
        report.counted = counted(manuscript);
        manuscript.left_out.iter().for_each(|left| report.left_out(left));
    }
    report.counted = if is_text { Counted::Paragraphs } else { Counted::Rows(String::new()) };
    number(&mut draft, &mut report);
    count(&draft, &mut report);
    report.entries.sort_by_key(|entry| (entry.certainty, entry.file, entry.number));
    (draft, report)
}

/// Reads the lines of a text, from its ends to its middle.
fn text(lines: &[ManuscriptLine], draft: &mut Draft, report: &mut Report) {
    let mut used = vec![false; lines.len()];
    let signed = sign_off::sign_off(lines, draft);
    used[signed.clone()].fill(true);
    let reached = reach(&lines[..signed.start], &mut used, draft);
    // Whom to ask may stand in brackets behind the date.
    for (line, used) in lines[signed.end..].iter().zip(&mut used[signed.end..]) {
        *used = contact::read(&line.text, &mut draft.contact);
    }
    match outline::outline(&lines[..reached]).filter(|_| draft.issues.is_empty()) {
        Some(outline) => notice(&lines[..reached], &outline, &mut used, draft, report),
        None => front::front(&lines[..reached], &mut used[..reached], draft, report),
    }
    for (line, _) in lines.iter().zip(used).filter(|(_, used)| !used) {
        report.at(Certainty::NotUnderstood, line.number, &line.text, say!("没有用上", "not used"));
    }
}

/// Reads how to reach the office in the last lines; returns where they begin.
fn reach(lines: &[ManuscriptLine], used: &mut [bool], draft: &mut Draft) -> usize {
    let mut start = lines.len();
    for at in (lines.len().saturating_sub(8)..lines.len()).rev() {
        if contact::read(&lines[at].text, &mut draft.contact) {
            used[at] = true;
            start = at;
        }
    }
    // What invites readers may stand in a line of its own before them.
    if let Some(at) = start.checked_sub(1).filter(|at| start < lines.len() && contact::invites(&lines[*at])) {
        draft.contact.invitation.get_or_insert_with(|| lines[at].text.clone());
        used[at] = true;
        start = at;
    }
    start
}

/// Returns what a person counts in a file: rows if there is nothing but one table.
fn counted(manuscript: &Manuscript) -> Counted {
    match &manuscript.blocks[..] {
        [Block::Table(table)] => Counted::Rows(table.name.clone()),
        blocks if !blocks.is_empty() && blocks.iter().all(|block| matches!(block, Block::Table(_))) => {
            Counted::Rows(String::new())
        }
        _ => Counted::Paragraphs,
    }
}

#[cfg(test)]
mod tests;
