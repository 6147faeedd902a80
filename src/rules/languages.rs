//! The languages say the same: every figure of a text is looked for in its translation, as a quantity and not as a string.
//!
//! A text and its translation are compared block by block: paragraphs, items and cells pair one to one, and a figure finds its partner in the
//! block that renders its own. Where the blocks do not pair, that is a finding, and the texts are compared as wholes.

mod beside;
mod calendar;
mod dates;
mod figures;
mod names;
mod partners;
mod polarity;
mod poles;
mod quotes;
mod side;
mod structure;

use super::context::Context;
use super::example::Example::Shown;
use super::example::ExampleChange::{self, Added};
use super::example::{FIRST, FIRST_EN, FIRST_ZH};
use super::{Check, ReadPassage, Rule, RuleGroup, Words};
use crate::diagnostic::{Checked, Diagnostic, Severity};
use crate::text::markdown::ProseBlock;
use side::{Side, SideBlock};
use structure::structure_differs;

pub(super) use calendar::{WrittenDate, dates_of};
pub(super) use figures::FIGURES_IN_ORDER;
pub(super) use structure::STRUCTURE_DIFFERS;

pub(super) static FIGURES_DIFFER: Rule = Rule {
    id: "figures-differ",
    group: RuleGroup::Languages,
    severity: Severity::Error,
    demand: Words(
        "同一段文字里的数字、单位、日期、增减和“余”“近”“约”“以上”“至少”，在各语言里说的是同一个数。",
        "Figures, units, dates, directions and words such as “over”, “nearly” and “at least” say the same in every language.",
    ),
    why: Words(
        "中文说 15 个项目，英文说 51 个，两种文本里必有一个对外说错了。",
        "If the Chinese says 15 projects and the English 51, one of them tells the public something wrong.",
    ),
    example: Shown(&[ExampleChange::Part(
        FIRST,
        "statement: {zh: 15 个项目涉嫌串通投标。, en: Bids were suspected of having been rigged in 51 projects.}",
        "statement: {zh: 15 个项目涉嫌串通投标。, en: Bids were suspected of having been rigged in 15 projects.}",
    )]),
    check: Check::Languages(check),
};

pub(super) static NAMES_DIFFER: Rule = Rule {
    id: "names-differ",
    group: RuleGroup::Languages,
    severity: Severity::Error,
    demand: Words(
        "同一段里的单位和地方，在各语言里是同一个；名称以 units.yaml 和 glossary.yaml 的 names 为准。",
        "A paragraph names the same units and places in every language, as units.yaml and `names` in glossary.yaml call them.",
    ),
    why: Words(
        "中文说县审计局，英文成了县住建局：读英文的人会去问错单位，被点名的单位也会喊冤。",
        "Where the County Audit Bureau became the County Housing Bureau, the wrong office is praised, blamed and called.",
    ),
    example: Shown(&[
        Added(FIRST_ZH, "\n县审计局已经复核。\n", "\n县审计局已经复核。\n"),
        Added(
            FIRST_EN,
            "\nThe County Housing Bureau has checked them again.\n",
            "\nThe County Audit Bureau has checked them again.\n",
        ),
    ]),
    check: Check::With(&FIGURES_DIFFER),
};

pub(super) static NAME_MISSING: Rule = Rule {
    id: "name-missing",
    group: RuleGroup::Languages,
    severity: Severity::Note,
    demand: Words(
        "一种语言的正文里点了名的单位和地方，其他语言的正文里也有。",
        "A unit or place that a narrative names in one language, it names in the others, too.",
    ),
    why: Words(
        "中文写明由县审计局复核，英文通篇没有提到它：读英文的人不知道该问谁。",
        "If the Chinese says that the County Audit Bureau checked and the English never mentions it, readers of English cannot know whom to ask.",
    ),
    example: Shown(&[
        Added(FIRST_ZH, "\n县审计局已经复核。\n", "\n县审计局已经复核。\n"),
        Added(FIRST_EN, "\nThey have been checked again.\n", "\nThe County Audit Bureau has checked them again.\n"),
    ]),
    check: Check::With(&FIGURES_DIFFER),
};

pub(super) static POLARITY_DIFFERS: Rule = Rule {
    id: "polarity-differs",
    group: RuleGroup::Languages,
    severity: Severity::Warning,
    demand: Words(
        "一种语言说已经做了的，另一种语言不说没有做；一种语言说上升、以上的，另一种语言不说下降、以下。",
        "What one language says was done or rose, the other does not say was not done or fell.",
    ),
    why: Words(
        "中文是“已完成”，英文是 not yet completed：两种读者得到相反的消息，数字却都对得上。",
        "If one language says “completed” and another “not yet completed”, readers are told opposite things, and every figure agrees.",
    ),
    example: Shown(&[
        Added(FIRST_ZH, "\n罚款已经收缴。\n", "\n罚款已经收缴。\n"),
        Added(FIRST_EN, "\nThe fines have not yet been collected.\n", "\nThe fines have been collected.\n"),
    ]),
    check: Check::With(&FIGURES_DIFFER),
};

/// What was found in a text in all its languages, and how many figures were read: quantities, and those quoted by name.
fn check(context: &Context, group: &[ReadPassage<'_>]) -> Checked<usize> {
    let sides = sides(context, group);
    let figures = sides.iter().map(|side| side.quantities.len() + side.quotes.len()).sum();
    let Some((source, translations)) = sides.split_first() else { return Checked::clean(0) };
    let of = |translation| {
        compare(context, source, translation).into_iter().chain(missing_names(context, source, translation))
    };
    Checked { value: figures, diagnostics: translations.iter().flat_map(of).collect() }
}

/// A text in all its languages, that of the notice's first language first.
fn sides<'a>(context: &'a Context, group: &'a [ReadPassage<'a>]) -> Vec<Side<'a>> {
    let mut sides: Vec<_> = group.iter().filter_map(|(passage, prose)| Side::of(context, passage, prose)).collect();
    sides.sort_by_key(|side| context.position(Some(side.lang)));
    sides
}

/// What a narrative names in one language and its translation nowhere, and the other way round.
fn missing_names(context: &Context, source: &Side<'_>, translation: &Side<'_>) -> Vec<Diagnostic> {
    if !source.passage.is_file() {
        return Vec::new();
    }
    let (ours, theirs) = (source.whole(), translation.whole());
    let mut missing = names::missing(context, &ours, &theirs);
    missing.extend(names::missing(context, &theirs, &ours));
    missing
}

/// Compares a translation with the text in the notice's first language.
fn compare(context: &Context, source: &Side<'_>, translation: &Side<'_>) -> Vec<Diagnostic> {
    let (ours, theirs) = (&source.prose.blocks, &translation.prose.blocks);
    if let Some(finding) = structure_differs(source, translation) {
        let mut found = blocks_differ(context, &source.whole(), &translation.whole());
        found.push(finding);
        return found;
    }
    let pairs = ours.iter().zip(theirs);
    let compared = |(our, their): (&ProseBlock, &ProseBlock)| {
        blocks_differ(context, &source.part(&our.range), &translation.part(&their.range))
    };
    pairs.flat_map(compared).collect()
}

/// Compares what a block says with what its translation says.
fn blocks_differ(context: &Context, source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Vec<Diagnostic> {
    let mut found = figures::compare(source, translation);
    found.extend(names::compare(context, source, translation));
    found.extend(polarity::compare(source, translation));
    found.extend(poles::compare(source, translation));
    found.extend(dates::compare(source, translation));
    found
}
