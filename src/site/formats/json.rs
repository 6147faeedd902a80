//! `notice.json`: the whole notice as data, in all languages. Each part of the data has a file, with how it is made.

mod declared;
mod external;
mod figures;
mod history;
mod inspections;
mod issue;
mod items;
mod licence;
mod measures;
mod metadata;
mod notes;
mod notice;
mod parts;
mod persons;
mod schema;
mod sections;
mod statistics;
mod texts;
mod units;

use std::ops::Range;

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, PrettyFormatter};

use super::ISSUES_OF_A_PIECE;
use crate::notice::Issue;
use crate::notice::edition::Edition;
use crate::notice::fields::{self, Field, FieldKind};
use crate::source::pieces::{Pieces, Put};
use crate::value::{Fingerprint, Lang};
use issue::{IssueData, data_fields};
pub use notice::NoticeData;
use notice::data;
pub use schema::schema;
pub(super) use schema::write_schema;

/// The form of the data. It grows when what older versions read is no longer there; version 0.1.0 wrote none, which is the same as 0.
pub const DATA_VERSION: u32 = 1;

/// What stands behind the issues.
const END: &[u8] = b"]\n}\n";

pub(super) fn write(edition: &Edition, _: Lang, pieces: &mut Pieces, put: &mut Put<'_>) {
    let fields: Vec<Field> = data_fields(fields::fields_of(&edition.notice)).collect();
    let head = || {
        let mut head = pretty(&data(edition));
        head.truncate(head.len() - END.len());
        head
    };
    pieces.append(put, Fingerprint::of("head", b""), head);
    for (at, issues) in edition.notice.issues.chunks(ISSUES_OF_A_PIECE).enumerate() {
        let issues = || issues_of(edition, &fields, issues, at == 0);
        pieces.append(put, Fingerprint::of("issues", b""), issues);
    }
    if !edition.notice.issues.is_empty() {
        put(b"\n  ", true);
    }
    put(END, true);
}

/// Returns what the data say of the notice as a whole.
pub fn data_of_notice(edition: &Edition) -> Value {
    // What is written to memory does not fail.
    serde_json::to_value(data(edition)).unwrap_or_default()
}

/// Returns what the data say of an issue, but for its long texts.
pub fn data_of_issue(edition: &Edition, issue: &Issue) -> Value {
    let is_short = |field: &Field| !matches!(field.kind, FieldKind::Markdown(_));
    let fields: Vec<Field> = data_fields(fields::fields_of(&edition.notice)).filter(is_short).collect();
    serde_json::to_value(IssueData { edition, issue, fields: &fields }).unwrap_or_default()
}

/// Returns data that have only some of their issues: those of pieces that say so. Pieces are what the data were written in, in order.
pub fn excerpt(bytes: &[u8], pieces: &[(Range<usize>, bool)]) -> Option<Vec<u8>> {
    let ((head, _), issues) = pieces.split_first()?;
    let mut excerpt = bytes.get(head.clone())?.to_vec();
    let mut wanted = issues.iter().filter(|(_, is_wanted)| *is_wanted);
    if let Some((first, _)) = wanted.next() {
        let first = bytes.get(first.clone())?;
        excerpt.extend(first.strip_prefix(b",").unwrap_or(first));
    }
    for (place, _) in wanted {
        excerpt.extend(bytes.get(place.clone())?);
    }
    excerpt.extend(END);
    Some(excerpt)
}

/// Returns some issues as they stand in their list.
fn issues_of(edition: &Edition, fields: &[Field], issues: &[Issue], are_first: bool) -> Vec<u8> {
    let (mut inside, mut bytes) = (PrettyFormatter::new(), Vec::new());
    // They stand two levels deep. Writing to memory does not fail.
    let _ = inside.begin_object(&mut Vec::new()).and_then(|()| inside.begin_array(&mut Vec::new()));
    for (at, issue) in issues.iter().enumerate() {
        let mut formatter = inside.clone();
        let _ = formatter.begin_array_value(&mut bytes, are_first && at == 0);
        let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
        let _ = IssueData { edition, issue, fields }.serialize(&mut serializer);
    }
    bytes
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = serde_json::to_writer_pretty(&mut bytes, value);
    bytes.push(b'\n');
    bytes
}
