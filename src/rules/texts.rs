//! Every text that an author wrote, with its place, for rules that look at words and characters.
//!
//! Texts are looked at as they stand in their files, so that a finding points at the very character.

use std::ops::Range;

use rayon::prelude::*;

use crate::content::{FILES, FOLDER};
use crate::diagnostic::{Diagnostic, Place};
use crate::edition::Edition;
use crate::value::{Lang, RelPath};
use crate::yaml;

/// A text in a language: a narrative, or one value of a record.
pub(super) struct Piece<'a> {
    /// The file.
    pub(super) path: &'a RelPath,
    /// The whole file.
    pub(super) file: &'a str,
    /// Where the text stands in it.
    pub(super) range: Range<usize>,
    /// Its language.
    pub(super) lang: Lang,
}

impl<'a> Piece<'a> {
    /// The text as it stands, with Markdown, and with YAML quotation marks where it has them.
    pub(super) fn text(&self) -> &'a str {
        &self.file[self.range.clone()]
    }

    /// A place in the file for a range of the text.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        Place::Span(self.path.clone(), self.range.start + range.start..self.range.start + range.end)
    }
}

/// Applies a check to every file that an author wrote, as a whole.
pub(super) fn each_file(edition: &Edition, check: impl Fn(&RelPath, &str) -> Vec<Diagnostic> + Sync) -> Vec<Diagnostic> {
    let paths: Vec<&RelPath> = edition.tree.under(FOLDER).filter(|path| !path.as_str().starts_with(FILES)).collect();
    paths.into_par_iter().flat_map_iter(|path| edition.tree.text(path.as_str()).map(|text| check(path, text)).unwrap_or_default()).collect()
}

/// Applies a check to every text in a language.
pub(super) fn each(edition: &Edition, check: impl Fn(&Piece<'_>) -> Vec<Diagnostic> + Sync) -> Vec<Diagnostic> {
    each_file(edition, |path, file| pieces(edition, path, file).iter().flat_map(&check).collect())
}

fn pieces<'a>(edition: &Edition, path: &'a RelPath, file: &'a str) -> Vec<Piece<'a>> {
    let languages = &edition.notice.languages;
    if let Some(stem) = path.as_str().strip_suffix(".md") {
        let code = stem.rsplit('.').next().unwrap_or_default();
        let lang = languages.iter().find(|lang| lang.code() == code);
        return lang.map(|lang| Piece { path, file, range: 0..file.len(), lang: lang.clone() }).into_iter().collect();
    }
    let groups = yaml::groups(path, file, |key| languages.iter().find(|lang| lang.code() == key).cloned());
    groups.into_iter().flatten().map(|(lang, range)| Piece { path, file, range, lang }).collect()
}

/// The text with everything that is no prose blanked out: code, destinations of links, quoted figures, labels of footnotes, the numbers of
/// lists. Positions stay.
pub(super) fn prose_only(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (open, close) in [("{{", "}}"), ("`", "`"), ("](", ")"), ("[^", "]"), ("<", ">")] {
        let mut at = 0;
        while let Some(start) = text[at..].find(open).map(|i| at + i) {
            let inside = start + open.len();
            let Some(end) = end_of(&text[inside..], open, close).map(|i| inside + i) else { break };
            let is_link = open != "<" || text[inside..end].contains(':') || text[inside..end].contains('@');
            if is_link && !text[inside..end].contains('\n') {
                let keep = usize::from(open == "](");
                bytes[start + keep..end + close.len()].iter_mut().for_each(|b| *b = b' ');
            }
            at = end + close.len();
        }
    }
    for number in list_numbers(text) {
        bytes[number].fill(b' ');
    }
    // Only whole characters between ASCII delimiters were replaced, byte for byte, by spaces.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Where what was opened closes: an address may have brackets of its own, `表(1).pdf`.
fn end_of(text: &str, open: &str, close: &str) -> Option<usize> {
    let end = text.find(close)?;
    if open == "](" { balanced_end(text).or(Some(end)) } else { Some(end) }
}

/// Where an address ends whose brackets come in pairs.
fn balanced_end(text: &str) -> Option<usize> {
    const LONGEST: usize = 2000;
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().take(LONGEST).take_while(|(_, byte)| *byte != b'\n') {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where lines begin with the number of a list, `1. ` or `2) `: it counts the items and states nothing.
fn list_numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    const LONGEST: usize = 3;
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let item = line.trim_start_matches([' ', '\t', '>']);
        let start = at + line.len() - item.len();
        at += line.len();
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        let is_number = (1..=LONGEST).contains(&digits) && (item[digits..].starts_with(". ") || item[digits..].starts_with(") "));
        is_number.then_some(start..start + digits)
    })
}

#[cfg(test)]
mod tests {
    use super::prose_only;

    #[test]
    fn what_is_no_prose_is_blank() {
        for (text, kept) in [
            ("见[附件](a,b.pdf)。", "见[附件]。"),
            ("见[表](表(1).pdf)和[图](图(.png)。", "见[表]和[图]。"),
            ("罚款{{ fines }}，", "罚款，"),
            ("用`a,b`写", "用写"),
            ("<https://a.b/c,d>，3<5", "，3<5"),
            ("正在招聘[^1]。\n[^1]: 3 人", "正在招聘。\n:3人"),
            ("1. 一\n  2) 二\n3.5 亩\n2021. 年", ".一\n)二\n3.5亩\n2021.年"),
        ] {
            let prose = prose_only(text);
            assert_eq!(prose.len(), text.len());
            assert_eq!(prose.replace(' ', ""), kept);
        }
    }
}
