//! Home addresses: numbers with the parts of an address after them, behind the name of a road, where somebody lives.

mod chain;
mod dashed;
mod english;
mod road;
mod words;

use std::ops::Range;

use super::identity::IDENTITY_CARD;
use super::kind::{PrivateKind, Recogniser};
use super::reading::Reading;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};
use chain::{AddressPart, Chain, chain_around};
use dashed::dashed;
use english::english;
use road::{head, lives_at, without_phase};
use words::{LIVES, OFFICES, PERSONS, ROADS};

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
