//! What the figures of a document are, and how they hang together.

use crate::notice::Figure;
use crate::notice::content::AcceptedRecord;
use crate::notice::measures::currencies;
use crate::site::formats::docx::Docx;
use crate::site::parts::Parts;
use crate::text::locale::UnitRule;
use crate::value::{Numbering, Text};

/// Says which units its figures have that gongkai does not know, and which scale they are shown in.
pub(super) fn figure_units(docx: &mut Docx, parts: &Parts<'_>) {
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
pub(super) fn all_figures(docx: &mut Docx, parts: &Parts<'_>) {
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
