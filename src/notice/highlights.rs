//! Figures that a notice puts first: by their ids, with the number of the issue where several records have the id.

use super::{Figure, FigureHolder, FigureRecords, Notice};
use crate::value::Text;

/// A figure that is put first, with the record that it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Highlight<'a> {
    /// The record.
    pub record: FigureRecords<'a>,
    /// The figure.
    pub figure: &'a Figure,
}

/// Why a name is that of no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoHighlight {
    /// There is none.
    Unknown,
    /// There are several, called so.
    Several(Vec<String>),
}

impl Notice {
    /// The figures that the notice puts first; names that are those of none or of several are left out.
    pub fn highlights(&self) -> Vec<Highlight<'_>> {
        self.record.highlights.iter().filter_map(|name| self.highlight(name).ok()).collect()
    }

    /// The figure of a name: `vacancy`, or `34/vacancy`, `accountability/persons`, `notice/meetings`.
    pub fn highlight(&self, name: &Text) -> Result<Highlight<'_>, NoHighlight> {
        let (place, id) = name.split_once('/').map_or((None, name.as_str()), |(place, id)| (Some(place), id));
        let is_meant = |record: &FigureRecords<'_>| place.is_none_or(|place| self.holder_name(record.holder) == place);
        let of = |record| {
            let record: FigureRecords<'_> = record;
            let figure = record.figures.iter().find(|figure| figure.id.as_str() == id)?;
            Some(Highlight { record, figure })
        };
        let mut found: Vec<Highlight<'_>> = self.figure_records().filter(is_meant).filter_map(of).collect();
        match found.len() {
            0 => Err(NoHighlight::Unknown),
            1 => Ok(found.remove(0)),
            _ => Err(NoHighlight::Several(
                found.iter().map(|one| format!("{}/{id}", self.holder_name(one.record.holder))).collect(),
            )),
        }
    }

    /// What stands before the stroke for the figures of a record.
    fn holder_name(&self, holder: FigureHolder) -> String {
        match holder {
            FigureHolder::Notice => "notice".to_owned(),
            FigureHolder::Accountability => "accountability".to_owned(),
            FigureHolder::Issue(id) => self.issue(id).key.to_string(),
        }
    }
}
