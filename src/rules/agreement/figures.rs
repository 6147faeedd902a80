//! Figures that several records state, which have the same value in each; groups of persons among them.

use std::collections::BTreeMap;

use super::repeats;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Accountability, Figure, Notice};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{File, Part};
use crate::rules::example::{ACCOUNTABILITY, FIRST};
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::{Decimal, RelPath, width};

pub(in crate::rules) static SAME_FIGURE_DIFFERS: Rule = Rule {
    id: "same-figure-differs",
    group: RuleGroup::Totals,
    severity: Severity::Warning,
    demand: Words(
        "同一个数据（标识、名称和单位都相同）在不同记录里数值一致，重复写同一件事的记录里名称相近的也一致；问责的分组人数与同名数据一致。",
        "A figure with the same id, label and unit has the same value in every record, and with a similar label where records repeat each other; a group of persons is as large as the figure of its id.",
    ),
    why: Words(
        "同一笔罚款，第26项写147.6万元，第49项写146.7万元，读者不知道该信哪个。",
        "With fines of 1.476 million under one issue and 1.467 million under another, readers cannot know which to believe.",
    ),
    example: Shown(&[
        Part(
            FIRST,
            "- {id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: CNY}",
            "- {id: fines, label: {zh: 罚款, en: Fines}, value: 1476000, unit: CNY}",
        ),
        File(
            ACCOUNTABILITY,
            "\
figures:
  - {id: warnings, label: {zh: 党内警告, en: Intra-Party warnings}, value: 2, unit: person}
groups:
  - id: warnings
    title: {zh: 党内警告, en: Intra-Party warning}
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
            "\
figures:
  - {id: warnings, label: {zh: 党内警告, en: Intra-Party warnings}, value: 1, unit: person}
groups:
  - id: warnings
    title: {zh: 党内警告, en: Intra-Party warning}
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
        ),
    ]),
    check: Check::Complete(figures_agree),
};

/// How long a label is, in Han characters and in others, that can mean one thing only: 完成率 stands in many records.
const TELLING: [usize; 2] = [8, 30];

/// A figure as it is known: its label, id and unit.
type KnownFigures<'a> = BTreeMap<[&'a str; 3], (&'a RelPath, &'a Figure)>;

fn figures_agree(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let (mut known, mut found) = (KnownFigures::new(), Vec::new());
    for (path, figures) in records(notice) {
        let differing = figures.iter().filter_map(|figure| {
            let label = figure.label.text(notice.default_language());
            if is_telling(label) { first_other(&mut known, label, path, figure) } else { None }
        });
        found.extend(differing);
    }
    let records: Vec<repeats::RecordFigures<'_>> = records(notice).collect();
    for ((path, figure), (first_path, first)) in repeats::differing(&records, notice.default_language()) {
        let other = figure_differs(path, figure, first_path, first);
        if found.iter().all(|known: &Diagnostic| known.place != other.place) {
            found.push(other);
        }
    }
    found.extend(notice.accountability.iter().flat_map(groups_agree));
    found
}

/// Returns every record that has figures.
fn records(notice: &Notice) -> impl Iterator<Item = (&RelPath, &[Figure])> {
    let issues = notice.issues.iter().map(|issue| (&issue.path, &*issue.record.figures));
    let part = notice.accountability.iter().map(|part| (&part.path, &*part.record.figures));
    std::iter::once((&notice.path, &*notice.record.stated)).chain(issues).chain(part)
}

/// Remembers a figure. Returns a diagnostic if it is known already and has another value.
fn first_other<'a>(
    known: &mut KnownFigures<'a>,
    label: &'a str,
    path: &'a RelPath,
    figure: &'a Figure,
) -> Option<Diagnostic> {
    let (first_path, first) = *known.entry([label, &figure.id, &figure.unit]).or_insert((path, figure));
    // An earlier value that one of them does not give is no contradiction.
    let was_differs = figure.was.zip(first.was).is_some_and(|(was, first)| was != first);
    let differs = first.value != figure.value || was_differs;
    (first_path != path && differs).then(|| figure_differs(path, figure, first_path, first))
}

fn is_telling(label: &str) -> bool {
    let all = label.chars().count();
    all >= TELLING[0] && label.chars().any(width::is_wide) || all >= TELLING[1]
}

fn figure_differs(path: &RelPath, figure: &Figure, first_path: &RelPath, first: &Figure) -> Diagnostic {
    let is_earlier = first.value == figure.value;
    let said = |figure: &Figure| figure.was.filter(|_| is_earlier).unwrap_or(figure.value);
    let id = if is_earlier { format!("{}.was", figure.id) } else { figure.id.to_string() };
    let (here, there) = (said(figure), said(first));
    let message =
        say!("“{id}”这里是 {here}，{first_path} 里是 {there}", "`{id}` is {here} here and {there} in {first_path}");
    Diagnostic::of(&SAME_FIGURE_DIFFERS, Place::span(path, figure.id.span()), message)
        .help(say!(
            "请核对；如果是两个不同的数据，请改名称或标识，如果原文如此，请写进 accepted",
            "check both; if they are figures of different things, change the label or the id; if the original says so, put it under accepted"
        ))
        .related(Place::span(first_path, first.id.span()), say!("另一处", "the other"))
}

/// Returns a diagnostic for each group of persons that is not as large as the figure of its id says.
fn groups_agree(part: &Accountability) -> Vec<Diagnostic> {
    let record = &part.record;
    let differs = |group: &crate::notice::GroupRecord| {
        let figure = record.figures.iter().find(|figure| figure.id == group.id)?;
        let listed = group.count();
        let (id, value) = (&group.id, figure.value);
        let message = say!(
            "分组“{id}”是 {listed} 人，数据“{id}”是 {value}",
            "the group `{id}` has {listed} persons, the figure `{id}` is {value}"
        );
        (Decimal::whole(listed.into()) != *value).then(|| {
            Diagnostic::of(&SAME_FIGURE_DIFFERS, Place::span(&part.path, figure.id.span()), message)
                .help(say!("请核对名单和数据", "check the list and the figure"))
                .related(Place::span(&part.path, group.id.span()), say!("分组", "the group"))
        })
    };
    record.groups.iter().filter_map(differs).collect()
}
