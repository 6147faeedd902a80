//! Numbers and e-mail addresses of persons in what is about to be published.
//!
//! Everything is gone through byte by byte for what may be one; only there a closer look is taken. A diagnostic names
//! the text of the notice that it comes from, and the output only if no text has it.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use crate::diagnostic::{Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::rules::{self, Find, Public};
use crate::say;
use crate::theme::OUTPUT;
use crate::value::RelPath;

/// The rules that a number or an address breaks by itself, without a word that says what it is. What needs one stands
/// in a text of the notice, where its rule sees it.
const SOUGHT: [&str; 4] = ["identity-card", "mobile-number", "bank-card", "private-email"];

/// What is looked for, and what may be published.
pub(super) struct Private<'a> {
    edition: &'a Edition,
    public: Public,
}

impl<'a> Private<'a> {
    /// Returns what may be published of an edition: what is stated under `contact`, what was accepted, and amounts.
    pub(super) fn of(edition: &'a Edition) -> Private<'a> {
        let accepted = Public::of(edition.notice.acceptances().map(|(_, _, accepted)| accepted.text.as_str()));
        let notice = &edition.notice;
        Private { edition, public: Public::of_notice(notice).and(accepted).and(Public::amounts(notice)) }
    }

    /// Looks at a part of an output, as it stands in the whole.
    pub(super) fn look(&self, path: &RelPath, text: &str, part: &Range<usize>) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = Vec::new();
        for place in self.places(&text[part.clone()]) {
            let place = part.start + place.start..part.start + place.end;
            let private = finds(text, &place).into_iter().filter(|find| SOUGHT.contains(&find.rule.name));
            found.extend(private.filter(|find| !self.public.has(find)).filter_map(|find| self.finding(path, &find)));
        }
        found
    }

    /// Returns where a closer look is worth it.
    fn places(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let numbers = digits(text.as_bytes()).filter(|place| {
            rules::may_be_number(&text[text.ceil_char_boundary(place.start)..text.ceil_char_boundary(place.end)])
        });
        // Every page has the address of the office.
        numbers.chain(signs(text.as_bytes()).filter(|sign| !self.public.has_email(address_around(text, sign))))
    }

    /// Returns a diagnostic for a find. None if a text of the notice has the very same: its rules know what stands
    /// around it there.
    fn finding(&self, path: &RelPath, find: &Find) -> Option<Diagnostic> {
        let value = &find.value;
        let attachments = self.edition.notice.files.iter();
        let attachment = attachments.clone().find(|file| file.as_str().strip_prefix("content/") == Some(path.as_str()));
        let place = match attachment {
            Some(file) => Some(Place::File(file.clone())),
            None => match rules::place_of_private_data(self.edition, value) {
                Some((_, true)) => return None,
                place => place.map(|(place, _)| place),
            },
        };
        let Some(place) = place else { return Some(of_theme(path, find)) };
        let message = say!(
            "这里的个人号码或邮箱会公布在 {path} 上：{value}",
            "private data from here would be published in {path}: {value}"
        );
        Some(Diagnostic::of(find.rule, place, message).help(say!("请删去", "remove it")))
    }
}

/// Returns the diagnostic for a find that no text of the notice has.
fn of_theme(path: &RelPath, find: &Find) -> Diagnostic {
    let value = &find.value;
    let message = match find.rule.name {
        "private-email" => say!(
            "页面上出现联系方式以外的邮箱 {value}",
            "e-mail address on a published page, outside the contact block: {value}"
        ),
        _ => say!("页面上出现个人号码 {value}", "personal number on a published page: {value}"),
    };
    Diagnostic::of(OUTPUT, Place::File(path.clone()), message).help(say!(
        "记录和正文里没有写成这样的；请检查相邻的数据拼在一起的地方，再检查外观的模板和用语",
        "no record or narrative has it in this form: check figures that are set side by side, then the theme's templates and messages"
    ))
}

/// How much of what stands around a place says whether it is private: before it and behind.
const BEFORE: usize = 160;
const BEHIND: usize = 80;

/// Returns a part of an output with all that stands around it and may be judged otherwise for what the part says.
pub(super) fn with_surroundings(text: &str, part: &Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let is_break = |byte: &u8| KINDS[usize::from(*byte)] == BREAK;
    let start = part.start.saturating_sub(BEHIND);
    let end = (part.end + BEFORE).min(bytes.len());
    // No number is cut in two.
    let start = bytes[..start].iter().rposition(is_break).unwrap_or(0);
    let end = bytes[end..].iter().position(is_break).map_or(bytes.len(), |length| end + length);
    text.floor_char_boundary(start)..text.ceil_char_boundary(end)
}

