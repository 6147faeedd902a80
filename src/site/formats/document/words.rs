//! What words of a document stand for: the ids behind its statuses, units, fields, sections and topics, so that whoever imports the document
//! gives them the same. All of them are published with the data of the notice, too.

use std::collections::BTreeMap;

use super::super::docx::Docx;
use crate::notice::wording::{known_kind, known_noun, known_work};
use crate::notice::{FieldHolder, Naming};
use crate::site::parts::Parts;
use crate::value::{Date, Localized, Numbering, Spanned};

/// Says what they stand for.
pub(super) fn say(docx: &mut Docx, parts: &Parts<'_>) {
    let notice = parts.notice();
    docx.word("as-of".to_owned(), parts.edition.as_of.to_string());
    let numbering = match notice.record.numbering {
        Numbering::Continuous => "continuous",
        Numbering::PerSection => "per-section",
        Numbering::Own => "own",
    };
    docx.word("numbering".to_owned(), numbering.to_owned());
    docx.word("issued-on".to_owned(), notice.record.issued_on.to_string());
    dates(docx, parts);
    let mut deadlines = BTreeMap::new();
    for issue in &notice.issues {
        if let Some(label) = &issue.record.label {
            docx.word(format!("label {}", label.text(parts.locale.lang)), issue.key.to_string());
        }
        if let (Some(words), Some(due)) = (&issue.record.due_text, issue.due()) {
            // Words for two days stand for none.
            let keep_one = |known: &mut Option<Date>| *known = known.filter(|known| *known == due);
            deadlines.entry(parts.text(words)).and_modify(keep_one).or_insert(Some(due));
        }
    }
    for (words, due) in deadlines.into_iter().filter_map(|(words, due)| Some((words, due?))) {
        docx.word(format!("due {words}"), due.to_string());
    }
    naming(docx, parts);
    docx.word("inferred".to_owned(), parts.locale.text("basis.mark"));
    for status in notice.statuses() {
        let id = &notice.status(status.id).id;
        let word = parts.locale.text(&format!("status.{id}"));
        docx.word(format!("status {id}"), format!("{} {word}", status.class.built_in().id));
    }
    for response in notice.response_ids() {
        let id = &notice.response(response).id;
        docx.word(format!("response {id}"), parts.locale.text(&format!("answer.{id}")));
    }
    for unit in &notice.units {
        docx.word(format!("unit {}", unit.id), parts.text(&unit.name));
    }
    for field in &notice.record.fields {
        let holders = [FieldHolder::Issue, FieldHolder::Measure, FieldHolder::Notice];
        let on: Vec<&str> = holders.into_iter().filter(|on| field.is_of(*on)).map(FieldHolder::word).collect();
        docx.word(format!("field {}", field.id), format!("{} {}", on.join(","), parts.text(&field.label)));
    }
    for section in &notice.sections {
        docx.word(format!("section {}", section.slug), parts.text(&section.record.title));
        for topic in &section.record.topics {
            docx.word(format!("topic {}", topic.id), parts.text(&topic.title));
        }
    }
}

/// Says how dates are set.
fn dates(docx: &mut Docx, parts: &Parts<'_>) {
    let dates = &parts.locale.rules.dates;
    let written = [("year", &dates.year), ("month", &dates.month), ("day", &dates.day)];
    written.into_iter().for_each(|(part, pattern)| docx.word(format!("date {part}"), pattern.clone()));
    if !dates.months.is_empty() {
        docx.word("date months".to_owned(), dates.months.join("|"));
    }
}

/// Says what is called an issue, what is done about it, and what kinds of scrutiny the notice answers, which choose many of its words.
fn naming(docx: &mut Docx, parts: &Parts<'_>) {
    let (record, locales) = (&parts.notice().record, &parts.edition.theme.locales);
    // What a language of the notice knows has an id that every language knows.
    if let Some(noun @ Naming::Word(word)) = &record.noun {
        docx.word("noun".to_owned(), known_noun(noun, locales).unwrap_or(word).to_owned());
    }
    match &record.work {
        Some(work @ Naming::Word(word)) => {
            docx.word("work".to_owned(), known_work(work, locales).unwrap_or(word).to_owned());
        }
        Some(Naming::Own(work)) => docx.word("own-work".to_owned(), parts.text(work)),
        None => {}
    }
    for (number, found) in (1..).zip(record.inspection.iter().flat_map(|all| all.iter())) {
        let kind = found.kind.as_ref().map(|kind| match kind {
            Naming::Word(word) => ("kind", known_kind(kind, locales).unwrap_or(word).to_owned()),
            Naming::Own(own) => ("own-kind", parts.text(own)),
        });
        let text = |text: &Option<Localized>| text.as_ref().map(|text| parts.text(text));
        let date = |date: Option<Spanned<Date>>| date.map(|date| date.to_string());
        let said = [
            ("body", text(&found.body)),
            ("subject", text(&found.subject)),
            ("from", date(found.from)),
            ("to", date(found.to)),
            ("fed_back_on", date(found.fed_back_on)),
        ];
        let said = said.into_iter().filter_map(|(key, text)| Some((key, text?)));
        let lines: Vec<String> = kind.into_iter().chain(said).map(|(key, text)| format!("{key}: {text}")).collect();
        docx.word(format!("inspection {number}"), lines.join("\n"));
    }
}
