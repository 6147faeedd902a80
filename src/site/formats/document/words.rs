//! What words of a document stand for: the ids behind its statuses, units, fields, sections, topics and figures, how figures hang together, and
//! which findings were accepted with a note for readers, so that an import gives the same notice. The data of the notice are published with nearly
//! all of this, too; comments, reasons and whatever else readers are not told stays out of it.

use std::collections::BTreeMap;

use super::super::docx::Docx;
use crate::notice::content::AcceptedRecord;
use crate::notice::measures::currencies;
use crate::notice::wording::{known_kind, known_noun, known_work};
use crate::notice::{FieldHolder, Figure, Naming};
use crate::site::parts::Parts;
use crate::text::locale::UnitRule;
use crate::value::{Date, Localized, Numbering, Spanned, Text};

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
    messages(docx, parts);
    let mut deadlines = BTreeMap::new();
    for issue in &notice.issues {
        if let Some(label) = &issue.record.label {
            docx.word(format!("label {}", label.text(parts.locale.lang)), issue.number().to_string());
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
    figure_units(docx, parts);
    all_figures(docx, parts);
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
    for place in &notice.places {
        docx.word(format!("place {}", place.id), parts.text(&place.name));
    }
    for field in &notice.record.fields {
        let holders = [FieldHolder::Issue, FieldHolder::Measure, FieldHolder::Notice];
        let on: Vec<&str> = holders.into_iter().filter(|on| field.is_of(*on)).map(FieldHolder::word).collect();
        docx.word(format!("field {}", field.id), format!("{} {}", on.join(","), parts.text(&field.label)));
    }
    for part in &notice.parts {
        if let Some(title) = parts.part_title(part) {
            docx.word(format!("part {}", part.id), title);
        }
    }
    for group in notice.accountability.iter().flat_map(|part| &part.record.groups) {
        docx.word(format!("group {}", group.id), parts.text(&group.title));
    }
    for section in &notice.sections {
        docx.word(format!("section {}", section.slug), parts.text(&section.record.title));
        for topic in &section.record.topics {
            docx.word(format!("topic {}", topic.id), parts.text(&topic.title));
        }
    }
}

/// Messages that whoever imports the document reads back: a theme may have words of its own.
pub const READ_BACK: [&str; 29] = [
    "basis.mark",
    "data.columns.completed_on.title",
    "data.columns.due.title",
    "data.columns.lead.title",
    "data.columns.responsible.title",
    "data.item",
    "document.joiner",
    "document.measure",
    "editor_notes.label",
    "head.colon",
    "head.comma",
    "head.space",
    "issue.counted_as",
    "issue.no_due",
    "issue.original_due",
    "ledger.columns.figure",
    "ledger.columns.value",
    "metadata.as_of",
    "metadata.between",
    "metadata.dated",
    "metadata.publicity_open",
    "metadata.publicity_over",
    "metadata.publicity_to_come",
    "metadata.since",
    "metadata.until",
    "numbering.part",
    "numbering.section",
    "numbering.topic",
    "numbering.labelled",
];

/// Says how messages are written. Brackets keep the blanks around them.
fn messages(docx: &mut Docx, parts: &Parts<'_>) {
    for key in READ_BACK {
        docx.word(format!("message {key}"), format!("[{}]", parts.locale.text(key)));
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

/// Says which units its figures have that gongkai does not know, and which scale they are shown in.
fn figure_units(docx: &mut Docx, parts: &Parts<'_>) {
    let record = &parts.notice().record;
    if let Some(scale) = &record.shown_in {
        docx.word("shown-in".to_owned(), scale.to_string());
    }
    for unit in &record.units {
        let words = unit.words.get(parts.locale.lang);
        let lines = words.into_iter().flat_map(UnitRule::written).map(|(name, word)| format!("{name}: {word}"));
        let lines: Vec<String> = lines.chain([format!("kind: {}", unit.kind.word())]).collect();
        docx.word(format!("own-unit {}", unit.id), lines.join("\n"));
    }
    for code in currencies(parts.notice()) {
        docx.word(format!("currency {code}"), String::new());
    }
}

/// Says what the figures of every record are called, and how they hang together.
fn all_figures(docx: &mut Docx, parts: &Parts<'_>) {
    let notice = parts.notice();
    figures(docx, parts, "notice", &notice.record.stated, (&notice.record.equations, &notice.record.accepted));
    if let Some(part) = &notice.accountability {
        figures(docx, parts, "accountability", &part.record.figures, (&part.record.equations, &part.record.accepted));
    }
    for issue in &notice.issues {
        let section = issue.group.section.filter(|_| notice.record.numbering == Numbering::PerSection);
        let number = issue.number();
        let name = section.map_or_else(|| number.to_string(), |section| format!("{}-{number}", section.index() + 1));
        figures(docx, parts, &name, &issue.record.figures, (&issue.record.equations, &issue.record.accepted));
    }
}

/// Says what the figures of a record are: a line for each thing that is said of one, and an empty line between two.
/// What the office accepted goes with them, where a note tells readers so.
fn figures(
    docx: &mut Docx,
    parts: &Parts<'_>,
    record: &str,
    figures: &[Figure],
    (equations, accepted): (&[Text], &[AcceptedRecord]),
) {
    let said = |figure: &Figure| {
        let view = parts.figure(figure);
        let facts = [
            ("id", Some(figure.id.to_string())),
            ("label", Some(parts.text(&figure.label))),
            ("text", Some(view.text)),
            ("value", Some(figure.value.to_string())),
            ("unit", Some(figure.unit.to_string())),
            ("approx", figure.approx.map(|approx| approx.word().to_owned())),
            ("as_of", figure.as_of.map(|day| day.to_string())),
            ("shown_in", figure.shown_in.as_ref().map(ToString::to_string)),
            ("equals", figure.equals.as_ref().map(ToString::to_string)),
            ("of", figure.of.as_ref().map(ToString::to_string)),
            ("kind", figure.kind.map(|kind| kind.word().to_owned())),
            ("was", figure.was.map(|was| was.to_string())),
        ];
        let lines = facts.into_iter().filter_map(|(name, said)| Some(format!("{name}: {}", said?)));
        lines.collect::<Vec<_>>().join("\n")
    };
    say_all(docx, "figures", record, figures.iter().map(said), "\n\n");
    let has_note = |accepted: &&AcceptedRecord| accepted.note.is_some();
    let is_silent = |equation: &str| {
        accepted.iter().any(|accepted| accepted.note.is_none() && equation.contains(accepted.text.as_str()))
    };
    let equations = equations.iter().map(Text::as_str).filter(|equation| !is_silent(equation));
    say_all(docx, "equations", record, equations.map(str::to_owned), "\n");
    let said = |accepted: &AcceptedRecord| {
        let note = accepted.note.as_ref().map(|note| parts.text(note)).unwrap_or_default();
        format!("rule: {}\ntext: {}\nnote: {note}", accepted.rule, accepted.text)
    };
    say_all(docx, "accepted", record, accepted.iter().filter(has_note).map(said), "\n\n");
}

/// Says several things of one kind, as many in one property as programs let people write into it.
fn say_all(docx: &mut Docx, kind: &str, record: &str, all: impl Iterator<Item = String>, between: &str) {
    const LONGEST: usize = 255;
    let mut together = String::new();
    for one in all {
        let length = |text: &str| text.encode_utf16().count();
        if !together.is_empty() && length(&together) + between.len() + length(&one) > LONGEST {
            docx.word(format!("{kind} {record}"), std::mem::take(&mut together));
        }
        together += if together.is_empty() { "" } else { between };
        together += &one;
    }
    if !together.is_empty() {
        docx.word(format!("{kind} {record}"), together);
    }
}

/// Says what is called an issue, what is done about it, and what kinds of scrutiny the notice answers, which choose many of its words.
fn naming(docx: &mut Docx, parts: &Parts<'_>) {
    let (record, locales) = (&parts.notice().record, &parts.edition.theme.locales);
    // What a language of the notice knows has an id that every language knows.
    if let Some(noun @ Naming::Word(word)) = &record.noun {
        docx.word("noun".to_owned(), known_noun(noun, locales).unwrap_or(word).to_owned());
    }
    if let Some(Naming::Own(noun)) = &record.noun {
        let lines: Vec<String> =
            noun.row(parts.locale.lang).iter().map(|(name, word)| format!("{name}: {word}")).collect();
        docx.word("own-noun".to_owned(), lines.join("\n"));
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
