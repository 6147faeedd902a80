//! Units, bodies and places are called what the lists of the notice call them: another name of the lists in place of one is another body.
//!
//! A name that is left out is a matter of style: a sentence may go on with “the bureau”. So one that the other language lacks is reported
//! where that language has a name of its own that is lacking here, or that it gives more often than it stands here.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::super::context::Context;
use super::super::vocabulary::Names;
use super::side::{Named, SideBlock};
use super::{NAME_MISSING, NAMES_DIFFER};
use crate::diagnostic::Diagnostic;
use crate::say;

/// The names of a block beside the same block in another language.
struct Facing<'a> {
    names: &'a Names,
    part: &'a SideBlock<'a, 'a>,
    other: &'a SideBlock<'a, 'a>,
    /// The words of the other block in small letters, once they are asked for.
    words: OnceCell<String>,
}

/// The finding that two blocks name different bodies or places.
pub(super) fn compare(
    context: &Context,
    source: &SideBlock<'_, '_>,
    translation: &SideBlock<'_, '_>,
) -> Option<Diagnostic> {
    if source.names.is_empty() || translation.names.is_empty() {
        return None;
    }
    let (here, there) = (Facing::of(context, source, translation), Facing::of(context, translation, source));
    let (ours, theirs) = match here.alone() {
        Some(ours) => (ours, there.alone().or_else(|| there.surplus())?),
        None => {
            let theirs = there.alone()?;
            (here.surplus()?, theirs)
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
    let (facing, mut known) = (Facing::of(context, part, other), BTreeSet::new());
    let is_missing = |named: &&Named| {
        known.insert(named.1)
            && !is_in_title(part, named)
            && !facing.is_rendered(named)
            && !facing.is_told_in_parts(named)
    };
    let found = |named: &Named| {
        let [zh, en] = other.side.lang.names();
        let name = &part.side.prose.text[named.0.clone()];
        let rendering = context.names.text(named.1, other.side.lang);
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

impl<'a> Facing<'a> {
    fn of(context: &'a Context, part: &'a SideBlock<'a, 'a>, other: &'a SideBlock<'a, 'a>) -> Facing<'a> {
        Facing { names: &context.names, part, other, words: OnceCell::new() }
    }

    /// The first name of which the other block has no rendering.
    fn alone(&self) -> Option<&'a Named> {
        let there: BTreeSet<usize> = self.other.names.iter().map(|(_, at)| *at).collect();
        let mut known = BTreeSet::new();
        let mut ours = self.part.names.iter().filter(|(_, at)| !there.contains(at) && known.insert(*at));
        ours.find(|named| !self.is_rendered(named))
    }

    /// The first name that the block has more often than the other block has its renderings.
    fn surplus(&self) -> Option<&'a Named> {
        let mut firsts: BTreeMap<usize, (&'a Named, usize)> = BTreeMap::new();
        for named in self.part.names {
            firsts.entry(named.1).or_insert((named, 0)).1 += 1;
        }
        let count = |named: &Named| -> usize {
            self.renderings(named).iter().map(|rendering| self.words().matches(rendering.as_str()).count()).sum()
        };
        let more = firsts.values().filter(|(named, here)| *here > count(named)).map(|(named, _)| *named);
        more.min_by_key(|named| named.0.start)
    }

    /// How the other language may render a name, in small letters.
    fn renderings(&self, (_, at): &Named) -> BTreeSet<String> {
        self.names.renderings(*at, self.part.side.lang, self.other.side.lang)
    }

    /// Whether the other block has any of the renderings of a name, as a part of another word or name, too.
    fn is_rendered(&self, named: &Named) -> bool {
        self.renderings(named).iter().any(|rendering| self.words().contains(rendering.as_str()))
    }

    /// Whether the other language tells a name in parts, as “the committee’s General Office” or “the offices of the congress and of the
    /// committee” do: each part of a rendering stands there.
    fn is_told_in_parts(&self, named: &Named) -> bool {
        let has_all = |rendering: &String| {
            let plain = rendering.replace("’s ", " of ").replace(" of the ", " of ");
            plain.split(" of ").all(|part| self.words().contains(part))
        };
        self.renderings(named).iter().any(has_all)
    }

    fn words(&self) -> &str {
        self.words.get_or_init(|| self.other.text().to_lowercase())
    }
}
