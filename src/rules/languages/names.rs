//! Units, bodies and places are called what the lists of the notice call them: another name of the lists in place of one is another body.
//!
//! A name that is left out is a matter of style: a sentence may go on with “the bureau”. So one that the other language lacks is reported
//! where that language has a name of its own that is lacking here, or that it gives more often than it stands here.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::side::{Named, SideBlock};
use super::{NAME_MISSING, NAMES_DIFFER};
use crate::diagnostic::Diagnostic;
use crate::say;

/// The finding that two blocks name different bodies or places.
pub(super) fn compare(
    context: &Context,
    source: &SideBlock<'_, '_>,
    translation: &SideBlock<'_, '_>,
) -> Option<Diagnostic> {
    let other = |part, other| alone(context, part, other).or_else(|| surplus(context, part, other));
    let (ours, theirs) = match alone(context, source, translation) {
        Some(ours) => (ours, other(translation, source)?),
        None => {
            let theirs = alone(context, translation, source)?;
            (surplus(context, source, translation)?, theirs)
        }
    };
    let [zh, en] = translation.side.lang.names();
    let written = |part: &SideBlock<'_, '_>, named: &Named| part.side.prose.text[named.0.clone()].to_owned();
    let (mine, other) = (written(source, ours), written(translation, theirs));
    let message =
        say!("这里是“{mine}”，{zh}文本却是“{other}”", "this names “{mine}”, but the text in {en} names “{other}”");
    let help = say!(
        "请核对原稿，改正其中一处；两种叫法都对的，在 glossary.yaml 的 names 里加上这一对",
        "check the original and correct one of them; if both are right, add the pair to `names` in glossary.yaml"
    );
    let there = say!("{zh}文本在这里", "the text in {en} stands here");
    let found = Diagnostic::of(&NAMES_DIFFER, source.place_of(ours.0.clone()), message).help(help);
    Some(found.related(translation.place_of(theirs.0.clone()), there))
}

/// The notes that a text names what its translation does not name at all, at the first place of each.
pub(super) fn missing(context: &Context, part: &SideBlock<'_, '_>, other: &SideBlock<'_, '_>) -> Vec<Diagnostic> {
    let mut known = BTreeSet::new();
    let is_missing = |named: &&Named| {
        known.insert(named.1)
            && !is_in_title(part, named)
            && !is_rendered(context, part, named, other)
            && !is_told_in_parts(context, part, named, other)
    };
    let found = |named: &Named| {
        let [zh, en] = other.side.lang.names();
        let name = &part.side.prose.text[named.0.clone()];
        let rendering = context.names[named.1].text(other.side.lang);
        let message = say!("{zh}文本通篇没有提到“{name}”", "the text in {en} never names “{name}”");
        Diagnostic::of(&NAME_MISSING, part.place_of(named.0.clone()), message).help(say!(
            "如果漏译，请写“{rendering}”；另有译法的，在 glossary.yaml 的 names 里加上这一对",
            "if it was left out, write “{rendering}”; if it goes by another name there, add the pair to `names` in glossary.yaml"
        ))
    };
    part.names.iter().filter(is_missing).map(found).collect()
}

/// Whether a name stands in the title of a document, which other languages may shorten; titles are compared by a rule of their own.
fn is_in_title(part: &SideBlock<'_, '_>, named: &Named) -> bool {
    let before = &part.side.prose.text[..named.0.start];
    before.rfind('《').is_some_and(|open| !before[open..].contains('》'))
}

/// Whether the other language tells a name in parts, as “the committee’s General Office” or “the offices of the congress and of the
/// committee” do: each part of a rendering stands there.
fn is_told_in_parts(context: &Context, part: &SideBlock<'_, '_>, named: &Named, other: &SideBlock<'_, '_>) -> bool {
    let text = other.text().to_lowercase();
    let parts = |rendering: &str| {
        rendering
            .replace("’s ", " of ")
            .replace(" of the ", " of ")
            .split(" of ")
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    renderings(context, part, named, other)
        .any(|rendering| parts(&rendering).iter().all(|part| text.contains(part.as_str())))
}

/// The first name in a block of which the other block has no rendering.
fn alone<'s>(context: &Context, part: &SideBlock<'s, '_>, other: &SideBlock<'_, '_>) -> Option<&'s Named> {
    let is_same = |named: &Named| other.names.iter().any(|(_, at)| *at == named.1);
    part.names.iter().find(|named| !is_same(named) && !is_rendered(context, part, named, other))
}

/// The first name that a block has more often than the other block has its renderings.
fn surplus<'s>(context: &Context, part: &SideBlock<'s, '_>, other: &SideBlock<'_, '_>) -> Option<&'s Named> {
    let text = other.text().to_lowercase();
    let count = |named: &Named| {
        let renderings = renderings(context, part, named, other).map(|rendering| text.matches(&rendering).count());
        renderings.sum::<usize>()
    };
    part.names.iter().find(|named| part.names.iter().filter(|(_, at)| *at == named.1).count() > count(named))
}

/// How the other language may render a name, in small letters.
fn renderings<'c>(
    context: &'c Context,
    part: &SideBlock<'_, '_>,
    (_, at): &Named,
    other: &SideBlock<'_, '_>,
) -> impl Iterator<Item = String> + use<'c> {
    let (from, to) = (part.side.lang, other.side.lang);
    let name = context.names[*at].text(from);
    let same = context.names.iter().filter(move |other| other.text(from).eq_ignore_ascii_case(name));
    same.map(move |other| other.text(to).to_lowercase())
}

/// Whether a block has any of the renderings of a name, as a part of another word or name, too.
fn is_rendered(context: &Context, part: &SideBlock<'_, '_>, named: &Named, other: &SideBlock<'_, '_>) -> bool {
    let text = other.text().to_lowercase();
    renderings(context, part, named, other).any(|rendering| text.contains(&rendering))
}
