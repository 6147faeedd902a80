//! Private data that must not be published.
//!
//! [`finds`] is the way in for every text: what an author wrote, the name of a file, a finished page.
//! `persons/reading.rs` takes off what a number or an address may be disguised by; `digits` gathers digits however they
//! are grouped; then every row of [`KINDS`] looks, and asks for its false friends. `public` is what the notice
//! publishes on purpose. Time grows with the length of the text: whatever is read around a place has a limit.

mod bank;
mod birth;
mod chat;
mod digits;
mod email;
mod figures;
mod find;
mod home;
mod identity;
mod kind;
mod mobile;
mod paths;
mod plate;
mod public;
mod reading;
mod sought;
mod texts;
mod told;
mod travel;
mod words;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use kind::{PrivateKind, Recogniser};
use reading::Reading;
use sought::Sought;

pub(super) use bank::BANK_CARD;
pub(super) use birth::BIRTH_DATE;
pub(super) use chat::CHAT_ACCOUNT;
pub(super) use email::PRIVATE_EMAIL;
pub use find::Find;
pub(super) use home::HOME_ADDRESS;
pub(super) use identity::IDENTITY_CARD;
pub(super) use mobile::MOBILE_NUMBER;
pub(super) use plate::NUMBER_PLATE;
pub use public::Public;
pub use texts::place_of;
pub(super) use travel::TRAVEL_DOCUMENT;

/// Every kind of private data. Where two see the same, the earlier row counts.
static KINDS: [&PrivateKind; 11] = [
    &email::KIND,
    &identity::KIND,
    &bank::KIND,
    &mobile::KIND,
    &travel::PASSPORT,
    &travel::PERMIT,
    &plate::KIND,
    &chat::WECHAT,
    &chat::QQ,
    &home::KIND,
    &birth::KIND,
];

/// The words of every kind.
static SOUGHT: LazyLock<Sought> = LazyLock::new(|| Sought::of(&KINDS.map(|kind| kind.words)));

/// Returns the private data in a text, in order: the name of a file, a value of a record, words of a page.
pub fn finds(text: &str) -> Vec<Find> {
    finds_of(&Reading::of(text))
}

/// Returns whether digits, whatever stands around them, may be a number of a person. What is none here is none
/// anywhere.
pub fn may_be_number(digits: &str) -> bool {
    let mut may_be = false;
    digits::each_number(&Reading::of(digits), |number| {
        may_be |= KINDS.iter().any(|kind| matches!(kind.recognise, Recogniser::Number(is) if is(number).is_some()));
        may_be
    });
    may_be
}

/// Returns the private data in where a link leads.
fn finds_in_address(address: &str) -> Vec<Find> {
    finds_of(&Reading::of_address(address))
}

fn finds_of(reading: &Reading) -> Vec<Find> {
    let places = SOUGHT.places(reading);
    let by_words = |is_email: bool| {
        let kinds = KINDS.iter().zip(&places).filter(move |(kind, _)| (kind.rule.id == PRIVATE_EMAIL.id) == is_email);
        kinds.flat_map(|(kind, places)| by_words(reading, kind, places).map(|range| (*kind, range)))
    };
    let found = by_words(true).chain(by_digits(reading)).chain(by_words(false)).collect();
    apart(found).into_iter().map(|(kind, range)| find(reading, kind, range)).collect()
}

/// Returns what a kind finds by its words.
fn by_words<'a>(
    reading: &'a Reading,
    kind: &'static PrivateKind,
    places: &[Range<usize>],
) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let found = match kind.recognise {
        Recogniser::Text(recognise) if !places.is_empty() => recognise(reading, places),
        _ => Vec::new(),
    };
    found.into_iter().filter(|range| !(kind.is_other)(reading, range))
}

/// Returns what is recognised by its digits. What a kind takes no other kind sees.
fn by_digits(reading: &Reading) -> Vec<(&'static PrivateKind, Range<usize>)> {
    let mut found = Vec::new();
    digits::each_number(reading, |number| {
        let taken = KINDS.iter().find_map(|kind| {
            let Recogniser::Number(recognise) = kind.recognise else { return None };
            let range = recognise(number).filter(|range| !(kind.is_other)(reading, range))?;
            Some((*kind, range))
        });
        let is_taken = taken.is_some();
        found.extend(taken);
        is_taken
    });
    found
}

/// Finds in the order of the text; of those that overlap the one that was found first.
fn apart(found: Vec<(&'static PrivateKind, Range<usize>)>) -> Vec<(&'static PrivateKind, Range<usize>)> {
    let mut kept: std::collections::BTreeMap<usize, (usize, &'static PrivateKind)> = std::collections::BTreeMap::new();
    for (kind, range) in found {
        let is_covered = kept.range(..range.end).next_back().is_some_and(|(_, (end, _))| *end > range.start);
        if !is_covered {
            kept.insert(range.start, (range.end, kind));
        }
    }
    kept.into_iter().map(|(start, (end, kind))| (kind, start..end)).collect()
}

fn find(reading: &Reading, kind: &'static PrivateKind, range: Range<usize>) -> Find {
    let is_email = kind.rule.id == PRIVATE_EMAIL.id;
    let shown = reading.text(range.clone());
    let letters = || shown.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase());
    let value = if is_email {
        email::plain(&shown)
    } else if kind.rule.id == MOBILE_NUMBER.id {
        mobile::without_prefix(&letters().collect::<String>()).to_owned()
    } else {
        letters().collect()
    };
    Find { rule: kind.rule.into(), range: reading.place(range), value, is_email, says: kind.says, help: kind.help }
}
