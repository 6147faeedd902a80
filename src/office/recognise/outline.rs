//! How the lines of a notice hang together: which are issues, which head them, and which parts stand before and after.
//!
//! The class of issues is the one that most often has a word for what was done behind it; classes that first appear before the first issue
//! head issues, the outermost first. No depth is taken for granted.

use std::collections::BTreeSet;

use super::fold::ends_sentence;
use super::lines::ManuscriptLine;
use super::marker::Class;
use super::statuses::status_sentence;
use super::words::{Slot, label_inside};
use crate::office::manuscript::Role;

/// The lines of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IssueLines {
    /// Its first line.
    pub start: usize,
    /// The line behind its last.
    pub end: usize,
    /// The heading above it in each class of headings, the outermost first.
    pub headings: Vec<Option<usize>>,
    /// Whether its first line has no number, and was taken for an issue by what follows.
    pub is_unnumbered: bool,
}

/// How a notice is laid out.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    /// Its issues.
    pub blocks: Vec<IssueLines>,
    /// The line that the part with the issues begins with; the first issue if it has no heading.
    pub start: usize,
    /// The line behind the part with the issues.
    pub end: usize,
    /// The classes of headings above issues, the outermost first; headings of parts are of the first.
    pub classes: Vec<Class>,
    /// Whether what was done is only known by where it stands.
    pub is_unlabelled: bool,
    /// The headings above issues.
    pub headings: Vec<usize>,
    /// Numbered lines inside the issues that were taken for text of a response.
    pub inner: Vec<usize>,
    /// Lines of lists below a label with nothing behind it.
    pub listed: BTreeSet<usize>,
}

/// How many lines behind an issue a word for what was done is sought.
const NEAR: usize = 3;
/// How many lines with labels of their own may stand between, beyond that.
const LABELS: usize = 12;
/// How long a paragraph without such a word must be to have an issue and what was done about it, and how long its first sentence may be.
const RUNS_ON: (usize, usize) = (70, 75);
/// How long a heading is at most that is known by its length.
const HEADING: usize = 60;
/// Words of headings behind the issues of a notice that has no other headings.
const OUTER: [&str; 8] = ["进一步整改", "尚未完成", "未完成", "基本完成", "正在整改", "下一步", "需要继续", "问题线索"];

/// Returns the outline of a notice; none if it has no issues.
pub(super) fn outline(lines: &[ManuscriptLine]) -> Option<Outline> {
    let listed = listed(lines);
    let (class, is_unlabelled) = class_of_issues(lines, &listed)?;
    let has_response = |at: &usize| {
        lines[*at].class() == Some(class)
            && !listed.contains(at)
            && if is_unlabelled { runs_on(&lines[*at]) } else { is_answered(lines, *at) }
    };
    let first = (0..lines.len()).find(has_response)?;
    let last = (0..lines.len()).rfind(has_response)?;
    let classes = classes_before(lines, first, class);
    let is_part = |at: &usize| {
        classes.first().is_some_and(|part| lines[*at].class() == Some(*part)) && lines[*at].label.is_none()
    };
    let start = (0..first).rfind(is_part).unwrap_or(first);
    let end = (last + 1..lines.len()).find(|at| is_part(at) || is_outer(&lines[*at])).unwrap_or(lines.len());
    let mut found = Outline { start, end, classes, is_unlabelled, listed, ..Outline::default() };
    let headings = headings(lines, &found, class);
    let starts = Starts::of(lines, &found, class, &headings);
    found.inner = starts.inner;
    found.blocks = blocks(lines, &found, &starts.found, &headings);
    found.headings = headings;
    Some(found)
}

/// The class of issues, and whether nothing but their length tells what was done.
fn class_of_issues(lines: &[ManuscriptLine], listed: &BTreeSet<usize>) -> Option<(Class, bool)> {
    let mut classes: Vec<Class> = Vec::new();
    lines.iter().filter_map(ManuscriptLine::class).for_each(|class| {
        if !classes.contains(&class) {
            classes.push(class);
        }
    });
    let count = |test: &dyn Fn(usize) -> bool| {
        let is_of = |at: &usize, class: Class| lines[*at].class() == Some(class) && !listed.contains(at);
        let of = |class: Class| (0..lines.len()).filter(|at| is_of(at, class) && test(*at)).count();
        // The last of those that are the greatest is the deepest.
        classes.iter().map(|class| (of(*class), *class)).max_by_key(|(n, _)| *n)
    };
    let (labelled, class) = count(&|at| is_answered(lines, at))?;
    let (unlabelled, running) = count(&|at| runs_on(&lines[at]))?;
    match labelled >= 2 || labelled == 1 && unlabelled < 3 {
        true => Some((class, false)),
        false => (unlabelled >= 2).then_some((running, true)),
    }
}

