//! What one language says of something the other does not contradict, figures or none: what goes up does not go down, what lies above a line
//! not below it, a Friday is no Thursday.
//!
//! Sentences render each other loosely: “cut red tape” has no partner in “提高效率”. So a word is reported only where both sentences say
//! something of the same thing and nothing of it alike; words that are used loosely may only show that they do say it alike.

use std::ops::Range;

use super::super::vocabulary::Pole;
use super::POLARITY_DIFFERS;
use super::side::SideBlock;
use crate::diagnostic::Diagnostic;
use crate::say;

type FoundPole = (Range<usize>, Pole);

/// The finding that two blocks contradict each other: sentence by sentence where both have as many, else as wholes.
pub(super) fn compare(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Option<Diagnostic> {
    if source.poles.is_empty() || translation.poles.is_empty() {
        return None;
    }
    let (mut ours, mut theirs) = (sentences(source), sentences(translation));
    if ours.len() != theirs.len() {
        (ours, theirs) = (vec![source.poles], vec![translation.poles]);
    }
    let (at, there) = ours.iter().zip(theirs).find_map(|(ours, theirs)| contradiction(ours, theirs))?;
    let written = |part: &SideBlock<'_, '_>, at: &Range<usize>| part.side.prose.text[at.clone()].to_owned();
    let (mine, other) = (written(source, &at), written(translation, &there));
    let [zh, en] = translation.side.lang.names();
    let message = say!(
        "这里说“{mine}”，{zh}文本的同一句却说“{other}”，两者相反或不同",
        "this says “{mine}”, but the same sentence in {en} says “{other}”: one contradicts the other"
    );
    let found = Diagnostic::of(&POLARITY_DIFFERS, source.place_of(at), message).help(say!(
        "请核对是升是降、是以上还是以下、是每月还是每季；意思相同、只是说法不同的，在 accepted 里写明理由",
        "see which of the two it is; if only the wording differs, say why under `accepted`"
    ));
    Some(found.related(translation.place_of(there), say!("{zh}文本在这里", "the text in {en} stands here")))
}

/// Where two sentences speak of the same thing and say nothing of it alike.
fn contradiction(ours: &[FoundPole], theirs: &[FoundPole]) -> Option<(Range<usize>, Range<usize>)> {
    ours.iter().filter(|(_, our)| !our.is_weak).find_map(|(at, our)| {
        let of_theirs = || theirs.iter().filter(|(_, their)| their.about == our.about);
        let (there, _) = of_theirs().find(|(_, their)| !their.is_weak)?;
        let is_same = |their: &Pole| ours.iter().any(|(_, our)| our.about == their.about && our.says == their.says);
        let is_alike = of_theirs().any(|(_, their)| is_same(their));
        (!is_alike).then(|| (at.clone(), there.clone()))
    })
}

/// The words of each sentence of a block.
fn sentences<'s>(part: &SideBlock<'s, '_>) -> Vec<&'s [FoundPole]> {
    let mut rest = part.poles;
    let of_sentence = |end: usize| {
        let (words, behind) = rest.split_at(rest.partition_point(|(at, _)| at.start < end));
        rest = behind;
        words
    };
    part.ends_of_sentences().into_iter().map(of_sentence).collect()
}
