//! Pages that are one text: the overview, parts of the office's own, and pages beside the full notice.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::figures::{FiguresView, figures};
use super::super::parts::{Html, NoteView, Parts};
use super::super::prose::MarkdownRenderer;
use super::anchors::{in_document, page_of_part, part_anchor};
use super::persons::{GroupView, listed_persons};
use crate::notice::{ArticleId, ArticleKind};

/// A page that is one text.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ProseView {
    pub text: Option<Html>,
    pub figures: FiguresView,
    /// Editor's notes.
    pub notes: Vec<NoteView>,
    /// The persons that it lists below the text.
    pub groups: Vec<GroupView>,
    /// Its place in the full notice, if it is a part of it.
    pub in_notice: Option<String>,
}

pub(super) fn overview(parts: &Parts<'_>) -> ProseView {
    let notice = parts.notice();
    let notes = notice.record.editor_notes();
    ProseView {
        text: notice.article_of(ArticleKind::Overview).map(|article| article_html(parts, article, "", 2)),
        figures: figures(parts, &notice.record.stated, &notice.record.equations, notes),
        notes: parts.notes(notes),
        groups: Vec::new(),
        in_notice: None,
    }
}

/// A part of the office's own, or a page beside the document: its text, with the notes if it quotes a figure that one stands at.
pub(super) fn article(parts: &Parts<'_>, id: ArticleId) -> ProseView {
    let notice = parts.notice();
    let (article, notes) = (notice.article(id), notice.record.editor_notes());
    let noted: BTreeSet<&str> = notes.list().into_iter().flat_map(|note| note.figures).collect();
    let file = article.narrative.files.get(parts.locale.lang);
    let quotes_noted = file.is_some_and(|file| file.doc().quotes().any(|(name, _)| noted.contains(&*name)));
    let is_part = article.kind != ArticleKind::Page;
    ProseView {
        text: Some(article_html(parts, id, "", 2)),
        figures: FiguresView::default(),
        notes: if quotes_noted { parts.notes(notes) } else { Vec::new() },
        groups: listed_persons(parts, id),
        in_notice: is_part.then(|| in_document(parts, page_of_part(parts, &article.id), &part_anchor(&article.id))),
    }
}

pub(super) fn article_html(parts: &Parts<'_>, id: ArticleId, id_prefix: &str, heading_level: u8) -> Html {
    let of_notice = MarkdownRenderer::of_notice(parts.edition, parts.locale);
    MarkdownRenderer { id_prefix, heading_level, ..of_notice }.narrative(&parts.notice().article(id).narrative)
}
