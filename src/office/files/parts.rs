//! The other parts of a notice: their outline in its record, and a file for the text of each.

use serde_yaml::Value;

use super::super::draft::{Draft, DraftPart, PartKind};
use super::markdown::{text, text_with_tables};
use super::values::{OneLanguage, map};

/// The numbers from which on files of parts of the office's own count, before the issues and behind them.
const BEFORE: usize = 10;
const BEHIND: usize = 80;

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
pub(super) fn outline(draft: &Draft, lang: OneLanguage) -> Vec<Value> {
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
pub(super) fn parts(draft: &Draft, lang: OneLanguage) -> Vec<(String, String)> {
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
