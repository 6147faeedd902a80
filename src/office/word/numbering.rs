//! Automatic numbers: what a word processor counts and shows before a paragraph, and no text of the file holds.

use std::collections::{BTreeMap, BTreeSet};

use super::super::package::Package;
use super::super::refusal::Refusal;
use super::numerals::written;
use super::styles::{ListPlace, Styles};
use super::{is_on, number_of};
use crate::source::xml::{XmlElement, XmlItem};

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

    fn label(&self, list: &str, kind: &str, level: usize) -> ParagraphNumber {
        let Some(shown) = self.level(list, kind, level) else { return ParagraphNumber::default() };
        if shown.format == "bullet" {
            return ParagraphNumber { text: shown.text.chars().map(bullet).collect(), unknown: None };
        }
        let mut label = ParagraphNumber::default();
        let mut chars = shown.text.chars().peekable();
        while let Some(c) = chars.next() {
            let other = chars.peek().and_then(|next| next.to_digit(10)).filter(|_| c == '%');
            match other.and_then(|other| (other as usize).checked_sub(1)) {
                Some(other) => {
                    chars.next();
                    self.put(&mut label, list, kind, other, shown.is_decimal);
                }
                None => label.text.push(c),
            }
        }
        label
    }

    /// Puts the number on a level into a label.
    fn put(&self, label: &mut ParagraphNumber, list: &str, kind: &str, level: usize, is_decimal: bool) {
        let Some(of) = self.level(list, kind, level) else { return };
        let count = self.counts.get(kind).and_then(|counts| counts.get(level).copied().flatten()).unwrap_or(of.start);
        let format = if is_decimal { "decimal" } else { &of.format };
        let text = written(count, format);
        if text.is_none() {
            label.unknown = Some(of.format.clone());
        }
        let width = of.width;
        label.text += &text.map_or_else(|| count.to_string(), |text| format!("{text:0>width$}"));
    }
}

/// Returns the sign of a list without numbers: fonts of signs have theirs where Unicode has none.
fn bullet(c: char) -> char {
    if ('\u{E000}'..='\u{F8FF}').contains(&c) { '•' } else { c }
}

#[derive(Default)]
struct NumberingReader {
    found: ListCounters,
    kind: Option<String>,
    list: Option<String>,
    level: usize,
    /// How deep the reader stands in what is only for programs that do not know better.
    passed: usize,
}

impl NumberingReader {
    fn take(&mut self, item: &XmlItem<'_>) {
        match item {
            XmlItem::Element(element) if self.passed > 0 || element.name == "Fallback" => self.passed += 1,
            XmlItem::Element(element) => self.enter(element),
            XmlItem::End => self.passed = self.passed.saturating_sub(1),
            _ => {}
        }
    }

    fn enter(&mut self, element: &XmlElement) {
        let get = |name| element.get(name).map(str::to_owned);
        match &*element.name {
            "abstractNum" => {
                (self.kind, self.list) = (get("abstractNumId"), None);
                self.found.kinds.insert(self.kind.clone().unwrap_or_default(), ListKind::default());
            }
            "num" => {
                (self.kind, self.list) = (None, get("numId"));
                self.found.lists.insert(self.list.clone().unwrap_or_default(), ListInstance::default());
            }
            "lvl" | "lvlOverride" => self.begin_level(element),
            name => match (&self.kind, &self.list) {
                (Some(kind), _) => self.of_kind(&kind.clone(), name, element),
                (None, Some(list)) => self.of_list(&list.clone(), name, element),
                (None, None) => {}
            },
        }
    }

    fn begin_level(&mut self, element: &XmlElement) {
        let level = element.get("ilvl").and_then(|level| level.parse::<usize>().ok());
        self.level = level.unwrap_or(self.level).min(LEVELS - 1);
        if let (Some(list), "lvl") = (&self.list, &*element.name)
            && let Some(list) = self.found.lists.get_mut(list)
        {
            list.levels.insert(self.level, Level::default());
        }
    }

    fn of_kind(&mut self, kind: &str, name: &str, element: &XmlElement) {
        let Some(kind) = self.found.kinds.get_mut(kind) else { return };
        match name {
            "numStyleLink" => kind.style = element.get("val").map(str::to_owned),
            _ => kind.levels[self.level].set(name, element),
        }
    }

    fn of_list(&mut self, list: &str, name: &str, element: &XmlElement) {
        let Some(list) = self.found.lists.get_mut(list) else { return };
        match name {
            "abstractNumId" => list.kind = element.get("val").unwrap_or_default().to_owned(),
            "startOverride" => {
                let start = number_of(element).and_then(|start| u32::try_from(start).ok());
                list.starts.insert(self.level, start.unwrap_or(1));
            }
            _ => {
                list.levels.get_mut(&self.level).into_iter().for_each(|level| level.set(name, element));
            }
        }
    }
}

impl Level {
    fn set(&mut self, name: &str, element: &XmlElement) {
        let value = element.get("val").unwrap_or_default();
        match name {
            "start" => self.start = value.parse().unwrap_or(0),
            "numFmt" => {
                let first = element.get("format").and_then(|format| format.split(',').next()).unwrap_or_default();
                (self.format, self.width) = (value.to_owned(), first.trim().len().min(LEVELS));
            }
            "lvlText" => self.text = value.to_owned(),
            "lvlRestart" => self.restart = number_of(element),
            "isLgl" => self.is_decimal = is_on(element),
            "pStyle" => self.style = Some(value.to_owned()),
            _ => {}
        }
    }
}
