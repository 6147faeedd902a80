//! Which names files can have on every system.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::RelPathError;

/// Whether a name works as the name of a file on every system.
pub(super) fn check(name: &str) -> Result<(), RelPathError> {
    if name.is_empty() || name == "." || name == ".." {
        return Err(RelPathError::Part);
    }
    // Names of letters, digits and hyphens, which nearly all are, need no look at each rule.
    let others = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-_.".contains(c));
    for c in others.chars() {
        if c.is_control() || "\\<>:\"|?*".contains(c) {
            return Err(RelPathError::Character(c));
        }
        if is_invisible(c) {
            return Err(RelPathError::Invisible(c));
        }
    }
    if name.trim() != name || name.ends_with('.') {
        return Err(RelPathError::Edge);
    }
    if is_reserved(name) { Err(RelPathError::Reserved) } else { Ok(()) }
}

/// Returns whether Windows keeps a name for a device, whatever ending it has: `con`, `NUL.md`, `com1.yaml`.
pub fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let (kind, number) = stem.split_at_checked(3).unwrap_or_default();
    let is_kind = |device: &&str| device.eq_ignore_ascii_case(kind);
    let mut number = number.chars();
    let mut is_one_digit = || matches!((number.next(), number.next()), (Some('0'..='9' | '¹' | '²' | '³'), None));
    ["com", "lpt"].iter().any(is_kind) && is_one_digit()
        || ["con", "prn", "aux", "nul", "conin$", "conout$"].iter().any(|device| device.eq_ignore_ascii_case(stem))
}

/// Returns whether nobody sees a character in a name: formats such as zero-width and bidirectional ones, private use,
/// separators of lines, and what Unicode lets programs ignore.
pub(in crate::value) fn is_invisible(c: char) -> bool {
    use GeneralCategory::{Format, LineSeparator, ParagraphSeparator, PrivateUse};
    !c.is_ascii()
        && (matches!(c.general_category(), Format | LineSeparator | ParagraphSeparator | PrivateUse)
            || matches!(c, '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}')
            || matches!(c, '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0100}'..='\u{E01EF}'))
}
