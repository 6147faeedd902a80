//! Texts of records that are no Markdown, such as titles and statements: marks of Markdown would be shown as typed.

use super::standard::Standard;
use super::texts::Piece;
use crate::diagnostic::Diagnostic;
use crate::say;

/// The only key of a record whose text is Markdown.
const MARKDOWN: &str = "next_steps:";

pub(super) fn check(_: &Standard, piece: &Piece<'_>) -> Vec<Diagnostic> {
    if is_markdown(piece) { Vec::new() } else { marks(piece) }
}

fn is_markdown(piece: &Piece<'_>) -> bool {
    let line_ends =
        piece.file[piece.range.start..].find('\n').map_or(piece.file.len(), |length| piece.range.start + length);
    let key = piece.file[..line_ends].rsplit('\n').find(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    piece.path.as_str().ends_with(".md") || key.is_some_and(|key| key.starts_with(MARKDOWN))
}

fn marks(piece: &Piece<'_>) -> Vec<Diagnostic> {
    let text = piece.text();
    let found = ["**", "](", "{{", "</", "<br"].into_iter().filter_map(|mark| Some((mark, text.find(mark)?)));
    found
        .map(|(mark, at)| {
            Diagnostic::error(
                "misread-markup",
                piece.place(at..at + mark.len()),
                say!(
                    "这里的“{mark}”会照样显示：这段文字不用 Markdown",
                    "this `{mark}` would be shown: the text is no Markdown"
                ),
            )
            .help(say!(
                "请只写文字；加粗、链接和引用的数据写进 .md 正文或 next_steps",
                "write words alone; bold text, links and quoted figures belong in the .md narratives or in `next_steps`"
            ))
        })
        .collect()
}
