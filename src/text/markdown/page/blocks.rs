//! The elements of blocks: paragraphs, headings, lists, tables.

use super::super::piece::Block;
use super::super::table::HtmlTable;
use super::HtmlPage;

impl<'d> HtmlPage<'_, 'd> {
    pub(super) fn open(&mut self, block: &'d Block) {
        match block {
            Block::Paragraph => self.out.push_str("<p>"),
            Block::Heading(level) => self.open_heading(*level),
            Block::Quotation => self.out.push_str("<blockquote>\n"),
            Block::Code => self.out.push_str("<pre><code>"),
            Block::List(None) => self.out.push_str("<ul>\n"),
            Block::List(Some(1)) => self.out.push_str("<ol>\n"),
            Block::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Block::Item => self.out.push_str("<li>"),
            Block::Table(columns) => self.table = Some(HtmlTable::new(columns, std::mem::take(&mut self.out))),
            Block::Row => self.table.iter_mut().for_each(HtmlTable::begin_row),
            Block::Head | Block::Cell | Block::Note(_) => {}
        }
        self.blocks.push(block);
    }

    pub(super) fn close(&mut self) {
        let close = match self.blocks.pop() {
            Some(Block::Paragraph) => "</p>\n",
            Some(Block::Heading(level)) => return self.close_heading(*level),
            Some(Block::Quotation) => "</blockquote>\n",
            Some(Block::Code) => "</code></pre>\n",
            Some(Block::List(None)) => "</ul>\n",
            Some(Block::List(Some(_))) => "</ol>\n",
            Some(Block::Item) => "</li>\n",
            Some(Block::Cell) => return self.close_cell(),
            Some(Block::Table(_)) => return self.close_table(),
            Some(Block::Head | Block::Row | Block::Note(_)) | None => "",
        };
        self.out.push_str(close);
    }

    /// The author's highest level becomes the level of the context, the next that the author uses the next, so that none is skipped.
    fn level(&self, level: u8) -> usize {
        let rank = self.levels.iter().position(|used| *used == level).unwrap_or(0);
        (usize::from(self.context.heading_level) + rank).clamp(1, 6)
    }

    fn open_heading(&mut self, level: u8) {
        self.headings += 1;
        self.out.push_str(&format!("<h{}", self.level(level)));
        self.attribute("id", &format!("{}h-{}", self.context.id_prefix, self.headings));
        self.out.push('>');
    }

    fn close_heading(&mut self, level: u8) {
        self.out.push_str(&format!("</h{}>\n", self.level(level)));
    }

    fn close_cell(&mut self) {
        if let Some(table) = &mut self.table {
            table.end_cell(std::mem::take(&mut self.out));
        }
    }

    fn close_table(&mut self) {
        if let Some(table) = self.table.take() {
            self.out = table.end(&self.context.labels, self.context.lang_is_east_asian, self.limit);
        }
    }
}
