//! The parts of a date, one after the other: year, half, quarter, month, third of a month, day.

use crate::value::DatePart;

/// Reads parts of a date.
pub(super) struct DateReader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

impl DateReader<'_> {
    fn rest(&self) -> &str {
        self.text[self.at..].trim_start_matches(' ')
    }

    pub(super) fn sign(&mut self, signs: &[&str]) -> bool {
        let rest = self.rest();
        let Some(sign) = signs.iter().find(|sign| rest.starts_with(**sign)) else { return false };
        self.at = self.text.len() - rest.len() + sign.len();
        true
    }

    /// A number in Arabic or Chinese figures, read figure by figure if it is a year.
    pub(super) fn number(&mut self) -> Option<u32> {
        let rest = self.rest();
        let end = rest.find(|c| digit(c).is_none()).unwrap_or(rest.len());
        let written = &rest[..end];
        let value = match written.contains('十') {
            true => super::super::numeral::numeral(written),
            false => written.chars().filter_map(digit).try_fold(0_u32, |sum, d| sum.checked_mul(10)?.checked_add(d)),
        };
        let value = value.filter(|_| !written.is_empty())?;
        self.at = self.text.len() - rest.len() + end;
        Some(value)
    }

    pub(super) fn part_of_year(&mut self) -> Option<DatePart> {
        for (words, part) in [
            (&["底", "末", "年底", "内", "度"][..], DatePart::Year),
            (&["上半年"], DatePart::Half(1)),
            (&["下半年"], DatePart::Half(2)),
            (&["第一季度", "一季度", "1季度", "第1季度"], DatePart::Quarter(1)),
            (&["第二季度", "二季度", "2季度", "第2季度"], DatePart::Quarter(2)),
            (&["第三季度", "三季度", "3季度", "第3季度"], DatePart::Quarter(3)),
            (&["第四季度", "四季度", "4季度", "第4季度"], DatePart::Quarter(4)),
        ] {
            if self.sign(words) {
                return Some(part);
            }
        }
        let before = self.at;
        let Some(month) = self.number() else { return Some(DatePart::Year) };
        if !self.sign(&["月"]) {
            self.at = before;
            return None;
        }
        self.part_of_month(u8::try_from(month).ok()?)
    }

    pub(super) fn part_of_month(&mut self, month: u8) -> Option<DatePart> {
        self.sign(&["份"]);
        for (word, third) in [("上旬", 1), ("中旬", 2), ("下旬", 3)] {
            if self.sign(&[word]) {
                return Some(DatePart::Third(month, third));
            }
        }
        if self.sign(&["底", "末"]) {
            return Some(DatePart::Month(month));
        }
        let before = self.at;
        match self.number() {
            Some(day) if self.sign(&["日", "号"]) => Some(DatePart::Day(month, u8::try_from(day).ok()?)),
            // A figure behind a month that is no day: a sign was lost.
            Some(_) if self.rest().starts_with(['前', '至', '起']) => None,
            _ => {
                self.at = before;
                Some(DatePart::Month(month))
            }
        }
    }
}

pub(super) fn digit(c: char) -> Option<u32> {
    let chinese = "〇一二三四五六七八九".chars().position(|figure| figure == c);
    match c {
        '○' | '零' | 'O' => Some(0),
        '十' => Some(10),
        _ => c.to_digit(10).or_else(|| chinese.and_then(|value| u32::try_from(value).ok())),
    }
}
