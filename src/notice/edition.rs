//! What is published: a notice as it stands on a day, its statistics and its look.
//!
//! An edition is made once and never changed. The rooms below read it and nothing else.

mod day;
mod surroundings;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::fields::Field;
use super::lists::Lists;
use super::pagination::DocumentPages;
use super::statistics::{self, Statistics};
use super::{NarrativeFile, Notice, declared, fields, wording};
use crate::source::SourceTree;
use crate::theme::Theme;
use crate::value::{Date, Fingerprint, RelPath};

/// What is being published.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The files it was made from, those of the built-in theme among them.
    pub tree: Arc<SourceTree>,
    /// The notice as it stands on the day.
    pub notice: Notice,
    /// The day that statuses and statistics hold for.
    pub as_of: Date,
    /// The counts of the day.
    pub statistics: Statistics,
    /// The fields that its issues have, in order.
    pub fields: Vec<Field>,
    /// What long lists show, in their order.
    pub lists: Lists,
    /// The document in pages.
    pub document: DocumentPages,
    /// Its look.
    pub theme: Arc<Theme>,
    surroundings: OnceLock<Fingerprint>,
}

impl Edition {
    /// Returns the edition of the day that the notice itself names.
    pub fn new(tree: Arc<SourceTree>, notice: Notice, theme: Arc<Theme>) -> Edition {
        let as_of = *notice.record.as_of;
        let statistics = statistics::compute(&notice, as_of);
        let fields = fields::fields_of(&notice);
        let (document, lists) = (DocumentPages::of(&notice, &tree), Lists::of(&notice));
        let theme = wording::spoken(&notice, worded(theme, &notice));
        Edition { tree, notice, as_of, statistics, fields, lists, document, theme, surroundings: OnceLock::new() }
    }

    /// Returns the same edition of a tree in which only narratives of issues say something else; nothing where anything
    /// else changed. Records, and all that follows from them, are those of this edition.
    pub fn retold(&self, tree: &Arc<SourceTree>, changed: &BTreeSet<&RelPath>) -> Option<Edition> {
        let mut retold = self.clone();
        let mut told = 0;
        for issue in &mut retold.notice.issues {
            for file in issue.response.iter_mut().flat_map(|narrative| narrative.files.values_mut()) {
                if changed.contains(&file.path) && tree.has(file.path.as_str()) {
                    *file = NarrativeFile::new(file.path.clone(), tree.shared_text(&file.path).ok()?);
                    told += 1;
                }
            }
        }
        retold.document = DocumentPages::of(&retold.notice, tree);
        retold.tree = tree.clone();
        (told == changed.len()).then_some(retold)
    }

    /// Returns the date of the records, where the edition is of a later day: the statuses of that day are not known.
    pub fn earlier_records(&self) -> Option<Date> {
        Some(*self.notice.record.as_of).filter(|records| records.ends_before(self.as_of))
    }

    /// Returns the day that statuses hold for: that of the edition, or that of the records where it is earlier.
    pub fn statuses_as_of(&self) -> Date {
        self.earlier_records().unwrap_or(self.as_of)
    }

    /// Returns the day by which periods of publicity are judged: an edition of an earlier day is published no earlier
    /// than the notice.
    pub fn published_on(&self) -> Date {
        let stated = *self.notice.record.as_of;
        if self.as_of.ends_before(stated) { stated } else { self.as_of }
    }

    /// Returns how many bytes to reserve for an output of the whole notice: what is not used of them costs nothing, but
    /// an output that outgrew them would be copied again and again.
    pub fn capacity(&self) -> usize {
        const OF_A_FILE: usize = 4 << 10;
        self.tree.len() * OF_A_FILE
    }
}

/// Returns a theme that calls statuses and responses what the notice calls them.
fn worded(mut theme: Arc<Theme>, notice: &Notice) -> Arc<Theme> {
    let fields = &notice.record.fields;
    if notice.vocabulary.has_labels() || !fields.is_empty() {
        for locale in &mut Arc::make_mut(&mut theme).locales {
            locale.messages.lay_over(notice.vocabulary.messages(locale.lang));
            locale.messages.lay_over(declared::messages(fields, locale.lang));
        }
    }
    theme
}
