//! Leads handled and persons held to account, and the tables of persons of all parts.

use super::content::Sourced;
use super::records::AccountabilityRecord;
use super::{ArticleId, GroupRecord, Narrative, Notice};
use crate::value::RelPath;

/// Leads handled and persons held to account.
#[derive(Clone, Debug)]
pub struct Accountability {
    /// The record's file.
    pub path: RelPath,
    /// Figures, persons by measure taken, equations.
    pub record: AccountabilityRecord,
    /// The text.
    pub narrative: Option<Narrative>,
}

/// The persons that a part of the notice lists, by measure taken or another kind.
#[derive(Clone, Copy, Debug)]
pub struct PersonTable<'a> {
    /// The part of the office's own that it belongs to; none for accountability.
    pub article: Option<ArticleId>,
    /// The file.
    pub path: &'a RelPath,
    /// The groups, in order.
    pub groups: &'a [GroupRecord],
}

impl Notice {
    /// The tables of persons: those held to account, then those of parts of the office's own.
    pub fn person_tables(&self) -> impl Iterator<Item = PersonTable<'_>> {
        let held = self.accountability.iter();
        let held = held.map(|part| PersonTable { article: None, path: &part.path, groups: &part.record.groups });
        let of_articles = self.article_ids().filter_map(|id| {
            let Sourced { path, record } = self.article(id).persons.as_ref()?;
            Some(PersonTable { article: Some(id), path, groups: &record.groups })
        });
        held.chain(of_articles)
    }
}
