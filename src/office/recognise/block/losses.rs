//! What looks as if something of an issue was lost.

use super::super::fold::{ends_sentence, fold};
use super::super::lines::ManuscriptLine;
use super::super::words::{Slot, label_inside};
use super::LabelledText;
use crate::office::draft::DraftIssue;
use crate::office::report::{Certainty, Report};
use crate::say;

/// Reports what looks as if something was lost: no response, a sentence without an end, a heading at the end of a response.
pub(super) fn looks_whole(
    issue: &DraftIssue,
    first: &ManuscriptLine,
    pieces: &[LabelledText<'_>],
    report: &mut Report,
) {
    if issue.response.is_empty() {
        report.at(Certainty::NotUnderstood, issue.line, &first.text, say!("没有找到整改情况", "no response was found"));
    }
    if issue.statement.is_empty() {
        report.at(
            Certainty::NotUnderstood,
            issue.line,
            &first.text,
            say!("没有找到问题的内容", "what was found is missing"),
        );
    }
    let responses: Vec<_> =
        pieces.iter().filter(|piece| piece.slot == Slot::Response && !piece.text.is_empty()).collect();
    for (at, piece) in responses.iter().enumerate() {
        if !ends_sentence(piece.text) {
            let message = match at + 1 == responses.len() {
                true if at > 0 => say!(
                    "末尾没有标点，可能是漏了编号的标题",
                    "it does not end like a sentence: it may be a heading that lost its number"
                ),
                _ => say!(
                    "末尾没有标点，可能不完整或从中间断开",
                    "it does not end like a sentence: it may be cut off or split"
                ),
            };
            report.at(Certainty::Likely, piece.line.number, piece.text, message);
        }
        let folded = fold(piece.text);
        if let Some((_, label)) = label_inside(&folded).filter(|(at, _)| *at > 0) {
            let word = label.word;
            let message = say!(
                "里面又有“{word}”，可能混入了另一个问题",
                "“{word}” comes once more inside: another issue may have got in"
            );
            report.at(Certainty::Likely, piece.line.number, piece.text, message);
        }
    }
}
