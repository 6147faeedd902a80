//! `charts/`: every chart of the pages as a file to be handed on, as SVG with its words, as PNG that needs no font, and as the table behind it.

mod heading;
mod looks;
mod statuses;
mod wall;

use super::csv::{harmless, written};
use crate::notice::edition::Edition;
pub use crate::site::charts::CHART_WIDTH;
use crate::site::charts::{Heading, course_file};
use crate::site::course::course_chart;
use crate::site::drawing::Drawing;
use crate::site::parts::Parts;
use crate::value::Lang;
use heading::heading;
use statuses::{status_rows, statuses};
use wall::{wall, wall_rows};

/// A chart.
pub struct Chart {
    /// Its name, which is that of its files and of its messages.
    pub name: &'static str,
    /// Draws it, unless there is nothing to draw.
    draw: fn(&Parts<'_>, &Heading) -> Option<Drawing>,
    /// The columns of the table behind it.
    columns: &'static [&'static str],
    /// The rows of that table.
    rows: fn(&Parts<'_>) -> Vec<Vec<String>>,
    /// Whether there is anything to draw.
    is_there: fn(&Parts<'_>) -> bool,
}

/// Every chart.
pub static CHARTS: [Chart; 3] = [
    Chart {
        name: "wall",
        draw: |parts, heading| Some(wall(parts, heading)),
        columns: &["issue", "title", "section", "status", "label", "basis", "is_overdue"],
        rows: wall_rows,
        is_there: |parts| !parts.notice().issues.is_empty(),
    },
    Chart {
        name: "statuses",
        draw: |parts, heading| Some(statuses(parts, heading)),
        columns: &["section", "status", "label", "basis", "issues"],
        rows: status_rows,
        is_there: |parts| !parts.notice().issues.is_empty(),
    },
    Chart {
        name: "course",
        draw: |parts, heading| Some(course_file(heading, &course_chart(parts)?.0)),
        columns: &["kind", "from", "to", "words", "issues", "left"],
        rows: |parts| course_chart(parts).map(|(_, rows)| rows).unwrap_or_default(),
        is_there: |parts| course_chart(parts).is_some(),
    },
];

impl Chart {
    /// Returns the key of the messages that say what it is of: of statuses by section, if there are sections.
    pub(in crate::site) fn words(&self, parts: &Parts<'_>) -> &'static str {
        let has_sections = parts.notice().section_ids().next().is_some();
        if self.name == "statuses" && !has_sections { "totals" } else { self.name }
    }
}

/// Returns the charts that an edition has, each with the path of its file of some ending below the folder of a language.
pub fn chart_files(edition: &Edition, ending: &str) -> Vec<(&'static Chart, String)> {
    let lang = edition.notice.default_language();
    let parts = Parts { edition, locale: edition.theme.locale(lang) };
    let there = CHARTS.iter().filter(|chart| (chart.is_there)(&parts));
    there.map(|chart| (chart, format!("charts/{}.{ending}", chart.name))).collect()
}

/// Returns a chart by its name, if there is anything to draw.
pub(in crate::site) fn chart_named(parts: &Parts<'_>, name: &str) -> Option<&'static Chart> {
    CHARTS.iter().find(|chart| chart.name == name && (chart.is_there)(parts))
}

fn paths(edition: &Edition, ending: &str) -> Vec<String> {
    chart_files(edition, ending).into_iter().map(|(_, path)| path).collect()
}

pub(super) fn svg_files(edition: &Edition) -> Vec<String> {
    paths(edition, "svg")
}

pub(super) fn png_files(edition: &Edition) -> Vec<String> {
    paths(edition, "png")
}

pub(super) fn csv_files(edition: &Edition) -> Vec<String> {
    paths(edition, "csv")
}

pub(super) fn write_svg(edition: &Edition, lang: Lang, number: usize) -> Vec<u8> {
    drawn(edition, lang, number)
        .map(|(heading, drawing)| drawing.svg(&heading.title, &heading.subtitle))
        .unwrap_or_default()
}

/// The file says in words what it shows and where it is from, whatever was drawn of that.
pub(super) fn write_png(edition: &Edition, lang: Lang, number: usize) -> Vec<u8> {
    let write = |(heading, drawing): (Heading, Drawing)| {
        drawing.png(&[("Title", &heading.title), ("Description", &heading.subtitle), ("Source", &heading.source)])
    };
    drawn(edition, lang, number).map(write).unwrap_or_default()
}

fn drawn(edition: &Edition, lang: Lang, number: usize) -> Option<(Heading, Drawing)> {
    let parts = Parts { edition, locale: edition.theme.locale(lang) };
    let (chart, _) = *chart_files(edition, "svg").get(number)?;
    let heading = heading(&parts, chart);
    let drawing = (chart.draw)(&parts, &heading)?;
    Some((heading, drawing))
}

pub(super) fn write_csv(edition: &Edition, lang: Lang, number: usize) -> Vec<u8> {
    let parts = Parts { edition, locale: edition.theme.locale(lang) };
    let Some(chart) = chart_files(edition, "csv").get(number).map(|(chart, _)| *chart) else { return Vec::new() };
    let heads = chart.columns.iter().map(|column| (*column).to_owned()).collect();
    let rows = (chart.rows)(&parts).into_iter().map(|row| row.into_iter().map(harmless).collect());
    written(0, std::iter::once(heads).chain(rows))
}
