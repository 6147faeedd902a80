//! The items of a part: which lines each has, and which status the headings above it state.
//!
//! Where numbers say that a heading was lost, nobody can say which items it headed: these have no status.

use std::collections::BTreeMap;

use super::super::statement::about;
use super::super::statuses::status;
use super::best;
use crate::diagnostic::Message;
use crate::office::draft::DraftIssue;
use crate::office::recognise::gaps;
use crate::office::recognise::lines::ManuscriptLine;
use crate::office::recognise::marker::Class;
use crate::office::recognise::outline::is_short;
use crate::office::recognise::words::Slot;
use crate::say;

/// An item, and where its lines are.
pub(super) struct Item<'a> {
    pub name: &'a str,
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
    pub status: Option<&'static str>,
}

/// A heading or an item that the next line may stand below.
struct Above {
    class: Class,
    number: u32,
    status: Option<&'static str>,
    is_item: bool,
    /// The first item below it, or the first behind a place where a heading was lost.
    from: usize,
}

/// The items of a part.
#[derive(Default)]
pub(super) struct Items<'a> {
    /// In order.
    pub found: Vec<Item<'a>>,
    /// The headings above them.
    pub headings: Vec<usize>,
    /// Lines whose numbers do not follow, and what is said of each.
    pub gaps: Vec<(usize, Message)>,
    above: Vec<Above>,
    /// The last number of each class.
    last: BTreeMap<Class, u32>,
    /// The last number of a list inside the last item.
    listed: u32,
    /// Whether items have numbers of this list, and not those that their issues have in the notice.
    is_counted: bool,
}

impl<'a> Items<'a> {
    /// Reads lines that name an issue, each up to the next one, a heading, or the line with the deadline.
    pub(super) fn of(lines: &'a [ManuscriptLine], issues: &[DraftIssue]) -> Items<'a> {
        let mut items = Items { is_counted: is_counted(lines, issues), ..Items::default() };
        let mut is_open = false;
        for (at, line) in lines.iter().enumerate() {
            let is_behind = line.label.is_some_and(|label| {
                matches!(label.slot, Slot::Due | Slot::Lead | Slot::Responsible | Slot::CompletedOn)
            });
            if let Some((name, rest)) = about(line.body()) {
                items.begin(at, line, name, rest);
                is_open = true;
            } else if is_behind {
                items.extend(at);
                is_open = false;
            } else if line.marker.is_some() && line.label.is_none() {
                items.numbered(at, line);
                is_open = false;
            } else if is_open && is_before_deadline(&lines[at + 1..]) {
                items.extend(at);
            }
        }
        items
    }

    fn begin(&mut self, at: usize, line: &ManuscriptLine, name: &'a str, rest: &'a str) {
        let text = rest
            .trim_start_matches('的')
            .trim_start_matches("问题")
            .trim_start_matches('的')
            .trim_start_matches(['。', '：', ':', '.'])
            .trim();
        self.enter(at, line, true);
        let status = self.above.iter().rev().find_map(|above| above.status);
        self.found.push(Item { name, text, start: at, end: at + 1, status });
    }

    /// Makes a line one of the last item, if it follows it.
    fn extend(&mut self, at: usize) {
        if let Some(item) = self.found.last_mut().filter(|item| item.end == at) {
            item.end = at + 1;
        }
    }

    /// A numbered line that names no issue is a heading, an item of something else, or a line inside an item.
    fn numbered(&mut self, at: usize, line: &ManuscriptLine) {
        let same = self.above.iter().find(|above| Some(above.class) == line.class());
        let is_below_item = self.above.iter().any(|above| above.is_item);
        match same {
            // A list inside an item may be numbered as the items are.
            Some(above) if above.is_item => match line.printed() {
                1 => self.listed = 1,
                number if self.listed > 0 && number == self.listed + 1 => self.listed = number,
                number if number == above.number + 1 => self.enter(at, line, true),
                _ => {}
            },
            None if is_below_item && !(is_heading(line) && status(&line.text).is_some()) => {}
            _ => {
                self.headings.push(at);
                self.enter(at, line, false);
            }
        }
    }

    /// Ends what a heading or an item ends, and compares its number with the one before it.
    fn enter(&mut self, at: usize, line: &ManuscriptLine, is_item: bool) {
        self.listed = 0;
        let Some(class) = line.class() else {
            self.above.retain(|above| !above.is_item);
            return;
        };
        let number = line.printed();
        let same = self.above.iter().position(|above| above.class == class);
        // A heading ends every item.
        let ended = same.or_else(|| self.above.iter().position(|above| above.is_item && !is_item));
        let before = same.map_or(0, |same| self.above[same].number);
        let from = same.map(|same| self.above[same].from);
        self.above.truncate(ended.unwrap_or(self.above.len()));
        let from = from.or_else(|| self.above.last().map(|above| above.from)).unwrap_or(0);
        let goes_on = before == 0 && self.last.get(&class).is_some_and(|last| number == last + 1);
        // The heading of the part follows those of other parts.
        let is_next = at == 0 || number == 0 || number == before + 1 || goes_on;
        if !is_next && (!is_item || self.is_counted) {
            self.gap(at, number, before, is_item, from);
        }
        self.last.insert(class, number);
        let stated = status(&line.text).filter(|_| !is_item);
        self.above.push(Above { class, number, status: stated, is_item, from: self.found.len() });
    }

    /// A number does not follow: items that a lost heading may have been above have no status.
    fn gap(&mut self, at: usize, number: u32, before: u32, is_item: bool, from: usize) {
        let expected = before + 1;
        if !is_item {
            self.found[from..].iter_mut().for_each(|item| item.status = None);
            self.gaps.push((at, gaps::message(number, expected)));
        } else if number <= before {
            for above in &mut self.above {
                (above.status, above.from) = (None, self.found.len());
            }
            let message = say!(
                "编号 {number} 不接上一项，前面可能漏了标题；从这一项起，不按上面的标题写状态",
                "its number, {number}, does not follow the item before: a heading may be missing; from here on no status is taken from the heading above"
            );
            self.gaps.push((at, message));
        } else {
            let message = say!(
                "编号 {number} 不接上一项，应为 {expected}，可能漏了一项",
                "its number, {number}, does not follow the item before; {expected} is expected: an item may be missing"
            );
            self.gaps.push((at, message));
        }
    }
}

/// Whether a numbered line behind an item looks like the heading of others, and not like a sentence of the item.
fn is_heading(line: &ManuscriptLine) -> bool {
    is_short(line) || line.folded.ends_with(':')
}

/// Whether a deadline comes before the next number.
fn is_before_deadline(lines: &[ManuscriptLine]) -> bool {
    let mut next = lines.iter().take_while(|line| line.marker.is_none());
    next.any(|line| line.label.is_some_and(|label| label.slot == Slot::Due))
}

/// Whether items are counted, and do not have the numbers of their issues, all of them.
fn is_counted(lines: &[ManuscriptLine], issues: &[DraftIssue]) -> bool {
    let numbered = lines.iter().filter(|line| line.printed() > 0);
    let mut named = numbered.filter_map(|line| {
        let (at, _) = best(about(line.body())?.0, issues)?;
        Some([issues[at].number, issues[at].printed].contains(&line.printed()))
    });
    named.any(|is_own| !is_own)
}
