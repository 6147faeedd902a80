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
mod home;
mod identity;
mod kind;
mod mobile;
mod plate;
mod public;
mod reading;
mod sought;
#[cfg(test)]
mod tests;
mod told;
mod travel;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::Words;
use super::context::Context;
use crate::diagnostic::{Diagnostic, Message, Place, RuleId, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Figure, Passage, content};
use crate::say;
use crate::text::markdown::{Doc, Prose};
use crate::value::{Decimal, RelPath, Spanned};
use kind::{PrivateKind, Recogniser};
use reading::Reading;
use sought::Sought;

pub(super) use bank::BANK_CARD;
pub(super) use birth::BIRTH_DATE;
pub(super) use chat::CHAT_ACCOUNT;
pub(super) use email::PRIVATE_EMAIL;
pub(super) use home::HOME_ADDRESS;
pub(super) use identity::IDENTITY_CARD;
pub(super) use mobile::MOBILE_NUMBER;
pub(super) use plate::NUMBER_PLATE;
pub use public::Public;
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

/// Private data in a text.
#[derive(Clone, Debug)]
pub struct Find {
    /// The rule that it breaks.
    pub rule: RuleId,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// What it is without the signs between: digits and letters in capitals, an e-mail address in small letters.
    pub value: String,
    is_email: bool,
    says: Words,
    help: Words,
}

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

impl Find {
    /// Returns the diagnostic, at a place where a file says `written`.
    pub(super) fn diagnostic(&self, place: Place, written: &str) -> Diagnostic {
        let message = Message { zh: self.says.0.to_owned(), en: self.says.1.to_owned() };
        let mut help = Message { zh: self.help.0.to_owned(), en: self.help.1.to_owned() };
        if self.rule.severity == Severity::Warning {
            let entry = |reason| {
                let text = written.replace('\\', "\\\\").replace('"', "\\\"");
                format!("- {{rule: {}, text: \"{text}\", reason: {reason}}}", self.rule.name)
            };
            help.zh = format!("{}：{}", help.zh, entry("公开的理由"));
            help.en = format!("{}: {}", help.en, entry("why it is public"));
        }
        Diagnostic::of(self.rule, place, message).help(help)
    }
}

/// Returns the private data in a text of an author and where it stands there: in its words as readers see them,
/// descriptions of pictures among them, and in where its links lead.
fn in_passage(passage: &Passage<'_>) -> Vec<(Find, Range<usize>)> {
    let Some(doc) = passage.doc() else {
        return finds(passage.text()).into_iter().map(|find| (find.clone(), find.range)).collect();
    };
    let words = doc.words();
    let placed = |find: Find| (find.clone(), words.place(find.range));
    let said: Vec<_> = finds(&words.text).into_iter().map(placed).collect();
    let mut beside = Vec::new();
    for target in doc.link_texts() {
        for find in finds_in_address(&target.text) {
            let at = target.place(find.range.clone());
            let mut within = said[said.partition_point(|(_, place)| place.start < at.start)..].iter();
            let is_said = within
                .by_ref()
                .take_while(|(_, place)| place.end <= at.end)
                .any(|(other, _)| other.value == find.value);
            if !is_said {
                beside.push((find, at));
            }
        }
    }
    said.into_iter().chain(beside).collect()
}

fn in_text(context: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    let private = in_passage(passage).into_iter().filter(|(find, _)| !context.public.has(find));
    let written = |at: &Range<usize>| passage.text().get(at.clone()).unwrap_or_default();
    private.map(|(find, at)| find.diagnostic(passage.place(at.clone()), written(&at))).collect()
}

/// Returns diagnostics for what the names of files and folders give away: they stand in addresses. A folder is named
/// once.
fn in_names_of_files(edition: &Edition) -> Vec<Diagnostic> {
    let public = Public::of_notice(&edition.notice);
    let mut seen = BTreeSet::new();
    let in_path = |path: &RelPath| -> Vec<Diagnostic> {
        let parts = path.as_str().match_indices('/').map(|(end, _)| end).chain([path.as_str().len()]);
        let new: Vec<&str> =
            parts.map(|end| &path.as_str()[..end]).filter(|part| seen.insert((*part).to_owned())).collect();
        let name = |part: &str| part.rsplit('/').next().unwrap_or_default().to_owned();
        let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        let names = new.iter().map(|part| if *part == path.as_str() { stem(&name(part)) } else { name(part) });
        names.flat_map(|name| in_name(path, &name, &public)).collect()
    };
    edition.tree.under(content::FOLDER).flat_map(in_path).collect()
}

/// Returns diagnostics for the private data in a name.
fn in_name(path: &RelPath, name: &str, public: &Public) -> Vec<Diagnostic> {
    let named = |find: Find| {
        let mut finding = find.diagnostic(Place::File(path.clone()), name);
        let Message { zh, en } = finding.message;
        finding.message = say!("文件或文件夹的名字：{zh}", "in the name of a file or folder: {en}");
        finding.help(say!("请改名，链接也跟着改", "rename it, and change the links to it"))
    };
    finds(name).into_iter().filter(|find| !public.has(find)).map(named).collect()
}

/// Returns where a text of the notice has this value, if one does: letters and digits count, whatever stands between.
/// The second value is whether nothing does, so that the rules saw the very same there.
pub fn place_of(edition: &Edition, value: &str) -> Option<(Place, bool)> {
    let notice = &edition.notice;
    let own = notice.passages(&edition.tree).into_iter();
    let of_issues = notice.issues.iter().flat_map(|issue| issue.passages(&edition.tree));
    own.chain(of_issues).flatten().find_map(|passage| place_in(&passage, value))
}

fn place_in(passage: &Passage<'_>, value: &str) -> Option<(Place, bool)> {
    let words = passage.doc().map_or_else(|| Prose::of(passage.text()), Doc::words);
    let (range, is_whole) = reading::find_compact(&words.text, value)?;
    Some((passage.place(words.place(range)), is_whole))
}

/// Returns diagnostics for the private data in the values of figures, read with their labels.
fn in_figures(edition: &Edition) -> Vec<Diagnostic> {
    let public = Public::of_notice(&edition.notice);
    let in_values = |(path, figure): (&RelPath, &Figure)| {
        figure.values().filter_map(|value| in_figure(&public, path, figure, value)).collect::<Vec<_>>()
    };
    public::figures(&edition.notice).flat_map(in_values).collect()
}

fn in_figure(public: &Public, path: &RelPath, figure: &Figure, written: &Spanned<Decimal>) -> Option<Diagnostic> {
    const SHORTEST: usize = 5;
    let value = written.to_string();
    let found = |(_, label): (_, &crate::value::Text)| {
        // Every figure counts something: without a word that says otherwise it is an amount.
        let text = format!("{}：{value}元", label.as_str());
        let start = text.len() - "元".len() - value.len();
        finds(&text).into_iter().find(|find| find.range.end > start && !public.has(find))
    };
    let find = (value.len() >= SHORTEST).then(|| figure.label.iter().find_map(found)).flatten()?;
    Some(find.diagnostic(Place::span(path, written.span()), &value))
}
