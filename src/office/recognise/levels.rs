//! Which headings are sections, topics, and the title of the part with the issues; and the text of a heading.

use std::collections::BTreeSet;

use super::super::report::{Certainty, Report};
use super::lines::ManuscriptLine;
use super::outline::Outline;
use super::statement::about;
use crate::say;

/// Which headings are sections, topics, and the title of the part.
pub(super) struct Levels {
    pub(super) title: Option<usize>,
    pub(super) section: Option<usize>,
    pub(super) topic: Option<usize>,
}

/// Sections are the outermost headings of which there are several; else the innermost, below the title of the part.
pub(super) fn levels(outline: &Outline) -> Levels {
    let distinct =
        |depth: usize| outline.blocks.iter().filter_map(|block| block.headings[depth]).collect::<BTreeSet<_>>().len();
    let depths: Vec<usize> = (0..outline.classes.len()).filter(|depth| distinct(*depth) > 0).collect();
    let several = depths.iter().position(|depth| distinct(*depth) > 1);
    let section = several.or_else(|| depths.len().checked_sub(1).filter(|at| *at > 0));
    let get = |at: usize| depths.get(at).copied();
    Levels {
        title: get(0).filter(|_| section != Some(0)),
        section: section.and_then(get),
        topic: section.and_then(|at| get(at + 1)),
    }
}

/// Returns the text of a heading, without 在“…”方面 around it. What runs on behind its first sentence has no place.
pub(super) fn heading_text(line: &ManuscriptLine, report: &mut Report) -> String {
    let body = line.body();
    let (title, rest) = body.find('。').map_or((body, ""), |at| (&body[..at], body[at + '。'.len_utf8()..].trim()));
    if !rest.is_empty() {
        report.at(
            Certainty::NotUnderstood,
            line.number,
            rest,
            say!("标题后面的文字没有收入", "the text behind a heading was not taken over"),
        );
    }
    let inner = title.strip_prefix("在“").and_then(|rest| rest.strip_suffix("”方面"));
    inner
        .or_else(|| about(title).filter(|(_, rest)| rest.chars().count() <= 6).map(|(inner, _)| inner))
        .unwrap_or(title)
        .trim()
        .to_owned()
}
