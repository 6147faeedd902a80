//! A text as people and programs that collect numbers read it: full-width and fancy forms, entities and what is encoded
//! in addresses undone, invisible characters left out. Every character knows the bytes that it came from.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Stands for what is no character of a word or a number.
const OBJECT: char = '\u{FFFC}';

/// A text with its disguises taken off.
pub(super) struct Reading {
    /// The characters.
    pub(super) chars: Vec<char>,
    /// The bytes of the text that each stands for.
    at: Vec<(u32, u32)>,
    /// Which characters belong to addresses on the web, ascending.
    web: Vec<Range<usize>>,
}

impl Reading {
    /// Reads a text.
    pub(super) fn of(text: &str) -> Reading {
        Reading::read(text, false)
    }

    /// Reads where a link leads: everything in it may be encoded.
    pub(super) fn of_address(address: &str) -> Reading {
        Reading::read(address, true)
    }

    fn read(text: &str, is_address: bool) -> Reading {
        let mut reading =
            Reading { chars: Vec::with_capacity(text.len()), at: Vec::with_capacity(text.len()), web: Vec::new() };
        let may_have_addresses = ["://", "www.", "mailto:"].iter().any(|start| text.contains(start));
        let mut address = None;
        let mut behind = 0;
        let mut has_enclosed = false;
        for (at, c) in text.char_indices() {
            if at < behind {
                continue;
            }
            if !may_have_addresses && matches!(c, '\u{4E00}'..='\u{9FFF}' | 'a'..='z' | 'A'..='Z' | '0'..='9' | ' ') {
                behind = at + c.len_utf8();
                reading.add(c, &(at..behind));
                continue;
            }
            let (shown, length) = match c {
                '&' => entity(&text[at..]).unwrap_or((c, 1)),
                '%' => encoded(&text[at..], is_address || address.is_some()).unwrap_or((c, 1)),
                c => (c, c.len_utf8()),
            };
            behind = at + length;
            if may_have_addresses {
                reading.follow_address(&mut address, c);
            }
            has_enclosed |= is_enclosed_digit(shown);
            reading.push(shown, at..behind);
        }
        reading.follow_address(&mut address, '\n');
        if has_enclosed {
            reading.undo_enclosed_digits();
        }
        reading.undo_chinese_digits();
        reading
    }

