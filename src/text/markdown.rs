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
mod prose;
mod raw_html;
mod read;
mod resolve;
mod run;
mod shown;
mod stray;
mod structure;
mod table;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

pub use flow::{FlowBlock, FlowCell, FlowKind, FlowRun};
pub use link::leads_elsewhere;
pub use link_text::LinkText;
use piece::{Block, OwnWords, PackedPieces, Piece, Placed, Span};
pub use prose::{BlockKind, OBJECT, Prose, ProseBlock};
pub use rule_ids::*;

use crate::diagnostic::{Edit, Message, RuleId};
use crate::say;

/// Where a text is rendered and what its names mean there.
pub struct RenderContext<'a> {
    /// Whether the language is set like Chinese: “ ” ‘ ’ — … · count as wide at line breaks of the source.
    pub lang_is_east_asian: bool,
    /// The level of HTML heading, 1 to 6, that the author's highest level gets. The next level that the author uses gets the next one, 6
    /// at most, so that no level is skipped.
    pub heading_level: u8,
    /// What ids of headings and footnotes begin with, so that several texts can share a page: `i026-`.
    pub id_prefix: &'a str,
    /// The text that `{{ name }}` stands for in this language; none if there is no such name.
    pub quote: &'a (dyn Fn(&str) -> Option<String> + Sync),
    /// The marks that stand behind the figure of a name, each leading to a note on the page.
    pub marks: &'a (dyn Fn(&str) -> Vec<NoteMark> + Sync),
    /// Every name that `quote` knows, for "did you mean".
    pub names: &'a (dyn Fn() -> Vec<String> + Sync),
    /// What the destination of a link or picture leads to. It is asked for every destination whose scheme is safe, `https:` and `tel:`
    /// included, with entities decoded and controls removed.
    pub link: &'a (dyn Fn(&str) -> Target + Sync),
    /// The width and height in pixels of a picture, by its destination, so that nothing moves when it is loaded.
    pub size: &'a (dyn Fn(&str) -> Option<[u32; 2]> + Sync),
    /// Where dates stand in a text, which no line may part.
    pub dates: &'a (dyn Fn(&str) -> Vec<Range<usize>> + Sync),
    /// Words that are written by gongkai, not by the author.
    pub labels: Labels<'a>,
}

/// A mark behind a figure that leads to a note about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteMark {
    /// The id of the note on the page.
    pub anchor: String,
    /// What the mark shows: 编注1, ed. 1.
    pub text: String,
    /// What it is called: 编者注1, Editor’s note 1.
    pub label: String,
}

/// Words for screen readers, in the language of the text.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// What the section of footnotes is called: 脚注, Footnotes.
    pub footnotes: &'a str,
    /// What a footnote is called before its number: 脚注, Footnote.
    pub footnote: &'a str,
    /// What the way back from a footnote is called before its number: 返回正文, Back to text.
    pub back: &'a str,
    /// What a table is called before the names of its columns: 表格, Table.
    pub table: &'a str,
}

/// What a destination leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An address for the page, not yet escaped.
    Href(String),
    /// Nothing: what is wrong, and how to mend it.
    Broken(Message, Message),
}

/// A text, parsed. It depends on the text alone: names and addresses are resolved where it is rendered.
#[derive(Clone, Debug, PartialEq)]
pub struct Doc {
    source: Arc<str>,
    pieces: PackedPieces,
    problems: Box<[Problem]>,
}

/// Something that an author has to fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule that it breaks.
    pub rule: RuleId,
    /// Where it stands in the source, in bytes.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// How to fix it.
    pub help: Message,
    /// The changes of the text that fix it, by position, where no judgement is needed; none else.
    pub fix: Vec<Edit>,
}

impl Problem {
    /// A breach of a rule, which takes judgement to fix.
    fn new(rule: RuleId, range: Range<usize>, message: Message, help: Message) -> Problem {
        Problem { rule, range, message, help, fix: Vec::new() }
    }

    /// The same problem with the changes that fix it.
    fn fixed_by(mut self, edits: Vec<Edit>) -> Problem {
        self.fix = edits;
        self
    }
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

    /// The words of the heading of the first level that the text begins with, and where it stands: the title of a text that has one.
    pub fn title(&self) -> Option<(String, Range<usize>)> {
        let pieces = self.pieces();
        let heading = &pieces[..title_end(&pieces)?];
        Some((plain::write(&self.shown(heading, &RenderContext::neutral())), heading.first()?.at()))
    }

    /// The text without its title.
    pub fn body(&self) -> Doc {
        let pieces = self.pieces();
        let body = PackedPieces::of(&pieces[title_end(&pieces).unwrap_or(0)..]);
        Doc { source: self.source.clone(), pieces: body, problems: Box::default() }
    }

    fn pieces(&self) -> Vec<Placed> {
        self.pieces.unpacked()
    }

    /// Whether all that it says are headings, if that: a rule alone, a title with nothing below it.
    pub fn is_silent(&self) -> bool {
        let mut in_heading = false;
        let mut says = |placed: &Placed| match &placed.piece {
            Piece::Open(block) => {
                in_heading = matches!(block, Block::Heading(_));
                false
            }
            Piece::Close => {
                in_heading = false;
                false
            }
            Piece::Text(words) => !in_heading && !self.words_of(words, placed).trim().is_empty(),
            Piece::Quote(_) | Piece::Code(_) | Piece::OpenSpan(Span::Picture(_)) => !in_heading,
            _ => false,
        };
        !self.pieces().iter().any(&mut says)
    }

