//! Findings that an author has looked at and accepted, with a reason. They do not vanish: `check` lists them as notes, and says which
//! acceptances nothing answers to any more.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::{Accepted, Notice};
use crate::say;
use crate::source::SourceTree;
use crate::source::yaml;
use crate::value::RelPath;

/// An acceptance, the record that it stands in, and the files that it speaks for.
struct Entry<'a> {
    accepted: &'a Accepted,
    place: Place,
    /// Beginning of the paths it speaks for; everything if there is none.
    scope: Option<&'a str>,
    used: bool,
}

/// Turns accepted findings into notes. Their places must be ranges by now.
pub fn apply(notice: &Notice, tree: &SourceTree, diagnostics: &mut Vec<Diagnostic>) {
    let mut entries = entries(notice);
    let mut unused: Vec<Diagnostic> = entries.iter().map(unused).collect();
    yaml::resolve_places(tree, &mut unused);
    diagnostics
        .retain(|diagnostic| !entries.iter().zip(&unused).any(|(entry, itself)| repeats(diagnostic, entry, itself)));
    for diagnostic in diagnostics.iter_mut() {
        let Some(entry) = entries.iter_mut().find(|entry| speaks_for(entry, tree, diagnostic)) else { continue };
        entry.used = true;
        let reason = &entry.accepted.reason;
        diagnostic.severity = Severity::Note;
        diagnostic.help = Some(say!("已接受：{reason}", "accepted: {reason}"));
        diagnostic.accepted = Some(reason.clone());
    }
    diagnostics.extend(entries.iter().zip(unused).filter(|(entry, _)| !entry.used).map(|(_, unused)| unused));
}

/// Whether a finding is about the acceptance itself, which repeats the text that it accepts.
fn repeats(diagnostic: &Diagnostic, entry: &Entry<'_>, itself: &Diagnostic) -> bool {
    let (Some(Place::Span(path, range)), Some(Place::Span(own_path, own))) = (&diagnostic.place, &itself.place) else {
        return false;
    };
    diagnostic.rule == entry.accepted.rule && path == own_path && own.start <= range.start && range.end <= own.end
}

fn entries(notice: &Notice) -> Vec<Entry<'_>> {
    fn of<'a>(path: &'a RelPath, list: &'a [Accepted], scope: Option<&'a str>) -> impl Iterator<Item = Entry<'a>> {
        let place = move |i: usize| Place::Value(path.clone(), format!("accepted/{i}/text"));
        list.iter().enumerate().map(move |(i, accepted)| Entry { accepted, place: place(i), scope, used: false })
    }
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for issue in &notice.issues {
        entries.extend(of(&issue.path, &issue.accepted, issue.path.as_str().strip_suffix("yaml")));
    }
    if let Some(accountability) = &notice.accountability {
        entries.extend(of(&accountability.path, &accountability.accepted, Some("content/accountability.")));
    }
    entries.extend(of(&notice.path, &notice.accepted, None));
    entries
}

fn speaks_for(entry: &Entry<'_>, tree: &SourceTree, diagnostic: &Diagnostic) -> bool {
    let Some(Place::Span(path, range)) = &diagnostic.place else { return false };
    let text = tree.text(path.as_str()).and_then(|text| text.get(range.clone())).unwrap_or_default();
    !entry.accepted.reason.trim().is_empty()
        && entry.accepted.rule == diagnostic.rule
        && entry.scope.is_none_or(|scope| path.as_str().starts_with(scope))
        && entry.accepted.text == text
}

fn unused(entry: &Entry<'_>) -> Diagnostic {
    let text = &entry.accepted.text;
    if entry.accepted.reason.trim().is_empty() {
        let message =
            say!("接受“{text}”没有写理由，不起作用", "the acceptance of “{text}” gives no reason and has no effect");
        let help = say!("请在 reason 里写明为什么可以公布", "say in `reason` why it may be published");
        return Diagnostic::warning("unused-acceptance", entry.place.clone(), message).help(help);
    }
    Diagnostic::warning(
        "unused-acceptance",
        entry.place.clone(),
        say!(
            "没有提示与“{text}”对应，这条接受已经多余",
            "no finding answers to “{text}”; this acceptance is no longer needed"
        ),
    )
    .help(say!("请删去，或核对规则和文字", "remove it, or check rule and text"))
}
