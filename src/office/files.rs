//! The files of a draft: records and narratives that `check` accepts, every text as it stands.

use std::fmt::Write as _;

use serde_yaml::{Mapping, Value};

use super::draft::{Contact, Draft, DraftIssue, DraftPart, DraftSection, Inspection, PartKind, TextTable};
use super::recognise::{enumerated, enumeration};
use crate::rules::Words;
use crate::rules::placeholders::{DONE, ISSUER, STATEMENT, SUMMARY, TITLE};
use crate::value::RelPath;

/// The statuses of a notice that does not state every status: the usual ones, and the last.
const STATUSES: [&str; 6] =
    ["completed", "substantially-completed", "in-progress", "ongoing", "not-started", "not-stated"];

/// The numbers from which on files of parts of the office's own count, before the issues and behind them.
const BEFORE: usize = 10;
const BEHIND: usize = 80;

/// Returns the files of a draft.
pub fn files(draft: &Draft) -> Vec<(RelPath, String)> {
    let names = OwnNames::of(draft);
    let mut files = vec![record("content/notice.yaml", "notice", notice(draft, &names))];
    if draft.issued_on.is_none() {
        files[0].1 += "# 没有找到发布日期，请写上 The date of issue was not found: write it\n# issued_on: 2024-03-01\n# as_of: 2024-03-01\n";
    }
    if !names.units.is_empty() {
        let units =
            names.units.iter().enumerate().map(|(at, name)| map([("id", unit_id(at).into()), ("name", zh(name))]));
        files.push(record("content/units.yaml", "units", Value::Sequence(units.collect())));
    }
    for (at, section) in draft.sections.iter().enumerate() {
        files.push(record(&format!("{}section.yaml", folder(Some(at))), "section", section_record(at, section)));
    }
    for issue in &draft.issues {
        let path = format!("{}{:03}", folder(issue.section), issue.number);
        files.push(record(&format!("{path}.yaml"), "issue", issue_record(draft, issue, &names)));
        files.push((RelPath::of(format!("{path}.zh.md")), narrative(issue, DONE)));
    }
    files.extend(parts(draft).into_iter().map(|(path, text)| (RelPath::of(path), text)));
    files
}

/// The bodies and the fields of the office's own, in the order of their first appearance.
struct OwnNames {
    units: Vec<String>,
    fields: Vec<String>,
}

impl OwnNames {
    fn of(draft: &Draft) -> OwnNames {
        let mut names = OwnNames { units: Vec::new(), fields: Vec::new() };
        let add = |list: &mut Vec<String>, name: &String| {
            if !list.contains(name) {
                list.push(name.clone());
            }
        };
        for issue in &draft.issues {
            issue.lead.iter().chain(&issue.responsible).for_each(|name| add(&mut names.units, name));
            issue.fields.iter().for_each(|(label, _)| add(&mut names.fields, label));
        }
        names
    }

    fn ids(&self, bodies: &[String]) -> Value {
        let place = |name: &String| self.units.iter().position(|known| known == name);
        let mut ids: Vec<usize> = bodies.iter().filter_map(place).collect();
        ids.dedup();
        Value::Sequence(ids.into_iter().map(|at| unit_id(at).into()).collect())
    }
}

fn unit_id(at: usize) -> String {
    format!("unit-{}", at + 1)
}

fn field_id(at: usize) -> String {
    format!("field-{}", at + 1)
}

/// The folder of a section, or that of a notice without sections.
fn folder(section: Option<usize>) -> String {
    section.map_or("content/".to_owned(), |at| format!("content/{0}-section-{0}/", at + 1))
}

/// Ids of topics are their own in the whole notice.
fn topic_id(section: usize, topic: usize) -> String {
    format!("topic-{}-{}", section + 1, topic + 1)
}

fn record(path: &str, schema: &str, value: Value) -> (RelPath, String) {
    let up = if path.matches('/').count() > 1 { "../" } else { "" };
    // A record of texts, numbers and lists can always be written as YAML.
    let yaml = serde_yaml::to_string(&value).unwrap_or_default();
    (RelPath::of(path), format!("# yaml-language-server: $schema={up}.schema/{schema}.json\n{yaml}"))
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let mut map = Mapping::new();
    entries.into_iter().filter(|(_, value)| !is_nothing(value)).for_each(|(key, value)| put(&mut map, key, value));
    Value::Mapping(map)
}

