//! The lines of a manuscript: each paragraph, and each line of one, with its number and its label.

use super::fold::{fold, original};
use super::marker::{Class, NumberMarker, marker};
use super::words::{Label, label};
use crate::office::draft::TextTable;
use crate::office::manuscript::{Block, Manuscript, Paragraph, Role, Table};

/// A line.
#[derive(Debug, Clone)]
pub(super) struct ManuscriptLine {
    /// The paragraph that it stands in.
    pub number: usize,
    /// Its text with the number before it.
    pub text: String,
    /// The text folded.
    pub folded: String,
    /// The number before it.
    pub marker: Option<NumberMarker>,
    /// The label that it begins with, behind the number.
    pub label: Option<Label>,
    /// What its style says that it is.
    pub role: Role,
    /// The tables that stand behind it and are no ledgers.
    pub tables: Vec<TextTable>,
}

/// Returns the words of a heading of a section: one by its style, or numbered 一、. Nothing if a paragraph is none.
pub(super) fn section_heading(paragraph: &Paragraph) -> Option<String> {
    const LONGEST: usize = 40;
    let line = ManuscriptLine::new(paragraph.number, &format!("{}{}", paragraph.label, paragraph.text), paragraph.role);
    let is_styled = matches!(paragraph.role, Role::Heading(_));
    let is_numbered = line.marker.is_some() && line.text.starts_with(|c| "一二三四五六七八九十".contains(c));
    let is_short = line.text.chars().count() <= LONGEST && !line.text.ends_with('。');
    (is_short && line.label.is_none() && (is_styled || is_numbered)).then(|| line.body().trim().to_owned())
}

impl ManuscriptLine {
    fn new(number: usize, text: &str, role: Role) -> ManuscriptLine {
        let text = text.trim();
        let folded = fold(text);
        let styled = || match role {
            Role::Heading(level) => Some(NumberMarker { class: Class::Heading(level), number: 0, length: 0 }),
            Role::Body | Role::Title => None,
        };
        let found = marker(&folded).filter(|found| found.class != Class::Quoted).or_else(styled);
        let found = found.or_else(|| marker(&folded));
        let body = &folded[found.as_ref().map_or(0, |found| found.length)..];
        // A numbered line that is nothing but such words is a heading: 二、整改情况.
        let is_signed = |label: &Label| body[..label.length].contains([':', ';', '】', ']', '〗']);
        let label = label(body).filter(|label| found.is_none() || is_signed(label));
        ManuscriptLine { number, text: text.to_owned(), folded, marker: found, label, role, tables: Vec::new() }
    }

    /// Its class, if it is numbered.
    pub(super) fn class(&self) -> Option<Class> {
        self.marker.as_ref().map(|marker| marker.class)
    }

    /// The number that is printed before it; 0 if none is.
    pub(super) fn printed(&self) -> u32 {
        self.marker.as_ref().map_or(0, |marker| marker.number)
    }

    /// Its text without the number.
    pub(super) fn body(&self) -> &str {
        original(&self.text, &self.folded, self.body_start()..self.folded.len())
    }

    /// The folded text without the number.
    pub(super) fn body_folded(&self) -> &str {
        &self.folded[self.body_start()..]
    }

    /// Its text without number and label.
    pub(super) fn content(&self) -> &str {
        let start = self.body_start() + self.label.map_or(0, |label| label.length);
        original(&self.text, &self.folded, start..self.folded.len())
    }

    /// Whether it begins with a word for what was done.
    pub(super) fn is_response(&self) -> bool {
        self.label.is_some_and(|label| label.slot.is_response())
    }

    fn body_start(&self) -> usize {
        self.marker.as_ref().map_or(0, |marker| marker.length)
    }

    /// Whether it is nothing but the number of a page.
    fn is_page_number(&self) -> bool {
        let inner = self.folded.trim_matches(|c: char| "-—–─·• ".contains(c));
        let pages = inner.chars().filter(|c| !"第共页/ ".contains(*c)).collect::<String>();
        let is_number = (1..6).contains(&pages.len()) && pages.bytes().all(|byte| byte.is_ascii_digit());
        is_number && (inner.len() < self.folded.len() || inner.contains('页') || pages.len() < 4)
    }
}

