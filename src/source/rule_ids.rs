//! The rules that this room reports; the rooms below say what each demands and why.

use crate::diagnostic::RuleId;

/// The rule `not-utf8`.
pub const NOT_UTF8: RuleId = RuleId::error("not-utf8");
/// The rule `file-too-large`.
pub const FILE_TOO_LARGE: RuleId = RuleId::error("file-too-large");
/// The rule `unsafe-file`.
pub const UNSAFE_FILE: RuleId = RuleId::error("unsafe-file");
/// The rule `unsafe-file-name`.
pub const UNSAFE_FILE_NAME: RuleId = RuleId::error("unsafe-file-name");
/// The rule `clashing-names`.
pub const CLASHING_NAMES: RuleId = RuleId::error("clashing-names");
/// The rule `yaml-syntax`.
pub const YAML_SYNTAX: RuleId = RuleId::error("yaml-syntax");
/// The rule `yaml-feature`.
pub const YAML_FEATURE: RuleId = RuleId::error("yaml-feature");
/// The rule `duplicate-key`.
pub const DUPLICATE_KEY: RuleId = RuleId::error("duplicate-key");
/// The rule `unknown-key`.
pub const UNKNOWN_KEY: RuleId = RuleId::error("unknown-key");
/// The rule `missing-key`.
pub const MISSING_KEY: RuleId = RuleId::error("missing-key");
/// The rule `wrong-value`.
pub const WRONG_VALUE: RuleId = RuleId::error("wrong-value");
/// The rule `unknown-language`.
pub const UNKNOWN_LANGUAGE: RuleId = RuleId::error("unknown-language");