/// Returns the private data at a place of an output: in the value of an attribute, or in text with what stands around
/// it.
fn finds(text: &str, place: &Range<usize>) -> Vec<Find> {
    let place = text.ceil_char_boundary(place.start)..text.ceil_char_boundary(place.end);
    let from = text.floor_char_boundary(place.start.saturating_sub(BEFORE));
    let to = text.ceil_char_boundary((place.end + BEHIND).min(text.len()));
    let before = &text[from..place.start];
    let is_in_tag = before.rfind('<').is_some_and(|open| before.rfind('>').is_none_or(|close| close < open));
    if is_in_tag {
        let start = before.rfind(['"', '\'']).map_or(from, |at| from + at + 1);
        let end = text[place.end..to].find(['"', '\'', '>']).map_or(to, |at| place.end + at);
        return rules::finds(&text[start..end]);
    }
    let shown = without_tags(before) + &text[place.clone()];
    let at = without_tags(before).len()..shown.len();
    let shown = shown + &without_tags(&text[place.end..to]);
    rules::finds(&shown).into_iter().filter(|find| find.range.start < at.end && at.start < find.range.end).collect()
}

/// Text with a new line for every tag.
fn without_tags(text: &str) -> String {
    let text = match (text.find('>'), text.find('<')) {
        (Some(close), open) if open.is_none_or(|open| close < open) => &text[close + 1..],
        _ => text,
    };
    let parts = text.split('<').enumerate();
    let shown =
        parts.map(|(nth, part)| if nth == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
    let shown = shown.map(str::trim);
    shown.collect::<Vec<_>>().join("\n")
}

/// Returns what stands around a sign without a break.
fn address_around<'a>(text: &'a str, sign: &Range<usize>) -> &'a str {
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let before = text.as_bytes()[..sign.start].iter().rev().take_while(is_part).count();
    let behind = text.as_bytes()[sign.end..].iter().take_while(is_part).count();
    &text[sign.start - before..sign.end + behind]
}

/// Returns where addresses of e-mail have their sign, as it is or encoded. What a quotation mark stands before is the
/// beginning of a text, as `"@type"` in data for programs.
fn signs(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let begins_a_text = |at: usize| at > 0 && matches!(bytes[at - 1], b'"' | b'\'');
    let plain = memchr_iter(b'@', bytes).filter(move |at| !begins_a_text(*at)).map(|at| at..at + 1);
    plain.chain(
        ["%40", "&#64;", "&commat;"]
            .into_iter()
            .flat_map(move |sign| memmem::find_iter(bytes, sign).map(move |at| at..at + sign.len())),
    )
}

/// Returns where enough digits for a number of a person stand with only signs between them.
fn digits(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        let places = digits(text.as_bytes()).chain(signs(text.as_bytes()));
        places.flat_map(|place| finds(text, &place)).map(|find| find.value).collect()
    }

    #[test]
    fn a_part_is_looked_at_with_what_stands_around_it() {
        let text = format!("甲{}，138 0013|8000，{}乙", "前".repeat(200), "后".repeat(200));
        let at = text.find('|').unwrap();
        for part in [at..at + 1, at..at, at - 30..at, at + 1..at + 90] {
            let part = with_surroundings(&text, &part);
            assert!(text[part.clone()].contains("，138 0013|8000，"), "{part:?}");
            assert!(part.start > 300 && part.end < text.len() - 300, "{part:?}");
        }
        assert_eq!(with_surroundings("ab", &(1..1)), 0..2);
    }

    #[test]
    fn numbers_are_seen_in_text_and_attributes() {
        for (html, expected) in [
            ("<p>电话138 0013 8000。</p>", &["13800138000"][..]),
            ("<a href=\"tel:+8613800138000\">致电</a>", &["13800138000"]),
            ("<p>１３８００１３８０００</p>", &["13800138000"]),
            ("<p>138&nbsp;0013&nbsp;8000</p>", &["13800138000"]),
            ("<a href='mailto:zhang@mail.example'>x</a>", &["zhang@mail.example"]),
            ("<td>订单号</td><td>13800138000</td>", &[]),
            ("<p>2021-09-13 2021-12-31</p>", &[]),
            ("\"value\":13800138000,\"unit\":\"CNY\"", &["13800138000"]),
        ] {
            assert_eq!(values(html), expected, "{html}");
        }
    }
}
