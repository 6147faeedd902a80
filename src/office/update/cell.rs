//! What a cell of a ledger may hold, and what it means in a record.

use super::super::recognise;
use crate::diagnostic::{Message, nearest};
use crate::notice::edition::Edition;
use crate::notice::fields::{Field, FieldKind, MarkdownField, STATUS};
use crate::notice::{FieldRecord, FieldType};
use crate::say;
use crate::site::formats::ledger_tidy;
use crate::source::yaml::Value;
use crate::text::locale::Locale;
use crate::value::{Date, DatePart, Decimal, PartKind};

/// How a cell is read.
#[derive(Clone, Copy)]
pub(super) enum CellKind<'n> {
    /// It says where something stands, and is not changed in a ledger.
    Fixed,
    /// One of a few words, by the messages that they are.
    Word(&'static str),
    /// A day, a month or a year.
    Date,
    /// Bodies, a line each.
    Units,
    /// A text in the language of the ledger.
    Text,
    /// Several texts, a line each.
    Texts,
    /// A text in Markdown, in the record.
    Markdown,
    /// The narrative.
    Response,
    /// A number.
    Number,
    /// A word or a text that is the same in every language.
    Bare,
    /// The same, or in a record that has it in each language, a text in that of the ledger.
    Common,
    /// One of the choices of a field.
    Choice(&'n FieldRecord),
}

/// What is wrong with a cell.
pub(super) type Wrong = Message;

/// Returns how the cells of a field of an issue are read, and the key of the record that they are.
pub(super) fn of_field<'n>(edition: &'n Edition, field: &Field) -> (CellKind<'n>, Vec<String>) {
    let kind = match field.kind {
        FieldKind::Word(prefix, _) => CellKind::Word(prefix),
        FieldKind::Text(_) => CellKind::Text,
        FieldKind::Texts(_) => CellKind::Texts,
        FieldKind::Date(_) | FieldKind::Deadline(_) => CellKind::Date,
        FieldKind::Units(_) => CellKind::Units,
        FieldKind::Markdown(MarkdownField::Response) => CellKind::Response,
        FieldKind::Markdown(_) => CellKind::Markdown,
        FieldKind::Name(_) if field.key == "label" => CellKind::Common,
        FieldKind::Declared(at) => return of_declared(&edition.notice.record.fields[at]),
        _ => CellKind::Fixed,
    };
    let key = match field.key {
        "answer" => "response",
        "answer_text" => "response_text",
        key => key,
    };
    (kind, vec![key.to_owned()])
}

/// Returns how the cells of a declared field are read, and the keys of the record that they are.
pub(super) fn of_declared(field: &FieldRecord) -> (CellKind<'_>, Vec<String>) {
    let kind = match field.kind {
        FieldType::Text => CellKind::Text,
        FieldType::Date => CellKind::Date,
        FieldType::Units => CellKind::Units,
        FieldType::Number => CellKind::Number,
        FieldType::Choice => CellKind::Choice(field),
    };
    (kind, vec!["fields".to_owned(), field.id.to_string()])
}

