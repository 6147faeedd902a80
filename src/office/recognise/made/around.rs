//! What stands around the issues of a document that gongkai made: title, contact, parts, persons, and what its words stand for.

mod front;
mod hosts;
mod metadata;
mod typed;

use serde_yaml::{Mapping, Value};

use super::figures::KnownFigures;
use super::notes::FoundNotes;
use super::passage::Passage;
use crate::diagnostic::Message;
use crate::office::draft::Draft;
use crate::office::manuscript::{Block, Manuscript, Paragraph};
use crate::office::report::{Certainty, Report};
use crate::say;
use crate::text::locale::Locale;
use crate::value::{Date, Lang};

/// What a document says while it is read.
pub(super) struct MadeReader<'a> {
    pub draft: &'a mut Draft,
    pub report: &'a mut Report,
    pub locale: &'a Locale,
    pub lang: Lang,
    /// Words of statuses, with the id of each and the built-in status that it counts as.
    pub statuses: Vec<(String, String, String)>,
    /// What stands behind a status that was inferred.
    pub inferred: String,
    /// Words of responses to findings, with the id of each.
    pub responses: Vec<(String, String)>,
    /// Labels of issues, with the number of each.
    pub labels: Vec<(String, Option<u32>)>,
    /// Titles of parts, with the id of each.
    pub(super) titles: Vec<(String, String)>,
    /// Titles of groups of persons, with the id of each.
    pub(super) groups: Vec<(String, String)>,
    /// Names of places, with the id of each.
    pub places: Vec<(String, String)>,
    /// Figures that the document knows.
    pub known: KnownFigures,
    /// Notes of the editor about the notice as a whole, and about persons held to account.
    pub(super) notes: [FoundNotes; 2],
    /// Deadlines in words, with the date of each.
    pub deadlines: Vec<(String, Date)>,
}

impl<'a> MadeReader<'a> {
    pub(super) fn new(draft: &'a mut Draft, report: &'a mut Report, locale: &'a Locale, lang: Lang) -> MadeReader<'a> {
        MadeReader {
            draft,
            report,
            locale,
            lang,
            statuses: Vec::new(),
            inferred: locale.text("basis.mark"),
            responses: Vec::new(),
            labels: Vec::new(),
            titles: Vec::new(),
            groups: Vec::new(),
            places: Vec::new(),
            known: KnownFigures::default(),
            notes: <[FoundNotes; 2]>::default(),
            deadlines: Vec::new(),
        }
    }
}

impl MadeReader<'_> {
    /// Reads what stands around the issues, and returns all passages.
    pub(super) fn read<'m>(&mut self, manuscript: &'m Manuscript) -> Vec<Passage<'m>> {
        self.draft.is_made = true;
        self.declare(&manuscript.words);
        let passages = self.passages(manuscript);
        self.hosts(&passages);
        passages.iter().for_each(|passage| self.front(passage));
        let is_of_notice = |passage: &&Passage<'_>| !["issue", "part", "section"].contains(&passage.kind());
        passages.iter().take_while(is_of_notice).for_each(|passage| self.fact(passage));
        self.beside(&passages);
        self.parts(&passages);
        self.accountability(&passages);
        let first = passages.iter().position(|passage| passage.kind() == "issue").unwrap_or(passages.len());
        passages.iter().enumerate().for_each(|(at, passage)| self.unread(passage, at < first));
        passages
    }

    pub(super) fn put(&mut self, key: &str, value: Value) {
        self.draft.more.insert(key.into(), value);
    }

    /// A text in the language of the document.
    pub(super) fn text(&self, text: &str) -> Value {
        let mut map = Mapping::new();
        map.insert(self.lang.code().into(), text.into());
        Value::Mapping(map)
    }

    /// The paragraphs that say what they state, each with what stands behind it.
    fn passages<'m>(&mut self, manuscript: &'m Manuscript) -> Vec<Passage<'m>> {
        let mut passages: Vec<Passage<'m>> = Vec::new();
        for block in &manuscript.blocks {
            // What stands behind a note or a sentence about a rest goes on with the text above it.
            let above = passages.iter_mut().rev().find(|passage| !["note", "rest"].contains(&passage.kind()));
            match (block, above) {
                (Block::Paragraph(first @ Paragraph { mark: Some(mark), .. }), _) => {
                    passages.push(Passage { states: &mark.states, first, more: Vec::new() });
                }
                (block, Some(passage)) => {
                    self.typed(block);
                    passage.more.push(block);
                }
                (Block::Paragraph(paragraph), None) => {
                    let message = say!("在标题之前，没有收入", "it stands before the title, and was not taken over");
                    self.report.at(Certainty::NotUnderstood, paragraph.number, &paragraph.text, message);
                }
                (Block::Table(_), None) => {}
            }
        }
        passages
    }

    /// Says that something was not taken over.
    pub(super) fn left(&mut self, passage: &Passage<'_>, what: &Message) {
        let (zh, en) = (&what.zh, &what.en);
        let message = say!("{zh}，没有收入", "{en}; it was not taken over");
        self.report.at(Certainty::LeftOut, passage.first.number, &passage.first.text, message);
    }

    /// Says what a document does not hold.
    pub(super) fn tell(&mut self) {
        self.report.say(
            Certainty::Read,
            say!(
                "这份文档由 gongkai 导出，各段是什么按段落样式读出",
                "gongkai made this document: what its paragraphs are is read from their styles"
            ),
        );
        self.report.say(
            Certainty::LeftOut,
            say!(
                "文档里没有的，不会收入：其他语言、附件和图片、没有编者注的已接受提示、更正、网站信息、外观和用语。原通报还在的，请在它的文件夹里用 import --update 收回改动",
                "what the document does not hold is not taken over: other languages, attachments and pictures, findings accepted without an editor's note, corrections, data about the website, the theme and its words. Where the notice is still there, take edits back with `import --update` in its folder"
            ),
        );
    }
}
