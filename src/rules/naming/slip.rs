//! Words that are a known one with a slip in it.

use crate::diagnostic::nearest;
use crate::value::width::is_wide;

/// Returns the known word that a word is most likely a slip for.
pub(super) fn slip_for<'a>(word: &str, known: &[(&'a str, &'a str)], is_east_asian: bool) -> Option<&'a str> {
    let all = || known.iter().flat_map(|(id, name)| [*id, *name]);
    if is_east_asian && is_of_script(word, true) {
        return all().find(|known| is_slip_of_characters(word, known));
    }
    nearest(word, all()).filter(|known| strsim::damerau_levenshtein(word, known) <= MOST_SLIPS)
}

/// How many letters of a word may be wrong for it to be a slip and no other word.
const MOST_SLIPS: usize = 2;

/// Returns whether a word of characters is a known one with one too many inside, one left out, or in another order.
/// Another character makes another word (督导 is no 督察), and so does one before or behind (大督查, 建议书).
fn is_slip_of_characters(word: &str, known: &str) -> bool {
    let (word, known): (Vec<char>, Vec<char>) = (word.chars().collect(), known.chars().collect());
    let lacks_one_of = |short: &[char], long: &[char]| {
        short.len() + 1 == long.len() && (0..long.len()).any(|at| [&long[..at], &long[at + 1..]].concat() == short)
    };
    let has_its_ends = word.first() == known.first() && word.last() == known.last();
    let sorted = |word: &[char]| {
        let mut all = word.to_vec();
        all.sort_unstable();
        all
    };
    has_its_ends && lacks_one_of(&known, &word)
        || known.len() > 2 && lacks_one_of(&word, &known)
        || sorted(&word) == sorted(&known)
}

/// Returns whether a word has a letter of a script that is set wide, or of one that is not.
pub(super) fn is_of_script(word: &str, wide: bool) -> bool {
    word.chars().any(|c| c.is_alphabetic() && is_wide(c) == wide)
}
