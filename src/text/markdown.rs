//! Markdown: a text is parsed once into a [`Doc`]; HTML, plain text, prose and quotations are readers of it.
//!
//! Takes the text of an author; gives a document and [`Problem`]s with ranges of bytes. CommonMark with tables and footnotes, and nothing
//! else: no raw HTML, no attributes, no smart punctuation, no strikethrough (`1~2万元，3~4万元` stays as typed).
//!
//! The steps, each a file. Parsing: `flanking` marks emphasis beside Chinese punctuation; `read` turns the events of the parser into
//! pieces, with `run` and `figure` for text and quotations, and `misread` for what should not have become text, which `pasted` mends; `link` refuses unsafe
//! addresses. Rendering: `resolve` turns pieces into what one place shows (`shown`), with `breaks` and `picture`; `page`, `flow` and `plain` write
//! the result, with `note` and `table` for what is written late. `prose` is what rules about words read, `link_text` what stands beside the words.
//!
//! It never reads a file, never trusts a destination, and never lets a quoted figure be read as Markdown.

mod rule_ids;
mod account;
mod breaks;
mod character;
mod context;
mod escape;
mod figure;
mod flanking;
mod flow;
mod joined;
mod limit;
mod link;
mod link_text;
mod mask;
mod misread;
mod note;
mod page;
mod pasted;
mod picture;
mod piece;
mod plain;
mod problem;
mod prose;
mod raw_html;
mod read;
mod rendering;
mod resolve;
mod run;
mod shown;
mod stray;
mod structure;
mod table;
mod title;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

pub use context::{Labels, NoteMark, RenderContext, Target};
pub use flow::{FlowBlock, FlowCell, FlowKind, FlowRun};
pub use link::leads_elsewhere;
pub use link_text::LinkText;
use piece::{OwnWords, PackedPieces, Piece, Placed, Span};
pub use problem::Problem;
use problem::{quoted, reserved};
pub use prose::{BlockKind, OBJECT, Prose, ProseBlock};
pub use rule_ids::*;

/// A text, parsed. It depends on the text alone: names and addresses are resolved where it is rendered.
#[derive(Clone, Debug, PartialEq)]
pub struct Doc {
    source: Arc<str>,
    pieces: PackedPieces,
    problems: Box<[Problem]>,
}

/// Parses a text.
pub fn parse(source: impl Into<Arc<str>>) -> Doc {
    let source = source.into();
    let mut found = reserved(&source);
    let (mut pieces, definitions) = read::pieces(&source, &mut found);
    let lost = account::lost(&source, &pieces, &definitions);
    link::check(&source, &mut pieces, &mut found);
    found.extend(link::wordless(&source, &pieces));
    found.extend(link::undescribed(&source, &pieces));
    found.sort_by_key(|problem| problem.range.start);
    found.extend(unnamed(lost, &found));
    let mut doc = Doc { source, pieces: PackedPieces::of(&pieces), problems: Box::default() };
    found.extend(doc.problems_of_rendering(&pieces));
    found.sort_by_key(|problem| problem.range.start);
    doc.problems = found.into();
    doc
}

/// Whether asterisks at a place hide a part of a name or of a number: 李**, 138****8000.
pub fn hides_a_part(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let before = before.trim_end_matches('*');
    rest.starts_with('*') && mask::hides(before.chars().next_back(), rest.trim_start_matches('*').chars().next())
}

/// The losses that no other finding names. What was found is by position.
fn unnamed(lost: Vec<Problem>, found: &[Problem]) -> Vec<Problem> {
    let mut others = found.iter().map(|other| &other.range).peekable();
    let mut named = 0;
    lost.into_iter()
        .filter(|Problem { range, .. }| {
            while let Some(other) = others.next_if(|other| other.start <= range.start) {
                named = named.max(other.end);
            }
            range.end > named
        })
        .collect()
}

impl Doc {
    /// The text as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    fn pieces(&self) -> Vec<Placed> {
        self.pieces.unpacked()
    }

    /// What is wrong with the text, whatever surrounds it, by position.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The figures that the text quotes by name, each with its place.
    pub fn quotes(&self) -> impl Iterator<Item = (Box<str>, Range<usize>)> {
        self.pieces().into_iter().filter_map(|placed| match &placed.piece {
            Piece::Quote(name) => Some((name.clone(), placed.at())),
            _ => None,
        })
    }

    /// Where words stand in the text just as they are shown.
    pub fn typed_words(&self) -> impl Iterator<Item = Range<usize>> {
        self.pieces().into_iter().filter(|placed| matches!(placed.piece, Piece::Text(None))).map(|placed| placed.at())
    }

    /// Where its links and pictures lead, as the author wrote it.
    pub fn destinations(&self) -> impl Iterator<Item = String> {
        self.pieces().into_iter().filter_map(|placed| match placed.piece {
            Piece::OpenSpan(Span::Link(link) | Span::Picture(link)) => link.destination,
            _ => None,
        })
    }

    fn words_of<'d>(&'d self, words: &'d OwnWords, placed: &Placed) -> &'d str {
        words.as_deref().unwrap_or_else(|| self.typed(placed))
    }

    fn typed(&self, placed: &Placed) -> &str {
        self.source.get(placed.at()).unwrap_or_default()
    }
}

impl<'de> serde::Deserialize<'de> for Doc {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Doc, D::Error> {
        String::deserialize(deserializer).map(parse)
    }
}

/// A text, as far as editors know.
impl schemars::JsonSchema for Doc {
    fn inline_schema() -> bool {
        String::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Markdown".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Doc").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = String::json_schema(generator);
        schema.insert("format".to_owned(), "gongkai-markdown".into());
        schema
    }
}
