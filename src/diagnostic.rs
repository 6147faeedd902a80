//! What gongkai tells an author: what is wrong, where, and how to mend it, in Chinese and in English.
//!
//! Every stage of the pipeline gives a [`Checked`] value: the best it could make, beside everything it found. A stage never stops at
//! the first mistake. How findings are shown belongs to the shell.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::value::RelPath;

/// A sentence in the two languages that gongkai speaks to authors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Writes one [`Message`], Chinese beside English so that neither is forgotten; both may use the same captured variables.
#[macro_export]
macro_rules! say {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Message { zh: format!($zh), en: format!($en) }
    };
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Published all the same, unless the author asked for strictness.
    Warning,
    /// Worth knowing; never a reason to fail.
    Note,
}

impl Severity {
    /// The name in machine-readable reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// Where a finding stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a file as a whole.
    File(RelPath),
    /// In a file, in a range of bytes of its text (after a byte order mark).
    Span(RelPath, Range<usize>),
}

impl Place {
    /// A range of bytes of a file.
    pub fn span(path: &RelPath, range: Range<usize>) -> Place {
        Place::Span(path.clone(), range)
    }

    /// The file.
    pub fn path(&self) -> &RelPath {
        match self {
            Place::File(path) | Place::Span(path, _) => path,
        }
    }

    /// The range of bytes, where there is one.
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Place::Span(_, range) => Some(range.clone()),
            Place::File(_) => None,
        }
    }
}

/// What a rule is called, and how grave a breach of it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleId {
    /// The id that reports show.
    pub name: &'static str,
    /// How grave a breach is.
    pub severity: Severity,
}

impl RuleId {
    /// A rule that nothing may break.
    pub const fn error(name: &'static str) -> RuleId {
        RuleId { name, severity: Severity::Error }
    }

    /// A rule that does not keep from publishing.
    pub const fn warning(name: &'static str) -> RuleId {
        RuleId { name, severity: Severity::Warning }
    }
}

/// A change of a text: what stands in place of a range of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Where the change begins, in bytes.
    pub start: usize,
    /// Where what is replaced ends; where the change begins if nothing is replaced.
    pub end: usize,
    /// What stands there instead.
    pub text: Box<str>,
}

impl Edit {
    /// A range that is replaced.
    pub fn replace(range: Range<usize>, text: impl Into<Box<str>>) -> Edit {
        Edit { start: range.start, end: range.end, text: text.into() }
    }

    /// A text that is put in.
    pub fn insert(at: usize, text: impl Into<Box<str>>) -> Edit {
        Edit::replace(at..at, text)
    }

    /// Where the change is made.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Returns a text with changes, which are in the order of the text and do not overlap.
pub fn spliced<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        changed.push_str(text.get(done..edit.start).unwrap_or_default());
        changed.push_str(&edit.text);
        done = edit.end;
    }
    changed.push_str(text.get(done..).unwrap_or_default());
    changed
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The id of the rule, one of [`crate::rules::RULES`].
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands, if it stands anywhere.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: Message,
    /// How to mend it.
    pub help: Option<Message>,
    /// The changes of the file that mend it, where no judgement is needed; none else.
    pub fix: Option<Box<[Edit]>>,
    /// Another place that belongs to it, and what that place is.
    pub related: Option<(Place, Message)>,
    /// The reason for which an author accepted it, in the author's own language.
    pub accepted: Option<String>,
}

impl Diagnostic {
    /// A breach of a rule at a place.
    pub fn of(rule: impl Into<RuleId>, place: Place, message: Message) -> Diagnostic {
        let RuleId { name: rule, severity } = rule.into();
        Diagnostic { rule, severity, place: Some(place), message, help: None, fix: None, related: None, accepted: None }
    }

    /// The same finding with a way to mend it.
    pub fn help(mut self, help: Message) -> Diagnostic {
        self.help = Some(help);
        self
    }

    /// The same finding with the changes of its file that mend it; without, if there are none.
    pub fn fix(mut self, edits: Vec<Edit>) -> Diagnostic {
        self.fix = (!edits.is_empty()).then(|| edits.into());
        self
    }

    /// The same finding with another place that belongs to it.
    pub fn related(mut self, place: Place, what: Message) -> Diagnostic {
        self.related = Some((place, what));
        self
    }

    fn sort_key(&self) -> (Option<&str>, usize, Severity, &'static str) {
        let path = self.place.as_ref().map(|p| p.path().as_str());
        let start = self.place.as_ref().and_then(Place::range).map_or(0, |r| r.start);
        (path, start, self.severity, self.rule)
    }
}

/// Puts findings in the order in which an author meets them: by file, then by position.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
}

/// Puts findings in order and keeps one of those that say the same of the same place, as pages do that share a template.
pub fn sort_once(diagnostics: &mut Vec<Diagnostic>) {
    sort(diagnostics);
    let mut said = BTreeSet::new();
    diagnostics.retain(|d| {
        let place = d.place.as_ref().map(|place| (place.path().clone(), place.range().map(|at| (at.start, at.end))));
        said.insert((d.rule, place, d.message.en.clone()))
    });
}

/// Whether any finding forbids publishing.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// A value beside everything that was found while making it.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// The best value that could be made.
    pub value: T,
    /// What was found on the way.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value without findings.
    pub fn clean(value: T) -> Checked<T> {
        Checked { value, diagnostics: Vec::new() }
    }

    /// Hands the findings over and keeps the value.
    pub fn into_value(self, found: &mut Vec<Diagnostic>) -> T {
        found.extend(self.diagnostics);
        self.value
    }
}

impl<T> From<Vec<Diagnostic>> for Checked<Option<T>> {
    /// No value, for these reasons.
    fn from(diagnostics: Vec<Diagnostic>) -> Checked<Option<T>> {
        Checked { value: None, diagnostics }
    }
}

/// The nearest of some known words to what an author typed, if one is near enough to be meant.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = typed.chars().count();
    let most = |word: &str| word.chars().count().max(3) / 3;
    known
        .into_iter()
        .filter(|word| word.chars().count().abs_diff(length) <= most(word))
        .map(|word| (strsim::damerau_levenshtein(typed, word), word))
        .filter(|(distance, word)| *distance <= most(word))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_one_that_could_be_meant() {
        let known = ["title", "status", "figures"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("figure", known), Some("figures"));
        assert_eq!(nearest("contact", known), None);
    }

    #[test]
    fn findings_are_sorted_by_file_and_position() {
        let at = |path: &str, start| {
            Diagnostic::of(RuleId::error("x"), Place::Span(RelPath::of(path), start..start), say!("一", "one"))
        };
        let mut found = vec![at("b", 1), at("a", 9), at("a", 2)];
        sort(&mut found);
        let order: Vec<_> =
            found.iter().map(|d| (d.place.as_ref().map(|p| p.path().to_string()), d.sort_key().1)).collect();
        assert_eq!(order, [(Some("a".into()), 2), (Some("a".into()), 9), (Some("b".into()), 1)]);
    }
}
