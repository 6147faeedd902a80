//! What an author may want to declare or look at: equations that hold between figures, that nearly hold, and figures
//! that no text quotes.
//!
//! Coincidences are common among small numbers, so little is said unasked: a share stated to a hundredth of a point
//! that two figures of one unit nearly give. The rest is looked for when `check --suggest` asks. The work is bounded:
//! of a record the first [`MOST`] figures are looked at, so that it grows with the number of records alone.

mod search;
mod tables;

use std::collections::BTreeSet;

use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::{THIRD, THIRD_EN, THIRD_ZH};
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::breakdown;
use crate::notice::edition::Edition;
use crate::notice::fields::MarkdownField;
use crate::notice::{Figure, Issue};
use crate::say;
use crate::text::quantity::{self, Quantity, QuantityKind};
use crate::value::{RelPath, Text};
use search::Proposal;

/// How many figures of a record are looked at.
const MOST: usize = 24;

pub(super) static NEAR_EQUATION: Rule = Rule {
    id: "near-equation",
    group: RuleGroup::Totals,
    severity: Severity::Note,
    demand: Words(
        "写到小数点后两位的百分比，与同一条记录里两个数据的比值一致。",
        "A percentage stated to two places is the share that two figures of the record give.",
    ),
    why: Words(
        "1683.36 亩占 3284 亩的 51.26%，写成 51.25%，别人一算就不一样。",
        "1,683.36 of 3,284 mu are 51.26%; whoever computes it again will not find 51.25%.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: disposed, label: {zh: 已处置, en: Disposed of}, value: 1683.36, unit: mu}
  - {id: idle, label: {zh: 闲置土地, en: Idle land}, value: 3284, unit: mu}
  - {id: share, label: {zh: 处置率, en: Share}, value: 51.25, unit: percent}
",
        "\
figures:
  - {id: disposed, label: {zh: 已处置, en: Disposed of}, value: 1683.36, unit: mu}
  - {id: idle, label: {zh: 闲置土地, en: Idle land}, value: 3284, unit: mu}
  - {id: share, label: {zh: 处置率, en: Share}, value: 51.26, unit: percent}
",
    )]),
    check: Check::Notice(near_misses),
};

pub(super) static SUGGESTED_EQUATION: Rule = Rule {
    id: "suggested-equation",
    group: RuleGroup::Totals,
    severity: Severity::Note,
    demand: Words(
        "（仅 check --suggest）数据之间成立的等式写进 equations。",
        "(`check --suggest` only) Equations that hold between figures are declared.",
    ),
    why: Words(
        "写明了等式，以后改动其中一个数，程序就会指出另外几个没有跟着改。",
        "Once declared, an equation says which figures were forgotten when one of them is changed.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 5, unit: case}
",
        "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 5, unit: case}
equations: [concluded + pending = letters]
",
    )]),
    check: Check::Elsewhere,
};

pub(super) static UNQUOTED_FIGURE: Rule = Rule {
    id: "unquoted-figure",
    group: RuleGroup::Totals,
    severity: Severity::Note,
    demand: Words(
        "（仅 check --suggest）反馈的问题里的数据，整改情况有交代。",
        "(`check --suggest` only) A figure of what was found is taken up by the response.",
    ),
    why: Words(
        "反馈说有91个软弱涣散村，整改情况一句不提这91个，读者会问后来怎样。",
        "If 91 weak villages were found and the response never mentions them, readers will ask what became of them.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
statement: {zh: 空编80个。, en: 80 posts were vacant.}
figures: [{id: vacant, label: {zh: 空编, en: Vacant posts}, value: 80, unit: piece}]
",
        "\
statement: {zh: 空编较多。, en: Many posts were vacant.}
figures: [{id: vacant, label: {zh: 空编, en: Vacant posts}, value: 80, unit: piece}]
",
    )]),
    check: Check::Elsewhere,
};

pub(super) static OTHER_AMOUNT: Rule = Rule {
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

/// A record: its file, what it declares, its figures.
type DeclaringRecord<'a> = (&'a RelPath, &'a [Text], &'a [Figure]);

fn records(edition: &Edition) -> impl Iterator<Item = DeclaringRecord<'_>> {
    let notice = &edition.notice;
    let whole = (&notice.path, &*notice.record.equations, &*notice.record.stated);
    let issues = notice.issues.iter().map(|issue| (&issue.path, &*issue.record.equations, &*issue.record.figures));
    let part = notice.accountability.iter().map(|part| (&part.path, &*part.record.equations, &*part.record.figures));
    std::iter::once(whole).chain(issues).chain(part)
}

fn near_misses(edition: &Edition) -> Vec<Diagnostic> {
    let of = |record: DeclaringRecord<'_>| {
        let misses = search::near_shares(looked_at(record.2));
        new(record, misses).map(|miss| missed(record.0, &miss)).collect::<Vec<_>>()
    };
    records(edition).filter(|record| record.2.len() > 2).flat_map(of).collect()
}

/// Returns all suggestions, for an author who asks for them.
pub fn suggestions(edition: &Edition) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for record in records(edition) {
        let figures = looked_at(record.2);
        let sums = search::sums(figures).into_iter().chain(search::shares(figures));
        let near: BTreeSet<String> = search::near_shares(figures).into_iter().map(|near| near.equation).collect();
        found.extend(new(record, sums.filter(|sum| !near.contains(&sum.equation))).map(|sum| told(record.0, &sum)));
    }
    for issue in &edition.notice.issues {
        let record = (&issue.path, &*issue.record.equations, &*issue.record.figures);
        let columns = tables::columns(issue, edition.notice.default_language());
        let sums = columns.iter().filter_map(|column| search::column(column, looked_at(record.2)));
        found.extend(new(record, sums).map(|sum| told(record.0, &sum)));
        found.extend(unquoted(edition, issue));
        found.extend(other_amounts(edition, issue));
    }
    found
}

