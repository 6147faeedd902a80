//! What two records say of the same thing agrees: a figure that both state, a document that both name.

mod repeats;

use std::collections::BTreeMap;

use super::example::Example::Shown;
use super::example::ExampleChange::{Added, File, Part};
use super::example::{ACCOUNTABILITY, FIRST, THIRD};
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Accountability, Figure, Notice};
use crate::say;
use crate::value::{Decimal, Lang, Localized, RelPath, Text, width};

pub(super) static SAME_FIGURE_DIFFERS: Rule = Rule {
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

pub(super) static DOCUMENT_TITLES_DIFFER: Rule = Rule {
    id: "document-titles-differ",
    group: RuleGroup::Languages,
    severity: Severity::Warning,
    demand: Words(
        "同一份制度文件在各条记录里名称一致：一种语言相同的，其他语言也相同。",
        "A document that has one title in a language has one in every other language, too.",
    ),
    why: Words(
        "中文写了两个名称，英文是同一个，读者分不清是一份文件还是两份。",
        "Two titles in Chinese and one in English: readers cannot tell whether there are one or two documents.",
    ),
    example: Shown(&[Added(
        THIRD,
        "documents: [{zh: 《招投标管理办法》, en: Rules for Tendering}]\n",
        "documents: [{zh: 《招投标管理办法》, en: Measures for Tendering}]\n",
    )]),
    check: Check::Complete(titles_agree),
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

/// A title in a language, where it was first read, and the whole of it.
type Titles<'a> = BTreeMap<(Lang, &'a str), (&'a RelPath, &'a Localized)>;

fn titles_agree(edition: &Edition) -> Vec<Diagnostic> {
    let (mut known, mut found) = (Titles::new(), Vec::new());
    for issue in &edition.notice.issues {
        for title in &issue.record.documents {
            let differing = title.iter().find_map(|(lang, text)| {
                let (path, first) = *known.entry((lang, text.as_str())).or_insert((&issue.path, title));
                let other = title.iter().find(|(lang, text)| first.get(*lang).is_some_and(|first| first != *text));
                Some((path, first, other?, text))
            });
            found.extend(differing.map(|(path, first, (lang, other), same)| {
                title_differs((&issue.path, other), (path, first.get(lang)), same)
            }));
        }
    }
    found
}

fn title_differs(here: (&RelPath, &Text), first: (&RelPath, Option<&Text>), same: &Text) -> Diagnostic {
    let (path, title) = here;
    let (first_path, there) = (first.0, first.1.map_or("", Text::as_str));
    let message = say!(
        "这里写“{title}”，{first_path} 里写“{there}”，而另一种语言都是“{same}”",
        "“{title}” here is “{there}” in {first_path}, while both are “{same}” in another language"
    );
    let found = Diagnostic::of(&DOCUMENT_TITLES_DIFFER, Place::span(path, title.span()), message).help(say!(
        "同一份文件请写同一个名称；是两份文件的，各语言都要分开",
        "write one title for one document; for two documents write two titles in every language"
    ));
    match first.1 {
        Some(there) => found.related(Place::span(first_path, there.span()), say!("另一处", "the other")),
        None => found,
    }
}
