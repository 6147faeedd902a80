//! Other hosts that pages ask, and what for.

use serde::Serialize;

use super::super::parts::Parts;
use crate::notice::ExternalRecord;

/// Another host that pages ask.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct ExternalView {
    pub host: String,
    /// What it is asked for, in words.
    pub uses: String,
    pub reason: String,
    pub src: Option<String>,
    /// The fingerprint of the script, if it has one.
    pub integrity: Option<String>,
}

pub(super) fn external(parts: &Parts<'_>, entry: &ExternalRecord) -> ExternalView {
    let words = entry.uses.iter().map(|used| parts.locale.text(&format!("external.uses.{}", used.word())));
    ExternalView {
        host: entry.host.to_string(),
        uses: words.collect::<Vec<_>>().join(&parts.locale.text("external.join")),
        reason: parts.text(&entry.reason),
        src: entry.src.as_ref().map(ToString::to_string),
        integrity: entry.fingerprint().map(str::to_owned),
    }
}
