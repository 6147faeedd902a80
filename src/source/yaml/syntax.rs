//! What is wrong with a file that is not YAML: the cause as an author sees it, at its own place, and the cure.
//!
//! The parser says where it gave up and why; authors need to know which mark on which line. So the line is looked at
//! first, for the slips that people make; what the parser says is the last resort, and never shown alone.

mod explanations;
mod features;

use std::ops::Range;

use granit_parser::ScanError;

use super::slips;
use crate::diagnostic::{Diagnostic, Place};
use crate::source::{YAML_FEATURE, YAML_SYNTAX};
use crate::value::RelPath;
use explanations::explain;
use features::feature;

/// A slip: the diagnostic, and what to put in the place of some bytes to read on, as many bytes as there were.
pub(super) struct SyntaxSlip {
    pub(super) diagnostic: Diagnostic,
    pub(super) cure: Option<(Range<usize>, String)>,
}

/// Returns what the author did that the parser refused.
pub(super) fn slip(path: &RelPath, text: &str, error: &ScanError) -> SyntaxSlip {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    if let Some(seen) = slips::seen(text, at, error.kind()) {
        let diagnostic = Diagnostic::of(YAML_SYNTAX, Place::span(path, seen.range), seen.message).help(seen.help);
        return SyntaxSlip { diagnostic, cure: seen.cure };
    }
    let (rule, (message, help)) = match feature(error.kind()) {
        Some(words) => (YAML_FEATURE, words),
        None => (YAML_SYNTAX, explain(error.kind(), &error.info())),
    };
    SyntaxSlip { diagnostic: Diagnostic::of(rule, Place::span(path, at..at), message).help(help), cure: None }
}
