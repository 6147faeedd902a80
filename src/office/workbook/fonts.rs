//! How letters of a cell look, as far as that says whether they count: struck through, white, tiny, raised.

use super::is_set;
use crate::office::scripts::Script;
use crate::source::xml::XmlElement;

/// How letters look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FontLook {
    pub(super) is_struck: bool,
    pub(super) is_white: bool,
    pub(super) is_tiny: bool,
    pub(super) script: Script,
}

impl FontLook {
    /// Notes what a font or the properties of a run say.
    pub(super) fn note(&mut self, element: &XmlElement) {
        let value = element.get("val");
        match &*element.name {
            "strike" => self.is_struck = value.is_none_or(is_set),
            "color" => self.is_white = is_white(element),
            "vertAlign" => self.script = value.map(Script::of).unwrap_or_default(),
            // A point is no size that anybody reads.
            "sz" => {
                self.is_tiny =
                    value.and_then(|size| size.split('.').next()).is_some_and(|size| ["0", "1"].contains(&size))
            }
            _ => {}
        }
    }
}

/// Whether a colour is white: by its parts, by its place among the usual ones, or as the background of the theme.
pub(super) fn is_white(element: &XmlElement) -> bool {
    let is_plain = element.get("tint").is_none_or(|tint| tint.trim_matches(['0', '.', '-']).is_empty());
    element.get("rgb").is_some_and(|rgb| rgb.to_ascii_uppercase().ends_with("FFFFFF"))
        || element.get("indexed").is_some_and(|at| ["1", "9"].contains(&at))
        || element.get("theme") == Some("0") && is_plain
}
