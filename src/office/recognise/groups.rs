//! Texts that are made of groups of words, one behind the other, and of nothing else.

/// Whether a text without blanks is one word of each group in order; the empty word means that a group may be left out.
pub(super) fn is_made_of(text: &str, groups: &[&[&str]]) -> bool {
    match groups.split_first() {
        Some((words, rest)) => {
            words.iter().any(|word| text.strip_prefix(word).is_some_and(|more| is_made_of(more, rest)))
        }
        None => text.is_empty(),
    }
}
