//! Headings: numbers that are set by gongkai and typed by the author as well, headings that a text repeats.

mod number;
mod numbered;
mod repeated;

pub(super) use numbered::NUMBERED_HEADING;
pub(super) use repeated::REPEATED_HEADING;
