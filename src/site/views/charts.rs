//! Where a chart stands as a file of its own, and the line that puts it into another page.

use serde::Serialize;

use super::super::formats::{CHART_WIDTH, Chart, chart_files, chart_named};
use super::super::parts::Parts;
use super::language_folder;

/// A chart as files.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct ChartView {
    /// Its name.
    pub name: &'static str,
    /// What it is of.
    pub title: String,
    /// The picture with its words.
    pub svg: String,
    /// The picture in pixels.
    pub png: String,
    /// The table behind it.
    pub csv: String,
    /// An element that shows it in another page, if the address of the site is known.
    pub embed: Option<String>,
}

/// Returns every chart that there is.
pub(super) fn charts(parts: &Parts<'_>) -> Vec<ChartView> {
    let names = chart_files(parts.edition, "svg");
    names.into_iter().map(|(chart, _)| view(parts, chart)).collect()
}

/// Returns a chart, if there is anything to draw.
pub(super) fn chart(parts: &Parts<'_>, name: &str) -> Option<ChartView> {
    chart_named(parts, name).map(|chart| view(parts, chart))
}

fn view(parts: &Parts<'_>, chart: &Chart) -> ChartView {
    let file = |ending: &str| format!("charts/{}.{ending}", chart.name);
    let title = parts.locale.text(&format!("chart.{}.title", chart.words(parts)));
    let (base, folder) = (parts.notice().base_url.as_ref(), language_folder(parts.edition, parts.locale.lang));
    let alt = title.replace('&', "&amp;").replace('"', "&quot;");
    let embed = |base: &crate::value::url::BaseUrl| {
        format!("<img src=\"{base}{folder}{}\" alt=\"{alt}\" width=\"{CHART_WIDTH}\">", file("svg"))
    };
    ChartView { name: chart.name, svg: file("svg"), png: file("png"), csv: file("csv"), embed: base.map(embed), title }
}
