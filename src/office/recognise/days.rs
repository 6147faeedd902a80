//! The days of an issue: its deadline, and when it was completed. A text is a deadline if it says by when and nothing that turns it; whatever
//! else it says keeps its words.

use super::dates::{dates, whole_date};
use super::fold::{close, fold};
use super::groups::is_made_of;
use crate::office::draft::DraftIssue;
use crate::office::report::{Certainty, Report};
use crate::say;
use crate::value::{Date, DatePart};

/// Takes a deadline. One that says more than a date keeps its words, and is reported; nothing is guessed.
pub(super) fn due(issue: &mut DraftIssue, text: &str, number: usize, report: &mut Report) {
    let found = deadline(text);
    let is_whole = found.is_some_and(|(_, is_whole)| is_whole);
    let is_sign = !text.chars().any(char::is_alphanumeric);
    issue.due = found.map(|(date, _)| date);
    issue.due_text = (!is_whole && !is_sign).then(|| text.split_whitespace().collect::<Vec<_>>().join(" "));
    if let Some((date, false)) = found {
        let message =
            say!("时限按 {date} 收入，请核对原话", "{date} is taken for the deadline; please check its words");
        report.at(Certainty::Likely, number, text, message);
    } else if found.is_none() {
        let message =
            say!("时限看不出是哪一天，没有写日期", "no day can be read from this deadline, and no date is written");
        report.at(Certainty::NotUnderstood, number, text, message);
    }
}

/// Takes a day of completion; one of what is not completed, or in words with 前, is a deadline. What is neither stays in a field of its name.
pub(super) fn completed(issue: &mut DraftIssue, text: &str, name: &str, number: usize, report: &mut Report) {
    if let Some(date) = whole_date(&fold(text)).filter(|_| issue.status == Some("completed")) {
        issue.completed_on = Some(date);
    } else if issue.due.is_none() && deadline(text).is_some() {
        let message = say!("按整改时限收入", "taken for the deadline");
        report.at(Certainty::Likely, number, text, message);
        due(issue, text, number, report);
    } else {
        report.at(Certainty::NotUnderstood, number, text, say!("完成时间没有收入", "this date was not taken over"));
        issue.add_field(name, text);
    }
}

/// Returns the date of a deadline, and whether its text says nothing else.
pub(super) fn deadline(text: &str) -> Option<(Date, bool)> {
    let folded = fold(text);
    let text = folded.trim().trim_end_matches('。');
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    let [found] = dates(text)[..] else { return None };
    let (before, behind) = (close(&text[..found.start]), close(&text[found.end..]));
    let is_day = matches!(found.date.part(), DatePart::Day(..));
    // 6月前 may end before June or with it.
    let until = if is_day || text[..found.end].ends_with(['底', '末']) { BEFORE } else { WITHIN };
    let is_time = is_day && behind.chars().all(|c| c.is_ascii_digit() || c == ':');
    if is_made_of(&before, &[BY]) && (is_time || is_made_of(&behind, &[until, DONE])) {
        return Some((found.date, true));
    }
    let is_kept =
        is_made_of(&before, &[WELL_BEFORE, SIGNS, BY]) && is_made_of(&behind, &[until, DONE, SIGNS, LASTING, CLOSED]);
    is_kept.then_some((found.date, false))
}

