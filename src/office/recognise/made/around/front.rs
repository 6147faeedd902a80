//! The front of the document and its end: title, salutation, opening, fields of the notice, issuer, date and contact.

use serde_yaml::{Mapping, Value};

use super::super::passage::Passage;
use super::super::{printed, texts};
use super::MadeReader;
use crate::office::recognise::inspection::inspection;
use crate::office::report::Certainty;
use crate::say;

impl MadeReader<'_> {
    /// Reads what stands around the issues.
    pub(super) fn front(&mut self, passage: &Passage<'_>) {
        let whole = passage.first.text.trim();
        match passage.states.split_once(' ').unwrap_or((passage.states, "")) {
            ("disclaimer", _) => {
                let text = self.text(passage.value());
                self.put("disclaimer", text);
            }
            ("title", _) => self.draft.title = Some(whole.to_owned()),
            ("salutation", _) => {
                let text = self.text(whole);
                self.put("addressed_to", text);
            }
            ("opening", _) => {
                self.draft.opening.push(whole.to_owned());
                self.draft.opening.extend(texts::paragraphs(&passage.more));
                if !self.draft.more.contains_key("inspection") {
                    self.draft.inspection = inspection(whole);
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
    pub(super) fn fact(&mut self, passage: &Passage<'_>) {
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
}
