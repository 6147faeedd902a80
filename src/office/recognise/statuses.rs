//! The words by which offices say how far an issue has come. A text states a status if it says that and nothing else.

mod clauses;

use super::fold::{close, fold};
use super::groups::is_made_of;
use crate::office::draft::DraftIssue;
use crate::office::report::{Certainty, Report};
use crate::say;
use clauses::CLAUSES;

/// What a document says of an issue whose status its notice does not state.
const NOT_STATED: [&str; 3] = ["没有写明", "未写明", "未说明"];

/// Whether a text says that no status is stated.
pub(super) fn is_not_stated(text: &str) -> bool {
    NOT_STATED.contains(&&*super::fold::close(text))
}

/// Returns the status that a text states, if it says nothing else.
pub(in crate::office) fn status(text: &str) -> Option<&'static str> {
    let lines: Vec<String> = text.lines().map(close).filter(|line| !line.is_empty()).collect();
    // A line may end within a word, or between two clauses.
    let of = |close: &str| {
        let text = close.trim_end_matches(SIGNS);
        let text = BESIDE.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
        let about = SUBJECTS.iter().filter_map(|word| text.strip_prefix(word));
        std::iter::once(text).chain(about).find_map(clauses)
    };
    of(&lines.concat()).or_else(|| of(&lines.join(",")))
}

/// What stands between clauses.
const SIGNS: [char; 4] = [',', ';', '。', '、'];

/// What may stand in brackets behind a status.
const BESIDE: [&str; 3] = ["(推定)", "(逾期)", "(已逾期)"];

/// What a status may say that it is about.
const SUBJECTS: [&str; 11] = [
    "该问题",
    "该项问题",
    "此问题",
    "该事项",
    "该项整改任务",
    "该任务",
    "本问题",
    "整改任务",
    "整改工作",
    "整改",
    "目前",
];

/// The first of [`SUBJECTS`], which name the issue.
const ISSUES: usize = 6;

/// Returns the status that all clauses of a text state.
fn clauses(text: &str) -> Option<&'static str> {
    // The bare word may be part of anything else: 待完成, 完成50%.
    if text == BARE {
        return Some("completed");
    }
    let clauses: Option<Vec<_>> = text.split(SIGNS).map(clause).collect();
    let mut stated = clauses?;
    // What is done and goes on is done.
    if stated.iter().any(|status| *status != "ongoing") {
        stated.retain(|status| *status != "ongoing");
    }
    stated.iter().all(|status| *status == stated[0]).then(|| stated[0])
}

const BARE: &str = "完成";

fn clause(text: &str) -> Option<&'static str> {
    CLAUSES.iter().find(|(_, groups)| is_made_of(text, groups)).map(|(id, _)| *id)
}

/// Returns the status that the words before the first sign state, and what stands behind it, unless that takes something of it back.
fn leading(text: &str) -> Option<(&'static str, &str)> {
    let is_sign = |c: char| SIGNS.contains(&c) || matches!(c, '，' | '；' | '\n');
    let at = text.find(|c: char| is_sign(c) || matches!(c, '（' | '('))?;
    let found = status(&text[..at]).filter(|_| text[..at].trim() != BARE)?;
    let rest = text[at..].trim_start_matches(|c: char| c.is_whitespace() || is_sign(c));
    (!rest.is_empty() && !takes_back(found, rest)).then_some((found, rest))
}

/// What may take something back of it that an issue is done.
const TAKES_BACK: [&str; 34] = [
    "未",
    "尚",
    "没有",
    "无法",
    "不能",
    "不到",
    "不足",
    "待",
    "拟",
    "计划于",
    "计划20",
    "力争",
    "争取",
    "预计",
    "部分",
    "但",
    "仍",
    "还有",
    "还需",
    "还剩",
    "剩余",
    "其余",
    "需",
    "正在",
    "除外",
    "仅",
    "只完成",
    "即将",
    "%",
    "逾期",
    "延期",
    "底前",
    "月前",
    "日前",
];

/// Whether what stands behind a status says something else of it.
fn takes_back(status: &str, rest: &str) -> bool {
    let close = close(rest);
    let is_other = close.split(SIGNS).filter_map(clause).any(|other| other != status && other != "ongoing");
    let plain = ["接待", "对待", "招待"].iter().fold(close, |text, word| text.replace(word, ""));
    let is_done = matches!(status, "completed" | "substantially-completed");
    is_other || is_done && TAKES_BACK.iter().any(|word| plain.contains(word))
}

