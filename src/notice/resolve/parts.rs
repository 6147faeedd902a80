//! The parts of the document: by their numbers, or in the order of a list.

use super::Resolver;
use crate::diagnostic::nearest;
use crate::notice::parts::{ACCOUNTABILITY, Article, ArticleKind, CLOSING, ISSUES, OUTSTANDING, OVERVIEW, Part};
use crate::notice::records::{NoticeRecord, PartRecord};
use crate::notice::{Accountability, ArticleId};
use crate::value::{Localized, RelPath};

impl Resolver {
    /// Returns the parts of the document: by their numbers, or as the notice lists them.
    pub(super) fn parts(
        &mut self,
        path: &RelPath,
        record: &NoticeRecord,
        articles: &[Article],
        accountability: Option<&Accountability>,
    ) -> Vec<Part> {
        let part = |id: &str, article, title: Option<&Localized>| Part {
            id: id.to_owned(),
            title: listed_title(record, id).or(title).cloned(),
            has_heading: listed(record, id).and_then(|part| part.heading).unwrap_or(true),
            article,
        };
        let mut parts = vec![(ISSUES.1, part(ISSUES.0, None, None)), (OUTSTANDING.1, part(OUTSTANDING.0, None, None))];
        parts.extend(accountability.map(|it| {
            let title = it.narrative.as_ref().and_then(|narrative| narrative.title.as_ref());
            (ACCOUNTABILITY.1, part(ACCOUNTABILITY.0, None, title))
        }));
        let in_document = articles.iter().enumerate().filter(|(_, article)| article.kind != ArticleKind::Page);
        parts.extend(in_document.map(|(at, article)| {
            let title = article.narrative.title.as_ref();
            (number(article.kind), part(&article.id, Some(ArticleId::new(at)), title))
        }));
        parts.sort_by_key(|(number, _)| *number);
        let parts = parts.into_iter().map(|(_, part)| part).collect();
        if record.parts.is_empty() { parts } else { self.in_order_of(path, &record.parts, parts) }
    }

    /// Returns the parts in the order of a list; those that it lacks are reported and follow.
    fn in_order_of(&mut self, path: &RelPath, list: &[PartRecord], mut parts: Vec<Part>) -> Vec<Part> {
        self.unique(path, list.iter().map(|listed| &listed.id));
        let known: Vec<String> = parts.iter().map(|part| part.id.clone()).collect();
        let mut ordered = Vec::new();
        for PartRecord { id, .. } in list {
            let is_known = known.iter().any(|known| known == id.as_str());
            let meant = if is_known { Some(id.as_str()) } else { nearest(id, known.iter().map(String::as_str)) };
            if !is_known {
                self.unknown_page(path, id, &known);
            }
            if let Some(at) = parts.iter().position(|part| Some(&*part.id) == meant) {
                ordered.push(parts.remove(at));
            }
        }
        parts.retain(|part| part.id != OUTSTANDING.0);
        for part in &parts {
            self.left_out(path, &list[list.len() - 1].id, "parts", &part.id);
        }
        ordered.extend(parts);
        ordered
    }
}

pub(super) fn number(kind: ArticleKind) -> u32 {
    match kind {
        ArticleKind::Overview => OVERVIEW.1,
        ArticleKind::Part(number) => number,
        ArticleKind::Closing => CLOSING.1,
        ArticleKind::Page => u32::MAX,
    }
}

/// Returns what the notice says of a part.
fn listed<'a>(record: &'a NoticeRecord, id: &str) -> Option<&'a PartRecord> {
    record.parts.iter().find(|listed| listed.id.as_str() == id)
}

/// Returns the title that the notice gives to a part.
pub(super) fn listed_title<'a>(record: &'a NoticeRecord, id: &str) -> Option<&'a Localized> {
    listed(record, id)?.title.as_ref()
}
