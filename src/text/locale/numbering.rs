//! The numbering of a document's headings: 一、 for parts, （一） for sections.

use super::Locale;
use super::patterns::filled;

impl Locale {
    /// Returns the n-th ordinal of the document's numbering: 一、 for parts, （一） for sections.
    pub fn ordinal(&self, n: u64, pattern: &str) -> String {
        filled(pattern, &[("n", n.to_string()), ("number", n.to_string()), ("han", han(n))])
    }

    /// Returns the same for what has a label of its own: （A）.
    pub fn labelled(&self, label: &str, pattern: &str) -> String {
        filled(pattern, &["n", "number", "han"].map(|name| (name, label)))
    }
}

/// Returns Chinese numerals up to 9999, as official numbering writes them: 十二, 二十, 一百零五.
fn han(n: u64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u64| DIGITS[usize::try_from(n % 10).unwrap_or(0)];
    match n {
        0..=9 => digit(n).to_owned(),
        10..=19 => format!("十{}", if n == 10 { String::new() } else { han(n - 10) }),
        20..=99 => format!("{}十{}", digit(n / 10), if n.is_multiple_of(10) { "" } else { digit(n) }),
        100..=999 => format!("{}百{}", digit(n / 100), rest(n % 100, 10)),
        1000..=9999 => format!("{}千{}", digit(n / 1000), rest(n % 1000, 100)),
        _ => n.to_string(),
    }
}

/// Returns what follows a hundred or a thousand: nothing, a number, or a number after 零.
fn rest(n: u64, without_zero: u64) -> String {
    match n {
        0 => String::new(),
        n if n < without_zero => format!("零{}", han(n)),
        10..=19 => format!("一{}", han(n)),
        n => han(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_numerals() {
        for (n, text) in [
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (49, "四十九"),
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1005, "一千零五"),
            (1110, "一千一百一十"),
        ] {
            assert_eq!(han(n), text);
        }
    }
}
