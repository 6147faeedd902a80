//! Files: sources in, a published site out.
//!
//! [`read_tree`] reads the files below a folder into a [`SourceTree`](crate::source::SourceTree), with diagnostics
//! about those that cannot be content; [`Sources`] does so again and again while they are edited. [`publish`] takes
//! pages and puts them in place of the published site in one step. It must never drop a file silently, never show a
//! site that is half old and half new, and never empty a folder that gongkai did not make.
//!
//! Signals are not handled, and need not be: whatever kills a build, at whatever moment, the published site is whole,
//! the old one or the new one, and the next build clears away what the dead one left (`repair`).
//!
//! To read: `roots` knows where sources stand, `read` walks the sources, `sources` follows their edits, `stamps` sees
//! that a file changed, `steady` reads one file, `names` knows which names to skip and how to show one. To publish, in order: `output` (where), `lock`,
//! `repair` and `leftover` (what dead builds left), `present` (what is published now, and whether it is ours: `marker`,
//! `inventory`, `fingerprint`), `stage` (the new site), `dotfiles` (the user's own), `swap`, `remove`; `publish` is all
//! of it on one screen, `unchanged` sees whether there is anything to publish, `data` reads what the old site says,
//! `memory` keeps what a build leaves to the next.
//! `author` and `renew` write the author's own files, `place` one of them, for who holds the notice (`held`);
//! `meanwhile` keeps what is saved in the folder, `content_folders` names it, `recover` puts back what a command that died left of it; `walk` lists folders;
//! `system` is the only file that names the operating system; `error` is what went wrong, `words` says it.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // this is the room that touches files

mod author;
mod content_folders;
mod data;
mod dotfiles;
mod error;
mod held;
mod inventory;
mod leftover;
mod lock;
mod marker;
mod meanwhile;
mod memory;
mod names;
mod output;
mod place;
mod present;
mod publish;
mod published;
mod read;
mod recover;
mod remove;
mod renew;
mod repair;
mod roots;
mod site_file;
mod sources;
mod stage;
mod stamps;
mod steady;
mod swap;
mod system;
mod unchanged;
mod walk;
mod words;
#[cfg(test)]
mod tests;

pub use author::deliver;
pub use data::{data_at, published_data};
pub use error::{DiskError, Fault};
pub use held::HeldNotice;
pub use memory::{remember, remembered};
pub use publish::publish;
pub use published::Published;
pub use read::{Sources, read_tree};
pub use recover::recover;
pub use roots::Roots;
pub use sources::Reread;
pub use stage::Stage;
pub use stamps::Stamps;
pub use swap::Swap;
pub use system::step_back;
pub use unchanged::published_from;
