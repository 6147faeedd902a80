//! What an author may have meant by a word that nothing knows.

/// Returns the nearest of some known words to what an author typed, if one is near enough to be meant.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = typed.chars().count();
    let most = |word: &str| word.chars().count().max(3) / 3;
    known
        .into_iter()
        .filter(|word| word.chars().count().abs_diff(length) <= most(word))
        .map(|word| (strsim::damerau_levenshtein(typed, word), word))
        .filter(|(distance, word)| *distance <= most(word))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_one_that_could_be_meant() {
        let known = ["title", "status", "figures"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("figure", known), Some("figures"));
        assert_eq!(nearest("contact", known), None);
    }
}
