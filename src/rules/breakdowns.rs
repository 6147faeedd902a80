//! Parts and their wholes: parts are no more than their whole, `of` names a figure, a label that points at another figure says at which.

use std::collections::BTreeSet;

use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::{NOTICE, THIRD};
use super::lexicon::Lexicon;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity, nearest};
use crate::notice::breakdown::{Breakdown, Wholes, are_alike, breakdowns};
use crate::notice::edition::Edition;
use crate::notice::{Figure, FigureRecords, NoHighlight};
use crate::say;
use crate::text::locale::Locale;
use crate::value::Text;

pub(super) static PARTS_EXCEED_WHOLE: Rule = Rule {
    id: "parts-exceed-whole",
    group: RuleGroup::Totals,
    severity: Severity::Error,
    demand: Words(
        "各部分（of）加起来不超过总数；互相交叉的部分，用等式分开写。",
        "Parts (`of`) do not come to more than their whole; parts that overlap are brought together by equations.",
    ),
    why: Words(
        "保证金 666 万元，没收 400 万元、诉讼中 304 万元——部分比总数还多，这笔账谁也算不平。",
        "Of deposits of 6.66 million, 4 million forfeited and 3.04 million in court: nobody can make that add up.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 666, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 400, unit: CNY, of: deposits, kind: done}
  - {id: litigation, label: {zh: 诉讼中, en: In litigation}, value: 304, unit: CNY, of: deposits, kind: in-court}
",
        "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 666, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 282, unit: CNY, of: deposits, kind: done}
  - {id: litigation, label: {zh: 诉讼中, en: In litigation}, value: 304, unit: CNY, of: deposits, kind: in-court}
",
    )]),
    check: Check::Notice(exceeding),
};

pub(super) static UNKNOWN_WHOLE: Rule = Rule {
    id: "unknown-whole",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "of 写的是同一条记录里另一个数据的标识，不绕回自己；写了 kind 的，说明是哪个总数的一部分，单位与总数相同。",
        "`of` names another figure of the same record and does not lead back to itself; a figure with a `kind` says of which whole it is a part, in the unit of the whole.",
    ),
    why: Words(
        "标识写错，这一部分就没有总数可比，页面上也看不出还差多少。",
        "With a wrong id the part has no whole to be compared with, and pages cannot show what is missing.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: owed, label: {zh: 应收款, en: Sums owed}, value: 900, unit: CNY}
  - {id: paid, label: {zh: 已收回, en: Recovered}, value: 600, unit: CNY, of: ownd, kind: recovered}
",
        "\
figures:
  - {id: owed, label: {zh: 应收款, en: Sums owed}, value: 900, unit: CNY}
  - {id: paid, label: {zh: 已收回, en: Recovered}, value: 600, unit: CNY, of: owed, kind: recovered}
",
    )]),
    check: Check::Notice(unknown_wholes),
};

pub(super) static POINTING_LABEL: Rule = Rule {
    id: "pointing-label",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words(
        "数据名称里有“上述”“该”“其中”一类指代别处的词，就用 of 说明指的是哪个数据。",
        "A label that points at something else (“of which”, “these”, “the above”) says at which figure, with `of`.",
    ),
    why: Words(
        "数据会单独列在统计页、搜索结果和下载表格里，“上述案件处罚金额”在那里没有“上述”。",
        "Figures stand alone on the page of statistics, in search results and in downloads, where nothing is “above”.",
    ),
    example: Shown(&[Added(
        THIRD,
        "\
figures:
  - {id: cases, label: {zh: 查处案件, en: Cases dealt with}, value: 15, unit: case}
  - {id: amount, label: {zh: 上述案件处罚金额, en: Fines in these cases}, value: 9000, unit: CNY}
",
        "\
figures:
  - {id: cases, label: {zh: 查处案件, en: Cases dealt with}, value: 15, unit: case}
  - {id: amount, label: {zh: 上述案件处罚金额, en: Fines in these cases}, value: 9000, unit: CNY, of: cases}
",
    )]),
    check: Check::Notice(pointing_labels),
};

