//! What an issue is called wherever it may be taken for another.

use super::Parts;
use crate::notice::{Issue, Notice};
use crate::text::locale::{Argument, Locale};
use crate::value::{Lang, Localized, Numbering};

impl Parts<'_> {
    /// An issue with its number, as links and titles name it.
    pub(in crate::site) fn issue_name(&self, issue: &Issue) -> String {
        issue_name(self.notice(), self.locale, issue)
    }
}

/// An issue with its number, as it is named wherever it may be taken for another: with its section where numbers begin again in every
/// section, and without the noun where its label says what it is.
pub fn issue_name(notice: &Notice, locale: &Locale, issue: &Issue) -> String {
    let section = section_in_name(notice, issue).map(|section| section.text(locale.lang)).unwrap_or_default();
    let key = match (issue.has_speaking_label(locale.lang), section.is_empty()) {
        (false, true) => "issue.name",
        (true, true) => "issue.name_labelled",
        (false, false) => "issue.name_of_section",
        (true, false) => "issue.name_labelled_of_section",
    };
    let (number, title) = (issue.label(locale.lang), issue.record.title.text(locale.lang));
    let arguments = [("section", section), ("number", &number), ("title", title)];
    locale.say(key, &arguments.map(|(name, text)| (name, Argument::Text(text))))
}

/// The section that an issue is named with: numbers begin again in every section.
pub(super) fn section_in_name<'a>(notice: &'a Notice, issue: &Issue) -> Option<&'a Localized> {
    let section = issue.group.section.filter(|_| notice.record.numbering == Numbering::PerSection)?;
    Some(notice.section(section).short_title())
}

/// Whether an issue is named otherwise than by its number alone.
pub fn is_named_otherwise(notice: &Notice, lang: Lang, issue: &Issue) -> bool {
    issue.has_speaking_label(lang) || section_in_name(notice, issue).is_some()
}
