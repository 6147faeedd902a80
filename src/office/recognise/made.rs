//! A document that gongkai made: the names of its styles say what every paragraph states, so that nothing is guessed. What somebody typed
//! into it since goes on with the text above it.
//!
//! What a document does not show it does not hold, and the report says so: other languages, values of figures, where links lead. `printed`
//! reads words and dates back by printing them, `texts` sets texts as Markdown, `around` reads what stands around the issues, `issues` those.

mod around;
mod issues;
mod passage;
mod printed;
mod texts;

use self::around::MadeReader;
use self::issues::IssueReader;
use super::super::draft::Draft;
use super::super::manuscript::{Block, Manuscript, Paragraph};
use super::super::report::{Certainty, Report};
use crate::say;
use crate::site::formats::DOCUMENT_VERSION;
use crate::source::SourceTree;
use crate::text::locale::Locale;
use crate::theme::{self, ThemeRequest};
use crate::value::Lang;

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
    set_dates(&mut locale, &manuscript.words);
    draft.language = Some(lang);
    let mut reader = MadeReader {
        draft,
        report,
        locale: &locale,
        lang,
        statuses: Vec::new(),
        inferred: locale.text("basis.mark"),
        responses: Vec::new(),
        labels: Vec::new(),
        deadlines: Vec::new(),
    };
    let passages = reader.read(manuscript);
    IssueReader::read(&mut reader, &passages);
    reader.tell();
}

/// Lets a language set dates as the document does, whose theme may do it otherwise.
fn set_dates(locale: &mut Locale, words: &[(String, String)]) {
    let dates = &mut locale.rules.dates;
    for (name, text) in words {
        match name.as_str() {
            "date year" => dates.year.clone_from(text),
            "date month" => dates.month.clone_from(text),
            "date day" => dates.day.clone_from(text),
            "date months" => dates.months = text.split('|').map(str::to_owned).collect(),
            _ => {}
        }
    }
}

/// Returns the words of a language, those of English where gongkai has none.
fn words_of(lang: Lang, report: &mut Report) -> Option<Locale> {
    let tree = theme::with_built_in(SourceTree::default());
    let of = |lang: Lang| {
        theme::layer(&tree, &ThemeRequest::built_in(&[lang])).value.map(|theme| theme.locale(lang).clone())
    };
    of(lang).or_else(|| {
        let message = say!(
            "gongkai 自己没有语言“{lang}”的用语，日期等只读到数字写法的；请把原通报的 themes/ 文件夹一并复制过来",
            "gongkai has no words of its own in `{lang}`, so only dates in digits were read; copy the folder themes/ of the notice as well"
        );
        report.say(Certainty::NotUnderstood, message);
        of(Lang::new("en"))
    })
}
