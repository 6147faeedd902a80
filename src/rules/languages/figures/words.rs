//! Figures in words, which may be an idiom or a name: which of them need a partner.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::languages::side::SideBlock;
use crate::text::quantity::{Form, Quantity, QuantityKind};
use crate::value::Decimal;

/// Without figures in words that may be an idiom or a name, unless one of the other side stands against them, and without those that only
/// repeat one that has a partner.
pub(super) fn without_words<'q>(
    part: &SideBlock<'_, '_>,
    left: &[&'q Quantity],
    others: &[&Quantity],
) -> Vec<&'q Quantity> {
    let kinds: BTreeSet<&QuantityKind> = others.iter().map(|other| &other.kind).collect();
    let is_counted = others.iter().any(|other| other.form != Form::Digits && counts(other));
    let stands_against = |q: &Quantity| is_counted && counts(q) || kinds.iter().any(|kind| q.kind.measures_as(kind));
    let (all, alone) = (counted(part.quantities.iter()), counted(left.iter().copied()));
    // Another time it has a partner.
    let is_repeated = |q: &Quantity| all.get(&(&q.kind, q.value)) > alone.get(&(&q.kind, q.value));
    let stays = |quantity: &&Quantity| match quantity.form {
        Form::Digits => true,
        _ if stands_against(quantity) => true,
        Form::CountingWord => !is_repeated(quantity),
        Form::Word | Form::Ordinal => false,
    };
    left.iter().copied().filter(stays).collect()
}

/// Whether a figure counts or orders something. 一 is in too many words to be a figure, and “one” in too many phrases.
fn counts(quantity: &Quantity) -> bool {
    let is_many = quantity.counts && quantity.value >= Decimal::whole(2);
    quantity.kind == QuantityKind::Number && (quantity.form == Form::Ordinal || is_many)
}

/// How often each figure occurs in words with something counted.
fn counted<'q>(quantities: impl Iterator<Item = &'q Quantity>) -> BTreeMap<(&'q QuantityKind, Decimal), usize> {
    let mut numbers = BTreeMap::new();
    for quantity in quantities.filter(|quantity| quantity.form == Form::CountingWord) {
        *numbers.entry((&quantity.kind, quantity.value)).or_default() += 1;
    }
    numbers
}
