//! A document that gongkai made: the names of its styles say what every paragraph states, so that nothing is guessed. What somebody typed
//! into it since goes on with the text above it.
//!
//! What a document does not show its properties may hold ([`crate::site::formats::document`]): ids, equations, words of the theme. Whatever else
//! there was does not come back, and the report says so.
//!
//! `declared` takes the properties, `figures` (each a `figure`) and `notes` what hangs on texts; `around` reads what stands around the issues
//! (with `parts`, `accountability` and `beside`), `issues` those (with `items`, `measures`, `history`, `quantities` and `bodies`); `printed` reads
//! words and dates back by printing them in the `language` of the document, `texts` sets texts as Markdown.

mod accountability;
mod around;
mod beside;
mod bodies;
mod declared;
mod figure;
mod figures;
mod history;
mod issues;
mod items;
mod language;
mod measures;
mod notes;
mod parts;
mod passage;
mod printed;
mod quantities;
mod texts;

use self::around::MadeReader;
use self::issues::IssueReader;
use super::super::draft::Draft;
use super::super::manuscript::{Block, Manuscript, Paragraph};
use super::super::report::Report;
use crate::site::formats::DOCUMENT_VERSION;
use crate::value::Lang;
use language::{set_rules, words_of};

/// Whether gongkai made a document, and an issue of it is still told by its style.
pub(super) fn is_made(manuscript: &Manuscript) -> bool {
    let is_issue = |block: &Block| match block {
        Block::Paragraph(Paragraph { mark: Some(mark), .. }) => {
            mark.states == "issue" && mark.version == DOCUMENT_VERSION
        }
        _ => false,
    };
    manuscript.blocks.iter().any(is_issue)
}

/// Reads a document that gongkai made.
pub(super) fn read(manuscript: &Manuscript, draft: &mut Draft, report: &mut Report) {
    let marks = manuscript.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.mark.as_ref(),
        Block::Table(_) => None,
    });
    let lang = marks.map(|mark| mark.language).next().unwrap_or_else(|| Lang::new("zh"));
    let Some(mut locale) = words_of(lang, report) else { return };
    set_rules(&mut locale, &manuscript.words);
    draft.language = Some(lang);
    let mut reader = MadeReader::new(draft, report, &locale, lang);
    let passages = reader.read(manuscript);
    IssueReader::read(&mut reader, &passages);
    reader.tell();
}
