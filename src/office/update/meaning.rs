//! What the text of a cell means in a record: a word, a choice, a day, a number.

use super::super::recognise;
use crate::diagnostic::Message;
use crate::notice::FieldRecord;
use crate::notice::edition::Edition;
use crate::notice::fields::STATUS;
use crate::say;
use crate::source::yaml::Value;
use crate::text::locale::Locale;
use crate::value::{Date, DatePart, Decimal, PartKind};

/// What is wrong with a cell.
pub(super) type Wrong = Message;

/// Returns the code of a word, as the ledger, a record or a person writes it.
pub(super) fn word(edition: &Edition, locale: &Locale, prefix: &str, text: &str) -> Result<String, Wrong> {
    let notice = &edition.notice;
    let codes: Vec<String> = match prefix {
        STATUS => notice.vocabulary.statuses.iter().map(|status| status.id.to_string()).collect(),
        "answer" => notice.vocabulary.responses.iter().map(|response| response.id.to_string()).collect(),
        "ledger.approx" => ["over", "nearly", "about"].map(str::to_owned).into(),
        "part_kind" => PartKind::ALL.map(|kind| kind.word().to_owned()).into(),
        _ => ["stated", "inferred"].map(str::to_owned).into(),
    };
    let said = |locale: &Locale, code: &str| locale.text(&format!("{prefix}.{code}"));
    let is =
        |code: &&String| **code == text || edition.theme.locales.iter().any(|locale| same(&said(locale, code), text));
    if let Some(code) = codes.iter().find(is) {
        return Ok(code.clone());
    }
    // Words that offices have for the usual statuses.
    let usual = recognise::status_word(text).filter(|code| prefix == STATUS && codes.iter().any(|known| known == code));
    usual.map(str::to_owned).ok_or_else(|| {
        let words: Vec<String> = codes.iter().map(|code| said(locale, code)).collect();
        let (zh, en) = (words.join("、"), words.join(", "));
        say!("不认识“{text}”，可以写：{zh}", "“{text}” is none of the words that can stand here: {en}")
    })
}

/// Returns the choice of a field that a text is.
pub(super) fn choice(edition: &Edition, field: &FieldRecord, text: &str) -> Result<String, Wrong> {
    let languages = &edition.notice.languages;
    let is = |label: &crate::value::Localized| languages.iter().any(|lang| same(label.text(*lang), text));
    let found = field.choices.iter().find(|choice| choice.id.as_str() == text || is(&choice.label));
    found.map(|choice| choice.id.to_string()).ok_or_else(|| {
        let words: Vec<&str> = field.choices.iter().map(|choice| choice.label.text(languages[0])).collect();
        let (zh, en) = (words.join("、"), words.join(", "));
        say!("不认识“{text}”，可以写：{zh}", "“{text}” is none of the words that can stand here: {en}")
    })
}

/// Whether two words are the same but for blanks.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// Returns the day, month or year that a text is.
pub(super) fn date(text: &str) -> Result<Date, Wrong> {
    // 2026年12月底前 is the last day of the month, as the month alone is.
    let text = ["底前", "底之前", "底", "末"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    // A time of day may stand behind it, and nothing else.
    let is_time = |(_, time): &(&str, &str)| time.chars().all(|c| c.is_ascii_digit() || ":. Z".contains(c));
    let day = text.split_once([' ', 'T']).filter(is_time).map_or(text, |(day, _)| day);
    let found = text.parse().ok().or_else(|| recognise::date(text)).or_else(|| recognise::date(day));
    let is_serial = |text: &str| text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
    found.ok_or_else(|| {
        if is_serial(text) {
            say!(
                "“{text}”是日期的内部数值，请把单元格的格式改为日期",
                "“{text}” is the number by which Excel counts a day: give the cell the format of a date"
            )
        } else {
            say!(
                "“{text}”看不出是哪一天，如 2024-06-30、2024-06",
                "no day can be read from “{text}”; write 2024-06-30 or 2024-06"
            )
        }
    })
}

/// Returns a number as records have it.
pub(super) fn number(text: &str) -> Result<Decimal, Wrong> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | '，' | ' ')).collect();
    digits.parse().map_err(|_| say!("“{text}”不是数值", "“{text}” is not a number"))
}

/// Returns the value of a date in a record.
pub(super) fn date_value(date: Date) -> Value {
    match date.part() {
        // A year alone would be a number.
        DatePart::Year => Value::word(&date.to_string()),
        _ => Value::text(date.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_time_of_day_may_stand_behind_a_day() {
        let read = |text: &str| date(text).ok().map(|date| date.to_string());
        for (text, expected) in [
            ("2025-06-30", Some("2025-06-30")),
            ("2025-06-30 00:00:00", Some("2025-06-30")),
            ("2025-06-30T08:30:00", Some("2025-06-30")),
            ("2026年12月底前", Some("2026-12")),
            ("2025-06-30 延期至2025-12-31", None),
            ("2025-06-30 起", None),
            ("2025年 初", None),
            ("2025年6月 以后", None),
        ] {
            assert_eq!(read(text).as_deref(), expected, "{text}");
        }
    }
}
