//! What stands around the issues: the scrutiny that is answered, and how to reach the office.

use crate::value::Date;

/// The scrutiny that a notice answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// 巡视, 巡察 …
    pub kind: Option<String>,
    /// Who inspected.
    pub body: Option<String>,
    /// Who was inspected.
    pub subject: Option<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// When the findings were reported.
    pub fed_back_on: Option<Date>,
}

/// How to reach the office.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The words before the addresses.
    pub invitation: Option<String>,
    /// Telephone numbers.
    pub telephones: Vec<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Fax.
    pub fax: Vec<String>,
    /// Post-office box.
    pub po_box: Option<String>,
    /// Persons to ask.
    pub persons: Vec<String>,
    /// Hours.
    pub hours: Option<String>,
}
