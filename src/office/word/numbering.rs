//! Automatic numbers: what a word processor counts and shows before a paragraph, and no text of the file holds.

mod label;
mod reader;

use std::collections::{BTreeMap, BTreeSet};

use super::super::package::Package;
use super::super::refusal::Refusal;
use super::styles::{ListPlace, Styles};
use reader::NumberingReader;

/// How many levels a list has.
pub(super) const LEVELS: usize = 9;

/// The lists of a document and how far each is counted.
#[derive(Default)]
pub(super) struct ListCounters {
    kinds: BTreeMap<String, ListKind>,
    lists: BTreeMap<String, ListInstance>,
    /// The last number on each level of a kind: lists of one kind go on where another stopped.
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun anew as they say.
    begun: BTreeSet<(String, usize)>,
}

/// An abstract numbering definition.
#[derive(Default)]
struct ListKind {
    levels: [Level; LEVELS],
    /// The style that says which list is meant.
    style: Option<String>,
}

/// A numbering definition instance: a kind, and what is different.
#[derive(Default)]
struct ListInstance {
    kind: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// A level of a list.
#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    /// How many digits a pattern of its own has.
    width: usize,
    /// What is shown, with `%1` for the number on the first level.
    text: String,
    /// After which level it begins anew, from 1; after every higher one if nothing is said.
    restart: Option<usize>,
    is_decimal: bool,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Level {
        let (format, text) = ("decimal".to_owned(), String::new());
        Level { start: 0, format, width: 0, text, restart: None, is_decimal: false, style: None }
    }
}

/// The number of a paragraph.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ParagraphNumber {
    pub(super) text: String,
    /// A format that is not known, whose number is written in figures.
    pub(super) unknown: Option<String>,
}

impl ListCounters {
    /// Returns the lists of the document with this main part.
    pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<ListCounters, Refusal> {
        let mut reader = NumberingReader::default();
        package.walk_one(main, "numbering", |item| {
            reader.take(item);
            Ok(())
        })?;
        Ok(reader.found)
    }

    /// Counts a paragraph and returns its number. What the paragraph says itself goes before what its style says.
    pub(super) fn count(&mut self, own: &ListPlace, style: Option<&str>, styles: &Styles) -> ParagraphNumber {
        let by_style = styles.numbered(style);
        let Some(list) = own.list.as_ref().or(by_style.list.as_ref()) else { return ParagraphNumber::default() };
        let Some(kind) = self.kind_of(list, styles) else { return ParagraphNumber::default() };
        let of_style = || self.level_of_style(&kind, style, styles);
        let is_own = own.list.is_some();
        let level = own.level.or_else(|| if is_own { None } else { of_style() }).or(by_style.level).unwrap_or(0);
        let level = level.min(LEVELS - 1);
        self.advance(list, &kind, level);
        self.label(list, &kind, level)
    }

    /// Returns the kind of a list; by a style, if it says so.
    fn kind_of(&self, list: &str, styles: &Styles) -> Option<String> {
        let kind = &self.lists.get(list)?.kind;
        let style = self.kinds.get(kind)?.style.as_deref();
        let linked = style.and_then(|style| self.lists.get(&styles.numbered(Some(style)).list?));
        let kind = linked.map_or(kind, |linked| &linked.kind);
        self.kinds.contains_key(kind).then(|| kind.clone())
    }

    fn level_of_style(&self, kind: &str, style: Option<&str>, styles: &Styles) -> Option<usize> {
        let levels = &self.kinds.get(kind)?.levels;
        let of = |id: &str| levels.iter().position(|level| level.style.as_deref() == Some(id));
        styles.chain(style).find_map(of)
    }

    fn level(&self, list: &str, kind: &str, level: usize) -> Option<&Level> {
        let own = self.lists.get(list).and_then(|list| list.levels.get(&level));
        own.or_else(|| self.kinds.get(kind)?.levels.get(level))
    }

    /// Counts on a level; those below begin anew.
    fn advance(&mut self, list: &str, kind: &str, level: usize) {
        let start = self.level(list, kind, level).map_or(1, |level| level.start);
        let anew = self.lists.get(list).and_then(|list| list.starts.get(&level).copied());
        let anew = anew.filter(|_| self.begun.insert((list.to_owned(), level)));
        let restarts: [bool; LEVELS] = std::array::from_fn(|below| {
            let after = self.level(list, kind, below).and_then(|below| below.restart);
            below > level && after.is_none_or(|after| level < after)
        });
        let counts = self.counts.entry(kind.to_owned()).or_default();
        let next = counts.get(level).copied().flatten().map_or(start, |last| last.saturating_add(1));
        for (at, count) in counts.iter_mut().enumerate() {
            match at {
                _ if at == level => *count = Some(anew.unwrap_or(next)),
                _ if restarts[at] => *count = None,
                _ => {}
            }
        }
    }
}
