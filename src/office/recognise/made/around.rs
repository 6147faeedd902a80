//! What stands around the issues of a document that gongkai made: title, contact, parts, persons, and what its words stand for.

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

use super::figures::KnownFigures;
use super::notes::FoundNotes;
use super::passage::Passage;
use super::{printed, texts};
use crate::diagnostic::Message;
use crate::office::draft::Draft;
use crate::office::manuscript::{Block, Manuscript, Paragraph};
use crate::office::recognise::fold::fold;
use crate::office::recognise::marker::marker;
use crate::office::recognise::{front, words};
use crate::office::report::{Certainty, Report};
use crate::say;
use crate::text::locale::Locale;
use crate::value::url::Host;
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

    /// Lets the notice link to where the texts of the document link to, and says so.
    fn hosts(&mut self, passages: &[Passage<'_>]) {
        let links = passages.iter().flat_map(Passage::looks).filter_map(|look| look.link.as_deref());
        let hosts: BTreeSet<String> = links.filter_map(host_of).collect();
        if !hosts.is_empty() {
            let listed = hosts.iter().map(String::as_str).collect::<Vec<_>>().join("、");
            let message = say!(
                "文中的链接通往 {listed}，已写入 notice.yaml 的 allowed_hosts，请核对",
                "links lead to {listed}, which `allowed_hosts` in notice.yaml permits now: please check"
            );
            self.report.say(Certainty::Likely, message);
            self.put("allowed_hosts", hosts.into_iter().map(Value::from).collect());
        }
    }

    /// Says what stands behind a paragraph that takes nothing, or no table, to what it states.
    fn unread(&mut self, passage: &Passage<'_>, is_of_notice: bool) {
        const TAKE_ALL: [&str; 6] = ["response", "answer", "next-steps", "part", "text", "open"];
        const TAKE_TEXTS: [&str; 5] = ["statement", "opening", "fact", "measure", "issue"];
        if TAKE_ALL.contains(&passage.kind()) || passage.states == "item response" {
            return;
        }
        let takes_texts = TAKE_TEXTS.contains(&passage.kind()) && !(is_of_notice && passage.kind() == "fact");
        let before = passage.first.text.trim();
        for block in &passage.more {
            let (number, text) = match block {
                Block::Paragraph(paragraph) if takes_texts || paragraph.text.trim().is_empty() => continue,
                Block::Paragraph(paragraph) => (paragraph.number, &*paragraph.text),
                Block::Table(table) => (passage.first.number, table.text()),
            };
            let message = say!(
                "接在“{before}”后面，不知道属于哪里，没有收入",
                "it stands behind “{before}”; where it belongs is not known, and it was not taken over"
            );
            self.report.at(Certainty::NotUnderstood, number, text, message);
        }
    }

    /// Says where something typed into the document looks like an issue, and is none by its style.
    fn typed(&mut self, block: &Block) {
        let Block::Paragraph(paragraph) = block else { return };
        let folded = fold(&paragraph.text);
        let is_numbered = marker(&folded).is_some_and(|found| found.length > 0);
        if is_numbered && paragraph.label.is_empty() && words::label_inside(&folded).is_some() {
            let message = say!(
                "像是一个新问题，但段落样式不是问题的样式，接在上面的文字后面收入；是新问题的，请复制一个问题的全部段落再改",
                "it looks like an issue, but its style is not that of issues: it was taken for more of the text above; if it is one, copy all paragraphs of an issue and edit those"
            );
            self.report.at(Certainty::Likely, paragraph.number, &paragraph.text, message);
        }
    }

    /// Reads what stands around the issues.
    fn front(&mut self, passage: &Passage<'_>) {
        let whole = passage.first.text.trim();
        match passage.states.split_once(' ').unwrap_or((passage.states, "")) {
            ("title", _) => self.draft.title = Some(whole.to_owned()),
            ("salutation", _) => {
                let text = self.text(whole);
                self.put("addressed_to", text);
            }
            ("opening", _) => {
                self.draft.opening.push(whole.to_owned());
                self.draft.opening.extend(texts::paragraphs(&passage.more));
                if !self.draft.more.contains_key("inspection") {
                    self.draft.inspection = front::inspection(whole);
                }
            }
            ("metadata", key) => self.metadata(passage, key),
            ("contact", key) => self.contact(passage, key),
            ("issuer", _) => {
                let comma = self.locale.text("head.comma");
                self.draft.issuers = whole.split(&*comma).map(|name| name.trim().to_owned()).collect();
            }
            ("date", _) => {
                let known = self.draft.issued_on;
                self.draft.issued_on = printed::date(self.locale, whole);
                if self.draft.issued_on.is_none() {
                    self.draft.issued_on = known;
                    let message = say!("看不出是哪一天", "no day can be read from this");
                    self.report.at(Certainty::NotUnderstood, passage.first.number, whole, message);
                }
            }
            _ => {}
        }
    }

    /// Takes a fact about the notice as a whole for a field of the office's own.
    fn fact(&mut self, passage: &Passage<'_>) {
        if passage.kind() != "fact" {
            return;
        }
        let known = self.draft.known.fields.iter().find(|(_, label, _)| label == passage.label());
        let Some(id) = known.map(|(id, ..)| id.clone()) else {
            return self.left(passage, &say!("通报的自定栏目", "a field of the notice"));
        };
        let text = self.text(passage.value());
        let values = self.draft.more.entry("values".into()).or_insert_with(|| Value::Mapping(Mapping::new()));
        if let Value::Mapping(values) = values {
            values.insert(id.into(), text);
        }
    }

    /// Says that something was not taken over.
    pub(super) fn left(&mut self, passage: &Passage<'_>, what: &Message) {
        let (zh, en) = (&what.zh, &what.en);
        let message = say!("{zh}，没有收入", "{en}; it was not taken over");
        self.report.at(Certainty::LeftOut, passage.first.number, &passage.first.text, message);
    }

    fn metadata(&mut self, passage: &Passage<'_>, key: &str) {
        let value = passage.value().to_owned();
        match key {
            "document_number" => self.draft.document_number = Some(value),
            "edition" | "meeting" | "speaker" | "disclosure" => {
                let text = self.text(&value);
                self.put(key, text);
            }
            "original" => self.put("original_url", value.into()),
            "period" => {
                let dates = printed::two(self.locale, "metadata.between", ["from", "to"], &value);
                let dates = dates.map(|(from, to)| [from, to].map(|on| printed::date(self.locale, on)));
                match dates {
                    Some([Some(from), Some(to)]) => {
                        let mut period = Mapping::new();
                        period.insert("from".into(), from.to_string().into());
                        period.insert("to".into(), to.to_string().into());
                        self.put("period", Value::Mapping(period));
                    }
                    _ => self.left(passage, &say!("时间段", "a period")),
                }
            }
            "previous" => {
                let dated = printed::two(self.locale, "metadata.dated", ["title", "date"], &value);
                let dated = dated.and_then(|(title, on)| Some((title, printed::date(self.locale, on)?)));
                let mut previous = Mapping::new();
                previous.insert("title".into(), self.text(dated.map_or(&*value, |(title, _)| title)));
                dated.map(|(_, on)| previous.insert("as_of".into(), on.to_string().into()));
                let link = passage.first.looks.iter().find_map(|look| look.link.as_deref());
                link.map(|link| previous.insert("url".into(), link.into()));
                self.put("previous", Value::Mapping(previous));
            }
            "publicity" => match self.publicity(&value) {
                Some(publicity) => self.put("publicity", publicity),
                None => self.left(passage, &say!("公示期", "a period of display")),
            },
            _ => self.left(passage, &say!("文件信息", "information about the document")),
        }
    }

    /// Returns a period of display, as far as it is of days.
    fn publicity(&self, text: &str) -> Option<Value> {
        const KEYS: [&str; 3] = ["publicity_open", "publicity_over", "publicity_to_come"];
        let split = |key: &str| printed::two(self.locale, &format!("metadata.{key}"), ["span", "date"], text);
        let (span, _) = KEYS.into_iter().find_map(split)?;
        let between = printed::two(self.locale, "metadata.between", ["from", "to"], span);
        let one = |key: &str, name: &str| {
            printed::behind(self.locale, key, name, span).filter(|(before, _)| before.is_empty()).map(|(_, on)| on)
        };
        let (from, to) = match between {
            Some((from, to)) => (Some(from), Some(to)),
            None => (one("metadata.since", "from"), one("metadata.until", "to")),
        };
        let mut publicity = Mapping::new();
        for (key, on) in [("from", from), ("to", to)] {
            if let Some(on) = on {
                publicity.insert(key.into(), printed::date(self.locale, on)?.to_string().into());
            }
        }
        (!publicity.is_empty()).then_some(Value::Mapping(publicity))
    }

    fn contact(&mut self, passage: &Passage<'_>, key: &str) {
        let contact = &mut self.draft.contact;
        let comma = self.locale.text("head.comma");
        let value = passage.value().to_owned();
        let several = || value.split(&*comma).map(|one| one.trim().to_owned()).collect::<Vec<_>>();
        match key {
            "invitation" => contact.invitation = Some(passage.first.text.trim().to_owned()),
            "telephone" => contact.telephones = several(),
            "fax" => contact.fax = several(),
            "persons" => contact.persons = several(),
            "email" => contact.emails = several(),
            "address" => contact.address = Some(value),
            "po_box" => contact.po_box = Some(value),
            "postcode" => contact.postcode = Some(value),
            "hours" => contact.hours = Some(value),
            _ => {}
        }
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

/// Returns the host that a link on the web leads to.
fn host_of(link: &str) -> Option<String> {
    let (scheme, rest) = link.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?.to_lowercase();
    (scheme.to_lowercase().starts_with("http") && Host::new(&host).is_ok()).then_some(host)
}
