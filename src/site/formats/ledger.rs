//! `ledger.xlsx`: what an office works with from week to week. One row an issue, and a sheet each for measures, items, figures, bodies and choices.
//!
//! The first row of every sheet does not show: it names the column below it, `gongkai 1 zh issues due`, so that columns may be moved and
//! sheets renamed, and an import still knows what a cell says. A month or a year is a text: what is typed over it stays as it is typed.
//! A last sheet, which nobody sees, knows again what every cell was (`exported`).

mod beside;
mod cells;
mod exported;
mod issues;
mod table;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::xlsx::{Cell, Choice, Row, Sheet, SheetRows, Style, Workbook};
use crate::notice::edition::Edition;
use crate::site::as_of_text;
use crate::source::pieces::{Pieces, Put, gathered};
use crate::text::locale::{Argument, Locale};
use crate::value::Lang;
use cells::Cells;
pub use exported::{ID as EXPORTED, SHEET as EXPORTED_SHEET, fingerprint, keys, tidy};
use table::{CellRow, LedgerRows, LedgerTable};
pub use table::{MARK, VERSION};

/// Heights of the title, of the line below it and of the line to sign on, in points.
const HEIGHTS: [u32; 3] = [34, 20, 30];

/// How much of the disclaimer stands on a line, in digits.
const LINE: usize = 100;

/// Where the heads stand, from 0, if there is no disclaimer: below the names of columns, the title and a line.
const HEADS: usize = 3;

/// Returns the ledger in a language.
pub fn whole(edition: &Edition, lang: Lang) -> Vec<u8> {
    gathered(|put| write(edition, lang, &mut Pieces::default(), put))
}

/// Hands on the same, of which some pieces may be known.
pub(super) fn write(edition: &Edition, lang: Lang, pieces: &mut Pieces, put: &mut Put<'_>) {
    let locale = edition.theme.locale(lang);
    let cells = Cells { edition, locale };
    let mut tables: Vec<LedgerTable<'_>> = [issues::table(cells)].into_iter().chain(beside::tables(cells)).collect();
    tables.iter_mut().for_each(|table| table.measure(pieces));
    tables.retain(|table| table.count() > 0);
    let known_first = disclaimer(edition, locale);
    let choices = |table| choices(locale, table, &tables, HEADS + known_first.len());
    let sheets = tables.iter().map(|table| sheet(edition, locale, table, &known_first, choices(table)));
    let sheets = sheets.chain([exported::sheet(&tables, lang)]);
    Workbook {
        title: locale.text("ledger.title"),
        language: locale.rules.language.tag.clone(),
        day: edition.as_of,
        fonts: ["fonts.table", "fonts.first"].map(|key| locale.text(key)),
        sheets: sheets.collect(),
    }
    .write(pieces, put);
}

fn sheet<'a>(
    edition: &Edition,
    locale: &Locale,
    table: &'a LedgerTable<'_>,
    known_first: &[String],
    choices: Vec<Choice>,
) -> Sheet<'a> {
    let name = locale.text(&format!("ledger.sheets.{}", table.id));
    let is_main = table.id == issues::ID;
    let printed = table.columns.iter().filter(|column| column.is_printed).count();
    let date = as_of_text(edition, locale);
    let arguments =
        [("title", Argument::Text(edition.notice.record.title.text(locale.lang))), ("date", Argument::Text(&date))];
    let title = if is_main { locale.text("ledger.title") } else { name.clone() };
    let marks = table
        .columns
        .iter()
        .map(|column| Cell::text(Style::Mark, format!("{MARK} {VERSION} {} {} {}", locale.lang, table.id, column.id)));
    let heads = table
        .columns
        .iter()
        .map(|column| Cell::text(if column.is_printed { Style::Head } else { Style::HeadBeside }, column.head.clone()));
    let above = [
        Row { cells: marks.collect(), is_hidden: true, ..Row::default() },
        across(Style::Title, title, printed, HEIGHTS[0]),
        across(Style::Line, locale.say("ledger.line", &arguments), printed, HEIGHTS[1]),
    ];
    let known_first = known_first.iter().map(|line| across(Style::Line, line.clone(), printed, HEIGHTS[1]));
    let above: Vec<Row> =
        above.into_iter().chain(known_first).chain([Row { cells: heads.collect(), ..Row::default() }]).collect();
    let widths = table.widths();
    let rows = table.rows.iter().map(|rows| data(table, rows, &widths)).collect();
    let below = is_main.then(|| signatures(locale, printed)).into_iter().collect();
    let footer = locale.say("ledger.footer", &[("page", Argument::Text("&P")), ("pages", Argument::Text("&N"))]);
    Sheet { name, widths, rows, below, heads: above.len() - 1, above, printed, choices, footer, is_hidden: false }
}

