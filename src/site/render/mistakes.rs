//! What Tera says of a template, at its place and in our own terms. Its messages exist in English only.

use std::ops::Range;

use tera::{ErrorKind, ReportError};

use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::theme::{self, TEMPLATE, Theme};
use crate::value::RelPath;

/// Everything that an error says, each mistake where it stands.
pub(super) fn diagnostics(theme: &Theme, error: &tera::Error) -> Vec<Diagnostic> {
    let one = |place, info: &str| vec![mistake(place, info)];
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![reported(report)],
        ErrorKind::MissingParent { current, parent } => one(named(theme, current, parent), &error.kind().to_string()),
        ErrorKind::CircularExtend { tpl, .. } => one(named(theme, tpl, "extends"), &error.kind().to_string()),
        ErrorKind::CircularInclude { tpl, .. } => one(named(theme, tpl, "include"), &error.kind().to_string()),
        kind => {
            let text = kind.to_string();
            let several: Vec<_> = reports(theme, &text);
            if several.is_empty() { one(Place::File(RelPath::of(theme::FOLDER)), &text) } else { several }
        }
    }
}

fn reported(report: &ReportError) -> Diagnostic {
    let file = theme::template_path(report.filename()).unwrap_or_else(|| RelPath::of(theme::FOLDER));
    mistake(Place::Span(file, report.span().range.clone()), report.message())
}

/// Where a template says a word; the template where it does not.
fn named(theme: &Theme, template: &str, word: &str) -> Place {
    let file = theme::template_path(template).unwrap_or_else(|| RelPath::of(theme::FOLDER));
    match source(theme, template).and_then(|source| source.find(word)) {
        Some(at) => Place::Span(file, at..at + word.len()),
        None => Place::File(file),
    }
}

fn source<'a>(theme: &'a Theme, template: &str) -> Option<&'a str> {
    theme.templates.iter().find(|(name, _)| name == template).map(|(_, source)| source.as_str())
}

/// What is said of several templates at once comes as a text: `error: MISTAKE`, and below it ` --> TEMPLATE:LINE:COLUMN`.
fn reports(theme: &Theme, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut message = "";
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("error: ") {
            message = said;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ").and_then(|place| place_of(theme, place)) {
            found.push(mistake(place, message));
        }
    }
    found
}

fn place_of(theme: &Theme, written: &str) -> Option<Place> {
    let mut parts = written.rsplitn(3, ':');
    let (column, line, template) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    Some(Place::Span(theme::template_path(template)?, range(source(theme, template)?, line, column)?))
}

/// The character at a line and a column, both from 1.
fn range(source: &str, line: usize, column: usize) -> Option<Range<usize>> {
    let start: usize = source.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let (at, c) = source.get(start..)?.char_indices().nth(column.checked_sub(1)?)?;
    Some(start + at..start + at + c.len_utf8())
}

/// What is wrong is the same on every page that uses the template; which fields there are is not, so it is left to the help.
fn mistake(place: Place, info: &str) -> Diagnostic {
    let (info, fields) = info.split_once(" Available fields: ").unwrap_or((info, ""));
    let found = Diagnostic::of(TEMPLATE, place, say!("模板有误：{info}", "the template is wrong: {info}"));
    found.help(match fields {
        "" => {
            say!("模板可用的内容见 gongkai help themes", "what templates may use is described by `gongkai help themes`")
        }
        _ => say!("这里可用的有：{fields}；详见 gongkai help themes", "there are: {fields}; see `gongkai help themes`"),
    })
}
