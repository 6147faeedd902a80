//! Which section, topic, issue or unit: positions in a notice, each of a type of its own so that none is taken for another.

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

            /// The position, from 0.
            pub fn index(self) -> usize {
                self.0
            }

            /// The one before, if there is one.
            pub fn previous(self) -> Option<$name> {
                self.0.checked_sub(1).map($name)
            }

            /// The one after it among so many.
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
    /// The position within the section, from 0.
    pub fn index(self) -> usize {
        self.index
    }
}
