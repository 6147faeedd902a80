//! Words of gongkai itself, in both languages that it speaks to authors.

/// A text of the table in the two languages that gongkai speaks to authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(
    /// Chinese.
    pub &'static str,
    /// English.
    pub &'static str,
);
