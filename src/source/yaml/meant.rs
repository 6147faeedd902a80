//! What an author most likely means by a value in another form: the words of Chinese offices, dates and numbers as they
//! are written in texts.

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Message, nearest};
use crate::say;
use crate::value::{Date, Decimal, Due};

/// Words that offices write, each with the word of a record that says the same. What a schema says of its words comes
/// first.
const HEARD: &[(&str, &[&str])] = &[
    (
        "completed",
        &[
            "完成",
            "已经完成",
            "全部完成",
            "整改完成",
            "已整改",
            "已整改完成",
            "已完成整改",
            "整改到位",
            "已整改到位",
            "全部整改到位",
            "整改完毕",
            "已整改完毕",
            "全部整改完毕",
            "整改销号",
            "已销号",
            "办结",
            "已办结",
            "done",
            "finished",
            "complete",
        ],
    ),
    (
        "substantially-completed",
        &["基本完成整改", "基本整改到位", "基本到位", "基本整改完成", "大部分完成", "取得阶段性成效", "阶段性完成"],
    ),
    (
        "in-progress",
        &[
            "整改中",
            "推进中",
            "进行中",
            "办理中",
            "正在推进",
            "正在进行",
            "正在办理",
            "正在落实",
            "加快推进",
            "持续推进",
            "推进",
            "未完成",
            "部分完成",
            "未整改到位",
            "open",
            "underway",
        ],
    ),
    (
        "ongoing",
        &[
            "长期",
            "长期整改",
            "持续整改",
            "长期推进",
            "持续坚持",
            "坚持",
            "常态化",
            "常态化推进",
            "立行立改并长期坚持",
            "continuous",
        ],
    ),
    ("not-started", &["尚未启动", "未开始", "尚未开始", "没有启动", "未整改", "尚未整改", "待启动", "待整改", "todo"]),
    ("over", &["余", "多", "超过", "逾", "以上", "more"]),
    ("nearly", &["近", "将近", "接近"]),
    ("about", &["约", "大约", "左右", "约数", "approximately", "circa"]),
    ("stated", &["写明", "公布", "发布单位写明"]),
    ("inferred", &["推定", "推断", "推算"]),
];

/// Words that offices write for a key, where the word of its description is another.
const HEARD_KEYS: &[(&str, &[&str])] = &[
    ("due", &["期限", "时限", "限期", "完成期限", "截止日期", "截止时间"]),
    ("completed_on", &["完成时间"]),
    ("statement", &["问题", "问题描述", "具体问题", "反馈问题"]),
    ("lead", &["牵头部门", "主办单位"]),
    ("responsible", &["责任部门", "配合单位", "协办单位"]),
    ("telephones", &["手机", "热线", "联系方式"]),
    ("measures", &["措施"]),
    ("as_of", &["截至", "截至时间"]),
    ("issuer", &["单位", "公布单位"]),
];

/// A word that may stand in a place, and what it means in Chinese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedWord {
    /// The word.
    pub word: String,
    /// What it means; several words for it with 、 between them.
    pub zh: String,
}

impl ExpectedWord {
    /// Returns the word with its meaning.
    pub fn explained(&self) -> String {
        if self.zh.is_empty() { self.word.clone() } else { format!("{}（{}）", self.word, self.zh) }
    }
}

/// Returns the word that is meant.
pub fn word<'a>(text: &str, words: &'a [ExpectedWord]) -> Option<&'a str> {
    let plain = plain(text);
    let known = |meant: &str| words.iter().find(|word| word.word == meant).map(|word| word.word.as_str());
    let lower = plain.to_lowercase().replace([' ', '_'], "-");
    let said = words.iter().find(|word| !word.zh.is_empty() && word.zh.split('、').any(|zh| zh == plain));
    let heard = || HEARD.iter().find(|(_, heard)| heard.contains(&&*plain)).and_then(|(meant, _)| known(meant));
    said.map(|word| word.word.as_str())
        .or_else(heard)
        .or_else(|| known(&lower))
        .or_else(|| nearest(&lower, words.iter().map(|word| word.word.as_str())))
}

/// Returns the list of some words, explained in Chinese, and bare.
pub(super) fn listed(words: &[ExpectedWord]) -> (String, String) {
    let zh = words.iter().map(ExpectedWord::explained).collect::<Vec<_>>().join("、");
    (zh, words.iter().map(|word| &*word.word).collect::<Vec<_>>().join(", "))
}

