//! Rules about the theme, which are applied where it is read, rendered and looked at.

mod files;
mod messages;
mod pages;

pub(super) use files::{THEME_FILE, UNKNOWN_THEME, UNUSED_THEME_FILE};
pub(super) use messages::{MESSAGE_PLACEHOLDER, MESSAGES_LANGUAGE, MISSING_MESSAGE, NO_MESSAGES, UNKNOWN_MESSAGE};
pub(super) use pages::{OUTPUT, TEMPLATE};

const OWN: &str = "theme: county\n";

const EXTENDS: &str = "extends: bulletin\n";

const THEME: &str = "themes/county/theme.yaml";

const CONTACT: &str = "themes/county/templates/contact.html";
