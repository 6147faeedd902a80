//! One issue more: its record and a narrative in each language, with comments that say what belongs there.
//!
//! Takes the files of a notice, which may have mistakes elsewhere; gives the files as they would be. An issue that is put between others moves
//! those behind it on by one, with everything that names their files.

mod layout;
mod moved;
mod number;
mod record;

use crate::diagnostic::Message;
use crate::rules::placeholders::DONE;
use crate::source::SourceTree;
use crate::value::RelPath;
use layout::Layout;
use moved::{addresses, move_on, would_move};
use record::{record, words};

/// Where the issue is to stand, and what it is called.
#[derive(Clone, Debug, Default)]
pub struct NewIssue {
    /// Its section, by number, folder or name.
    pub section: Option<String>,
    /// The number of the issue that it follows.
    pub after: Option<u32>,
    /// Its title, in the first language.
    pub title: Option<String>,
    /// Whether others may be moved on.
    pub renumber: bool,
}

/// The files with one issue more.
#[derive(Clone, Debug)]
pub struct Added {
    /// The files as they would be.
    pub tree: SourceTree,
    /// Those that are new.
    pub files: Vec<RelPath>,
    /// Addresses of pages that are others now: from, to.
    pub moved: Vec<(String, String)>,
}

/// Why no issue is added, and what to do.
#[derive(Clone, Debug)]
pub struct Refused(pub Message, pub Message);

/// Adds an issue to a notice.
///
/// # Errors
/// If it is not clear where it belongs, or others would have to be moved on and may not.
pub fn add(tree: &SourceTree, wanted: &NewIssue) -> Result<Added, Refused> {
    let layout = Layout::of(tree);
    let folder = layout.folder(wanted)?;
    let number = layout.number(folder, wanted)?;
    let moved = layout.moved(folder, number);
    let addresses = addresses(&layout, &moved);
    if !moved.is_empty() && !wanted.renumber {
        return Err(would_move(&addresses));
    }
    let mut added = Added { tree: tree.clone(), files: Vec::new(), moved: addresses };
    move_on(&mut added.tree, tree, &moved)?;
    let stem = format!("{}/{number:03}", folder.path);
    let topic = layout.topic(tree, folder, wanted);
    let record = record(&layout, folder, number, topic.as_deref(), wanted.title.as_deref());
    added.files.push(RelPath::of(format!("{stem}.yaml")));
    added.tree.insert(added.files[0].clone(), record.into_bytes());
    for lang in &layout.languages {
        let path = RelPath::of(format!("{stem}.{lang}.md"));
        added.tree.insert(path.clone(), format!("{}\n", words(lang, DONE)).into_bytes());
        added.files.push(path);
    }
    Ok(added)
}

#[cfg(test)]
mod tests;