/// The columns of the sheets beside that of issues, by the list of the record that they are.
pub(super) const BESIDE: [(&str, &[(&str, CellKind<'static>)]); 3] = [
    (
        "measures",
        &[
            ("label", CellKind::Common),
            ("text", CellKind::Text),
            ("status", CellKind::Word(STATUS)),
            ("due", CellKind::Date),
            ("due_text", CellKind::Text),
            ("original_due", CellKind::Date),
            ("completed_on", CellKind::Date),
            ("lead", CellKind::Units),
            ("responsible", CellKind::Units),
        ],
    ),
    (
        "items",
        &[
            ("title", CellKind::Text),
            ("statement", CellKind::Text),
            ("status", CellKind::Word(STATUS)),
            ("due", CellKind::Date),
            ("original_due", CellKind::Date),
            ("completed_on", CellKind::Date),
            ("response", CellKind::Markdown),
        ],
    ),
    (
        "figures",
        &[
            ("label", CellKind::Text),
            ("value", CellKind::Number),
            ("unit", CellKind::Bare),
            ("approx", CellKind::Word("ledger.approx")),
            ("as_of", CellKind::Date),
            ("was", CellKind::Number),
            ("of", CellKind::Bare),
            ("kind", CellKind::Word("part_kind")),
        ],
    ),
];

/// Keys that a record must have: an empty cell does not take them away.
pub(super) const NEEDED: [&str; 7] = ["title", "statement", "status", "due", "text", "value", "unit"];

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

/// Returns a cell as a ledger that is made now has it, as far as it can be read; else as it stands.
pub(super) fn canonical(edition: &Edition, locale: &Locale, kind: CellKind<'_>, text: &str) -> String {
    let lang = locale.lang;
    let read = match kind {
        CellKind::Date => date(text).ok().map(|date| date.to_string()),
        CellKind::Number => number(text).ok().map(|number| number.to_string()),
        CellKind::Word(prefix) => {
            word(edition, locale, prefix, text).ok().map(|code| locale.text(&format!("{prefix}.{code}")))
        }
        CellKind::Choice(field) => choice(edition, field, text).ok().and_then(|id| {
            let choice = field.choices.iter().find(|choice| choice.id.as_str() == id);
            choice.map(|choice| choice.label.text(lang).to_owned())
        }),
        CellKind::Units => Some(named(edition, locale, text)),
        _ => None,
    };
    ledger_tidy(&read.unwrap_or(text.to_owned()))
}

/// Bodies by the names that they have now, a line each.
fn named(edition: &Edition, locale: &Locale, text: &str) -> String {
    let name = |id: &String| {
        edition.notice.units.iter().find(|unit| unit.id.as_str() == id).map(|unit| unit.name.text(locale.lang))
    };
    let mut names: Vec<String> = Vec::new();
    for found in units(edition, text) {
        let name = found.map(|id| name(&id).unwrap_or_default().to_owned()).unwrap_or_else(|name| name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("\n")
}

/// Whether two words are the same but for blanks.
fn same(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// Returns the day, month or year that a text is.
pub(super) fn date(text: &str) -> Result<Date, Wrong> {
    // 2026年12月底前 is the last day of the month, as the month alone is.
    let text = ["底前", "底之前", "底", "末"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let day = text.split([' ', 'T']).next().unwrap_or(text);
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

/// Returns the ids of bodies, and the names that none has.
pub(super) fn units(edition: &Edition, text: &str) -> Vec<Result<String, String>> {
    let notice = &edition.notice;
    let id = |name: &str| {
        let is = |unit: &&crate::notice::UnitRecord| {
            unit.id.as_str() == name || unit.name.iter().any(|(_, known)| same(known.as_str(), name))
        };
        notice.units.iter().find(is).map(|unit| unit.id.to_string()).ok_or_else(|| name.to_owned())
    };
    // A name may have a comma in it: a whole line is tried first.
    let line = |line: &str| match id(line) {
        Ok(found) => vec![Ok(found)],
        Err(_) => recognise::bodies(line).iter().map(|name| id(name)).collect(),
    };
    text.lines().map(str::trim).filter(|text| !text.is_empty()).flat_map(line).collect()
}

/// Returns the name of a body that is nearly the same: most likely it is meant.
pub(super) fn near_unit<'n>(edition: &'n Edition, locale: &Locale, name: &str) -> Option<&'n str> {
    nearest(name, edition.notice.units.iter().map(|unit| unit.name.text(locale.lang)))
}

/// Returns the value of a date in a record.
pub(super) fn date_value(date: Date) -> Value {
    match date.part() {
        // A year alone would be a number.
        DatePart::Year => Value::word(&date.to_string()),
        _ => Value::text(date.to_string()),
    }
}
