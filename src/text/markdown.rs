//! Narratives: Markdown into HTML and into plain text.
//!
//! Takes the text of an author and a [`Setting`]; gives HTML that needs no further check, and [`Problem`]s with ranges of bytes.
//! CommonMark with tables and footnotes, and nothing else: no raw HTML, no attributes, no smart punctuation, no strikethrough
//! (`1~2万元，3~4万元` stays as typed).
//!
//! The steps, each a file: `flanking` marks emphasis beside Chinese punctuation; `read` turns the events of the parser into pieces, with
//! `run` and `figure` for text and quotations, and `misread` for what should not have become text; `link`, `breaks` and `picture` each
//! settle one kind of piece; `page` and `plain` write them out, with `note` and `table` for what is written late.
//!
//! It never reads a file, never trusts a destination, and never lets a quoted figure be read as Markdown.

mod breaks;
mod character;
mod escape;
mod figure;
mod flanking;
mod limit;
mod link;
mod misread;
mod note;
mod page;
mod picture;
mod piece;
mod plain;
mod raw_html;
mod read;
mod run;
mod structure;
mod table;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::diagnostic::Text;
use crate::say;

/// The rules that this room reports, in alphabetical order.
pub const RULES: [&str; 12] = [
    "accidental-emphasis",
    "broken-link",
    "empty-link",
    "footnote",
    "forbidden-character",
    "misread-markup",
    "missing-alt",
    "ordered-list-start",
    "output-too-large",
    "raw-html",
    "unknown-figure",
    "unsafe-link",
];

/// How a text is set and what its names mean.
pub struct Setting<'a> {
    /// Whether the language is set like Chinese: “ ” ‘ ’ — … · count as wide at line breaks of the source.
    pub lang_is_east_asian: bool,
    /// The level of HTML heading, 1 to 6, that the author's highest level gets. The next level that the author uses gets the next one, 6
    /// at most, so that no level is skipped.
    pub heading_level: u8,
    /// What ids of headings and footnotes begin with, so that several texts can share a page: `i026-`.
    pub id_prefix: &'a str,
    /// The text that `{{ name }}` stands for in this language; none if there is no such name.
    pub quote: &'a (dyn Fn(&str) -> Option<String> + Sync),
    /// Every name that `quote` knows, for "did you mean".
    pub names: &'a (dyn Fn() -> Vec<String> + Sync),
    /// What the destination of a link or picture leads to. It is asked for every destination whose scheme is safe, `https:` and `tel:`
    /// included, with entities decoded and controls removed.
    pub link: &'a (dyn Fn(&str) -> Target + Sync),
    /// Words that are written by gongkai, not by the author.
    pub labels: Labels<'a>,
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
    Broken(Text, Text),
}

/// A text that is set, and what was found on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetText {
    /// The HTML. Where there are problems it is the best that could be made of the text.
    pub html: Box<str>,
    /// The words alone, for search and downloads: a line for each block, quotations expanded, no markup.
    pub plain: Box<str>,
    /// The problems, by position.
    pub problems: Vec<Problem>,
    /// Whether it is the same wherever it stands: no heading, footnote, link or picture is in it.
    pub stands_anywhere: bool,
}

/// Something that an author has to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the rule, one of [`RULES`].
    pub rule: &'static str,
    /// Where it stands in the source, in bytes.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Text,
    /// How to mend it.
    pub help: Text,
}

/// Sets a text.
pub fn set(source: &str, setting: &Setting) -> SetText {
    let mut found = reserved(source);
    let mut pieces = read::pieces(source, setting, &mut found);
    link::resolve(source, &mut pieces, setting, &mut found);
    found.extend(link::wordless(&pieces));
    breaks::join(&mut pieces, setting.lang_is_east_asian);
    let pieces = picture::gather(pieces, &mut found);
    let (plain, stands_anywhere) =
        (plain::write(&pieces).into(), pieces.iter().all(|placed| placed.piece.stands_anywhere()));
    let html = page::write(source, pieces, setting, &mut found).into();
    found.sort_by_key(|problem| problem.range.start);
    SetText { html, plain, problems: found, stands_anywhere }
}

/// The findings for the character that this room needs for itself.
fn reserved(source: &str) -> Vec<Problem> {
    let code = format!("U+{:X}", u32::from(flanking::MARK));
    let problem = |(at, mark): (usize, &str)| Problem {
        rule: "forbidden-character",
        range: at..at + mark.len(),
        message: say!("字符 {code} 不能使用，它会被删去", "the character {code} cannot be used and would be dropped"),
        help: say!("请删除或换成别的字符", "delete it or write another character"),
    };
    source.match_indices(flanking::MARK).map(problem).collect()
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
