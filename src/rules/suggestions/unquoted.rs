//! Figures of what was found that the response never takes up.

use std::collections::BTreeSet;

use super::ids;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::edition::Edition;
use crate::notice::fields::MarkdownField;
use crate::notice::{Figure, Issue, breakdown};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::Text;

pub(in crate::rules) static UNQUOTED_FIGURE: Rule = Rule {
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

/// Returns diagnostics for figures that the statement of an issue has and no text of the issue mentions.
pub(super) fn unquoted(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
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
