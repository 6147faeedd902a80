//! Digits of other scripts, in circles and in Chinese, read as digits.

use super::Reading;

/// Stands for what is no character of a word or a number.
const OBJECT: char = '\u{FFFC}';

impl Reading {
    /// Digits in circles side by side are digits; one alone numbers an item.
    pub(super) fn undo_enclosed_digits(&mut self) {
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
    pub(super) fn undo_chinese_digits(&mut self) {
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

/// Returns whether a character is a digit in a circle, in brackets or before a full stop.
pub(super) fn is_enclosed_digit(c: char) -> bool {
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
pub(super) fn digit_of_a_script(c: char) -> Option<char> {
    const ZEROS: [u32; 14] =
        [0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1810];
    let digit = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|nth| *nth < 10));
    char::from_digit(digit?, 10)
}
