//! The preview over raw sockets: what it answers, what it refuses, what it never lets out, and how it follows the edits.

mod edits;
mod limits;
mod requests;
mod served;
