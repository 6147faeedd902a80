//! A line of words in a picture: where it stands, how it looks, and how wide it is.

use super::canvas::Colour;
use super::{Place, signs};

/// A line of words.
pub(in crate::site) struct DrawnWords {
    /// Where it begins, ends or has its middle, on its base line.
    pub(in crate::site) at: Place,
    pub(in crate::site) anchor: Anchor,
    /// The height of its letters, as fonts are measured.
    pub(in crate::site) size: i64,
    pub(in crate::site) is_bold: bool,
    pub(in crate::site) colour: Colour,
    pub(in crate::site) text: String,
    /// What stands in its place where there are no strokes for all of its letters; nothing if it is empty.
    pub(in crate::site) signs: String,
}

impl DrawnWords {
    /// Returns words that begin at a place.
    pub(in crate::site) fn new(at: Place, size: i64, colour: Colour, text: impl Into<String>) -> DrawnWords {
        let (text, signs) = (text.into(), String::new());
        DrawnWords { at, anchor: Anchor::Start, size, is_bold: false, colour, text, signs }
    }

    pub(in crate::site) fn bold(self) -> DrawnWords {
        DrawnWords { is_bold: true, ..self }
    }

    pub(in crate::site) fn anchored(self, anchor: Anchor) -> DrawnWords {
        DrawnWords { anchor, ..self }
    }

    /// Returns the same words with what stands for them where they cannot be drawn.
    pub(in crate::site) fn or(self, signs: impl Into<String>) -> DrawnWords {
        DrawnWords { signs: signs.into(), ..self }
    }

    /// How wide they are drawn without a font, in pixels.
    pub(in crate::site) fn width(&self) -> i64 {
        signs::width(self.drawn()) * self.size / 20
    }

    /// What is drawn of them without a font: all of them, or else the signs.
    pub(super) fn drawn(&self) -> &str {
        if signs::can_draw(&self.text) { &self.text } else { &self.signs }
    }
}

/// On which side of its place a line of words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) enum Anchor {
    Start,
    Middle,
    End,
}

/// Returns how many columns a text is wide: two for a Chinese character.
pub(in crate::site) fn columns(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::DrawnWords;
    use crate::site::drawing::INK;

    #[test]
    fn what_has_no_strokes_is_drawn_by_its_signs() {
        let words = |text: &str| DrawnWords::new([0, 0], 16, INK, text).or("26");
        assert_eq!(words("串标").drawn(), "26");
        assert_eq!(words("Issue 26: bid-rigging").drawn(), "Issue 26: bid-rigging");
        assert_eq!(DrawnWords::new([0, 0], 16, INK, "串标").drawn(), "");
    }
}