fn put(map: &mut Mapping, key: &str, value: Value) {
    map.insert(key.into(), value);
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Sequence(list) => list.is_empty(),
        Value::Mapping(map) => map.is_empty(),
        _ => false,
    }
}

/// A text in the one language of an imported notice.
fn zh(text: &str) -> Value {
    map([("zh", text.into())])
}

fn zh_of(text: Option<&str>) -> Value {
    text.map_or(Value::Null, zh)
}

fn list(texts: &[String]) -> Value {
    Value::Sequence(texts.iter().map(|text| text.as_str().into()).collect())
}

fn date(date: Option<crate::value::Date>) -> Value {
    date.map_or(Value::Null, |date| date.to_string().into())
}

fn notice(draft: &Draft, names: &OwnNames) -> Value {
    let issuer = match &draft.issuers[..] {
        [] => zh(ISSUER.0),
        [issuer] => zh(issuer),
        issuers => Value::Sequence(issuers.iter().map(|issuer| zh(issuer)).collect()),
    };
    let numbering = match (draft.has_own_numbers, draft.is_numbered_per_section) {
        (true, _) => "own".into(),
        (_, true) => "per-section".into(),
        _ => Value::Null,
    };
    let is_unstated = draft.issues.iter().any(|issue| issue.status.is_none());
    let statuses = STATUSES.iter().filter(|_| is_unstated).map(|id| map([("id", (*id).into())])).collect();
    let total = u64::try_from(draft.issues.len()).unwrap_or(u64::MAX);
    let stated = map([
        ("id", "issues".into()),
        ("label", zh("反馈的问题")),
        ("value", total.into()),
        ("unit", "piece".into()),
        ("equals", "total".into()),
    ]);
    let fields =
        names.fields.iter().enumerate().map(|(at, label)| map([("id", field_id(at).into()), ("label", zh(label))]));
    map([
        ("title", zh(draft.title.as_deref().unwrap_or(TITLE.0))),
        ("issuer", issuer),
        ("issued_on", date(draft.issued_on)),
        ("as_of", date(draft.issued_on)),
        ("summary", zh(draft.summary().unwrap_or(SUMMARY.0))),
        ("document_number", draft.document_number.as_deref().map_or(Value::Null, Value::from)),
        ("inspection", draft.inspection.as_ref().map_or(Value::Null, inspection)),
        ("opening", zh_of(draft.opening.first().map(String::as_str))),
        ("languages", Value::Sequence(vec!["zh".into()])),
        ("numbering", numbering),
        ("statuses", Value::Sequence(statuses)),
        ("contact", contact(&draft.contact)),
        ("stated", if draft.states_total { Value::Sequence(vec![stated]) } else { Value::Null }),
        ("fields", Value::Sequence(fields.collect())),
        ("parts", Value::Sequence(outline(draft))),
    ])
}

fn inspection(found: &Inspection) -> Value {
    map([
        ("kind", found.kind.as_deref().map_or(Value::Null, Value::from)),
        ("body", zh_of(found.body.as_deref())),
        ("subject", zh_of(found.subject.as_deref())),
        ("from", date(found.from)),
        ("to", date(found.to)),
        ("fed_back_on", date(found.fed_back_on)),
    ])
}

fn contact(found: &Contact) -> Value {
    let (email, emails) = match &found.emails[..] {
        [email] => (email.as_str().into(), Value::Null),
        emails => (Value::Null, list(emails)),
    };
    map([
        ("invitation", zh_of(found.invitation.as_deref())),
        ("telephones", list(&found.telephones)),
        ("address", zh_of(found.address.as_deref())),
        ("postcode", found.postcode.as_deref().map_or(Value::Null, Value::from)),
        ("email", email),
        ("emails", emails),
        ("fax", list(&found.fax)),
        ("po_box", zh_of(found.po_box.as_deref())),
        ("persons", Value::Sequence(found.persons.iter().map(|person| zh(person)).collect())),
        ("hours", zh_of(found.hours.as_deref())),
    ])
}

fn section_record(at: usize, section: &DraftSection) -> Value {
    let topics = section.topics.iter().enumerate();
    let topics = topics.map(|(topic, title)| map([("id", topic_id(at, topic).into()), ("title", zh(title))]));
    map([("title", zh(&section.title)), ("topics", Value::Sequence(topics.collect()))])
}

