//! What stands around the issues: title, issuer, dates, document number, the scrutiny that is answered.

use std::ops::Range;

use super::dates::{FoundDate, dates, whole_date};
use super::fold::{fold, original};
use super::lines::ManuscriptLine;
use crate::office::draft::{Draft, Inspection};
use crate::office::manuscript::Role;
use crate::office::report::{Certainty, Report};
use crate::say;

/// What titles of notices end with.
const TITLES: [&str; 10] =
    ["的通报", "情况通报", "的公示", "情况公示", "的报告", "情况报告", "的公告", "的函", "整改情况", "进展情况"];
/// How long a line of a title is at most, and the name of an issuer.
const SHORT: usize = 45;
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

/// Kinds of scrutiny, longer words before those that they contain.
const KINDS: [&str; 6] = ["专项检查", "巡视", "巡察", "审计", "督察", "督查"];

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

/// Reads a line such as `发布时间：2024年3月1日`, a date alone or a document number; whether it was one.
fn meta(line: &ManuscriptLine, draft: &mut Draft, report: &mut Report) -> bool {
    let close = super::fold::close(&line.folded);
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

/// Reads who inspected whom, and when: `2024年3月1日至4月30日，市委第二巡察组对某局开展了巡察，5月10日反馈`.
pub(super) fn inspection(text: &str) -> Option<Inspection> {
    let folded = fold(text);
    let kind = KINDS.iter().find(|kind| folded.contains(*kind))?;
    let mut found = Inspection { kind: Some((*kind).to_owned()), ..Inspection::default() };
    let dates = dates(&folded);
    if let Some((from, to)) = span(&folded, &dates) {
        (found.from, found.to) = (Some(from.date), Some(to.date));
    }
    let clause = |before: &str| {
        before
            .rfind([',', '。', ';', '、', '\n'])
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))
    };
    for (at, _) in folded.match_indices('对') {
        let rest = &folded[at + '对'.len_utf8()..];
        let end = ["开展", "进行", "实施"].iter().filter_map(|word| rest.find(word)).min();
        let (body, subject) =
            (clause(&folded[..at])..at, end.map(|end| at + '对'.len_utf8()..at + '对'.len_utf8() + end));
        let Some(subject) = subject.filter(|range| !folded[range.clone()].contains([',', '。'])) else { continue };
        let body = original(text, &folded, body).trim();
        found.body = Some(body.to_owned()).filter(|body| (2..30).contains(&body.chars().count()));
        found.subject = Some(original(text, &folded, subject).trim().to_owned());
        break;
    }
    let fed_back = folded.find("反馈").and_then(|at| dates.iter().rfind(|found| found.end <= at));
    let is_other = |found: &&FoundDate| span(&folded, &dates).is_none_or(|(_, to)| found.start > to.start);
    found.fed_back_on = fed_back.filter(is_other).map(|found| found.date);
    Some(found)
}

/// The first two dates that are joined by 至.
fn span<'d>(folded: &str, dates: &'d [FoundDate]) -> Option<(&'d FoundDate, &'d FoundDate)> {
    let mut pairs = dates.iter().zip(dates.iter().skip(1));
    pairs.find(|(from, to)| ["至", "-", "—", "到", "~"].contains(&folded[from.end..to.start].trim()))
}

/// Returns the numbers of issues that a text states: `反馈的49个问题`.
pub(super) fn stated_totals(folded: &str) -> Vec<u32> {
    const AFTER: [&str; 6] = ["个问题", "个具体问题", "项问题", "条问题", "个方面问题", "项整改任务"];
    // 交办问题4项, as well as 交办4项问题.
    const BEHIND: [&str; 3] = ["项", "个", "条"];
    let counted = folded.match_indices("问题").filter_map(|(at, word)| {
        let from = at + word.len();
        let digits = folded[from..].bytes().take_while(u8::is_ascii_digit).count();
        let is_count = digits > 0 && BEHIND.iter().any(|unit| folded[from + digits..].starts_with(unit));
        is_count.then_some(from + digits)
    });
    let ends = AFTER.iter().flat_map(|word| folded.match_indices(word)).map(|(at, _)| at).chain(counted);
    let number = |end: usize| {
        let before = &folded[..end];
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        before[start..].parse().ok()
    };
    ends.filter_map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_opening_tells_who_inspected_whom_and_when() {
        let found = inspection("根据统一部署，2024年3月1日至5月10日，市委第二巡察组对清溪县水务局党组开展了常规巡察，并于2024年6月3日反馈了意见。").unwrap();
        let dates = [found.from, found.to, found.fed_back_on].map(|date| date.unwrap().to_string());
        assert_eq!(dates, ["2024-03-01", "2024-05-10", "2024-06-03"]);
        assert_eq!((found.kind.as_deref(), found.body.as_deref()), (Some("巡察"), Some("市委第二巡察组")));
        assert_eq!(found.subject.as_deref(), Some("清溪县水务局党组"));
        let damaged = inspection("2024717日至830日，县委巡察组对某局进行巡察。").unwrap();
        assert_eq!((damaged.from, damaged.to), (None, None), "nothing is guessed");
    }

    #[test]
    fn totals_are_read_where_the_notice_states_them() {
        assert_eq!(stated_totals("反馈的49个问题,其中14个问题由主要领导牵头"), [49, 14]);
        assert_eq!(stated_totals("5月28日交办问题4项。目前已办结3项"), [4]);
        assert_eq!(stated_totals("几个问题"), Vec::<u32>::new());
    }
}
