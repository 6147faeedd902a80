//! A text in Markdown that is to say something else: only the words that differ are replaced where that can be done, so that emphasis, lists,
//! links and quoted figures stay.

use super::super::files::markdown;

/// A text that says something else.
pub(super) struct Replaced {
    /// The text.
    pub(super) text: String,
    /// Whether all of it was replaced, with its markup.
    pub(super) is_whole: bool,
}

/// How much of the words around a change is looked at to find its place.
const CONTEXT: usize = 24;

/// Returns the Markdown of `source`, whose words are `was`, with the words `is`.
pub(super) fn replaced(source: &str, was: &str, is: &str) -> Replaced {
    match spliced(source, was, is) {
        Some(text) => Replaced { text, is_whole: false },
        None => {
            let paragraphs: Vec<String> =
                is.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            let ending = if source.contains("\r\n") { "\r\n" } else { "\n" };
            Replaced { text: markdown::text(&paragraphs).replace('\n', ending), is_whole: true }
        }
    }
}

/// Replaces what differs, if it stands in the source as it is said, in one place.
fn spliced(source: &str, was: &str, is: &str) -> Option<String> {
    let (old, new): (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
    let begin = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - begin;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (gone, come) = (&old[begin..old.len() - end], &new[begin..new.len() - end]);
    if gone.contains(&'\n') || come.contains(&'\n') {
        return None;
    }
    let come: String = come.iter().collect();
    let contexts = (0..=CONTEXT).flat_map(|n| [(n, n), (n, 0), (0, n)]);
    for (before, behind) in contexts {
        let (from, to) = (begin.saturating_sub(before), (old.len() - end + behind).min(old.len()));
        let needle: String = old[from..to].iter().collect();
        let Some(at) = only_place(source, &needle).filter(|_| only_place(was, &needle).is_some()) else { continue };
        let start = at + old[from..begin].iter().map(|c| c.len_utf8()).sum::<usize>();
        let end = start + gone.iter().map(|c| c.len_utf8()).sum::<usize>();
        return Some(format!("{}{}{}", &source[..start], markdown::escaped(&come), &source[end..]));
    }
    None
}

/// Where a part stands in a text, if it stands there once.
fn only_place(text: &str, part: &str) -> Option<usize> {
    let mut places = text.match_indices(part).filter(|_| !part.is_empty());
    let (at, _) = places.next()?;
    places.next().is_none().then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_that_differ_are_replaced() {
        for (source, was, is, expected) in [
            ("已**追缴**{{ paid }}。\n", "已追缴5万元。", "已追缴5万元，结案。", "已**追缴**{{ paid }}，结案。\n"),
            ("- 一是学。\n- 二是查。\n", "一是学。\n二是查。", "一是学习。\n二是查。", "- 一是学习。\n- 二是查。\n"),
            ("甲[乙](x.md)丙。\n", "甲乙丙。", "甲乙丁*。", "甲[乙](x.md)丁\\*。\n"),
        ] {
            let found = replaced(source, was, is);
            assert_eq!((found.text.as_str(), found.is_whole), (expected, false), "{source:?}");
        }
        let found = replaced("已追缴{{ paid }}。\r\n", "已追缴5万元。", "已追缴6万元。");
        assert_eq!((found.text.as_str(), found.is_whole), ("已追缴6万元。\r\n", true), "a figure is not words");
        assert!(replaced("甲。\n\n乙。\n", "甲。\n乙。", "甲。\n丙。\n丁。").is_whole);
    }
}
