//! gongkai
pub mod content;
pub mod diagnostic;
pub mod markdown;
pub mod tree;
pub mod value;
pub mod yaml;
