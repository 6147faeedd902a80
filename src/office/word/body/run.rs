//! A run of text of one look, as its properties say it.

use super::super::{is_on, number_of};
use crate::office::scripts::Script;
use crate::source::xml::XmlElement;

/// A run of text of one look.
#[derive(Default)]
pub(super) struct RunStyle {
    pub(super) style: Option<String>,
    pub(super) is_hidden: Option<bool>,
    pub(super) is_struck: bool,
    pub(super) is_strong: bool,
    pub(super) is_stressed: bool,
    pub(super) is_white: bool,
    /// Whether its background may be another than white.
    pub(super) is_shaded: bool,
    pub(super) is_tiny: bool,
    /// Where its letters stand on their line, if it says so itself.
    pub(super) script: Option<Script>,
}

/// Half points of letters that nobody can see.
const TINY: usize = 2;

impl RunStyle {
    /// Notes what the look of a run says.
    pub(super) fn note(&mut self, name: &str, element: &XmlElement) {
        let value = element.get("val");
        match name {
            "vanish" => self.is_hidden = Some(is_on(element)),
            "rStyle" => self.style = value.map(str::to_owned),
            "b" => self.is_strong = is_on(element),
            "i" => self.is_stressed = is_on(element),
            "strike" | "dstrike" => self.is_struck |= is_on(element),
            "color" => self.is_white = value.is_some_and(|value| value.eq_ignore_ascii_case("FFFFFF")),
            "highlight" => self.is_shaded |= value.is_some_and(|value| value != "none" && value != "white"),
            "shd" => self.is_shaded |= is_coloured(element.get("fill")),
            "vertAlign" => self.script = value.map(Script::of),
            "sz" => self.is_tiny = number_of(element).is_some_and(|size| size <= TINY),
            _ => {}
        }
    }
}

/// Whether a background is another than white.
pub(super) fn is_coloured(fill: Option<&str>) -> bool {
    fill.is_some_and(|fill| fill != "auto" && !fill.eq_ignore_ascii_case("FFFFFF"))
}
