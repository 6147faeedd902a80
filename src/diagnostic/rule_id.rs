//! What rules are called, and how severe a breach of one is.

/// How severe a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is fixed.
    Error,
    /// Published all the same, unless the author asked for strictness.
    Warning,
    /// Worth knowing; never a reason to fail.
    Note,
}

impl Severity {
    /// Returns the name in machine-readable reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// What a rule is called, and how severe a breach of it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleId {
    /// The id that reports show.
    pub name: &'static str,
    /// How severe a breach is.
    pub severity: Severity,
}

impl RuleId {
    /// Returns a rule that nothing may break.
    pub const fn error(name: &'static str) -> RuleId {
        RuleId { name, severity: Severity::Error }
    }

    /// Returns a rule that does not keep from publishing.
    pub const fn warning(name: &'static str) -> RuleId {
        RuleId { name, severity: Severity::Warning }
    }
}
