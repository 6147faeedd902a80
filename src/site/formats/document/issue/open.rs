//! What is still to be done about an issue, in the part that lists it.

use crate::notice::IssueId;
use crate::notice::fields::MarkdownField;
use crate::site::MarkdownRenderer;
use crate::site::formats::document::DocumentWriter;
use crate::site::formats::document::texts::Notes;
use crate::site::formats::docx::Style;
use crate::text::locale::Argument;

impl DocumentWriter<'_> {
    /// What is still to be done about an issue, and by when.
    pub(in crate::site::formats::document) fn open_issue(&mut self, id: IssueId, number: u64, level: usize) {
        let issue = self.parts.notice().issue(id);
        let row = self.parts.row(id);
        // A title inside quotation marks has those of the second kind.
        let inner = |c| match c {
            '“' => '‘',
            '”' => '’',
            c => c,
        };
        let title: String = if self.parts.locale.rules.language.east_asian {
            row.title.chars().map(inner).collect()
        } else {
            row.title
        };
        let number = number.to_string();
        let arguments = [
            ("number", Argument::Text(&number)),
            ("ordinal", Argument::Text(&row.ordinal)),
            ("title", Argument::Text(&title)),
        ];
        let heading = self.parts.locale.say("document.outstanding", &arguments);
        self.docx.states("open").text(Style::heading(level), heading);
        let mut notes = Notes::of(&self.parts, issue.editor_notes());
        let text = MarkdownRenderer::of_issue(self.parts.edition, self.parts.locale, issue);
        let flow = text.flow_field(issue, MarkdownField::NextSteps);
        self.flow(flow, &mut notes, level);
        if let Some(due) = row.due_text {
            let line = self.labelled(&self.word("issue.due"), due);
            self.docx.states("open-due").paragraph(Style::Fact, &line);
        }
    }
}
