//! What is called an issue and what is done about it, and which inspections the notice answers.

use crate::notice::Naming;
use crate::notice::wording::{known_kind, known_noun, known_work};
use crate::site::formats::docx::Docx;
use crate::site::parts::Parts;
use crate::value::{Date, Spanned};

/// Says what is called an issue, what is done about it, and what kinds of scrutiny the notice answers, which choose many of its words.
pub(super) fn naming(docx: &mut Docx, parts: &Parts<'_>) {
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
        let date = |date: Option<Spanned<Date>>| date.map(|date| date.to_string());
        let said = [
            ("body", parts.optional(&found.body)),
            ("subject", parts.optional(&found.subject)),
            ("from", date(found.from)),
            ("to", date(found.to)),
            ("fed_back_on", date(found.fed_back_on)),
        ];
        let said = said.into_iter().filter_map(|(key, text)| Some((key, text?)));
        let lines: Vec<String> = kind.into_iter().chain(said).map(|(key, text)| format!("{key}: {text}")).collect();
        docx.word(format!("inspection {number}"), lines.join("\n"));
    }
}
