//! Labels of parts, which say by themselves what they count.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::FigureRecords;
use crate::notice::breakdown::Wholes;
use crate::notice::edition::Edition;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD;
use crate::rules::lexicon::Lexicon;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::locale::Locale;
use crate::value::Text;

pub(in crate::rules) static POINTING_LABEL: Rule = Rule {
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
