//! `notice.docx`: the full notice as an official document, which says all that the page of the notice says.

mod accountability;
mod article;
mod closing;
mod front;
mod issue;
mod steps;
mod texts;
mod words;

use std::mem;

use super::docx::{Docx, Look, Style};
use crate::notice::Part;
use crate::notice::edition::Edition;
use crate::site::folder_of;
use crate::site::parts::Parts;
use crate::site::views::shared;
use crate::source::pieces::{Pieces, Put, gathered};
use crate::text::locale::Locale;
use crate::text::markdown::FlowRun;
use crate::value::Lang;
pub use words::READ_BACK;

/// A document in the making.
struct DocumentWriter<'a> {
    parts: Parts<'a>,
    docx: Docx,
    pieces: Pieces,
    /// What addresses of the site begin with, if it is known.
    base: Option<String>,
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
}
