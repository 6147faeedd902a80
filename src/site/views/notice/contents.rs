//! The contents of the full notice, wherever its parts stand.

use serde::Serialize;

use super::super::super::parts::{Parts, SectionRef};
use super::super::anchors::{from_document, page_of_part, part_anchor};
use crate::notice::SectionId;

/// A line of the contents of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ContentsPart {
    /// Its number as it is set.
    pub ordinal: String,
    pub title: String,
    pub short_title: String,
    /// Where it begins, from a page of the document.
    pub href: String,
    /// The sections of a part that has them.
    pub sections: Vec<ContentsPart>,
}

/// The contents: the parts that have a heading, with the sections of the issues; sections alone where the issues have no heading.
pub(super) fn contents(parts: &Parts<'_>) -> Vec<ContentsPart> {
    let mut lines = Vec::new();
    for (part, number) in parts.numbered_parts() {
        let sections = if part.id == "issues" { section_lines(parts) } else { Vec::new() };
        match number {
            Some(number) => {
                let title = parts.part_title(part).unwrap_or_default();
                let ordinal = parts.locale.ordinal(number, &parts.locale.text("numbering.part"));
                let href = from_document(parts, page_of_part(parts, &part.id), &part_anchor(&part.id));
                lines.push(ContentsPart { ordinal, short_title: title.clone(), title, href, sections });
            }
            None => lines.extend(sections),
        }
    }
    lines
}

fn section_lines(parts: &Parts<'_>) -> Vec<ContentsPart> {
    let notice = parts.notice();
    let line = |id: SectionId| {
        let section = parts.section_ref(id);
        let first = notice.issue_ids().find(|issue| notice.issue(*issue).group.section == Some(id));
        let page = first.map_or(1, |issue| parts.edition.document.page_of_issue(issue));
        let href = from_document(parts, page, &format!("section-{}", section.slug));
        let SectionRef { ordinal, title, short_title, .. } = section;
        ContentsPart { ordinal, title, short_title, href, sections: Vec::new() }
    };
    notice.section_ids().map(line).collect()
}