/// What may stand before the date of a deadline.
const BY: &[&str] = &["", "于", "在", "应于", "须于", "不晚于", "不迟于", "最迟于"];
/// The same, where it says more.
const WELL_BEFORE: &[&str] = &[
    "",
    "立行立改",
    "延期至",
    "延期到",
    "延至",
    "顺延至",
    "推迟至",
    "调整至",
    "预计",
    "计划",
    "拟",
    "力争",
    "争取",
    "确保",
    "原则上",
    "截至",
    "截止",
    "截止到",
    "至",
    "到",
];
/// What may stand behind a day, or behind the end of a month or a year.
const BEFORE: &[&str] = &["", "前", "之前", "以前"];
/// What may stand behind anything else.
const WITHIN: &[&str] = &["", "内", "度", "度内", "底", "底前", "底之前", "末", "末前", "末之前"];
/// What is to be done by then.
const DONE: &[&str] = &[
    "",
    "完成",
    "完成整改",
    "整改完成",
    "全部完成",
    "全面完成",
    "全部完成整改",
    "完成整改任务",
    "整改到位",
    "全部整改到位",
    "完成销号",
];
const SIGNS: &[&str] = &["", ",", ";", "、", "(", ",并", "并"];
/// What goes on when the date is over.
const LASTING: &[&str] = &["", "长期坚持", "长期", "持续推进", "持续整改", "持续坚持", "立行立改"];
const CLOSED: &[&str] = &["", ")"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_a_date_and_what_turns_it_is_none() {
        let whole = [
            ("2024年6月底前", "2024-06"),
            ("2024年6月", "2024-06"),
            ("２０２４年６月底前", "2024-06"),
            ("2024 年 6 月 底 前", "2024-06"),
            ("2024年7月份前", ""),
            ("2024年6月30日前完成", "2024-06-30"),
            ("2024年6月30日前完成整改。", "2024-06-30"),
            ("（2024年6月底前）", "2024-06"),
            ("不晚于2024年6月", "2024-06"),
            ("2024-06-30", "2024-06-30"),
            ("2024-06-30 00:00:00", "2024-06-30"),
            ("2024.6", "2024-06"),
            ("2024年底前", "2024"),
            ("2024年年底前", "2024"),
            ("2024年内", "2024"),
            ("2024年度内", "2024"),
            ("2024年第三季度", "2024-Q3"),
            ("2024年一季度末", "2024-Q1"),
            ("2024年上半年度", "2024-H1"),
            ("2024年5月中旬", "2024-05-mid"),
            ("二〇二四年六月底", "2024-06"),
        ];
        for (text, expected) in whole {
            let found = deadline(text).map(|(date, is_whole)| (date.to_string(), is_whole));
            let expected = Some((expected.to_owned(), true)).filter(|(date, _)| !date.is_empty());
            assert_eq!(found, expected, "{text}");
        }
        for (text, expected) in [
            ("2024年6月底前，长期坚持", "2024-06"),
            ("2024年6月底前\n并长期坚持", "2024-06"),
            ("2024年6月底前（长期坚持）", "2024-06"),
            ("立行立改，2024年6月底前", "2024-06"),
            ("延期至2025年12月", "2025-12"),
            ("预计2024年6月底前完成", "2024-06"),
        ] {
            assert_eq!(
                deadline(text).map(|(date, is_whole)| (date.to_string(), is_whole)),
                Some((expected.into(), false))
            );
        }
    }

    #[test]
    fn words_that_turn_a_deadline_mean_no_date_and_are_kept() {
        for text in [
            "2024年初",
            "2024年前三季度",
            "2024年春节前",
            "2024年起",
            "2024年以来",
            "2024年年中",
            "2024年前",
            "2024年6月起",
            "2024年6月以后",
            "2024年6月前",
            "2024年6月初",
            "2024年6月中下旬",
            "2024年6月（已延期）",
            "2024年7月1日反馈后2个月内",
            "2024-2025年",
            "2024年6月30日前完成50%",
            "2025年6月前启动",
            "2024年5月20日已完成",
            "2024年5月至9月",
            "2024年1—6月",
            "自2024年6月起长期坚持",
            "2025-06-30 延期至2025-12-31",
            "2024年半年内",
            "2024年6月30",
            "2023年12月反馈后半年内",
            "不早于2024年6月",
            "2024年6月30日后",
            "长期坚持",
            "立行立改",
            "见附件",
        ] {
            let (mut issue, mut report) = (DraftIssue::default(), Report::default());
            due(&mut issue, text, 1, &mut report);
            assert_eq!((issue.due, issue.due_text.as_deref()), (None, Some(text)), "{text}");
            assert_eq!(report.count(Certainty::NotUnderstood), 1, "{text}");
        }
        let (mut issue, mut report) = (DraftIssue::default(), Report::default());
        due(&mut issue, "——", 1, &mut report);
        assert_eq!((issue.due, issue.due_text, report.entries.len()), (None, None, 1));
    }

    #[test]
    fn a_day_of_completion_is_one_of_what_is_completed() {
        let of = |status, text: &str| {
            let mut issue = DraftIssue { status, ..DraftIssue::default() };
            completed(&mut issue, text, "完成时间", 1, &mut Report::default());
            let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
            (day(issue.completed_on), day(issue.due), issue.fields.len())
        };
        let (done, open) = (Some("completed"), Some("in-progress"));
        assert_eq!(of(done, "2024年5月20日"), ("2024-05-20".into(), String::new(), 0));
        assert_eq!(of(done, "2024年5月20日前"), (String::new(), "2024-05-20".into(), 0));
        assert_eq!(of(open, "2024年6月底前"), (String::new(), "2024-06".into(), 0));
        for text in ["长期坚持", "2024年5月20日已完成一半", "2024年6月起"] {
            assert_eq!(of(open, text), (String::new(), String::new(), 1), "{text}");
        }
    }
}
