//! `gongkai stats`: the completion table, aligned for the terminal, or for programs.

use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::{Compiled, ExitCode, Shell};
use crate::compile::Site;
use crate::notice::Status;
use crate::notice::statistics::Tally;
use crate::shell::cli::{StatsArgs, TableFormat};
use crate::shell::report::MessageLang;
use crate::site;
use crate::text::locale::{Argument, Locale};
use crate::value::{Count, Rate};

pub(super) fn run(shell: &Shell<'_>, args: &StatsArgs) -> Result<(), ExitCode> {
    let _watched = shell.bar.watch();
    let Compiled { tree, site, diagnostics, .. } = shell.compile(&args.site.options())?;
    shell.show(&tree, &diagnostics);
    let Some(site) = site else { return Err(ExitCode::Findings) };
    let locale = locale(&site, shell.lang);
    shell.give(&match args.format {
        TableFormat::Text => text(&site, locale),
        TableFormat::Csv => csv(&columns(&site, locale)),
        TableFormat::Json => format!("{:#}\n", data(&site)),
    })
}

/// Returns the notice's language that is nearest to the author's.
fn locale(site: &Site, lang: MessageLang) -> &Locale {
    let code = if lang == MessageLang::Zh { "zh" } else { "en" };
    let locales = &site.edition.theme.locales;
    locales.iter().find(|locale| locale.lang.code() == code).unwrap_or(&locales[0])
}

/// Returns the date and the table, every number with what it rests on.
fn text(site: &Site, locale: &Locale) -> String {
    let date = site::as_of_text(&site.edition, locale);
    let mut header = vec![first_column(site, locale)];
    header.extend(site.edition.notice.statuses().map(|status| label(site, locale, status)));
    header.extend(["overdue", "total"].map(|key| locale.text(&format!("statistics.{key}"))));
    header.push(rate_word(site, locale));
    let row = |(name, tally): (String, &Tally)| {
        let counts = site.edition.notice.statuses().map(|status| tally.of(status)).chain([tally.overdue]);
        let counts = counts.map(|count| locale.count(count));
        let last = [locale.number(tally.total()), locale.rate(tally.completion_rate())];
        std::iter::once(name).chain(counts).chain(last).collect::<Vec<_>>()
    };
    let rows: Vec<_> = std::iter::once(header).chain(groups(site, locale).map(row)).collect();
    locale.say("statistics.as_of", &[("date", Argument::Text(&date))]) + "\n\n" + &aligned(&rows)
}

/// Returns the same for a spreadsheet: what is inferred has columns of its own, and so have the dates.
fn columns(site: &Site, locale: &Locale) -> Vec<Vec<String>> {
    let title = |key: &str| locale.text(key);
    let inferred = |of: &str| locale.say("statistics.of_which_inferred", &[("of", Argument::Text(of))]);
    let counted = |of: String| [of.clone(), inferred(&of)];
    let mut header = vec![first_column(site, locale)];
    header.extend(["as_of", "status_as_of"].map(|column| title(&format!("data.columns.{column}.title"))));
    header.extend(site.edition.notice.statuses().flat_map(|status| counted(label(site, locale, status))));
    header.extend(counted(title("statistics.overdue")));
    header.extend(counted(title("statistics.total")));
    header.push(rate_word(site, locale));
    let edition = &site.edition;
    let row = |(name, tally): (String, &Tally)| {
        let counts = edition.notice.statuses().map(|status| tally.of(status)).chain([tally.overdue, tally.all()]);
        let mut row = vec![name, edition.as_of.to_string(), edition.statuses_as_of().to_string()];
        row.extend(counts.flat_map(|count| [count.n.to_string(), count.inferred.to_string()]));
        row.push(locale.rate(tally.completion_rate()));
        row
    };
    std::iter::once(header).chain(groups(site, locale).map(row)).collect()
}

/// Returns what pages call a status.
fn label(site: &Site, locale: &Locale, status: Status) -> String {
    locale.text(&format!("status.{}", site.edition.notice.status(status.id).id))
}

/// Returns what a rate is called, and of which issues it is one where it is not one of all.
fn rate_word(site: &Site, locale: &Locale) -> String {
    let is_partial = site.edition.statistics.all.not_stated().n > 0;
    locale.text(if is_partial { "statistics.rate_of_stated" } else { "statistics.rate" })
}

/// Returns what the first column is called: nothing where there are no sections to name.
fn first_column(site: &Site, locale: &Locale) -> String {
    let notice = &site.edition.notice;
    match (notice.sections.is_empty(), notice.has_topics()) {
        (true, _) => String::new(),
        (_, false) => locale.text("issue.section"),
        (_, true) => locale.text("statistics.section"),
    }
}

/// Returns every section and, last, the whole.
fn groups<'a>(site: &'a Site, locale: &'a Locale) -> impl Iterator<Item = (String, &'a Tally)> {
    let edition = &site.edition;
    let sections = edition.notice.sections.iter().zip(&edition.statistics.sections);
    let sections = sections.map(|(section, tally)| (section.short_title().text(locale.lang).to_owned(), tally));
    sections.chain([(locale.text("statistics.all"), &edition.statistics.all)])
}

/// Columns as wide as their widest cell, names to the left, numbers to the right. Chinese characters are two cells
/// wide.
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

/// Returns the same for programs.
fn data(site: &Site) -> serde_json::Value {
    let edition = &site.edition;
    let notice = &edition.notice;
    let words = |tally: &Tally, of: fn(Count) -> u64| -> serde_json::Map<_, _> {
        notice.statuses().map(|status| (notice.status(status.id).id.to_string(), json!(of(tally.of(status))))).collect()
    };
    let counts = |tally: &Tally| {
        let rate = tally.completion_rate();
        let mut counts = json!({
            "total": tally.total(),
            "by_status": words(tally, |count| count.n),
            "inferred_by_status": words(tally, |count| count.inferred),
            "overdue": tally.overdue.n,
            "inferred_overdue": tally.overdue.inferred,
            "completion_rate_percent": rate.map(Rate::percent).map(|p| p.to_string()),
        });
        if let Some(of) = rate.map(|rate| rate.whole.n).filter(|of| *of < tally.total()) {
            counts["completion_rate_of"] = json!(of);
        }
        counts
    };
    let sections = edition.notice.sections.iter().zip(&edition.statistics.sections);
    let sections: Vec<_> =
        sections.map(|(section, tally)| json!({"section": section.slug, "statistics": counts(tally)})).collect();
    json!({
        "as_of": edition.as_of.to_string(),
        "statuses_as_of": edition.statuses_as_of().to_string(),
        "all": counts(&edition.statistics.all),
        "sections": sections,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_line_up_though_chinese_is_wide() {
        let rows = [["方面", "完成"], ["甲", "13"], ["全部", "9"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(super::aligned(&rows), "方面  完成\n甲      13\n全部     9\n");
    }
}
