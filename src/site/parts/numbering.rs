//! The numbers that parts, sections and issues have in the document, as they are set.

use super::Parts;
use crate::notice::{Group, Issue, Part, Section};

impl<'a> Parts<'a> {
    /// The parts of the document that there are, each with the number of its heading, if it has one. Where the issues have no heading of
    /// their own, their sections are numbered in its place.
    pub(in crate::site) fn numbered_parts(&self) -> Vec<(&'a Part, Option<u64>)> {
        let notice = self.notice();
        let is_finished = self.edition.statistics.all.outstanding().n == 0;
        let mut n = 0;
        let number = |part: &'a Part| {
            let is_shown = part.has_heading && self.part_title(part).is_some();
            let first = n + 1;
            n += match &*part.id {
                "issues" if !is_shown => u64::from(notice.sections.last().map_or(0, |section| section.number)),
                _ => u64::from(is_shown),
            };
            (part, is_shown.then_some(first))
        };
        notice.parts.iter().filter(|part| part.id != "outstanding" || !is_finished).map(number).collect()
    }

    /// The number of a section as it is set: its label, or （一）, or 一、 where the issues have no heading above their sections.
    pub(super) fn section_ordinal(&self, section: &Section) -> String {
        if let Some(label) = &section.record.label {
            return self.locale.labelled(&self.text(label), &self.locale.text("numbering.labelled"));
        }
        let number = section.number;
        let issues = |part: &Part| part.id == "issues";
        if self.notice().parts.iter().any(|part| issues(part) && part.has_heading) {
            return self.locale.ordinal(number.into(), &self.locale.text("numbering.section"));
        }
        let before = self.numbered_parts().into_iter().take_while(|(part, _)| !issues(part));
        let before = before.filter_map(|(_, number)| number).last().unwrap_or(0);
        self.locale.ordinal(before + u64::from(number), &self.locale.text("numbering.part"))
    }

    /// The number of an issue in the document. An issue takes the form of the level that is not there above it.
    pub(super) fn issue_ordinal(&self, issue: &Issue) -> String {
        let pattern = self.locale.text(match issue.group {
            Group { topic: Some(_), .. } => "numbering.issue",
            Group { section: Some(_), .. } => "numbering.issue_of_section",
            Group { .. } => "numbering.issue_of_notice",
        });
        match issue.record.label.as_ref().map(|label| label.text(self.locale.lang)) {
            Some(label) if label.chars().all(char::is_numeric) => self.locale.labelled(label, &pattern),
            Some(label) => self.locale.labelled(label, &self.locale.text("numbering.labelled")),
            None => self.locale.ordinal(issue.number().into(), &pattern),
        }
    }
}
