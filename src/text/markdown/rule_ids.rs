//! The rules that this room reports; the rooms below say what each demands and why.

use crate::diagnostic::RuleId;

/// The rule `unsafe-link`.
pub const UNSAFE_LINK: RuleId = RuleId::error("unsafe-link");
/// The rule `broken-link`.
pub const BROKEN_LINK: RuleId = RuleId::error("broken-link");
/// The rule `empty-link`.
pub const EMPTY_LINK: RuleId = RuleId::error("empty-link");
/// The rule `raw-html`.
pub const RAW_HTML: RuleId = RuleId::error("raw-html");
/// The rule `forbidden-character`.
pub const FORBIDDEN_CHARACTER: RuleId = RuleId::error("forbidden-character");
/// The rule `unknown-figure`.
pub const UNKNOWN_FIGURE: RuleId = RuleId::error("unknown-figure");
/// The rule `footnote`.
pub const FOOTNOTE: RuleId = RuleId::error("footnote");
/// The rule `ordered-list-start`.
pub const ORDERED_LIST_START: RuleId = RuleId::error("ordered-list-start");
/// The rule `accidental-emphasis`.
pub const ACCIDENTAL_EMPHASIS: RuleId = RuleId::error("accidental-emphasis");
/// The rule `misread-markup`.
pub const MISREAD_MARKUP: RuleId = RuleId::error("misread-markup");
/// The rule `missing-alt`.
pub const MISSING_ALT: RuleId = RuleId::error("missing-alt");
/// The rule `output-too-large`.
pub const OUTPUT_TOO_LARGE: RuleId = RuleId::error("output-too-large");
/// The rule `lost-text`.
pub const LOST_TEXT: RuleId = RuleId::error("lost-text");
/// The rule `unmeant-structure`.
pub const UNMEANT_STRUCTURE: RuleId = RuleId::error("unmeant-structure");
/// The rule `joined-lines`.
pub const JOINED_LINES: RuleId = RuleId::warning("joined-lines");
/// The rule `doubled-unit`.
pub const DOUBLED_UNIT: RuleId = RuleId::error("doubled-unit");
