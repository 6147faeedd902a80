//! Dates of birth.

mod date;
mod numbers;

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};
use date::date_at;
use numbers::{is_digit, month_at};

pub(in crate::rules) static BIRTH_DATE: Rule = Rule {
    id: "birth-date",
    group: RuleGroup::Persons,
    severity: Severity::Warning,
    demand: Words(
        "不出现个人的出生日期；依规定须公开的，在 accepted 里写明理由。",
        "No dates of birth of persons appear; if one must be public, `accepted` says why.",
    ),
    why: Words(
        "姓名加上出生日期，足以认定一个人、冒用一个人的身份。",
        "A name and a date of birth are enough to tell who a person is, and to pass for that person.",
    ),
    example: Shown(&[Added(THIRD_ZH, "\n王某某，男，1985年3月12日出生。\n", "\n王某某，男。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static KIND: PrivateKind = PrivateKind {
    rule: &BIRTH_DATE,
    says: Words("这里像是个人的出生日期", "this looks like a person's date of birth"),
    help: Words(
        "请删去，或只写年龄段；任前公示等须公开的，请在 accepted 里写明理由",
        "remove it; if it must stay, as in a notice before an appointment, say why under `accepted`",
    ),
    words: &[
        "出生日期",
        "出生年月日",
        "出生年月",
        "出生时间",
        "出生于",
        "出生",
        "生于",
        "生日",
        "生",
        "男",
        "女",
        "date of birth",
        "birth date",
        "birthday",
        "born",
        "dob",
    ],
    recognise: Recogniser::Text(recognise),
    is_other: |_, _| false,
};

/// Returns the dates beside words of birth: after 出生于, before 出生 and 生, and a whole date after 男 and 女.
fn recognise(reading: &Reading, places: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for place in places.iter().map(|word| word.end) {
        let date = behind(reading, place).or_else(|| before(reading, place));
        found.extend(date.filter(|date| found.last().is_none_or(|last| last.end <= date.start)));
    }
    found
}

/// Returns a date after a word. Beside 男 and 女 only a whole one tells a birth, since other dates follow, too.
fn behind(reading: &Reading, place: usize) -> Option<Range<usize>> {
    const REACH: usize = 12;
    let word = reading.before(place, 6);
    let of_sex = word.ends_with(['男', '女']);
    let is_birth =
        ["出生日期", "出生年月", "出生年月日", "出生时间", "于", "生日", "出生", "birth", "born", "birthday", "dob"]
            .iter()
            .any(|end| word.ends_with(end));
    if !(of_sex || is_birth) {
        return None;
    }
    let reach = if of_sex { REACH } else { 6 };
    let start = (place..place + reach)
        .find(|at| reading.char(*at).is_some_and(is_digit) || month_at(reading, *at).is_some())?;
    let between = reading.text(place..start);
    let is_near = between.chars().all(|c| " :,是为在()—-\n\"“、".contains(c))
        || of_sex && between.ends_with([',', '族', '、'])
        || ["on ", "in "].iter().any(|word| between.trim_start_matches([' ', ':']) == *word);
    let date = date_at(reading, start)?;
    let is_one = is_near && (date.is_whole || !of_sex) && !is_limit(reading, date.end);
    let is_of_birth =
        !of_sex || ends_a_part(reading, date.end) || reading.has_at(date.end, "生") || reading.has_at(date.end, "出生");
    (is_one && is_of_birth).then_some(start..date.end)
}

/// Returns a date before 出生, or before 生 at the end of a part of a sentence.
fn before(reading: &Reading, place: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 20;
    let word = ["出生", "生"].iter().find(|word| reading.before(place, 2).ends_with(**word))?;
    let upto = place - word.chars().count();
    let end = upto - usize::from(reading.char_before(upto) == Some(' '));
    let is_alone = *word == "出生" || ends_a_part(reading, place);
    let start = (end.saturating_sub(LONGEST)..end).find(|at| {
        !reading.char_before(*at).is_some_and(is_digit) && date_at(reading, *at).is_some_and(|date| date.end == end)
    })?;
    let date = date_at(reading, start)?;
    let is_of_a_person = date.is_whole || {
        let beside = reading.before(start, 20);
        ["男", "女", "某", "族", "籍", "同志", "先生", "女士", "身份"].iter().any(|word| beside.contains(word))
    };
    let ends_a_span = reading.before(start, 1).ends_with(['至', '到', '-']);
    (is_alone && is_of_a_person && !ends_a_span && !is_limit(reading, place)).then_some(start..end)
}

/// Returns whether a limit follows, as for ages: 以后, 之前, 至.
fn is_limit(reading: &Reading, at: usize) -> bool {
    let after = reading.after(at, 6);
    let after = after.trim_start_matches("出生").trim_start_matches("(含)").trim_start();
    [
        "以后",
        "之后",
        "以前",
        "之前",
        "前",
        "后",
        "起",
        "至",
        "到",
        "-",
        "—",
        "人口",
        "率",
        "的婴",
        "的新生",
        "的儿童",
        "的孩",
        "缺陷",
    ]
    .iter()
    .any(|word| after.starts_with(word))
}

/// Returns whether a part of a sentence ends at a place.
fn ends_a_part(reading: &Reading, at: usize) -> bool {
    reading.char(at).is_none_or(|c| "，,。；;、)）.\n 》”".contains(c))
}
