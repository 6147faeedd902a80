//! The rules that this room reports; the rooms below say what each demands and why.

use crate::diagnostic::RuleId;

/// The rule `stray-file`.
pub const STRAY_FILE: RuleId = RuleId::error("stray-file");
/// The rule `no-notice`.
pub const NO_NOTICE: RuleId = RuleId::error("no-notice");
/// The rule `no-section`.
pub const NO_SECTION: RuleId = RuleId::error("no-section");
/// The rule `number-mismatch`.
pub const NUMBER_MISMATCH: RuleId = RuleId::error("number-mismatch");
/// The rule `duplicate-number`.
pub const DUPLICATE_NUMBER: RuleId = RuleId::error("duplicate-number");
/// The rule `skipped-number`.
pub const SKIPPED_NUMBER: RuleId = RuleId::error("skipped-number");
/// The rule `duplicate-label`.
pub const DUPLICATE_LABEL: RuleId = RuleId::warning("duplicate-label");
/// The rule `duplicate-id`.
pub const DUPLICATE_ID: RuleId = RuleId::error("duplicate-id");
/// The rule `unknown-topic`.
pub const UNKNOWN_TOPIC: RuleId = RuleId::error("unknown-topic");
/// The rule `unknown-page`.
pub const UNKNOWN_PAGE: RuleId = RuleId::error("unknown-page");
/// The rule `left-out`.
pub const LEFT_OUT: RuleId = RuleId::error("left-out");
/// The rule `missing-title`.
pub const MISSING_TITLE: RuleId = RuleId::error("missing-title");
/// The rule `unknown-unit`.
pub const UNKNOWN_UNIT: RuleId = RuleId::error("unknown-unit");
/// The rule `unknown-field`.
pub const UNKNOWN_FIELD: RuleId = RuleId::error("unknown-field");
/// The rule `no-history`.
pub const NO_HISTORY: RuleId = RuleId::error("no-history");
/// The rule `after-records`.
pub const AFTER_RECORDS: RuleId = RuleId::warning("after-records");
/// The rule `missing-translation`.
pub const MISSING_TRANSLATION: RuleId = RuleId::error("missing-translation");
