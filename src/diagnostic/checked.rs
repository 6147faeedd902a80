//! Values beside everything that was found while making them.

use super::Diagnostic;

/// A value beside everything that was found while making it.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// The best value that could be made.
    pub value: T,
    /// What was found on the way.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// Returns a value without diagnostics.
    pub fn clean(value: T) -> Checked<T> {
        Checked { value, diagnostics: Vec::new() }
    }

    /// Hands the diagnostics over and keeps the value.
    pub fn into_value(self, found: &mut Vec<Diagnostic>) -> T {
        found.extend(self.diagnostics);
        self.value
    }
}

impl<T> From<Vec<Diagnostic>> for Checked<Option<T>> {
    /// Returns no value, for these reasons.
    fn from(diagnostics: Vec<Diagnostic>) -> Checked<Option<T>> {
        Checked { value: None, diagnostics }
    }
}
