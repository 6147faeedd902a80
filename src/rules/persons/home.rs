//! Addresses where persons live: a road with a house, a block with a flat.

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static HOME_ADDRESS: Rule = Rule {
    id: "home-address",
    group: RuleGroup::Persons,
    severity: Severity::Warning,
    demand: Words(
        "不出现个人的家庭住址；确需公开的，在 accepted 里写明理由。",
        "No home addresses of persons appear; if one must be public, `accepted` says why.",
    ),
    why: Words(
        "住址公开后，谁都可以找上门去，当事人和家人的安全没有保障。",
        "Once a home address is public anybody can turn up at the door, and the person and the family are no longer safe there.",
    ),
    example: Shown(&[Added(
        THIRD_ZH,
        "\n王某某（家住建设路十五号三栋二单元501室）已补缴。\n",
        "\n王某某（家住城关街道）已补缴。\n",
    )]),
    check: Check::With(&IDENTITY_CARD),
};

pub(super) static KIND: PrivateKind = PrivateKind {
    rule: &HOME_ADDRESS,
    says: Words("这里像是个人的家庭住址", "this looks like a person's home address"),
    help: Words(
        "请删去，或只写到街道、村；确需公开的，请在 accepted 里写明理由",
        "remove it, or give the quarter or village only; if it must stay, say why under `accepted`",
    ),
    words: &["号", "室", "栋", "幢", "单元", "座", "组", "户", "房", "#", "-", " at ", "address"],
    recognise: Recogniser::Text(recognise),
    is_other: |_, _| false,
};

