//! The page of open data: columns of the table with what they mean, files to download, and charts.

mod downloads;

use serde::Serialize;

use super::super::formats::DataFiles;
use super::super::parts::Parts;
use super::charts::{ChartView, charts};
use crate::notice::FieldValue;
use crate::notice::fields::{self, Field, FieldKind};
use crate::value::{Date, DatePart};
use downloads::{DownloadView, downloads};

/// Downloads.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct DataView {
    /// Leads from the root of the language to the root of the site, where files for all languages stand.
    pub up: &'static str,
    /// Columns of the table, with what they hold.
    pub columns: Vec<ColumnView>,
    /// Whether any date is a half-year, a quarter or a third of a month.
    pub has_coded_dates: bool,
    /// The files that there are to download.
    pub downloads: Vec<DownloadView>,
    /// The charts as files.
    pub charts: Vec<ChartView>,
}

/// A column of the downloads.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ColumnView {
    pub name: String,
    pub title: String,
    pub meaning: String,
}

pub(super) fn data(parts: &Parts<'_>, files: &DataFiles) -> DataView {
    let words = |key: &str, what: &str| parts.locale.text(&format!("data.columns.{key}.{what}"));
    let column = |field: Field| {
        let name = field.name(parts.notice());
        ColumnView { name: name.to_owned(), title: words(name, "title"), meaning: words(name, "meaning") }
    };
    let is_default = parts.locale.lang == parts.notice().default_language();
    let columns = fields::columns(parts.notice()).into_iter().map(column).collect();
    let up = if is_default { "" } else { "../" };
    DataView {
        up,
        columns,
        has_coded_dates: has_coded_dates(parts),
        downloads: downloads(parts, files, up),
        charts: charts(parts),
    }
}

/// Whether any issue has a date in the table that is a half-year, a quarter or a third of a month.
fn has_coded_dates(parts: &Parts<'_>) -> bool {
    let is_coded = |date: Date| matches!(date.part(), DatePart::Half(_) | DatePart::Quarter(_) | DatePart::Third(..));
    let columns = fields::columns(parts.notice());
    parts.notice().issues.iter().any(|issue| {
        let mut dates = columns.iter().filter_map(|field| match field.kind {
            FieldKind::Date(of) | FieldKind::Deadline(of) => of(&issue.record),
            FieldKind::Declared(at) => match issue.values[at] {
                Some(FieldValue::Date(date)) => Some(date),
                _ => None,
            },
            _ => None,
        });
        dates.any(is_coded)
    })
}
