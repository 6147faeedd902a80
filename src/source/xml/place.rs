//! Where in a document the reader is: how deep, and in which element of styles.

use super::NotWellFormed;
use super::element::XmlElement;

/// How deep elements may stand in each other.
const DEEPEST: usize = 512;

/// Where in a document the reader is.
#[derive(Default)]
pub(super) struct XmlPlace {
    depth: usize,
    has_root: bool,
    /// How deep the element of styles stands that the reader is in, and its text.
    style: Option<(usize, String)>,
}

impl XmlPlace {
    pub(super) fn enter(&mut self, element: &XmlElement) -> Result<(), NotWellFormed> {
        if self.depth == DEEPEST || self.depth == 0 && self.has_root {
            return Err(NotWellFormed);
        }
        self.has_root = true;
        self.depth += 1;
        if element.name.eq_ignore_ascii_case("style") && self.style.is_none() {
            self.style = Some((self.depth, String::new()));
        }
        Ok(())
    }

    /// Leaves an element; returns its text if it is one of styles.
    pub(super) fn leave(&mut self) -> Option<String> {
        let style = self.style.take_if(|(depth, _)| *depth == self.depth);
        self.depth = self.depth.saturating_sub(1);
        style.map(|(_, text)| text)
    }

    pub(super) fn text<'t>(&mut self, text: &'t str) -> Result<&'t str, NotWellFormed> {
        if let Some((_, style)) = &mut self.style {
            style.push_str(text);
        }
        if self.depth > 0 || text.trim().is_empty() { Ok(text) } else { Err(NotWellFormed) }
    }

    pub(super) fn is_complete(&self) -> bool {
        self.has_root && self.depth == 0
    }
}
