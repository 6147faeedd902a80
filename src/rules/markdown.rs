//! Rules about Markdown, most of which are applied where it is parsed.

mod figures;
mod links;
mod misread;
mod pictures;
mod refused;
mod whole;

pub(super) use figures::{DOUBLED_UNIT, UNKNOWN_FIGURE};
pub(super) use links::{BROKEN_LINK, EMPTY_LINK, UNSAFE_LINK};
pub(super) use misread::{ACCIDENTAL_EMPHASIS, JOINED_LINES, MISREAD_MARKUP, ORDERED_LIST_START, UNMEANT_STRUCTURE};
pub(super) use pictures::MISSING_ALT;
pub(super) use refused::{FOOTNOTE, FORBIDDEN_CHARACTER, RAW_HTML};
pub(super) use whole::{LOST_TEXT, OUTPUT_TOO_LARGE};
