//! What a text holds beside its words: where its links and pictures lead, and what shows when a reader points at them.

use std::ops::Range;

use super::Doc;
use super::piece::{Link, Piece, Placed, Span};

/// Where a link or a picture leads, or its title.
#[derive(Clone, Debug)]
pub struct LinkText {
    /// The text, escapes and entities undone.
    pub text: String,
    /// Where it stands in the source, and whether it stands there as it is.
    at: Range<usize>,
    is_verbatim: bool,
}

impl LinkText {
    /// Where a range of the text stands in the source; all of it where it is written otherwise.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        if self.is_verbatim { self.at.start + range.start..self.at.start + range.end } else { self.at.clone() }
    }
}

impl Doc {
    /// Where links and pictures lead, and their titles.
    pub fn link_texts(&self) -> impl Iterator<Item = LinkText> {
        let link = |placed: Placed| match placed.piece {
            Piece::OpenSpan(Span::Link(ref link) | Span::Picture(ref link)) => Some((link.clone(), placed.at())),
            _ => None,
        };
        self.pieces().into_iter().filter_map(link).flat_map(|(link, at)| self.texts_of(*link, at))
    }

    fn texts_of(&self, link: Link, at: Range<usize>) -> impl Iterator<Item = LinkText> {
        let title = Some(link.title).filter(|title| !title.is_empty());
        link.destination.into_iter().chain(title).map(move |text| {
            let typed = self.source.get(at.clone()).unwrap_or_default();
            match typed.rfind(&text) {
                Some(start) => {
                    let start = at.start + start;
                    LinkText { at: start..start + text.len(), text, is_verbatim: true }
                }
                None => LinkText { text, at: behind_words(typed, &at), is_verbatim: false },
            }
        })
    }
}

/// What stands in the brackets behind the words of a link, or all of it.
fn behind_words(typed: &str, at: &Range<usize>) -> Range<usize> {
    match typed.rfind("](") {
        Some(start) if typed.ends_with(')') => at.start + start + "](".len()..at.end - ")".len(),
        _ => at.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;

    #[test]
    fn addresses_and_titles_are_given_with_their_places() {
        for (source, expected) in [
            ("见[表](a%20b.pdf \"名单\")", vec![("a%20b.pdf", "a%20b.pdf"), ("名单", "名单")]),
            ("![图](a.png)", vec![("a.png", "a.png")]),
            ("[甲](mailto:a&#64;b.example)", vec![("mailto:a@b.example", "mailto:a&#64;b.example")]),
            ("[甲][1]\n\n[1]: tel:12345", vec![("tel:12345", "[甲][1]")]),
            ("没有", vec![]),
        ] {
            let doc = parse(source);
            let found: Vec<_> = doc
                .link_texts()
                .map(|link| (link.text.to_owned(), source[link.place(0..link.text.len())].to_owned()))
                .collect();
            let expected: Vec<_> = expected.into_iter().map(|(text, at)| (text.to_owned(), at.to_owned())).collect();
            assert_eq!(found, expected, "{source}");
        }
    }
}
