//! What stands behind the parts of the document: whom to ask, the issuer and the date.

use super::DocumentWriter;
use crate::site::formats::docx::Style;
use crate::site::parts::issuer;
use crate::site::views::SiteView;

impl DocumentWriter<'_> {
    pub(super) fn contact(&mut self, site: &SiteView) {
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

    pub(super) fn signature(&mut self, site: &SiteView) {
        let locale = self.parts.locale;
        self.docx.states("issuer").text(Style::Signature, issuer(&self.parts.notice().record, locale));
        self.docx.states("date").text(Style::Signature, locale.date(site.issued_on));
    }
}
