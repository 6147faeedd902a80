//! One issue: its lines, sorted by the labels that they begin with.

use super::dates::{only_date, whole_date};
use super::fold::{ends_sentence, fold, original};
use super::lines::ManuscriptLine;
use super::statuses::{is_not_stated, status, status_sentence};
use super::words::{Slot, label, label_inside};
use crate::office::draft::{DraftIssue, TextTable};
use crate::office::report::{Certainty, Report};
use crate::say;

/// The word behind a status that the issuer does not state.
pub(super) const INFERRED: &str = "推定";

/// A text under a label.
struct LabelledText<'a> {
    slot: Slot,
    word: &'a str,
    text: &'a str,
    line: &'a ManuscriptLine,
}

/// Returns an issue of its lines.
pub(super) fn issue(lines: &[ManuscriptLine], is_unlabelled: bool, report: &mut Report) -> DraftIssue {
    let mut issue = DraftIssue { printed: lines[0].printed(), line: lines[0].number, ..DraftIssue::default() };
    let pieces = pieces(lines, is_unlabelled, report);
    let mut tables = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        put(&mut issue, piece, report);
        let is_last = pieces.get(at + 1).is_none_or(|next| !std::ptr::eq(next.line, piece.line));
        let counts = (issue.response.len(), issue.measures.len());
        tables.extend(piece.line.tables.iter().filter(|_| is_last).map(|table| (piece.slot, counts, table)));
    }
    issue.statement = statement(&issue.statement).to_owned();
    let is_by_measures = issue.response.is_empty() && !issue.measures.is_empty();
    if is_by_measures {
        issue.response = std::mem::take(&mut issue.measures);
    }
    for (slot, (responses, measures), table) in tables {
        let behind = match slot {
            Slot::Response | Slot::StatusOrResponse => responses,
            Slot::Measures if is_by_measures => measures,
            // A table of something else has no place in the text.
            _ => continue,
        };
        tell_table(table, lines[0].number, report);
        issue.tables.push(TextTable { behind, ..table.clone() });
    }
    looks_whole(&issue, &lines[0], &pieces, report);
    issue
}

