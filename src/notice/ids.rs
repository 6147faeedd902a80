//! Which section, topic, issue or unit: positions in a notice, each of a type of its own so that none is taken for
//! another; and what stands for an issue in addresses.

use std::fmt;

/// Declares the position of one kind of thing.
macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl $name {
            pub(super) fn new(index: usize) -> $name {
                $name(index)
            }

            /// Returns the position, from 0.
            pub fn index(self) -> usize {
                self.0
            }

            /// Returns the one before, if there is one.
            pub fn previous(self) -> Option<$name> {
                self.0.checked_sub(1).map($name)
            }

            /// Returns the one after it; `count` is how many there are.
            pub fn next(self, count: usize) -> Option<$name> {
                (self.0 + 1 < count).then_some($name(self.0 + 1))
            }
        }
    };
}

id!(
    /// A section, by its place in the document.
    SectionId
);
id!(
    /// An issue, by its place in the document.
    IssueId
);
id!(
    /// A unit, by its place in `units.yaml`.
    UnitId
);

id!(
    /// A place, by its place in `places.yaml`.
    PlaceId
);
id!(
    /// A text of the notice as a whole, by its place among them.
    ArticleId
);
id!(
    /// A status, by its place in the notice's list.
    StatusId
);
id!(
    /// A response, by its place in the notice's list.
    ResponseId
);

/// A topic, by its section and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId {
    /// The section.
    pub section: SectionId,
    pub(super) index: usize,
}

impl TopicId {
    /// Returns the position within the section, from 0.
    pub fn index(self) -> usize {
        self.index
    }
}

/// What stands for an issue in addresses, anchors and downloads: `26`, or `2-1` where numbers begin again in every
/// section. It never changes, whatever the issue is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IssueKey {
    section: Option<u32>,
    number: u32,
}

impl IssueKey {
    /// Returns the key of the issue of a number, in a section whose numbers are its own.
    pub(super) fn new(section: Option<u32>, number: u32) -> IssueKey {
        IssueKey { section, number }
    }

    /// Returns the key that a text spells; none if it spells none.
    pub fn read(text: &str) -> Option<IssueKey> {
        let (section, number) = text.split_once('-').map_or((None, text), |(section, number)| (Some(section), number));
        let section = section.map(str::parse).transpose().ok()?;
        Some(IssueKey { section, number: number.parse().ok()? })
    }

    /// Returns the name of its page, with numbers of at least `width` digits: `026`, `2-001`.
    pub fn page(self, width: usize) -> String {
        let IssueKey { section, number } = self;
        section.map(|section| format!("{section}-")).unwrap_or_default() + &format!("{number:0width$}")
    }
}

impl fmt::Display for IssueKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.page(1))
    }
}
