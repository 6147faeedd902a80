//! Links without words, and pictures without a description.

use std::ops::Range;

use super::super::Problem;
use super::super::piece::{Piece, Placed, Span};
use crate::say;
use crate::text::markdown::{EMPTY_LINK, MISSING_ALT};

/// The problems with links that have no words to click on.
pub(in crate::text::markdown) fn wordless(source: &str, pieces: &[Placed]) -> Vec<Problem> {
    empty_spans(source, pieces, |span| matches!(span, Span::Link(_)))
        .map(|range| {
            Problem::new(
                EMPTY_LINK,
                range,
                say!(
                    "链接没有文字，读者看不到，也点不了",
                    "the link has no words, so readers neither see it nor can follow it"
                ),
                say!("请在方括号里写明指向什么：[名单](文件)", "say in the brackets where it leads: [list](file)"),
            )
        })
        .collect()
}

/// The problems with pictures that have no description.
pub(in crate::text::markdown) fn undescribed(source: &str, pieces: &[Placed]) -> Vec<Problem> {
    empty_spans(source, pieces, |span| matches!(span, Span::Picture(_)))
        .map(|range| {
            Problem::new(
                MISSING_ALT,
                range,
                say!(
                    "图片没有文字说明，看不见图片的人无从得知内容",
                    "the picture has no description for those who cannot see it"
                ),
                say!(
                    "请在方括号里写明图片内容：![图片内容](文件)",
                    "say in the brackets what it shows: ![what it shows](file)"
                ),
            )
        })
        .collect()
}

/// Where spans begin that enclose nothing but white space.
fn empty_spans<'p>(
    source: &'p str,
    pieces: &'p [Placed],
    wanted: fn(&Span) -> bool,
) -> impl Iterator<Item = Range<usize>> + 'p {
    let is_blank = |placed: &&Placed| match &placed.piece {
        Piece::Text(words) => words.as_deref().or(source.get(placed.at())).is_none_or(|text| text.trim().is_empty()),
        _ => false,
    };
    let opens = move |(_, placed): &(usize, &Placed)| matches!(&placed.piece, Piece::OpenSpan(span) if wanted(span));
    let follows = move |at: usize| pieces[at..].iter().find(|placed| !is_blank(placed));
    let empty = move |at: usize| follows(at).is_none_or(|next| next.piece == Piece::CloseSpan);
    pieces.iter().enumerate().filter(opens).filter(move |(at, _)| empty(at + 1)).map(|(_, placed)| placed.at())
}
