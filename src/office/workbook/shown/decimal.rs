//! A decimal number, digit by digit, as exactly as Excel keeps it.

use std::cmp::Ordering;

/// Digits that Excel keeps of a number.
pub(super) const PRECISION: usize = 15;

/// The largest power of ten that a number is spelled out for.
const POWERS: i32 = 40;

/// A decimal number: digits, and how many of them stand behind the point.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DecimalDigits {
    pub(super) is_negative: bool,
    pub(super) digits: Vec<u8>,
    pub(super) decimals: usize,
}

impl DecimalDigits {
    /// Returns the number that a file writes, as exactly as Excel keeps it.
    pub(super) fn read(value: &str) -> Option<DecimalDigits> {
        let (mantissa, power) = value.trim().split_once(['e', 'E']).unwrap_or((value.trim(), "0"));
        let power: i32 = power.parse().ok().filter(|power: &i32| power.abs() <= POWERS)?;
        let is_negative = mantissa.starts_with('-');
        let mantissa = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let is_number = |text: &str| text.len() <= 64 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(fraction) || whole.len() + fraction.len() == 0 {
            return None;
        }
        let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).map(|byte| byte - b'0').collect();
        let mut decimals = i32::try_from(fraction.len()).ok()? - power;
        while decimals < 0 {
            digits.push(0);
            decimals += 1;
        }
        let mut number = DecimalDigits { is_negative, digits, decimals: usize::try_from(decimals).ok()? };
        number.pad();
        let leading = number.digits.iter().take_while(|digit| **digit == 0).count();
        let significant = number.digits.len() - leading;
        if significant > PRECISION {
            let decimals = number.decimals.saturating_sub(significant - PRECISION);
            number.round(decimals);
        }
        Some(number)
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.iter().all(|digit| *digit == 0)
    }

    /// Keeps at least one digit before the point.
    fn pad(&mut self) {
        let missing = (self.decimals + 1).saturating_sub(self.digits.len());
        self.digits.splice(0..0, std::iter::repeat_n(0, missing));
    }

    /// Moves the point two places, as per cent does.
    pub(super) fn percent(&mut self) {
        self.digits.extend(std::iter::repeat_n(0, 2_usize.saturating_sub(self.decimals)));
        self.decimals = self.decimals.saturating_sub(2);
    }

    /// Moves the point back three places, so often.
    pub(super) fn divide(&mut self, thousands: usize) {
        self.decimals += 3 * thousands;
        self.pad();
    }

    /// Returns how the number compares with another, both without their signs.
    pub(super) fn compare(&self, other: &DecimalDigits) -> Ordering {
        let decimals = self.decimals.max(other.decimals);
        let aligned = |number: &DecimalDigits| {
            let zeros = std::iter::repeat_n(0, decimals - number.decimals);
            let digits = number.digits.iter().copied().chain(zeros);
            digits.skip_while(|digit| *digit == 0).collect::<Vec<u8>>()
        };
        let (one, two) = (aligned(self), aligned(other));
        one.len().cmp(&two.len()).then_with(|| one.cmp(&two))
    }

    /// Rounds, half up, to so many digits behind the point.
    pub(super) fn round(&mut self, decimals: usize) {
        if decimals >= self.decimals {
            self.digits.extend(std::iter::repeat_n(0, decimals - self.decimals));
            self.decimals = decimals;
            return;
        }
        let kept = self.digits.len() - (self.decimals - decimals);
        let is_up = self.digits.get(kept).is_some_and(|digit| *digit >= 5);
        self.digits.truncate(kept);
        self.decimals = decimals;
        if is_up {
            for digit in self.digits.iter_mut().rev() {
                *digit = (*digit + 1) % 10;
                if *digit != 0 {
                    return;
                }
            }
            self.digits.insert(0, 1);
        }
    }

    /// Returns the digits before the point, without zeros that say nothing, and those behind it.
    pub(super) fn parts(&self) -> (String, String) {
        let write = |digits: &[u8]| digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
        let (whole, fraction) = self.digits.split_at(self.digits.len().saturating_sub(self.decimals));
        let whole = write(whole);
        let trimmed = whole.trim_start_matches('0');
        (if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }, write(fraction))
    }

    /// Returns the number as a cell without a format shows it.
    pub(super) fn general(&self) -> String {
        let (whole, fraction) = self.parts();
        let fraction = fraction.trim_end_matches('0');
        let sign = if self.is_negative && !self.is_zero() { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }
}
