//! Names of persons held to account.
use super::example::ACCOUNTABILITY;
use super::example::Example::Shown;
use super::example::ExampleChange::File;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::Person;
use crate::notice::edition::Edition;
use crate::say;
use crate::value::{Date, RelPath, Text};

pub(super) static NAMED_PERSON: Rule = Rule {
    id: "named-person",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words(
        "公布姓名要写明理由（reason）；公示期满（until）后删去姓名。",
        "A name has a reason to be published (`reason`), and is removed when its time is over (`until`).",
    ),
    why: Words(
        "没有依据地点名，或者期满还挂着，会侵犯当事人的权益；被处理的人一般只公布职务。",
        "To name someone without grounds, or for longer than allowed, infringes that person's rights; as a rule only the post is given.",
    ),
    example: Shown(&[File(
        ACCOUNTABILITY,
        "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
        name: {zh: 王某某, en: Wang}
",
        "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
    )]),
    check: Check::Notice(unexplained),
};

pub(super) static EXPIRED_NAME: Rule = Rule {
    id: "expired-name",
    group: RuleGroup::Persons,
    severity: Severity::Warning,
    demand: Words(
        "姓名公示期已满的，从记录里删去。",
        "A name whose period of publicity is over is removed from the record.",
    ),
    why: Words(
        "页面上已经不再显示，记录里还留着，以后复制、导出时就会再次公开。",
        "Pages no longer show it, but as long as the record has it, a copy or an export may publish it again.",
    ),
    example: Shown(&[File(ACCOUNTABILITY, EXPIRED, SHOWN_STILL)]),
    check: Check::Notice(expired),
};

const EXPIRED: &str = "\
groups:
  - id: demotion
    title: {zh: 降职, en: Demoted}
    persons:
      - {post: {zh: 局长, en: Director}, name: {zh: 张某, en: Zhang}, reason: {zh: 处分决定要求公开, en: The decision requires it}, until: 2024-01-31}
";

const SHOWN_STILL: &str = "\
groups:
  - id: demotion
    title: {zh: 降职, en: Demoted}
    persons:
      - {post: {zh: 局长, en: Director}, name: {zh: 张某, en: Zhang}, reason: {zh: 处分决定要求公开, en: The decision requires it}, until: 2034-01-31}
";

fn unexplained(edition: &Edition) -> Vec<Diagnostic> {
    named(edition).filter_map(|(path, person, name)| without_reason(path, person, name)).collect()
}

fn expired(edition: &Edition) -> Vec<Diagnostic> {
    let on = edition.published_on();
    named(edition).filter_map(|(path, person, name)| past_publicity(path, person, name, on)).collect()
}

/// Returns every person with a name, the file of the record, and the name as it is first written.
fn named(edition: &Edition) -> impl Iterator<Item = (&RelPath, &Person, &Text)> {
    let tables = edition.notice.person_tables();
    let groups = tables.flat_map(|table| table.groups.iter().map(move |group| (table.path, group)));
    let persons = groups.flat_map(|(path, group)| group.persons.iter().map(move |person| (path, person)));
    persons.filter_map(|(path, person)| Some((path, person, person.name.as_ref()?.iter().next()?.1)))
}

fn has_reason(person: &Person) -> bool {
    person.reason.as_ref().is_some_and(|reason| reason.iter().any(|(_, text)| !text.trim().is_empty()))
}

fn without_reason(path: &RelPath, person: &Person, name: &Text) -> Option<Diagnostic> {
    let message = say!("写了姓名，没有写公布的理由", "a name is given without a reason to publish it");
    let help = say!("请删去 name，或加上 reason", "remove `name`, or add `reason`");
    let found = Diagnostic::of(&NAMED_PERSON, Place::span(path, name.span()), message).help(help);
    (!has_reason(person)).then_some(found)
}

fn past_publicity(path: &RelPath, person: &Person, name: &Text, on: Date) -> Option<Diagnostic> {
    let until = person.until.filter(|until| has_reason(person) && until.is_before(on))?;
    let message =
        say!("姓名公示期 {until} 已满，页面上不再显示", "the name could be shown until {until} and no longer is");
    let found = Diagnostic::of(&EXPIRED_NAME, Place::span(path, name.span()), message);
    Some(found.help(say!("请删去 name", "remove `name`")))
}
