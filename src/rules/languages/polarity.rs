//! What one language affirms, the other does not deny.
//!
//! Languages deny in many ways: 未发现 is “no … was found”, 仍未 is “remains to be”. So a denial that is certain needs a word on the other side
//! that may render it. Only a sentence without one is reported. Titles have no sentences: what one says falls short must fall short by the other.

use std::ops::Range;

use super::super::vocabulary::Polarity;
use super::POLARITY_DIFFERS;
use super::side::SideBlock;
use crate::diagnostic::{Diagnostic, Place};
use crate::say;

/// The finding that one of two blocks denies what the other affirms: sentence by sentence where both have as many, else as a whole.
pub(super) fn compare(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Option<Diagnostic> {
    source.side.polarity.as_ref().and(translation.side.polarity.as_ref())?;
    if source.polarity.is_empty() && translation.polarity.is_empty() {
        return None;
    }
    if !source.side.is_sentence || !translation.side.is_sentence {
        return titles(source, translation);
    }
    let (mut ours, mut theirs) = (counts(source), counts(translation));
    if ours.len() != theirs.len() {
        (ours, theirs) = (vec![sum(ours)], vec![sum(theirs)]);
    }
    ours.iter().zip(&theirs).find_map(|(ours, theirs)| {
        let of = |part, other, count: &Denials| count.first.clone().map(|at| denied(part, at, other));
        if ours.denied > theirs.partners(ours) {
            of(source, translation, ours)
        } else if theirs.denied > ours.partners(theirs) {
            of(translation, source, theirs)
        } else {
            None
        }
    })
}

/// The finding that something falls short by one of two titles and not by the other.
fn titles(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Option<Diagnostic> {
    if source.side.is_sentence != translation.side.is_sentence {
        return None;
    }
    let first = |part: &SideBlock<'_, '_>, polarity| part.polarity.iter().find(|(_, said)| *said == polarity).cloned();
    let says = |part: &SideBlock<'_, '_>| {
        [Polarity::Denied, Polarity::Perhaps].iter().any(|said| first(part, *said).is_some())
    };
    let one_sided = |part: &SideBlock<'_, '_>, other: &SideBlock<'_, '_>| {
        let (at, _) = first(part, Polarity::Denied).filter(|_| !says(other))?;
        Some(denied(part, at, other))
    };
    one_sided(source, translation).or_else(|| one_sided(translation, source))
}

/// How often a sentence denies.
#[derive(Default)]
struct Denials {
    denied: usize,
    /// How many of these say that something has ended.
    ended: usize,
    /// Whether one of these forbids.
    is_barred: bool,
    /// What may render a denial of the other language.
    perhaps: usize,
    /// How often it leaves something open, which may do so, too.
    open: usize,
    /// Where it first does.
    first: Option<Range<usize>>,
}

impl Denials {
    fn add(&mut self, range: &Range<usize>, polarity: Polarity) {
        match polarity {
            Polarity::Denied | Polarity::Ended => {
                self.denied += 1;
                self.ended += usize::from(polarity == Polarity::Ended);
                self.first.get_or_insert(range.clone());
            }
            Polarity::Barred if !self.is_barred => {
                self.is_barred = true;
                self.denied += 1;
                self.first.get_or_insert(range.clone());
            }
            Polarity::Barred | Polarity::Perhaps => self.perhaps += 1,
            Polarity::Open => self.open += 1,
            Polarity::Neither => {}
        }
    }

    /// How many denials of the other side may have been rendered by words of this one. What both leave open renders itself, and what has
    /// ended is not open.
    fn partners(&self, other: &Denials) -> usize {
        self.denied + self.perhaps + self.open.saturating_sub(other.open).min(other.denied - other.ended)
    }
}

/// How often each sentence of a block denies.
fn counts(part: &SideBlock<'_, '_>) -> Vec<Denials> {
    let mut words = part.polarity.iter().peekable();
    let ends = part.ends_of_sentences();
    let of_sentence = |end: usize| {
        let mut count = Denials::default();
        while let Some((range, polarity)) = words.next_if(|(range, _)| range.start < end) {
            count.add(range, *polarity);
        }
        count
    };
    ends.into_iter().map(of_sentence).collect()
}

fn sum(counts: Vec<Denials>) -> Denials {
    counts.into_iter().fold(Denials::default(), |all, count| Denials {
        denied: all.denied + count.denied,
        ended: all.ended + count.ended,
        is_barred: all.is_barred || count.is_barred,
        perhaps: all.perhaps + count.perhaps,
        open: all.open + count.open,
        first: all.first.or(count.first),
    })
}

fn denied(part: &SideBlock<'_, '_>, at: Range<usize>, other: &SideBlock<'_, '_>) -> Diagnostic {
    let [zh, en] = other.side.lang.names();
    let written = &part.side.prose.text[at.clone()];
    let message = say!(
        "这里说“{written}”，{zh}文本的同一段却没有否定的说法",
        "this says “{written}”, but nothing is denied in the same paragraph of the text in {en}"
    );
    Diagnostic::of(&POLARITY_DIFFERS, part.place_of(at), message)
        .help(say!(
            "请核对“已”和“未”是否说反；意思相同、只是说法不同的，在 accepted 里写明理由",
            "see whether what was done here was not done there; if only the wording differs, say why under `accepted`"
        ))
        .related(Place::File(other.side.passage.path.clone()), say!("{zh}文本", "the text in {en}"))
}
