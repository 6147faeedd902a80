//! Findings for people: an excerpt of the file with a caret under what is wrong, and what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};

use super::position::{Counted, Files};
use super::{MessageLang, severity};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::SourceTree;

/// Findings for people: file, line and column, an excerpt with a caret, what to do.
pub fn human(tree: &SourceTree, diagnostics: &[Diagnostic], lang: MessageLang, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let files = Files::of(tree, diagnostics);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&groups(&files, diagnostic, lang)));
        text.push_str("\n\n");
    }
    text
}

fn groups<'a>(files: &Files<'a>, diagnostic: &'a Diagnostic, lang: MessageLang) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let name = lang.pick(severity(diagnostic.severity));
    let title = level.with_name(name).primary_title(lang.of(&diagnostic.message)).id(diagnostic.rule);
    let mut group = Group::with_title(title);
    if let Some(place) = &diagnostic.place {
        group = with_place(group, files, place, None, AnnotationKind::Primary);
    }
    if let Some((place, what)) = &diagnostic.related {
        group = with_place(group.element(Padding), files, place, Some(lang.of(what)), AnnotationKind::Context);
    }
    if let Some(help) = &diagnostic.help {
        let name = if lang == MessageLang::Zh { "办法" } else { "help" };
        group = group.element(Level::HELP.with_name(name).message(lang.of(help)));
    }
    vec![group]
}

fn with_place<'a>(
    group: Group<'a>,
    files: &Files<'a>,
    place: &'a Place,
    label: Option<&'a str>,
    kind: AnnotationKind,
) -> Group<'a> {
    let origin = Origin::path(place.path().as_str());
    let (Some(range), Some(file)) = (place.range(), files.text(place)) else { return group.element(origin) };
    let (line, column) = file.position(range.start);
    let Excerpt { text, range } = excerpt(file, range);
    group
        .element(origin.line(line).char_column(column))
        .element(Padding)
        .element(Snippet::source(text).line_start(line).annotation(kind.span(range).label(label)))
}

/// As much of a file as shows a place, and where the place is in it.
struct Excerpt<'a> {
    text: &'a str,
    range: Range<usize>,
}

/// How many bytes of a line are looked at before and behind a place. The excerpt shows less: what fits a terminal.
const AROUND: usize = 300;

/// How many bytes a place may have; of one that is longer the first line is marked.
const LONGEST: usize = 4000;

/// Returns the lines that a place is in, the first from near the place on, the last as far as near it.
fn excerpt<'a>(file: &Counted<'a>, place: Range<usize>) -> Excerpt<'a> {
    let text = file.text;
    let place = place.start.min(text.len())..place.end.min(text.len());
    let end = match place.len() > LONGEST {
        true => text.floor_char_boundary(file.end(place.start).min(place.start + AROUND)),
        false => place.end,
    };
    let (line, _) = file.position(place.start);
    let from = file.start(line).max(text.floor_char_boundary(place.start.saturating_sub(AROUND)));
    let to = file.end(end).min(text.floor_char_boundary(end + AROUND));
    Excerpt { text: &text[from..to], range: place.start - from..end - from }
}

#[cfg(test)]
mod tests {
    use super::super::position;
    use super::*;
    use crate::say;
    use crate::value::RelPath;

    #[test]
    fn carets_are_under_wide_characters() {
        let text = "title: 南平市整改\n";
        let tree = SourceTree::of([("content/x.yaml", text.as_bytes())]);
        let start = text.find("整改").unwrap();
        let place = Place::Span(RelPath::of("content/x.yaml"), start..start + "整改".len());
        let found = [Diagnostic::of(crate::diagnostic::RuleId::error("x"), place, say!("不对", "wrong"))
            .help(say!("改", "fix it"))];
        let shown = human(&tree, &found, MessageLang::Zh, false);
        let lines: Vec<&str> = shown.lines().collect();
        let width = |s: &str| unicode_width::UnicodeWidthStr::width(s);
        let source = lines.iter().find(|l| l.contains("南平市")).unwrap();
        let caret = lines.iter().find(|l| l.contains('━')).unwrap();
        assert_eq!(
            width(&source[..source.find("整改").unwrap()]),
            width(&caret[..caret.find('━').unwrap()]),
            "{shown}"
        );
        assert!(shown.contains("content/x.yaml:1:11"), "{shown}");
        assert_eq!(position(text, start), (1, 11));
    }
}