    /// Returns where a range of characters stands in the text.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.at.get(range.start).map_or(0, |at| at.0 as usize);
        let end = range.end.checked_sub(1).and_then(|last| self.at.get(last)).map_or(start, |at| at.1 as usize);
        start..end.max(start)
    }

    /// Returns the character at a place.
    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// Returns what stands from a place on, as far as words that join the parts of a number may reach.
    pub(super) fn ahead(&self, at: usize) -> &[char] {
        const LONGEST: usize = 40;
        let rest = self.chars.get(at..).unwrap_or_default();
        &rest[..rest.len().min(LONGEST)]
    }

    /// Returns the character before a place.
    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        self.char(at.checked_sub(1)?)
    }

    /// Returns whether a word stands at a place, in capitals or not.
    pub(super) fn has_at(&self, at: usize, word: &str) -> bool {
        let mut chars = self.chars.get(at..).unwrap_or_default().iter();
        word.chars().all(|c| chars.next().is_some_and(|shown| shown.eq_ignore_ascii_case(&c)))
    }

    /// Returns what stands before a place in the same sentence, at most `most` characters, in lower case.
    pub(super) fn before(&self, at: usize, most: usize) -> String {
        let shown = &self.chars[at.saturating_sub(most)..at];
        let cut = shown.iter().rposition(|c| "。！？；;".contains(*c)).map_or(0, |at| at + 1);
        shown[cut..].iter().map(char::to_ascii_lowercase).collect()
    }

    /// Returns what stands after a place in the same sentence, at most `most` characters, in lower case.
    pub(super) fn after(&self, at: usize, most: usize) -> String {
        let shown = &self.chars[at.min(self.chars.len())..(at + most).min(self.chars.len())];
        shown.iter().take_while(|c| !"。！？；;".contains(**c)).map(char::to_ascii_lowercase).collect()
    }

    /// How much stands at a place between two parts of a number: one of some signs, or one or two asterisks that did not become bold, or the
    /// sign between such asterisks.
    pub(super) fn gap_at(&self, at: usize, signs: &str) -> usize {
        let stars_at =
            |at: usize| self.chars.get(at..).unwrap_or_default().iter().take(3).take_while(|c| **c == '*').count();
        let is_sign = |at: usize| self.char(at).is_some_and(|c| signs.contains(c));
        match stars_at(at) {
            0 => usize::from(is_sign(at)),
            stars @ (1 | 2) if is_sign(at + stars) && stars_at(at + stars + 1) == stars => 2 * stars + 1,
            stars @ (1 | 2) => stars,
            _ => 0,
        }
    }

    /// Returns whether a range of characters has asterisks in it.
    pub(super) fn has_stars(&self, range: Range<usize>) -> bool {
        self.chars.get(range).unwrap_or_default().contains(&'*')
    }

    /// Returns the text of a range of characters.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    /// Returns the address on the web that a character belongs to, up to there; of a long one the end.
    pub(super) fn address_before(&self, at: usize) -> Option<&[char]> {
        const LONGEST: usize = 80;
        let address = self.web.get(self.web.partition_point(|web| web.end <= at))?;
        (address.start <= at).then(|| &self.chars[address.start.max(at.saturating_sub(LONGEST))..at])
    }

    /// Notes where an address on the web begins and ends, as characters of the text go by.
    fn follow_address(&mut self, address: &mut Option<usize>, c: char) {
        if let Some(start) = *address {
            if c.is_whitespace() || !c.is_ascii() || "<>\"`{}|^".contains(c) {
                self.web.push(start..self.chars.len());
                *address = None;
            }
            return;
        }
        *address = match c {
            '/' if self.chars.ends_with(&[':', '/']) => Some(self.start_of_scheme(2)),
            '.' if self.ends_with_word(&['w', 'w', 'w']) => Some(self.chars.len() - 3),
            _ if c != ':'
                && self.chars.last() == Some(&':')
                && self.ends_with_word(&['m', 'a', 'i', 'l', 't', 'o', ':']) =>
            {
                Some(self.chars.len())
            }
            _ => None,
        };
    }

    fn start_of_scheme(&self, signs: usize) -> usize {
        let before = &self.chars[..self.chars.len() - signs];
        before.len() - before.iter().rev().take(8).take_while(|c| c.is_ascii_alphabetic()).count()
    }

    fn ends_with_word(&self, word: &[char]) -> bool {
        let before = self.chars.len().checked_sub(word.len() + 1).and_then(|at| self.char(at));
        self.chars.ends_with(word) && before.is_none_or(|c| !c.is_ascii_alphanumeric())
    }

    fn push(&mut self, c: char, at: Range<usize>) {
        match c {
            '\r' => {}
            ' '..='~' | '\n' | '\u{3001}'..='\u{303D}' | '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' => {
                self.add(c, &at);
            }
            '\u{FF01}'..='\u{FF5E}' => self.add(char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c), &at),
            '\t' | '\u{3000}' => self.add(' ', &at),
            '\u{85}' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' => self.add('\n', &at),
            '×' => self.add('×', &at),
            'Х' | 'х' | 'Χ' | 'χ' => self.add('X', &at),
            c if is_enclosed_digit(c) => self.add(c, &at),
            c if is_invisible(c) => {}
            c if is_dash(c) => self.add('-', &at),
            c => match digit_of_a_script(c) {
                Some(digit) => self.add(digit, &at),
                None => std::iter::once(c).nfkc().for_each(|c| self.add(c, &at)),
            },
        }
    }

    fn add(&mut self, c: char, at: &Range<usize>) {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.chars.push(c);
        self.at.push((offset(at.start), offset(at.end)));
    }

    /// Digits in circles side by side are digits; one alone numbers an item.
    fn undo_enclosed_digits(&mut self) {
        let mut at = 0;
        while at < self.chars.len() {
            let length = self.chars[at..].iter().take_while(|c| is_enclosed_digit(**c)).count();
            for c in &mut self.chars[at..at + length] {
                *c = enclosed_digit(*c).filter(|_| length > 1).unwrap_or(OBJECT);
            }
            at += length.max(1);
        }
    }

    /// Turns Chinese digits into digits where more of them stand side by side than any year has; between two, a space
    /// or a dash may stand.
    fn undo_chinese_digits(&mut self) {
        const FEWEST: usize = 11;
        let mut at = 0;
        while at < self.chars.len() {
            let is_part = |c: &&char| chinese_digit(**c).is_some() || " -\n".contains(**c);
            let length = if chinese_digit(self.chars[at]).is_some() {
                self.chars[at..].iter().take_while(is_part).count()
            } else {
                0
            };
            let stretch = &mut self.chars[at..at + length];
            if stretch.iter().filter(|c| chinese_digit(**c).is_some()).count() >= FEWEST {
                stretch.iter_mut().for_each(|c| *c = chinese_digit(*c).unwrap_or(*c));
            }
            at += length.max(1);
        }
    }
}

