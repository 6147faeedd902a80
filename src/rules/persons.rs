//! Personal information that must not be published (NOTES: 个人信息). Numbers are looked for as a reader would see them: full-width digits,
//! entities and invisible characters undone.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::texts;
use crate::diagnostic::{Diagnostic, Place};
use crate::edition::Edition;
use crate::model::Accountability;
use crate::say;
use crate::value::{Date, RelPath};

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    let contact = &edition.notice.contact;
    let mut found = texts::each_file(edition, |path, text| {
        let mut found = numbers(path, text);
        found.extend(emails(path, text, contact.email.as_deref()));
        found
    });
    if let Some(accountability) = &edition.notice.accountability {
        found.extend(names(accountability, edition.notice.as_of));
    }
    found
}

/// A run of digits as it is read, with the lengths of its groups where single separators stand between them.
struct Run {
    digits: String,
    groups: Vec<usize>,
    start: usize,
    end: usize,
}

fn numbers(path: &RelPath, text: &str) -> Vec<Diagnostic> {
    stretches(text).flat_map(|stretch| runs(text, stretch)).filter_map(|run| number(path, &run)).collect()
}

/// Where a number of a person could stand: stretches of characters that may belong to one, with a character more at either end. Nearly all
/// of a text is none, and need not be read closely.
fn stretches(text: &str) -> impl Iterator<Item = Range<usize>> {
    const SHORTEST: usize = 11;
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find(may_belong)?;
            let end = text[start..].find(|c| !may_belong(c)).map_or(text.len(), |length| start + length);
            at = end;
            if end - start >= SHORTEST {
                return Some(text.floor_char_boundary(start.saturating_sub(1))..text.ceil_char_boundary((end + 1).min(text.len())));
            }
        }
    })
}

/// Digits of every kind, what may stand between them, and what entities are written with.
fn may_belong(c: char) -> bool {
    match c {
        '0'..='9' | ' ' | '-' | 'X' | 'x' | '&' | '#' | ';' => true,
        // Chinese characters and punctuation, between which enclosed and squared numbers stand.
        '\u{3000}'..='\u{31FF}' | '\u{3400}'..='\u{9FFF}' | '，' | '（' | '）' | '：' | '；' => false,
        c => !c.is_ascii(),
    }
}

fn number(path: &RelPath, run: &Run) -> Option<Diagnostic> {
    let place = Place::Span(path.clone(), run.start..run.end);
    let has_country_code = run.digits.len() == 13 && run.digits.starts_with("86") && run.groups.first() == Some(&2);
    let (digits, groups) = if has_country_code { (&run.digits[2..], &run.groups[1..]) } else { (&*run.digits, &*run.groups) };
    let grouped = |allowed: &[&[usize]]| groups.len() == 1 || allowed.contains(&groups);
    if is_identity_card(digits) && grouped(&[&[6, 8, 4], &[6, 4, 4, 4], &[3, 3, 4, 4, 4]]) {
        return Some(
            Diagnostic::error("identity-card", place, say!("这里像是身份证号码", "this looks like the number of an identity card")).help(
                say!("请删去；确需公开的，只保留首尾几位，中间用 * 代替", "remove it, or keep only its ends and write * for the rest"),
            ),
        );
    }
    if is_mobile(digits) && grouped(&[&[3, 4, 4], &[3, 3, 5], &[3, 8], &[7, 4]]) {
        return Some(
            Diagnostic::error("mobile-number", place, say!("这里像是个人手机号码", "this looks like a personal mobile number")).help(say!(
                "请改用单位座机；确需公开的，请在 accepted 里写明理由",
                "give an office line instead; if it must stand, say why under `accepted`"
            )),
        );
    }
    if is_bank_card(digits) && grouped(&[&[4, 4, 4, 4], &[4, 4, 4, 4, 3], &[4, 4, 4, 4, 2], &[4, 4, 4, 4, 1], &[6, 13]]) {
        return Some(
            Diagnostic::error("bank-card", place, say!("这里像是银行卡号", "this looks like the number of a bank card"))
                .help(say!("请删去", "remove it")),
        );
    }
    None
}

