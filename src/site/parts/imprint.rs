//! Who issued the notice, and the date that it holds for, in words.

use crate::notice::NoticeRecord;
use crate::notice::edition::Edition;
use crate::text::locale::{Argument, Locale};

/// The issuer, or the joint issuers, in a language.
pub fn issuer(record: &NoticeRecord, locale: &Locale) -> String {
    let names: Vec<&str> = record.issuer.iter().map(|issuer| issuer.text(locale.lang)).collect();
    names.join(&locale.text("head.comma"))
}

/// The date that statuses and statistics hold for. Where it lies after that of the records it says so, wherever it stands: the statuses of
/// that day are not known.
pub fn as_of_text(edition: &Edition, locale: &Locale) -> String {
    let date = locale.date(edition.as_of);
    let Some(records) = edition.earlier_records() else { return date };
    let records = locale.date(records);
    locale.say("basis.as_of", &[("date", Argument::Text(&date)), ("records", Argument::Text(&records))])
}
