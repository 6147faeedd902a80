//! The files of a draft: records and narratives that `check` accepts, every text as it stands.

use std::fmt::Write as _;

use serde_yaml::{Mapping, Value};

use super::draft::{Contact, Draft, DraftIssue, DraftPart, DraftSection, Inspection, PartKind, TextTable};
use super::manuscript::Across;
use super::recognise::{enumerated, enumeration};
use crate::rules::Words;
use crate::rules::placeholders::{DONE, ISSUER, STATEMENT, SUMMARY, TITLE};
use crate::value::{Lang, RelPath};

/// The statuses of a notice that does not state every status: the usual ones, and the last.
const STATUSES: [&str; 6] =
    ["completed", "substantially-completed", "in-progress", "ongoing", "not-started", "not-stated"];

/// The numbers from which on files of parts of the office's own count, before the issues and behind them.
const BEFORE: usize = 10;
const BEHIND: usize = 80;

/// Returns the files of a draft.
pub fn files(draft: &Draft) -> Vec<(RelPath, String)> {
    let names = OwnNames::of(draft);
    let lang = names.lang;
    let mut files = vec![record("content/notice.yaml", "notice", with_more(notice(draft, &names), &draft.more))];
    if draft.issued_on.is_none() {
        files[0].1 += "# 没有找到发布日期，请写上 The date of issue was not found: write it\n# issued_on: 2024-03-01\n# as_of: 2024-03-01\n";
    }
    if !names.units.is_empty() {
        let units = names.units.iter().map(|(id, name)| map([("id", id.as_str().into()), ("name", lang.text(name))]));
        files.push(record("content/units.yaml", "units", Value::Sequence(units.collect())));
    }
    for (at, section) in draft.sections.iter().enumerate() {
        let path = format!("{}section.yaml", names.folder(draft, Some(at)));
        files.push(record(&path, "section", section_record(draft, at, section, &names)));
    }
    for issue in &draft.issues {
        let path = format!("{}{:03}", names.folder(draft, issue.section), issue.number);
        files.push(record(
            &format!("{path}.yaml"),
            "issue",
            with_more(issue_record(draft, issue, &names), &issue.more),
        ));
        if !draft.is_made || issue.markdown.is_some() || !issue.response.is_empty() {
            files.push((RelPath::of(format!("{path}.{}.md", lang.0)), narrative(issue, lang.of(DONE))));
        }
    }
    files.extend(draft.records.iter().map(|(path, schema, value)| record(path, schema, value.clone())));
    files.extend(parts(draft, lang).into_iter().map(|(path, text)| (RelPath::of(path), text)));
    files
}

/// The one language of a notice that is imported.
#[derive(Clone, Copy)]
struct OneLanguage(Lang);

impl OneLanguage {
    /// Returns a text in it.
    fn text(self, text: &str) -> Value {
        map([(self.0.code(), text.into())])
    }

    fn text_of(self, text: Option<&str>) -> Value {
        text.map_or(Value::Null, |text| self.text(text))
    }

    /// Returns words for somebody who reads it.
    fn of(self, words: Words) -> &'static str {
        if self.0.code().starts_with("zh") { words.0 } else { words.1 }
    }
}

/// Returns a record with further entries, which count before those of the same name.
fn with_more(record: Value, more: &Mapping) -> Value {
    let Value::Mapping(mut record) = record else { return record };
    more.iter().for_each(|(key, value)| drop(record.insert(key.clone(), value.clone())));
    Value::Mapping(record)
}

/// The bodies and the fields of the office's own: those that the document knows by ids, and the others in the order of their first appearance.
struct OwnNames {
    lang: OneLanguage,
    units: Vec<(String, String)>,
    /// Id, label, and what they are fields of.
    fields: Vec<(String, String, Vec<String>)>,
}

