//! The page of an issue: its head, its text, how to cite it, and the issues before and after it.

use serde::Serialize;

use super::super::figures::{FiguresView, figures};
use super::super::finding::{result, still_to_be_done};
use super::super::parts::{CorrectionView, LinkView, Parts, SectionRef, TopicRef, issuer};
use super::super::plan::PageKind;
use super::super::prose::MarkdownRenderer;
use super::anchors::{in_document, issue_anchor};
use super::facts::{FactView, facts};
use super::issue_text::{IssueText, issue_text};
use crate::notice::breakdown::has_money;
use crate::notice::fields::MarkdownField;
use crate::notice::{FieldPlace, Issue, IssueId};
use crate::text::locale::Argument;
use crate::value::Numbering;
use crate::value::url::encoded_value;

/// One issue.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct IssueView {
    pub text: IssueText,
    /// Its section and topic, as far as the notice has them.
    pub section: Option<SectionRef>,
    pub topic: Option<TopicRef>,
    /// What stands at its head beside its status.
    pub facts: Vec<FactView>,
    /// What is still to be done, in a sentence.
    pub left: Option<String>,
    /// What was done about a finished issue, in a sentence.
    pub result: Option<String>,
    /// Its figures as they are drawn.
    pub figures: FiguresView,
    /// Whether money of it is on the page of money.
    pub is_in_money: bool,
    pub corrections: Vec<CorrectionView>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
    /// Where it stands in the document.
    pub in_notice: String,
    /// How many issues there are, and which of them this is.
    pub position: usize,
    /// Whether it is called by its position.
    pub is_called_by_position: bool,
    /// Whether its label says by itself what it is.
    pub has_speaking_label: bool,
    pub total: usize,
    /// How to cite the page.
    pub citation: String,
    /// An address that begins a letter about it, if the office has one for e-mail.
    pub letter: Option<String>,
}

pub(super) fn issue(parts: &Parts<'_>, id: IssueId) -> IssueView {
    let notice = parts.notice();
    let issue = notice.issue(id);
    let record = &issue.record;
    let (numbers_repeat, lang) = (notice.record.numbering == Numbering::PerSection, parts.locale.lang);
    let plain = |field| MarkdownRenderer::of_issue(parts.edition, parts.locale, issue).plain(issue, field);
    IssueView {
        facts: facts(parts, issue, FieldPlace::Page),
        left: still_to_be_done(issue, plain(MarkdownField::NextSteps)),
        result: result(issue, plain(MarkdownField::Response)),
        figures: figures(parts, &record.figures, &record.equations, issue.editor_notes()),
        is_in_money: has_money(&record.figures, &record.equations),
        text: issue_text(parts, id, FieldPlace::Page, "", "../"),
        section: issue.group.section.map(|section| parts.section_ref(section)),
        topic: issue.group.topic.map(|topic| parts.topic_ref(topic)),
        corrections: parts.corrections(&record.corrections),
        previous: id.previous().map(|issue| parts.link(PageKind::Issue(issue))),
        next: id.next(notice.issues.len()).map(|issue| parts.link(PageKind::Issue(issue))),
        in_notice: in_document(parts, parts.edition.document.page_of_issue(id), &issue_anchor(issue)),
        position: id.index() + 1,
        is_called_by_position: !numbers_repeat && issue.label(lang) == (id.index() + 1).to_string(),
        has_speaking_label: issue.has_speaking_label(lang),
        total: notice.issues.len(),
        citation: citation(parts, issue),
        letter: letter(parts, issue),
    }
}

fn letter(parts: &Parts<'_>, issue: &Issue) -> Option<String> {
    let email = parts.notice().record.contact.as_ref()?.every_email().next()?;
    Some(format!("mailto:{email}?subject={}", encoded_value(&parts.issue_name(issue))))
}

fn citation(parts: &Parts<'_>, issue: &Issue) -> String {
    let record = &parts.notice().record;
    let (issued_by, title, name) = (issuer(record, parts.locale), parts.text(&record.title), parts.issue_name(issue));
    let date = parts.locale.date(*record.issued_on);
    let arguments = [("issuer", &issued_by), ("notice", &title), ("issue", &name), ("date", &date)];
    parts.locale.say("issue.citation", &arguments.map(|(key, text)| (key, Argument::Text(text))))
}
