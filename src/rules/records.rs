//! Rules about records as a whole, which are applied where they are resolved.

mod days;
mod languages;
mod layout;
mod numbers;
mod references;

pub(super) use days::{AFTER_RECORDS, NO_HISTORY};
pub(super) use languages::{MISSING_TRANSLATION, UNKNOWN_LANGUAGE};
pub(super) use layout::{NO_NOTICE, NO_SECTION, STRAY_FILE};
pub(super) use numbers::{DUPLICATE_LABEL, DUPLICATE_NUMBER, NUMBER_MISMATCH, SKIPPED_NUMBER};
pub(super) use references::{DUPLICATE_ID, UNKNOWN_FIELD, UNKNOWN_TOPIC, UNKNOWN_UNIT};
