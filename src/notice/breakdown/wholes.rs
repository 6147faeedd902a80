//! The figure that another is a part of, or says something about.

use std::collections::BTreeMap;

use super::by_id::ById;
use super::declared::declared;
use super::is_part;
use crate::notice::Figure;
use crate::value::Text;

/// The figures of a record, each with the one that it is a part of, or says something about.
pub struct Wholes<'a> {
    by_id: ById<'a>,
    /// By the ids of parts, what equations declare.
    declared: BTreeMap<&'a str, &'a Figure>,
}

impl<'a> Wholes<'a> {
    /// Returns those of a record.
    pub fn of(figures: &'a [Figure], equations: &'a [Text]) -> Wholes<'a> {
        let by_id = ById::of(figures);
        let mut wholes = BTreeMap::new();
        for breakdown in equations.iter().filter_map(|equation| declared(&by_id, equation)) {
            for part in breakdown.parts {
                wholes.entry(part.id.as_str()).or_insert(breakdown.whole);
            }
        }
        Wholes { by_id, declared: wholes }
    }

    /// Returns the figure that another is a part of, or says something about: by its own `of`, or else by an equation.
    pub fn of_part(&self, part: &Figure) -> Option<&'a Figure> {
        match &part.of {
            Some(of) => self.by_id.get(of),
            None => self.declared.get(part.id.as_str()).copied(),
        }
    }

    /// Returns whether a figure is settled: it says so, or says nothing and is a part of one that is.
    pub fn is_settled(&self, figure: &Figure) -> bool {
        // Longer chains than this are circles, which a rule reports.
        const LONGEST: usize = 64;
        let whole = |part: &&'a Figure| self.of_part(part).filter(|whole| part.of.is_none() || is_part(part, whole));
        let mut wholes = std::iter::successors(self.by_id.get(&figure.id), whole).take(LONGEST);
        wholes.find_map(|figure| figure.kind).is_some_and(|kind| kind.is_settled())
    }
}
