//! Where enough digits for a number of a person stand, found byte by byte.

use std::ops::Range;

const BREAK: u8 = 0;

const SIGN: u8 = 1;

const DIGIT: u8 = 2;

const LAST: u8 = 3;

/// What each byte may be in a number: a digit; the last byte of one in full width; a sign, an entity or a part of a
/// character that is none of Chinese words.
static KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    let mut kinds = [BREAK; 256];
    let signs = b" \n\t-./()[]_+~|&;#nbspxX";
    let mut at = 0;
    while at < signs.len() {
        kinds[signs[at] as usize] = SIGN;
        at += 1;
    }
    let mut byte = 0x80;
    while byte < 0xF8 {
        kinds[byte] = if 0xE4 <= byte && byte <= 0xE9 { BREAK } else { SIGN };
        byte += 1;
    }
    let mut digit = 0;
    while digit < 10 {
        kinds[b'0' as usize + digit] = DIGIT;
        kinds[0x90 + digit] = LAST;
        digit += 1;
    }
    kinds
}

/// Returns whether a byte is part of no number and of nothing that may stand in one.
pub(super) fn is_break(byte: &u8) -> bool {
    KINDS[usize::from(*byte)] == BREAK
}

/// Returns where enough digits for a number of a person stand with only signs between them.
pub(super) fn digits(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    const FEWEST: usize = 11;
    let kind = |byte: &u8| KINDS[usize::from(*byte)];
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(window) = bytes.get(at..at + FEWEST) {
            // No number has a break in it, so the next may begin after the last break of the window.
            if let Some(last) = window.iter().rposition(|byte| kind(byte) == BREAK) {
                at += last + 1;
                continue;
            }
            let start = at;
            at = bytes[at..].iter().position(|byte| kind(byte) == BREAK).map_or(bytes.len(), |length| at + length);
            let has_enough = (start..at).filter(|at| is_digit(bytes, *at)).nth(FEWEST - 1).is_some();
            if has_enough {
                return Some(start..at);
            }
        }
        None
    })
}

/// Returns whether a digit ends at a place. One in full width is three bytes, the last of which is 0x90 to 0x99.
fn is_digit(bytes: &[u8], at: usize) -> bool {
    match KINDS[usize::from(bytes[at])] {
        DIGIT => true,
        LAST => at >= 2 && bytes[at - 2..at] == [0xEF, 0xBC],
        _ => false,
    }
}