impl OwnNames {
    fn of(draft: &Draft) -> OwnNames {
        let lang = OneLanguage(draft.language.unwrap_or_else(|| Lang::new("zh")));
        let (mut units, mut fields) = (draft.known.units.clone(), draft.known.fields.clone());
        for issue in &draft.issues {
            for name in issue.lead.iter().chain(&issue.responsible) {
                if !units.iter().any(|(_, known)| known == name) {
                    units.push((format!("unit-{}", units.len() + 1), name.clone()));
                }
            }
            for (label, _) in &issue.fields {
                if !fields.iter().any(|(_, known, _)| known == label) {
                    fields.push((format!("field-{}", fields.len() + 1), label.clone(), Vec::new()));
                }
            }
        }
        OwnNames { lang, units, fields }
    }

    fn ids(&self, bodies: &[String]) -> Value {
        let id = |name: &String| self.units.iter().find(|(_, known)| known == name).map(|(id, _)| id.as_str());
        let mut ids: Vec<&str> = bodies.iter().filter_map(id).collect();
        ids.dedup();
        Value::Sequence(ids.into_iter().map(Value::from).collect())
    }

    fn field_id(&self, label: &str) -> &str {
        self.fields.iter().find(|(_, known, _)| known == label).map_or("", |(id, ..)| id)
    }

    /// The folder of a section, or that of a notice without sections.
    fn folder(&self, draft: &Draft, section: Option<usize>) -> String {
        section.map_or("content/".to_owned(), |at| format!("content/{}-{}/", at + 1, section_id(draft, at)))
    }
}

/// The id of a section: the one that its title stands for, or one of its number.
fn section_id(draft: &Draft, at: usize) -> String {
    let known = draft.known.sections.iter().find(|(_, title)| *title == draft.sections[at].title);
    known.map_or_else(|| format!("section-{}", at + 1), |(id, _)| id.clone())
}

/// The id of a topic, one of its own in the whole notice: the one that its title stands for, or one of its number.
fn topic_id(draft: &Draft, section: usize, topic: usize) -> String {
    let (slug, title) = (section_id(draft, section), &draft.sections[section].topics[topic]);
    let known = draft.known.topics.iter().find(|(of, _, known)| *of == slug && known == title);
    known.map_or_else(|| format!("topic-{}-{}", section + 1, topic + 1), |(_, id, _)| id.clone())
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

fn list(texts: &[String]) -> Value {
    Value::Sequence(texts.iter().map(|text| text.as_str().into()).collect())
}

fn date(date: Option<crate::value::Date>) -> Value {
    date.map_or(Value::Null, |date| date.to_string().into())
}

fn notice(draft: &Draft, names: &OwnNames) -> Value {
    let lang = names.lang;
    let issuer = match &draft.issuers[..] {
        [] => lang.text(lang.of(ISSUER)),
        [issuer] => lang.text(issuer),
        issuers => Value::Sequence(issuers.iter().map(|issuer| lang.text(issuer)).collect()),
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
        ("label", lang.text(if lang.0.code().starts_with("zh") { "反馈的问题" } else { "Issues found" })),
        ("value", total.into()),
        ("unit", "piece".into()),
        ("equals", "total".into()),
    ]);
    let field = |(id, label, on): &(String, String, Vec<String>)| {
        map([("id", id.as_str().into()), ("label", lang.text(label)), ("on", list(on))])
    };
    let fields = names.fields.iter().map(field);
    map([
        ("title", lang.text(draft.title.as_deref().unwrap_or(lang.of(TITLE)))),
        ("issuer", issuer),
        ("issued_on", date(draft.issued_on)),
        ("as_of", date(draft.issued_on)),
        ("summary", lang.text(draft.summary().unwrap_or(lang.of(SUMMARY)))),
        ("document_number", draft.document_number.as_deref().map_or(Value::Null, Value::from)),
        ("inspection", draft.inspection.as_ref().map_or(Value::Null, |found| inspection(found, lang))),
        ("opening", lang.text_of(draft.opening.first().map(String::as_str))),
        ("languages", Value::Sequence(vec![lang.0.code().into()])),
        ("numbering", numbering),
        ("statuses", Value::Sequence(statuses)),
        ("contact", contact(&draft.contact, lang)),
        ("stated", if draft.states_total { Value::Sequence(vec![stated]) } else { Value::Null }),
        ("fields", Value::Sequence(fields.collect())),
        ("parts", Value::Sequence(outline(draft, lang))),
    ])
}

