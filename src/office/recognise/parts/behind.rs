//! Parts behind the issues: what is not finished, who was held to account, closing words.

use super::super::lines::ManuscriptLine;
use super::super::outstanding;
use super::super::statement::about;
use super::{PartLines, add};
use crate::office::draft::{Draft, PartKind};
use crate::office::report::{Certainty, Report};
use crate::say;

/// What headings of parts behind the issues have in them.
const KINDS: [(PartKind, &[&str]); 2] = [
    (PartKind::Accountability, &["线索", "责任追究", "问责", "追责", "追究责任", "执纪"]),
    (PartKind::Closing, &["下一步", "今后", "打算", "巩固", "持续深化", "继续"]),
];

/// A part behind the issues: what is not finished, if it names issues; else what its heading says.
pub(super) fn behind(
    lines: &[ManuscriptLine],
    part: &PartLines,
    used: &mut [bool],
    draft: &mut Draft,
    report: &mut Report,
) {
    let title = part.heading.map(|at| lines[at].body());
    let whole = part.heading.unwrap_or(part.body.start)..part.body.end;
    if lines[part.body.clone()].iter().any(|line| about(line.body()).is_some()) {
        outstanding::read(&lines[whole.clone()], &mut used[whole], &mut draft.issues, report);
        if let Some(at) = part.heading {
            used[at] = true;
            draft.outstanding_title = title.map(str::to_owned);
        }
        let rest: Vec<usize> = part.body.clone().filter(|at| !used[*at]).collect();
        let from = rest.first().copied().unwrap_or(part.body.end);
        // Before the items they are of another part, or lead to them.
        for at in rest.iter().filter(|at| lines[**at].marker.is_none() && used[**at..part.body.end].contains(&true)) {
            let message =
                say!("在各事项之前，按结束语收入", "it stands before the items, and is taken for closing words");
            report.at(Certainty::Likely, lines[*at].number, &lines[*at].text, message);
        }
        if rest.iter().all(|at| lines[*at].marker.is_none()) && from < part.body.end {
            add(draft, PartKind::Closing, &PartLines { heading: None, body: from..part.body.end }, lines, used, report);
        }
        return;
    }
    let fits = |words: &[&str]| title.is_some_and(|title| words.iter().any(|word| title.contains(word)));
    let named = KINDS.iter().find(|(_, words)| fits(words)).map(|(kind, _)| *kind);
    if named == Some(PartKind::Accountability) {
        let at = part.heading.unwrap_or(part.body.start);
        let message = say!(
            "这一部分原样收入，像是受处理人员姓名的已经遮去；请再看一遍，不该点名的还有没有",
            "taken over as it stands, but for what looks like names of persons who were disciplined; please look for any that are left"
        );
        report.at(Certainty::Likely, lines[at].number, &lines[at].text, message);
    }
    let kind = named.unwrap_or(if title.is_none() { PartKind::Closing } else { PartKind::After });
    if title.is_none() {
        for at in part.body.clone() {
            report.at(
                Certainty::Likely,
                lines[at].number,
                &lines[at].text,
                say!("按结束语收入", "taken for closing words"),
            );
        }
    }
    add(draft, kind, part, lines, used, report);
}
