//! What stands before the parts of the document: what whoever reads it has to know first, its title, what the notice says of itself, whom it
//! addresses and how it opens.

use super::{DocumentWriter, texts};
use crate::notice::FieldPlace;
use crate::notice::fields::Field;
use crate::site::formats::docx::Style;
use crate::site::views::{FactView, SiteView, facts_of_notice};
use crate::text::markdown::FlowRun;

/// What a notice says of itself beside its title, in the order of its words.
const METADATA: [&str; 9] =
    ["document_number", "edition", "period", "meeting", "speaker", "disclosure", "publicity", "previous", "original"];

impl DocumentWriter<'_> {
    /// Disclaimer, title, what the notice says of itself, whom it addresses, how it opens.
    pub(super) fn front(&mut self, site: &SiteView) {
        if let Some(disclaimer) = &site.disclaimer {
            let line = self.labelled(&self.word("frame.disclaimer"), &**disclaimer);
            self.docx.states("disclaimer").paragraph(Style::Note, &line);
        }
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
    pub(super) fn fact(&mut self, fact: &FactView) {
        let line = self.labelled(&fact.label, texts::fact(self.parts.locale, fact));
        let of = |field: &&Field| {
            self.word(&format!("data.columns.{}.title", field.name(self.parts.notice()))) == fact.label
        };
        let key = self.parts.edition.fields.iter().find(of).map(|field| field.name(self.parts.notice()).to_owned());
        self.docx.states(&format!("fact {}", key.as_deref().unwrap_or("other"))).paragraph(Style::Fact, &line);
    }
}
