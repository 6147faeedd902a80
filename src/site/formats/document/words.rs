//! What words of a document stand for: the ids behind its statuses, units, fields, sections, topics and figures, how figures hang together, and
//! which findings were accepted with a note for readers, so that an import gives the same notice. The data of the notice are published with nearly
//! all of this, too; comments, reasons and whatever else readers are not told stays out of it.

mod figures;
mod messages;
mod naming;

use std::collections::BTreeMap;

use crate::notice::FieldHolder;
use crate::site::formats::docx::Docx;
use crate::site::parts::Parts;
use crate::value::{Date, Numbering};
use figures::{all_figures, figure_units};
pub use messages::READ_BACK;
use messages::{dates, messages};
use naming::naming;

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