/// Takes the status that a text states, and returns what stands behind it. A text that states something else as well, or whose status cannot be
/// read, keeps its words in a field of its own name, and is reported.
pub(super) fn state(
    issue: &mut DraftIssue,
    text: &str,
    name: &str,
    number: usize,
    report: &mut Report,
) -> Option<String> {
    issue.status = status(text);
    if issue.status.is_some() || is_not_stated(text) {
        return None;
    }
    if let Some((found, rest)) = leading(text) {
        issue.status = Some(found);
        report.at(Certainty::Likely, number, text, begins());
        if !rest.starts_with(['(', '（']) {
            return Some(rest.to_owned());
        }
        issue.add_field(name, text);
        return None;
    }
    let message = say!("看不出是哪种状态，没有写状态", "no status can be read from this, and none is written");
    report.at(Certainty::NotUnderstood, number, text, message);
    issue.add_field(name, text);
    None
}

/// Takes a text for the status, or for what was done, whose first words may state the status; returns whether it is the status.
pub(super) fn state_or_tell(issue: &mut DraftIssue, text: &str, number: usize, report: &mut Report) -> bool {
    if issue.status.is_some() {
        return false;
    }
    let whole = status(text);
    issue.status = whole;
    if let Some((found, _)) = leading(text).filter(|_| whole.is_none()) {
        issue.status = Some(found);
        report.at(Certainty::Likely, number, text, begins());
    }
    whole.is_some()
}

fn begins() -> crate::diagnostic::Message {
    say!("按开头的话定状态", "the words that it begins with are taken for the status")
}

/// Returns the status that a heading states of what stands below it: `（一）正在整改尚未完成的事项（3项）`.
pub(super) fn heading_status(text: &str) -> Option<&'static str> {
    let close = close(text);
    let mut text = close.trim_end_matches(['。', ':']);
    loop {
        if let Some(found) = status(text) {
            return Some(found);
        }
        let counted = text.trim_end_matches(['个', '项', '件', '条', ')']);
        let bare = counted.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十两(共".contains(c));
        let is_counted = counted.len() < text.len() && bare.len() < counted.len();
        let noun = NOUNS.iter().find_map(|word| text.strip_suffix(word));
        text = if is_counted { bare } else { noun? };
    }
}

/// What headings say that their items are.
const NOUNS: [&str; 9] = ["事项", "问题", "任务", "情况", "工作", "方面", "反馈", "整改", "的"];