/// Returns the lines of a manuscript that are not empty, with the tables behind each, and those that are only numbers of pages. `file` is
/// which of several it is.
pub(super) fn lines(
    manuscript: &Manuscript,
    file: usize,
    is_ledger: impl Fn(&Table) -> bool,
) -> (Vec<ManuscriptLine>, Vec<ManuscriptLine>) {
    let (mut lines, mut page_numbers): (Vec<ManuscriptLine>, Vec<ManuscriptLine>) = (Vec::new(), Vec::new());
    for (at, block) in manuscript.blocks.iter().enumerate() {
        match block {
            Block::Paragraph(paragraph) => {
                for line in of_paragraph(paragraph).into_iter().filter(|line| !line.text.is_empty()) {
                    if line.is_page_number() { page_numbers.push(line) } else { lines.push(line) }
                }
            }
            Block::Table(table) if table.kind().is_none() && !is_ledger(table) => {
                let place = (file, at);
                let last = lines.last_mut().filter(|_| !table.rows.is_empty());
                last.into_iter().for_each(|line| {
                    line.tables.push(TextTable { behind: 0, place, rows: rows(table) });
                });
            }
            Block::Table(_) => {}
        }
    }
    (lines, page_numbers)
}

/// The cells of a table; lines in one are joined.
fn rows(table: &Table) -> Vec<Vec<String>> {
    let cell = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    table.rows.iter().map(|row| row.cells.iter().map(|of| cell(&of.text)).collect()).collect()
}

fn of_paragraph(paragraph: &Paragraph) -> Vec<ManuscriptLine> {
    let (label, text) = (&*paragraph.label, &*paragraph.text);
    let is_number = marker(&fold(label)).is_some() || marker(&fold(&format!("{label} 甲"))).is_some();
    // What is no number is words, 一是 or 措施1：; the sign of a list says nothing.
    let is_words = label.contains(char::is_alphanumeric) && !text.trim().is_empty();
    let is_joined = label.ends_with(['是', '：', '，', '、', '；', '。', '）', '》']);
    let text = match (is_number, is_words) {
        (false, false) => text.to_owned(),
        (false, true) if is_joined => format!("{label}{text}"),
        _ => format!("{label} {text}"),
    };
    text.split(['\n', '\u{b}', '\u{2028}'])
        .map(|line| ManuscriptLine::new(paragraph.number, line, paragraph.role))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_known_from_text() {
        for (text, expected) in [
            ("— 3 —", true),
            ("-12-", true),
            ("第3页 共9页", true),
            ("7", true),
            ("第3页共9页", true),
            ("2024", false),
            ("3. 教育", false),
            ("12人", false),
        ] {
            assert_eq!(ManuscriptLine::new(1, text, Role::Body).is_page_number(), expected, "{text}");
        }
    }

    #[test]
    fn a_number_that_the_word_processor_counted_is_read_like_a_typed_one() {
        let paragraph = Paragraph {
            number: 4,
            label: "（3）".into(),
            text: "学得不够。\n整改情况：学。".into(),
            ..Paragraph::default()
        };
        let lines = of_paragraph(&paragraph);
        assert_eq!((lines[0].printed(), lines[0].body(), lines[0].number), (3, "学得不够。", 4));
        assert_eq!((lines[1].content(), lines[1].number), ("学。", 4));
    }

    #[test]
    fn a_label_that_is_no_number_is_words() {
        for (label, expected) in [
            ("一是", "一是学得不够。"),
            ("第一，", "第一，学得不够。"),
            ("措施1：", "措施1：学得不够。"),
            ("A.", "A. 学得不够。"),
            ("第一条", "第一条 学得不够。"),
            ("•", "学得不够。"),
            ("—", "学得不够。"),
            ("", "学得不够。"),
        ] {
            let paragraph = Paragraph { label: label.into(), text: "学得不够。".into(), ..Paragraph::default() };
            assert_eq!(of_paragraph(&paragraph)[0].text, expected, "{label}");
        }
        let empty = Paragraph { label: "一是".into(), ..Paragraph::default() };
        assert_eq!(of_paragraph(&empty)[0].text, "");
    }
}
