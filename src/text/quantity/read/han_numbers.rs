//! Numbers in Chinese numerals: 三轮, 一亿二千万, 近百名.

use super::super::found::FoundQuantity;
use super::super::words::longest_at;
use super::super::{Form, han};
use super::{QuantityReader, ReadNumber};
use crate::value::{Decimal, Hedge};

impl<'a> QuantityReader<'a> {
    pub(super) fn han(&self) -> Option<FoundQuantity> {
        let rest = self.rest();
        let is_scale = longest_at(&self.reading.scales, rest).is_some();
        let before = self.text[..self.at].chars().next_back();
        let denominator = |word: char, of| {
            rest.starts_with(word).then(|| self.share(Decimal::whole(of), self.at + word.len_utf8())).flatten()
        };
        // 百分之五, 千分之三, 万分之一: a place alone is a denominator.
        let places = [('百', 100), ('千', 1000), ('万', 10_000), ('萬', 10_000)];
        if let Some(found) = places.into_iter().find_map(|(word, of)| denominator(word, of)) {
            return Some(found);
        }
        if let Some(found) = self.han_date() {
            return Some(found);
        }
        // 千亿, 百万, 亿元: a scale word without a number before it.
        let bare = || is_scale.then_some((1, 0)).filter(|_| !before.is_some_and(|c| c.is_ascii_digit()));
        let (value, length) = han::numeral(rest).or_else(bare)?;
        let (start, end) = (self.at, self.at + length);
        let whole = Decimal::whole(i64::try_from(value).ok()?);
        if let Some(found) = self.share(whole, end) {
            return Some(found);
        }
        let (scaled, end) = self.han_scaled(whole, end);
        let is_large = scaled >= Decimal::whole(1_000_000) || self.text[end..].starts_with(|c| "元级級".contains(c));
        let after = &self.text[end..];
        let more = self.beside.after(after);
        let after = more.map_or(after, |(_, length, _)| &after[length..]);
        let counts = self.reading.counters.iter().any(|counter| after.starts_with(counter.as_str()));
        // 近百名, 千余户: a place alone, beside a word that makes it a number.
        let is_rounded = || {
            let said = || self.beside.before(&self.text[..start]).is_some_and(|hedge| hedge != Hedge::Exact);
            counts && (more.is_some() || said())
        };
        if length == 0 && !is_large && !is_rounded() {
            return None;
        }
        let counts = (value >= 2 || length == 0) && counts;
        let order = &self.reading.order;
        let is_ordinal = order.before.iter().any(|word| self.text[..start].ends_with(word.as_str()))
            || order.behind.iter().any(|word| self.text[end..].starts_with(word.as_str()));
        let form = match (counts, is_ordinal) {
            (true, _) => Form::CountingWord,
            (_, true) => Form::Ordinal,
            _ => Form::Word,
        };
        self.with_unit(ReadNumber { value: scaled, start, end, form, is_grouped: true })
    }

    /// 一亿二千万, 三万五千: numerals on falling scales.
    fn han_scaled(&self, value: Decimal, end: usize) -> (Decimal, usize) {
        let (mut total, mut end) = self.scaled(value, end);
        let mut last = (value != total).then_some(total);
        while let Some(above) = last
            && let Some((next, length)) = han::numeral(&self.text[end..])
            && let Ok(next) = i64::try_from(next)
        {
            let (part, part_end) = self.scaled(Decimal::whole(next), end + length);
            let Some(sum) = total.checked_add(part).filter(|_| next >= 10 && part < above) else { break };
            last = (part != Decimal::whole(next)).then_some(part);
            (total, end) = (sum, part_end);
        }
        (total, end)
    }
}
