//! Texts of a document that gongkai made, as Markdown: its styles say which paragraphs are items, quotations and headings, its runs what stands
//! out and where it leads.

use super::passage::Passage;
use super::{notes, printed};
use crate::office::files::markdown::{escaped, markdown, table_of};
use crate::office::manuscript::{Across, Block, Paragraph, Role, Row, Table, TextKind, TextLook};
use crate::text::locale::Locale;
use crate::value::url;
use crate::value::width::is_wide;

/// Returns the paragraphs of a text as they stand.
pub(super) fn paragraphs(blocks: &[&Block]) -> Vec<String> {
    let text = |block: &&Block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.trim().to_owned()),
        Block::Table(_) => None,
    };
    blocks.iter().filter_map(text).filter(|text| !text.is_empty()).collect()
}

/// Returns the text of a passage as Markdown; nothing if it has none. `has_own` tells whether its first paragraph is text, too.
pub(super) fn of(locale: &Locale, passage: &Passage<'_>, has_own: bool) -> Option<String> {
    let first = Block::Paragraph(passage.first.clone());
    let blocks: Vec<&Block> = has_own.then_some(&first).into_iter().chain(passage.more.iter().copied()).collect();
    MarkdownWriter { locale, footnotes: Vec::new() }.write(&blocks)
}

/// Writes blocks as Markdown.
struct MarkdownWriter<'l> {
    locale: &'l Locale,
    /// Footnotes of the author's own. Notes of the editor are none of the text: marks stand for them.
    footnotes: Vec<String>,
}

impl MarkdownWriter<'_> {
    fn write(mut self, blocks: &[&Block]) -> Option<String> {
        let level = |block: &&Block| match block {
            Block::Paragraph(Paragraph { role: Role::Heading(level), .. }) => Some(*level),
            _ => None,
        };
        let outermost = blocks.iter().filter_map(level).min().unwrap_or(1);
        let mut parts: Vec<String> = Vec::new();
        let (mut is_in_list, mut is_numbered) = (false, false);
        for block in blocks {
            match block {
                Block::Table(table) => parts.push(self.table(table)),
                Block::Paragraph(paragraph) => {
                    let is_item = is_item(paragraph);
                    is_numbered = is_item && (is_numbered || !paragraph.label.is_empty());
                    parts.push(self.paragraph(paragraph, outermost, is_in_list, is_numbered));
                }
            }
            is_in_list = matches!(block, Block::Paragraph(paragraph) if is_item(paragraph));
        }
        parts.extend((1..).zip(&self.footnotes).map(|(n, footnote)| format!("[^{n}]: {}", markdown(footnote))));
        let parts = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty());
        let text = parts.collect::<Vec<_>>().join("\n\n");
        (!text.is_empty()).then(|| format!("{text}\n"))
    }

    fn paragraph(&mut self, paragraph: &Paragraph, outermost: u8, is_in_list: bool, is_numbered: bool) -> String {
        let text = broken(self.set(&paragraph.text, &paragraph.looks, true).trim());
        let lines = |before: &str| text.lines().map(|line| format!("{before}{line}\n")).collect::<String>();
        match (paragraph.role, paragraph.kind) {
            (Role::Heading(level), _) => format!("{} {text}", "#".repeat((usize::from(level - outermost) + 2).min(6))),
            (_, TextKind::Quotation) => lines("> "),
            (_, TextKind::Code) => format!("```\n{}\n```", paragraph.text),
            (_, TextKind::Item) => {
                let indent = "    ".repeat(paragraph.level);
                let number: String = paragraph.label.chars().take_while(char::is_ascii_digit).collect();
                match (number.is_empty(), paragraph.label.is_empty()) {
                    (false, _) => format!("{indent}{number}. {text}"),
                    // Chinese documents set items without a sign; what stands below a number goes on with it.
                    (true, true) if is_numbered => format!("{indent}    - {text}"),
                    (true, true) if is_in_list && !paragraph.text.contains(is_wide) => format!("{indent}  {text}"),
                    _ => format!("{indent}- {text}"),
                }
            }
            (_, TextKind::Plain) => text,
        }
    }

    /// Returns a text in which no sign is markup but what sets what stands out. `is_start` tells whether it begins a paragraph.
    fn set(&mut self, text: &str, looks: &[TextLook], is_start: bool) -> String {
        let mut written = String::new();
        let mut from = 0;
        for look in looks {
            let (Some(before), Some(inner)) = (text.get(from..look.range.start), text.get(look.range.clone())) else {
                return markdown(text);
            };
            written += &if from == 0 && is_start { markdown_start(before) } else { escaped(before) };
            written += &self.look(look, inner);
            from = look.range.end;
        }
        let rest = text.get(from..).unwrap_or_default();
        written + &if from == 0 && is_start { markdown(rest) } else { escaped(rest) }
    }

    /// Returns a stretch of a text that stands out, with what sets it.
    fn look(&mut self, look: &TextLook, text: &str) -> String {
        if let Some(footnote) = &look.footnote {
            if let Some((number, _)) = printed::editors_note(self.locale, footnote) {
                return notes::mark(number);
            }
            self.footnotes.push(footnote.clone());
            return format!("[^{}]", self.footnotes.len());
        }
        let sign = match (look.is_strong, look.is_stressed) {
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        let text = escaped(text);
        match &look.link {
            Some(link) => format!("{sign}[{text}](<{}>){sign}", url::completed(link)),
            None => format!("{sign}{text}{sign}"),
        }
    }

    /// A table. Its columns are set across as the cells below their heads are.
    fn table(&mut self, table: &Table) -> String {
        let cells = |row: &Row| {
            let set = row.cells.iter().map(|cell| self.set(&cell.text, &cell.looks, false).replace('\n', " "));
            set.collect::<Vec<String>>()
        };
        let rows: Vec<Vec<String>> = table.rows.iter().map(cells).collect();
        let across: Vec<Across> =
            table.rows.get(1).into_iter().flat_map(|row| &row.cells).map(|cell| cell.across).collect();
        table_of(&rows, &across)
    }
}

fn is_item(paragraph: &Paragraph) -> bool {
    paragraph.kind == TextKind::Item
}

/// The beginning of a paragraph; blanks at its end count.
fn markdown_start(text: &str) -> String {
    let blanks = &text[text.trim_end().len()..];
    format!("{}{blanks}", markdown(text))
}

/// Breaks lines where the document does.
fn broken(text: &str) -> String {
    text.replace('\n', "\\\n")
}
