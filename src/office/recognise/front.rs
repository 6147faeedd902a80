//! What stands around the issues: title, issuer, dates, document number, the scrutiny that is answered.

mod meta;

use super::dates::dates;
use super::inspection::inspection;
use super::lines::ManuscriptLine;
use crate::office::draft::Draft;
use crate::office::manuscript::Role;
use crate::office::report::{Certainty, Report};
use crate::say;
use meta::meta;

/// What titles of notices end with.
const TITLES: [&str; 10] =
    ["的通报", "情况通报", "的公示", "情况公示", "的报告", "情况报告", "的公告", "的函", "整改情况", "进展情况"];
/// How long a line of a title is at most, and the name of an issuer.
pub(super) const SHORT: usize = 45;

/// Reads the lines before the first heading, and marks those that are used.
pub(super) fn front(lines: &[ManuscriptLine], used: &mut [bool], draft: &mut Draft, report: &mut Report) {
    let title = title(lines);
    if let Some(range) = &title {
        draft.title = Some(lines[range.clone()].iter().map(|line| line.text.as_str()).collect());
        used[range.clone()].fill(true);
    }
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| title.as_ref().is_none_or(|range| !range.contains(at)))
    {
        used[at] = used[at] || meta(line, draft, report);
    }
    for at in (0..lines.len()).filter(|at| !used[*at]).collect::<Vec<_>>() {
        if !draft.opening.is_empty() || is_opening(&lines[at].folded) {
            draft.opening.push(lines[at].text.clone());
            used[at] = true;
        }
    }
    let opening = draft.opening.join("\n");
    draft.inspection = inspection(&opening).or_else(|| draft.title.as_deref().and_then(inspection));
    names(draft, report);
}

fn is_opening(folded: &str) -> bool {
    folded.chars().count() > SHORT || folded.contains("如下") || folded.contains("公布") || folded.contains('。')
}

/// The lines of the title: styled as one, or short ones of which the last ends as titles do.
fn title(lines: &[ManuscriptLine]) -> Option<std::ops::Range<usize>> {
    if let Some(start) = lines.iter().position(|line| line.role == Role::Title) {
        let length = lines[start..].iter().take_while(|line| line.role == Role::Title).count();
        return Some(start..start + length);
    }
    let is_short = |line: &ManuscriptLine| {
        line.text.chars().count() <= SHORT && !line.folded.contains(['。', ':']) && line.label.is_none()
    };
    let end =
        lines.iter().take(8).position(|line| is_short(line) && TITLES.iter().any(|end| line.text.ends_with(end)))?;
    let before = lines[..end].iter().rev();
    let more = before
        .take_while(|line| {
            is_short(line) && line.marker.is_none() && dates(&line.folded).is_empty() && !line.folded.contains('[')
        })
        .count();
    Some(end - more.min(2)..end + 1)
}

/// Issuer and title by each other, where one of them is missing.
fn names(draft: &mut Draft, report: &mut Report) {
    let from_title = draft.title.as_deref().and_then(|title| title.split_once("关于")).map(|(issuer, _)| issuer.trim());
    if let Some(issuer) = from_title.filter(|issuer| draft.issuers.is_empty() && !issuer.is_empty()) {
        draft.issuers = vec![issuer.to_owned()];
        report.say(
            Certainty::Likely,
            say!("发布单位“{issuer}”，从标题读出", "the issuer, “{issuer}”, is read from the title"),
        );
    }
    if draft.title.is_none() && !draft.issuers.is_empty() {
        let kind = draft.inspection.as_ref().and_then(|found| found.kind.as_deref()).unwrap_or_default();
        let title = format!("{}关于{kind}整改情况的通报", draft.issuers[0]);
        report.say(
            Certainty::Likely,
            say!(
                "文件里没有标题，暂拟“{title}”，请核对",
                "the file has no title; “{title}” was made up for it, please check"
            ),
        );
        draft.title = Some(title);
    }
}
