//! What was done about an issue, what is answered and what comes next; and what was typed behind a line that is whole.

use super::super::passage::Passage;
use super::super::texts;
use super::IssueReader;
use crate::office::report::Certainty;
use crate::say;

impl IssueReader<'_, '_> {
    pub(super) fn text(&mut self, states: &str, passage: &Passage<'_>) {
        let (markdown, paragraphs) = (texts::of(self.made.locale, passage, false), texts::paragraphs(&passage.more));
        let set = markdown.as_ref().map(|text| self.made.text(text.trim_end()));
        self.last(|issue| match states {
            "response" => {
                issue.response.extend(paragraphs);
                issue.markdown = markdown;
            }
            "answer" => drop(set.map(|set| issue.more.insert("response_text".into(), set))),
            _ => {
                issue.next_steps = paragraphs;
                set.map(|set| issue.more.insert("next_steps".into(), set));
            }
        });
    }

    /// What was typed behind a line that is whole goes on with what was done.
    pub(in crate::office::recognise::made) fn texts_behind(&mut self, passage: &Passage<'_>) {
        let Some(issue) = self.issues.last_mut() else { return };
        for text in texts::paragraphs(&passage.more) {
            let message =
                say!("接在一行后面，按整改情况收入", "it follows a line that is whole, and is taken for what was done");
            self.made.report.at(Certainty::Likely, passage.first.number, &text, message);
            issue.response.push(text);
        }
    }
}