/// Returns what is wrong with a word that is none of some, and what to write at its key; `meant` is the one that is
/// meant.
pub fn unknown_word(name: &str, text: &str, meant: Option<&str>, words: &[ExpectedWord]) -> (Message, Message) {
    let (list, listed) = listed(words);
    let example = words.iter().find(|word| word.word == "in-progress").or(words.first());
    let help = match (meant, example) {
        (_, Some(example)) if name == "status" && is_overdue(text) => {
            let (explained, word) = (example.explained(), &example.word);
            say!(
                "逾期由程序按 due 和统计截至日期算出，不用写；这里写实际进展，如 status: {explained}。可用的有：{list}",
                "overdue follows from `due` and is never written; write how far it has come, such as status: {word}. One of: {listed}"
            )
        }
        (Some(word), _) => say!("请写成 {name}: {word}。可用的有：{list}", "write {name}: {word}. One of: {listed}"),
        (None, _) => say!("可用的有：{list}", "one of: {listed}"),
    };
    let message = say!("{name}：“{text}”不是这里可用的词", "{name}: `{text}` is not one of the words allowed here");
    (message, help)
}

/// Returns whether a text says that something is not stated.
pub(super) fn is_not_stated(text: &str) -> bool {
    let plain = plain(text).to_lowercase().replace(['_', ' '], "-");
    ["未写明", "没有写明", "未明确", "未定", "没有", "无", "不详", "none", "not-given", "unknown", "tbd", "n/a"]
        .contains(&&*plain)
        || nearest(&plain, [Due::NOT_STATED]).is_some()
}

/// Returns whether a text says that a deadline has passed: that is never written, it follows.
pub(super) fn is_overdue(text: &str) -> bool {
    let plain = plain(text).to_lowercase();
    ["overdue", "逾期", "已逾期", "超期", "已超期", "逾期未完成"].contains(&&*plain)
}

/// Returns whether a text says that there is no deadline.
pub(super) fn is_without_end(text: &str) -> bool {
    ["长期", "持续", "常态", "坚持", "ongoing"].iter().any(|word| text.contains(word))
}

/// Full-width letters, digits and marks as plain ones, without quotation marks and spaces around.
pub(super) fn plain(text: &str) -> String {
    let text: String = text.nfkc().collect();
    text.trim()
        .trim_matches(['“', '”', '"', '\'', '‘', '’', '「', '」', '《', '》', '【', '】', '。', '.', '，', ','])
        .trim()
        .to_owned()
}

/// How offices write halves and quarters of a year.
const PARTS_OF_YEARS: &[(&str, &[&str])] = &[
    ("H1", &["上半年", "H1"]),
    ("H2", &["下半年", "H2"]),
    ("Q1", &["一季度", "1季度", "首季", "Q1", "T1"]),
    ("Q2", &["二季度", "2季度", "Q2", "T2"]),
    ("Q3", &["三季度", "3季度", "Q3", "T3"]),
    ("Q4", &["四季度", "4季度", "Q4", "T4"]),
];

/// How offices write parts of a month.
const PARTS_OF_MONTHS: &[(&str, &[&str])] =
    &[("early", &["上旬", "初", "EARLY"]), ("mid", &["中旬", "月中", "MID"]), ("late", &["下旬", "LATE"])];