fn inspection(found: &Inspection, lang: OneLanguage) -> Value {
    map([
        ("kind", found.kind.as_deref().map_or(Value::Null, Value::from)),
        ("body", lang.text_of(found.body.as_deref())),
        ("subject", lang.text_of(found.subject.as_deref())),
        ("from", date(found.from)),
        ("to", date(found.to)),
        ("fed_back_on", date(found.fed_back_on)),
    ])
}

fn contact(found: &Contact, lang: OneLanguage) -> Value {
    let (email, emails) = match &found.emails[..] {
        [email] => (email.as_str().into(), Value::Null),
        emails => (Value::Null, list(emails)),
    };
    map([
        ("invitation", lang.text_of(found.invitation.as_deref())),
        ("telephones", list(&found.telephones)),
        ("address", lang.text_of(found.address.as_deref())),
        ("postcode", found.postcode.as_deref().map_or(Value::Null, Value::from)),
        ("email", email),
        ("emails", emails),
        ("fax", list(&found.fax)),
        ("po_box", lang.text_of(found.po_box.as_deref())),
        ("persons", Value::Sequence(found.persons.iter().map(|person| lang.text(person)).collect())),
        ("hours", lang.text_of(found.hours.as_deref())),
    ])
}

fn section_record(draft: &Draft, at: usize, section: &DraftSection, names: &OwnNames) -> Value {
    let lang = names.lang;
    let topics = section.topics.iter().enumerate();
    let topics =
        topics.map(|(topic, title)| map([("id", topic_id(draft, at, topic).into()), ("title", lang.text(title))]));
    map([("title", lang.text(&section.title)), ("topics", Value::Sequence(topics.collect()))])
}

fn issue_record(draft: &Draft, issue: &DraftIssue, names: &OwnNames) -> Value {
    let lang = names.lang;
    let topic = issue.section.zip(issue.topic).map(|(section, topic)| topic_id(draft, section, topic));
    let title = issue.title.as_ref().unwrap_or(&issue.statement).trim().trim_end_matches(['。', '.', '．', '：', ':']);
    let title = if title.is_empty() { lang.of(STATEMENT) } else { title };
    let is_outstanding = !draft.is_made && !matches!(issue.status, None | Some("completed"));
    let due = if issue.due.is_none() && is_outstanding { "not-stated".into() } else { date(issue.due) };
    let mut fields = Mapping::new();
    for (label, text) in &issue.fields {
        put(&mut fields, names.field_id(label), lang.text(text));
    }
    let has_label = issue.printed > 0 && issue.printed != issue.number && !draft.is_numbered_per_section;
    let label = if has_label { issue.printed.to_string().into() } else { Value::Null };
    map([
        ("number", issue.number.into()),
        ("label", label),
        ("topic", topic.map_or(Value::Null, Value::from)),
        ("title", lang.text(&flat(title))),
        ("statement", if issue.statement.is_empty() { Value::Null } else { lang.text(&flat(&issue.statement)) }),
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
        ("measures", Value::Sequence(issue.measures.iter().map(|text| map([("text", lang.text(text))])).collect())),
        ("next_steps", if issue.next_steps.is_empty() { Value::Null } else { lang.text(&text(&issue.next_steps)) }),
    ])
}

fn flat(text: &str) -> String {
    text.lines().map(str::trim).collect()
}

