//! gongkai
pub mod content;
pub mod diagnostic;
pub mod locale;
pub mod model;
pub mod statistics;
pub mod theme;
pub mod tree;
pub mod value;
pub mod yaml;
