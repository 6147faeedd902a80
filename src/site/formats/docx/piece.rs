//! A piece of the text: what it begins with, and what it leaves to what stands behind it.

use std::mem;

use serde::{Deserialize, Serialize};

use super::lists::{ListsLeft, OpenLists};
use super::{Docx, Style};
use crate::site::formats::xml::Xml;
use crate::value::Fingerprint;

/// What a piece adds to what other parts of the document list, and what it leaves open.
#[derive(Serialize, Deserialize)]
pub(in crate::site::formats) struct PieceLeft {
    links: Vec<String>,
    footnotes: Vec<String>,
    lists: ListsLeft,
    marks: Vec<(Style, String)>,
    next_states: Option<String>,
}

/// How many links, footnotes, lists and marks stand before a piece.
#[derive(Clone, Copy)]
pub(in crate::site::formats) struct BeforePiece([usize; 4]);

impl Docx {
    /// Begins a piece. Returns the text before it, all that it is made from beside the files that it reads, and what
    /// [`Docx::end_piece`] has to know.
    pub(in crate::site::formats) fn begin_piece(&mut self) -> (Xml, Fingerprint, BeforePiece) {
        let Docx { links, footnotes, lists, marks, next_states, .. } = self;
        let before = BeforePiece([links.len(), footnotes.len(), lists.count(), marks.len()]);
        let open: &OpenLists = lists.open();
        let begins = postcard::to_stdvec(&(&*links, &*marks, before.0, open, &*next_states)).unwrap_or_default();
        (mem::replace(&mut self.body, Xml::piece()), Fingerprint::of("document", &begins), before)
    }

    /// Ends a piece that was made. Returns its text and what it leaves.
    pub(in crate::site::formats) fn end_piece(&mut self, BeforePiece(before): BeforePiece) -> (Xml, PieceLeft) {
        let [links, footnotes, lists, marks] = before;
        let left = PieceLeft {
            links: self.links[links..].to_vec(),
            footnotes: self.footnotes[footnotes..].to_vec(),
            lists: self.lists.left_since(lists),
            marks: self.marks[marks..].to_vec(),
            next_states: self.next_states.clone(),
        };
        (mem::replace(&mut self.body, Xml::piece()), left)
    }

    /// Goes on behind a text that ends in a piece.
    pub(in crate::site::formats) fn go_on(&mut self, body: Xml) {
        self.body = body;
    }

    /// Takes what a piece left that was made before.
    pub(in crate::site::formats) fn take(&mut self, left: PieceLeft) {
        self.links.extend(left.links);
        self.footnotes.extend(left.footnotes);
        self.lists.take(left.lists);
        self.marks.extend(left.marks);
        self.next_states = left.next_states;
    }
}
