//! The languages say the same: every figure of a text is looked for in its translation, as a quantity and not as a string.
//!
//! Figures in digits must find a partner. Figures in words (三轮, three rounds) may be partners of figures in digits; with a counter they must
//! find one themselves. Years, months and days are compared as sets, since how often a date is repeated is a matter of style.

use std::ops::Range;

use super::context::Context;
use super::example::Change::Part;
use super::example::Example::Shown;
use super::example::FIRST;
use super::{Check, Group, ReadPassage, Rule, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::notice::Passage;
use crate::say;
use crate::text::markdown::Prose;
use crate::text::quantity::{self, Form, Quantity, QuantityKind};
use crate::value::Lang;

pub(super) static FIGURES_DIFFER: Rule = Rule {
    id: "figures-differ",
    group: Group::Languages,
    severity: Severity::Error,
    demand: Words(
        "同一段文字里的数字、日期和“余”“近”“约”，在各语言里说的是同一个数。",
        "Figures, dates and words such as “over”, “nearly” and “about” say the same in every language.",
    ),
    why: Words(
        "中文说 15 个项目，英文说 51 个，两种文本里必有一个对外说错了。",
        "If the Chinese says 15 projects and the English 51, one of them tells the public something wrong.",
    ),
    example: Shown(&[Part(
        FIRST,
        "statement: {zh: 15 个项目涉嫌串通投标。, en: Bids were suspected of having been rigged in 51 projects.}",
        "statement: {zh: 15 个项目涉嫌串通投标。, en: Bids were suspected of having been rigged in 15 projects.}",
    )]),
    check: Check::Languages(check),
};

/// What was found in a text in all its languages, and how many figures were read: quantities, and those quoted by name.
fn check(context: &Context, group: &[ReadPassage<'_>]) -> Checked<usize> {
    let mut sides: Vec<_> = group.iter().filter_map(|(passage, prose)| Side::of(context, passage, prose)).collect();
    let figures = sides.iter().map(|side| side.quantities.len() + side.quotes.len()).sum();
    sides.sort_by_key(|side| context.position(Some(side.lang)));
    let Some((source, translations)) = sides.split_first() else { return Checked::clean(0) };
    let diagnostics = translations.iter().flat_map(|translation| compare(source, translation)).collect();
    Checked { value: figures, diagnostics }
}

/// A text in one language with the figures in it.
struct Side<'a> {
    lang: Lang,
    passage: &'a Passage<'a>,
    prose: &'a Prose<'a>,
    quantities: Vec<Quantity>,
    /// The figures that it quotes by name.
    quotes: Vec<(&'a str, Range<usize>)>,
}

impl<'a> Side<'a> {
    fn of(context: &Context, passage: &'a Passage<'a>, prose: &'a Prose<'a>) -> Option<Side<'a>> {
        let lang = passage.lang?;
        let quantities = quantity::read(&prose.text, &context.locale(lang)?.rules);
        let quotes = passage.doc().into_iter().flat_map(|doc| doc.quotes()).collect();
        Some(Side { lang, passage, prose, quantities, quotes })
    }

    fn written(&self, quantity: &Quantity) -> &'a str {
        &self.prose.text[quantity.range.clone()]
    }

    fn place(&self, quantity: &Quantity) -> Place {
        self.passage.place(self.prose.place(quantity.range.clone()))
    }
}

/// Compares a translation with the text in the notice's first language.
fn compare(source: &Side<'_>, translation: &Side<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let (left, right) = (unmatched(source, translation), unmatched(translation, source));
    found.extend(left.iter().map(|quantity| differs(source, quantity, translation, &right)));
    found.extend(
        right
            .iter()
            .filter(|q| nearest(q, &left).is_none())
            .map(|quantity| differs(translation, quantity, source, &left)),
    );
    found.extend(quotes_differ(source, translation));
    found.extend(quotes_differ(translation, source));
    found
}

/// The figures of one side that have no partner on the other.
fn unmatched<'a>(one: &'a Side<'_>, other: &Side<'_>) -> Vec<&'a Quantity> {
    let mut free: Vec<&Quantity> = other.quantities.iter().collect();
    let mut rest: Vec<&Quantity> = one.quantities.iter().collect();
    let dates = |q: &&Quantity| !q.kind.is_date() || !free_has(other, q);
    rest.retain(dates);
    // Best partners first, so that a figure in words is not taken by the wrong one.
    type Fits = fn(&Quantity, &Quantity) -> bool;
    let rounds: [Fits; 3] = [
        |a, b| a.form == b.form && a.kind == b.kind && a.approx == b.approx,
        |a, b| a.form == Form::Digits && b.form == Form::Digits && same_kind(a, b) && a.approx == b.approx,
        |a, b| same_kind(a, b) && same_approx(a, b),
    ];
    for fits in rounds {
        rest.retain(|quantity| {
            match free.iter().position(|candidate| candidate.value == quantity.value && fits(quantity, candidate)) {
                Some(partner) => {
                    free.remove(partner);
                    false
                }
                None => true,
            }
        });
    }
    rest.retain(|q| q.form != Form::Word);
    rest
}

