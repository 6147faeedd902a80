//! The texts of issues: set once if they are the same on every page and in every download, else for each place.

use std::borrow::Cow;

use rayon::prelude::*;

use super::prose::Prose;
use crate::notice::Issue;
use crate::notice::edition::{Edition, IssueTexts, Texts};
use crate::text::locale::Locale;
use crate::text::markdown::SetText;
use crate::value::RelPath;

/// The texts of an issue in one language, as they stand in one place.
#[derive(Clone, Copy)]
pub struct IssueProse<'a> {
    issue: &'a Issue,
    prose: Prose<'a>,
}

/// Sets the texts of issues that stand the same anywhere, but for those that are known.
pub fn set_texts(edition: &Edition, known: &mut Texts) {
    known.set_by(&edition.theme.locales);
    let new: Vec<&Issue> = edition.notice.issues.iter().filter(|issue| known.of(issue).is_none()).collect();
    let texts: Vec<_> = new.into_par_iter().map(|issue| (issue.path.clone(), texts_of(edition, issue))).collect();
    known.add(texts);
}

fn texts_of(edition: &Edition, issue: &Issue) -> IssueTexts {
    let mut texts = IssueTexts::default();
    for locale in &edition.theme.locales {
        let prose = IssueProse::new(edition, locale, issue);
        let set = |(text, file): (&str, &RelPath)| {
            let set = Some(text).filter(|text| asks_nothing(text)).map(|text| prose.prose.set(text, file));
            set.filter(|set| set.stands_anywhere)
        };
        if let Some(response) = prose.response_source().and_then(set) {
            texts.response.insert(locale.lang.clone(), response);
        }
        if let Some(next_steps) = prose.next_steps_source().and_then(set) {
            texts.next_steps.insert(locale.lang.clone(), next_steps);
        }
    }
    texts
}

/// Whether there is a text, and nothing in it can depend on the counts of the notice.
fn asks_nothing(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains("statistics")
}

impl<'a> IssueProse<'a> {
    /// The texts of an issue at the root of the language.
    pub fn new(edition: &'a Edition, locale: &'a Locale, issue: &'a Issue) -> IssueProse<'a> {
        let prose = Prose { edition, locale, root: "", id_prefix: "", heading_level: 3, figures: &issue.figures };
        IssueProse { issue, prose }
    }

    /// The same on a page that `root` leads up from, in a part of it that makes the ids unique.
    pub fn at(self, root: &'a str, part: &'a str) -> IssueProse<'a> {
        IssueProse { prose: Prose { root, id_prefix: part, ..self.prose }, ..self }
    }

    /// What was done.
    pub fn response(&self) -> Option<Cow<'a, SetText>> {
        let known = self.known().and_then(|texts| texts.response.get(&self.prose.locale.lang));
        known.map(Cow::Borrowed).or_else(|| Some(self.set(self.response_source()?, "")))
    }

    /// What is still to be done.
    pub fn next_steps(&self) -> Option<Cow<'a, SetText>> {
        let known = self.known().and_then(|texts| texts.next_steps.get(&self.prose.locale.lang));
        known.map(Cow::Borrowed).or_else(|| Some(self.set(self.next_steps_source()?, "next-")))
    }

    fn known(&self) -> Option<&'a IssueTexts> {
        self.prose.edition.texts.of(self.issue)
    }

    fn set(&self, (text, file): (&str, &RelPath), which: &str) -> Cow<'a, SetText> {
        let id_prefix = format!("{}i{}-{which}", self.prose.id_prefix, self.issue.number);
        Cow::Owned(Prose { id_prefix: &id_prefix, ..self.prose }.set(text, file))
    }

    /// The narrative and its file; empty where it cannot be read, which the rules report.
    fn response_source(&self) -> Option<(&'a str, &'a RelPath)> {
        let file = self.issue.narrative.as_ref()?.files.get(&self.prose.locale.lang)?;
        Some((self.prose.edition.tree.text(file.as_str()).unwrap_or_default(), file))
    }

    fn next_steps_source(&self) -> Option<(&'a str, &'a RelPath)> {
        Some((self.issue.next_steps.as_ref()?.text(&self.prose.locale.lang), &self.issue.path))
    }
}
