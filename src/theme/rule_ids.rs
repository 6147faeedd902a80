//! The rules that this room reports; the rooms below say what each demands and why.

use crate::diagnostic::RuleId;

/// The rule `unknown-theme`.
pub const UNKNOWN_THEME: RuleId = RuleId::error("unknown-theme");
/// The rule `no-messages`.
pub const NO_MESSAGES: RuleId = RuleId::error("no-messages");
/// The rule `missing-message`.
pub const MISSING_MESSAGE: RuleId = RuleId::error("missing-message");
/// The rule `messages-language`.
pub const MESSAGES_LANGUAGE: RuleId = RuleId::error("messages-language");
/// The rule `unknown-message`.
pub const UNKNOWN_MESSAGE: RuleId = RuleId::warning("unknown-message");
/// The rule `message-placeholder`.
pub const MESSAGE_PLACEHOLDER: RuleId = RuleId::error("message-placeholder");
/// The rule `unused-theme-file`.
pub const UNUSED_THEME_FILE: RuleId = RuleId::warning("unused-theme-file");
/// The rule `theme-file`.
pub const THEME_FILE: RuleId = RuleId::error("theme-file");
/// The rule `template`.
pub const TEMPLATE: RuleId = RuleId::error("template");
/// The rule `output`.
pub const OUTPUT: RuleId = RuleId::error("output");
