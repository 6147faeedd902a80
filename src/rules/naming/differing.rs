//! Texts that name another kind of inspection than the notice states.

use crate::diagnostic::{Diagnostic, Message, Place, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Inspection, wording};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::NOTICE;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::locale::Wording;
use crate::value::Localized;

pub(in crate::rules) static KIND_DIFFERS: Rule = Rule {
    id: "kind-differs",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "标题、检查机构的名称说的是哪一种检查，inspection 的 kind 就写哪一种。",
        "The title and the name of the inspecting body speak of the kind of scrutiny that `kind` names.",
    ),
    why: Words(
        "巡视、巡察、审计、督察是不同的权力；标题说巡察，页面说巡视，就是说错了。",
        "An inspection, a patrol inspection and an audit are different powers; pages that name another one than the title does are wrong.",
    ),
    example: Shown(&[Part(NOTICE, "inspection:\n  kind: 巡视\n  body", "inspection:\n  body")]),
    check: Check::Complete(differing),
};

fn differing(edition: &Edition) -> Vec<Diagnostic> {
    let record = &edition.notice.record;
    let kinds: Vec<&Inspection> = record.inspections().iter().filter(|inspection| inspection.kind.is_some()).collect();
    if kinds.is_empty() {
        return Vec::new();
    }
    let in_title = differing_in(edition, &record.title, &kinds);
    // An office that writes words of its own means them, whoever inspects: an audit office also evaluates.
    let is_known = |inspection: &&&Inspection| {
        inspection.kind.as_ref().is_some_and(|kind| wording::known_kind(kind, &edition.theme.locales).is_some())
    };
    let bodies = kinds.iter().filter(is_known).filter_map(|inspection| Some((inspection, inspection.body.as_ref()?)));
    in_title
        .into_iter()
        .chain(bodies.flat_map(|(inspection, body)| differing_in(edition, body, &[inspection])))
        .collect()
}

/// Returns a diagnostic for a text that names a kind which the notice does not state, and leaves out one that it states;
/// one for all of its languages.
fn differing_in(edition: &Edition, text: &Localized, inspections: &[&Inspection]) -> Option<Diagnostic> {
    let locales = &edition.theme.locales;
    locales.iter().find_map(|locale| {
        let written = text.get(locale.lang)?;
        let lower = written.to_lowercase();
        let words =
            inspections.iter().map(|inspection| wording::words_of(&edition.notice, inspection, locales, locale));
        let stated: Vec<String> = words.filter_map(|words| words.get("kind").map(str::to_lowercase)).collect();
        let said = said(&locale.wording, &lower, &stated)?;
        Some(differs(Place::span(&edition.notice.path, written.span()), said, &stated))
    })
}

/// Returns the kind that a text names in place of one that is stated. A text that names all of them may name others,
/// too: a check of how an audit was followed up.
fn said<'a>(wording: &'a Wording, text: &str, stated: &[String]) -> Option<&'a str> {
    let is_stated = |kind: &str| stated.iter().any(|stated| stated.contains(kind) || kind.contains(stated.as_str()));
    if stated.iter().all(|stated| text.contains(stated.as_str())) {
        return None;
    }
    let named = wording.kinds().map(|(_, kind)| kind).filter(|kind| names(text, kind));
    named.max_by_key(|kind| kind.len()).filter(|kind| !is_stated(kind))
}

/// Returns whether a text has a word of its own: no part of a longer one, where words are parted by spaces.
fn names(text: &str, word: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    text.match_indices(word)
        .any(|(at, _)| !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + word.len()..].chars().next()))
}

fn differs(place: Place, said: &str, stated: &[String]) -> Diagnostic {
    let (stated_zh, stated_en) = (stated.join("、"), stated.join(", "));
    let message =
        say!("这里说的是“{said}”，kind 写的是“{stated_zh}”", "this speaks of {said}, but `kind` says {stated_en}");
    let help: Message = say!("请改为 kind: {said}，或改正这里的文字", "write `kind: {said}`, or correct the text");
    Diagnostic::of(&KIND_DIFFERS, place, message).help(help)
}
