//! gongkai
pub mod value;
pub mod diagnostic;
pub mod tree;
pub mod yaml;
pub mod content;
