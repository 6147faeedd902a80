//! Values: dates, numbers, words, ids; each with the form that the author most likely means, ready to paste.

use super::super::meant;
use super::super::node::{Node, NodeKind};
use super::super::shape::{Expected, Scalar};
use super::comparison::Comparison;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::source::WRONG_VALUE;
use crate::value::{Date, DateError, Decimal, Due, Lang, is_id};

impl Comparison<'_> {
    pub(super) fn scalar(&mut self, node: &Node, text: &str, plain: bool, expected: Scalar, key: Option<&str>) {
        match expected {
            Scalar::Text | Scalar::Markdown => self.text(node, text, plain, expected, key),
            Scalar::Due if text == Due::NOT_STATED => {}
            Scalar::Date | Scalar::Due => self.date(node, text, expected, key),
            Scalar::Decimal if text.parse::<Decimal>().is_err() || has_idle_zero(text) => self.number(node, text, key),
            Scalar::Id if !is_id(text) => self.id(node, text, key),
            Scalar::Lang if Lang::of(text).is_none() => self.wrong(
                node,
                key,
                say!("“{text}”不是语言代码", "`{text}` is not a language code"),
                say!("请写 zh、en 这样的代码", "write a code such as zh or en"),
            ),
            Scalar::Integer(least, most) if !text.parse().is_ok_and(|n: i64| plain && (least..=most).contains(&n)) => {
                self.integer(node, text, least..=most, key);
            }
            Scalar::Boolean if !(plain && ["true", "false"].contains(&text)) => {
                self.mismatch(node, &Expected::Scalar(expected), key)
            }
            _ => {}
        }
    }

    fn number(&mut self, node: &Node, text: &str, key: Option<&str>) {
        let name = key.unwrap_or("value");
        let message = match has_idle_zero(text) && text.parse::<Decimal>().is_ok() {
            true => say!("“{text}”开头的 0 不会公布", "the zero at the beginning of `{text}` is not published"),
            false => say!("“{text}”不是数值", "`{text}` is not a number"),
        };
        let unit = meant::unit_of_number(text).map_or_else(String::new, |unit| format!(", unit: {unit}"));
        let help = match meant::number(text) {
            Some(number) => say!(
                "请写成 {name}: {number}{unit}：不带千分位逗号、单位和“万”“亿”",
                "write {name}: {number}{unit}: no separators, no unit, no “million”"
            ),
            None => say!(
                "请写成 1476000 或 74.137：不带千分位逗号、单位和“万”“亿”",
                "write 1476000 or 74.137: no separators, no unit, no “million”"
            ),
        };
        self.wrong(node, key, message, help);
    }

    fn integer(&mut self, node: &Node, text: &str, range: std::ops::RangeInclusive<i64>, key: Option<&str>) {
        let name = key.unwrap_or("number");
        let meant = meant::integer(text).filter(|n| i64::try_from(*n).is_ok_and(|n| range.contains(&n)));
        let help = match meant {
            Some(n) => say!("请写阿拉伯数字，不带引号：{name}: {n}", "write plain digits without quotes: {name}: {n}"),
            None => say!("请写阿拉伯数字，不带引号，如 26", "write plain digits without quotes, such as 26"),
        };
        let message = say!("“{text}”不是这里可用的整数", "`{text}` is not a whole number that is allowed here");
        self.wrong(node, key, message, help);
    }

    fn id(&mut self, node: &Node, text: &str, key: Option<&str>) {
        let help = match text.is_ascii() {
            true => say!("标识只用小写英文字母、数字和连字符", "an id has lower-case letters, digits and hyphens only"),
            false => say!(
                "标识只用小写英文字母、数字和连字符，如 housing-bureau 或拼音缩写 zjj；中文写在名称或标题里",
                "an id has lower-case letters, digits and hyphens only; Chinese words go into the name or title"
            ),
        };
        self.wrong(node, key, say!("“{text}”不能用作标识", "`{text}` cannot be an id"), help);
    }

    fn date(&mut self, node: &Node, text: &str, expected: Scalar, key: Option<&str>) {
        let message = match text.parse::<Date>() {
            Ok(_) => return,
            Err(DateError::Form) => say!("“{text}”不是日期", "`{text}` is not a date"),
            Err(DateError::Month(month)) => say!("“{text}”：没有 {month} 月", "`{text}`: there is no month {month}"),
            Err(DateError::Day(last)) => say!("“{text}”：这个月只有 {last} 天", "`{text}`: that month has {last} days"),
        };
        let name = key.unwrap_or("due");
        let help = match meant::date(text) {
            Some(date) => say!("请写成 {name}: {date}", "write {name}: {date}"),
            None if matches!(expected, Scalar::Due) && meant::is_not_stated(text) => say!(
                "发布单位没有写明时限的，请写成 {name}: not-stated",
                "where the issuer states no deadline, write {name}: not-stated"
            ),
            None if name == "due" && meant::is_without_end(text) => say!(
                "没有期限的，请把状态写成 status: ongoing，并删去 due 这一行",
                "for an issue without a deadline write status: ongoing, and remove the line `due`"
            ),
            None if name == "due" => say!(
                "请写成 2021、2021-Q4、2021-12 或 2021-12-31；原文是财政年度、季节等的，due 写算到哪一天，原文写在 due_text",
                "write 2021, 2021-Q4, 2021-12 or 2021-12-31; for a fiscal year or a season write the day that it ends as `due`, and its words as `due_text`"
            ),
            None => say!("请写成 2021、2021-Q4、2021-12 或 2021-12-31", "write 2021, 2021-Q4, 2021-12 or 2021-12-31"),
        };
        self.wrong(node, key, message, help);
    }

    /// A word of some; an open list has others that are looked up where they are declared.
    pub(super) fn word(&mut self, node: &Node, words: &[meant::ExpectedWord], is_open: bool, key: Option<&str>) {
        let (list, listed) = meant::listed(words);
        let NodeKind::Scalar { text, .. } = &node.kind else {
            let help = say!("可用的有：{list}", "one of: {listed}");
            return self.wrong(node, key, say!("这里要写一个词", "one word is expected here"), help);
        };
        if text.is_empty() || node.is_null() {
            let help = say!("请写上一个词：{list}", "write one of: {listed}");
            return self.wrong(node, key, say!("这里没有写内容", "there is nothing here"), help);
        }
        if !is_open && !words.iter().any(|word| word.word == *text) {
            let (message, help) = meant::unknown_word(key.unwrap_or("status"), text, meant::word(text, words), words);
            self.found.push(Diagnostic::of(WRONG_VALUE, self.span(node.range()), message).help(help));
        }
    }
}

/// Returns whether a number begins with a zero that no page would show: 007.
fn has_idle_zero(text: &str) -> bool {
    let digits = text.trim_start_matches('-');
    digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.")
}
