//! What two records say of the same thing agrees: a figure that both state, a document that both name.

mod figures;
mod repeats;
mod titles;

pub(super) use figures::SAME_FIGURE_DIFFERS;
pub(super) use titles::DOCUMENT_TITLES_DIFFER;
