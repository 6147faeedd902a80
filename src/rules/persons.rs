//! Personal information that must not be published (NOTES: 个人信息). Numbers are looked for as a reader would see them: full-width digits,
//! entities and invisible characters undone.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::context::Context;
use super::example::Change::Added;
use super::example::Example::Shown;
use super::example::THIRD_ZH;
use super::{Check, Group, Rule, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::notice::edition::Edition;
use crate::notice::{Passage, content};
use crate::say;
use crate::value::{Date, RelPath};

pub(super) static IDENTITY_CARD: Rule = Rule {
    id: "identity-card",
    group: Group::Persons,
    severity: Severity::Error,
    demand: Words("不出现身份证号码。", "There is no number of an identity card."),
    why: Words(
        "身份证号码一上网就收不回来，会被人冒用，当事人可以追究发布单位的责任。",
        "Once published the number cannot be taken back; it can be abused, and the person can hold the office liable.",
    ),
    example: Shown(&[Added(THIRD_ZH, "\n拟聘用王某某（身份证号 11010519491231002X）。\n", "\n拟聘用王某某。\n")]),
    check: Check::Several(&[Check::Text(numbers_of_persons), Check::Notice(names_of_files)]),
};

pub(super) static MOBILE_NUMBER: Rule = Rule {
    id: "mobile-number",
    group: Group::Persons,
    severity: Severity::Error,
    demand: Words(
        "不出现个人手机号码；确需公开的工作手机，在 accepted 里写明理由。",
        "There is no personal mobile number; one that must be public has its reason under `accepted`.",
    ),
    why: Words(
        "个人手机号码公开后，本人会不断受到骚扰电话和短信打扰。",
        "The person whose number is published will be troubled with calls and messages.",
    ),
    example: Shown(&[Added(THIRD_ZH, "\n报名请联系 13800138000。\n", "\n报名请联系县卫生健康局办公室。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static BANK_CARD: Rule = Rule {
    id: "bank-card",
    group: Group::Persons,
    severity: Severity::Error,
    demand: Words("不出现银行卡号。", "There is no number of a bank card."),
    why: Words("卡号公开后，持卡人容易成为诈骗的目标。", "A published card number makes its holder a target of fraud."),
    example: Shown(&[Added(THIRD_ZH, "\n报名费退回 6222021234567890128 账户。\n", "\n报名费退回原缴费账户。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static PRIVATE_EMAIL: Rule = Rule {
    id: "private-email",
    group: Group::Persons,
    severity: Severity::Error,
    demand: Words(
        "除 notice.yaml 的联系方式（contact）外，不出现电子邮箱。",
        "There is no e-mail address but the one under `contact` in notice.yaml.",
    ),
    why: Words(
        "个人邮箱会招来垃圾邮件和诈骗邮件；读者的来信也到不了单位。",
        "A private address attracts spam and fraud, and readers' letters would not reach the office.",
    ),
    example: Shown(&[Added(
        THIRD_ZH,
        "\n意见建议请发 zhang@mail.example。\n",
        "\n意见建议请发 office@notice.example。\n",
    )]),
    check: Check::Text(private_emails),
};

fn numbers_of_persons(_: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    let text = passage.text();
    if may_hold_a_number(text) { numbers(&|range| passage.place(range), &as_read(text)) } else { Vec::new() }
}

fn private_emails(context: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    let text = passage.text();
    let own = context.email.as_deref();
    if may_hold_an_address(text) { emails(&|range| passage.place(range), &as_read(text), own) } else { Vec::new() }
}

/// What the names of files and folders give away: they stand in addresses. A folder is named once.
fn names_of_files(edition: &Edition) -> Vec<Diagnostic> {
    let own = Context::of(edition).email;
    let mut seen = BTreeSet::new();
    let in_path = |path: &RelPath| -> Vec<Diagnostic> {
        let parts = path.as_str().match_indices('/').map(|(end, _)| end).chain([path.as_str().len()]);
        let new: Vec<&str> =
            parts.map(|end| &path.as_str()[..end]).filter(|part| seen.insert((*part).to_owned())).collect();
        let name = |part: &str| part.rsplit('/').next().unwrap_or_default().to_owned();
        let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        let names = new.iter().map(|part| if *part == path.as_str() { stem(&name(part)) } else { name(part) });
        names.flat_map(|name| in_name(path, &name, own.as_deref())).collect()
    };
    edition.tree.under(content::FOLDER).flat_map(in_path).collect()
}

/// The numbers and addresses of persons in a name.
fn in_name(path: &RelPath, name: &str, own: Option<&str>) -> Vec<Diagnostic> {
    if !may_hold_a_number(name) && !may_hold_an_address(name) {
        return Vec::new();
    }
    let (place, read) = (|_| Place::File(path.clone()), as_read(name));
    let found = numbers(&place, &read).into_iter().chain(emails(&place, &read, own));
    let named = |mut finding: Diagnostic| {
        let Message { zh, en } = finding.message;
        finding.message = say!("文件或文件夹的名字：{zh}", "in the name of a file or folder: {en}");
        finding.help(say!("请改名，链接也跟着改", "rename it, and change the links to it"))
    };
    found.map(named).collect()
}

/// Gives the place of a range of the text that is looked at.
type PlaceOf<'a> = dyn Fn(Range<usize>) -> Place + 'a;

/// Whether a text may hold a number of a person. Nearly all texts hold none and need not be read closely.
fn may_hold_a_number(text: &str) -> bool {
    const SHORTEST: usize = 11;
    let mut stretch = 0;
    text.chars().any(|c| {
        stretch = if may_belong(c) { stretch + 1 } else { 0 };
        stretch >= SHORTEST
    })
}

/// Whether a text may hold an address: it has an @, or an entity that may stand for one.
fn may_hold_an_address(text: &str) -> bool {
    text.contains('@') || text.contains('＠') || text.contains('﹫') || text.contains("&#")
}

/// Digits of every kind, what may stand between them, and what entities are written with.
fn may_belong(c: char) -> bool {
    match c {
        '0'..='9' | 'X' | 'x' | '&' | '#' | ';' | 'n' | 'b' | 's' | 'p' => true,
        c if is_chinese(c) => false,
        '，' | '（' | '）' | '：' | '；' => false,
        c => separates(c) || !c.is_ascii(),
    }
}

/// Chinese characters and punctuation, which stand for themselves.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// A character that a reader sees, and its range of bytes.
type ShownChar = (char, usize, usize);

/// Digits side by side, and their range of bytes.
#[derive(Default)]
struct DigitGroup {
    digits: String,
    /// Whether a full stop stands before it, as before decimal places.
    after_point: bool,
    start: usize,
    end: usize,
}

fn numbers(place: &PlaceOf<'_>, read: &[ShownChar]) -> Vec<Diagnostic> {
    runs(read).iter().flat_map(|run| numbers_in(place, run)).collect()
}

/// The numbers of persons in a run of groups. Another number may stand on either side of one.
fn numbers_in(place: &PlaceOf<'_>, run: &[DigitGroup]) -> Vec<Diagnostic> {
    const MOST_GROUPS: usize = 19;
    let mut found = Vec::new();
    let mut at = 0;
    while at < run.len() {
        let mut lengths = (1..=MOST_GROUPS.min(run.len() - at)).rev();
        match lengths.find_map(|length| Some((length, number(place, &run[at..at + length])?))) {
            Some((length, number)) => {
                found.push(number);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn number(place: &PlaceOf<'_>, groups: &[DigitGroup]) -> Option<Diagnostic> {
    const LONGEST: usize = 19;
    let is_decimal = groups.len() == 2 && groups[1].after_point;
    if is_decimal || groups.iter().map(|group| group.digits.len()).sum::<usize>() > LONGEST {
        return None;
    }
    let digits: String = groups.iter().map(|group| group.digits.as_str()).collect();
    let (start, end) = (groups.first()?.start, groups.last()?.end);
    let place = place(start..end);
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    let spaced_out = lengths.iter().all(|length| *length == 1);
    let grouped = |allowed: &[&[usize]]| lengths.len() == 1 || spaced_out || allowed.contains(&&*lengths);
    if is_identity_card(&digits) && grouped(&[&[6, 8, 4], &[6, 4, 4, 4], &[3, 3, 4, 4, 4]]) {
        return Some(
            Diagnostic::of(
                &IDENTITY_CARD,
                place,
                say!("这里像是身份证号码", "this looks like the number of an identity card"),
            )
            .help(say!(
                "请删去；确需公开的，只保留首尾几位，中间用 * 代替",
                "remove it, or keep only its ends and write * for the rest"
            )),
        );
    }
    let mobile = digits.strip_prefix("86").filter(|rest| rest.len() == 11 && lengths.len() == 1).unwrap_or(&digits);
    if is_mobile(mobile) && grouped(&[&[3, 4, 4], &[3, 3, 5], &[3, 8], &[7, 4]]) {
        return Some(
            Diagnostic::of(
                &MOBILE_NUMBER,
                place,
                say!("这里像是个人手机号码", "this looks like a personal mobile number"),
            )
            .help(say!(
                "请改用单位座机；确需公开的，请在 accepted 里写明理由",
                "give an office line instead; if it must stand, say why under `accepted`"
            )),
        );
    }
    if is_bank_card(&digits)
        && grouped(&[&[4, 4, 4, 4], &[4, 4, 4, 4, 3], &[4, 4, 4, 4, 2], &[4, 4, 4, 4, 1], &[6, 13]])
    {
        return Some(
            Diagnostic::of(&BANK_CARD, place, say!("这里像是银行卡号", "this looks like the number of a bank card"))
                .help(say!("请删去", "remove it")),
        );
    }
    None
}

/// The rule that a bare number breaks, if it is a number of a person.
pub fn personal_number(number: &str) -> Option<&'static str> {
    numbers(&nowhere, &as_read(number)).first().map(|diagnostic| diagnostic.rule)
}

/// The place of a text that stands in no file.
fn nowhere(range: Range<usize>) -> Place {
    Place::Span(RelPath::of("output"), range)
}

/// Runs of digits with at most two separators between two groups. The last of an identity card may be an X.
fn runs(read: &[ShownChar]) -> Vec<Vec<DigitGroup>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < read.len() {
        let before = at.checked_sub(1).map(|i| read[i].0);
        if !read[at].0.is_ascii_digit() || before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '*') {
            at += 1;
            continue;
        }
        let (run, next) = run(read, at);
        runs.push(run);
        at = next.max(at + 1);
    }
    runs
}

fn run(read: &[ShownChar], from: usize) -> (Vec<DigitGroup>, usize) {
    let mut groups = Vec::new();
    let mut at = from;
    loop {
        let (group, next) = group(read, at);
        at = next;
        // What goes on as a word or a mask is no number.
        if !read.get(at).is_some_and(|next| next.0.is_ascii_alphanumeric() || next.0 == '*') {
            groups.push(group);
        }
        let gap = read[at..].iter().take(3).take_while(|(c, ..)| separates(*c)).count();
        match read.get(at + gap) {
            Some((c, ..)) if (1..=2).contains(&gap) && c.is_ascii_digit() => at += gap,
            _ => return (groups, at),
        }
    }
}

fn group(read: &[ShownChar], from: usize) -> (DigitGroup, usize) {
    let mut group =
        DigitGroup { start: read[from].1, after_point: from > 0 && read[from - 1].0 == '.', ..DigitGroup::default() };
    let mut at = from;
    while let Some((c, _, end)) = read.get(at) {
        let is_last_x = matches!(c, 'X' | 'x') && matches!(group.digits.len(), 3 | 17);
        if !c.is_ascii_digit() && !is_last_x {
            break;
        }
        group.digits.push(c.to_ascii_uppercase());
        group.end = *end;
        at += 1;
        if is_last_x {
            break;
        }
    }
    (group, at)
}

fn separates(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '/' | '·' | '\u{2010}'..='\u{2014}')
}

/// The characters that a reader sees, each with its range of bytes: compatibility forms and numeric entities undone, invisible ones left out.
fn as_read(text: &str) -> Vec<ShownChar> {
    let mut read = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (shown, length) = entity(&text[at..]).unwrap_or((c, c.len_utf8()));
        if shown.is_ascii() || is_chinese(shown) {
            read.push((shown, at, at + length));
        } else if !is_invisible(shown) {
            read.extend(std::iter::once(shown).nfkc().map(|c| (c, at, at + length)));
        }
        at += length;
    }
    read
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// A numeric entity, or that of a space, at the beginning of a text, and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    if text.starts_with("&nbsp;") {
        return Some((' ', "&nbsp;".len()));
    }
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
fn emails(place: &PlaceOf<'_>, read: &[ShownChar], own: Option<&str>) -> Vec<Diagnostic> {
    let signs = read.iter().enumerate().filter(|(_, (c, ..))| *c == '@').map(|(at, _)| at);
    signs
        .filter_map(|at| address_around(read, at))
        .filter(|(address, ..)| Some(address.to_lowercase().as_str()) != own)
        .map(|(address, start, end)| {
            Diagnostic::of(
                &PRIVATE_EMAIL,
                place(start..end),
                say!(
                    "这里有联系方式以外的电子邮箱 {address}",
                    "there is an e-mail address outside the contact block, {address}"
                ),
            )
            .help(say!("请删去，或写进 notice.yaml 的 contact", "remove it, or put it into `contact` in notice.yaml"))
        })
        .collect()
}

/// The address around an @ and its range of bytes, if it is one.
fn address_around(read: &[ShownChar], at: usize) -> Option<(String, usize, usize)> {
    let is_part = |shown: &&ShownChar| shown.0.is_ascii_alphanumeric() || "._%+-".contains(shown.0);
    let name = read[..at].iter().rev().take_while(is_part).count();
    let mut host = read[at + 1..].iter().take_while(is_part).count();
    while host > 0 && read[at + host].0 == '.' {
        host -= 1;
    }
    let address = &read[at - name..=at + host];
    let is_address = name > 0 && read[at + 1..=at + host].iter().any(|(c, ..)| *c == '.');
    is_address.then(|| (address.iter().map(|(c, ..)| *c).collect(), address[0].1, read[at + host].2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<&'static str> {
        numbers(&nowhere, &as_read(text)).iter().map(|d| d.rule).collect()
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
            ("8613800138000", "mobile-number"),
            ("138.0013.8000", "mobile-number"),
            ("138/0013/8000", "mobile-number"),
            ("138&nbsp;0013  8000", "mobile-number"),
            ("1 3 8 0 0 1 3 8 0 0 0", "mobile-number"),
            ("13800138000 2021", "mobile-number"),
            ("2021-12-31 138 0013 8000, 12", "mobile-number"),
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
            "2021.09.13/2021.12.31",
            "1 3 8 0 0 1 3 8 0 0",
            "13800138000A",
            "1391234.5678万元",
        ] {
            assert_eq!(rules(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn emails_outside_the_contact_block() {
        let found = |text: &str| emails(&nowhere, &as_read(text), Some("office@a.cn")).len();
        assert_eq!(
            [found("写信给zhang.san@126.com。"), found("office@a.cn"), found("3 @ 5"), found("@media")],
            [1, 0, 0, 0]
        );
        assert_eq!([found("zhang＠126.com"), found("zhang&#64;126.com"), found("见a@b.cn, office@a.cn.")], [1, 1, 1]);
    }
}
