//! What a page is about, in a sentence for search engines.

use super::super::super::parts::{Parts, headed};
use super::super::super::plan::PageKind;
use super::super::super::prose::MarkdownRenderer;
use super::title::title;
use crate::notice::Notice;
use crate::text::locale::Argument;

/// Longest description for search engines, in characters.
const DESCRIPTION: usize = 150;

/// Returns what a page is about.
pub(in crate::site) fn description(parts: &Parts<'_>, kind: PageKind) -> String {
    let notice = parts.notice();
    match kind {
        PageKind::Home => headed(parts.edition, parts.locale, &parts.text(&notice.record.summary)),
        PageKind::Issue(issue) => {
            let issue = notice.issue(issue);
            parts.text(issue.record.statement.as_ref().unwrap_or(&issue.record.title))
        }
        PageKind::Section(section) => {
            let n = parts.edition.statistics.of_section(section).total();
            let title = parts.text(&notice.section(section).record.title);
            parts
                .locale
                .say("pages.section.description", &[("n", Argument::Count(n)), ("title", Argument::Text(&title))])
        }
        PageKind::Article(article) => {
            let renderer = MarkdownRenderer::of_notice(parts.edition, parts.locale);
            renderer.words(&notice.article(article).narrative).replace('\n', parts.locale.word("head.gap"))
        }
        PageKind::Status(_) | PageKind::Response(_) | PageKind::Unit(_) | PageKind::Place(_) => title(parts, kind),
        kind => {
            let title = parts.text(&notice.record.title);
            let key = described(notice, kind);
            parts.locale.say(&format!("pages.{}.{key}", kind.name()), &[("title", Argument::Text(&title))])
        }
    }
}

/// The message that describes a page: one that names no level which the notice does not have.
fn described(notice: &Notice, kind: PageKind) -> &'static str {
    let (has_sections, has_topics) = (!notice.sections.is_empty(), notice.has_topics());
    match kind {
        PageKind::Issues | PageKind::Statistics if !has_sections => "description_without_sections",
        PageKind::Statistics if !has_topics => "description_without_topics",
        _ => "description",
    }
}

/// A text cut to the longest description, but not within its first characters: no count there may lose what stands behind it.
pub(super) fn shortened(text: &str, whole: usize) -> String {
    let longest = DESCRIPTION.max(whole + 1);
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest - 1).collect();
    if longest > DESCRIPTION {
        return cut;
    }
    format!("{}…", cut.rsplit_once(' ').map_or(&*cut, |(words, _)| words))
}
