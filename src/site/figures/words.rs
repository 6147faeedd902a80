//! What is left of wholes, and how figures changed, in words.

use crate::notice::Figure;
use crate::notice::breakdown::{Breakdown, breakdowns};
use crate::site::parts::Parts;
use crate::text::locale::Argument;
use crate::value::{Decimal, Text};

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
    let set = breakdown.whole.set_as(parts.locale, rest, breakdown.rest_approx());
    Some(set.unwrap_or_else(|| parts.locale.decimal(rest)))
}

/// How a figure changed, in words: a share by percentage points, anything else by its own unit.
pub(super) fn change(parts: &Parts<'_>, figure: &Figure, was: Decimal, is: Decimal) -> String {
    let Some(difference) = is.checked_sub(was) else { return String::new() };
    let zero = Decimal::whole(0);
    let is_share = figure.unit.as_str() == "percent";
    let by = difference.abs();
    let set = match is_share {
        true => parts.locale.figure(by, "percentage-points", figure.approx),
        false => figure.set_as(parts.locale, by, figure.approx),
    };
    let amount = set.unwrap_or_else(|| parts.locale.decimal(by));
    let key = match (difference > zero, difference < zero, is_share) {
        (true, _, true) => "money.share_rose",
        (true, _, false) => "money.rose",
        (_, true, true) => "money.share_fell",
        (_, true, false) => "money.fell",
        _ => "money.same",
    };
    parts.locale.say(key, &[("amount", Argument::Text(&amount))])
}
