//! Lines of metadata: a label and a value, a date alone, or a document number.

use super::super::dates::{dates, whole_date};
use super::super::fold::{self, fold};
use super::super::lines::ManuscriptLine;
use crate::office::draft::Draft;
use crate::office::report::{Certainty, Report};
use crate::say;

/// Labels in front of a notice, and what they tell.
const LABELS: [(&str, Meta); 12] = [
    ("文号", Meta::Number),
    ("发文字号", Meta::Number),
    ("发布机构", Meta::Issuer),
    ("发布单位", Meta::Issuer),
    ("成文日期", Meta::Date),
    ("发布日期", Meta::Date),
    ("发布时间", Meta::Date),
    ("日期", Meta::Date),
    ("来源", Meta::Nothing),
    ("浏览量", Meta::Nothing),
    ("索引号", Meta::Nothing),
    ("公开方式", Meta::Nothing),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meta {
    Number,
    Issuer,
    Date,
    Nothing,
}

/// Reads a line such as `发布时间：2024年3月1日`, a date alone or a document number; whether it was one.
pub(super) fn meta(line: &ManuscriptLine, draft: &mut Draft, report: &mut Report) -> bool {
    let close = fold::close(&line.folded);
    let labelled = LABELS.iter().find_map(|(word, meta)| Some((*meta, close.strip_prefix(word)?.strip_prefix(':')?)));
    let is_number = close.ends_with('号') && close.contains('[') && close.chars().count() <= 30;
    let (meta, value) = match (labelled, whole_date(&line.folded)) {
        (Some((meta, _)), _) => (meta, line.text.split_once([':', '：']).map_or("", |(_, value)| value.trim())),
        (None, Some(_)) => (Meta::Date, &*line.text),
        (None, None) if is_number => (Meta::Number, &*line.text),
        _ => return false,
    };
    match meta {
        Meta::Number => draft.document_number = Some(value.to_owned()),
        Meta::Issuer if draft.issuers.is_empty() => draft.issuers = vec![value.to_owned()],
        Meta::Date if draft.issued_on.is_none() => {
            draft.issued_on = dates(&fold(value)).first().map(|found| found.date);
            report.at(
                Certainty::Likely,
                line.number,
                &line.text,
                say!("按发布日期收入", "taken for the date of issue"),
            );
        }
        _ => report.at(
            Certainty::LeftOut,
            line.number,
            &line.text,
            say!("页面上的其他信息", "other information of the page"),
        ),
    }
    true
}
