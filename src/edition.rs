//! Everything that one publication is made of: the files, the notice, its statistics and its look.
//!
//! The rooms below read an edition and nothing else; none changes it.

use std::sync::Arc;

use crate::model::Notice;
use crate::statistics::Statistics;
use crate::theme::Theme;
use crate::tree::SourceTree;

/// What is being published.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The files it was made from, those of the built-in theme among them.
    pub tree: Arc<SourceTree>,
    /// The notice.
    pub notice: Notice,
    /// Its counts.
    pub statistics: Statistics,
    /// Its look.
    pub theme: Theme,
}
