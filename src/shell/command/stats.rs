//! `gongkai stats`: the completion table, aligned for the terminal, or for programs.

use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::{Compiled, ExitCode, Shell};
use crate::compile::Site;
use crate::notice::statistics::Tally;
use crate::shell::cli::{StatsArgs, TableFormat};
use crate::shell::report::MessageLang;
use crate::text::locale::Locale;
use crate::value::{Rate, Status};

pub(super) fn run(shell: &Shell<'_>, args: &StatsArgs) -> Result<(), ExitCode> {
    let _watched = shell.bar.watch();
    let Compiled { tree, site, diagnostics, .. } = shell.compile(&args.site.options())?;
    shell.show(&tree, &diagnostics);
    let Some(site) = site else { return Err(ExitCode::Findings) };
    let table = || rows(&site, locale(&site, shell.lang));
    shell.give(&match args.format {
        TableFormat::Text => aligned(&table()),
        TableFormat::Csv => csv(&table()),
        TableFormat::Json => format!("{:#}\n", data(&site)),
    })
}

/// The notice's language that is nearest to the author's.
fn locale(site: &Site, lang: MessageLang) -> &Locale {
    let code = if lang == MessageLang::Zh { "zh" } else { "en" };
    let locales = &site.edition.theme.locales;
    locales.iter().find(|locale| locale.lang.code() == code).unwrap_or(&locales[0])
}

fn rows(site: &Site, locale: &Locale) -> Vec<Vec<String>> {
    let edition = &site.edition;
    let status = |status: &Status| locale.text(&format!("status.{}", status.word()));
    let mut header = vec![locale.text("statistics.section")];
    header.extend(Status::ALL.iter().map(status));
    header.extend([locale.text("statistics.total"), locale.text("statistics.rate")]);
    let row = |name: &str, tally: &Tally| {
        let mut row = vec![name.to_owned()];
        row.extend(Status::ALL.iter().map(|s| locale.number(tally.of(*s))));
        row.extend([locale.number(tally.total()), locale.rate(tally.completion_rate())]);
        row
    };
    let sections = edition.notice.sections.iter().zip(&edition.statistics.sections);
    let mut rows = vec![header];
    rows.extend(sections.map(|(section, tally)| row(section.short_title().text(locale.lang), tally)));
    rows.push(row(&locale.text("statistics.all"), &edition.statistics.all));
    rows
}

/// Columns as wide as their widest cell, names to the left, numbers to the right. Chinese characters are two cells wide.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns).map(|i| rows.iter().map(|row| row[i].width()).max().unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(i, (cell, width))| {
            let space = " ".repeat(width - cell.width());
            if i == 0 { format!("{cell}{space}") } else { format!("{space}{cell}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn csv(rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn data(site: &Site) -> serde_json::Value {
    let edition = &site.edition;
    let counts = |tally: &Tally| {
        let by_status: serde_json::Map<_, _> =
            Status::ALL.iter().map(|s| (s.word().to_owned(), json!(tally.of(*s)))).collect();
        json!({
            "total": tally.total(),
            "by_status": by_status,
            "overdue": tally.overdue,
            "completion_rate_percent": tally.completion_rate().map(Rate::percent).map(|p| p.to_string()),
        })
    };
    let sections = edition.notice.sections.iter().zip(&edition.statistics.sections);
    let sections: Vec<_> =
        sections.map(|(section, tally)| json!({"section": section.slug, "statistics": counts(tally)})).collect();
    json!({"as_of": edition.as_of.to_string(), "all": counts(&edition.statistics.all), "sections": sections})
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_line_up_though_chinese_is_wide() {
        let rows = [["方面", "完成"], ["甲", "13"], ["全部", "9"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(super::aligned(&rows), "方面  完成\n甲      13\n全部     9\n");
    }
}