pub(super) static UNKNOWN_HIGHLIGHT: Rule = Rule {
    id: "unknown-highlight",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "highlights 里写的是有的数据，只有一条记录有这个标识，或者写明是哪个问题的。",
        "`highlights` names figures that there are: an id of one record alone, or with the number of the issue.",
    ),
    why: Words("写错了，首页就少了要突出的数据。", "With a wrong name the home page lacks what it was to put first."),
    example: Shown(&[Added(NOTICE, "highlights: [fine]\n", "highlights: [fines]\n")]),
    check: Check::Complete(unknown_highlights),
};

fn exceeding(edition: &Edition) -> Vec<Diagnostic> {
    // What an equation declares is compared by the rule `equation`.
    let of = |record: FigureRecords<'_>| {
        let declared = breakdowns(record.figures, record.equations).into_iter();
        let wrong = declared.filter(|breakdown| breakdown.equation.is_none() && breakdown.exceeds());
        wrong.filter_map(|breakdown| exceeds(record, &breakdown)).collect::<Vec<_>>()
    };
    edition.notice.figure_records().flat_map(of).collect()
}

fn exceeds(record: FigureRecords<'_>, breakdown: &Breakdown<'_>) -> Option<Diagnostic> {
    let (whole, sum, last) = (breakdown.whole, breakdown.sum()?, breakdown.parts.last()?);
    let (id, value) = (&whole.id, &whole.value);
    let parts: Vec<&str> = breakdown.parts.iter().map(|part| part.id.as_str()).collect();
    let (zh, en) = (parts.join("、"), parts.join(", "));
    let message =
        say!("“{id}”是 {value}，各部分（{zh}）加起来是 {sum}", "`{id}` is {value}, but its parts ({en}) come to {sum}");
    let first = parts[0];
    let help = say!(
        "请核对；互相交叉的部分，用等式说明哪些合在一起：equations: [{first} + 未说明 = {id}]",
        "check them; where parts overlap, say by equations which belong together: equations: [{first} + unexplained = {id}]"
    );
    let found = Diagnostic::of(&PARTS_EXCEED_WHOLE, Place::span(record.path, last.value.span()), message).help(help);
    Some(found.related(Place::span(record.path, whole.value.span()), say!("总数在这里", "the whole is here")))
}

fn unknown_wholes(edition: &Edition) -> Vec<Diagnostic> {
    let of = |record: FigureRecords<'_>| {
        let wholes = Wholes::of(record.figures, record.equations);
        record.figures.iter().filter_map(|figure| wrong_whole(record, &wholes, figure)).collect::<Vec<_>>()
    };
    edition.notice.figure_records().flat_map(of).collect()
}

fn wrong_whole(record: FigureRecords<'_>, wholes: &Wholes<'_>, figure: &Figure) -> Option<Diagnostic> {
    match (&figure.of, &figure.kind, wholes.of_part(figure)) {
        (Some(of), _, None) => Some(no_whole(record, of)),
        (Some(of), _, Some(_)) if is_circle(wholes, figure) => {
            let message = say!("“{of}”绕回了自己", "`of: {of}` leads back to the figure itself");
            let help = say!("请写总数的标识", "write the id of the whole");
            Some(Diagnostic::of(&UNKNOWN_WHOLE, Place::span(record.path, of.span()), message).help(help))
        }
        (None, Some(kind), None) => {
            let message = say!("没有说明是哪个总数的一部分", "nothing says of which whole this is a part");
            let help = say!(
                "请写 of: 总数的标识，或者在 equations 里写等式",
                "write `of:` with the id of the whole, or an equation under `equations`"
            );
            Some(Diagnostic::of(&UNKNOWN_WHOLE, Place::span(record.path, kind.span()), message).help(help))
        }
        (_, Some(kind), Some(whole)) if !are_alike(figure, whole) => {
            let (unit, id, own) = (&whole.unit, &whole.id, &figure.unit);
            let message = say!(
                "单位是 {own}，“{id}”的单位是 {unit}，不能是它的一部分",
                "its unit is {own}, that of `{id}` is {unit}: it cannot be a part of it"
            );
            let help = say!(
                "请改正单位；只是说明它的，删去 kind",
                "correct the unit; if it merely says something about it, delete `kind`"
            );
            Some(Diagnostic::of(&UNKNOWN_WHOLE, Place::span(record.path, kind.span()), message).help(help))
        }
        _ => None,
    }
}

