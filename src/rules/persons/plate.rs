//! Number plates: 闽H12345, and of cars with new energy 闽HD12345.

mod lexicon;

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use super::words;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};
use lexicon::{CARS, NO_CARS, PAPERS, PLATES, PROVINCES, WORDS};

pub(in crate::rules) static NUMBER_PLATE: Rule = Rule {
    id: "number-plate",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words(
        "不出现车牌号码；确需公开的公车号牌，在 accepted 里写明理由。",
        "No number plates appear; if that of an official car must be public, `accepted` says why.",
    ),
    why: Words("凭车牌可以查到车主和行踪。", "A plate leads to the owner of the car and to where the owner goes."),
    example: Shown(&[Added(THIRD_ZH, "\n王某某驾驶闽H12345小型客车。\n", "\n王某某驾驶小型客车。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static KIND: PrivateKind = PrivateKind {
    rule: &NUMBER_PLATE,
    says: Words("这里像是车牌号码", "this looks like a number plate"),
    help: Words(
        "请删去，或用 * 代替中间几位；公车号牌确需公开的，请在 accepted 里写明理由",
        "remove it, or write * for its middle; if that of an official car must stay, say why under `accepted`",
    ),
    words: PROVINCES,
    recognise: Recogniser::Text(recognise),
    is_other: |reading, range| {
        is_a_word(reading, range.start)
            || words::is_of_a_thing(reading, range.start, CARS)
            || is_number_of_a_paper(reading, range.end)
            || is_name_of_a_thing(reading, range)
    },
};

fn recognise(reading: &Reading, provinces: &[Range<usize>]) -> Vec<Range<usize>> {
    provinces.iter().filter_map(|province| Some(province.start..plate_end(reading, province.start)?)).collect()
}

/// Returns where a plate ends that begins at a place. One space or sign may stand between two characters.
fn plate_end(reading: &Reading, start: usize) -> Option<usize> {
    const LONGEST: usize = 7;
    let mut end = start + 1;
    let mut shown = String::new();
    while shown.len() < LONGEST {
        let gap = reading.gap_at(end, " ·•.-‧∙");
        let Some(c) = reading.char(end + gap).filter(char::is_ascii_alphanumeric) else { break };
        let is_word = c.is_ascii_alphabetic() && reading.char(end + gap + 1).is_some_and(|c| c.is_ascii_alphabetic());
        if gap > 0 && shown.len() > 1 && is_word {
            break;
        }
        shown.push(c.to_ascii_uppercase());
        end += gap + 1;
    }
    let kind = reading.char(end).filter(|c| "挂学警港澳领使".contains(*c));
    let is_masked = reading.char(end).is_some_and(|c| "*●×".contains(c)) && !reading.has_stars(start..end);
    let goes_on = reading.char(end).is_some_and(|c| c.is_ascii_alphanumeric());
    let is_plate = match (shown.len(), kind) {
        (5, Some(_)) => is_number(&shown[1..]),
        (6, _) => is_number(&shown[1..]),
        (7, _) => is_of_new_energy(&shown[1..]),
        _ => false,
    };
    let has_area = shown.starts_with(|c: char| c.is_ascii_uppercase() && c != 'I');
    let end = if shown.len() == 5 { end + 1 } else { end };
    (has_area && is_plate && !goes_on && !is_masked).then_some(end)
}

/// Returns whether a text is digits and at most three letters, of which none is I or O.
fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= text.len() - 3 && digits > 1 && !text.contains(['I', 'O'])
}

/// GA 36-2018: small cars have a letter first, and perhaps one more; large ones have it last.
fn is_of_new_energy(text: &str) -> bool {
    let is_mark = |b: u8| b.is_ascii_uppercase() && b != b'I' && b != b'O';
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let bytes = text.as_bytes();
    let is_small = is_mark(bytes[0]) && (bytes[1].is_ascii_digit() || is_mark(bytes[1])) && digits(&text[2..]);
    is_small || is_mark(bytes[5]) && digits(&text[..5])
}

/// 更新A12345 is a version, 川藏A12345 a road.
fn is_a_word(reading: &Reading, start: usize) -> bool {
    let upto = reading.text(start.saturating_sub(2)..start + 1);
    let before = start.saturating_sub(1)..start;
    let is_a_line = PROVINCES.contains(&&*reading.text(before));
    is_a_line || WORDS.iter().any(|word| upto.ends_with(word))
}

/// 豫A12345号文 is a paper, whatever it is about; 豫A12345号文明用车 is a car.
fn is_number_of_a_paper(reading: &Reading, end: usize) -> bool {
    const LONGEST: usize = 4;
    let behind = reading.after(end, LONGEST);
    let is_another_word =
        ["号文明", "号文化", "号文体", "号文旅", "号文艺"].iter().any(|word| behind.starts_with(word));
    PAPERS.iter().any(|word| behind.starts_with(word)) && !is_another_word
}

/// 云A12345平台 is a platform and 苏B12345号设备 a device, unless words before it speak of a car; 闽A12345号工程车 is one.
fn is_name_of_a_thing(reading: &Reading, range: &Range<usize>) -> bool {
    const LONGEST: usize = 5;
    let behind = reading.after(range.end, LONGEST);
    let behind = behind.strip_prefix('号').unwrap_or(&behind);
    let rest = NO_CARS.iter().find_map(|word| behind.strip_prefix(word));
    rest.is_some_and(|rest| !rest.starts_with('车')) && !is_of_a_car(reading, range.start)
}

/// Returns whether words before a place speak of a car: 车牌 and the like anywhere near it, 车 directly before it, as
/// that of 车型 or of 机动车监管 does not.
fn is_of_a_car(reading: &Reading, start: usize) -> bool {
    const REACH: usize = 14;
    let before = reading.before(start, REACH);
    let near = before.trim_end_matches([' ', ':', '(', '为', '是', '“', '*', '辆', '的']);
    PLATES.iter().any(|word| before.contains(word)) || near.ends_with('车')
}
