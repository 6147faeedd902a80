//! Whom to ask.

use serde::Serialize;

use super::super::parts::Parts;
use crate::notice::CommonText;

/// Whom to ask.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct ContactView {
    pub invitation: Option<String>,
    pub telephones: Vec<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub emails: Vec<String>,
    pub fax: Vec<String>,
    pub po_box: Option<String>,
    pub persons: Vec<String>,
    pub hours: Option<String>,
}

/// Returns whom to ask, as far as it is said.
pub(super) fn contact(parts: &Parts<'_>) -> ContactView {
    let contact = parts.notice().record.contact.clone().unwrap_or_default();
    let common = |texts: &[CommonText]| texts.iter().map(|text| text.text(parts.locale.lang).to_owned()).collect();
    ContactView {
        invitation: parts.optional(&contact.invitation),
        telephones: common(&contact.telephones),
        address: parts.optional(&contact.address),
        postcode: contact.postcode.as_ref().map(ToString::to_string),
        emails: contact.every_email().map(ToString::to_string).collect(),
        fax: common(&contact.fax),
        po_box: parts.optional(&contact.po_box),
        persons: contact.persons.iter().map(|person| parts.text(person)).collect(),
        hours: parts.optional(&contact.hours),
    }
}