/// The rule that a bare number breaks, if it is a number of a person.
pub fn personal_number(number: &str) -> Option<&'static str> {
    let run = runs(number, 0..number.len()).into_iter().next()?;
    self::number(&RelPath::of("output"), &run).map(|diagnostic| diagnostic.rule)
}

/// Runs of digits with at most one separator between two groups. The last of an identity card may be an X.
fn runs(text: &str, within: Range<usize>) -> Vec<Run> {
    let read = as_read(text, within);
    let mut runs = Vec::new();
    let mut at = 0;
    while at < read.len() {
        let before = at.checked_sub(1).map(|i| read[i].0);
        if !read[at].0.is_ascii_digit() || before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '*') {
            at += 1;
            continue;
        }
        let (run, next) = run(&read, at);
        runs.extend(run);
        at = next.max(at + 1);
    }
    runs
}

fn run(read: &[(char, usize, usize)], from: usize) -> (Option<Run>, usize) {
    let mut run = Run { digits: String::new(), groups: vec![0], start: read[from].1, end: read[from].2 };
    let mut at = from;
    while at < read.len() {
        let (c, _, end) = read[at];
        let is_last_x = (c == 'X' || c == 'x') && run.digits.len() == 17;
        let separates = matches!(c, ' ' | '-' | '\u{2010}'..='\u{2014}') && read.get(at + 1).is_some_and(|next| next.0.is_ascii_digit());
        if c.is_ascii_digit() || is_last_x {
            run.digits.push(c.to_ascii_uppercase());
            run.end = end;
            if let Some(group) = run.groups.last_mut() {
                *group += 1;
            }
        } else if separates {
            run.groups.push(0);
        } else {
            break;
        }
        at += 1;
    }
    let continues = read.get(at).is_some_and(|next| next.0.is_ascii_alphanumeric() || next.0 == '*');
    ((!continues).then_some(run), at)
}

/// The characters that a reader sees, each with its range of bytes: compatibility forms and numeric entities undone, invisible ones left out.
fn as_read(text: &str, within: Range<usize>) -> Vec<(char, usize, usize)> {
    let mut read = Vec::with_capacity(within.len());
    let mut at = within.start;
    while let Some(c) = text[at..within.end].chars().next() {
        let (shown, length) = entity(&text[at..]).unwrap_or((c, c.len_utf8()));
        if !is_invisible(shown) {
            read.extend(std::iter::once(shown).nfkc().map(|c| (c, at, at + length)));
        }
        at += length;
    }
    read
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// A numeric entity at the beginning of a text, and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix("&#")?;
    let end = body.find(';').filter(|end| *end < 8)?;
    let code = match body[..end].strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => body[..end].parse().ok()?,
    };
    Some((char::from_u32(code)?, end + 3))
}

/// GB 11643-1999: region, a real date of birth, and a check digit by ISO 7064 MOD 11-2.
fn is_identity_card(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    if digits.len() != 18 || digits.starts_with('0') {
        return false;
    }
    let born = format!("{}-{}-{}", &digits[6..10], &digits[10..12], &digits[12..14]);
    let is_date = born.parse::<Date>().is_ok_and(|date| (1850..2100).contains(&date.year()));
    let sum: u32 = digits.chars().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    is_date && digits.chars().last() == CHECKS.get(sum as usize % 11).copied()
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && ('3'..='9').contains(&digits.chars().nth(1).unwrap_or('0'))
}

/// ISO/IEC 7812: 16 to 19 digits of a card issuer, with a Luhn check digit.
fn is_bank_card(digits: &str) -> bool {
    let issuer = digits.starts_with("62") || digits.starts_with('4') || digits.starts_with('5');
    if !(16..=19).contains(&digits.len()) || !issuer || digits.ends_with('X') {
        return false;
    }
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(i, d)| if i % 2 == 0 { d } else { d * 2 / 10 + d * 2 % 10 })
        .sum();
    sum.is_multiple_of(10)
}

