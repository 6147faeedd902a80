//! Paragraphs and tables as Markdown: no sign of a text is markup, and an enumeration is a list.

use std::fmt::Write as _;

use super::super::draft::TextTable;
use super::super::manuscript::Across;
use super::super::recognise::{enumerated, enumeration};

/// Returns paragraphs as Markdown with tables among them; so many paragraphs stand before those that the tables count.
pub(super) fn text_with_tables(paragraphs: &[String], tables: &[TextTable], before: usize) -> String {
    let mut parts = Vec::new();
    let mut from = 0;
    for table in tables {
        let to = (table.behind + before).min(paragraphs.len());
        parts.extend((from < to).then(|| text(&paragraphs[from..to])));
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| escaped(cell)).collect()).collect();
        parts.push(table_of(&rows, &[]));
        from = to.max(from);
    }
    parts.extend((from < paragraphs.len()).then(|| text(&paragraphs[from..])));
    parts.join("\n")
}

/// Returns a table in Markdown, of cells in Markdown; the first row has the heads. Columns are set across like this, the others as usual.
pub(in crate::office) fn table_of(rows: &[Vec<String>], across: &[Across]) -> String {
    let line = |row: &Vec<String>| format!("| {} |\n", row.join(" | "));
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    let rule = |at: usize| match across.get(at).copied().unwrap_or_default() {
        Across::Start => " --- |",
        Across::Center => " :-: |",
        Across::Right => " --: |",
    };
    let width = rows.first().map_or(0, Vec::len);
    lines.insert(1.min(lines.len()), format!("|{}\n", (0..width).map(rule).collect::<String>()));
    lines.concat()
}

/// Returns paragraphs as Markdown: 一是…二是… is set as a list, in one paragraph or in several, without a character changed.
pub(in crate::office) fn text(paragraphs: &[String]) -> String {
    let mut text = String::new();
    let mut items = 0;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let n = enumeration(&paragraphs[at..]);
        if items == 0 && n > 1 {
            items = n;
        }
        if items > 0 {
            items -= 1;
            let _ = writeln!(text, "- {}{}", markdown(paragraph), if items == 0 { "\n" } else { "" });
            continue;
        }
        let parts = enumerated(paragraph).unwrap_or_else(|| vec![paragraph]);
        let (first, items) = parts.split_first().map_or(("", &[][..]), |(first, items)| (*first, items));
        if !first.is_empty() {
            let _ = write!(text, "{}\n\n", markdown(first));
        }
        for item in items {
            let _ = writeln!(text, "- {}", markdown(item));
        }
        if !items.is_empty() {
            text.push('\n');
        }
    }
    format!("{}\n", text.trim_end())
}

/// Returns a part of a text in which no sign is markup.
pub(in crate::office) fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| ["\\`*_[]<>&|~{}^$".contains(c).then_some('\\'), Some(c)]).flatten().collect()
}

/// Returns a text in which no sign is markup.
pub(in crate::office) fn markdown(text: &str) -> String {
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_number = digits > 0 && text[digits..].starts_with(['.', ')']);
    let mut written = String::new();
    for (at, c) in text.char_indices() {
        let opens = at == 0 && "#+-=>:".contains(c) || is_number && at == digits;
        if opens || "\\`*_[]<>&|~{}^$".contains(c) {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_of_a_text_is_markup_and_an_enumeration_is_a_list() {
        let paragraphs = ["为此。一是学*党章*。二是做[好]。", "1. 另外{{ x }}，A_B_C。"].map(str::to_owned);
        assert_eq!(
            text(&paragraphs),
            "为此。\n\n- 一是学\\*党章\\*。\n- 二是做\\[好\\]。\n\n1\\. 另外\\{\\{ x \\}\\}，A\\_B\\_C。\n"
        );
        let paragraphs = ["为此：", "一是学。", "二是做。", "此外。"].map(str::to_owned);
        assert_eq!(text(&paragraphs), "为此：\n\n- 一是学。\n- 二是做。\n\n此外。\n");
    }
}