/// Returns the status that the first sentence of a response states of its issue as a whole: `该问题已完成整改。`
pub(super) fn status_sentence(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let sentence = folded.trim_start().split('。').next()?;
    let rest = SUBJECTS[..ISSUES].iter().find_map(|word| sentence.strip_prefix(word))?;
    let (first, more) = rest.split_at(rest.find([',', ';']).unwrap_or(rest.len()));
    let says = ["已", "正在", "基本", "尚未", "未", "仍在"].iter().any(|word| first.starts_with(word));
    status(first).filter(|found| says && !takes_back(found, more))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts by the status that they state.
    const STATED: [(Option<&str>, &[&str]); 6] = [
        (
            Some("completed"),
            &[
                "完成",
                "已完成",
                "已 完成。",
                "已完成整改，长期坚持",
                "已整改完成，并长期坚持",
                "已完成整改任务",
                "已整改",
                "整改到位",
                "立行立改",
                "全部完成",
                "销号",
                "已验收销号",
                "已办结",
                "该问题已完成整改",
                "整改已完成",
                "整改任务已全部完成",
                "已完成（推定）",
                "已完成（逾期）",
                "已\n完成",
                "已完成整改\n长期坚持",
                "已按期完成",
            ],
        ),
        (
            Some("substantially-completed"),
            &["基本完成", "已基本完成整改", "基本整改到位", "阶段性完成", "取得阶段性成效", "基本完成，长期坚持"],
        ),
        (
            Some("in-progress"),
            &[
                "正在整改",
                "正在推进",
                "有序推进中",
                "整改中",
                "持续推进中",
                "未 完成",
                "尚未完成",
                "尚未全部完成",
                "没有全部完成",
                "未全面完成",
                "未完全整改到位",
                "尚未整改到位",
                "未整改到位",
                "部分完成",
                "部分已完成",
                "达到序时进度",
                "需持续整改",
                "正在整改，尚未完成",
                "逾期未完成",
                "未销号",
                "未办结",
                "正在整改，长期坚持",
                "延期",
            ],
        ),
        (Some("not-started"), &["未启动", "尚未启动", "未开展", "尚未整改", "未整改"]),
        (Some("ongoing"), &["长期坚持", "长期", "持续推进", "持续整改", "需长期坚持", "持续"]),
        (
            None,
            &[
                "见附件",
                "",
                "未按时完成",
                "不能按期完成",
                "无法完成",
                "只完成一半",
                "已完成80%",
                "完成50%",
                "完成100%",
                "整改完成率60%",
                "计划2025年底完成",
                "争取完成",
                "待完成",
                "即将完成",
                "大部分已完成",
                "待销号",
                "拟销号",
                "申请销号",
                "未达到销号条件",
                "完成阶段性目标",
                "☑已完成 □未完成",
                "已完成☑ 未完成□",
                "完成整改，待验收销号",
                "基本整改到位，尚未销号",
                "立行立改，正在推进",
                "已完成3项",
                "完成，待验收",
                "已完成2024年度任务",
                "不再整改",
                "整改",
                "已",
                "基本",
                "按期整改",
                "已完成，未销号",
                "未完成，已完成",
                "整改不到位",
            ],
        ),
    ];

    #[test]
    fn a_status_is_all_that_a_text_says() {
        for (expected, texts) in STATED {
            texts.iter().for_each(|text| assert_eq!(status(text), expected, "{text}"));
        }
    }

    #[test]
    fn what_stands_behind_a_status_keeps_its_words() {
        for (text, expected, behind, is_field) in [
            ("已完成。已追缴资金23万元，修订制度3项", Some("completed"), Some("已追缴资金23万元，修订制度3项"), false),
            ("已完成；修订公务接待制度3项。", Some("completed"), Some("修订公务接待制度3项。"), false),
            ("尚未全部完成，已追回资金23.5万元", Some("in-progress"), Some("已追回资金23.5万元"), false),
            ("正在整改，预计2025年6月完成", Some("in-progress"), Some("预计2025年6月完成"), false),
            ("已完成（2024年6月）", Some("completed"), None, true),
            ("已完成，其中2项待验收", None, None, true),
            ("已完成。但仍有3户未退", None, None, true),
            ("正在整改，已全部完成", None, None, true),
            ("已完成，完成率80%", None, None, true),
            ("☑已完成 □未完成", None, None, true),
            ("已完成", Some("completed"), None, false),
            ("未写明", None, None, false),
        ] {
            let (mut issue, mut report) = (DraftIssue::default(), Report::default());
            let rest = state(&mut issue, text, "完成情况", 1, &mut report);
            assert_eq!((issue.status, rest.as_deref()), (expected, behind), "{text}");
            let field = Some(("完成情况".to_owned(), text.to_owned())).filter(|_| is_field);
            assert_eq!(issue.fields.first(), field.as_ref(), "{text}");
            let is_plain = behind.is_none() && !is_field;
            assert_eq!(report.entries.len(), usize::from(!is_plain), "{text}");
        }
    }

    #[test]
    fn headings_and_first_sentences_state_a_status() {
        for (text, expected) in [
            ("基本完成事项", Some("substantially-completed")),
            ("正在整改尚未完成事项", Some("in-progress")),
            ("正在整改的问题（3个）：", Some("in-progress")),
            ("尚未全部完成的3项整改任务", Some("in-progress")),
            ("需长期坚持的整改事项", Some("ongoing")),
            ("已完成整改的问题", Some("completed")),
            ("已完成招标。", None),
            ("其他事项已完成。", None),
            ("需要继续整改的事项", None),
        ] {
            assert_eq!(heading_status(text), expected, "{text}");
        }
        for (text, expected) in [
            ("该问题已完成整改。一是", Some("completed")),
            ("该问题已完成整改，修订制度3项。", Some("completed")),
            ("该问题已部分完成。", Some("in-progress")),
            ("该问题已完成80%。", None),
            ("该问题已完成制度修订。", None),
            ("该问题已完成整改，但仍有3户未退。", None),
            ("该问题反映出完成意识不强,学习不够。", None),
            ("已完成12次。", None),
        ] {
            assert_eq!(status_sentence(text), expected, "{text}");
        }
    }
}