/// The lines of lists that a label with nothing behind it heads: 整改措施： and below it 1. 2. 3., which head nothing and are no issues.
fn listed(lines: &[ManuscriptLine]) -> BTreeSet<usize> {
    let is_head = |at: &usize| {
        let line = &lines[*at];
        let has_items = line.label.is_some_and(|label| is_response_slot(label.slot) || label.slot == Slot::NextSteps);
        has_items && line.marker.is_none() && line.content().trim().is_empty()
    };
    let mut found = BTreeSet::new();
    let mut first = 0;
    for head in (0..lines.len()).filter(is_head) {
        // A heading of all issues has none before it.
        if lines[first..head].iter().any(|line| line.marker.is_some()) {
            found.extend(list_below(lines, head));
        }
        first = head;
    }
    found
}

/// The lines of the list below a label; none if they are not numbered one after the other, or what was done stands in them.
fn list_below(lines: &[ManuscriptLine], head: usize) -> Vec<usize> {
    let Some(class) = lines.get(head + 1).and_then(ManuscriptLine::class) else { return Vec::new() };
    let mut items = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(head + 1) {
        let is_next = usize::try_from(line.printed()).is_ok_and(|printed| printed == items.len() + 1);
        match line.class() {
            Some(of) if of == class && is_next && line.label.is_none() => items.push(at),
            None if line.label.is_none() && line.role == Role::Body => {}
            _ => break,
        }
    }
    let answers =
        |at: &usize| label_inside(lines[*at].body_folded()).is_some() || lines.get(at + 1).is_some_and(is_response);
    let last = items.len().saturating_sub(1);
    let is_list =
        !items.iter().any(|at| label_inside(lines[*at].body_folded()).is_some()) && !items[..last].iter().any(answers);
    if is_list { items } else { Vec::new() }
}

/// Whether a line is an issue by the word for what was done: in the same paragraph, or soon after it.
fn is_answered(lines: &[ManuscriptLine], at: usize) -> bool {
    let line = &lines[at];
    if line.label.is_some_and(|label| label.slot != Slot::Statement) {
        return false;
    }
    let states = |text: &str| text.split('。').nth(1).is_some_and(|next| status_sentence(next).is_some());
    if label_inside(line.body_folded()).is_some() || states(line.body_folded()) {
        return true;
    }
    // A status, a deadline or a body under a label of its own may stand between.
    let mut left = NEAR;
    let is_near = |line: &&ManuscriptLine| {
        let is_labelled = line.label.is_some_and(|label| !is_response_slot(label.slot));
        left = left.saturating_sub(usize::from(!is_labelled));
        line.label.is_some() || line.marker.is_none() && left > 0
    };
    let mut next = lines[at + 1..].iter().take(NEAR + LABELS).take_while(is_near);
    next.any(|line| is_response(line) || status_sentence(line.body()).is_some())
}

/// Whether a line begins with a word for what was done.
fn is_response(line: &ManuscriptLine) -> bool {
    line.label.is_some_and(|label| is_response_slot(label.slot))
}

fn is_response_slot(slot: Slot) -> bool {
    matches!(slot, Slot::Response | Slot::Measures | Slot::StatusOrResponse)
}

fn runs_on(line: &ManuscriptLine) -> bool {
    let body = line.body();
    let first = body.split_inclusive('。').next().unwrap_or_default().chars().count();
    body.chars().count() >= RUNS_ON.0 && first <= RUNS_ON.1 && line.label.is_none()
}

/// Classes other than that of issues that appear before the first issue, in the order of their appearance, and that head something there.
fn classes_before(lines: &[ManuscriptLine], first: usize, issues: Class) -> Vec<Class> {
    let mut classes = Vec::new();
    for line in &lines[..first] {
        let Some(class) = line.class().filter(|class| *class != issues && *class != Class::Quoted) else {
            continue;
        };
        if line.label.is_none() && !classes.contains(&class) {
            classes.push(class);
        }
    }
    // The chain above the first issue: each is the last of its class, and stands behind the one that is further out.
    let last = |class: &Class| (0..first).rfind(|at| lines[*at].class() == Some(*class)).unwrap_or(0);
    let mut chain: Vec<Class> = Vec::new();
    for class in classes.iter().rev() {
        let is_above = chain.last().is_none_or(|inner| last(class) < last(inner));
        let (from, to) = (last(class) + 1, chain.last().map_or(first, last));
        let is_heading = (from..to).all(|at| lines[at].marker.is_none() || lines[at].label.is_some());
        if is_above && is_heading {
            chain.push(*class);
        }
    }
    chain.reverse();
    chain
}

fn is_outer(line: &ManuscriptLine) -> bool {
    is_short(line) && line.label.is_none() && OUTER.iter().any(|word| line.body_folded().contains(word))
}

/// Whether a line is as short as a heading, and ends like one.
pub(super) fn is_short(line: &ManuscriptLine) -> bool {
    let body = line.body_folded();
    body.chars().count() <= HEADING && !ends_sentence(body)
}

