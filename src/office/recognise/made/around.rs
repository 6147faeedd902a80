//! What stands around the issues of a document that gongkai made: title, contact, parts, persons, and what its words stand for.

use serde_yaml::{Mapping, Value};

use super::passage::Passage;
use super::{printed, texts};
use crate::diagnostic::Message;
use crate::office::draft::{Draft, DraftPart, PartKind};
use crate::office::manuscript::{Block, Manuscript, Paragraph};
use crate::office::recognise::fold::fold;
use crate::office::recognise::marker::marker;
use crate::office::recognise::{front, words};
use crate::office::report::{Certainty, Report};
use crate::say;
use crate::text::locale::{Argument, Locale};
use crate::value::{BUILT_IN_RESPONSES, BUILT_IN_STATUSES, Date, Lang, is_id};

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
    /// Labels of issues.
    pub labels: Vec<String>,
    /// Deadlines in words, with the date of each.
    pub deadlines: Vec<(String, Date)>,
}

impl MadeReader<'_> {
    /// Reads what stands around the issues, and returns all passages.
    pub(super) fn read<'m>(&mut self, manuscript: &'m Manuscript) -> Vec<Passage<'m>> {
        self.draft.is_made = true;
        self.known(&manuscript.words);
        let passages = self.passages(manuscript);
        passages.iter().for_each(|passage| self.front(passage));
        let is_of_notice = |passage: &&Passage<'_>| !["issue", "part", "section"].contains(&passage.kind());
        passages.iter().take_while(is_of_notice).for_each(|passage| self.fact(passage));
        self.parts(&passages);
        self.persons(&passages);
        let first = passages.iter().position(|passage| passage.kind() == "issue").unwrap_or(passages.len());
        passages.iter().enumerate().for_each(|(at, passage)| self.unread(passage, at < first));
        passages
    }

    /// Takes down what words of the document stand for.
    fn known(&mut self, words: &[(String, String)]) {
        let mut section = String::new();
        let has_id = ["status", "unit", "field", "section", "topic", "response"];
        for (name, text) in words {
            let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
            // Ids become names of files: one that somebody changed into something else is none.
            if has_id.contains(&kind) && !is_id(id) {
                continue;
            }
            let (id, first) = (id.to_owned(), text.split_once(' '));
            match (kind, first) {
                ("status", Some((class, word))) => self.statuses.push((word.to_owned(), id, class.to_owned())),
                ("unit", _) => self.draft.known.units.push((id, text.clone())),
                ("field", Some((on, label))) => {
                    let on = on.split(',').map(str::to_owned).collect();
                    self.draft.known.fields.push((id, label.to_owned(), on));
                }
                ("section", _) => {
                    section = id.clone();
                    self.draft.known.sections.push((id, text.clone()));
                }
                ("topic", _) => self.draft.known.topics.push((section.clone(), id, text.clone())),
                ("numbering" | "noun" | "work", _) => self.put(kind, text.as_str().into()),
                ("own-work", _) => {
                    let work = self.text(text);
                    self.put("work", work);
                }
                ("as-of", _) => self.put("as_of", text.as_str().into()),
                ("issued-on", _) => self.draft.issued_on = text.parse().ok(),
                ("inferred", _) => self.inferred.clone_from(text),
                ("label", _) => self.labels.push(id),
                ("due", _) => self.deadlines.extend(text.parse().ok().map(|date| (id, date))),
                ("response", _) => self.responses.push((text.clone(), id)),
                ("inspection", _) => self.inspection(text),
                _ => {}
            }
        }
        if words.is_empty() {
            let message = say!(
                "文档属性里没有标识（可能用“检查文档”删去了），方面、单位、状态的标识按顺序另编",
                "the properties of the document hold no ids (perhaps they were removed by inspecting it): sections, bodies and statuses get new ones"
            );
            self.report.say(Certainty::Likely, message);
        }
        self.statuses();
        self.declare_responses();
    }

    /// Declares the responses of a notice that has some of its own.
    fn declare_responses(&mut self) {
        let is_usual = |(word, id): &(String, String)| {
            let is_built_in = BUILT_IN_RESPONSES.iter().any(|(known, ..)| known == id);
            is_built_in && self.locale.text(&format!("answer.{id}")) == *word
        };
        if self.responses.iter().all(is_usual) {
            return;
        }
        let response = |(word, id): &(String, String)| {
            let mut entry = Mapping::new();
            entry.insert("id".into(), id.as_str().into());
            entry.insert("label".into(), self.text(word));
            Value::Mapping(entry)
        };
        let responses = self.responses.iter().map(response).collect();
        self.put("responses", Value::Sequence(responses));
    }

    /// Declares the statuses of the notice.
    fn statuses(&mut self) {
        let status = |(word, id, class): &(String, String, String)| {
            let mut entry = Mapping::new();
            entry.insert("id".into(), id.as_str().into());
            entry.insert("label".into(), self.text(word));
            let built_in = BUILT_IN_STATUSES.iter().find(|known| known.id == class && class != id);
            let counts_as = built_in.and_then(|known| serde_yaml::to_value(known.class).ok());
            counts_as.map(|counts_as| entry.insert("counts_as".into(), counts_as));
            Value::Mapping(entry)
        };
        let statuses: Vec<Value> = self.statuses.iter().map(status).collect();
        if !statuses.is_empty() {
            self.put("statuses", Value::Sequence(statuses));
        }
    }

    /// Takes down a scrutiny that the notice answers: a line for each thing that is said of it.
    fn inspection(&mut self, text: &str) {
        let mut found = Mapping::new();
        for (key, value) in text.lines().filter_map(|line| line.split_once(": ")) {
            match key {
                "own-kind" => found.insert("kind".into(), self.text(value)),
                "body" | "subject" => found.insert(key.into(), self.text(value)),
                _ => found.insert(key.into(), value.into()),
            };
        }
        let mut all = match self.draft.more.remove("inspection") {
            Some(Value::Sequence(all)) => all,
            one => one.into_iter().collect(),
        };
        all.push(Value::Mapping(found));
        let only = if all.len() == 1 { all.pop() } else { None };
        self.put("inspection", only.unwrap_or(Value::Sequence(all)));
    }

    fn put(&mut self, key: &str, value: Value) {
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
            ("note" | "rest", _) => self.left(
                passage,
                &say!("编辑注或者由算式得出的句子", "an editor's note, or a sentence that follows from equations"),
            ),
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

    /// Reads the parts in their order, with their texts and the sections and topics of the issues.
    fn parts(&mut self, passages: &[Passage<'_>]) {
        let mut outline: Vec<Value> = Vec::new();
        let mut is_behind = false;
        for passage in passages {
            let (kind, id) = passage.states.split_once(' ').unwrap_or((passage.states, ""));
            let has_heading = kind == "part";
            is_behind |= kind == "issue";
            if has_heading || kind == "text" {
                let id = &*part_id(id, &outline);
                let text = passage.first.text.trim();
                let title = has_heading.then(|| self.numbered("numbering.part", text).to_owned());
                outline.push(self.part_entry(id, title.as_deref()));
                self.add_part(passage, id, title, is_behind);
            } else if ["section", "topic", "issue"].contains(&kind)
                && !outline.iter().any(|part| part["id"] == "issues")
            {
                outline.push(self.part_entry("issues", None));
            }
        }
        self.put("parts", Value::Sequence(outline));
    }

    fn part_entry(&self, id: &str, title: Option<&str>) -> Value {
        let mut entry = Mapping::new();
        entry.insert("id".into(), id.into());
        match title {
            Some(title) => entry.insert("title".into(), self.text(title)),
            None => entry.insert("heading".into(), false.into()),
        };
        Value::Mapping(entry)
    }

    fn add_part(&mut self, passage: &Passage<'_>, id: &str, title: Option<String>, is_behind: bool) {
        let kind = match id {
            "issues" => return self.draft.issues_title = title,
            "outstanding" => return self.draft.outstanding_title = title,
            "overview" => PartKind::Overview,
            "accountability" => PartKind::Accountability,
            "closing" => PartKind::Closing,
            _ if is_behind => PartKind::After,
            _ => PartKind::Before,
        };
        let markdown = texts::of(passage, title.is_none());
        let own = title.is_none().then(|| passage.first.text.trim().to_owned());
        let paragraphs = own.into_iter().chain(texts::paragraphs(&passage.more)).collect();
        let tables = Vec::new();
        let id = Some(id.to_owned());
        self.draft.parts.push(DraftPart { kind, title, paragraphs, tables, id, markdown });
    }

    /// Returns a heading without its number.
    fn numbered<'t>(&self, key: &str, text: &'t str) -> &'t str {
        printed::ordinal(self.locale, key, text).map_or(text, |(_, rest)| rest).trim()
    }

    /// Reads groups of persons, whom the document shows by their posts.
    fn persons(&mut self, passages: &[Passage<'_>]) {
        let mut groups: Vec<(Mapping, Vec<Value>)> = Vec::new();
        for passage in passages {
            let text = passage.first.text.trim();
            match (passage.states, groups.last_mut()) {
                ("group", _) => {
                    let (title, n) = self.counted(text);
                    let mut group = Mapping::new();
                    group.insert("id".into(), format!("group-{}", groups.len() + 1).into());
                    group.insert("title".into(), self.text(title));
                    n.map(|n| group.insert("stated".into(), n.into()));
                    groups.push((group, Vec::new()));
                }
                ("person", Some((_, persons))) => {
                    let mut person = Mapping::new();
                    person.insert("post".into(), self.text(text));
                    persons.push(Value::Mapping(person));
                }
                _ => {}
            }
        }
        if groups.is_empty() {
            return;
        }
        let whole = |(mut group, persons): (Mapping, Vec<Value>)| {
            if !persons.is_empty() {
                group.remove("stated");
                group.insert("persons".into(), Value::Sequence(persons));
            }
            Value::Mapping(group)
        };
        let mut record = Mapping::new();
        record.insert("groups".into(), Value::Sequence(groups.into_iter().map(whole).collect()));
        let path = "content/accountability.yaml".to_owned();
        self.draft.records.push((path, "accountability", Value::Mapping(record)));
    }

    /// Returns the title of a group and how many persons it has: 党纪处分 3人.
    fn counted<'t>(&self, text: &'t str) -> (&'t str, Option<u64>) {
        let is_of = |words: &str| {
            let digits: String = words.chars().filter(char::is_ascii_digit).collect();
            let n: u64 = digits.parse().ok()?;
            let counted = self.locale.say("accountability.persons", &[("n", Argument::Count(n))]);
            words.starts_with(&*counted).then_some(n)
        };
        let space = self.locale.text("head.space");
        let mut places = text.rmatch_indices(&*space).filter(|(_, found)| !found.is_empty());
        let found = places.find_map(|(at, space)| Some((&text[..at], is_of(&text[at + space.len()..])?)));
        let found = found.or_else(|| {
            let mut starts = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
            starts.find_map(|at| Some((&text[..at], is_of(&text[at..])?)))
        });
        found.map_or((text, None), |(title, n)| (title.trim(), Some(n)))
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
                "文档里没有的，不会收入：其他语言、算式和数据之间的关系、更正、编辑注、网站信息、外观和用语。原通报还在的，请在它的文件夹里用 import --update 收回改动",
                "what the document does not hold is not taken over: other languages, equations and how figures hang together, corrections, editor's notes, data about the website, the theme and its words. Where the notice is still there, take edits back with `import --update` in its folder"
            ),
        );
    }
}

/// Returns the id of a part: the one that its style says, unless it is none or another part has it, as a copy does.
fn part_id(id: &str, outline: &[Value]) -> String {
    let is_free = |id: &str| outline.iter().all(|part| part["id"] != id);
    if is_id(id) && is_free(id) {
        return id.to_owned();
    }
    let numbered = (1..).map(|n| format!("part-{n}"));
    numbered.into_iter().find(|id| is_free(id)).unwrap_or_default()
}
