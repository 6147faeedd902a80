//! Where names stand in a text, by what stands around them.

use super::vocabulary::{
    BEHIND, BODIES, COUNTED, DEALT, DONE_TO, LONG_SURNAMES, NO_NAME, OTHERS, POSTS, SURNAMES, WORDS,
};

/// Where names stand in a text: the beginning of each, and its length. What is named in a list of bodies or places is none.
pub(super) fn names(text: &[char]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    // What is named in one list, and whether each is a person.
    let mut list: Vec<(usize, usize, bool)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = list.last().map_or(0, |(start, length, _)| start + length);
        let follows = end > 0 && at == end + 1 && matches!(text[end], '、' | ',' | '和' | '及' | '与');
        match name(text, at).filter(|_| follows || stands_behind(text, at, &POSTS) || stands_behind(text, at, &OTHERS))
        {
            Some(length) => {
                if !follows {
                    found.extend(persons(text, &mut list));
                }
                // Behind a post everything is a name.
                let is_person = !is_body(&text[at..at + length]) || stands_behind(text, at, &POSTS);
                list.push((at, length, is_person));
                at += length;
            }
            None => at += 1,
        }
    }
    found.extend(persons(text, &mut list));
    found
}

/// Ends a list, and returns the persons in it: none if as many bodies are counted behind it.
fn persons(text: &[char], list: &mut Vec<(usize, usize, bool)>) -> Vec<(usize, usize)> {
    let end = list.last().map_or(0, |(start, length, _)| start + length);
    let are_bodies = counts_bodies(&text[end..]);
    let named = list.drain(..).filter(|(.., is_person)| *is_person && !are_bodies);
    named.map(|(start, length, _)| (start, length)).collect()
}

/// Whether a word ends as the names of places and bodies do.
fn is_body(word: &[char]) -> bool {
    let word: String = word.iter().collect();
    BODIES.iter().any(|end| word.ends_with(end))
}

/// Whether bodies or places are counted: `等3个单位进行约谈`, `2家公司`. Those who work there are persons: `等村干部`, `等3个单位负责人`.
fn counts_bodies(rest: &[char]) -> bool {
    let next: String = rest.iter().take(16).collect();
    let next = next.strip_prefix('等').unwrap_or(&next);
    let counted =
        next.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十多两余个家所处".contains(c));
    let mut behind = COUNTED.iter().filter_map(|word| counted.strip_prefix(word));
    behind.any(|behind| behind.is_empty() || DONE_TO.iter().any(|word| behind.starts_with(word)))
}

/// Whether what stands behind a name says that the person was dealt with.
pub(super) fn is_dealt_with(rest: &[char]) -> bool {
    let next: String = rest.iter().take(4).collect();
    let counted = next.trim_start_matches(|c: char| c.is_ascii_digit());
    DEALT.iter().any(|word| next.starts_with(word)) || counted.len() < next.len() && counted.starts_with('人')
}

/// Returns how long the name is that begins at a place, if one may begin there.
fn name(text: &[char], at: usize) -> Option<usize> {
    let surname = match is_long_surname(text, at) {
        true => 2,
        false => Some(1).filter(|_| SURNAMES.contains(text[at]))?,
    };
    let rest: String = text[at..].iter().take(4).collect();
    let is_word = WORDS.iter().any(|word| rest.starts_with(word));
    let is_name = |length: &usize| {
        let given = text.get(at + surname..at + surname + length);
        let is_given = given.is_some_and(|given| given.iter().all(|c| is_han(*c) && !NO_NAME.contains(*c)));
        is_given && ends(&text[at + surname + length..])
    };
    [2, 1].into_iter().find(is_name).map(|length| surname + length).filter(|_| !is_word)
}

pub(super) fn is_long_surname(text: &[char], at: usize) -> bool {
    let two: String = text[at..].iter().take(2).collect();
    LONG_SURNAMES.contains(&&*two)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3134f}')
}

/// Whether a name may end before this.
fn ends(rest: &[char]) -> bool {
    let next: String = rest.iter().take(3).collect();
    let is_count = next.starts_with(|c: char| c.is_ascii_digit());
    next.is_empty() || is_count || BEHIND.iter().chain(&DEALT).any(|word| next.starts_with(word))
}

/// Whether one of these words stands before a place.
fn stands_behind(text: &[char], at: usize, words: &[&str]) -> bool {
    let before: String = text[at.saturating_sub(3)..at].iter().collect();
    words.iter().any(|word| before.trim_end().ends_with(word))
}