/// The headings above issues: of a class of headings, before another heading or an issue, and numbered as headings are.
fn headings(lines: &[ManuscriptLine], outline: &Outline, issues: Class) -> Vec<usize> {
    let is_heading = |at: usize| lines[at].label.is_none() && !outline.listed.contains(&at);
    let level =
        |at: usize| outline.classes.iter().position(|class| lines[at].class() == Some(*class) && is_heading(at));
    let mut numbers = vec![0; outline.classes.len()];
    let mut found = Vec::new();
    for at in outline.start..outline.end {
        let Some(depth) = level(at) else { continue };
        let next = (at + 1..outline.end).find(|next| {
            lines[*next].marker.is_some() && lines[*next].label.is_none_or(|label| label.slot == Slot::Statement)
        });
        let heads = next.is_some_and(|next| lines[next].class() == Some(issues) || level(next).is_some());
        let printed = lines[at].printed();
        let is_next = printed == 0 || printed == numbers[depth] + 1 || numbers[depth] == 0;
        if heads && (is_next || is_short(&lines[at])) {
            found.push(at);
            numbers[depth] = printed;
            numbers[depth + 1..].fill(0);
        }
    }
    found
}

/// The lines that issues begin with.
#[derive(Default)]
struct Starts {
    /// Lines, and whether they have no number.
    found: Vec<(usize, bool)>,
    inner: Vec<usize>,
    /// The number of the last issue.
    last: u32,
    /// The number of the last line of a list in a response.
    listed: Option<u32>,
    /// Whether a heading stands behind the last issue.
    is_headed: bool,
    /// The word for what was done that the last issue has.
    word: Option<&'static str>,
}

impl Starts {
    fn of(lines: &[ManuscriptLine], outline: &Outline, class: Class, headings: &[usize]) -> Starts {
        let mut starts = Starts::default();
        for at in outline.start..outline.end {
            let line = &lines[at];
            let is_labelled = line.label.is_some_and(|label| label.slot != Slot::Statement);
            if headings.contains(&at) {
                (starts.is_headed, starts.listed, starts.word) = (true, None, None);
            } else if outline.listed.contains(&at) {
                starts.listed = None;
            } else if line.class() == Some(class) && !is_labelled {
                starts.numbered(lines, at, outline);
            } else if line.marker.is_none() && !is_labelled && starts.is_unnumbered(lines, at, outline) {
                starts.begin(line, at, true);
            } else if is_response(line) && starts.word.is_none() {
                starts.word = line.label.map(|label| label.word);
            }
        }
        starts
    }

    fn begin(&mut self, line: &ManuscriptLine, at: usize, is_unnumbered: bool) {
        self.found.push((at, is_unnumbered));
        self.last = if is_unnumbered { self.last + 1 } else { line.printed() };
        (self.is_headed, self.listed) = (false, None);
        self.word = label_inside(line.body_folded()).map(|(_, label)| label.word);
    }

    /// A line of the class of issues is one, unless it goes on with a list in the response of the one before it.
    fn numbered(&mut self, lines: &[ManuscriptLine], at: usize, outline: &Outline) {
        let number = lines[at].printed();
        let is_answered = outline.is_unlabelled || number == 0 || is_answered(lines, at);
        let is_next = number == self.last + 1 || number == 1 && self.is_headed;
        let goes_on = self.listed.map_or(number == 1, |listed| number == listed + 1);
        let comes_later = || {
            let mut later = at + 1..outline.end;
            later.any(|next| {
                lines[next].class() == lines[at].class()
                    && lines[next].printed() == number
                    && self::is_answered(lines, next)
            })
        };
        let is_inside = !is_answered && !self.found.is_empty() && goes_on && !self.is_headed;
        if is_inside && (!is_next || self.listed.is_some() && comes_later()) {
            self.inner.push(at);
            self.listed = Some(number);
        } else {
            self.begin(&lines[at], at, false);
        }
    }

    /// Whether a line without a number is an issue: the one before it has what was done already, and here it comes once more.
    fn is_unnumbered(&self, lines: &[ManuscriptLine], at: usize, outline: &Outline) -> bool {
        let word = |label: Option<&'static str>| label.is_some() && label == self.word;
        let inside = label_inside(lines[at].body_folded()).map(|(_, label)| label.word);
        let next = lines.get(at + 1).filter(|line| at + 1 < outline.end && is_response(line));
        let is_first = (self.is_headed || self.found.is_empty()) && at > outline.start;
        let next = next.and_then(|line| line.label).map(|label| label.word);
        let is_again = word(inside) || word(next);
        is_again || is_first && (inside.is_some() || next.is_some())
    }
}

fn blocks(
    lines: &[ManuscriptLine],
    outline: &Outline,
    starts: &[(usize, bool)],
    headings: &[usize],
) -> Vec<IssueLines> {
    let mut above = vec![None; outline.classes.len()];
    let mut heading = headings.iter().copied().peekable();
    let mut found = Vec::new();
    for (n, (start, is_unnumbered)) in starts.iter().enumerate() {
        while let Some(at) = heading.next_if(|at| at < start) {
            let depth = outline.classes.iter().position(|class| lines[at].class() == Some(*class)).unwrap_or(0);
            above[depth] = Some(at);
            above[depth + 1..].fill(None);
        }
        let next = starts.get(n + 1).map_or(outline.end, |(next, _)| *next);
        let end = heading.peek().copied().filter(|at| *at < next).unwrap_or(next);
        found.push(IssueLines { start: *start, end, headings: above.clone(), is_unnumbered: *is_unnumbered });
    }
    found
}
