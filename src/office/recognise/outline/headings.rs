//! Headings above issues: their classes, the outermost first, and the lines that they are.

use super::super::lines::ManuscriptLine;
use super::super::marker::Class;
use super::super::words::Slot;
use super::{Outline, is_short};

/// Words of headings behind the issues of a notice that has no other headings.
const OUTER: [&str; 8] = ["进一步整改", "尚未完成", "未完成", "基本完成", "正在整改", "下一步", "需要继续", "问题线索"];

/// Classes other than that of issues that appear before the first issue, in the order of their appearance, and that head something there.
pub(super) fn classes_before(lines: &[ManuscriptLine], first: usize, issues: Class) -> Vec<Class> {
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

pub(super) fn is_outer(line: &ManuscriptLine) -> bool {
    is_short(line) && line.label.is_none() && OUTER.iter().any(|word| line.body_folded().contains(word))
}

/// The headings above issues: of a class of headings, before another heading or an issue, and numbered as headings are.
pub(super) fn headings(lines: &[ManuscriptLine], outline: &Outline, issues: Class) -> Vec<usize> {
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
