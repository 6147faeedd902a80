//! `search-text.js` and its further parts: the text of every issue, for the search page. A classic script, so that it also loads from a
//! folder (`file://`).

use std::ops::Range;

use serde::Serialize;

use crate::edition::Edition;
use crate::model::Issue;
use crate::site::{Kind, Prose};
use crate::value::Lang;

/// One issue as the search page knows it.
#[derive(Serialize)]
struct Entry<'a> {
    /// Address from the root of the language.
    h: String,
    /// Number.
    n: u32,
    /// Title.
    t: &'a str,
    /// Status, a word.
    s: &'static str,
    /// Statement.
    q: &'a str,
    /// Figures.
    f: String,
    /// Response and next steps.
    b: String,
}

pub(super) fn write(edition: &Edition, lang: &Lang, issues: Range<usize>) -> Vec<u8> {
    let entry = |position: usize| literal(&entry(edition, lang, position, &edition.notice.issues[position]));
    let entries: Vec<String> = issues.map(entry).collect();
    // The search page may be there before its text, or after.
    format!("(window.gongkaiSearchText = window.gongkaiSearchText || []).push([{}]);\n", entries.join(",")).into_bytes()
}

/// An entry as it may stand in a script, where two line separators of Unicode would end a line and `</script>` the script.
fn literal(entry: &Entry<'_>) -> String {
    let json = serde_json::to_string(entry).unwrap_or_default();
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace('<', "\\u003c")
}

fn entry<'a>(edition: &'a Edition, lang: &Lang, position: usize, issue: &'a Issue) -> Entry<'a> {
    let locale = edition.theme.locale(lang);
    let prose = Prose { edition, locale, root: "", id_prefix: "", heading_level: 3, figures: &issue.figures };
    let figure = |f: &crate::model::Figure| {
        let value = locale.figure(f.value, &f.unit, f.approx).unwrap_or_default();
        format!("{} {value}", f.label.text(lang))
    };
    let next_steps = issue.next_steps.as_ref().map(|t| prose.plain(t.text(lang), &issue.path)).unwrap_or_default();
    Entry {
        h: Kind::Issue(position).href(&edition.notice),
        n: issue.number,
        t: issue.title.text(lang),
        s: issue.status.word(),
        q: issue.statement.as_ref().map_or("", |s| s.text(lang)),
        f: issue.figures.iter().map(figure).collect::<Vec<_>>().join("; "),
        b: format!("{}\n{next_steps}", response(edition, &prose, issue)).trim().to_owned(),
    }
}

/// The response of an issue without markup.
pub(super) fn response(edition: &Edition, prose: &Prose<'_>, issue: &Issue) -> String {
    let path = issue.narrative.as_ref().and_then(|n| n.files.get(&prose.locale.lang));
    path.and_then(|path| Some(prose.plain(edition.tree.text(path.as_str())?, path))).unwrap_or_default()
}
