//! The parts of the full notice in order, each with its heading and its text.

use serde::Serialize;

use super::super::super::parts::{Html, NoteView, Parts};
use super::super::anchors::part_anchor;
use super::super::persons::{GroupView, listed_persons};
use super::super::prose::article_html;
use super::shown::Shown;
use crate::notice::Part;

/// A part of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PartView {
    /// What it is: `issues`, `accountability`, `outstanding`, or a text.
    pub id: String,
    /// Its id on the page.
    pub anchor: String,
    /// Its number as it is set: 一、; empty if it has no heading.
    pub ordinal: String,
    /// What it is called.
    pub title: String,
    /// Whether that stands above it.
    pub has_heading: bool,
    /// The text, if it consists of one.
    pub text: Option<Html>,
    /// Editor's notes at figures of the text.
    pub notes: Vec<NoteView>,
    /// The persons that it lists below the text, if it is a part of the office's own.
    pub groups: Vec<GroupView>,
}

/// The parts that there are; notes at figures of the whole stand below the first text.
pub(super) fn part_views(parts: &Parts<'_>, shown: &Shown) -> Vec<PartView> {
    let pattern = parts.locale.text("numbering.part");
    let mut notes = Some(parts.notes(parts.notice().record.editor_notes()));
    let view = |(part, number): (&Part, Option<u64>)| {
        let title = parts.part_title(part);
        let id_prefix = format!("{}-", text_anchor(&part.id));
        let text = part.article.map(|article| article_html(parts, article, &id_prefix, 3));
        PartView {
            anchor: part_anchor(&part.id),
            ordinal: number.map(|number| parts.locale.ordinal(number, &pattern)).unwrap_or_default(),
            notes: text.as_ref().and_then(|_| notes.take()).unwrap_or_default(),
            id: part.id.clone(),
            has_heading: number.is_some(),
            title: title.unwrap_or_else(|| parts.locale.text("notice.closing")),
            text,
            groups: part.article.map(|article| listed_persons(parts, article)).unwrap_or_default(),
        }
    };
    let place = |part: &Part| parts.notice().parts.iter().position(|known| known.id == part.id).unwrap_or(0);
    let all = parts.numbered_parts().into_iter();
    all.filter(|(part, _)| shown.has(place(part), part)).map(view).collect()
}

/// What anchors in the text of a part begin with: those of a part of the office's own never meet others.
fn text_anchor(id: &str) -> String {
    if ["overview", "closing"].contains(&id) { id.to_owned() } else { part_anchor(id) }
}
