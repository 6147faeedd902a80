//! Text files and tables of comma-separated values, in any encoding that office software writes.

mod table;

use super::limits;
use super::manuscript::{Block, Manuscript, Paragraph};
use super::refusal::Refusal;
use crate::source::decoded;
use table::table;

/// Returns what a person sees of a file that is no office document.
pub(super) fn read(ending: &str, bytes: &[u8]) -> Result<Manuscript, Refusal> {
    let text = decoded(bytes).ok_or_else(|| match ending {
        "docx" | "xlsx" => Refusal::not_what_it_says(ending),
        _ => Refusal::no_text(),
    })?;
    // What editors of old put at the end of a text.
    let text = text.trim_end_matches('\u{1a}');
    let mut left_out = Vec::new();
    let blocks = match ending {
        "docx" | "xlsx" | "doc" | "xls" | "wps" | "et" => return Err(Refusal::not_what_it_says(ending)),
        "csv" | "tsv" => {
            let (table, unread) = table(text)?;
            left_out = unread;
            table.map(Block::Table).into_iter().collect()
        }
        _ => paragraphs(text)?,
    };
    Ok(Manuscript { blocks, left_out, ..Manuscript::default() })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::manuscript::Row;

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
    fn what_programs_put_into_a_cell_without_a_value_is_told() {
        let found =
            read("csv", "序号,金额,图\n1,#DIV/0!,\"=DISPIMG(\"\"ID_1\"\",1)\"\n2,#1楼,-".as_bytes()).expect("a table");
        let told: Vec<_> = found.left_out.iter().map(|left| format!("{:?} {}", left.kind, left.number)).collect();
        assert_eq!(told, ["FormulaError 2", "Picture 2"]);
        assert!(
            matches!(&found.blocks[..], [Block::Table(table)] if table.rows[1].text() == "1" && table.rows[2].text() == "2 | #1楼 | -")
        );
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