/// Letters, digits and @ alone, in capitals: what two ways to write the same have in common.
pub(super) fn compact(text: &str) -> String {
    Reading::of(text).chars.into_iter().filter(|c| counts(*c)).map(|c| c.to_ascii_uppercase()).collect()
}

/// Returns where a text has letters and digits in this order, whatever stands between, and whether nothing does.
pub(super) fn find_compact(text: &str, value: &str) -> Option<(Range<usize>, bool)> {
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

/// Returns whether a character cannot be seen, or only decorates others.
fn is_invisible(c: char) -> bool {
    let is_filler = matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}');
    is_filler
        || matches!(
            c.general_category(),
            GeneralCategory::Format
                | GeneralCategory::Control
                | GeneralCategory::NonspacingMark
                | GeneralCategory::EnclosingMark
        )
}

fn is_dash(c: char) -> bool {
    matches!(c, '\u{2212}' | '\u{2500}') || c.general_category() == GeneralCategory::DashPunctuation
}

/// Returns whether a character is a digit in a circle, in brackets or before a full stop.
fn is_enclosed_digit(c: char) -> bool {
    matches!(c, '\u{2460}'..='\u{249B}' | '\u{24EA}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' | '\u{3251}'..='\u{325F}')
}

fn enclosed_digit(c: char) -> Option<char> {
    const FIRSTS: [u32; 7] = [0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A];
    if matches!(c, '\u{24EA}' | '\u{24FF}') {
        return Some('0');
    }
    let digit = FIRSTS.iter().find_map(|first| u32::from(c).checked_sub(*first).filter(|nth| *nth < 9));
    char::from_digit(digit? + 1, 10)
}

fn chinese_digit(c: char) -> Option<char> {
    Some(match c {
        '〇' | '零' | '○' => '0',
        '一' | '壹' | '幺' => '1',
        '二' | '贰' => '2',
        '三' | '叁' => '3',
        '四' | '肆' => '4',
        '五' | '伍' => '5',
        '六' | '陆' => '6',
        '七' | '柒' => '7',
        '八' | '捌' => '8',
        '九' | '玖' => '9',
        _ => return None,
    })
}

/// Returns a decimal digit of another script than Latin.
fn digit_of_a_script(c: char) -> Option<char> {
    const ZEROS: [u32; 14] =
        [0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1810];
    let digit = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|nth| *nth < 10));
    char::from_digit(digit?, 10)
}

/// The longest entity that is read, in bytes, with its signs.
const LONGEST_ENTITY: usize = 12;

