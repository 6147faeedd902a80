//! Dates of birth.

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

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

struct DateEnd {
    end: usize,
    is_whole: bool,
}

/// Returns a date that begins at a place: 1985年3月12日, 1985-03-12, 1985.03, 19850312, 12 March 1985, March 12, 1985.
fn date_at(reading: &Reading, start: usize) -> Option<DateEnd> {
    english(reading, start).or_else(|| {
        let (year, at) = number(reading, start, 4)?;
        let digits = at - start;
        if digits == 2 && (30..100).contains(&year) && reading.char(at) == Some('年') {
            return parts(reading, at).filter(|date| date.is_whole);
        }
        if !(1900..2040).contains(&year) || digits != 4 {
            return None;
        }
        if let Some((month_and_day, end)) = number(reading, at, 4).filter(|(_, end)| end - at == 4) {
            let goes_on = reading.char(end).is_some_and(is_digit);
            let is_day = (1..=12).contains(&(month_and_day / 100)) && (1..=31).contains(&(month_and_day % 100));
            return (is_day && !goes_on).then_some(DateEnd { end, is_whole: true });
        }
        parts(reading, at)
    })
}

/// Returns what follows a year: signs, a month, and perhaps a day.
fn parts(reading: &Reading, at: usize) -> Option<DateEnd> {
    let sign = |at: usize, signs: &str| {
        let at = blank(reading, at);
        reading.char(at).filter(|c| signs.contains(*c)).map(|_| blank(reading, at + 1))
    };
    let month_at = sign(at, "年-/.")?;
    let (_, end) = number(reading, month_at, 2).filter(|(month, _)| (1..=12).contains(month))?;
    let after_month = sign(end, "月-/.");
    let day = after_month.and_then(|at| number(reading, at, 2)).filter(|(day, _)| (1..=31).contains(day));
    match day {
        Some((_, end)) => {
            let sign = blank(reading, end);
            let end = if matches!(reading.char(sign), Some('日' | '号')) { sign + 1 } else { end };
            Some(DateEnd { end, is_whole: true })
        }
        None => {
            let sign = blank(reading, end);
            let end = if reading.char(sign) == Some('月') { sign + 1 } else { end };
            Some(DateEnd { end, is_whole: false })
        }
    }
}

/// Returns a whole date in English.
fn english(reading: &Reading, start: usize) -> Option<DateEnd> {
    let behind_day = if let Some(after) = month_at(reading, start) {
        number(reading, blank(reading, after), 2)?.1
    } else {
        let (_, end) = number(reading, start, 2)?;
        month_at(reading, blank(reading, end))?
    };
    let (year, end) = number(reading, blank(reading, skip_comma(reading, behind_day)), 4)?;
    (1900..2040).contains(&year).then_some(DateEnd { end, is_whole: true })
}

fn skip_comma(reading: &Reading, at: usize) -> usize {
    at + usize::from(reading.char(at) == Some(','))
}

fn blank(reading: &Reading, at: usize) -> usize {
    at + usize::from(reading.char(at).is_some_and(|c| " \n".contains(c)))
}

/// Returns where the name of a month ends that begins at a place.
fn month_at(reading: &Reading, at: usize) -> Option<usize> {
    const MONTHS: [&str; 23] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];
    let month = MONTHS.iter().find(|month| reading.has_at(at, month))?;
    let end = at + month.len();
    (!reading.char(end).is_some_and(|c| c.is_ascii_alphabetic())).then_some(end)
}

/// Returns a number of at most `most` digits, Latin or Chinese, and where it ends.
fn number(reading: &Reading, start: usize, most: usize) -> Option<(u32, usize)> {
    let rest = reading.chars.get(start..)?;
    let length = rest.iter().take(most).take_while(|c| is_digit(**c)).count();
    let digits: Vec<char> = rest[..length].to_vec();
    let value = if digits.contains(&'十') {
        let text: String = digits.iter().collect();
        let (tens, ones) = text.split_once('十')?;
        let digit = |text: &str| text.chars().next().and_then(value_of);
        10 * if tens.is_empty() { 1 } else { digit(tens)? } + digit(ones).unwrap_or(0)
    } else {
        digits.iter().try_fold(0, |value, c| Some(10 * value + value_of(*c)?))?
    };
    // 三十一 has a digit more than 31.
    let is_longer = most == 2 && digits.contains(&'十') && rest.get(length).is_some_and(|c| value_of(*c).is_some());
    let ones = rest.get(length).and_then(|c| value_of(*c)).unwrap_or(0);
    (length > 0).then_some(if is_longer { (value + ones, start + length + 1) } else { (value, start + length) })
}

fn is_digit(c: char) -> bool {
    c == '十' || value_of(c).is_some()
}

fn value_of(c: char) -> Option<u32> {
    c.to_digit(10)
        .or_else(|| "〇一二三四五六七八九".chars().zip(0..).find(|(digit, _)| *digit == c).map(|(_, value)| value))
}
