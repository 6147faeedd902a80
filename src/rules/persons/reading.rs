//! A text as people and programs that collect numbers read it: full-width and fancy forms, entities and what is encoded
//! in addresses undone, invisible characters left out. Every character knows the bytes that it came from.

mod compact;
mod digits;
mod escapes;
mod look;
mod web;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use digits::{digit_of_a_script, is_enclosed_digit};
use escapes::{encoded, entity};

pub(super) use compact::{compact, find_compact};

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
