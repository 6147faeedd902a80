//! Numbers of persons held to account, beside the lists of them.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::GroupRecord;
use crate::notice::edition::Edition;
use crate::rules::example::ACCOUNTABILITY;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::File;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::RelPath;

pub(in crate::rules) static PERSONS_DIFFER: Rule = Rule {
    id: "persons-differ",
    group: RuleGroup::Totals,
    severity: Severity::Error,
    demand: Words(
        "公布的处理人数（stated）与名单上的人数一致。",
        "The number of persons that is stated equals the number on the list.",
    ),
    why: Words(
        "说处理了 2 人，名单上只有 1 人，读者会问另一个人是谁、为什么不公布。",
        "If two persons are said to have been held to account and one is listed, the public will ask about the other.",
    ),
    example: Shown(&[File(
        ACCOUNTABILITY,
        "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    stated: 2
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
        "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    stated: 1
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
    )]),
    check: Check::Complete(listed_persons),
};

fn listed_persons(edition: &Edition) -> Vec<Diagnostic> {
    let tables = edition.notice.person_tables();
    let groups = tables.flat_map(|table| table.groups.iter().map(move |group| (table.path, group)));
    groups.filter_map(|(path, group)| persons(path, group)).collect()
}

fn persons(path: &RelPath, group: &GroupRecord) -> Option<Diagnostic> {
    let listed = group.persons.len();
    if listed == 0 {
        return group.stated.is_none().then(|| nobody(path, group));
    }
    let stated = group.stated.filter(|stated| usize::try_from(**stated) != Ok(listed))?;
    let message = say!("公布 {stated} 人，名单里有 {listed} 人", "{stated} stated, {listed} listed");
    let help = say!("请核对名单；确认后改为 {listed}", "check the list; if it is right, write {listed}");
    Some(Diagnostic::of(&PERSONS_DIFFER, Place::span(path, stated.span()), message).help(help))
}

/// Returns the diagnostic for a group of which neither a number nor a list is published.
fn nobody(path: &RelPath, group: &GroupRecord) -> Diagnostic {
    let message = say!("既没有人数，也没有名单", "neither a number nor a list of persons is given");
    let help = say!(
        "请写人数，如 stated: 5，或在 persons 里列出人员",
        "write their number, such as stated: 5, or list them under `persons`"
    );
    Diagnostic::of(&PERSONS_DIFFER, Place::span(path, group.id.span()), message).help(help)
}
