//! gongkai
pub mod content;
pub mod diagnostic;
pub mod model;
pub mod statistics;
pub mod tree;
pub mod value;
pub mod yaml;
