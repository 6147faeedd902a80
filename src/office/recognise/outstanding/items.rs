//! The items of a part: which lines each has, and which status the headings above it state.
//!
//! Where numbers say that a heading was lost, nobody can say which items it headed: these have no status.

mod numbers;

use std::collections::BTreeMap;

use crate::diagnostic::Message;
use crate::office::draft::DraftIssue;
use crate::office::recognise::likeness::best;
use crate::office::recognise::lines::ManuscriptLine;
use crate::office::recognise::marker::Class;
use crate::office::recognise::outline::is_short;
use crate::office::recognise::statement::about;
use crate::office::recognise::statuses::heading_status;
use crate::office::recognise::words::Slot;

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
            None if is_below_item && !(is_heading(line) && heading_status(line.body()).is_some()) => {}
            _ => {
                self.headings.push(at);
                self.enter(at, line, false);
            }
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
