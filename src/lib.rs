//! gongkai
pub mod content;
pub mod diagnostic;
pub mod tree;
pub mod value;
pub mod yaml;