/// Returns the quarter, half of a year or part of a month that is meant: `2024年第二季度` is 2024-Q2, `2022年10月中旬`
/// 2022-10-mid.
fn part_of_date(plain: &str) -> Option<String> {
    let text = plain.to_ascii_uppercase();
    let said = |parts: &[(&'static str, &[&str])]| {
        let (part, word) =
            parts.iter().find_map(|(part, words)| Some((*part, words.iter().find(|w| text.contains(**w))?)))?;
        let rest = text.replace(*word, " ");
        let is_date = !rest.contains(|c: char| c.is_ascii_alphabetic());
        let numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        is_date.then(|| (part, numbers.map(str::to_owned).collect::<Vec<_>>()))
    };
    let written = match (said(PARTS_OF_YEARS), said(PARTS_OF_MONTHS)) {
        (Some((part, numbers)), _) if numbers.len() == 1 => format!("{}-{part}", numbers[0]),
        (None, Some((part, numbers))) if numbers.len() == 2 => format!("{}-{:0>2}-{part}", numbers[0], numbers[1]),
        _ => return None,
    };
    written.parse::<Date>().ok().map(|_| written)
}

/// Returns the date that is meant, as a record has it: `2025年6月底前` is 2025-06.
pub(super) fn date(text: &str) -> Option<String> {
    let plain = plain(text);
    if let Some(date) = part_of_date(&plain) {
        return Some(date);
    }
    if plain.chars().any(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut numbers = plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let year = numbers.next()?;
    let parts: Vec<&str> = match year.len() {
        8 => vec![&year[..4], &year[4..6], &year[6..]],
        6 if plain.len() == 6 => vec![&year[..4], &year[4..]],
        _ => std::iter::once(year).chain(numbers).collect(),
    };
    let (first, rest) = parts.split_first()?;
    if rest.len() > 2 || rest.iter().any(|part| part.len() > 2) {
        return None;
    }
    let written = rest.iter().fold((*first).to_owned(), |date, part| format!("{date}-{part:0>2}"));
    written.parse::<Date>().ok().map(|_| written)
}

/// Returns the number that is meant, written out: `147.6万元` is 1476000, `1,476,000` too.
pub(super) fn number(text: &str) -> Option<String> {
    let plain: String = text.nfkc().filter(|c| !matches!(c, ',' | '，' | ' ' | '_' | '\u{A0}')).collect();
    let plain = plain.strip_prefix('约').unwrap_or(&plain).trim_start_matches(['¥', '￥', '+']);
    let end = plain.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-'))).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    let mut power = 0;
    let mut rest = rest;
    while let Some((scale, after)) = [("亿", 8), ("万", 4), ("千", 3), ("百", 2)]
        .iter()
        .find_map(|(word, scale)| Some((*scale, rest.strip_prefix(word)?)))
    {
        power += scale;
        rest = after;
    }
    let is_unit = rest.chars().count() <= 4 && !rest.chars().any(|c| c.is_ascii_alphanumeric());
    let digits = if digits.starts_with('.') { format!("0{digits}") } else { digits.to_owned() };
    let value = digits.parse::<Decimal>().ok().filter(|_| is_unit)?.shifted_up(power)?;
    Some(value.to_string())
}

/// Returns the code of the unit that is typed behind a number: percent of `98%`, CNY of `147.6万元`.
pub(super) fn unit_of_number(text: &str) -> Option<&'static str> {
    let amount = text.trim_end().strip_suffix('元');
    let is_yuan = |amount: &str| !amount.ends_with(['美', '欧', '日', '港', '澳', '加', '新']);
    match amount {
        Some(amount) if is_yuan(amount) => Some("CNY"),
        _ if text.contains(['¥', '￥']) => Some("CNY"),
        _ => text.contains(['%', '％']).then_some("percent"),
    }
}

/// Returns the whole number that is meant, as digits: `４` and `四` are 4.
pub(super) fn integer(text: &str) -> Option<u64> {
    let plain = plain(text);
    let plain = plain.trim_start_matches('第').trim_end_matches(['个', '号', '条', '项']);
    let han = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].iter().position(|han| *han == plain);
    plain.parse().ok().or_else(|| han.and_then(|n| u64::try_from(n).ok()))
}

/// Returns a list of names or ids that was written as one text: what stands between the marks of enumeration.
pub(super) fn items(text: &str) -> Vec<&str> {
    let inner = text.trim().trim_matches(['【', '】', '［', '］', '[', ']']);
    inner.split(['、', '，', ',', '；', ';']).map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// Returns the key that is meant, of keys with what they mean in Chinese.
pub(super) fn key<'a>(text: &str, known: &[(&'a str, &str)]) -> Option<&'a str> {
    let plain = plain(text).trim_matches(':').to_lowercase();
    let lower = plain.replace([' ', '-'], "_");
    let same = known.iter().find(|(key, _)| *key == lower).map(|(key, _)| *key);
    let close = || nearest(&lower, known.iter().map(|(key, _)| *key));
    let heard = || {
        let (meant, _) = HEARD_KEYS.iter().find(|(_, heard)| heard.contains(&&*plain))?;
        known.iter().find(|(key, _)| key == meant).map(|(key, _)| *key)
    };
    same.or_else(heard).or_else(close).or_else(|| chinese_key(&plain, known))
}

