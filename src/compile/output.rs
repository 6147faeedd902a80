//! Something that is published, and what is known of it before it is made.

use crate::site::formats::FormatFile;
use crate::site::{Page, PageKind, formats};
use crate::theme::Asset;
use crate::value::RelPath;

/// Something that is published.
pub enum Output {
    /// A page.
    Page(Page),
    /// A file beside the pages.
    Format(FormatFile),
    /// A style, script or picture of the theme.
    Asset(Asset),
    /// A document or picture of the notice.
    File {
        /// Where it is published.
        path: RelPath,
        /// Where it stands in the content.
        source: RelPath,
    },
}

impl Output {
    /// Returns whether it is a picture that gongkai draws itself.
    pub fn is_drawn(&self) -> bool {
        matches!(self, Output::Format(file) if file.format.is_picture())
    }

    /// Returns whether it is small at any size of the notice, as pages and pictures are, unlike downloads.
    pub fn is_small(&self) -> bool {
        match self {
            Output::Format(file) => file.format.is_picture(),
            Output::Page(_) | Output::Asset(_) | Output::File { .. } => true,
        }
    }

    /// Returns whether it is made at once at any size of the notice: it shows one issue only, or nothing of the notice.
    pub fn is_quick(&self) -> bool {
        match self {
            Output::Page(page) => matches!(page.kind, PageKind::Issue(_)),
            _ => self.is_small(),
        }
    }

    /// Returns whether it says how long other outputs are, and what their digests are.
    pub fn describes_others(&self) -> bool {
        match self {
            Output::Page(page) => page.kind == PageKind::Data,
            Output::Format(file) => matches!(file.format.write, formats::Write::Describing(_)),
            Output::Asset(_) | Output::File { .. } => false,
        }
    }

    /// Returns where it is published.
    pub fn path(&self) -> &RelPath {
        match self {
            Output::Page(page) => &page.path,
            Output::Format(file) => &file.path,
            Output::Asset(asset) => &asset.path,
            Output::File { path, .. } => path,
        }
    }
}
