//! Where a text is rendered, and what its names and addresses mean there.

use std::ops::Range;

use crate::diagnostic::Message;

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

impl RenderContext<'static> {
    /// A place that resolves nothing and has no words of its own.
    pub(super) fn neutral() -> RenderContext<'static> {
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
