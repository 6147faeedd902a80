//! Diagnostics that an author has looked at and accepted, with a reason. They do not vanish: `check` lists them as
//! notes, and says which acceptances nothing answers to any more.

use std::collections::BTreeMap;

use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::FIRST;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::{Accepted, Notice};
use crate::say;
use crate::source::SourceTree;

pub(super) static UNUSED_ACCEPTANCE: Rule = Rule {
    id: "unused-acceptance",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "“接受”（accepted）里写的每一条，都有一条提示与它对应。",
        "Every entry under `accepted` answers to a finding.",
    ),
    why: Words(
        "文字改好了，“接受”还留着；以后同样的错再出现，就会被它放过去，直接上网。",
        "The text has been corrected and the acceptance left behind: the next time the same mistake is made, it would pass and be published.",
    ),
    example: Shown(&[Added(
        FIRST,
        "accepted:\n  - {rule: mobile-number, text: \"13800138000\", reason: 长期公开的举报电话}\n",
        "",
    )]),
    check: Check::Elsewhere,
};

/// An acceptance, where it stands, and the beginning of the paths that it speaks for; everything if there is none.
struct ScopedAcceptance<'a> {
    accepted: &'a Accepted,
    place: Place,
    scope: Option<&'a str>,
    used: bool,
}

/// Turns accepted diagnostics into notes. Which acceptances nothing answers to can be said only where every rule looked at
/// the notice.
pub fn apply(notice: &Notice, tree: &SourceTree, is_complete: bool, diagnostics: &mut Vec<Diagnostic>) {
    let entry = |(path, scope, accepted)| {
        let accepted: &Accepted = accepted;
        ScopedAcceptance { accepted, place: Place::span(path, accepted.text.span()), scope, used: false }
    };
    let mut entries: Vec<ScopedAcceptance<'_>> = notice.acceptances().map(entry).collect();
    if !entries.is_empty() {
        let by_text = by_text(&entries);
        diagnostics.iter_mut().for_each(|diagnostic| accept(&mut entries, &by_text, tree, diagnostic));
    }
    let is_idle = |entry: &&ScopedAcceptance<'_>| !entry.used && (is_complete || entry.lacks_reason());
    diagnostics.extend(entries.iter().filter(is_idle).map(unused));
}

impl ScopedAcceptance<'_> {
    fn lacks_reason(&self) -> bool {
        self.accepted.reason.trim().is_empty()
    }
}

/// The entries that have a reason, by rule and text, in order.
type ByText<'a> = BTreeMap<(&'a str, &'a str), Vec<usize>>;

fn by_text<'a>(entries: &[ScopedAcceptance<'a>]) -> ByText<'a> {
    let mut by_text = ByText::new();
    for (number, entry) in entries.iter().enumerate() {
        let accepted = entry.accepted;
        if !entry.lacks_reason() {
            by_text.entry((accepted.rule.as_str(), accepted.text.as_str())).or_default().push(number);
        }
    }
    by_text
}

fn accept(entries: &mut [ScopedAcceptance<'_>], by_text: &ByText<'_>, tree: &SourceTree, diagnostic: &mut Diagnostic) {
    let Some(Place::Span(path, range)) = &diagnostic.place else { return };
    let text = tree.text(path.as_str()).and_then(|text| text.get(range.clone())).unwrap_or_default();
    let speaks = |number: &&usize| entries[**number].scope.is_none_or(|scope| path.as_str().starts_with(scope));
    let unquoted = text.trim_matches(['"', '\'']);
    let of = |text| by_text.get(&(diagnostic.rule, text)).into_iter().flatten();
    let numbers = of(text).chain(of(unquoted).filter(|_| unquoted != text));
    let Some(entry) = numbers.copied().find(|number| speaks(&number)).map(|number| &mut entries[number]) else {
        return;
    };
    entry.used = true;
    let reason = &entry.accepted.reason;
    diagnostic.severity = Severity::Note;
    diagnostic.help = Some(say!("已接受：{reason}", "accepted: {reason}"));
    diagnostic.accepted = Some(reason.to_string());
}

fn unused(entry: &ScopedAcceptance<'_>) -> Diagnostic {
    let text = &entry.accepted.text;
    let (message, help) = if entry.lacks_reason() {
        (
            say!("接受“{text}”没有写理由，不起作用", "the acceptance of “{text}” gives no reason and has no effect"),
            say!("请在 reason 里写明为什么可以公布", "say in `reason` why it may be published"),
        )
    } else {
        (
            say!(
                "没有提示与“{text}”对应，这条接受已经多余",
                "no finding answers to “{text}”; this acceptance is no longer needed"
            ),
            say!("请删去，或核对规则和文字", "remove it, or check rule and text"),
        )
    };
    Diagnostic::of(&UNUSED_ACCEPTANCE, entry.place.clone(), message).help(help)
}