/// Rows of data, each as high as it has to be.
fn data<'a>(table: &LedgerTable<'_>, rows: &'a LedgerRows<'_>, widths: &[usize]) -> SheetRows<'a> {
    let (begins, widths) = (table.begins("rows", widths), widths.to_vec());
    let row = move |cells: CellRow| Row { height: Some(table::height(&cells, &widths)), cells, ..Row::default() };
    SheetRows { count: rows.count(), begins, make: Box::new(move || rows.cells().into_iter().map(&row).collect()) }
}

/// Returns what whoever reads a sheet has to know first, in lines that the printed columns have room for.
fn disclaimer(edition: &Edition, locale: &Locale) -> Vec<String> {
    let Some(text) = &edition.notice.record.disclaimer else { return Vec::new() };
    let said = format!("{}{}{}", locale.text("frame.disclaimer"), locale.text("head.colon"), text.text(locale.lang));
    let mut lines = vec![String::new()];
    // A line breaks behind a blank or a wide sign.
    for piece in said.split_inclusive(|c: char| c == ' ' || c.width() == Some(2)) {
        match lines.last_mut() {
            Some(line) if line.width() + piece.trim_end().width() <= LINE => line.push_str(piece),
            _ => lines.push(piece.to_owned()),
        }
    }
    lines
}

/// A text that stands in the middle of the columns that are printed.
fn across(style: Style, text: String, printed: usize, height: u32) -> Row {
    let texts = std::iter::once(text).chain(std::iter::repeat_with(String::new)).take(printed);
    Row {
        cells: texts.map(|text| Cell::text(style, text)).collect(),
        height: Some(height),
        is_fixed: true,
        ..Row::default()
    }
}

/// The line to sign on, its words spread over the columns that are printed.
fn signatures(locale: &Locale, printed: usize) -> Row {
    let words = ["prepared", "checked", "on"].map(|key| locale.text(&format!("ledger.signatures.{key}")));
    let place = |at: usize| (0..words.len()).find(|n| n * printed / words.len() == at);
    let text = |at| place(at).map_or(String::new(), |n| words[n].clone());
    let cells = (0..printed).map(|at| Cell::text(Style::Signature, text(at))).collect();
    Row { cells, height: Some(HEIGHTS[2]), is_fixed: true, ..Row::default() }
}

/// Which columns have lists to choose from, and where their words stand.
fn choices(locale: &Locale, table: &LedgerTable<'_>, all: &[LedgerTable<'_>], heads: usize) -> Vec<Choice> {
    let listed = table.columns.iter().enumerate().filter_map(|(column, of)| Some((column, of.choices.as_ref()?)));
    listed
        .filter_map(|(column, choices)| {
            let sheet = all.iter().position(|table| table.id == choices.table)?;
            let (at, rows) = all[sheet].words_of(&choices.of)?;
            let rows = rows.start + heads + 1..rows.end + heads + 1;
            let refusal = choices.is_strict.then(|| locale.text("ledger.choose"));
            Some(Choice { column, words: (sheet, at, rows), refusal })
        })
        .collect()
}
