//! Lines of a text as one line, in which no two numbers become one.

/// Returns a text of several lines as one line. Chinese needs nothing between lines; letters, digits and the numbers of items need a blank.
pub fn one_line(text: &str) -> String {
    let mut joined = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_item = is_numbered(line) && joined.ends_with(char::is_alphanumeric);
        if is_item || meets(&joined, line) {
            joined.push(' ');
        }
        joined += line;
    }
    joined
}

/// Whether one text ends in a letter or digit and the other begins with one, so that together they would be another word or number.
fn meets(before: &str, behind: &str) -> bool {
    // A sign of a number or a unit stands with its digits, too: 12 + %, 1. + 5.
    let ends = before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == ',');
    ends && behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == ',')
}

/// Whether a line begins with a number that counts it: `2.`, `3、`, `(4)`.
fn is_numbered(line: &str) -> bool {
    let inner = line.trim_start_matches(['(', '（']);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = rest.strip_prefix(['.', '．', '、', ')', '）']);
    rest.len() < inner.len() && behind.is_some_and(|behind| !behind.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_numbers_become_one() {
        for (text, expected) in [
            ("1.超预算20\n2.未公开", "1.超预算20 2.未公开"),
            ("涉及项目12\n3.未公开", "涉及项目12 3.未公开"),
            ("涉及项目12\n3个未公开", "涉及项目12 3个未公开"),
            ("1.超预算\n2.未公开", "1.超预算 2.未公开"),
            ("1.超预算。\n2.未公开。", "1.超预算。2.未公开。"),
            ("共12\n.5万元", "共12 .5万元"),
            ("执行不\n到位", "执行不到位"),
            ("共发现\n12个问题", "共发现12个问题"),
            ("too\nlate", "too late"),
            (" 甲 \n\n 乙 ", "甲乙"),
        ] {
            assert_eq!(one_line(text), expected, "{text:?}");
        }
    }
}
