//! How a row of the table is written: a column, and what is said of it besides.

use super::Field;
use super::kind::FieldKind;
use super::uses::{Forget, InLedger, SearchPart, ToldIn, When};
use crate::notice::Notice;
use crate::notice::records::IssueRecord;

/// Returns a field that pages show in a way of their own.
pub(super) const fn own(key: &'static str) -> Field {
    let (json, search, forget, told_in) = (None, None, None, None);
    let (is_fact, is_column, when, ledger) = (false, false, When::Always, InLedger::No);
    Field { key, kind: FieldKind::Own, is_fact, is_column, when, json, search, forget, told_in, ledger }
}

/// Returns a column of the table that is in the JSON, too.
pub(super) const fn column(key: &'static str, kind: FieldKind, json: &'static str) -> Field {
    Field { kind, is_column: true, json: Some(json), ..own(key) }
}

impl Field {
    pub(super) const fn fact(self) -> Field {
        Field { is_fact: true, ..self }
    }

    pub(super) const fn searched(self, part: SearchPart) -> Field {
        Field { search: Some(part), ..self }
    }

    pub(super) const fn forgotten(self, forget: Forget) -> Field {
        Field { forget: Some(forget), ..self }
    }

    pub(super) const fn told_in(self, list: ToldIn) -> Field {
        Field { told_in: Some(list), ..self }
    }

    pub(super) const fn used_if(self, is_used: fn(&IssueRecord) -> bool) -> Field {
        Field { when: When::Used(is_used), ..self }
    }

    pub(super) const fn column_if(self, has_column: fn(&Notice) -> bool) -> Field {
        Field { when: When::Column(has_column), ..self }
    }

    pub(super) const fn in_ledger(self, ledger: InLedger) -> Field {
        Field { ledger, ..self }
    }

    pub(super) const fn without_column(self) -> Field {
        Field { is_column: false, ..self }
    }
}
