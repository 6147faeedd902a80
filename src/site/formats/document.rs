//! `notice.docx`: the full notice as an official document, which says all that the page of the notice says.

mod issue;
mod texts;
mod words;

use std::mem;

use super::ISSUES_OF_A_PIECE;
use super::docx::{Docx, Look, Style};
use crate::notice::edition::Edition;
use crate::notice::fields::Field;
use crate::notice::{ArticleId, FieldPlace, Group, GroupRecord, IssueId, Part, Person, SectionId, Status};
use crate::site::parts::{Parts, issuer};
use crate::site::views::{FactView, SiteView, facts_of_notice, shared};
use crate::site::{MarkdownRenderer, folder_of};
use crate::source::pieces::{Pieces, Put, gathered};
use crate::text::locale::{Argument, Locale};
use crate::text::markdown::{FlowBlock, FlowCell, FlowRun};
use crate::value::Lang;
use texts::Notes;
pub use words::READ_BACK;

/// What a notice says of itself beside its title, in the order of its words.
const METADATA: [&str; 9] =
    ["document_number", "edition", "period", "meeting", "speaker", "disclosure", "publicity", "previous", "original"];

/// A document in the making.
struct DocumentWriter<'a> {
    parts: Parts<'a>,
    docx: Docx,
    pieces: Pieces,
    /// What addresses of the site begin with, if it is known.
    base: Option<String>,
}

/// What is added in one step, and on which level.
#[derive(Clone, Copy)]
enum DocumentStep {
    Section(Option<SectionId>, usize),
    Topic(Group, usize),
    Issue(IssueId, usize),
    /// A status of issues that are not finished.
    OpenStatus(Status, usize),
    /// What is still to be done about an issue, under its number.
    OpenIssue(IssueId, u64, usize),
}

/// Returns the document in a language.
pub fn whole(edition: &Edition, lang: Lang) -> Vec<u8> {
    gathered(|put| write(edition, lang, &mut Pieces::default(), put))
}

/// Hands on the same, of which some pieces may be known.
pub(super) fn write(edition: &Edition, lang: Lang, pieces: &mut Pieces, put: &mut Put<'_>) {
    let locale = edition.theme.locale(lang);
    let site = shared(edition, lang);
    let base = edition.notice.base_url.as_ref().map(|base| format!("{base}{}", folder_of(&edition.notice, lang)));
    let parts = Parts { edition, locale };
    let docx = Docx::new(look(edition, locale));
    let mut writer = DocumentWriter { parts, docx, pieces: mem::take(pieces), base };
    writer.front(&site);
    for (part, number) in parts.numbered_parts() {
        writer.part(part, number);
    }
    writer.contact(&site);
    writer.signature(&site);
    words::say(&mut writer.docx, &writer.parts);
    *pieces = writer.pieces;
    writer.docx.finish(pieces, put);
}

fn look(edition: &Edition, locale: &Locale) -> Look {
    let fonts = ["title", "first", "second", "body", "table", "latin"];
    Look {
        title: edition.notice.record.title.text(locale.lang).to_owned(),
        lang: locale.lang,
        language: locale.rules.language.tag.clone(),
        is_east_asian: locale.rules.language.east_asian,
        day: *edition.notice.record.issued_on,
        fonts: fonts.map(|font| locale.text(&format!("fonts.{font}"))),
        page_number: ["before", "after"].map(|place| locale.text(&format!("document.page.{place}"))),
    }
}

impl<'a> DocumentWriter<'a> {
    fn word(&self, key: &str) -> String {
        self.parts.locale.text(key)
    }

    /// A line that begins with what it is about.
    fn labelled(&self, label: &str, text: impl Into<String>) -> [FlowRun; 2] {
        [FlowRun::strong(format!("{label}{}", self.word("head.colon"))), FlowRun::of(text)]
    }

