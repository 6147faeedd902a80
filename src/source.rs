//! The files of a notice as they were written: their bytes, their text, and YAML read once into nodes that know where
//! they stand.
//!
//! Takes bytes by path; gives a [`SourceTree`] and, for a YAML file, records with the place of every value. It knows
//! shapes of files and nothing of what a notice means.

mod rule_ids;
mod encoding;
mod tree;
pub mod archive;
pub mod pack;
pub mod pieces;
pub mod reads;
pub mod xml;
pub mod yaml;

pub use encoding::decoded;
pub use rule_ids::*;
pub use tree::SourceTree;
