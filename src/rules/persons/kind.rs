//! What a kind of private data consists of: a row of the table.

use std::ops::Range;

use super::digits::NumberCandidate;
use super::reading::Reading;
use crate::rules::{Rule, Words};

/// A kind of private data. Several kinds may belong to one rule.
pub(super) struct PrivateKind {
    /// The rule that forbids it.
    pub(super) rule: &'static Rule,
    /// What a diagnostic says.
    pub(super) says: Words,
    /// How to fix it.
    pub(super) help: Words,
    /// Words that it never goes without; empty if its digits tell what it is.
    pub(super) words: &'static [&'static str],
    /// What it looks like.
    pub(super) recognise: Recogniser,
    /// Whether what looks like it is one of its false friends.
    pub(super) is_other: fn(&Reading, &Range<usize>) -> bool,
}

/// How a kind is recognised. Ranges are of characters.
pub(super) enum Recogniser {
    /// By digits, however they are grouped: where the whole of it stands.
    Number(fn(&NumberCandidate<'_>) -> Option<Range<usize>>),
    /// By its words and what stands around them: where they stand, in order.
    Text(Recognise),
}

/// Looks around words for what they announce.
pub(super) type Recognise = fn(&Reading, &[Range<usize>]) -> Vec<Range<usize>>;