    /// Title, what the notice says of itself, whom it addresses, how it opens.
    fn front(&mut self, site: &SiteView) {
        self.docx.states("title").text(Style::Title, &*site.title);
        let colon = self.word("head.colon");
        for row in &site.metadata {
            let link = FlowRun { href: row.href.clone(), ..FlowRun::of(&*row.text) };
            let line = [FlowRun::of(format!("{}{colon}", row.label)), link];
            let key = METADATA.into_iter().find(|key| self.word(&format!("metadata.{key}")) == row.label);
            self.docx.states(&format!("metadata {}", key.unwrap_or("other"))).paragraph(Style::Line, &line);
        }
        self.docx.states("salutation").text(Style::Salutation, site.addressed_to.as_deref().unwrap_or_default());
        self.docx.states("opening").text(Style::Body, site.opening.as_deref().unwrap_or_default());
        for fact in facts_of_notice(&self.parts, FieldPlace::Notice) {
            self.fact(&fact);
        }
        if site.has_inferred {
            let basis = self.word("document.basis");
            self.docx.states("basis").text(Style::Note, basis);
        }
    }

    /// A line with a fact, which says which it is.
    fn fact(&mut self, fact: &FactView) {
        let line = self.labelled(&fact.label, texts::fact(self.parts.locale, fact));
        let of = |field: &&Field| {
            self.word(&format!("data.columns.{}.title", field.name(self.parts.notice()))) == fact.label
        };
        let key = self.parts.edition.fields.iter().find(of).map(|field| field.name(self.parts.notice()).to_owned());
        self.docx.states(&format!("fact {}", key.as_deref().unwrap_or("other"))).paragraph(Style::Fact, &line);
    }

    fn signature(&mut self, site: &SiteView) {
        let locale = self.parts.locale;
        self.docx.states("issuer").text(Style::Signature, issuer(&self.parts.notice().record, locale));
        self.docx.states("date").text(Style::Signature, locale.date(site.issued_on));
    }

    fn part(&mut self, part: &'a Part, number: Option<u64>) {
        let level = usize::from(number.is_some());
        if let Some(number) = number {
            let ordinal = self.parts.locale.ordinal(number, &self.word("numbering.part"));
            let title = self.parts.part_title(part).unwrap_or_default();
            self.docx.states(&format!("part {}", part.id)).text(Style::heading(level), format!("{ordinal}{title}"));
        } else if part.article.is_some() || part.id == "accountability" {
            self.docx.states(&format!("text {}", part.id));
        }
        match (&*part.id, part.article) {
            ("issues", _) => self.issues(level),
            ("accountability", _) => self.accountability(level),
            ("outstanding", _) => self.outstanding(level),
            (_, Some(article)) => self.article(article, level),
            _ => {}
        }
    }

    /// A text of the notice as a whole, with the notes at its figures.
    fn article(&mut self, article: ArticleId, level: usize) {
        let notice = self.parts.notice();
        let text = MarkdownRenderer::of_notice(self.parts.edition, self.parts.locale);
        let mut notes = Notes::of(&self.parts, notice.record.editor_notes());
        let flow = text.flow_of(&notice.article(article).narrative);
        self.flow(flow, &mut notes, level);
        if let Some(table) = &notice.article(article).persons {
            self.groups(&table.record.groups, level);
        }
        // Those that stand at no figure of this text stand below the first.
        if notice.parts.iter().find_map(|part| part.article) == Some(article) {
            self.left_over(&notes);
        }
    }

    /// Adds a text: links lead to the site, if its address is known, and notes become footnotes.
    fn flow(&mut self, mut blocks: Vec<FlowBlock>, notes: &mut Notes, level: usize) {
        texts::each_line(&mut blocks, &mut |runs| {
            for run in &mut *runs {
                notes.place(run);
                let href = run.href.take();
                run.href = href.and_then(|href| if href.contains(':') { Some(href) } else { self.address(&href) });
            }
            *runs = FlowRun::joined(std::mem::take(runs));
        });
        self.docx.flow(&blocks, level);
    }

