//! Lists: which items count on from which.

use super::root;
use crate::site::formats::xml::Xml;

/// The list without numbers.
pub(super) const BULLETS: usize = 1;

/// How many levels a list has.
const LEVELS: usize = 9;

/// How far each level is set in, in twentieths of a point, by whether the language is set like Chinese.
const INDENT: [usize; 2] = [425, 640];

/// The numbered lists of a document.
#[derive(Default)]
pub(super) struct Lists {
    /// The level and the first number of each.
    starts: Vec<(usize, u64)>,
    open: OpenLists,
}

/// Which list stands open on each level, and its last number.
pub(super) type OpenLists = Vec<Option<(usize, u64)>>;

/// The level and the first number of each list of a piece of the document, and which it leaves open.
pub(super) type ListsLeft = (Vec<(usize, u64)>, OpenLists);

impl Lists {
    /// Returns the list that an item belongs to: the one that it counts on from, or a new one.
    pub(super) fn numbered(&mut self, depth: usize, number: u64) -> usize {
        let level = depth.clamp(1, LEVELS) - 1;
        self.open.resize(self.open.len().max(level + 1), None);
        let before = self.open[level].filter(|(_, last)| last + 1 == number).map(|(list, _)| list);
        let list = before.unwrap_or_else(|| {
            self.starts.push((level, number));
            BULLETS + self.starts.len()
        });
        self.open[level] = Some((list, number));
        list
    }

    /// Ends every list deeper than a paragraph stands.
    pub(super) fn interrupt(&mut self, depth: usize) {
        self.open.truncate(depth);
    }

    /// Returns how many there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// Returns which stand open.
    pub(super) fn open(&self) -> &OpenLists {
        &self.open
    }

    /// Returns what was left by what stands behind so many.
    pub(super) fn left_since(&self, count: usize) -> ListsLeft {
        (self.starts[count..].to_vec(), self.open.clone())
    }

    /// Takes what was left.
    pub(super) fn take(&mut self, (starts, open): ListsLeft) {
        self.starts.extend(starts);
        self.open = open;
    }

    /// Returns the part with the lists.
    pub(super) fn write(&self) -> Xml {
        let mut xml = root("w:numbering");
        for (id, format) in [("0", "bullet"), ("1", "decimal")] {
            xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
            xml.empty("w:multiLevelType", &[("w:val", "multilevel")]);
            (0..LEVELS).for_each(|level| write_level(&mut xml, level, format));
            xml.close("w:abstractNum");
        }
        write_list(&mut xml, BULLETS, "0", None);
        for (at, start) in self.starts.iter().enumerate() {
            write_list(&mut xml, BULLETS + 1 + at, "1", Some(*start));
        }
        xml.close("w:numbering");
        xml
    }
}

fn write_level(xml: &mut Xml, level: usize, format: &str) {
    let text = if format == "bullet" { "•".to_owned() } else { format!("%{}.", level + 1) };
    xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
    xml.empty("w:start", &[("w:val", "1")]);
    xml.empty("w:numFmt", &[("w:val", format)]);
    xml.empty("w:lvlText", &[("w:val", &text)]);
    xml.empty("w:lvlJc", &[("w:val", "left")]);
    xml.close("w:lvl");
}

fn write_list(xml: &mut Xml, id: usize, of: &str, start: Option<(usize, u64)>) {
    xml.open("w:num", &[("w:numId", &id.to_string())]);
    xml.empty("w:abstractNumId", &[("w:val", of)]);
    if let Some((level, number)) = start {
        xml.open("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
        xml.empty("w:startOverride", &[("w:val", &number.to_string())]);
        xml.close("w:lvlOverride");
    }
    xml.close("w:num");
}

/// Writes where a paragraph stands: in which list, and how far in.
pub(super) fn place(xml: &mut Xml, list: Option<usize>, depth: usize, is_east_asian: bool) {
    let level = depth.clamp(1, LEVELS) - 1;
    if let Some(list) = list {
        xml.open("w:numPr", &[]);
        xml.empty("w:ilvl", &[("w:val", &level.to_string())]);
        xml.empty("w:numId", &[("w:val", &list.to_string())]);
        xml.close("w:numPr");
    }
    if depth == 0 {
        return;
    }
    let indent = INDENT[usize::from(is_east_asian)];
    if is_east_asian {
        let left = (indent * level).to_string();
        xml.empty("w:ind", &[("w:left", &*left), ("w:firstLineChars", "200"), ("w:firstLine", "640")]);
    } else {
        let (left, hanging) = ((indent * (level + 1)).to_string(), indent.to_string());
        let hanging = if list.is_some() { &*hanging } else { "0" };
        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", hanging)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_count_on_until_something_stands_between() {
        let mut lists = Lists::default();
        let mut number = |depth, n| {
            let list = lists.numbered(depth, n);
            lists.interrupt(depth);
            list
        };
        assert_eq!([number(1, 1), number(1, 2), number(2, 1), number(1, 3), number(2, 1)], [2, 2, 3, 2, 4]);
        lists.interrupt(0);
        assert_eq!(lists.numbered(1, 4), 5, "a list of its own that begins with 4");
    }
}
