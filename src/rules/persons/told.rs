//! A number that is told in parts: 前六位350702，后12位…. What stands between two parts says how many digits follow;
//! those that count are none of the number.

/// What parts one part of a number from the words that introduce the next.
const SIGNS: &str = " ,;、。\n)”\"而、";

/// Where a part of a number stands in it.
const PLACES: [&str; 18] = [
    "最后",
    "末尾",
    "后面",
    "其余",
    "余下",
    "剩下",
    "剩余",
    "中间",
    "接着",
    "然后",
    "后",
    "末",
    "尾",
    "中",
    "the last",
    "the next",
    "last",
    "followed by",
];

/// What is counted of a number.
const DIGITS: [&str; 9] = ["位数字", "位号码", "位数", "位", "个数字", "个数", "段", "digits", "numbers"];

/// What may stand between such words and the digits.
const LINKS: [&str; 10] = ["分别", "依次", "就", "是", "为", "are", ":", "=", "“", "("];

/// How many signs and links stand beside the words at most.
const MOST: usize = 3;

/// Returns how many characters tell that more of a number follows, up to its digits; none if nothing does. They stand
/// directly behind the digits of the part before.
pub(super) fn joint(behind: &[char]) -> Option<usize> {
    let mut words = WordReader { chars: behind, at: 0 };
    let is_begin = words.skip(&["开头", "打头", "起头", "开始"]);
    words.skip_signs();
    let is_placed = words.skip(&PLACES);
    words.skip_blanks();
    let is_counted = words.skip_count() && {
        words.skip_blanks();
        words.skip(&DIGITS)
    };
    let is_linked = words.skip_links();
    let is_said = is_placed && (is_counted || is_linked) || is_begin && is_counted;
    (is_said && words.is_at_digit()).then_some(words.at)
}

/// Returns how many characters say that the first part of a number follows: 前六位.
pub(super) fn beginning(ahead: &[char]) -> Option<usize> {
    let mut words = WordReader { chars: ahead, at: 0 };
    let is_said = words.skip(&["前面", "前", "首", "开头"]) && words.skip_count() && words.skip(&DIGITS);
    words.skip_links();
    is_said.then_some(words.at)
}

/// Words that are gone over one by one.
struct WordReader<'a> {
    chars: &'a [char],
    at: usize,
}

impl WordReader<'_> {
    /// Goes over the first of some words that stands here, and returns whether one does.
    fn skip(&mut self, words: &[&str]) -> bool {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let is_here = |word: &&&str| {
            let mut shown = rest.iter();
            word.chars().all(|c| shown.next().is_some_and(|shown| shown.eq_ignore_ascii_case(&c)))
        };
        let found = words.iter().find(is_here);
        self.at += found.map_or(0, |word| word.chars().count());
        found.is_some()
    }

    fn skip_while(&mut self, most: usize, is_part: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let count = rest.iter().take(most).take_while(|c| is_part(**c)).count();
        self.at += count;
        count
    }

    fn skip_signs(&mut self) {
        self.skip_while(MOST, |c| SIGNS.contains(c));
    }

    fn skip_blanks(&mut self) {
        self.skip_while(MOST, |c| c == ' ');
    }

    /// Goes over a count of digits: 4, 12, 四, 十二, 几.
    fn skip_count(&mut self) -> bool {
        const LONGEST: usize = 3;
        self.skip_while(2, |c| c.is_ascii_digit()) > 0
            || self.skip_while(LONGEST, |c| "一二两三四五六七八九十几".contains(c)) > 0
            || self.skip(&["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"])
    }

    /// Goes over links and blanks, and returns whether there was a link.
    fn skip_links(&mut self) -> bool {
        let mut is_linked = false;
        for _ in 0..MOST {
            self.skip_blanks();
            is_linked |= self.skip(&LINKS);
        }
        self.skip_blanks();
        is_linked
    }

    fn is_at_digit(&self) -> bool {
        self.chars.get(self.at).is_some_and(char::is_ascii_digit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(behind: &str) -> Option<usize> {
        joint(&behind.chars().collect::<Vec<_>>())
    }

    #[test]
    fn more_of_a_number_is_told_by_its_place_and_count() {
        for said in [
            "，后四位",
            ", 后12位为",
            "，后四位数字是：",
            "，中间4位",
            "；最后四位：",
            "，后面是",
            "开头，后八位",
            "，其余十二位为",
            ", last four digits ",
            ", the last 12 digits are ",
        ] {
            let wide = said.replace('，', ",").replace('；', ";").replace('：', ":");
            assert_eq!(joined(&format!("{wide}8000")), Some(wide.chars().count()), "{said}");
        }
        for other in ["元,后期1234", ",后1234", ",其中1234", "人,最后1234", ",后四位", ",后3天1234", "位"]
        {
            assert_eq!(joined(other), None, "{other}");
        }
    }

    #[test]
    fn the_first_part_of_a_number_is_told_by_its_count() {
        let begun = |ahead: &str| beginning(&ahead.chars().collect::<Vec<_>>());
        assert_eq!(begun("前5位:12345"), Some(4));
        assert_eq!(begun("前六位是110105"), Some(4));
        assert_eq!(begun("前期110105"), None);
    }
}