    /// What is wrong with the text, whatever surrounds it, by position.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What is wrong with its names and addresses in a place, by position.
    pub fn unresolved(&self, context: &RenderContext<'_>) -> Vec<Problem> {
        self.pieces()
            .iter()
            .flat_map(|placed| match &placed.piece {
                Piece::Quote(name) => figure::unresolved(name, placed.at(), context)
                    .or_else(|| figure::doubled(name, &placed.at(), &self.source, context))
                    .into_iter()
                    .collect(),
                Piece::Text(None) => figure::single(self.typed(placed), placed.at().start, context),
                Piece::OpenSpan(span) => link::unresolved(span, placed.at(), context).into_iter().collect(),
                _ => Vec::new(),
            })
            .collect()
    }

    /// The HTML in a place; nothing if it exceeds the limit, which is reported as the text is parsed.
    pub fn html(&self, context: &RenderContext<'_>) -> String {
        page::write(&self.source, self.shown(&self.pieces(), context), context, &mut Vec::new())
    }

    /// The words alone, for search and downloads: a line for each block, quotations expanded, no markup.
    pub fn plain(&self, context: &RenderContext<'_>) -> String {
        plain::write(&self.shown(&self.pieces(), context))
    }

    /// The paragraphs and tables in a place, for documents that are no HTML.
    pub fn flow(&self, context: &RenderContext<'_>) -> Vec<FlowBlock> {
        flow::write(&self.source, self.shown(&self.pieces(), context))
    }

    /// The figures that the text quotes by name, each with its place.
    pub fn quotes(&self) -> impl Iterator<Item = (Box<str>, Range<usize>)> {
        self.pieces().into_iter().filter_map(|placed| match &placed.piece {
            Piece::Quote(name) => Some((name.clone(), placed.at())),
            _ => None,
        })
    }

    /// Where its links and pictures lead, as the author wrote it.
    pub fn destinations(&self) -> impl Iterator<Item = String> {
        self.pieces().into_iter().filter_map(|placed| match placed.piece {
            Piece::OpenSpan(Span::Link(link) | Span::Picture(link)) => link.destination,
            _ => None,
        })
    }

    /// What only shows when the text is written out: footnotes that nothing refers to, output beyond the limit. Text without notes, tables
    /// and links has neither.
    fn problems_of_rendering(&self, pieces: &[Placed]) -> Vec<Problem> {
        let mut found = Vec::new();
        if pieces.iter().any(|placed| placed.piece.is_written_late()) {
            let context = RenderContext::neutral();
            page::write(&self.source, self.shown(pieces, &context), &context, &mut found);
        }
        found
    }

    fn words_of<'d>(&'d self, words: &'d OwnWords, placed: &Placed) -> &'d str {
        words.as_deref().unwrap_or_else(|| self.typed(placed))
    }

    fn typed(&self, placed: &Placed) -> &str {
        self.source.get(placed.at()).unwrap_or_default()
    }
}

/// How many pieces the title takes up, if the text begins with one.
fn title_end(pieces: &[Placed]) -> Option<usize> {
    matches!(pieces.first()?.piece, Piece::Open(Block::Heading(1))).then_some(())?;
    Some(pieces.iter().position(|placed| placed.piece == Piece::Close)? + 1)
}

impl RenderContext<'static> {
    /// A place that resolves nothing and has no words of its own.
    fn neutral() -> RenderContext<'static> {
        RenderContext {
            lang_is_east_asian: true,
            heading_level: 3,
            id_prefix: "",
            quote: &|_| None,
            marks: &|_| Vec::new(),
            names: &Vec::new,
            link: &|destination| Target::Href(destination.to_owned()),
            size: &|_| None,
            dates: &|_| Vec::new(),
            labels: Labels { footnotes: "", footnote: "", back: "", table: "" },
        }
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

/// The findings for the characters that this room needs for itself.
fn reserved(source: &str) -> Vec<Problem> {
    let problem = |(at, mark): (usize, &str)| {
        let code = mark.chars().next().map(|c| format!("U+{:X}", u32::from(c))).unwrap_or_default();
        Problem::new(
            FORBIDDEN_CHARACTER,
            at..at + mark.len(),
            say!("字符 {code} 不能使用，它会被删去", "the character {code} cannot be used and would be dropped"),
            say!("请删除或换成别的字符", "delete it or write another character"),
        )
    };
    source.match_indices(flanking::RESERVED).map(problem).collect()
}

/// What an author typed as a message shows it: on one line, not too long, with no character that could disturb a terminal.
fn quoted(typed: &str) -> String {
    const LENGTH: usize = 60;
    let shown: String = typed
        .chars()
        .map(|c| if c.is_whitespace() || character::is_forbidden(c) { ' ' } else { c })
        .take(LENGTH)
        .collect();
    let more = if typed.chars().nth(LENGTH).is_some() { "…" } else { "" };
    format!("{}{more}", shown.trim())
}
