//! What a lost heading leaves behind: a number that does not follow the one before it, or numbers that start again with no heading between.

use super::lines::ManuscriptLine;
use super::outline::{Outline, is_short};
use crate::diagnostic::Message;
use crate::office::report::{Certainty, Report};
use crate::say;

/// Reports the headings whose numbers do not follow: those above issues, and those of the parts before the issues and behind them.
pub(super) fn headings(lines: &[ManuscriptLine], outline: &Outline, tail: usize, report: &mut Report) {
    let places = places(lines, outline, tail);
    // One that heads no issue is named as not used.
    let heads_none = |at: usize| {
        outline.headings.contains(&at) && !outline.blocks.iter().any(|block| block.headings.contains(&Some(at)))
    };
    let starts =
        |depth: usize| places.iter().filter(|(at, of)| *of == Some(depth) && lines[*at].printed() == 1).count();
    let runs_through: Vec<bool> = (0..outline.classes.len()).map(|depth| starts(depth) < 2).collect();
    let mut numbers = vec![0; outline.classes.len()];
    let mut last = numbers.clone();
    for (at, depth) in &places {
        let Some(depth) = *depth else {
            numbers.fill(0);
            continue;
        };
        let (line, printed) = (&lines[*at], lines[*at].printed());
        let goes_on = numbers[depth] == 0 && runs_through[depth] && printed == last[depth] + 1;
        let expected = numbers[depth] + 1;
        if printed > 0 && printed != expected && !goes_on && !heads_none(*at) {
            report.at(Certainty::NotUnderstood, line.number, &line.text, message(printed, expected));
        }
        (numbers[depth], last[depth]) = (printed, printed);
        numbers[depth + 1..].fill(0);
    }
}

/// The headings in order, each with its depth; what heads a part and is of no class of headings has none.
fn places(lines: &[ManuscriptLine], outline: &Outline, tail: usize) -> Vec<(usize, Option<usize>)> {
    let depth = |at: usize| outline.classes.iter().position(|class| lines[at].class() == Some(*class));
    let of_part = |at: usize| {
        let line = &lines[at];
        match depth(at) {
            _ if line.marker.is_none() || line.label.is_some() => None,
            Some(0) => Some((at, Some(0))),
            // A heading below that of a part does not end it.
            Some(_) => None,
            None => is_short(line).then_some((at, None)),
        }
    };
    let before = (0..outline.start).filter_map(of_part);
    let inside = outline.headings.iter().map(|at| (*at, depth(*at)));
    before.chain(inside).chain((tail..lines.len()).filter_map(of_part)).collect()
}

/// Returns what is said of a heading whose number does not follow.
pub(super) fn message(printed: u32, expected: u32) -> Message {
    match printed {
        1 => say!(
            "标题编号从 1 重新开始，中间没有上一级标题，可能漏了标题；请核对前后的问题归在哪里",
            "the numbers of headings start at 1 again with no heading above them in between: one may be missing; please check where the issues around it belong"
        ),
        _ => say!(
            "标题编号 {printed} 不接上一个，应为 {expected}，可能漏了标题或者编号有误；请核对前面的问题归在哪里",
            "the number of this heading, {printed}, does not follow the one before; {expected} is expected: a heading may be missing, or the number wrong; please check where the issues before it belong"
        ),
    }
}
