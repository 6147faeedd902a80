//! Every text that an author wrote, with its place, for rules that look at words and characters.
//!
//! Texts are looked at as they stand in their files, so that a finding points at the very character. Each file is read once, for all rules.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::standard::Standard;
use crate::diagnostic::{Checked, Place};
use crate::notice::content::{FILES, FOLDER};
use crate::source::SourceTree;
use crate::source::yaml;
use crate::value::{Lang, RelPath};

/// Files that are looked at together: a record, or a narrative in all its languages.
pub(super) struct Document<'a> {
    /// The files, each with its text.
    pub(super) files: Vec<(&'a RelPath, &'a str)>,
    /// What stands in them, once for each language.
    pub(super) groups: Vec<Vec<Piece<'a>>>,
}

/// A text in a language: a narrative, or one value of a record.
pub(super) struct Piece<'a> {
    /// The file.
    pub(super) path: &'a RelPath,
    /// The whole file.
    pub(super) file: &'a str,
    /// Where the text stands in it.
    pub(super) range: Range<usize>,
    /// Its language.
    pub(super) lang: &'a Lang,
    /// The text with everything that is no prose blanked out, so that positions stay.
    pub(super) prose: Cow<'a, str>,
}

impl<'a> Piece<'a> {
    /// A part of a file.
    pub(super) fn new(path: &'a RelPath, file: &'a str, range: Range<usize>, lang: &'a Lang) -> Piece<'a> {
        let prose = prose_only(&file[range.clone()]);
        Piece { path, file, range, lang, prose }
    }

    /// The text as it stands, with Markdown, and with YAML quotation marks where it has them.
    pub(super) fn text(&self) -> &'a str {
        &self.file[self.range.clone()]
    }

    /// A place in the file for a range of the text.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        Place::Span(self.path.clone(), self.range.start + range.start..self.range.start + range.end)
    }
}

/// What was found in documents, and how many figures they have, by what [`document_of`] calls them.
pub(super) type Known = BTreeMap<String, Checked<usize>>;

/// Applies checks to every document that is not known yet, on all cores. The values of all are added up.
pub(super) fn each_document(
    tree: &SourceTree,
    standard: &Standard,
    known: &mut Known,
    check: impl Fn(&Document<'_>) -> Checked<usize> + Sync,
) -> Checked<usize> {
    let new: Vec<_> = documents(tree).into_iter().filter(|(name, _)| !known.contains_key(*name)).collect();
    let checked = |(name, paths): (&str, Vec<_>)| (name.to_owned(), check(&document(tree, standard, paths)));
    known.par_extend(new.into_par_iter().map(checked));
    let mut found = Vec::new();
    let figures = known.values().map(|document| document.clone().into_value(&mut found)).sum();
    Checked { value: figures, diagnostics: found }
}

/// What a file of the content belongs to. The files of a narrative differ by their language alone.
pub(super) fn document_of(path: &RelPath) -> &str {
    path.as_str().strip_suffix(".md").and_then(|name| name.rsplit_once('.')).map_or(path.as_str(), |(stem, _)| stem)
}

/// The paths of each document.
fn documents(tree: &SourceTree) -> BTreeMap<&str, Vec<&RelPath>> {
    let mut documents: BTreeMap<&str, Vec<&RelPath>> = BTreeMap::new();
    for path in tree.under(FOLDER).filter(|path| !path.as_str().starts_with(FILES)) {
        documents.entry(document_of(path)).or_default().push(path);
    }
    documents
}

fn document<'a>(tree: &'a SourceTree, standard: &'a Standard, paths: Vec<&'a RelPath>) -> Document<'a> {
    let files: Vec<_> = paths.into_iter().filter_map(|path| Some((path, tree.text(path.as_str())?))).collect();
    let language = |code: &str| standard.language(code);
    let mut groups = Vec::new();
    let mut narrative = Vec::new();
    for (path, file) in &files {
        match path.as_str().strip_suffix(".md").map(|stem| stem.rsplit('.').next().unwrap_or_default()) {
            Some(code) => narrative.extend(language(code).map(|lang| Piece::new(path, file, 0..file.len(), lang))),
            None => {
                let texts = yaml::groups(path, file, language).into_iter();
                groups.extend(
                    texts.map(|group| {
                        group.into_iter().map(|(lang, range)| Piece::new(path, file, range, lang)).collect()
                    }),
                );
            }
        }
    }
    groups.push(narrative);
    Document { files, groups }
}

/// The text with everything that is no prose blanked out: code, destinations of links, quoted figures, labels of footnotes, the numbers of
/// lists. Positions stay.
fn prose_only(text: &str) -> Cow<'_, str> {
    if !text.contains(['{', '`', '[', '<']) && list_numbers(text).next().is_none() {
        return Cow::Borrowed(text);
    }
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
    Cow::Owned(String::from_utf8(bytes).unwrap_or_default())
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
        let is_number =
            (1..=LONGEST).contains(&digits) && (item[digits..].starts_with(". ") || item[digits..].starts_with(") "));
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
