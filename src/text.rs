//! Words: how a language writes numbers, dates and units, how figures are read back out of text, and Markdown.
//!
//! Takes text and the rules of a language; gives formatted text, quantities, and documents. It knows no record and no
//! page.

pub mod locale;
pub mod markdown;
pub mod quantity;
