//! The pages above a page, the home page first.

use super::super::super::parts::{LinkView, Parts};
use super::super::super::plan::{Page, PageKind};
use super::title::title;

pub(super) fn breadcrumbs(parts: &Parts<'_>, page: &Page) -> Vec<LinkView> {
    let first = (page.number > 1).then(|| LinkView { title: title(parts, page.kind), href: parts.href(page.kind) });
    breadcrumbs_above(parts, page.kind).into_iter().chain(first).collect()
}

fn breadcrumbs_above(parts: &Parts<'_>, kind: PageKind) -> Vec<LinkView> {
    let home = LinkView { title: parts.locale.text("pages.home.nav"), href: parts.href(PageKind::Home) };
    let notice = parts.notice();
    match kind {
        PageKind::Home | PageKind::NotFound | PageKind::Components => Vec::new(),
        PageKind::Issue(issue) => {
            let group = notice.issue(issue).group;
            let section = group.section.map(|section| parts.section_ref(section));
            let topic = group.topic.map(|topic| parts.topic_ref(topic));
            let section = section.map(|section| LinkView { title: section.short_title, href: section.href });
            let topic = topic.map(|topic| LinkView { title: topic.title, href: topic.href });
            let list = section.is_none().then(|| parts.link(PageKind::Issues));
            [Some(home), list, section, topic].into_iter().flatten().collect()
        }
        PageKind::Status(_) | PageKind::Response(_) | PageKind::Ledger | PageKind::Poster | PageKind::Places => {
            vec![home, parts.link(PageKind::Issues)]
        }
        PageKind::Units => vec![home, parts.link(PageKind::Statistics)],
        PageKind::Unit(_) => vec![home, parts.link(PageKind::Units)],
        PageKind::Place(_) => vec![home, parts.link(PageKind::Places)],
        _ => vec![home],
    }
}