fn no_whole(record: FigureRecords<'_>, of: &Text) -> Diagnostic {
    let ids = || record.figures.iter().map(|figure| figure.id.as_str());
    let message = say!("这条记录没有数据“{of}”", "this record has no figure `{of}`");
    let help = match nearest(of, ids()) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => {
            let known = ids().take(20).collect::<Vec<_>>().join(", ");
            say!("这条记录的数据有：{known}", "the figures of this record are: {known}")
        }
    };
    Diagnostic::of(&UNKNOWN_WHOLE, Place::span(record.path, of.span()), message).help(help)
}

/// Whether the way from a figure to its whole, and on, comes back to it.
fn is_circle(wholes: &Wholes<'_>, figure: &Figure) -> bool {
    let (mut seen, mut at) = (BTreeSet::new(), figure);
    while let Some(next) = Some(at).filter(|at| at.of.is_some()).and_then(|at| wholes.of_part(at)) {
        if next.id == figure.id {
            return true;
        }
        if !seen.insert(next.id.as_str()) {
            return false;
        }
        at = next;
    }
    false
}

fn pointing_labels(edition: &Edition) -> Vec<Diagnostic> {
    let words = |locale: &Locale| {
        let pointing = &locale.rules.reading.pointing;
        (locale.lang, Lexicon::of(pointing.iter().map(|(word, points)| (word.as_str(), *points))))
    };
    let lexicons: Vec<_> = edition.theme.locales.iter().map(words).collect();
    let of = |record: FigureRecords<'_>| {
        let wholes = Wholes::of(record.figures, record.equations);
        let alone = record.figures.iter().filter(|figure| wholes.of_part(figure).is_none() && figure.of.is_none());
        let found = alone.filter_map(|figure| {
            let found = lexicons.iter().find_map(|(lang, lexicon)| {
                let label = figure.label.get(*lang)?;
                let (range, _) = lexicon.find(label).into_iter().find(|(_, points)| *points)?;
                Some((label, range))
            });
            let (label, range) = found?;
            Some(points(record, label, &label[range]))
        });
        found.collect::<Vec<_>>()
    };
    edition.notice.figure_records().flat_map(of).collect()
}

fn points(record: FigureRecords<'_>, label: &Text, word: &str) -> Diagnostic {
    let message = say!(
        "名称里有“{word}”，没有说明指的是哪个数据",
        "the label says “{word}” and nothing says which figure it points at"
    );
    let help = say!(
        "请加上 of: 所指数据的标识；没有那个数据的，把名称写完整",
        "add `of:` with the id of that figure; if there is none, write the label out"
    );
    Diagnostic::of(&POINTING_LABEL, Place::span(record.path, label.span()), message).help(help)
}

fn unknown_highlights(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let known = || notice.figure_records().flat_map(|record| record.figures).map(|figure| figure.id.as_str());
    let wrong = |name: &Text| {
        let (message, help) = match notice.highlight(name).err()? {
            NoHighlight::Several(names) => {
                let (zh, en) = (names.join("、"), names.join(", "));
                (
                    say!("几条记录都有数据“{name}”", "several records have a figure `{name}`"),
                    say!("请写明是哪一个：{zh}", "say which: {en}"),
                )
            }
            NoHighlight::Unknown => {
                let id = name.rsplit('/').next().unwrap_or(name);
                let help = match nearest(id, known()) {
                    Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
                    None => say!(
                        "请写数据的标识；几条记录都有的写成 34/vacancy（问题的序号/标识）",
                        "write the id of a figure; where several records have it, as 34/vacancy"
                    ),
                };
                (say!("没有数据“{name}”", "there is no figure `{name}`"), help)
            }
        };
        Some(Diagnostic::of(&UNKNOWN_HIGHLIGHT, Place::span(&notice.path, name.span()), message).help(help))
    };
    notice.record.highlights.iter().filter_map(wrong).collect()
}
