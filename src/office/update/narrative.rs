//! A text in Markdown that is to say something else: only the words that differ are replaced where that can be done, so that emphasis, lists,
//! links and quoted figures stay.

use std::ops::Range;

use super::super::files::markdown;
use crate::text;

/// A text that says something else.
pub(super) struct Replaced {
    /// The text.
    pub(super) text: String,
    /// Whether all of it was replaced, with its markup.
    pub(super) is_whole: bool,
}

/// How much of the words around a change is looked at to find its place.
const CONTEXT: usize = 24;

/// Returns the Markdown of `source`, whose words are `was`, with the words `is`; `shown` returns the words that readers see of a text.
pub(super) fn replaced(source: &str, was: &str, is: &str, shown: impl Fn(&str) -> String) -> Replaced {
    match spliced(source, was, is, shown) {
        Some(text) => Replaced { text, is_whole: false },
        None => {
            let paragraphs: Vec<String> =
                is.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            let ending = if source.contains("\r\n") { "\r\n" } else { "\n" };
            Replaced { text: markdown::text(&paragraphs).replace('\n', ending), is_whole: true }
        }
    }
}

/// Replaces what differs, if it stands in one place among words that the source has as they are shown, and if readers then see just that.
fn spliced(source: &str, was: &str, is: &str, shown: impl Fn(&str) -> String) -> Option<String> {
    let (old, new): (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
    let begin = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - begin;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (gone, come) = (&old[begin..old.len() - end], &new[begin..new.len() - end]);
    if gone.contains(&'\n') || come.contains(&'\n') {
        return None;
    }
    let wanted = whole(&shown(source), was, is)?;
    let come = markdown::escaped(&come.iter().collect::<String>());
    let words: Vec<Range<usize>> = text::markdown::parse(source).typed_words().collect();
    let contexts = (0..=CONTEXT).flat_map(|n| [(n, n), (n, 0), (0, n)]);
    let mut texts = contexts.filter_map(|(before, behind)| {
        let (from, to) = (begin.saturating_sub(before), (old.len() - end + behind).min(old.len()));
        let needle: String = old[from..to].iter().collect();
        only_place(was, std::slice::from_ref(&(0..was.len())), &needle)?;
        let start = only_place(source, &words, &needle)? + bytes(&old[from..begin]);
        Some(format!("{}{come}{}", &source[..start], &source[start + bytes(gone)..]))
    });
    texts.find(|text| shown(text) == wanted)
}

/// What readers should see: a cell holds no more than the beginning of a long text, and `…` then.
fn whole(shown: &str, was: &str, is: &str) -> Option<String> {
    let with_rest = |was: &str, is: &str| shown.strip_prefix(was).map(|rest| format!("{is}{rest}"));
    with_rest(was, is).or_else(|| with_rest(was.strip_suffix('…')?, is.strip_suffix('…')?))
}

fn bytes(text: &[char]) -> usize {
    text.iter().map(|c| c.len_utf8()).sum()
}

/// Where a part stands within one of some stretches of a text, if it stands there once.
fn only_place(text: &str, stretches: &[Range<usize>], part: &str) -> Option<usize> {
    let within =
        |at: &Range<usize>| text[at.clone()].match_indices(part).map(|(n, _)| at.start + n).collect::<Vec<_>>();
    let mut places = stretches.iter().filter(|_| !part.is_empty()).flat_map(within);
    let at = places.next()?;
    places.next().is_none().then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::markdown::{Labels, RenderContext, Target};

    /// The words of a text that may quote three figures.
    fn shown(text: &str) -> String {
        let figures = [("paid", "5万元"), ("projects", "3个"), ("batch-2", "2批"), ("batch-5", "5批")];
        let quote = |name: &str| figures.iter().find(|(id, _)| *id == name).map(|(_, words)| (*words).to_owned());
        let words = text::markdown::parse(text).plain(&RenderContext {
            lang_is_east_asian: true,
            heading_level: 3,
            id_prefix: "",
            quote: &quote,
            marks: &|_| Vec::new(),
            names: &Vec::new,
            link: &|destination| Target::Href(destination.to_owned()),
            size: &|_| None,
            dates: &|_| Vec::new(),
            labels: Labels { footnotes: "", footnote: "", back: "", table: "" },
        });
        words.trim().to_owned()
    }

    #[test]
    fn only_the_words_that_differ_are_replaced() {
        for (source, was, is, expected) in [
            ("已**追缴**{{ paid }}。\n", "已追缴5万元。", "已追缴5万元，结案。", "已**追缴**{{ paid }}，结案。\n"),
            ("- 一是学。\n- 二是查。\n", "一是学。\n二是查。", "一是学习。\n二是查。", "- 一是学习。\n- 二是查。\n"),
            ("甲[乙](x.md)丙。\n", "甲乙丙。", "甲乙丁*。", "甲[乙](x.md)丁\\*。\n"),
            ("查3项，见[单](3.md)。\n", "查3项，见单。", "查4项，见单。", "查4项，见[单](3.md)。\n"),
        ] {
            assert_eq!(shown(source), was, "{source:?}");
            let found = replaced(source, was, is, shown);
            assert_eq!((found.text.as_str(), found.is_whole), (expected, false), "{source:?}");
        }
    }

    #[test]
    fn what_is_no_words_is_never_edited() {
        for (source, was, is, expected) in [
            ("已追缴{{ paid }}。\r\n", "已追缴5万元。", "已追缴6万元。", "已追缴6万元。\r\n"),
            ("查{{ projects }}项，见[单](x/3.md)。\n", "查3个项，见单。", "查4个项，见单。", "查4个项，见单。\n"),
            ("查{{ batch-2 }}。\n", "查2批。", "查5批。", "查5批。\n"),
            ("查{{ projects }}[单](a.md \"第3\")。\n", "查3个单。", "查4个单。", "查4个单。\n"),
            ("查{{ projects }}&#35;。\n", "查3个#。", "查35个#。", "查35个#。\n"),
            ("查`x`{{ projects }}。\n", "查x3个。", "查y3个。", "查y3个。\n"),
            ("甲。\n\n乙。\n", "甲。\n乙。", "甲。\n丙。\n丁。", "甲。\n\n丙。\n\n丁。\n"),
        ] {
            assert_eq!(shown(source), was, "{source:?}");
            let found = replaced(source, was, is, shown);
            assert_eq!((found.text.as_str(), found.is_whole), (expected, true), "{source:?}");
        }
        let found = replaced("甲乙。\n", "甲乙。", "- 甲乙。", shown);
        assert_eq!((shown(&found.text).as_str(), found.is_whole), ("- 甲乙。", true), "no words become a list");
    }

    #[test]
    fn the_rest_of_a_text_that_a_cell_does_not_hold_stays() {
        assert_eq!(replaced("甲乙丙丁。\n", "甲乙丙…", "甲丑丙…", shown).text, "甲丑丙丁。\n");
    }
}
