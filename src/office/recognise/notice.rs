//! The text of a notice: what stands before its issues, the issues with the headings above them, and the parts behind them.

use super::super::draft::Draft;
use super::super::report::{Certainty, Report};
use super::levels::levels;
use super::lines::ManuscriptLine;
use super::numbers::{number, stated_totals, totals};
use super::outline::Outline;
use super::placing::{Placing, deeper};
use super::{block, front, gaps, parts};
use crate::say;

pub(super) fn notice(
    lines: &[ManuscriptLine],
    outline: &Outline,
    used: &mut [bool],
    draft: &mut Draft,
    report: &mut Report,
) {
    let first_part = outline
        .classes
        .first()
        .and_then(|class| lines.iter().position(|line| line.class() == Some(*class) && line.label.is_none()));
    let front = first_part.map_or(outline.start, |at| at.min(outline.start));
    front::front(&lines[..front], &mut used[..front], draft, report);
    let before: Vec<u32> = lines[..outline.start].iter().flat_map(|line| stated_totals(&line.folded)).collect();
    issues(lines, outline, used, draft, report);
    number(draft, &mut Report::default());
    totals(draft, &before, report);
    let tail = outline.blocks.last().map_or(outline.end, |block| block.end);
    gaps::headings(lines, outline, tail, report);
    parts::read(lines, front..outline.start, tail..lines.len(), outline, used, draft, report);
}

/// Reads the issues with the headings above them.
fn issues(lines: &[ManuscriptLine], outline: &Outline, used: &mut [bool], draft: &mut Draft, report: &mut Report) {
    let levels = levels(outline);
    for at in &outline.inner {
        let line = &lines[*at];
        report.at(
            Certainty::Likely,
            line.number,
            &line.text,
            say!(
                "编号不接上一个问题，按整改情况里的分项收入",
                "its number does not follow the issue before it; it is taken for a part of the response"
            ),
        );
    }
    let last = outline.blocks.len().saturating_sub(1);
    let mut placing = Placing::default();
    for (n, block) in outline.blocks.iter().enumerate() {
        let end = if n == last { parts::end_of_last(lines, block, outline) } else { block.end };
        let line = &lines[block.start];
        if block.is_unnumbered {
            report.at(
                Certainty::Likely,
                line.number,
                &line.text,
                say!(
                    "没有编号，按后面的“整改情况”认作一个问题",
                    "it has no number, and is taken for an issue by what follows"
                ),
            );
        }
        let mut issue = block::issue(&lines[block.start..end], outline.is_unlabelled, report);
        used[block.start..end].fill(true);
        placing.place(lines, &block.headings, &levels, &mut issue, draft, report);
        block.headings.iter().flatten().for_each(|at| used[*at] = true);
        draft.issues.push(issue);
    }
    if let Some(at) = levels.title.and_then(|depth| outline.blocks[0].headings[depth]) {
        draft.issues_title = Some(lines[at].body().to_owned());
    }
    deeper(lines, outline, &levels, draft, report);
}
