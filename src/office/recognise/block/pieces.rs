//! The lines of an issue as texts in order, each under the label that it belongs to.

use super::super::fold::{fold, original};
use super::super::lines::ManuscriptLine;
use super::super::statuses::status_sentence;
use super::super::words::{Slot, label_inside};
use super::LabelledText;
use crate::office::report::{Certainty, Report};
use crate::say;

/// The texts of an issue in order. What stands behind the statement without a label is the statement, if what was done comes later; else it
/// is what was done.
pub(super) fn pieces<'a>(
    lines: &'a [ManuscriptLine],
    is_unlabelled: bool,
    report: &mut Report,
) -> Vec<LabelledText<'a>> {
    let mut found = Vec::new();
    let first = &lines[0];
    let body = first.content();
    let folded = fold(body);
    let inside = label_inside(&folded);
    let sentence = body.find('。').map(|at| at + '。'.len_utf8()).filter(|at| {
        is_unlabelled && (lines.len() == 1 || *at < body.len()) || status_sentence(&body[*at..]).is_some()
    });
    let (statement, rest) = match (inside, sentence) {
        (Some((at, label)), _) => {
            let text = original(body, &folded, at + label.length..folded.len());
            (original(body, &folded, 0..at), Some((label.slot, label.word, text)))
        }
        (None, Some(at)) => (&body[..at], Some((Slot::Response, "", &body[at..]))),
        (None, None) => (body, None),
    };
    found.push(LabelledText { slot: Slot::Statement, word: "", text: statement.trim(), line: first });
    found.extend(rest.map(|(slot, word, text)| LabelledText { slot, word, text: text.trim(), line: first }));
    if is_unlabelled && rest.is_some() {
        let message = say!(
            "没有“整改情况”字样，按第一句是问题、其余是整改情况收入",
            "no word says what was done: the first sentence is taken for the issue, the rest for the response"
        );
        report.at(Certainty::Likely, first.number, body, message);
    }
    for (at, line) in lines.iter().enumerate().skip(1) {
        let last = found.last().map_or(Slot::Statement, |piece: &LabelledText<'_>| piece.slot);
        let (slot, word, text) = match line.label {
            Some(label) => (label.slot, label.word, line.content()),
            None if last == Slot::Statement && !lines[at..].iter().any(ManuscriptLine::is_response) => {
                if status_sentence(&line.text).is_none() {
                    let message = say!(
                        "前面没有“整改情况”字样，按整改情况收入",
                        "no word before it says so; it is taken for what was done"
                    );
                    report.at(Certainty::Likely, line.number, &line.text, message);
                }
                (Slot::Response, "", &*line.text)
            }
            // A deadline or a body is one line; what comes behind it goes on with the text before it.
            None if matches!(last, Slot::Due | Slot::Lead | Slot::Responsible | Slot::CompletedOn | Slot::Status) => {
                let message = say!(
                    "接在时限、单位后面，按整改情况收入",
                    "it follows a deadline or a body, and is taken for what was done"
                );
                report.at(Certainty::Likely, line.number, &line.text, message);
                (Slot::Response, "", &*line.text)
            }
            None => (last, "", &*line.text),
        };
        found.push(LabelledText { slot, word, text, line });
    }
    found
}
