//! Texts of a document that gongkai made, as Markdown: its styles say which paragraphs are items, quotations and headings, its runs what stands out.

use super::passage::Passage;
use crate::office::files::{escaped, markdown, table_of};
use crate::office::manuscript::{Block, Paragraph, Role, Table, TextKind};
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
pub(super) fn of(passage: &Passage<'_>, has_own: bool) -> Option<String> {
    let first = Block::Paragraph(passage.first.clone());
    let blocks: Vec<&Block> = has_own.then_some(&first).into_iter().chain(passage.more.iter().copied()).collect();
    written(&blocks)
}

/// Returns blocks as Markdown.
fn written(blocks: &[&Block]) -> Option<String> {
    let level = |block: &&Block| match block {
        Block::Paragraph(Paragraph { role: Role::Heading(level), .. }) => Some(*level),
        _ => None,
    };
    let outermost = blocks.iter().filter_map(level).min().unwrap_or(1);
    let mut parts: Vec<String> = Vec::new();
    let (mut is_in_list, mut is_numbered) = (false, false);
    for block in blocks {
        match block {
            Block::Table(table) => parts.push(of_table(table)),
            Block::Paragraph(paragraph) => {
                let is_item = is_item(paragraph);
                is_numbered = is_item && (is_numbered || !paragraph.label.is_empty());
                parts.push(of_paragraph(paragraph, outermost, is_in_list, is_numbered));
            }
        }
        is_in_list = matches!(block, Block::Paragraph(paragraph) if is_item(paragraph));
    }
    let text =
        parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    (!text.is_empty()).then(|| format!("{text}\n"))
}

fn is_item(paragraph: &Paragraph) -> bool {
    paragraph.kind == TextKind::Item
}

fn of_paragraph(paragraph: &Paragraph, outermost: u8, is_in_list: bool, is_numbered: bool) -> String {
    let text = set(paragraph);
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

/// Returns the text of a paragraph in which no sign is markup but what sets what stands out.
fn set(paragraph: &Paragraph) -> String {
    let text = &*paragraph.text;
    let mut written = String::new();
    let mut from = 0;
    for look in &paragraph.looks {
        let (Some(before), Some(inner)) = (text.get(from..look.range.start), text.get(look.range.clone())) else {
            return broken(&markdown(text));
        };
        let sign = match (look.is_strong, look.is_stressed) {
            (true, true) => "***",
            (true, false) => "**",
            (false, _) => "*",
        };
        written += &if from == 0 { markdown_start(before) } else { escaped(before) };
        written += &format!("{sign}{}{sign}", escaped(inner));
        from = look.range.end;
    }
    let rest = text.get(from..).unwrap_or_default();
    written += &if from == 0 { markdown(rest) } else { escaped(rest) };
    broken(written.trim())
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

fn of_table(table: &Table) -> String {
    let cells = |cell: &str| cell.replace('\n', " ");
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.cells.iter().map(|cell| cells(&cell.text)).collect()).collect();
    table_of(&rows)
}
