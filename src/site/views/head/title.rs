//! What a page is called: in its heading, and by windows, bookmarks and search engines.

use super::super::super::parts::Parts;
use super::super::super::plan::{Page, PageKind};
use crate::text::locale::Argument;
use crate::value::StatusClass;

/// Returns the title of a page.
pub(in crate::site) fn title(parts: &Parts<'_>, kind: PageKind) -> String {
    match kind {
        PageKind::Home | PageKind::Notice => parts.text(&parts.notice().record.title),
        PageKind::Status(status) => {
            let (spec, label) = (parts.notice().status(status), parts.status_label(status));
            let key = match spec.class {
                _ if !spec.is_built_in() => "pages.status.title_of_label",
                StatusClass::NotStated => "pages.status.title_not_stated",
                _ => "pages.status.title",
            };
            parts.locale.say(key, &[("status", Argument::Text(&label))])
        }
        PageKind::Response(response) => {
            let label = parts.response_label(response);
            parts.locale.say("pages.response.title", &[("answer", Argument::Text(&label))])
        }
        kind => parts.link(kind).title,
    }
}

/// Returns the title of a page, with its number where it is not the first of its list.
pub(super) fn numbered_title(parts: &Parts<'_>, page: &Page) -> String {
    numbered(parts, page, title(parts, page.kind))
}

fn numbered(parts: &Parts<'_>, page: &Page, title: String) -> String {
    if page.number == 1 {
        return title;
    }
    let number = page.number.to_string();
    parts.locale.say("pager.title", &[("title", Argument::Text(&title)), ("number", Argument::Text(&number))])
}

/// Returns what a window calls a page. One whose title is that of the notice goes by another name, or says it once.
pub(super) fn window(parts: &Parts<'_>, page: &Page, title: &str) -> String {
    let notice = parts.text(&parts.notice().record.title);
    let name = match page.kind {
        PageKind::Home => parts.headline().title,
        PageKind::Notice => numbered(parts, page, parts.locale.text("pages.notice.title")),
        _ => title.to_owned(),
    };
    if name == notice { notice } else { [&*name, &parts.locale.text("head.separator"), &notice].concat() }
}
