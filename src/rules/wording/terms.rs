//! Terms that the office's own list calls wrong.

use super::place;
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::{Passage, WrongTerm};
use crate::rules::context::Context;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, File};
use crate::rules::example::{THIRD_EN, THIRD_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::Prose;

const GLOSSARY: &str = "wrong:\n  - {lang: zh, wrong: 布署, right: 部署}\n";

pub(in crate::rules) static WRONG_TERM: Rule = Rule {
    id: "wrong-term",
    group: RuleGroup::Wording,
    severity: Severity::Error,
    demand: Words(
        "不用本单位词表（glossary.yaml 的 wrong）列出的错误用语。",
        "No term is used that the office's own list (`wrong` in glossary.yaml) calls wrong.",
    ),
    why: Words(
        "机构名称、政治表述和常错的字，一处写错就会被截图传播。",
        "One wrong name of a body or wrong phrase of policy, and screenshots circulate.",
    ),
    example: Shown(&[
        File("content/glossary.yaml", GLOSSARY, GLOSSARY),
        Added(THIRD_ZH, "\n招聘工作已经布署。\n", "\n招聘工作已经部署。\n"),
        Added(THIRD_EN, "\nThe work has been assigned.\n", "\nThe work has been assigned.\n"),
    ]),
    check: Check::Prose(wrong_terms),
};

/// Terms of the office's own list.
fn wrong_terms(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    terms_in(passage, prose, &context.wrong_terms)
}

pub(super) fn terms_in(passage: &Passage<'_>, prose: &Prose<'_>, terms: &[WrongTerm]) -> Vec<Diagnostic> {
    let found = terms
        .iter()
        .filter(|term| Some(*term.lang) == passage.lang)
        .flat_map(|term| prose.text.match_indices(term.wrong.as_str()).map(move |(at, _)| (term, at)));
    found
        .filter(|(term, at)| {
            !term.except.iter().chain([&term.right]).any(|word| stands_in(&prose.text, *at, &term.wrong, word))
        })
        .map(|(term, at)| {
            let (wrong, right) = (&term.wrong, &term.right);
            Diagnostic::of(
                &WRONG_TERM,
                place(passage, prose, at..at + wrong.len()),
                say!("“{wrong}”应为“{right}”", "“{wrong}” should be “{right}”"),
            )
            .help(say!("词表见 content/glossary.yaml 的 wrong", "the list is `wrong` in content/glossary.yaml"))
        })
        .collect()
}

/// Returns whether the wrong term at a position is only part of a word that is right.
fn stands_in(text: &str, at: usize, wrong: &str, word: &str) -> bool {
    word.match_indices(wrong)
        .any(|(inside, _)| at.checked_sub(inside).and_then(|start| text.get(start..start + word.len())) == Some(word))
}
