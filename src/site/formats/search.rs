//! `search-text.js` and its further parts: the text of every issue, for the search page. A classic script, so that it also loads from a
//! folder (`file://`).

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use crate::notice::Issue;
use crate::notice::edition::Edition;
use crate::site::{IssueProse, Kind};
use crate::text::markdown::SetText;
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
    let prose = IssueProse::new(edition, locale, issue);
    let figure = |f: &crate::notice::Figure| {
        let value = locale.figure(f.value, &f.unit, f.approx).unwrap_or_default();
        format!("{} {value}", f.label.text(lang))
    };
    let [response, next_steps] = [prose.response(), prose.next_steps()].map(plain);
    Entry {
        h: Kind::Issue(position).href(&edition.notice),
        n: issue.number,
        t: issue.title.text(lang),
        s: issue.status.word(),
        q: issue.statement.as_ref().map_or("", |s| s.text(lang)),
        f: issue.figures.iter().map(figure).collect::<Vec<_>>().join("; "),
        b: format!("{response}\n{next_steps}").trim().to_owned(),
    }
}

/// The words of a text; none of none.
pub(super) fn plain(text: Option<Cow<'_, SetText>>) -> Cow<'_, str> {
    match text {
        Some(Cow::Borrowed(text)) => Cow::Borrowed(&text.plain),
        Some(Cow::Owned(text)) => Cow::Owned(text.plain.into()),
        None => Cow::Borrowed(""),
    }
}
