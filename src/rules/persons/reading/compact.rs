//! Letters and digits alone: what two ways to write the same number have in common.

use std::ops::Range;

use super::Reading;

/// Letters, digits and @ alone, in capitals: what two ways to write the same have in common.
pub(in crate::rules::persons) fn compact(text: &str) -> String {
    Reading::of(text).chars.into_iter().filter(|c| counts(*c)).map(|c| c.to_ascii_uppercase()).collect()
}

/// Returns where a text has letters and digits in this order, whatever stands between, and whether nothing does.
pub(in crate::rules::persons) fn find_compact(text: &str, value: &str) -> Option<(Range<usize>, bool)> {
    let reading = Reading::of(text);
    let counting: Vec<usize> = (0..reading.chars.len()).filter(|at| counts(reading.chars[*at])).collect();
    let shown: String = counting.iter().map(|at| reading.chars[*at].to_ascii_uppercase()).collect();
    let value: String = value.chars().filter(|c| counts(*c)).map(|c| c.to_ascii_uppercase()).collect();
    let first = shown[..shown.find(&value).filter(|_| !value.is_empty())?].chars().count();
    let last = first + value.chars().count() - 1;
    let is_whole = counting[last] - counting[first] == last - first;
    Some((reading.place(counting[first]..counting[last] + 1), is_whole))
}

fn counts(c: char) -> bool {
    c.is_alphanumeric() || c == '@'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_whatever_stands_between() {
        let text = "电话１３８-0013-8000，zhang@a.cn";
        assert_eq!(
            find_compact(text, "13800138000").map(|(at, whole)| (&text[at], whole)),
            Some(("１３８-0013-8000", false))
        );
        assert_eq!(find_compact(text, "电话138").map(|(at, whole)| (&text[at], whole)), Some(("电话１３８", true)));
        assert_eq!(find_compact(text, "13800138001"), None);
    }
}
