//! What is left of wholes, and how figures changed, in words.

use std::cmp::Ordering;

use crate::notice::Figure;
use crate::notice::breakdown::{Breakdown, breakdowns};
use crate::site::parts::Parts;
use crate::text::locale::Argument;
use crate::value::{Approximation, Decimal, Inexact, Text};

/// Returns sentences about what is left of the wholes of a record.
pub(in crate::site) fn rests(parts: &Parts<'_>, figures: &[Figure], equations: &[Text]) -> Vec<String> {
    let sentence = |breakdown: Breakdown<'_>| {
        let rest = rest_text(parts, &breakdown)?;
        let whole = parts.figure(breakdown.whole);
        let arguments = [("label", &whole.label), ("whole", &whole.text), ("rest", &rest)];
        let key = if breakdown.is_rest_unexplained() { "money.rest_unexplained" } else { "money.rest_said" };
        Some(parts.locale.say(key, &arguments.map(|(name, text)| (name, Argument::Text(text)))))
    };
    breakdowns(figures, equations).into_iter().filter_map(sentence).collect()
}

/// How much is left of a whole, as the language sets it.
pub(super) fn rest_text(parts: &Parts<'_>, breakdown: &Breakdown<'_>) -> Option<String> {
    let rest = breakdown.rest()?;
    Some(set(parts, breakdown.whole, rest, rest.approx()?))
}

/// How much of a whole is not stated to be settled, as the language sets it; none if nothing is. Where figures that are
/// not exact leave that open, it says so.
pub(super) fn missing_text(parts: &Parts<'_>, whole: &Figure, missing: Inexact) -> Option<String> {
    let stated = missing.approx().filter(|_| missing.value > Decimal::whole(0));
    match stated {
        Some(approx) => Some(set(parts, whole, missing, approx)),
        None => (!missing.is_none_left()).then(|| parts.locale.text("money.unknown")),
    }
}

fn set(parts: &Parts<'_>, figure: &Figure, of: Inexact, approx: Option<Approximation>) -> String {
    figure.set_as(parts.locale, of.value, approx).unwrap_or_else(|| parts.locale.decimal(of.value))
}

/// How a figure changed, in words: a share by percentage points, anything else by its own unit. Nothing where figures
/// that are not exact leave open which way it went.
pub(super) fn change(parts: &Parts<'_>, figure: &Figure, was: Decimal) -> Option<String> {
    let moved = figure.inexact().minus(Inexact::of(was, None))?;
    let by = moved.size()?;
    let is_share = figure.unit.as_str() == "percent";
    let key = match (moved.side()?, is_share) {
        (Ordering::Greater, true) => "money.share_rose",
        (Ordering::Greater, false) => "money.rose",
        (Ordering::Less, true) => "money.share_fell",
        (Ordering::Less, false) => "money.fell",
        (Ordering::Equal, _) if moved.is_exact() => "money.same",
        (Ordering::Equal, _) => "money.about_same",
    };
    let approx = by.approx()?;
    let set = match is_share {
        true => parts.locale.figure(by.value, "percentage-points", approx),
        false => figure.set_as(parts.locale, by.value, approx),
    };
    let amount = set.unwrap_or_else(|| parts.locale.decimal(by.value));
    Some(parts.locale.say(key, &[("amount", Argument::Text(&amount))]))
}
