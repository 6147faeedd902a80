//! Everything that one publication is made of: the files, the notice, its statistics, its look, and the texts as they are set.
//!
//! The rooms below read an edition and nothing else; none changes it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::notice::statistics::Statistics;
use crate::notice::{Issue, Notice};
use crate::source::SourceTree;
use crate::text::locale::Locale;
use crate::text::markdown::SetText;
use crate::theme::Theme;
use crate::value::{Localized, RelPath};

/// What is being published.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The files it was made from, those of the built-in theme among them.
    pub tree: Arc<SourceTree>,
    /// The notice.
    pub notice: Notice,
    /// Its counts.
    pub statistics: Statistics,
    /// Its look.
    pub theme: Theme,
    /// Texts of its issues.
    pub texts: Texts,
}

impl Edition {
    /// How many bytes to keep ready for an output of the whole notice: what is not used of them costs nothing, but an output that outgrew them
    /// would be copied again and again.
    pub fn room(&self) -> usize {
        const OF_A_FILE: usize = 2 << 10;
        self.tree.len() * OF_A_FILE
    }
}

/// The texts of issues that are set once for all places where they stand: nearly all. The others are set for each place.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// What they were set by.
    locales: Vec<Locale>,
    /// By the record of the issue.
    issues: BTreeMap<RelPath, Arc<IssueTexts>>,
}

/// The texts of an issue that stand the same anywhere and ask nothing of the rest of the notice.
#[derive(Clone, Debug, Default)]
pub struct IssueTexts {
    /// The narrative: what was done.
    pub response: Localized<SetText>,
    /// What is still to be done.
    pub next_steps: Localized<SetText>,
}

impl Texts {
    /// Those of an issue, once it was [added](Texts::add).
    pub fn of(&self, issue: &Issue) -> Option<&IssueTexts> {
        self.issues.get(&issue.path).map(|texts| &**texts)
    }

    /// Adds those of issues.
    pub fn add(&mut self, texts: impl IntoIterator<Item = (RelPath, IssueTexts)>) {
        self.issues.extend(texts.into_iter().map(|(record, texts)| (record, Arc::new(texts))));
    }

    /// Forgets all of them if languages are set by other rules or words now.
    pub fn set_by(&mut self, locales: &[Locale]) {
        if self.locales != locales {
            *self = Texts { locales: locales.to_vec(), ..Texts::default() };
        }
    }

    /// Forgets those of an issue whose record or narrative is not the same any more.
    pub fn forget(&mut self, changed: &RelPath) {
        let of_narrative = changed.as_str().strip_suffix(".md").and_then(|name| name.rsplit_once('.'));
        match of_narrative {
            Some((document, _)) => self.issues.remove(format!("{document}.yaml").as_str()),
            None => self.issues.remove(changed),
        };
    }
}
