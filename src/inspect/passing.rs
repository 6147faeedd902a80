//! A long output that is looked at as it passes, part by part: only a window of it is in memory.

use std::ops::Range;

use super::Inspector;
use crate::diagnostic::Diagnostic;
use crate::value::RelPath;

/// How much passes before it is looked at.
const WINDOW: usize = 1 << 20;

/// How much behind a place is waited for, and how much before it is kept, so that what stands around it can be told.
const MARGIN: usize = 4 << 10;

/// An output that passes an inspector.
pub struct Passing<'i> {
    inspector: &'i Inspector<'i>,
    path: &'i RelPath,
    window: Vec<u8>,
    /// Where the window has what is new and was not looked at.
    new: Vec<Range<usize>>,
    /// Whether it is text, as far as it passed.
    is_text: bool,
    found: Vec<Diagnostic>,
}

impl<'i> Passing<'i> {
    pub(super) fn new(inspector: &'i Inspector<'i>, path: &'i RelPath) -> Passing<'i> {
        Passing { inspector, path, window: Vec::new(), new: Vec::new(), is_text: true, found: Vec::new() }
    }

    /// Takes the next part. One that is not new was looked at by an earlier build, and is looked at again only where it
    /// stands next to one that is.
    pub fn take(&mut self, part: &[u8], is_new: bool) {
        if !self.is_text {
            return;
        }
        let start = self.window.len();
        self.window.extend_from_slice(part);
        match self.new.last_mut().filter(|last| last.end == start) {
            _ if !is_new => {}
            Some(last) => last.end = self.window.len(),
            None => self.new.push(start..self.window.len()),
        }
        if self.window.len() > WINDOW {
            self.look(self.window.len() - MARGIN);
            self.move_on(self.window.len() - 2 * MARGIN);
        }
    }

    /// Returns what is wrong with it, once all of it has passed.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.look(self.window.len());
        self.found
    }

    /// Looks at what is new before a place of the window.
    fn look(&mut self, end: usize) {
        let (mut now, mut later) = (Vec::new(), Vec::new());
        for range in self.new.drain(..) {
            now.extend(Some(range.start..range.end.min(end)).filter(|range| !range.is_empty()));
            later.extend(Some(range.start.max(end)..range.end).filter(|range| !range.is_empty()));
        }
        self.new = later;
        // The last character of a window may come with the next part.
        let text = match std::str::from_utf8(&self.window) {
            Ok(text) => text,
            Err(error) => {
                self.is_text = error.error_len().is_none() && end < self.window.len();
                std::str::from_utf8(&self.window[..error.valid_up_to()]).unwrap_or_default()
            }
        };
        if self.is_text {
            self.found.extend(self.inspector.text(self.path, text, &now));
        }
    }

    /// Leaves behind what stands before a place of the window, or before the character there.
    fn move_on(&mut self, place: usize) {
        let is_within = |byte: &u8| byte & 0xC0 == 0x80;
        let place = place - self.window[..=place].iter().rev().take_while(|byte| is_within(byte)).count();
        self.window.drain(..place);
        for range in &mut self.new {
            *range = range.start - place..range.end - place;
        }
    }
}
