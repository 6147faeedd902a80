//! `charts/`: every chart of the pages as a file to be handed on, as SVG with its words, as PNG that needs no font, and as the table behind it.

use super::csv::{harmless, written};
use crate::notice::edition::Edition;
use crate::notice::statistics::Tally;
use crate::notice::{Issue, IssueId, SectionId};
use crate::site::charts::{
    BarRow, Heading, LegendKey, Square, SquareLook, WallPart, bars_file, course_file, wall_file,
};
use crate::site::course::course_chart;
use crate::site::drawing::Drawing;
use crate::site::finding::finding;
use crate::site::parts::{Parts, as_of_text, issuer};
use crate::site::plan::folder_of;
use crate::site::wall::look;
use crate::text::locale::Argument;
use crate::value::{Lang, StatusBasis};

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

pub use crate::site::charts::CHART_WIDTH;

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

/// The most issues whose squares are numbered.
const NUMBERED: usize = 200;

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

/// What was found, what the chart is of, and where it is from.
fn heading(parts: &Parts<'_>, chart: &Chart) -> Heading {
    let (edition, locale) = (parts.edition, parts.locale);
    let record = &parts.notice().record;
    let all = &edition.statistics.all;
    let found = finding(parts, all, &[]);
    let (date, issued) = (as_of_text(edition, locale), locale.date(*record.issued_on));
    let url = parts.notice().base_url.as_ref();
    let url = url.map(|base| format!("{base}{}", folder_of(parts.notice(), locale.lang))).unwrap_or_default();
    let names = [("issuer", issuer(record, locale)), ("title", parts.text(&record.title)), ("date", issued)];
    let source = locale.say("chart.source", &names.each_ref().map(|(name, text)| (*name, Argument::Text(text))));
    let disclaimer = record.disclaimer.as_ref().map(|text| parts.text(text));
    let said = [Some(source), (!url.is_empty()).then(|| url.clone()), disclaimer];
    Heading {
        title: format!("{}{}{}", found.whole, found.rest, found.late),
        signs: format!("{}/{}", all.outstanding().n, all.total()),
        subtitle: locale.say(&format!("chart.{}.subtitle", chart.words(parts)), &[("date", Argument::Text(&date))]),
        day: edition.as_of.to_string(),
        key: if chart.name == "course" { Vec::new() } else { key(parts) },
        source: said.into_iter().flatten().collect::<Vec<_>>().join(locale.word("head.space")),
        address: url.split_once("://").map_or("", |(_, rest)| rest.trim_end_matches('/')).to_owned(),
    }
}

/// How many issues stand as each look, in the order of statuses, what is stated first.
fn looks(parts: &Parts<'_>, tally: &Tally) -> Vec<(SquareLook, String, u64)> {
    let used = parts.notice().statuses().filter(|status| tally.of(*status).n > 0);
    let each = used.flat_map(|status| {
        let (count, label) = (tally.of(status), parts.status_label(status.id));
        let look = SquareLook { glyph: status.class.built_in().id, is_inferred: false, is_overdue: false };
        let inferred = format!("{label}{}", parts.locale.text("basis.mark"));
        [(look, label, count.stated()), (SquareLook { is_inferred: true, ..look }, inferred, count.inferred)]
    });
    each.filter(|(.., n)| *n > 0).collect()
}

fn key(parts: &Parts<'_>) -> Vec<LegendKey> {
    let all = &parts.edition.statistics.all;
    let mut keys: Vec<LegendKey> =
        looks(parts, all).into_iter().map(|(look, label, n)| LegendKey { look, label, n }).collect();
    if all.overdue.n > 0 {
        let look = SquareLook { glyph: "not-started", is_inferred: false, is_overdue: true };
        keys.push(LegendKey { look, label: parts.locale.text("statistics.overdue"), n: all.overdue.n });
    }
    keys
}

