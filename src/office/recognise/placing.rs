//! Issues put below their headings: sections and topics; headings below topics become fields of the office's own.

use std::collections::BTreeSet;

use super::super::draft::{Draft, DraftIssue, DraftSection};
use super::super::report::{Certainty, Report};
use super::levels::{Levels, heading_text};
use super::lines::ManuscriptLine;
use super::outline::Outline;
use crate::say;

/// Puts issues below their headings, one after the other.
#[derive(Default)]
pub(super) struct Placing {
    section: Option<usize>,
    topic: Option<usize>,
}

impl Placing {
    pub(super) fn place(
        &mut self,
        lines: &[ManuscriptLine],
        headings: &[Option<usize>],
        levels: &Levels,
        issue: &mut DraftIssue,
        draft: &mut Draft,
        report: &mut Report,
    ) {
        let heading = |depth: Option<usize>| depth.and_then(|depth| headings[depth]);
        if levels.section.is_none() {
            return;
        }
        match heading(levels.section) {
            None => report.at(
                Certainty::NotUnderstood,
                issue.line,
                &issue.statement,
                say!("上面没有方面的标题", "no section heads it"),
            ),
            Some(at) if self.section == Some(at) => {}
            Some(at) => {
                (self.section, self.topic) = (Some(at), None);
                draft.sections.push(DraftSection { title: heading_text(&lines[at], report), topics: Vec::new() });
            }
        }
        let Some(section) = draft.sections.len().checked_sub(1) else { return };
        issue.section = Some(section);
        let topics = &mut draft.sections[section].topics;
        if let Some(at) = heading(levels.topic).filter(|at| self.topic != Some(*at)) {
            self.topic = Some(at);
            topics.push(heading_text(&lines[at], report));
        }
        issue.topic = self.topic.and_then(|_| topics.len().checked_sub(1));
    }
}

/// What headings below topics are called: fields of the office's own.
const DEEPER: [&str; 3] = ["三级问题", "四级问题", "五级问题"];

/// Makes headings that are neither section nor topic fields of their issues; where a section has topics, every issue of it has one.
pub(super) fn deeper(
    lines: &[ManuscriptLine],
    outline: &Outline,
    levels: &Levels,
    draft: &mut Draft,
    report: &mut Report,
) {
    let known = [levels.title, levels.section, levels.topic];
    let mut seen = BTreeSet::new();
    for (block, issue) in outline.blocks.iter().zip(&mut draft.issues) {
        let headings = block.headings.iter().enumerate().filter_map(|(depth, at)| Some((depth, (*at)?)));
        let deeper = headings.filter(|(depth, _)| !known.contains(&Some(*depth)));
        for ((_, at), label) in deeper.zip(DEEPER) {
            issue.add_field(label, &heading_text(&lines[at], &mut Report::default()));
            if seen.insert(at) {
                let message = say!(
                    "二级问题以下的标题，按自定栏目“{label}”收入",
                    "a heading below topics; it was taken over as the field “{label}”"
                );
                report.at(Certainty::Likely, lines[at].number, &lines[at].text, message);
            }
        }
    }
    for issue in &mut draft.issues {
        let has_topics = issue.section.is_some_and(|section| !draft.sections[section].topics.is_empty());
        if has_topics && issue.topic.is_none() {
            issue.topic = Some(0);
            report.at(
                Certainty::NotUnderstood,
                issue.line,
                &issue.statement,
                say!("上面没有二级问题的标题，归在第一个之下", "no topic heads it; it was put below the first"),
            );
        }
    }
}
