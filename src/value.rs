//! Small values that every room speaks in: dates, decimal numbers, languages, texts in several languages, paths, addresses, rates.
//!
//! Takes and gives plain data. Knows no file, no record, no page; never a floating-point number.

mod count;
mod date;
mod decimal;
mod hedge;
mod lang;
mod path;
mod rate;
mod ratio;
mod several;
mod spanned;
mod status;
pub mod url;
pub mod width;

pub use count::{Basis, Count};
pub use date::{Date, DateError};
pub use decimal::{Decimal, DecimalError};
pub use hedge::{Hedge, Trend};
pub use lang::{Lang, Localized};
pub use path::{RelPath, RelPathError, is_reserved};
pub use rate::Rate;
pub use ratio::Ratio;
pub use several::Several;
pub use spanned::{SPANNED, Spanned, Text};
pub use status::{Approximation, Status, StatusBasis};

/// An id that an author gave: lower-case ASCII letters, digits and hyphens, beginning with a letter or digit.
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
