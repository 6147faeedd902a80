//! Two marks of a kind on one line, with the words between them.

use std::ops::Range;

use super::super::run::Run;

/// The longest words between two marks, in bytes.
const REACH: usize = 256;

/// A mark and the next of its kind, with the words between them.
pub(super) struct Pair<'a> {
    pub(super) before: Option<char>,
    pub(super) words: &'a str,
    pub(super) after: Option<char>,
    pub(super) range: Range<usize>,
}

/// Returns what stands between a mark and the next one on the same line, for every mark. A pair takes both of its marks if it is one.
pub(super) fn pairs<'a>(run: &'a Run<'_>, mark: char, is_pair: impl Fn(&Pair<'a>) -> bool) -> Vec<Pair<'a>> {
    let text = run.text();
    let mut found = Vec::new();
    let (mut from, mut signs) = (0, [0; 4]);
    let sign = mark.encode_utf8(&mut signs).to_owned();
    while let Some(at) = run.find(&sign, from) {
        from = at + sign.len();
        let rest = &text[from..];
        let reach = (REACH.min(rest.len())..=rest.len()).find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len());
        let Some(length) = rest[..reach].find([mark, '\n']).filter(|end| rest[*end..].starts_with(mark)) else {
            continue;
        };
        let end = from + length + sign.len();
        let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
        let pair = Pair { before, words: &rest[..length], after, range: at..end };
        if is_pair(&pair) {
            from = end;
            found.push(pair);
        }
    }
    found
}