fn looked_at(figures: &[Figure]) -> &[Figure] {
    &figures[..figures.len().min(MOST)]
}

/// Returns those proposals whose figures no declared equation brings together already.
fn new<'a>(
    (_, equations, _): DeclaringRecord<'a>,
    proposals: impl IntoIterator<Item = Proposal<'a>>,
) -> impl Iterator<Item = Proposal<'a>> {
    let declared: Vec<BTreeSet<&str>> = equations.iter().map(|equation| ids(equation).collect()).collect();
    let is_new = move |proposal: &Proposal<'_>| {
        !declared.iter().any(|equation| proposal.figures.iter().all(|figure| equation.contains(figure.id.as_str())))
    };
    proposals.into_iter().filter(is_new)
}

/// Returns the words of an equation: the ids of its figures, and what else stands between its signs.
fn ids(equation: &str) -> impl Iterator<Item = &str> {
    equation.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '.')
}

fn place(path: &RelPath, proposal: &Proposal<'_>) -> Place {
    let last = proposal.figures.last();
    last.map_or_else(|| Place::File(path.clone()), |figure| Place::span(path, figure.value.span()))
}

fn missed(path: &RelPath, miss: &Proposal<'_>) -> Diagnostic {
    let (equation, right) = (&miss.equation, miss.would_be.as_deref().unwrap_or_default());
    let message =
        say!("“{equation}”差一点成立：算出来是 {right}", "`{equation}` nearly holds: what is computed is {right}");
    Diagnostic::of(&NEAR_EQUATION, place(path, miss), message).help(say!(
        "请核对；原文如此的，把“{equation}”写进 equations，并在 accepted 里说明",
        "check it; if the original says so, declare `{equation}` under equations and say so under accepted"
    ))
}

fn told(path: &RelPath, proposal: &Proposal<'_>) -> Diagnostic {
    let equation = &proposal.equation;
    let (message, help) = match &proposal.would_be {
        None => (
            say!("等式成立：{equation}", "this equation holds: {equation}"),
            say!("可写进 equations：\n  - {equation}", "it can be declared under equations:\n  - {equation}"),
        ),
        Some(right) => (
            say!(
                "等式差一点成立：{equation}，算出来是 {right}",
                "this equation nearly holds: {equation}; what is computed is {right}"
            ),
            say!(
                "如果本应成立，请改为 {right}，再写进 equations：\n  - {equation}",
                "if it should hold, write {right} and declare it under equations:\n  - {equation}"
            ),
        ),
    };
    Diagnostic::of(&SUGGESTED_EQUATION, place(path, proposal), message).help(help)
}

/// Returns diagnostics for figures that the statement of an issue has and no text of the issue mentions.
fn unquoted(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
    let lang = edition.notice.default_language();
    let Some(statement) = issue.record.statement.as_ref().map(|statement| statement.text(lang)) else {
        return Vec::new();
    };
    let Some(locale) = edition.theme.locales.iter().find(|locale| locale.lang == lang) else { return Vec::new() };
    let texts = [MarkdownField::Response, MarkdownField::Answer, MarkdownField::NextSteps];
    let quoted: BTreeSet<Box<str>> = texts
        .iter()
        .filter_map(|field| Some(field.of(issue, lang)?.0))
        .flat_map(|doc| doc.prose().quotes.into_iter().map(|(name, _)| name))
        .collect();
    let is_quoted = |id: &str| quoted.iter().any(|name| breakdown::id_in(name) == id);
    let notes = issue.editor_notes().list();
    // 67 = 58 + 7 + 2: whoever reads its parts knows what became of the whole.
    let is_summed = |id: &str| {
        let others = |equation: &Text| ids(equation).filter(|other| *other != id).any(is_quoted);
        issue.record.equations.iter().any(|equation| ids(equation).any(|one| one == id) && others(equation))
    };
    let is_left = |figure: &&Figure| {
        let is_said = |shown: Option<String>| shown.is_some_and(|shown| statement.contains(&shown));
        let id = figure.id.as_str();
        let is_told = is_quoted(id) || notes.iter().any(|note| note.figures.contains(&id)) || is_summed(id);
        !is_told && (is_said(figure.set(locale)) || is_said(figure.set_was(locale)))
    };
    let found = |figure: &Figure| {
        let id = &figure.id;
        let message = say!(
            "反馈的问题里有“{id}”，整改情况和下一步措施都没有提到",
            "`{id}` stands in what was found; neither the response nor the next steps take it up"
        );
        Diagnostic::of(&UNQUOTED_FIGURE, Place::span(&issue.path, id.span()), message).help(say!(
            "请说明后来怎样，引用 {{{{ {id} }}}}；原文没有交代的，用 notes 向读者说明",
            "say what became of it and quote {{{{ {id} }}}}; if the original does not say, tell readers under `notes`"
        ))
    };
    issue.record.figures.iter().filter(is_left).map(found).collect()
}

/// Returns diagnostics for amounts of money of a record that its response neither quotes nor writes out, while it gives
/// others.
fn other_amounts(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
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
