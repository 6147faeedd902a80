//! Measures of an issue in the document.

use crate::notice::{FieldPlace, Issue};
use crate::site::formats::document::DocumentWriter;
use crate::site::formats::document::texts;
use crate::site::formats::docx::Style;
use crate::site::views::{MeasureView, measures};
use crate::text::locale::Argument;

impl DocumentWriter<'_> {
    pub(super) fn measures(&mut self, issue: &Issue) {
        let measures = measures(&self.parts, issue, FieldPlace::Notice);
        if measures.is_empty() {
            return;
        }
        self.label("measures", "issue.measures");
        for (at, measure) in (1..).zip(&measures) {
            let line = self.measure(at, measure);
            self.docx.states("measure").text(Style::Body, line);
        }
    }

    fn measure(&self, at: u64, measure: &MeasureView) -> String {
        let number = at.to_string();
        let counted = || self.parts.locale.say("numbering.topic", &[("number", Argument::Text(&number))]);
        let label = measure.label.as_ref().map_or_else(counted, |label| format!("{label} "));
        let status = measure.status.as_ref().map(|status| self.word(&format!("status.{status}")));
        let colon = self.word("head.colon");
        let facts =
            measure.facts.iter().map(|fact| format!("{}{colon}{}", fact.label, texts::fact(self.parts.locale, fact)));
        let facts = status.into_iter().chain(facts).collect::<Vec<_>>().join(&self.word("document.joiner"));
        if facts.is_empty() {
            return format!("{label}{}", measure.text);
        }
        let arguments = [("text", Argument::Text(&measure.text)), ("facts", Argument::Text(&facts))];
        format!("{label}{}", self.parts.locale.say("document.measure", &arguments))
    }
}