/// Returns the key whose Chinese word is the same, or else shares the most with the text; the shorter word wins.
fn chinese_key<'a>(text: &str, known: &[(&'a str, &str)]) -> Option<&'a str> {
    if text.is_ascii() {
        return None;
    }
    let shared = |zh: &str| match (zh == text, zh.contains(text) || text.contains(zh)) {
        (true, _) => usize::MAX,
        (_, true) => {
            let end = usize::from(zh.ends_with(text) || text.ends_with(zh));
            100 * text.chars().count().min(zh.chars().count()) + 50 * end
        }
        _ => zh.chars().rev().zip(text.chars().rev()).take_while(|(a, b)| a == b).count(),
    };
    let score = |zh: &str| zh.split('、').map(shared).max().unwrap_or(0);
    known
        .iter()
        .filter(|(_, zh)| !zh.is_empty())
        .map(|(key, zh)| ((score(zh), std::cmp::Reverse(zh.chars().count())), *key))
        .filter(|((score, _), _)| *score >= 2)
        .max_by_key(|(score, _)| *score)
        .map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_other_forms() {
        for (text, expected) in [
            ("2025年6月", Some("2025-06")),
            ("2025年6月底前", Some("2025-06")),
            ("2025年6月5日", Some("2025-06-05")),
            ("2025/6/30", Some("2025-06-30")),
            ("2025.6", Some("2025-06")),
            ("2025-6-5", Some("2025-06-05")),
            ("２０２６-０８", Some("2026-08")),
            ("20250630", Some("2025-06-30")),
            ("2025年底前", Some("2025")),
            ("2024年第二季度", Some("2024-Q2")),
            ("2024年二季度末前", Some("2024-Q2")),
            ("2024年1季度", Some("2024-Q1")),
            ("2024-q3", Some("2024-Q3")),
            ("Q4 2024", Some("2024-Q4")),
            ("T4 2016", Some("2016-Q4")),
            ("2024年下半年", Some("2024-H2")),
            ("2022年10月中旬", Some("2022-10-mid")),
            ("2022年10月初", Some("2022-10-early")),
            ("2022-10-Late", Some("2022-10-late")),
            ("FY2022", None),
            ("二季度末前", None),
            ("2025-13", None),
            ("6月底前", None),
            ("长期坚持", None),
            ("30 June 2025", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn numbers_in_other_forms() {
        for (text, expected) in [
            ("147.6万", Some("1476000")),
            ("147.6万元", Some("1476000")),
            ("1.2亿", Some("120000000")),
            ("1,476,000", Some("1476000")),
            ("1，476，000", Some("1476000")),
            ("1_000", Some("1000")),
            ("98%", Some("98")),
            ("１２", Some("12")),
            ("12个", Some("12")),
            (".5", Some("0.5")),
            ("一百", None),
            ("1e6", None),
            ("0x10", None),
            ("12 per cent", None),
        ] {
            assert_eq!(number(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn whole_numbers_in_other_forms() {
        for (text, expected) in [("４", Some(4)), ("四", Some(4)), ("第4个", Some(4)), ("one", None), ("1.5", None)]
        {
            assert_eq!(integer(text), expected, "{text}");
        }
    }

    #[test]
    fn keys_by_their_chinese_words() {
        let known = [
            ("status", "整改状态"),
            ("status_basis", "状态依据"),
            ("due", "整改时限"),
            ("original_due", "调整前的整改时限"),
            ("lead", "牵头单位标识"),
            ("history", "状态变化"),
            ("email", "电子邮箱"),
            ("telephones", "电话"),
        ];
        for (text, expected) in [
            ("状态", Some("status")),
            ("整改状态", Some("status")),
            ("整改时限", Some("due")),
            ("完成时限", Some("due")),
            ("期限", Some("due")),
            ("牵头单位", Some("lead")),
            ("邮箱", Some("email")),
            ("电话", Some("telephones")),
            ("“status”", Some("status")),
            ("Status", Some("status")),
            ("stauts", Some("status")),
            ("original due", Some("original_due")),
            ("备注", None),
        ] {
            assert_eq!(key(text, &known), expected, "{text}");
        }
    }
}
