//! Findings as people and machines read them. A pure function of the findings and the files that they stand in.

use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Place, Severity, Text};
use crate::tree::SourceTree;

/// The language that gongkai speaks to the author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Tongue {
    /// A text in this language.
    pub fn of(self, text: &Text) -> &str {
        match self {
            Tongue::Zh => &text.zh,
            Tongue::En => &text.en,
        }
    }
}

/// Findings for people: file, line and column, an excerpt with a caret, what to do.
pub fn human(tree: &Arc<SourceTree>, diagnostics: &[Diagnostic], tongue: Tongue, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&groups(tree, diagnostic, tongue)));
        text.push_str("\n\n");
    }
    text
}

fn groups<'a>(tree: &'a SourceTree, diagnostic: &'a Diagnostic, tongue: Tongue) -> Vec<Group<'a>> {
    let (level, name) = match (diagnostic.severity, tongue) {
        (Severity::Error, Tongue::Zh) => (Level::ERROR, "错误"),
        (Severity::Error, Tongue::En) => (Level::ERROR, "error"),
        (Severity::Warning, Tongue::Zh) => (Level::WARNING, "警告"),
        (Severity::Warning, Tongue::En) => (Level::WARNING, "warning"),
        (Severity::Note, Tongue::Zh) => (Level::NOTE, "提示"),
        (Severity::Note, Tongue::En) => (Level::NOTE, "note"),
    };
    let title = level.with_name(name).primary_title(tongue.of(&diagnostic.message)).id(diagnostic.rule);
    let mut group = Group::with_title(title);
    if let Some(place) = &diagnostic.place {
        group = with_place(group, tree, place, None, AnnotationKind::Primary);
    }
    if let Some((place, what)) = &diagnostic.related {
        group = with_place(group, tree, place, Some(tongue.of(what)), AnnotationKind::Context);
    }
    if let Some(help) = &diagnostic.help {
        let name = if tongue == Tongue::Zh { "办法" } else { "help" };
        group = group.element(Level::HELP.with_name(name).message(tongue.of(help)));
    }
    vec![group]
}

fn with_place<'a>(group: Group<'a>, tree: &'a SourceTree, place: &'a Place, label: Option<&'a str>, kind: AnnotationKind) -> Group<'a> {
    let path = place.path().as_str();
    match (place.range(), tree.text(path)) {
        (Some(range), Some(text)) => group.element(Snippet::source(text).path(path).annotation(kind.span(range).label(label))),
        _ => group.element(annotate_snippets::Origin::path(path)),
    }
}

/// One finding for machines; lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize)]
pub struct Finding<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// Findings for machines.
pub fn findings<'a>(tree: &SourceTree, diagnostics: &'a [Diagnostic], tongue: Tongue) -> Vec<Finding<'a>> {
    let finding = |d: &'a Diagnostic| {
        let path = d.place.as_ref().map(|place| place.path().as_str());
        let range = d.place.as_ref().and_then(Place::range);
        let text = path.and_then(|path| tree.text(path)).unwrap_or_default();
        let start = range.as_ref().map(|r| position(text, r.start));
        let end = range.as_ref().map(|r| position(text, r.end));
        Finding {
            rule: d.rule,
            severity: d.severity.name(),
            message: tongue.of(&d.message),
            help: d.help.as_ref().map(|help| tongue.of(help)),
            path,
            line: start.map(|p| p.0),
            column: start.map(|p| p.1),
            end_line: end.map(|p| p.0),
            end_column: end.map(|p| p.1),
        }
    };
    diagnostics.iter().map(finding).collect()
}

/// Line and column of a byte, both from 1; columns count characters.
pub fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say;
    use crate::value::RelPath;

    #[test]
    fn carets_stand_under_wide_characters() {
        let text = "title: 南平市整改\n";
        let tree = Arc::new(SourceTree::of([("content/x.yaml", text.as_bytes())]));
        let start = text.find("整改").unwrap();
        let place = Place::Span(RelPath::of("content/x.yaml"), start..start + "整改".len());
        let found = [Diagnostic::error("x", place, say!("不对", "wrong")).help(say!("改", "mend it"))];
        let shown = human(&tree, &found, Tongue::Zh, false);
        let lines: Vec<&str> = shown.lines().collect();
        let width = |s: &str| unicode_width::UnicodeWidthStr::width(s);
        let source = lines.iter().find(|l| l.contains("南平市")).unwrap();
        let caret = lines.iter().find(|l| l.contains('━')).unwrap();
        assert_eq!(width(&source[..source.find("整改").unwrap()]), width(&caret[..caret.find('━').unwrap()]), "{shown}");
        assert!(shown.contains("content/x.yaml:1:11"), "{shown}");
        assert_eq!(position(text, start), (1, 11));
    }
}
