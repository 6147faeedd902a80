//! Sentences in the two languages that gongkai speaks to authors.

/// A sentence in the two languages that gongkai speaks to authors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Writes one [`Message`], Chinese beside English so that neither is forgotten; both may use the same captured
/// variables.
#[macro_export]
macro_rules! say {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Message { zh: format!($zh), en: format!($en) }
    };
}
