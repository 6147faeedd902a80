//! Text files and tables of comma-separated values, in any encoding that office software writes.

use super::limits;
use super::manuscript::{Block, Cell, Manuscript, Paragraph, Row, Table};
use super::refusal::Refusal;
use crate::say;
use crate::source::decoded;

/// What stands between the values of a line, in the order of trial; Excel writes tabs where it calls a table text.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// Returns what a person sees of a file that is no office document.
pub(super) fn read(ending: &str, bytes: &[u8]) -> Result<Manuscript, Refusal> {
    let text = decoded(bytes).ok_or_else(|| match ending {
        "docx" | "xlsx" => Refusal::not_what_it_says(ending),
        _ => Refusal::no_text(),
    })?;
    // What editors of old put at the end of a text.
    let text = text.trim_end_matches('\u{1a}');
    let blocks = match ending {
        "docx" | "xlsx" | "doc" | "xls" | "wps" | "et" => return Err(Refusal::not_what_it_says(ending)),
        "csv" | "tsv" => table(text)?.map(Block::Table).into_iter().collect(),
        _ => paragraphs(text)?,
    };
    Ok(Manuscript { blocks, ..Manuscript::default() })
}

/// Every line is a paragraph; those without text are only counted.
fn paragraphs(text: &str) -> Result<Vec<Block>, Refusal> {
    let text = text.replace("\r\n", "\n");
    let lines = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    let mut found = Vec::new();
    for (at, line) in lines.enumerate() {
        if at >= limits::PARAGRAPHS {
            return Err(Refusal::too_large());
        }
        if !line.trim().is_empty() {
            let paragraph = Paragraph { number: at + 1, text: line.to_owned(), ..Paragraph::default() };
            found.push(Block::Paragraph(paragraph));
        }
    }
    Ok(found)
}

/// Lines with text are rows of a table; without one there is none.
fn table(text: &str) -> Result<Option<Table>, Refusal> {
    let records = records(text, separator(text))?;
    let widest = records.iter().map(Vec::len).max().unwrap_or_default();
    if records.len() * widest > limits::CELLS {
        return Err(Refusal::too_large());
    }
    let is_blank = |record: &Vec<String>| record.iter().all(|text| text.trim().is_empty());
    let rows = records.into_iter().enumerate().filter(|(_, record)| !is_blank(record));
    let rows = rows.map(|(at, record)| {
        let mut cells: Vec<Cell> = record.into_iter().map(|text| Cell { text, ..Cell::default() }).collect();
        cells.resize(widest, Cell::default());
        Row { number: at + 1, cells }
    });
    let rows: Vec<Row> = rows.collect();
    Ok((!rows.is_empty()).then(|| Table { rows, ..Table::default() }))
}

/// Returns the values of every line, as Excel reads them: lines without anything are rows, too.
fn records(text: &str, separator: char) -> Result<Vec<Vec<String>>, Refusal> {
    let (mut records, mut record, mut value) = (Vec::new(), Vec::new(), String::new());
    let (mut is_quoted, mut count) = (false, 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.next_if_eq(&'"').is_some() => value.push('"'),
            '"' if is_quoted => is_quoted = false,
            '"' if value.is_empty() => is_quoted = true,
            '\r' if chars.peek() == Some(&'\n') => {}
            _ if is_quoted => value.push(c),
            '\n' | '\r' => {
                record.push(std::mem::take(&mut value));
                records.push(std::mem::take(&mut record));
                count += 1;
            }
            _ if c == separator => {
                record.push(std::mem::take(&mut value));
                count += 1;
            }
            _ => value.push(c),
        }
        if record.len() >= limits::COLUMNS {
            return Err(Refusal::too_wide(&(records.len() + 1).to_string()));
        }
        if count > limits::CELLS {
            return Err(Refusal::too_large());
        }
    }
    if is_quoted {
        return Err(Refusal::damaged(say!("有一个引号没有结束", "a quotation mark is not closed")));
    }
    record.push(value);
    records.push(record);
    Ok(records)
}

/// Returns what stands most often in the first line, outside of quotation marks.
fn separator(text: &str) -> char {
    let mut is_quoted = false;
    let mut counts = [0_usize; SEPARATORS.len()];
    for c in text.trim_start().chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                SEPARATORS.iter().zip(&mut counts).filter(|(known, _)| **known == c).for_each(|(_, count)| *count += 1)
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    SEPARATORS.iter().zip(counts).find(|(_, count)| *count == most).map_or(',', |(separator, _)| *separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(usize, String)> {
        let of = |block: Block| match block {
            Block::Paragraph(paragraph) => (paragraph.number, paragraph.text),
            Block::Table(table) => panic!("{table:?}"),
        };
        read("txt", text.as_bytes()).expect("text").blocks.into_iter().map(of).collect()
    }

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let texts = |row: Row| (row.number, row.cells.into_iter().map(|cell| cell.text).collect());
        match read("csv", text.as_bytes()).expect("a table").blocks.remove(0) {
            Block::Table(table) => table.rows.into_iter().map(texts).collect(),
            Block::Paragraph(paragraph) => panic!("{paragraph:?}"),
        }
    }

    #[test]
    fn every_line_with_text_is_a_paragraph_as_it_stands() {
        let found = lines("\u{FEFF}标题\r\n\r\n　　正文 \r尾\u{1a}");
        let expected = [(1, "标题"), (3, "　　正文 "), (4, "尾")].map(|(number, text)| (number, text.to_owned()));
        assert_eq!(found, expected);
    }

    #[test]
    fn tables_have_rows_of_one_width_with_the_numbers_that_excel_shows() {
        let found = rows("序号,问题\r\n1,\"甲，\r\n\"\"乙\"\"\"\r\n\r\n2\r\n");
        let expected = [(1, ["序号", "问题"]), (2, ["1", "甲，\n\"乙\""]), (4, ["2", ""])];
        assert_eq!(found, expected.map(|(number, cells)| (number, cells.map(str::to_owned).to_vec())));
        assert_eq!(rows("a\tb,c\td")[0].1, ["a", "b,c", "d"]);
        assert_eq!(rows("\"a,b,c\";d")[0].1, ["a,b,c", "d"]);
        for blank in [",", ",,\n,\n", " \t \r\n"] {
            assert_eq!(read("csv", blank.as_bytes()).expect("a file").blocks, [], "{blank:?}");
        }
    }

    #[test]
    fn what_is_too_large_or_something_else_is_refused() {
        assert_eq!(read("txt", "\n".repeat(limits::PARAGRAPHS).as_bytes()), Err(Refusal::too_large()));
        assert_eq!(read("csv", ",".repeat(limits::COLUMNS).as_bytes()), Err(Refusal::too_wide("1")));
        assert!(read("csv", b"a,\"b\nc").is_err());
        assert_eq!(read("docx", b"text"), Err(Refusal::not_what_it_says("docx")));
        assert_eq!(read("txt", b"\x01\x02\x03"), Err(Refusal::no_text()));
    }
}
