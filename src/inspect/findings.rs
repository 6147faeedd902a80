//! Findings about pages, placed where they can be mended: in the template that brought it, or else at the page.

use super::templates::{Brought, brought_by, in_template};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::SourceTree;
use crate::theme::OUTPUT;
use crate::value::RelPath;

pub(super) fn finding(path: &RelPath, message: Message) -> Diagnostic {
    Diagnostic::of(OUTPUT, Place::File(path.clone()), message).help(say!(
        "请检查外观的模板；若用的是自带外观，请报告这个问题",
        "check the theme's templates; if it is the built-in theme, please report this"
    ))
}

/// A finding about a link: in the template that writes it, or else at the page.
pub(super) fn of_link(tree: &SourceTree, path: &RelPath, href: &str, message: Message) -> Diagnostic {
    at_place(in_template(tree, href), finding(path, message))
}

/// A finding about something on a page: in the template that brought it, or else at the page.
pub(super) fn brought(tree: &SourceTree, path: &RelPath, what: Brought<'_>, message: Message) -> Diagnostic {
    at_place(brought_by(tree, what), finding(path, message))
}

fn at_place(place: Option<Place>, at_page: Diagnostic) -> Diagnostic {
    match place {
        Some(place) => Diagnostic { place: Some(place), ..at_page },
        None => at_page,
    }
}
