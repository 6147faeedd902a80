//! Whether the blocks of a text and of its translation correspond.

use super::FIGURES_DIFFER;
use super::side::Side;
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::{FIRST_EN, FIRST_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::{BlockKind, ProseBlock};

pub(in crate::rules) static STRUCTURE_DIFFERS: Rule = Rule {
    id: "structure-differs",
    group: RuleGroup::Languages,
    severity: Severity::Warning,
    demand: Words(
        "各语言的正文段落、列表项和表格行一一对应。",
        "Paragraphs, items of lists and rows of tables correspond in every language.",
    ),
    why: Words(
        "中文列了 5 项措施，英文只有 4 项：漏译的那一项没有数字，别的检查看不出来。",
        "If the Chinese lists five measures and the English four, the missing one may have no figure that another check would miss.",
    ),
    example: Shown(&[
        Added(FIRST_ZH, "\n- 建立台账。\n- 公开结果。\n", "\n- 建立台账。\n- 公开结果。\n"),
        Added(FIRST_EN, "\n- A ledger was set up.\n", "\n- A ledger was set up.\n- The results were published.\n"),
    ]),
    check: Check::With(&FIGURES_DIFFER),
};

/// The finding that blocks have no partners, at the first that has none.
pub(super) fn structure_differs(source: &Side<'_>, translation: &Side<'_>) -> Option<Diagnostic> {
    let (ours, theirs) = (&source.prose.blocks, &translation.prose.blocks);
    let same = ours.iter().zip(theirs).take_while(|(our, their)| our.kind == their.kind).count();
    if same == ours.len().max(theirs.len()) {
        return None;
    }
    let [zh, en] = translation.lang.names();
    let (kind, mine, other) = difference(ours, theirs)?;
    let (kind_zh, kind_en) = names(kind);
    let at = ours.get(same).or(ours.last()).map(|block| block.range.clone()).unwrap_or_default();
    let there = theirs.get(same).or(theirs.last()).map(|block| block.range.clone()).unwrap_or_default();
    let message = say!(
        "这段文字有 {mine} {kind_zh}，{zh}文本有 {other} {kind_zh}；从这里起不对应",
        "this text has {mine} {kind_en}, that in {en} has {other}; from here on they do not correspond"
    );
    Some(
        Diagnostic::of(&STRUCTURE_DIFFERS, source.passage.place(source.prose.place(at)), message)
            .help(say!(
                "请核对是否漏译，使两种文本的段落、列表项和表格行一一对应",
                "see whether something was left out, and let paragraphs, items and rows correspond"
            ))
            .related(
                translation.passage.place(translation.prose.place(there)),
                say!("{zh}文本在这里", "the {en} text is here"),
            ),
    )
}

/// The first kind of block of which there is not the same number on both sides, with the numbers; the order differs if there is none.
fn difference(ours: &[ProseBlock], theirs: &[ProseBlock]) -> Option<(BlockKind, usize, usize)> {
    let count = |blocks: &[ProseBlock], kind| blocks.iter().filter(|block| block.kind == kind).count();
    let kinds = || ours.iter().chain(theirs).map(|block| block.kind);
    let numbers = |kind| (kind, count(ours, kind), count(theirs, kind));
    kinds().map(numbers).find(|(_, mine, other)| mine != other).or_else(|| kinds().next().map(numbers))
}

/// What a kind of block is called, with its counter in Chinese.
fn names(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Paragraph => ("段", "paragraphs"),
        BlockKind::Heading => ("个标题", "headings"),
        BlockKind::Item => ("项", "items of lists"),
        BlockKind::Cell(_) => ("格", "cells of this column"),
        BlockKind::Note => ("段脚注", "paragraphs of footnotes"),
    }
}