/// The id of a part that is a text: by its place among those of the office's own.
fn part_id(draft: &Draft, part: &DraftPart) -> String {
    if let Some(id) = &part.id {
        return id.clone();
    }
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
fn outline(draft: &Draft, lang: OneLanguage) -> Vec<Value> {
    if draft.issues_title.is_none() && draft.parts.iter().all(|part| part.title.is_none()) {
        return Vec::new();
    }
    let of = |part: &DraftPart| {
        let heading = if part.title.is_none() { false.into() } else { Value::Null };
        map([("id", part_id(draft, part).into()), ("title", lang.text_of(part.title.as_deref())), ("heading", heading)])
    };
    let is_before = |part: &&DraftPart| matches!(part.kind, PartKind::Overview | PartKind::Before);
    let mut parts: Vec<Value> = draft.parts.iter().filter(is_before).map(of).collect();
    if !draft.parts.iter().any(|part| part.kind == PartKind::Overview) && draft.opening.len() > 1 {
        parts.insert(0, map([("id", "overview".into()), ("heading", false.into())]));
    }
    parts.push(map([("id", "issues".into()), ("title", lang.text_of(draft.issues_title.as_deref()))]));
    let mut outstanding = draft
        .outstanding_title
        .as_deref()
        .map(|title| map([("id", "outstanding".into()), ("title", lang.text(title))]));
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
fn parts(draft: &Draft, lang: OneLanguage) -> Vec<(String, String)> {
    let lang = lang.0;
    let opening = draft.opening.iter().skip(1).cloned().collect::<Vec<_>>();
    let mut files = Vec::new();
    let has_overview = draft.parts.iter().any(|part| part.kind == PartKind::Overview);
    if !has_overview && !opening.is_empty() {
        files.push((format!("content/overview.{lang}.md"), text(&opening)));
    }
    let has_text =
        |part: &&DraftPart| part.markdown.is_some() || !part.paragraphs.is_empty() || !part.tables.is_empty();
    for part in draft.parts.iter().filter(has_text) {
        let id = part_id(draft, part);
        let path = match part.kind {
            PartKind::Before => format!("content/parts/{}-{id}.{lang}.md", BEFORE + files.len()),
            PartKind::After => format!("content/parts/{}-{id}.{lang}.md", BEHIND + files.len()),
            _ => format!("content/{id}.{lang}.md"),
        };
        if let Some(markdown) = &part.markdown {
            files.push((path, markdown.clone()));
            continue;
        }
        let before = if part.kind == PartKind::Overview { &opening[..] } else { &[] };
        let paragraphs: Vec<String> = before.iter().chain(&part.paragraphs).cloned().collect();
        files.push((path, text_with_tables(&paragraphs, &part.tables, before.len())));
    }
    files
}

fn narrative(issue: &DraftIssue, missing: &str) -> String {
    if let Some(markdown) = &issue.markdown {
        return markdown.clone();
    }
    let paragraphs = &issue.response;
    if paragraphs.is_empty() { format!("{missing}\n") } else { text_with_tables(paragraphs, &issue.tables, 0) }
}

/// Returns paragraphs as Markdown with tables among them; so many paragraphs stand before those that the tables count.
fn text_with_tables(paragraphs: &[String], tables: &[TextTable], before: usize) -> String {
    let mut parts = Vec::new();
    let mut from = 0;
    for table in tables {
        let to = (table.behind + before).min(paragraphs.len());
        parts.extend((from < to).then(|| text(&paragraphs[from..to])));
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| escaped(cell)).collect()).collect();
        parts.push(table_of(&rows, &[]));
        from = to.max(from);
    }
    parts.extend((from < paragraphs.len()).then(|| text(&paragraphs[from..])));
    parts.join("\n")
}

/// Returns a table in Markdown, of cells in Markdown; the first row has the heads. Columns are set across like this, the others as usual.
pub(super) fn table_of(rows: &[Vec<String>], across: &[Across]) -> String {
    let line = |row: &Vec<String>| format!("| {} |\n", row.join(" | "));
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    let rule = |at: usize| match across.get(at).copied().unwrap_or_default() {
        Across::Start => " --- |",
        Across::Center => " :-: |",
        Across::Right => " --: |",
    };
    let width = rows.first().map_or(0, Vec::len);
    lines.insert(1.min(lines.len()), format!("|{}\n", (0..width).map(rule).collect::<String>()));
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
pub(super) fn markdown(text: &str) -> String {
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
