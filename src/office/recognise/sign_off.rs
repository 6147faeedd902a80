//! The last lines of a notice: who signed, and when.

use std::ops::Range;

use super::dates::whole_date;
use super::front::SHORT;
use super::lines::ManuscriptLine;
use crate::office::draft::Draft;

/// Reads the last lines: who signed, and when. Returns the lines that say so; others may stand behind them.
pub(super) fn sign_off(lines: &[ManuscriptLine], draft: &mut Draft) -> Range<usize> {
    let near = lines.len().saturating_sub(4);
    let Some(at) = (near..lines.len()).rfind(|at| whole_date(&lines[*at].folded).is_some()) else {
        return lines.len()..lines.len();
    };
    draft.issued_on = whole_date(&lines[at].folded);
    let mut start = at;
    while start > near.saturating_sub(2) && start > 0 && is_name(&lines[start - 1]) {
        start -= 1;
    }
    draft.issuers = lines[start..at].iter().map(|line| line.text.clone()).collect();
    start..at + 1
}

fn is_name(line: &ManuscriptLine) -> bool {
    let is_short = line.text.chars().count() <= SHORT && line.marker.is_none() && line.label.is_none();
    let is_body = [
        "委",
        "组",
        "局",
        "府",
        "会",
        "院",
        "校",
        "学",
        "厅",
        "部",
        "室",
        "司",
        "中心",
        "党工委",
        "支部",
        "办",
        "处",
        "馆",
        "镇",
        "乡",
        "街道",
    ];
    is_short && is_body.iter().any(|end| line.text.ends_with(end))
}
