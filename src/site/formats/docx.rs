//! Documents (.docx, ECMA-376), written by hand: paragraphs by their styles, tables, lists, footnotes and links, on A4.
//!
//! `paragraph`, `run` and `table` write the text, `lists` numbers its items, `footnotes` are what stands below it. `styles` says how paragraphs look,
//! `page` what stands around the text, `piece` what a piece of the text is made from; `package` makes one file of all.

mod footnotes;
mod lists;
mod package;
mod page;
mod paragraph;
mod piece;
mod run;
mod styles;
mod table;

use super::ooxml::RELATIONS;
use super::xml::Xml;
use crate::value::{Date, Lang};
use lists::Lists;
pub(super) use styles::Style;
pub use styles::{MARK, VERSION};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The other parts: what each is called, and what kind it is.
const PARTS: [(&str, &str); 6] = [
    ("styles", "styles"),
    ("settings", "settings"),
    ("numbering", "numbering"),
    ("footnotes", "footnotes"),
    ("footer1", "footer"),
    ("footer2", "footer"),
];

/// What a document looks like.
pub(super) struct Look {
    /// Its title.
    pub title: String,
    /// The code of its language in the notice, and its tag.
    pub lang: Lang,
    pub language: String,
    /// Whether that is set like Chinese.
    pub is_east_asian: bool,
    /// The day that it is of.
    pub day: Date,
    /// Fonts: of the title, of headings of the first and the second level, of the text, of tables, and of Latin letters.
    pub fonts: [String; 6],
    /// What stands before and behind the number of a page.
    pub page_number: [String; 2],
}

/// A document in the making.
pub(super) struct Docx {
    look: Look,
    body: Xml,
    links: Vec<String>,
    footnotes: Vec<String>,
    lists: Lists,
    /// What the next paragraph states, if whoever imports the document is to know.
    next_states: Option<String>,
    /// What paragraphs state, each with the style that it is set in.
    marks: Vec<(Style, String)>,
    /// Words of the document and what they stand for, for whoever imports it.
    words: Vec<(String, String)>,
}

impl Docx {
    pub(super) fn new(look: Look) -> Docx {
        Docx {
            look,
            body: root("w:document"),
            links: Vec::new(),
            footnotes: Vec::new(),
            lists: Lists::default(),
            next_states: None,
            marks: Vec::new(),
            words: Vec::new(),
        }
        .begun()
    }

    fn begun(mut self) -> Docx {
        self.body.open("w:body", &[]);
        self
    }

    /// Says what the next paragraph states: the name of its style tells it to whoever imports the document.
    pub(super) fn states(&mut self, what: &str) -> &mut Docx {
        self.next_states = Some(what.to_owned());
        self
    }

    /// Says what a word of the document stands for. Names begin with their places, because programs sort them.
    pub(super) fn word(&mut self, name: String, text: String) {
        let place = self.words.len() + 1;
        self.words.push((format!("{place:06} {name}"), text));
    }

    /// Returns the id of the style of a paragraph that states something.
    fn marked(&mut self, style: Style, what: String) -> String {
        let id = styles::id_of_marked(style, &what);
        if !self.marks.iter().any(|(known, states)| (*known, states) == (style, &what)) {
            self.marks.push((style, what));
        }
        id
    }
}

/// A part that begins with this element.
fn root(name: &str) -> Xml {
    let mut xml = Xml::part();
    xml.open(name, &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)]);
    xml
}
