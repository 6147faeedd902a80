//! Diagnostics for people: an excerpt of the file with a caret under what is wrong, and what to do. Diagnostics that
//! say the same are one, with the places of the others.

mod excerpt;

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};

use super::position::Files;
use super::{HELP, MessageLang, severity};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::say;
use crate::source::SourceTree;

pub(super) use excerpt::{Excerpt, excerpt};

/// Places that are listed below a diagnostic, at most.
const MOST_PLACES: usize = 10;

/// Returns diagnostics for people: file, line and column, an excerpt with a caret, what to do.
pub fn human(tree: &SourceTree, diagnostics: &[Diagnostic], lang: MessageLang, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let files = Files::of(tree, diagnostics);
    let mut text = String::new();
    for (diagnostic, others) in grouped(diagnostics) {
        let others = elsewhere(&files, &others, lang);
        text.push_str(&renderer.render(&groups(&files, diagnostic, others.as_ref(), lang)));
        text.push_str("\n\n");
    }
    text
}

/// Each diagnostic with those after it that say the same of other places.
pub(super) fn grouped(diagnostics: &[Diagnostic]) -> Vec<(&Diagnostic, Vec<&Diagnostic>)> {
    let mut groups: Vec<(&Diagnostic, Vec<&Diagnostic>)> = Vec::new();
    let mut known = BTreeMap::new();
    for diagnostic in diagnostics {
        let key = (diagnostic.rule, diagnostic.severity, &*diagnostic.message.en, &*diagnostic.message.zh);
        match known.get(&key).filter(|_| diagnostic.accepted.is_none() && diagnostic.place.is_some()) {
            Some(at) => {
                let (_, others): &mut (_, Vec<_>) = &mut groups[*at];
                others.push(diagnostic);
            }
            None => {
                known.insert(key, groups.len());
                groups.push((diagnostic, Vec::new()));
            }
        }
    }
    groups
}

/// Returns where else the same is found: a name for the line, and the places.
pub(super) fn elsewhere(files: &Files<'_>, others: &[&Diagnostic], lang: MessageLang) -> Option<(String, String)> {
    let count = others.len();
    if count == 0 {
        return None;
    }
    let place = |place: &Place| match files.region(place) {
        Some([(line, _), _]) => format!("{}:{line}", files.name(place)),
        None => files.name(place).into_owned(),
    };
    let listed = others.iter().filter_map(|other| other.place.as_ref()).take(MOST_PLACES).map(place);
    let (mark, rest) = (if lang == MessageLang::Zh { "，" } else { ", " }, count.saturating_sub(MOST_PLACES));
    let mut list = listed.collect::<Vec<_>>().join(mark);
    if rest > 0 {
        let more = say!("……还有 {rest} 处", " … and {rest} more");
        list.push_str(lang.of(&more));
    }
    let name = say!("另有 {count} 处", "{count} more");
    Some((lang.of(&name).to_owned(), list))
}

fn groups<'a>(
    files: &Files<'a>,
    diagnostic: &'a Diagnostic,
    others: Option<&'a (String, String)>,
    lang: MessageLang,
) -> Vec<Group<'a>> {
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
        group = with_place(group, files, place, Some(lang.of(what)), AnnotationKind::Context);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.with_name(lang.pick(HELP)).message(lang.of(help)));
    }
    if let Some((name, places)) = others {
        group = group.element(Level::NOTE.with_name(name.as_str()).message(places.as_str()));
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
    let path = files.name(place);
    let (Some(range), Some(file)) = (place.range(), files.text(place)) else {
        return group.element(Origin::path(path));
    };
    let (line, column) = file.position(range.start);
    let Excerpt { text, range, begins_line } = excerpt(file, range);
    let snippet = Snippet::source(text).line_start(line).annotation(kind.span(range).label(label));
    // Where the beginning of a line is left out, the column is given apart.
    match begins_line {
        true => group.element(snippet.path(path)),
        false => group.element(Origin::path(path).line(line).char_column(column)).element(Padding).element(snippet),
    }
}

#[cfg(test)]
mod tests {
    use super::super::position;
    use super::*;
    use crate::value::RelPath;

    #[test]
    fn findings_that_say_the_same_are_shown_once() {
        let text = "status: x\n".repeat(14);
        let tree = SourceTree::of([("content/a.yaml", text.as_bytes()), ("content/b.yaml", text.as_bytes())]);
        let at = |path: &str, line: usize, zh: &str| {
            let start = 10 * (line - 1);
            let message = crate::diagnostic::Message { zh: zh.to_owned(), en: zh.to_owned() };
            Diagnostic::of(crate::diagnostic::RuleId::error("x"), Place::Span(RelPath::of(path), start..start), message)
        };
        let found = [at("content/a.yaml", 2, "甲"), at("content/a.yaml", 3, "乙"), at("content/b.yaml", 5, "甲")];
        let shown = human(&tree, &found, MessageLang::Zh, false);
        assert_eq!(shown.matches("]: 甲").count(), 1, "{shown}");
        assert!(shown.contains("另有 1 处: content/b.yaml:5"), "{shown}");
        let many: Vec<_> = (1..=14).map(|line| at("content/a.yaml", line, "甲")).collect();
        let shown = human(&tree, &many, MessageLang::En, false);
        assert!(shown.contains("13 more: content/a.yaml:2, ") && shown.contains(":11 … and 3 more"), "{shown}");
    }

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
