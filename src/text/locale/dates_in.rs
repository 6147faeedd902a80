//! Dates within texts, so that no line parts them.

use std::ops::Range;

use super::Locale;

impl Locale {
    /// Returns where dates stand in a text that are written as the language writes days, months and years: `2021年12月13日`, `12月13日`,
    /// `13 September 2021`. A year that is a number alone is none: nothing of it could be parted.
    pub fn dates_in(&self, text: &str) -> Vec<Range<usize>> {
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let dates = &self.rules.dates;
        let all = [dates.day.as_str(), without_year(&dates.day), &dates.month, &dates.year];
        let patterns: Vec<&str> = all.into_iter().filter(|pattern| *pattern != "{year}").collect();
        let begins = self.first_bytes(&patterns);
        let mut found: Vec<Range<usize>> = Vec::new();
        for (at, byte) in text.bytes().enumerate() {
            let is_within = found.last().is_some_and(|last| at < last.end);
            if is_within || !begins[usize::from(byte)] || !begins_word(text, at) {
                continue;
            }
            let rests = patterns.iter().filter_map(|pattern| self.behind(pattern, &text[at..]));
            found.extend(rests.map(|rest| text.len() - rest.len()).max().map(|end| at..end));
        }
        found
    }

    /// Which bytes a date of these patterns may begin with.
    fn first_bytes(&self, patterns: &[&str]) -> [bool; 256] {
        let mut first = [false; 256];
        let words = patterns.iter().copied().filter(|pattern| !pattern.starts_with('{'));
        let months = self.rules.dates.months.iter().map(String::as_str);
        for byte in words.chain(months).filter_map(|word| word.bytes().next()).chain(b'0'..=b'9') {
            first[usize::from(byte)] = true;
        }
        first
    }

    /// Returns what stands behind a date of this pattern that a text begins with.
    fn behind<'t>(&self, mut pattern: &str, mut text: &'t str) -> Option<&'t str> {
        let mut last = ' ';
        while let Some(c) = pattern.chars().next() {
            let rest = match pattern.strip_prefix('{').and_then(|name| name.split_once('}')) {
                Some((name, behind)) => {
                    pattern = behind;
                    self.behind_part(name, text)?
                }
                None => {
                    pattern = &pattern[c.len_utf8()..];
                    text.strip_prefix(c)?
                }
            };
            last = text[..text.len() - rest.len()].chars().next_back()?;
            text = rest;
        }
        (!text.starts_with(|next| goes_on(last, next))).then_some(text)
    }

    fn behind_part<'t>(&self, name: &str, text: &'t str) -> Option<&'t str> {
        let months = &self.rules.dates.months;
        if name == "month" && !months.is_empty() {
            return months.iter().find_map(|month| text.strip_prefix(month.as_str()));
        }
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = text.len() - rest.len();
        let expected = if name == "year" { 4..=4 } else { 1..=2 };
        expected.contains(&digits).then_some(rest)
    }
}

/// Returns a pattern of a day without its year and what stands between: `{month}月{day}日`, `{day} {month}`.
fn without_year(pattern: &str) -> &str {
    match pattern.strip_prefix("{year}") {
        Some(behind) => behind.find('{').map_or(behind, |at| &behind[at..]),
        None => {
            pattern.strip_suffix("{year}").and_then(|before| Some(&before[..=before.rfind('}')?])).unwrap_or(pattern)
        }
    }
}

/// Whether a number or a word begins at a byte of a text.
fn begins_word(text: &str, at: usize) -> bool {
    let Some((before, next)) = text.split_at_checked(at) else {
        return false;
    };
    let next = next.chars().next();
    before.chars().next_back().zip(next).is_none_or(|(before, next)| !goes_on(before, next))
}

/// Whether a number or a word goes on from one character to the next.
fn goes_on(before: char, next: char) -> bool {
    let is_letter = |c: char| c.is_alphabetic() && c < '\u{2e80}';
    before.is_ascii_digit() && next.is_ascii_digit() || is_letter(before) && is_letter(next)
}

#[cfg(test)]
mod tests {
    use crate::text::locale::tests::locale;

    #[test]
    fn dates_are_found_where_they_stand() {
        for (lang, text, expected) in [
            (
                "zh",
                "2020年10月15日至12月14日，2021年底前、2021年1—6月",
                vec!["2020年10月15日", "12月14日", "2021年", "2021年"],
            ),
            ("zh", "限2021年12月底前完成1次，12021年、20年12月。", vec!["2021年12月"]),
            (
                "en",
                "From 15 October to 14 December 2020; by the end of December 2021.",
                vec!["15 October", "14 December 2020", "December 2021"],
            ),
            ("en", "In 2021, 115 October, 1 Mayor, 3 May.", vec!["3 May"]),
        ] {
            let found = locale(lang).dates_in(text);
            let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