/// Whether a part of a date occurs at all; figures in words and in names may also stand for one (七一, 1 July).
fn free_has(other: &Side<'_>, date: &Quantity) -> bool {
    other.quantities.iter().any(|q| q.value == date.value && (q.kind == date.kind || q.kind == QuantityKind::Number))
}

/// The same measure, or one that leaves its unit to its neighbour.
fn same_kind(a: &Quantity, b: &Quantity) -> bool {
    a.kind == b.kind || a.kind == QuantityKind::Number || b.kind == QuantityKind::Number
}

/// Words that round are compared where figures stand in digits; 以上 and “or more” are left to the reader.
fn same_approx(a: &Quantity, b: &Quantity) -> bool {
    a.approx == b.approx || a.form != Form::Digits || b.form != Form::Digits
}

/// The unmatched figure of the other side that was most likely meant.
fn nearest<'a>(quantity: &Quantity, others: &[&'a Quantity]) -> Option<&'a Quantity> {
    let same_value = others.iter().find(|other| other.value == quantity.value);
    let same_kind = others.iter().find(|other| other.kind == quantity.kind);
    same_value.or(same_kind).copied()
}

fn differs(side: &Side<'_>, quantity: &Quantity, other: &Side<'_>, others: &[&Quantity]) -> Diagnostic {
    let (written, [zh, en]) = (side.written(quantity), other.lang.names());
    let place = side.place(quantity);
    match nearest(quantity, others) {
        Some(near) if near.value == quantity.value && near.kind == quantity.kind => Diagnostic::of(
            &FIGURES_DIFFER,
            place,
            say!(
                "“{written}”在一种文本里是约数，在另一种里是确数",
                "“{written}” is exact in one language and approximate in the other"
            ),
        )
        .help(say!(
            "余、多对应 over，近对应 nearly，约、左右对应 about；请改成一致",
            "over, nearly and about correspond to 余, 近 and 约; make both say the same"
        ))
        .related(other.place(near), say!("{zh}文本在这里", "the text in {en} stands here")),
        Some(near) => {
            let theirs = other.written(near);
            Diagnostic::of(
                &FIGURES_DIFFER,
                place,
                say!(
                    "这里是“{written}”，{zh}文本却是“{theirs}”",
                    "this says “{written}”, but the text in {en} says “{theirs}”"
                ),
            )
            .help(say!("请核对原稿，改正其中一处", "check the original and correct one of them"))
            .related(other.place(near), say!("{zh}文本在这里", "the text in {en} stands here"))
        }
        None => {
            let (mine, theirs) = (count(side, quantity), count(other, quantity));
            let (mine_en, theirs_en) = (times(mine), times(theirs));
            Diagnostic::of(
                &FIGURES_DIFFER,
                place,
                say!(
                    "“{written}”在这里出现 {mine} 次，在{zh}文本里出现 {theirs} 次",
                    "“{written}” occurs {mine_en} here, but {theirs_en} in the text in {en}"
                ),
            )
            .help(say!(
                "请核对两种文本；确属有意的，在 accepted 里写明理由",
                "check both texts; if it is meant, say why under `accepted`"
            ))
            .related(Place::File(other.passage.path.clone()), say!("{zh}文本", "the text in {en}"))
        }
    }
}

fn count(side: &Side<'_>, quantity: &Quantity) -> usize {
    side.quantities.iter().filter(|q| q.value == quantity.value && same_kind(q, quantity)).count()
}

/// How often something occurs, in English words.
fn times(n: usize) -> String {
    match n {
        0 => "not at all".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

fn quotes_differ(one: &Side<'_>, other: &Side<'_>) -> Vec<Diagnostic> {
    let mut free: Vec<&str> = other.quotes.iter().map(|(name, _)| *name).collect();
    let mut found = Vec::new();
    for (name, range) in &one.quotes {
        match free.iter().position(|candidate| candidate == name) {
            Some(partner) => drop(free.remove(partner)),
            None => {
                let [zh, en] = other.lang.names();
                found.push(
                    Diagnostic::of(
                        &FIGURES_DIFFER,
                        one.passage.place(range.clone()),
                        say!("{zh}文本没有引用“{name}”", "the text in {en} does not quote `{name}`"),
                    )
                    .help(say!("请在{zh}文本里也引用这项数据", "quote the figure there, too"))
                    .related(Place::File(other.passage.path.clone()), say!("{zh}文本", "the text in {en}")),
                );
            }
        }
    }
    found
}
