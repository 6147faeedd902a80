//! What one language affirms, the other does not deny.
//!
//! Languages deny in many ways: 未发现 is “no … was found”, 仍未 is “remains to be”. So a denial that is certain needs a word on the other side
//! that may render it, and words that already have partners of their own kind are no partners. Only what has none is reported.

use std::ops::Range;

use super::super::vocabulary::Polarity;
use super::POLARITY_DIFFERS;
use super::side::Part;
use crate::diagnostic::{Diagnostic, Place};
use crate::say;

/// The finding that one of two blocks denies what the other affirms.
pub(super) fn compare(source: &Part<'_, '_>, translation: &Part<'_, '_>) -> Option<Diagnostic> {
    source.side.polarity.as_ref().and(translation.side.polarity.as_ref())?;
    let (ours, theirs) = (Count::of(source), Count::of(translation));
    let of = |part, other, count: &Count| count.first.clone().map(|at| denied(part, at, other));
    if ours.denied > theirs.partners(&ours) {
        of(source, translation, &ours)
    } else if theirs.denied > ours.partners(&theirs) {
        of(translation, source, &theirs)
    } else {
        None
    }
}

/// How often a block denies.
#[derive(Default)]
struct Count {
    denied: usize,
    perhaps: usize,
    open: usize,
    /// Where it first does.
    first: Option<Range<usize>>,
}

impl Count {
    fn of(part: &Part<'_, '_>) -> Count {
        let mut count = Count::default();
        for (range, polarity) in part.polarity {
            match polarity {
                Polarity::Denied => {
                    count.denied += 1;
                    count.first.get_or_insert(range.clone());
                }
                Polarity::Perhaps => count.perhaps += 1,
                Polarity::Open => count.open += 1,
                Polarity::Neither => {}
            }
        }
        count
    }

    /// How many denials of the other side may have been rendered by words of this one.
    fn partners(&self, other: &Count) -> usize {
        self.denied + self.perhaps.saturating_sub(other.perhaps) + self.open.saturating_sub(other.open)
    }
}

fn denied(part: &Part<'_, '_>, at: Range<usize>, other: &Part<'_, '_>) -> Diagnostic {
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
