//! Shares of a whole, from their denominator or numerator on: 百分之五, 3分之1, 3/4.

use super::super::found::FoundQuantity;
use super::super::words::is_letter;
use super::super::{Form, han, share};
use super::{QuantityReader, ReadNumber};
use crate::value::Decimal;

impl<'a> QuantityReader<'a> {
    /// 3分之1, 百分之五: a share, from its denominator on.
    pub(super) fn share(&self, of: Decimal, end: usize) -> Option<FoundQuantity> {
        let parts = self.text[end..].strip_prefix(self.reading.share.as_deref()?)?;
        let whole = |value: Decimal| value.to_string().parse::<i64>().ok();
        let begins = self.text.len() - parts.len();
        let digits = parts.bytes().take_while(u8::is_ascii_digit).count();
        let (value, length) = match digits {
            0 => han::numeral(parts).and_then(|(value, length)| Some((i64::try_from(value).ok()?, length)))?,
            digits => (parts[..digits].parse().ok()?, digits),
        };
        let (value, kind) = share::share(value, whole(of)?)?;
        let end = begins + length;
        let number = ReadNumber { value, start: self.at, end, form: Form::CountingWord, is_grouped: true };
        Some(self.finished(number, kind, end, None))
    }

    /// 3/4: a share in digits, if it is no date and no part of a name.
    pub(super) fn fraction(&self, parts: Decimal, end: usize) -> Option<FoundQuantity> {
        const LARGEST: i64 = 10;
        let of = self.text[end..].strip_prefix('/')?;
        let digits = of.bytes().take_while(u8::is_ascii_digit).count();
        let (parts, of): (i64, i64) = (parts.to_string().parse().ok()?, of[..digits].parse().ok()?);
        let end = end + 1 + digits;
        let joins = |c: char| c == '/' || c == '-' || is_letter(c) || c.is_ascii_digit();
        let is_alone = !self.text[..self.at].ends_with(joins) && !self.text[end..].starts_with(joins);
        let (value, kind) = share::share(parts, of).filter(|_| 0 < parts && parts < of && of <= LARGEST && is_alone)?;
        let number = ReadNumber { value, start: self.at, end, form: Form::Digits, is_grouped: true };
        Some(self.finished(number, kind, end, None))
    }
}
