//! How wide characters are set, and where a line break between two of them is not a space. All of it comes from Unicode
//! data, except Hangul: no crate of ours tells scripts, and its blocks are closed.

use unicode_width::UnicodeWidthChar;

/// Returns whether a character is East Asian wide or full-width (UAX #11: `W` or `F`).
pub fn is_wide(c: char) -> bool {
    c.width() == Some(2) || matches!(c, '\u{302A}'..='\u{302F}' | '\u{3099}' | '\u{309A}' | '\u{16FE4}')
}

/// Returns whether a character is set as wide in Chinese although Unicode leaves its width open.
fn is_wide_in_chinese(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Returns whether a character is Hangul, which is wide but set with spaces between words.
pub fn is_hangul(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}' | '\u{302E}' | '\u{302F}' | '\u{3131}'..='\u{318E}' | '\u{3200}'..='\u{321E}' | '\u{3260}'..='\u{327E}'
        | '\u{A960}'..='\u{A97C}' | '\u{AC00}'..='\u{D7A3}' | '\u{D7B0}'..='\u{D7FB}' | '\u{FFA0}'..='\u{FFDC}')
}

/// Returns whether a character takes no room of its own: a combining mark, a variation selector, a joiner.
pub fn is_zero_width(c: char) -> bool {
    c.width() == Some(0)
}

/// Returns whether a line break beside this character is not a space, if the character on its other side says the same
/// (CSS Text 3, section 4.1.3).
pub fn is_joining(c: char, lang_is_east_asian: bool) -> bool {
    (is_wide(c) && !is_hangul(c)) || (lang_is_east_asian && is_wide_in_chinese(c))
}