    /// Returns the address of a page, if that of the site is known.
    fn address(&self, page: &str) -> Option<String> {
        let (mut base, mut page) = (self.base.as_deref()?.trim_end_matches('/'), page);
        while let Some(above) = page.strip_prefix("../") {
            (base, page) = (base.rsplit_once('/')?.0, above);
        }
        Some(format!("{base}/{page}"))
    }

    fn issues(&mut self, level: usize) {
        let notice = self.parts.notice();
        let mut steps = Vec::new();
        for section in notice.divisions() {
            steps.push(DocumentStep::Section(section, level));
            let level = level + usize::from(section.is_some());
            for group in notice.groups(section) {
                steps.push(DocumentStep::Topic(group, level));
                let level = level + usize::from(group.topic.is_some());
                steps.extend(notice.issues_of(group).map(|issue| DocumentStep::Issue(issue, level + 1)));
            }
        }
        self.in_pieces(&steps);
    }

    /// Adds what is made in steps, so many of them as a piece that is known or made.
    fn in_pieces(&mut self, steps: &[DocumentStep]) {
        for steps in steps.chunks(ISSUES_OF_A_PIECE) {
            let (mut body, begins, before) = self.docx.begin_piece();
            let (mut pieces, mut is_made) = (mem::take(&mut self.pieces), false);
            let left = body.add(&mut pieces, begins, || {
                is_made = true;
                steps.iter().for_each(|step| self.step(*step));
                self.docx.end_piece(before)
            });
            self.pieces = pieces;
            self.docx.go_on(body);
            if !is_made {
                self.docx.take(left);
            }
        }
    }

    fn step(&mut self, step: DocumentStep) {
        match step {
            DocumentStep::Section(section, level) => self.section(section, level),
            DocumentStep::Topic(group, level) => self.topic(group, level),
            DocumentStep::Issue(issue, level) => self.issue(issue, level),
            DocumentStep::OpenStatus(status, level) => {
                let word = self.word(&format!("status.{}", self.parts.notice().status(status.id).id));
                self.docx.states("open-status").text(Style::heading(level), word);
            }
            DocumentStep::OpenIssue(issue, number, level) => self.open_issue(issue, number, level),
        }
    }

    /// Adds the heading of a section, if it is one.
    fn section(&mut self, section: Option<SectionId>, level: usize) {
        let Some(section) = section else { return };
        let section = self.parts.section_ref(section);
        self.docx.states("section").text(Style::heading(level + 1), format!("{}{}", section.ordinal, section.title));
    }

    /// Adds the heading of a topic, if it is one.
    fn topic(&mut self, group: Group, level: usize) {
        let Some(topic) = group.topic else { return };
        let topic = self.parts.topic_ref(topic);
        let number = topic.number.to_string();
        let ordinal = self.parts.locale.say("numbering.topic", &[("number", Argument::Text(&number))]);
        self.docx.states("topic").text(Style::heading(level + 1), format!("{ordinal}{}", topic.title));
    }

    /// What is not finished, by its status: what is still to be done, and by when.
    fn outstanding(&mut self, level: usize) {
        let notice = self.parts.notice();
        let (mut steps, mut number) = (Vec::new(), 0);
        for status in notice.statuses().filter(|status| status.class.is_outstanding()) {
            let issues: Vec<IssueId> = self.parts.wanted(|issue| issue.status == status);
            if issues.is_empty() {
                continue;
            }
            steps.push(DocumentStep::OpenStatus(status, level + 1));
            steps.extend(issues.into_iter().map(|issue| {
                number += 1;
                DocumentStep::OpenIssue(issue, number, level + 2)
            }));
        }
        self.in_pieces(&steps);
    }

