//! The bold words that items of lists begin with.

use super::super::Doc;
use super::super::piece::{Block, Piece, Placed, Span};

impl Doc {
    /// The bold words that items of lists begin with, in order: what an office writes before it says what was done.
    pub fn run_ins(&self) -> Vec<String> {
        let pieces = self.pieces();
        let starts = pieces.iter().enumerate().filter(|(_, placed)| placed.piece == Piece::Open(Block::Item));
        let end = |c: char| matches!(c, '。' | '：' | '；' | '.' | ':' | ';') || c.is_whitespace();
        let run_ins = starts.filter_map(|(at, _)| self.bold_at(&pieces[at + 1..]));
        run_ins.map(|words| words.trim_end_matches(end).to_owned()).filter(|words| !words.is_empty()).collect()
    }

    /// The words of the bold span that pieces begin with, or that the paragraph does which they begin with.
    fn bold_at(&self, pieces: &[Placed]) -> Option<String> {
        let mut pieces = pieces.iter();
        let first = pieces.next()?;
        let first = if first.piece == Piece::Open(Block::Paragraph) { pieces.next()? } else { first };
        if first.piece != Piece::OpenSpan(Span::Strong) {
            return None;
        }
        let (mut words, mut depth) = (String::new(), 1);
        for placed in pieces {
            match &placed.piece {
                Piece::OpenSpan(_) => depth += 1,
                Piece::CloseSpan => depth -= 1,
                Piece::Text(own) => words.push_str(self.words_of(own, placed)),
                _ => {}
            }
            if depth == 0 {
                return Some(words);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::text::markdown::parse;

    #[test]
    fn run_ins_are_the_bold_words_that_items_begin_with() {
        for (text, expected) in [
            ("- **完善制度。**修订办法。\n- **落实**责任：**不**松劲。\n", vec!["完善制度", "落实"]),
            ("**一段。**不是列表。\n\n- 没有**黑体**开头。\n", vec![]),
            (
                "1. **Rules.** They were revised.\n\n   **Not this.** And more.\n2. **Cases *and* checks:** seen.",
                vec!["Rules", "Cases and checks"],
            ),
        ] {
            assert_eq!(parse(text).run_ins(), expected, "{text}");
        }
    }
}
