//! The bar of a whole: its parts one after another, each as it looks.

use crate::notice::Figure;
use crate::notice::breakdown::Breakdown;
use crate::site::charts::{PartLook, Share};
use crate::value::{Decimal, PartKind};

pub(super) fn look(part: &Figure) -> PartLook {
    match part.kind.map(|kind| *kind) {
        Some(PartKind::Recovered | PartKind::Done) => PartLook::Settled,
        Some(PartKind::Pending) => PartLook::Pending,
        Some(PartKind::InCourt) => PartLook::InCourt,
        Some(PartKind::WrittenOff) => PartLook::WrittenOff,
        Some(PartKind::Other) => PartLook::Other,
        None => PartLook::Plain,
    }
}

/// The parts of a whole one after another; a whole that its parts exceed is as long as they are.
pub(super) fn shares(breakdown: &Breakdown<'_>) -> Vec<Share> {
    let sum = breakdown.sum().unwrap_or(*breakdown.whole.value);
    let length = if sum > *breakdown.whole.value { sum } else { *breakdown.whole.value };
    let mut done = Decimal::whole(0);
    let mut at = 0;
    let mut shares = Vec::new();
    for part in &breakdown.parts {
        done = done.checked_add(*part.value).unwrap_or(done);
        let to = done.thousandths_of(length);
        shares.push(Share { look: look(part), from: at, to });
        at = to;
    }
    if breakdown.rest().is_some() {
        shares.push(Share { look: PartLook::Rest, from: at, to: 1000 });
    }
    shares
}
