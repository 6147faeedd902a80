//! `issues.csv`: one row an issue, for spreadsheets. UTF-8 with a byte order mark, so that Excel reads Chinese.

mod cell;

use memchr::memchr2_iter;

use super::ISSUES_OF_A_PIECE;
use crate::notice::Issue;
use crate::notice::edition::Edition;
use crate::notice::fields::{self, Field};
use crate::source::pieces::{Pieces, Put};
use crate::text::locale::Locale;
use crate::value::{Fingerprint, Lang};
use cell::cell;

pub(super) fn write(edition: &Edition, lang: Lang, pieces: &mut Pieces, put: &mut Put<'_>) {
    let locale = edition.theme.locale(lang);
    let columns = fields::columns(&edition.notice);
    let row = |issue: &Issue| columns.iter().map(|field| harmless(cell(edition, locale, issue, field))).collect();
    let head = || written(0, std::iter::once(heads(edition, locale)));
    pieces.append(put, Fingerprint::of("head", b""), head);
    for issues in edition.notice.issues.chunks(ISSUES_OF_A_PIECE) {
        pieces.append(put, Fingerprint::of("issues", b""), || rows_of(Vec::new(), issues.iter().map(row)));
    }
}

/// Returns what the columns are called, in order.
pub(super) fn heads(edition: &Edition, locale: &Locale) -> Vec<String> {
    let title = |field: Field| locale.text(&format!("data.columns.{}.title", field.name(&edition.notice)));
    fields::columns(&edition.notice).into_iter().map(title).collect()
}

/// Returns rows as a table for spreadsheets, in about so many bytes.
pub(super) fn written(capacity: usize, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(capacity);
    bytes.extend_from_slice(b"\xEF\xBB\xBF");
    rows_of(bytes, rows)
}

/// Returns a table with these rows below.
fn rows_of(bytes: Vec<u8>, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(bytes);
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

/// The rows of a table that comes part by part.
#[derive(Default)]
pub(super) struct RowCount {
    ended: usize,
    is_quoted: bool,
}

impl RowCount {
    pub(super) fn take(&mut self, bytes: &[u8]) {
        for at in memchr2_iter(b'"', b'\n', bytes) {
            match bytes[at] {
                // One that stands for itself is doubled.
                b'"' => self.is_quoted = !self.is_quoted,
                _ => self.ended += usize::from(!self.is_quoted),
            }
        }
    }

    /// Returns how many rows stand below its heads.
    pub(super) fn below_heads(&self) -> usize {
        self.ended.saturating_sub(1)
    }
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, “CSV Injection”).
pub(super) fn harmless(text: String) -> String {
    let first = text.trim_start_matches([' ', '\u{3000}']).chars().next();
    let is_formula = first.is_some_and(|c| "=+-@\t\r\n＝＋－＠".contains(c));
    if is_formula { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::{RowCount, harmless, written};

    #[test]
    fn rows_are_counted_without_their_heads() {
        let table = [["a", "b"], ["1", "two\nlines"], ["2", ""], ["\"\n\"", "\n"]];
        let rows = |bytes: &[u8]| {
            let mut count = RowCount::default();
            // Part by part as well as in one.
            bytes.chunks(3).for_each(|part| count.take(part));
            count.below_heads()
        };
        assert_eq!(rows(&written(0, table.into_iter().map(|row| row.map(str::to_owned).to_vec()))), 3);
        assert_eq!(rows(&written(0, std::iter::empty())), 0);
    }

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\u{3000}＝1", "＠x"] {
            assert!(harmless(text.to_owned()).starts_with('\''), "{text}");
        }
        for text in ["26", "南平市", "CNY 1", "a=b", ""] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
}
