//! What goes up in one language does not go down in the other, and what lies above a line not below it, figures or none.
//!
//! Sentences render each other loosely: “cut red tape” has no partner in “提高效率”. So a word is reported only where a sentence has it and
//! nothing but its opposite stands in the other.

use std::ops::Range;

use super::super::vocabulary::Pole;
use super::POLARITY_DIFFERS;
use super::side::SideBlock;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::value::Trend;

type FoundPole = (Range<usize>, Pole);

/// What two poles are about.
const ABOUT: [fn(Trend) -> Pole; 2] = [Pole::Moved, Pole::Lies];

/// The finding that two blocks say opposite things: sentence by sentence where both have as many, else as wholes.
pub(super) fn compare(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Option<Diagnostic> {
    if source.poles.is_empty() || translation.poles.is_empty() {
        return None;
    }
    let (mut ours, mut theirs) = (sentences(source), sentences(translation));
    if ours.len() != theirs.len() {
        (ours, theirs) = (vec![source.poles], vec![translation.poles]);
    }
    let (at, there) = ours.iter().zip(theirs).find_map(|(ours, theirs)| {
        ABOUT.iter().find_map(|about| {
            let (up, down) = (about(Trend::Up), about(Trend::Down));
            opposite(ours, up, theirs, down).or_else(|| opposite(ours, down, theirs, up))
        })
    })?;
    let written = |part: &SideBlock<'_, '_>, at: &Range<usize>| part.side.prose.text[at.clone()].to_owned();
    let (mine, other) = (written(source, &at), written(translation, &there));
    let [zh, en] = translation.side.lang.names();
    let message = say!(
        "这里说“{mine}”，{zh}文本的同一句却说“{other}”：方向相反",
        "this says “{mine}”, but the same sentence in {en} says “{other}”, which is the opposite"
    );
    let found = Diagnostic::of(&POLARITY_DIFFERS, source.place_of(at), message).help(say!(
        "请核对是升是降、是以上还是以下；意思相同、只是说法不同的，在 accepted 里写明理由",
        "see which way it went; if only the wording differs, say why under `accepted`"
    ));
    Some(found.related(translation.place_of(there), say!("{zh}文本在这里", "the text in {en} stands here")))
}

/// Where one sentence has nothing but one pole, and the other nothing but the opposite.
fn opposite(ours: &[FoundPole], mine: Pole, theirs: &[FoundPole], other: Pole) -> Option<(Range<usize>, Range<usize>)> {
    let first =
        |words: &[FoundPole], sought: Pole| words.iter().find(|(_, pole)| *pole == sought).map(|(at, _)| at.clone());
    if first(ours, other).is_some() || first(theirs, mine).is_some() {
        return None;
    }
    Some((first(ours, mine)?, first(theirs, other)?))
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