/// The texts of an issue in order. What stands behind the statement without a label is the statement, if what was done comes later; else it
/// is what was done.
fn pieces<'a>(lines: &'a [ManuscriptLine], is_unlabelled: bool, report: &mut Report) -> Vec<LabelledText<'a>> {
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
    let is_response = |line: &ManuscriptLine| {
        line.label.is_some_and(|label| matches!(label.slot, Slot::Response | Slot::Measures | Slot::StatusOrResponse))
    };
    for (at, line) in lines.iter().enumerate().skip(1) {
        let last = found.last().map_or(Slot::Statement, |piece: &LabelledText<'_>| piece.slot);
        let (slot, word, text) = match line.label {
            Some(label) => (label.slot, label.word, line.content()),
            None if last == Slot::Statement && !lines[at..].iter().any(is_response) => {
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

/// Says that a table was taken into a text.
pub(super) fn tell_table(table: &TextTable, number: usize, report: &mut Report) {
    let text = table.rows.first().map_or(String::new(), |row| row.join(" | "));
    let message = say!(
        "表格照收在正文里，第一行作表头；合并的单元格请核对",
        "a table, taken into the text with its first row as heads; please check cells that were merged"
    );
    report.at(Certainty::Likely, number, &text, message);
}

fn put(issue: &mut DraftIssue, piece: &LabelledText<'_>, report: &mut Report) {
    let text = piece.text;
    if text.is_empty() {
        return;
    }
    let owned = || text.to_owned();
    let is_short = text.chars().count() <= 20;
    match piece.slot {
        Slot::Statement if issue.statement.is_empty() => issue.statement = owned(),
        // What stands under a label of its own is what was found, and what the issue begins with its title.
        Slot::Statement if !piece.word.is_empty() && issue.title.is_none() => {
            issue.title = Some(std::mem::replace(&mut issue.statement, owned()));
        }
        Slot::Statement => {
            let message =
                say!("接在问题后面，按问题的一部分收入", "it follows the issue, and is taken for a part of it");
            report.at(Certainty::Likely, piece.line.number, text, message);
            issue.statement += text;
        }
        Slot::Status => {
            issue.status = known_status(text, piece, report);
            issue.is_inferred = text.contains(INFERRED);
        }
        Slot::StatusOrResponse if is_short && status(text).is_some() && issue.status.is_none() => {
            issue.status = known_status(text, piece, report);
        }
        Slot::Response | Slot::StatusOrResponse => {
            if issue.response.is_empty() && issue.status.is_none() {
                issue.status = status_sentence(text);
                if issue.status.is_some() {
                    let message = say!("按第一句话定状态", "its first sentence is taken for the status");
                    report.at(Certainty::Likely, piece.line.number, text, message);
                }
            }
            issue.response.push(owned());
        }
        Slot::Measures => issue.measures.push(owned()),
        Slot::NextSteps => issue.next_steps.push(owned()),
        Slot::Due => issue.due = due(text, piece.line.number, report),
        Slot::CompletedOn => completed(issue, text, piece.line.number, report),
        Slot::Lead => issue.lead.extend(bodies(text)),
        Slot::Responsible => issue.responsible.extend(bodies(text)),
        Slot::Field | Slot::Number | Slot::Section | Slot::Topic | Slot::Title | Slot::StatusBasis => {
            issue.fields.push((piece.word.to_owned(), owned()))
        }
    }
}

fn known_status(text: &str, piece: &LabelledText<'_>, report: &mut Report) -> Option<&'static str> {
    let found = status(text);
    if found.is_none() && !is_not_stated(text) {
        let message = say!("看不出是哪种状态，没有写状态", "no status can be read from this, and none is written");
        report.at(Certainty::NotUnderstood, piece.line.number, text, message);
    }
    found
}

/// Returns the date of a deadline; what is none is reported, and not guessed.
pub(super) fn due(text: &str, number: usize, report: &mut Report) -> Option<crate::value::Date> {
    let found = only_date(&fold(text));
    if found.is_none() {
        let message =
            say!("时限看不出是哪一天，没有写时限", "no day can be read from this deadline, and none is written");
        report.at(Certainty::NotUnderstood, number, text, message);
    }
    found
}

/// A day of completion; one that is in words with 前 is a deadline.
pub(super) fn completed(issue: &mut DraftIssue, text: &str, number: usize, report: &mut Report) {
    let folded = fold(text);
    match (whole_date(&folded), only_date(&folded)) {
        (Some(date), _) if issue.status == Some("completed") => issue.completed_on = Some(date),
        (_, Some(date)) if issue.due.is_none() => {
            issue.due = Some(date);
            let message = say!("按整改时限收入", "taken for the deadline");
            report.at(Certainty::Likely, number, text, message);
        }
        _ => {
            report.at(Certainty::NotUnderstood, number, text, say!("完成时间没有收入", "this date was not taken over"))
        }
    }
}

/// Returns the bodies that a list names.
pub(in crate::office) fn bodies(text: &str) -> Vec<String> {
    let parts = text.trim_end_matches(['。', '.']).split(['、', '，', ',', '；', ';', '\n']);
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Returns what was found, without the words around it: `关于“…”问题的整改`, `反馈问题：`.
pub(super) fn statement(text: &str) -> &str {
    let folded = fold(text);
    let start = label(&folded).filter(|label| label.slot == Slot::Statement).map_or(0, |label| label.length);
    let text = original(text, &folded, start..folded.len()).trim();
    inside_quotes(text).unwrap_or(text)
}

/// Returns X of `关于“X”的问题`, if that is all there is.
fn inside_quotes(text: &str) -> Option<&str> {
    let (inner, rest) = about(text)?;
    let rest = rest.trim_start_matches('的').strip_prefix("问题")?;
    let rest = rest.strip_prefix("的整改").or_else(|| rest.strip_prefix("整改")).unwrap_or(rest);
    let rest = rest.strip_prefix("情况").unwrap_or(rest);
    rest.trim_matches(['。', '.', '：', ':', ' ']).is_empty().then_some(inner)
}

/// Returns X of `关于“X”…` and what stands behind it; X may have quotes of its own.
pub(super) fn about(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start().strip_prefix("关于")?.trim_start();
    let open = rest.chars().next()?;
    let close = match open {
        '“' => '”',
        '「' => '」',
        '‘' => '’',
        '"' => '"',
        _ => return None,
    };
    let inner = &rest[open.len_utf8()..];
    // The quote that 问题 stands behind ends it; one before may be of a quotation inside.
    let ends = inner.match_indices(close).map(|(at, _)| at);
    let is_end = |at: &usize| {
        let behind = inner[at + close.len_utf8()..].trim_start_matches([' ', '的']);
        behind.starts_with("问题") || behind.starts_with("事项") || behind.starts_with("方面")
    };
    let end = ends.clone().find(is_end)?;
    Some((&inner[..end], &inner[end + close.len_utf8()..]))
}

/// Reports what looks as if something was lost: no response, a sentence without an end, a heading at the end of a response.
fn looks_whole(issue: &DraftIssue, first: &ManuscriptLine, pieces: &[LabelledText<'_>], report: &mut Report) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_read_from_the_words_around_it() {
        for (text, expected) in [
            ("关于“学得不够”问题", "学得不够"),
            ("关于“落实‘三重一大’不够”的问题。", "落实‘三重一大’不够"),
            ("关于“推动“双创”不够”问题的整改。", "推动“双创”不够"),
            ("反馈问题：学得不够。", "学得不够。"),
            ("学得不够。", "学得不够。"),
            ("关于学得不够的问题", "关于学得不够的问题"),
        ] {
            assert_eq!(statement(text), expected);
        }
        assert_eq!(bodies("市教育局、市财政局，各学校。"), ["市教育局", "市财政局", "各学校"]);
    }
}