    fn accountability(&mut self, level: usize) {
        let Some(accountability) = &self.parts.notice().accountability else { return };
        let record = &accountability.record;
        let editor_notes = record.editor_notes();
        let mut notes = Notes::of(&self.parts, editor_notes);
        let of_notice = MarkdownRenderer::of_notice(self.parts.edition, self.parts.locale);
        let text = MarkdownRenderer { figures: &record.figures, notes: editor_notes, ..of_notice };
        let flow = accountability.narrative.as_ref().map(|narrative| text.flow_of(narrative)).unwrap_or_default();
        self.figure_table(&self.parts.noted_figures(&record.figures, editor_notes), &mut notes);
        self.rests(&record.figures, &record.equations);
        self.flow(flow, &mut notes, level);
        self.left_over(&notes);
        self.groups(&record.groups, level);
        let day = self.parts.edition.published_on();
        let is_named = |group: &GroupRecord| group.persons.iter().any(|person| person.name_shown(day).is_some());
        if record.groups.iter().any(|group| !group.persons.is_empty() && !is_named(group)) {
            let withheld = self.word("accountability.withheld");
            self.docx.states("withheld").text(Style::Note, withheld);
        }
    }

    /// Adds persons by group.
    fn groups(&mut self, groups: &[GroupRecord], level: usize) {
        for group in groups {
            let n = self.parts.locale.say("accountability.persons", &[("n", Argument::Count(group.count().into()))]);
            let as_of = texts::as_of(self.parts.locale, group.as_of);
            let title = self.parts.text(&group.title);
            let space = self.word("head.space");
            self.docx.states("group").text(Style::heading(level + 1), format!("{title}{space}{n}{as_of}"));
            self.persons(&group.persons);
        }
    }

    fn persons(&mut self, persons: &[Person]) {
        let day = self.parts.edition.published_on();
        for person in persons {
            let post = self.parts.text(&person.post);
            let name = person.name_shown(day).map(|name| format!(" {}", self.parts.text(name))).unwrap_or_default();
            self.docx.states("person").text(Style::Body, format!("{post}{name}"));
        }
    }

    /// Figures with what they are figures of.
    fn figure_table(&mut self, figures: &[crate::site::FigureView], notes: &mut Notes) {
        if figures.is_empty() {
            return;
        }
        let cell = |is_right, runs| FlowCell { is_right, is_centered: false, runs };
        let heads =
            ["figure", "value"].map(|key| cell(false, vec![FlowRun::of(self.word(&format!("ledger.columns.{key}")))]));
        let mut rows = vec![Vec::from(heads)];
        for figure in figures {
            let runs = texts::figure(self.parts.locale, figure, notes);
            rows.push(vec![cell(false, vec![FlowRun::of(&*figure.label)]), cell(true, runs)]);
        }
        self.docx.table(&rows);
    }

    /// Notes that no text had a place for.
    fn left_over(&mut self, notes: &Notes) {
        for text in notes.left() {
            self.docx.states("note").text(Style::Note, text);
        }
    }

    fn contact(&mut self, site: &SiteView) {
        let contact = &site.contact;
        self.docx.states("contact invitation").text(Style::Body, contact.invitation.as_deref().unwrap_or_default());
        let comma = self.word("head.comma");
        let one = |text: &Option<String>| text.clone().unwrap_or_default();
        let lines = [
            ("persons", contact.persons.join(&comma)),
            ("telephone", contact.telephones.join(&comma)),
            ("fax", contact.fax.join(&comma)),
            ("address", one(&contact.address)),
            ("po_box", one(&contact.po_box)),
            ("postcode", one(&contact.postcode)),
            ("email", contact.emails.join(&comma)),
            ("hours", one(&contact.hours)),
        ];
        for (key, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
            let label = format!("{}{}", self.word(&format!("contact.{key}")), self.word("head.colon"));
            self.docx.states(&format!("contact {key}")).text(Style::Body, format!("{label}{text}"));
        }
    }
}
