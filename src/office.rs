//! Files from an office (Word, Excel, text), read as a person sees them.
//!
//! A reader of each format makes one [`manuscript::Manuscript`]: paragraphs and tables in reading order, and what was left out of them. What
//! they mean is read from that alone: [`recognise`] makes a [`draft::Draft`] and a [`report::Report`], and [`files`] writes the records.

pub mod draft;
pub mod files;
pub mod manuscript;
pub mod recognise;
pub mod report;
