//! Findings for people: an excerpt of the file with a caret under what is wrong, and what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{MessageLang, severity};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::SourceTree;

/// Findings for people: file, line and column, an excerpt with a caret, what to do.
pub fn human(tree: &SourceTree, diagnostics: &[Diagnostic], lang: MessageLang, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&groups(tree, diagnostic, lang)));
        text.push_str("\n\n");
    }
    text
}

fn groups<'a>(tree: &'a SourceTree, diagnostic: &'a Diagnostic, lang: MessageLang) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let name = lang.pick(severity(diagnostic.severity));
    let title = level.with_name(name).primary_title(lang.of(&diagnostic.message)).id(diagnostic.rule);
    let mut group = Group::with_title(title);
    if let Some(place) = &diagnostic.place {
        group = with_place(group, tree, place, None, AnnotationKind::Primary);
    }
    if let Some((place, what)) = &diagnostic.related {
        group = with_place(group, tree, place, Some(lang.of(what)), AnnotationKind::Context);
    }
    if let Some(help) = &diagnostic.help {
        let name = if lang == MessageLang::Zh { "办法" } else { "help" };
        group = group.element(Level::HELP.with_name(name).message(lang.of(help)));
    }
    vec![group]
}

fn with_place<'a>(
    group: Group<'a>,
    tree: &'a SourceTree,
    place: &'a Place,
    label: Option<&'a str>,
    kind: AnnotationKind,
) -> Group<'a> {
    let path = place.path().as_str();
    match (place.range(), tree.text(path)) {
        (Some(range), Some(text)) => {
            group.element(Snippet::source(text).path(path).annotation(kind.span(range).label(label)))
        }
        _ => group.element(annotate_snippets::Origin::path(path)),
    }
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