fn issue_record(draft: &Draft, issue: &DraftIssue, names: &OwnNames) -> Value {
    let topic = issue.section.zip(issue.topic).map(|(section, topic)| topic_id(section, topic));
    let title = issue.title.as_ref().unwrap_or(&issue.statement).trim().trim_end_matches(['。', '.', '．', '：', ':']);
    let title = if title.is_empty() { STATEMENT.0 } else { title };
    let is_outstanding = !matches!(issue.status, None | Some("completed"));
    let due = if issue.due.is_none() && is_outstanding { "not-stated".into() } else { date(issue.due) };
    let mut fields = Mapping::new();
    for (label, text) in &issue.fields {
        let at = names.fields.iter().position(|known| known == label).unwrap_or(0);
        put(&mut fields, &field_id(at), zh(text));
    }
    let has_label = issue.printed > 0 && issue.printed != issue.number && !draft.is_numbered_per_section;
    let label = if has_label { issue.printed.to_string().into() } else { Value::Null };
    map([
        ("number", issue.number.into()),
        ("label", label),
        ("topic", topic.map_or(Value::Null, Value::from)),
        ("title", zh(&flat(title))),
        ("statement", if issue.statement.is_empty() { Value::Null } else { zh(&flat(&issue.statement)) }),
        ("status", issue.status.unwrap_or("not-stated").into()),
        (
            "status_basis",
            issue.status.map_or(Value::Null, |_| if issue.is_inferred { "inferred" } else { "stated" }.into()),
        ),
        ("due", due),
        ("completed_on", date(issue.completed_on)),
        ("lead", names.ids(&issue.lead)),
        ("responsible", names.ids(&issue.responsible)),
        ("fields", Value::Mapping(fields)),
        ("measures", Value::Sequence(issue.measures.iter().map(|text| map([("text", zh(text))])).collect())),
        ("next_steps", if issue.next_steps.is_empty() { Value::Null } else { zh(&text(&issue.next_steps)) }),
    ])
}

fn flat(text: &str) -> String {
    text.lines().map(str::trim).collect()
}

/// The id of a part that is a text: by its place among those of the office's own.
fn part_id(draft: &Draft, part: &DraftPart) -> String {
    let before =
        draft.parts.iter().take_while(|other| !std::ptr::eq(*other, part)).filter(|other| is_own(other.kind)).count();
    match part.kind {
        PartKind::Overview => "overview".to_owned(),
        PartKind::Accountability => "accountability".to_owned(),
        PartKind::Closing => "closing".to_owned(),
        PartKind::Before | PartKind::After => format!("part-{}", before + 1),
    }
}

fn is_own(kind: PartKind) -> bool {
    matches!(kind, PartKind::Before | PartKind::After)
}

/// The parts of the document in their order; nothing where all go by their usual names and numbers.
fn outline(draft: &Draft) -> Vec<Value> {
    if draft.issues_title.is_none() && draft.parts.iter().all(|part| part.title.is_none()) {
        return Vec::new();
    }
    let of = |part: &DraftPart| {
        let heading = if part.title.is_none() { false.into() } else { Value::Null };
        map([("id", part_id(draft, part).into()), ("title", zh_of(part.title.as_deref())), ("heading", heading)])
    };
    let is_before = |part: &&DraftPart| matches!(part.kind, PartKind::Overview | PartKind::Before);
    let mut parts: Vec<Value> = draft.parts.iter().filter(is_before).map(of).collect();
    if !draft.parts.iter().any(|part| part.kind == PartKind::Overview) && draft.opening.len() > 1 {
        parts.insert(0, map([("id", "overview".into()), ("heading", false.into())]));
    }
    parts.push(map([("id", "issues".into()), ("title", zh_of(draft.issues_title.as_deref()))]));
    let mut outstanding =
        draft.outstanding_title.as_deref().map(|title| map([("id", "outstanding".into()), ("title", zh(title))]));
    for part in draft.parts.iter().filter(|part| !is_before(part)) {
        if part.kind == PartKind::Closing {
            parts.extend(outstanding.take());
        }
        parts.push(of(part));
    }
    parts.extend(outstanding);
    parts
}

