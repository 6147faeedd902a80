//! The way through every text of a record.
//!
//! Rules and the translation check see texts through [`Written`] alone. Records implement it where they are declared,
//! so a new field is seen without another line.

use crate::text::markdown::Doc;
use crate::value::{
    Approximation, Date, Decimal, Due, ExternalUse, Lang, Localized, Numbering, PartKind, Several, Spanned,
    StatusBasis, StatusClass, Text,
};

/// A Markdown text of a record and where it stands in its file.
pub type Markdown = Spanned<Doc>;

/// A text of a record.
#[derive(Clone, Copy, Debug)]
pub enum WrittenText<'a> {
    /// In no language: an id, an address on the web.
    Bare(&'a Text),
    /// The same in every language, as long as it has no words of one: a telephone number, the label of an issue.
    Common(&'a Text),
    /// In every language of the notice.
    Plain(&'a Localized),
    /// The same in Markdown.
    Markdown(&'a Localized<Markdown>),
}

/// Something with texts in it.
pub trait Written {
    /// Shows every text, in the order of the record.
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>));
}

impl Written for Text {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        see(WrittenText::Bare(self));
    }
}

impl Written for Localized {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        see(WrittenText::Plain(self));
    }
}

impl Written for Localized<Markdown> {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        see(WrittenText::Markdown(self));
    }
}

impl<T: Written> Written for Option<T> {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        self.iter().for_each(|value| value.each_text(see));
    }
}

impl<T: Written> Written for Vec<T> {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        self.iter().for_each(|value| value.each_text(see));
    }
}

impl<T: Written> Written for Several<T> {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        self.iter().for_each(|value| value.each_text(see));
    }
}

/// Types whose values are checked as they are read: no text of an author gets through them.
macro_rules! without_text {
    ($($type:ty),*) => {
        $(impl $crate::notice::written::Written for $type {
            fn each_text<'a>(&'a self, _: &mut dyn FnMut($crate::notice::written::WrittenText<'a>)) {}
        })*
    };
}

pub(super) use without_text;

without_text!(
    bool,
    Date,
    Spanned<Date>,
    Spanned<Decimal>,
    Spanned<Lang>,
    Spanned<Due>,
    Spanned<PartKind>,
    Spanned<StatusClass>,
    Spanned<u32>,
    Approximation,
    ExternalUse,
    Numbering,
    StatusBasis
);
