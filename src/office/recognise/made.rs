//! A document that gongkai made: the names of its styles say what every paragraph states, so that nothing is guessed. What somebody typed
//! into it since goes on with the text above it.
//!
//! What a document does not show its properties may hold ([`crate::site::formats::document`]): ids, equations, words of the theme. Whatever else
//! there was does not come back, and the report says so.
//!
//! `declared` takes the properties, `figures` and `notes` what hangs on texts; `around` reads what stands around the issues (with `parts`), `issues`
//! those (with `items`, `quantities` and `bodies`); `printed` reads words and dates back by printing them, `texts` sets texts as Markdown.

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
mod measures;
mod notes;
mod parts;
mod passage;
mod printed;
mod quantities;
mod texts;

use iso_currency::Currency;

use self::around::MadeReader;
use self::issues::IssueReader;
use super::super::draft::Draft;
use super::super::manuscript::{Block, Manuscript, Paragraph};
use super::super::report::{Certainty, Report};
use crate::say;
use crate::site::formats::{DOCUMENT_MESSAGES, DOCUMENT_VERSION};
use crate::source::SourceTree;
use crate::text::locale::{Locale, Messages, OwnUnit, UnitKind, UnitRule};
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
    set_rules(&mut locale, &manuscript.words);
    draft.language = Some(lang);
    let mut reader = MadeReader::new(draft, report, &locale, lang);
    let passages = reader.read(manuscript);
    IssueReader::read(&mut reader, &passages);
    reader.tell();
}

/// How many units of its own a document may have: every figure that somebody edited is laid beside all of them.
const MOST_UNITS: usize = 100;

/// Lets a language set dates as the document does, whose theme may do it otherwise, and figures in the units of its notice.
fn set_rules(locale: &mut Locale, words: &[(String, String)]) {
    let rules = &mut locale.rules;
    for (name, text) in words {
        match name.split_once(' ').unwrap_or((name, "")) {
            ("date", "year") => rules.dates.year.clone_from(text),
            ("date", "month") => rules.dates.month.clone_from(text),
            ("date", "day") => rules.dates.day.clone_from(text),
            ("date", "months") => rules.dates.months = text.split('|').map(str::to_owned).collect(),
            ("message", key) if DOCUMENT_MESSAGES.contains(&key) => {
                let text = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
                text.into_iter().for_each(|text| lay_over(&mut locale.messages, key, text));
            }
            ("shown-in", _) => rules.shown_in = Some(text.clone()),
            ("currency", code) if Currency::from_code(code).is_some() && !rules.units.contains_key(code) => {
                rules.take_currency(code);
            }
            _ => {}
        }
    }
    let own = words.iter().filter_map(|(name, text)| Some((name.strip_prefix("own-unit ")?, OwnUnitWords::read(text))));
    let own: Vec<(&str, OwnUnitWords)> = own.take(MOST_UNITS).collect();
    rules.take_units(own.iter().map(|(code, unit)| unit.of(code)));
}

/// Lets a message be written as the document writes it.
fn lay_over(messages: &mut Messages, key: &str, text: &str) {
    let nested = key.rsplit('.').fold(serde_json::Value::from(text), |inner, name| serde_json::json!({ name: inner }));
    messages.lay_over(nested);
}

/// A unit of the notice's own, as the words of a document have it.
struct OwnUnitWords {
    kind: UnitKind,
    words: UnitRule,
}

impl OwnUnitWords {
    fn read(text: &str) -> OwnUnitWords {
        let (mut kind, mut words) = (UnitKind::default(), UnitRule::default());
        for (name, word) in printed::lines(text) {
            let some = || Some(word.to_owned());
            match name {
                "kind" => kind = UnitKind::of(word).unwrap_or_default(),
                "prefix" => word.clone_into(&mut words.prefix),
                "suffix" => word.clone_into(&mut words.suffix),
                "one" => words.one = some(),
                "two" => words.two = some(),
                "few" => words.few = some(),
                "many" => words.many = some(),
                _ => {}
            }
        }
        OwnUnitWords { kind, words }
    }

    fn of<'a>(&'a self, code: &'a str) -> OwnUnit<'a> {
        OwnUnit { code, kind: self.kind, words: Some(&self.words), converts: None }
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
