//! Files from an office (Word, Excel, text), read as a person sees them.
//!
//! A reader of each format makes one [`manuscript::Manuscript`]: paragraphs and tables in reading order, and what was left out of them. What
//! they mean is read from that alone: [`recognise`] makes a [`draft::Draft`] and a [`report::Report`], and [`files`] writes the records.

pub mod draft;
pub mod files;
pub mod manuscript;
pub mod recognise;
pub mod report;

use crate::diagnostic::Message;
use crate::say;
use crate::source::decoded;
use manuscript::{Block, Manuscript, Paragraph};

/// Why a file is not read, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Message,
}

/// Returns what a person sees of a file.
pub fn read(_name: &str, bytes: &[u8]) -> Result<Manuscript, Refusal> {
    let text = decoded(bytes).ok_or_else(|| Refusal {
        message: say!("这不是文本文件", "this is no text file"),
        help: say!("请另存为 .txt，再导入新文件", "save it as .txt and import the new file"),
    })?;
    let line = |(at, text): (usize, &str)| {
        Block::Paragraph(Paragraph { number: at + 1, text: text.to_owned(), ..Paragraph::default() })
    };
    Ok(Manuscript { blocks: text.lines().enumerate().map(line).collect(), left_out: Vec::new() })
}