/// What a section is called and comes to, and the same in digits: its number, and how many of how many are left.
fn named(parts: &Parts<'_>, section: Option<SectionId>) -> (String, String) {
    let Some(id) = section else { return (String::new(), String::new()) };
    let (section, tally) = (parts.section_ref(id), parts.edition.statistics.of_section(id));
    let found = finding(parts, tally, &[]);
    let colon = parts.locale.text("head.colon");
    let label = format!("{}{}{colon}{}{}{}", section.ordinal, section.short_title, found.whole, found.rest, found.late);
    (label, format!("{}    {}/{}", section.number, tally.outstanding().n, tally.total()))
}

fn wall(parts: &Parts<'_>, heading: &Heading) -> Drawing {
    let notice = parts.notice();
    let square = |id: &IssueId| {
        let issue = notice.issue(*id);
        Square { number: short(issue, parts.locale.lang), href: String::new(), look: look(parts, issue) }
    };
    let part = |section: Option<SectionId>| {
        let (label, signs) = named(parts, section);
        let issues = parts.wanted(|issue| issue.group.section == section);
        WallPart { label, signs, squares: issues.iter().map(square).collect() }
    };
    let walls: Vec<WallPart> = notice.divisions().map(part).collect();
    wall_file(heading, &walls, notice.issues.len() > NUMBERED)
}

/// What stands in the square of an issue: its label, or of a long one the last word, if that has room.
fn short(issue: &Issue, lang: Lang) -> String {
    const LONGEST: usize = 5;
    let label = issue.label(lang);
    let last = label.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let has_room = |text: &&str| text.chars().count() <= LONGEST;
    [&*label, last].into_iter().find(has_room).map_or_else(|| issue.number().to_string(), str::to_owned)
}

fn wall_rows(parts: &Parts<'_>) -> Vec<Vec<String>> {
    let row = |id: IssueId| {
        let issue = parts.notice().issue(id);
        let section = issue.group.section.map(|section| parts.section_ref(section).title).unwrap_or_default();
        let is_overdue = look(parts, issue).is_overdue.to_string();
        let basis = basis(issue.record.status_basis == StatusBasis::Inferred);
        let status = [issue.record.status.to_string(), parts.status_label(issue.status.id)];
        let [status, label] = status;
        vec![issue.label(parts.locale.lang), parts.text(&issue.record.title), section, status, label, basis, is_overdue]
    };
    parts.notice().issue_ids().map(row).collect()
}

fn basis(is_inferred: bool) -> String {
    if is_inferred { "inferred" } else { "stated" }.to_owned()
}

/// The bars: the notice, then each section.
fn statuses(parts: &Parts<'_>, heading: &Heading) -> Drawing {
    let statistics = &parts.edition.statistics;
    let bar = |(label, signs): (String, String), tally: &Tally| BarRow {
        label,
        signs,
        parts: looks(parts, tally).into_iter().map(|(look, _, n)| (look, n)).collect(),
        said: looks(parts, tally).into_iter().map(|(.., n)| n.to_string()).collect::<Vec<_>>().join(" + "),
    };
    let whole = (parts.locale.text("statistics.all"), String::new());
    let sections = parts.notice().section_ids();
    let sections = sections.map(|id| bar(named(parts, Some(id)), statistics.of_section(id)));
    let bars: Vec<BarRow> = std::iter::once(bar(whole, &statistics.all)).chain(sections).collect();
    bars_file(heading, &bars)
}

fn status_rows(parts: &Parts<'_>) -> Vec<Vec<String>> {
    let statistics = &parts.edition.statistics;
    let of = |title: String, tally: &Tally| {
        let used = parts.notice().statuses().filter(|status| tally.of(*status).n > 0).collect::<Vec<_>>();
        let row = |status: &crate::notice::Status| {
            let (count, id) = (tally.of(*status), parts.notice().status(status.id).id.to_string());
            let label = parts.status_label(status.id);
            let row = |is_inferred: bool, n: u64| {
                (n > 0).then(|| vec![title.clone(), id.clone(), label.clone(), basis(is_inferred), n.to_string()])
            };
            [row(false, count.stated()), row(true, count.inferred)]
        };
        used.iter().flat_map(row).flatten().collect::<Vec<_>>()
    };
    let sections = parts.notice().section_ids();
    let sections = sections.flat_map(|id| of(parts.section_ref(id).title, statistics.of_section(id)));
    of(String::new(), &statistics.all).into_iter().chain(sections).collect()
}