/// Parts of an address that follow digits, the longer first, and what they are.
const PARTS: [(&str, AddressPart); 20] = [
    ("号楼", AddressPart::Block),
    ("号 楼", AddressPart::Block),
    ("号院", AddressPart::House),
    ("号房", AddressPart::Room),
    ("号", AddressPart::House),
    ("#楼", AddressPart::Block),
    ("#", AddressPart::House),
    ("栋", AddressPart::Block),
    ("幢", AddressPart::Block),
    ("座", AddressPart::Block),
    ("单元", AddressPart::Block),
    ("弄", AddressPart::House),
    ("巷", AddressPart::House),
    ("组", AddressPart::House),
    ("队", AddressPart::House),
    ("层", AddressPart::Floor),
    ("楼", AddressPart::Floor),
    ("室", AddressPart::Room),
    ("户", AddressPart::Room),
    ("房", AddressPart::Room),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum AddressPart {
    House,
    Block,
    Floor,
    Room,
}

/// What names of roads, quarters and villages end with.
const ROADS: [&str; 33] = [
    "路", "街", "巷", "道", "弄", "胡同", "里", "村", "镇", "乡", "小区", "社区", "苑", "花园", "城", "公寓", "家园",
    "新村", "院", "庭", "府", "园", "湾", "山庄", "坊", "居", "郡", "公馆", "宿舍", "大院", "广场", "段", "楼",
];

/// Words that say that somebody lives there.
const LIVES: [&str; 25] = [
    "家住",
    "住址",
    "住在",
    "住于",
    "现住",
    "居住于",
    "居住在",
    "居住地",
    "租住",
    "家庭地址",
    "家庭住址",
    "户籍地",
    "户籍",
    "户口",
    "常住",
    "家在",
    "家位于",
    "住处",
    "住所",
    "其住",
    "居住",
    "入户",
    "上门到",
    "家中",
    "住:",
];

/// Words that say that a person is spoken of.
const PERSONS: [&str; 13] =
    ["某", "先生", "女士", "同志", "身份证", "业主", "户主", "村民", "居民", "当事人", "被告", "申请人", "举报人"];

/// Words that say that an office or a business is there.
const OFFICES: [&str; 32] = [
    "办公",
    "公司",
    "局",
    "委员会",
    "中心",
    "厅",
    "法院",
    "检察",
    "政府",
    "大厦",
    "窗口",
    "有限",
    "学校",
    "小学",
    "中学",
    "医院",
    "受理",
    "信访",
    "来信",
    "邮寄",
    "寄",
    "项目",
    "会议",
    "单位",
    "机关",
    "门店",
    "厂",
    "银行",
    "协会",
    "商铺",
    "店",
    "仓库",
];

fn recognise(reading: &Reading, places: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut seen = 0;
    for place in places.iter().map(|word| word.end) {
        let last = found.last().map_or(0, |last| last.end).max(seen);
        if place <= last {
            continue;
        }
        match chain_around(reading, place, last).or_else(|| dashed(reading, place, last)) {
            Some(chain) => {
                seen = chain.range.end;
                found.extend(home(reading, &chain));
            }
            None => found.extend(english(reading, place)),
        }
    }
    found
}

/// Numbers with the parts of an address after them, side by side.
struct Chain {
    range: Range<usize>,
    parts: Vec<AddressPart>,
    /// Whether only dashes stand between the numbers: 18-1701.
    is_bare: bool,
}

impl Chain {
    fn has(&self, part: AddressPart) -> bool {
        self.parts.contains(&part)
    }
}

/// Returns the numbered parts that begin with the one whose word ends at or before a place.
fn chain_around(reading: &Reading, place: usize, from: usize) -> Option<Chain> {
    const LONGEST: usize = 14;
    let start = (place.saturating_sub(LONGEST).max(from)..place).find(|at| {
        !reading.char_before(*at).is_some_and(is_of_number) && part(reading, *at).is_some_and(|(_, end)| end >= place)
    })?;
    let mut chain = Chain { range: start..start, parts: Vec::new(), is_bare: false };
    let mut at = start;
    while let Some((part, end)) =
        part(reading, at).or_else(|| chain.has(AddressPart::Block).then(|| bare_room(reading, at)).flatten())
    {
        chain.parts.push(part);
        chain.range.end = end;
        at = end + reading.chars[end..].iter().take(2).take_while(|c| " ,-附".contains(**c)).count();
    }
    Some(chain)
}

/// Returns a number and the word for a part after it.
fn part(reading: &Reading, start: usize) -> Option<(AddressPart, usize)> {
    const LONGEST: usize = 10;
    let rest = reading.chars.get(start..)?;
    let length = rest.iter().take(LONGEST).take_while(|c| is_of_number(**c)).count();
    let at = start + length + usize::from(reading.char(start + length) == Some(' '));
    let (word, part) = PARTS.iter().find(|(word, _)| length > 0 && reading.has_at(at, word))?;
    let end = at + word.chars().count();
    let is_number_of_something = reading.has_at(end, "码") || reading.has_at(end, "文") || reading.has_at(end, "令");
    (!is_number_of_something).then_some((*part, end))
}

/// Returns a block and a flat with dashes alone between them, around the dash that ends at a place: 18-1701, A3-2-501. What counts something or
/// is a page, a lot or a year is none.
fn dashed(reading: &Reading, place: usize, from: usize) -> Option<Chain> {
    const LONGEST: usize = 6;
    const FLOORS: u32 = 60;
    const FLATS: u32 = 30;
    let is_part = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-';
    let dash = place.checked_sub(1).filter(|at| reading.char(*at) == Some('-'))?;
    let (before, behind) = (&reading.chars[from.min(dash)..dash], &reading.chars[place..]);
    let start = dash - before.iter().rev().take(LONGEST).take_while(|c| is_part(**c)).count();
    let end = place + behind.iter().take(LONGEST + 2).take_while(|c| is_part(**c)).count();
    let is_apart = !reading.char_before(start).is_some_and(|c| c.is_ascii_alphanumeric() || "-.第".contains(c));
    let text = reading.text(start..end);
    let numbers: Vec<&str> = text.split('-').collect();
    let (flat, blocks) = numbers.split_last().filter(|(_, blocks)| (1..=2).contains(&blocks.len()))?;
    let is_block = |block: &&str| {
        let digits = block.trim_start_matches(|c: char| c.is_ascii_uppercase());
        block.len() - digits.len() < 2 && (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let number: u32 = flat.parse().ok().filter(|_| (3..=4).contains(&flat.len()))?;
    let is_flat = (1..=FLATS).contains(&(number % 100)) && (1..=FLOORS).contains(&(number / 100));
    let counts =
        reading.char(end).is_some_and(|c| "号页条年月日期个平亩项元万亿%层栋幢人次吨米台套件批章款案文".contains(c));
    let is_home = is_apart && is_flat && !counts && blocks.iter().all(is_block);
    let parts = vec![AddressPart::Block, AddressPart::Room];
    is_home.then_some(Chain { range: start..end, parts, is_bare: true })
}

/// Returns the number of a flat without a word: 2单元501.
fn bare_room(reading: &Reading, start: usize) -> Option<(AddressPart, usize)> {
    let rest = reading.chars.get(start..)?;
    let length = rest.iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    (3..=4).contains(&length).then_some((AddressPart::Room, start + length))
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || c.is_ascii_uppercase() || "一二三四五六七八九十百〇-".contains(c)
}

/// Returns the address that ends with a chain, if somebody lives there.
fn home(reading: &Reading, chain: &Chain) -> Option<Range<usize>> {
    const REACH: usize = 24;
    let head = head(reading, chain.range.start);
    let name = reading.text(head.clone());
    let before = reading.before(head.start, REACH);
    let behind = reading.after(chain.range.end, 8);
    let around = before.clone() + &name + &behind;
    let has_road = ROADS.iter().any(|road| without_phase(name.trim_end()).ends_with(road));
    let is_flat = chain.has(AddressPart::Room) && chain.has(AddressPart::Block);
    let told = before.clone() + &name;
    let is_lived_in = LIVES.iter().any(|word| told.contains(word))
        || ["家中", "家里", "住处", "住所"].iter().any(|word| behind.contains(word))
        || lives_at(reading, head.start);
    let is_of_a_person = PERSONS.iter().any(|word| told.contains(word));
    let is_office = OFFICES.iter().any(|word| around.contains(word));
    let of_a_unit = ["公司", "单位", "机构", "企业", "局"].iter().any(|word| told.contains(word));
    let is_numbered = chain.has(AddressPart::House) || chain.has(AddressPart::Room) || chain.has(AddressPart::Block);
    let is_home = is_numbered
        && (is_lived_in && !of_a_unit && (has_road || is_flat && !chain.is_bare)
            || is_of_a_person && !is_office && has_road && (chain.has(AddressPart::House) || is_flat)
            || is_flat && !is_office && has_road && !chain.is_bare);
    is_home.then_some(head.start..chain.range.end)
}

/// The name of a quarter without the number of a part of it: 幸福里小区3期.
fn without_phase(name: &str) -> &str {
    let number = name.strip_suffix(['期', '区']).unwrap_or(name);
    let quarter = number.trim_end_matches(is_of_number);
    if quarter.len() < number.len() && number.len() < name.len() { quarter } else { name }
}

/// Returns the name of the road before a number: back to a sign or a word that it follows.
fn head(reading: &Reading, end: usize) -> Range<usize> {
    const LONGEST: usize = 24;
    let from = end.saturating_sub(LONGEST);
    let sign =
        (from..end).rev().find(|at| "，,。；;：:、()（）“”\n|".contains(reading.chars[*at])).map_or(from, |at| at + 1);
    let word = LIVES.iter().flat_map(|word| {
        let length = word.chars().count();
        (sign..end.saturating_sub(length)).rev().find(|at| reading.has_at(*at, word)).map(|at| at + length)
    });
    let alone = (sign + 1..end).rev().find(|at| lives_at(reading, *at));
    word.max().max(alone).unwrap_or(sign)..end
}

/// Returns whether 住 stands before a place as a word of its own: 王某某住建设路, and not 住建局.
fn lives_at(reading: &Reading, at: usize) -> bool {
    let subject = at.checked_sub(2).and_then(|at| reading.char(at));
    let is_verb = !reading.char(at).is_some_and(|c| "建房宅院所户宿址处".contains(c));
    reading.char_before(at) == Some('住') && is_verb && subject.is_none_or(|c| "某士生人民,、。;（(\n ".contains(c))
}

/// Returns an address in English after "lives at" and the like.
fn english(reading: &Reading, place: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 90;
    let before = reading.before(place, 20);
    let lives = ["lives at ", "living at ", "lived at ", "resides at ", "residing at ", "resident at ", "home address"];
    if !lives.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let start = place + reading.chars[place..].iter().take(4).take_while(|c| " :is".contains(**c)).count();
    let rest = &reading.chars[start..(start + LONGEST).min(reading.chars.len())];
    let ends = |at: &usize| match rest[*at] {
        // No. 5 goes on.
        '.' => !rest[at + 1..].iter().find(|c| **c != ' ').is_some_and(char::is_ascii_digit),
        c => ";\n)。".contains(c),
    };
    let length = (0..rest.len()).find(ends).unwrap_or(rest.len());
    let address = reading.text(start..start + length).to_ascii_lowercase();
    let is_address = address.contains(|c: char| c.is_ascii_digit())
        && ["road", "street", "lane", "avenue", "village", "room", "building", "unit", "flat", "block"]
            .iter()
            .any(|word| address.contains(word));
    is_address.then_some(start..start + length)
}