/// Returns an entity at the beginning of a text and its length. In Markdown the parser undid them; elsewhere they are
/// shown as typed and read all the same.
fn entity(text: &str) -> Option<(char, usize)> {
    const NAMED: [(&str, char); 18] = [
        ("nbsp", ' '),
        ("ensp", ' '),
        ("emsp", ' '),
        ("thinsp", ' '),
        ("commat", '@'),
        ("period", '.'),
        ("lowbar", '_'),
        ("hyphen", '-'),
        ("dash", '-'),
        ("ndash", '-'),
        ("mdash", '-'),
        ("middot", '·'),
        ("plus", '+'),
        ("lpar", '('),
        ("rpar", ')'),
        ("sol", '/'),
        ("colon", ':'),
        ("amp", '&'),
    ];
    let end = text.bytes().take(LONGEST_ENTITY).position(|b| b == b';')?;
    let body = &text[1..end];
    if let Some(code) = body.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => code.parse().ok()?,
        };
        return Some((char::from_u32(code)?, end + 1));
    }
    NAMED.iter().find(|(name, _)| *name == body).map(|(_, sign)| (*sign, end + 1))
}

/// Returns what `%XX` at the beginning of a text stands for and its length: anything in an address, and an @
/// everywhere.
fn encoded(text: &str, in_address: bool) -> Option<(char, usize)> {
    const LONGEST: usize = 4;
    let byte = |at: usize| {
        let code = text.get(3 * at..3 * at + 3)?.strip_prefix('%')?;
        u8::from_str_radix(code, 16).ok().filter(|_| !code.starts_with('+'))
    };
    if !in_address && byte(0)? != b'@' {
        return None;
    }
    let bytes: Vec<u8> = (0..LONGEST).map_while(byte).collect();
    let shown = (1..=bytes.len()).find_map(|length| Some((std::str::from_utf8(&bytes[..length]).ok()?, length)));
    shown.and_then(|(shown, length)| Some((shown.chars().next()?, 3 * length)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguises_are_taken_off() {
        for (text, expected) in [
            ("１３８－００１３", "138-0013"),
            ("1\u{200B}3\u{2060}8\u{AD}0\u{202C}", "1380"),
            ("&#49;&#x33;&nbsp;8&commat;a&bogus;", "13 8@a&bogus;"),
            ("zhang%40qq.com 50%25", "zhang@qq.com 50%25"),
            ("https://a.cn/%E5%8D%97%20x 5%20", "https://a.cn/南 x 5%20"),
            ("𝟏𝟑𝟖①③⑧１٣", "13813813"),
            ("①13800138000", "\u{FFFC}13800138000"),
            ("一三八零零一三八〇〇〇，二〇二一年", "13800138000,二〇二一年"),
            ("1\u{332}3\u{FE0F}\u{20E3}—", "13-"),
            ("a\r\nb\tc", "a\nb c"),
        ] {
            let reading = Reading::of(text);
            assert_eq!(reading.chars.iter().collect::<String>(), expected, "{text}");
        }
    }

    #[test]
    fn places_lead_back_to_the_bytes() {
        let text = "电话１３８&#48;\u{200B}0。";
        let reading = Reading::of(text);
        assert_eq!(&text[reading.place(2..7)], "１３８&#48;\u{200B}0");
        assert_eq!(&text[reading.place(5..6)], "&#48;");
    }

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

    #[test]
    fn addresses_on_the_web_end_with_the_address() {
        let reading = Reading::of("见https://a.cn/1?b=2，电话3 www.b.cn/4");
        let of = |c: char| {
            let at = reading.chars.iter().position(|shown| *shown == c).expect("it is there");
            reading.address_before(at).map(|address| address.iter().collect::<String>())
        };
        assert_eq!(of('1').as_deref(), Some("https://a.cn/"));
        assert_eq!(of('2').as_deref(), Some("https://a.cn/1?b="));
        assert_eq!(of('3'), None);
        assert_eq!(of('4').as_deref(), Some("www.b.cn/"));
    }
}
