//! Where a field goes: into which notices, into the ledger, into the search, into an edition of an earlier day, and
//! which list tells readers that it changed.

use crate::notice::Notice;
use crate::notice::records::IssueRecord;
use crate::value::Date;

/// Which notices have a field.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Every one.
    Always,
    /// Every one in its data; in its table, one that has something to say.
    Column(fn(&Notice) -> bool),
    /// One that has an issue with it.
    Used(fn(&IssueRecord) -> bool),
}

/// Where a field stands in the ledger that an office works with.
#[derive(Clone, Copy, Debug)]
pub enum InLedger {
    /// Nowhere: it follows from others, or has a sheet of its own.
    No,
    /// Among the columns that are printed.
    Printed,
    /// Among them, if the notice needs it there; else beside them.
    PrintedIf(fn(&Notice) -> bool),
    /// Among them, if any issue has it; else beside them, to be filled in.
    PrintedIfAny,
    /// Beside them.
    Beside,
    /// Beside them, if any issue has it.
    BesideIfAny,
}

/// What a field says of an issue; where a word is found decides how early the issue is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchPart {
    /// Its title.
    Title,
    /// What was found.
    Statement,
    /// Figures.
    Figures,
    /// What else is said of it.
    Body,
    /// Where it belongs.
    Place,
}

/// Removes from a record what has not happened by a day; the function tells whether a date has.
pub type Forget = fn(&mut IssueRecord, &dyn Fn(Date) -> bool);

/// The list of a record that tells readers of a change after publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToldIn {
    /// `history`: things moved on.
    History,
    /// `corrections`: what was published is not what is said now.
    Corrections,
}

impl ToldIn {
    /// Returns the key of the list.
    pub fn key(self) -> &'static str {
        match self {
            ToldIn::History => "history",
            ToldIn::Corrections => "corrections",
        }
    }
}
