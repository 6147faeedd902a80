//! Amounts of money that a response gives in place of those of the record.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::edition::Edition;
use crate::notice::fields::MarkdownField;
use crate::notice::{Figure, Issue, breakdown};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::{THIRD, THIRD_EN, THIRD_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::quantity::{self, Quantity, QuantityKind};

pub(in crate::rules) static OTHER_AMOUNT: Rule = Rule {
    id: "other-amount",
    group: RuleGroup::Totals,
    severity: Severity::Note,
    demand: Words(
        "（仅 check --suggest）记录里有金额的，整改情况引用它，不另写一个数。",
        "(`check --suggest` only) Where a record has an amount of money, the response quotes it and does not give another one instead.",
    ),
    why: Words(
        "记录写处罚147.6万元，正文写罚款200万元：两处都会公布，读者不知道信哪一个。",
        "A record with fines of CNY 1.476 million and a text with CNY 2 million are both published, and readers cannot tell which is true.",
    ),
    example: Shown(&[
        Added(
            THIRD,
            "figures: [{id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: CNY}]\n",
            "figures: [{id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: CNY}]\n",
        ),
        Added(THIRD_ZH, "\n已罚款200万元。\n", "\n已罚款{{ fines }}。\n"),
        Added(THIRD_EN, "\nFines of CNY 2 million were imposed.\n", "\nFines of {{ fines }} were imposed.\n"),
    ]),
    check: Check::Elsewhere,
};

/// Returns diagnostics for amounts of money of a record that its response neither quotes nor writes out, while it gives
/// others.
pub(super) fn other_amounts(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
    let lang = edition.notice.default_language();
    let locale = edition.theme.locales.iter().find(|locale| locale.lang == lang);
    let (Some((response, _)), Some(locale)) = (MarkdownField::Response.of(issue, lang), locale) else {
        return Vec::new();
    };
    let prose = response.prose();
    let amounts: Vec<Quantity> = quantity::read(&prose.text, &locale.rules);
    let kind = |figure: &Figure| QuantityKind::Measure(figure.unit.to_string());
    let is_told = |figure: &&Figure| {
        let is_amount =
            |amount: &Quantity| figure.values().any(|value| amount.value == **value) && amount.kind == kind(figure);
        prose.quotes.iter().any(|(name, _)| breakdown::id_in(name) == figure.id.as_str())
            || amounts.iter().any(is_amount)
    };
    let mut money = issue.record.figures.iter().filter(|figure| figure.is_money());
    // A response that gives one of the amounts may speak of others beside it.
    if money.clone().any(|figure| is_told(&figure)) {
        return Vec::new();
    }
    let other = |figure: &Figure| {
        let other = amounts.iter().find(|amount| amount.kind == kind(figure))?;
        let (id, written) = (&figure.id, &prose.text[other.range.clone()]);
        let message = say!(
            "整改情况没有引用“{id}”，另写了{written}",
            "the response does not quote `{id}`, and gives {written} instead"
        );
        Some(Diagnostic::of(&OTHER_AMOUNT, Place::span(&issue.path, id.span()), message).help(say!(
            "同一笔钱请写 {{{{ {id} }}}}，不是同一笔的不必改",
            "if it is the same money, write {{{{ {id} }}}}; if not, leave it"
        )))
    };
    money.find_map(other).into_iter().collect()
}