/// The texts of the parts with their files; what opens the notice behind its first paragraph stands in the overview.
fn parts(draft: &Draft) -> Vec<(String, String)> {
    let opening = draft.opening.iter().skip(1).cloned().collect::<Vec<_>>();
    let mut files = Vec::new();
    let has_overview = draft.parts.iter().any(|part| part.kind == PartKind::Overview);
    if !has_overview && !opening.is_empty() {
        files.push(("content/overview.zh.md".to_owned(), text(&opening)));
    }
    for part in draft.parts.iter().filter(|part| !part.paragraphs.is_empty() || !part.tables.is_empty()) {
        let id = part_id(draft, part);
        let path = match part.kind {
            PartKind::Before => format!("content/parts/{}-{id}.zh.md", BEFORE + files.len()),
            PartKind::After => format!("content/parts/{}-{id}.zh.md", BEHIND + files.len()),
            _ => format!("content/{id}.zh.md"),
        };
        let before = if part.kind == PartKind::Overview { &opening[..] } else { &[] };
        let paragraphs: Vec<String> = before.iter().chain(&part.paragraphs).cloned().collect();
        files.push((path, text_with_tables(&paragraphs, &part.tables, before.len())));
    }
    files
}

fn narrative(issue: &DraftIssue, missing: Words) -> String {
    let paragraphs = &issue.response;
    if paragraphs.is_empty() { format!("{}\n", missing.0) } else { text_with_tables(paragraphs, &issue.tables, 0) }
}

/// Returns paragraphs as Markdown with tables among them; so many paragraphs stand before those that the tables count.
fn text_with_tables(paragraphs: &[String], tables: &[TextTable], before: usize) -> String {
    let mut parts = Vec::new();
    let mut from = 0;
    for table in tables {
        let to = (table.behind + before).min(paragraphs.len());
        parts.extend((from < to).then(|| text(&paragraphs[from..to])));
        parts.push(table_of(&table.rows));
        from = to.max(from);
    }
    parts.extend((from < paragraphs.len()).then(|| text(&paragraphs[from..])));
    parts.join("\n")
}

/// Returns a table in Markdown; the first row has the heads.
fn table_of(rows: &[Vec<String>]) -> String {
    let line =
        |row: &Vec<String>| format!("| {} |\n", row.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(" | "));
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    let rule = rows.first().map_or(String::new(), |row| format!("|{}\n", " --- |".repeat(row.len())));
    lines.insert(1.min(lines.len()), rule);
    lines.concat()
}

/// Returns paragraphs as Markdown: 一是…二是… is set as a list, in one paragraph or in several, without a character changed.
pub(super) fn text(paragraphs: &[String]) -> String {
    let mut text = String::new();
    let mut items = 0;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let n = enumeration(&paragraphs[at..]);
        if items == 0 && n > 1 {
            items = n;
        }
        if items > 0 {
            items -= 1;
            let _ = writeln!(text, "- {}{}", markdown(paragraph), if items == 0 { "\n" } else { "" });
            continue;
        }
        let parts = enumerated(paragraph).unwrap_or_else(|| vec![paragraph]);
        let (first, items) = parts.split_first().map_or(("", &[][..]), |(first, items)| (*first, items));
        if !first.is_empty() {
            let _ = write!(text, "{}\n\n", markdown(first));
        }
        for item in items {
            let _ = writeln!(text, "- {}", markdown(item));
        }
        if !items.is_empty() {
            text.push('\n');
        }
    }
    format!("{}\n", text.trim_end())
}

/// Returns a part of a text in which no sign is markup.
pub(super) fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| ["\\`*_[]<>&|~{}^$".contains(c).then_some('\\'), Some(c)]).flatten().collect()
}

/// Returns a text in which no sign is markup.
fn markdown(text: &str) -> String {
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_number = digits > 0 && text[digits..].starts_with(['.', ')']);
    let mut written = String::new();
    for (at, c) in text.char_indices() {
        let opens = at == 0 && "#+-=>:".contains(c) || is_number && at == digits;
        if opens || "\\`*_[]<>&|~{}^$".contains(c) {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_of_a_text_is_markup_and_an_enumeration_is_a_list() {
        let paragraphs = ["为此。一是学*党章*。二是做[好]。", "1. 另外{{ x }}，A_B_C。"].map(str::to_owned);
        assert_eq!(
            text(&paragraphs),
            "为此。\n\n- 一是学\\*党章\\*。\n- 二是做\\[好\\]。\n\n1\\. 另外\\{\\{ x \\}\\}，A\\_B\\_C。\n"
        );
        let paragraphs = ["为此：", "一是学。", "二是做。", "此外。"].map(str::to_owned);
        assert_eq!(text(&paragraphs), "为此：\n\n- 一是学。\n- 二是做。\n\n此外。\n");
    }
}
