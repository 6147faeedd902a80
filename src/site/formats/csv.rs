//! `issues.csv`: one row an issue, for spreadsheets. UTF-8 with a byte order mark, so that Excel reads Chinese.

use memchr::memchr2_iter;

use super::{ISSUES_OF_A_PIECE, labelled};
use crate::notice::edition::Edition;
use crate::notice::fields::{self, Field, FieldKind};
use crate::notice::{Issue, Item};
use crate::site::{MarkdownRenderer, declared};
use crate::source::pieces::{Pieces, Put};
use crate::text::locale::{Argument, Locale};
use crate::value::{Date, Fingerprint, Lang, Localized};

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

fn cell(edition: &Edition, locale: &Locale, issue: &Issue, field: &Field) -> String {
    let (notice, record) = (&edition.notice, &issue.record);
    let text = |text: &Localized| text.text(locale.lang).to_owned();
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    match field.kind {
        FieldKind::Number(number) => number(issue).to_string(),
        FieldKind::Name(name) => name(issue, locale.lang),
        FieldKind::DayOf(day) => day(edition.as_of, *notice.record.as_of).to_string(),
        FieldKind::Days(days) => days(issue, edition.as_of).map(|days| days.to_string()).unwrap_or_default(),
        FieldKind::Word(prefix, word) => {
            word(issue).map(|word| locale.text(&format!("{prefix}.{word}"))).unwrap_or_default()
        }
        FieldKind::Part(part) => part(notice, issue).map(|(_, title)| text(title)).unwrap_or_default(),
        FieldKind::Text(of) => of(record).map(text).unwrap_or_default(),
        FieldKind::Texts(texts) => joined(texts(record).iter().map(text)),
        FieldKind::Date(of) | FieldKind::Deadline(of) => date(of(record)),
        FieldKind::Units(ids) => joined(notice.units_of(ids(record)).map(|unit| text(&notice.unit(unit).name))),
        FieldKind::Places(ids) => joined(notice.places_of(ids(record)).map(|place| text(&notice.place(place).name))),
        FieldKind::Figures(figures) => joined(figures(record).iter().map(|figure| labelled(locale, figure))),
        FieldKind::Markdown(of) => {
            MarkdownRenderer::of_issue(edition, locale, issue).plain(issue, of).unwrap_or_default()
        }
        FieldKind::Notes(notes) => joined(notes(issue).list().iter().map(|note| text(note.text))),
        FieldKind::Corrections(corrections) => {
            joined(corrections(record).iter().map(|correction| text(&correction.text)))
        }
        FieldKind::Items(items) => joined(items(record).iter().map(|item| stated(locale, item))),
        FieldKind::Measures => joined(record.measures.iter().map(|measure| text(&measure.text))),
        FieldKind::Declared(at) => {
            issue.values[at].as_ref().map(|value| declared::plain(edition, locale, at, value)).unwrap_or_default()
        }
        FieldKind::AllDeclared | FieldKind::History | FieldKind::Own => String::new(),
    }
}

/// An item and its status.
fn stated(locale: &Locale, item: &Item) -> String {
    let status = locale.text(&format!("status.{}", item.status));
    let title = Argument::Text(item.title.text(locale.lang));
    locale.say("data.item", &[("title", title), ("status", Argument::Text(&status))])
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("; ")
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