/// E-mail addresses other than the notice's own.
fn emails(path: &RelPath, text: &str, own: Option<&str>) -> Vec<Diagnostic> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let found = text.match_indices('@').filter_map(|(at, _)| {
        let start = text[..at].rfind(|c| !is_part(c)).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
        let end = text[at + 1..].find(|c: char| !is_part(c)).map_or(text.len(), |i| at + 1 + i);
        let address = text[start..end].trim_end_matches('.');
        let is_address = start < at && address[at - start + 1..].contains('.');
        (is_address && Some(address) != own).then(|| (start..start + address.len(), address.to_owned()))
    });
    found
        .map(|(range, address)| {
            Diagnostic::error(
                "private-email",
                Place::Span(path.clone(), range),
                say!("这里有联系方式以外的电子邮箱 {address}", "there is an e-mail address outside the contact block, {address}"),
            )
            .help(say!("请删去，或写进 notice.yaml 的 contact", "remove it, or put it into `contact` in notice.yaml"))
        })
        .collect()
}

/// A name needs a reason, and is masked once its publicity period is over.
fn names(accountability: &Accountability, as_of: Date) -> Vec<Diagnostic> {
    let persons = accountability
        .groups
        .iter()
        .enumerate()
        .flat_map(|(i, group)| group.persons.iter().enumerate().map(move |(j, person)| (i, j, person)));
    persons
        .filter(|(_, _, person)| person.name.is_some())
        .filter_map(|(i, j, person)| {
            let place = Place::Key(accountability.path.clone(), format!("groups/{i}/persons/{j}/name"));
            if person.reason.is_none() {
                let found = Diagnostic::error(
                    "named-person",
                    place,
                    say!("写了姓名，没有写公布的理由", "a name is given without a reason to publish it"),
                );
                return Some(found.help(say!("请删去 name，或加上 reason", "remove `name`, or add `reason`")));
            }
            let until = person.until.filter(|until| until.is_before(as_of))?;
            let found = Diagnostic::warning(
                "named-person",
                place,
                say!("姓名公示期 {until} 已满，页面上不再显示", "the name might be shown until {until} and is no longer shown"),
            );
            Some(found.help(say!("请删去 name", "remove `name`")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<&'static str> {
        numbers(&RelPath::of("x.md"), text).iter().map(|d| d.rule).collect()
    }

    #[test]
    fn personal_numbers_are_found_however_they_are_written() {
        for (text, rule) in [
            ("身份证11010519491231002X，", "identity-card"),
            ("１１０１０５１９４９１２３１００２Ｘ", "identity-card"),
            ("110105 19491231 002x", "identity-card"),
            ("1101\u{200B}0519491231002X", "identity-card"),
            ("&#49;10105194912310&#x30;2X", "identity-card"),
            ("电话13800138000。", "mobile-number"),
            ("138-0013-8000", "mobile-number"),
            ("+86 138 0013 8000", "mobile-number"),
            ("卡号6222021234567890128", "bank-card"),
            ("4111 1111 1111 1111", "bank-card"),
        ] {
            assert!(rules(text).contains(&rule), "{text}: {:?}", rules(text));
        }
    }

    #[test]
    fn other_numbers_are_let_be() {
        for text in [
            "110105194912310021",
            "110105194913310024",
            "统一社会信用代码91350700MA2Y0XXN6T",
            "电话0599-8861722",
            "拨打12345、12388，或4008123456",
            "国办发〔2017〕47号",
            "138****8000",
            "1101051949****002X",
            "2021-09-13 2021-12-31",
            "12800138000",
            "4111111111111112",
            "项目编号A13800138000",
            "金额12398000元",
        ] {
            assert_eq!(rules(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn emails_outside_the_contact_block() {
        let found = |text: &str| emails(&RelPath::of("x.md"), text, Some("office@a.cn")).len();
        assert_eq!([found("写信给zhang.san@126.com。"), found("office@a.cn"), found("3 @ 5"), found("@media")], [1, 0, 0, 0]);
    }
}
