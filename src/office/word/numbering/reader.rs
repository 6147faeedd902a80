//! The lists of a document, read from its part about numbering.

use super::super::{is_on, number_of};
use super::{LEVELS, Level, ListCounters, ListInstance, ListKind};
use crate::source::xml::{XmlElement, XmlItem};

#[derive(Default)]
pub(super) struct NumberingReader {
    pub(super) found: ListCounters,
    kind: Option<String>,
    list: Option<String>,
    level: usize,
    /// How deep the reader stands in what is only for programs that do not know better.
    passed: usize,
}

impl NumberingReader {
    pub(super) fn take(&mut self, item: &XmlItem<'_>) {
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
