//! How the lines of a notice hang together: which are issues, which head them, and which parts stand before and after.
//!
//! The class of issues is the one that most often has a word for what was done behind it; classes that first appear before the first issue
//! head issues, the outermost first. No depth is taken for granted.

mod answered;
mod headings;
mod lists;
mod starts;

use std::collections::BTreeSet;

use super::fold::ends_sentence;
use super::lines::ManuscriptLine;
use super::marker::Class;
use answered::{is_answered, runs_on};
use headings::{classes_before, headings, is_outer};
use lists::listed;
use starts::Starts;

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

/// How long a heading is at most that is known by its length.
const HEADING: usize = 60;

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

/// Whether a line is as short as a heading, and ends like one.
pub(super) fn is_short(line: &ManuscriptLine) -> bool {
    let body = line.body_folded();
    body.chars().count() <= HEADING && !ends_sentence(body)
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
