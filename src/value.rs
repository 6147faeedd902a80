//! Small values that every room speaks in: dates, decimal numbers, languages, texts in several languages, paths,
//! addresses, rates.
//!
//! Takes and gives plain data. Knows no file, no record, no page; never a floating-point number.

mod approximation;
mod count;
mod date;
mod decimal;
mod due;
mod external;
mod fingerprint;
mod hedge;
mod inexact;
mod lang;
mod numbering;
mod part_kind;
mod path;
mod rate;
mod ratio;
mod several;
mod spanned;
mod status;
pub mod url;
pub mod width;

pub use approximation::Approximation;
pub use count::{Basis, Count};
pub use date::{Date, DateError, DatePart};
pub use decimal::{Decimal, DecimalError};
pub use due::Due;
pub use external::ExternalUse;
pub use fingerprint::{Fingerprint, Fingerprinter};
pub use hedge::{Hedge, Trend};
pub use inexact::Inexact;
pub use lang::{Lang, Localized};
pub use numbering::Numbering;
pub use part_kind::PartKind;
pub use path::{RelPath, RelPathError, is_reserved};
pub use rate::Rate;
pub use ratio::Ratio;
pub use several::Several;
pub use spanned::{OPEN, SPANNED, Spanned, Text};
pub use status::{BUILT_IN_RESPONSES, BUILT_IN_STATUSES, BuiltInStatus, StatusBasis, StatusClass};

/// What an id looks like, for editors; `check` asks [`is_id`].
pub const ID_PATTERN: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";

/// Returns whether a text can be an id that an author gives: lower-case ASCII letters, digits and hyphens, beginning
/// with a letter or digit.
///
/// Ids become parts of addresses and anchors, so nothing else is let in.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn ids() {
        for good in ["a", "026", "integrity-risk", "3-party"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "-a", "a-", "A", "a b", "a_b", "南", "a/b", "."] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
