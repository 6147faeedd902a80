//! What labels of issues look like: whether one says by itself what it is.

/// Digits and powers of ten in Han characters.
pub(super) const HAN_DIGITS: &str = "〇零一二三四五六七八九十百千";

/// Returns whether a label says by itself what it is: by a word for a thing that is counted, by a noun with a number behind
/// it (个案九, Case 9), or as a code of letters and digits.
pub fn speaks(label: &str) -> bool {
    let letters = label.chars().take_while(|c| c.is_alphabetic() && !HAN_DIGITS.contains(*c)).count();
    let behind = label.chars().skip(letters).find(|c| !c.is_whitespace());
    let is_noun = letters >= if label.is_ascii() { 3 } else { 2 };
    let has_number = behind.is_some_and(|c| c.is_numeric() || HAN_DIGITS.contains(c));
    let is_counted = label.chars().count() > 1 && label.contains(['项', '項', '条', '條', '号', '號']);
    let is_code = label.starts_with(|c: char| c.is_ascii_alphabetic()) && !label.contains(char::is_whitespace);
    is_counted || is_noun && has_number || is_code && label.contains(|c: char| c.is_ascii_digit())
}
