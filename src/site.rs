//! Which pages there are, where they stand, and what each may say.
//!
//! Takes an [`crate::notice::edition::Edition`]; [`plan`] gives every [`Page`] with its address, [`view`] what the templates of one page may read. Views are made
//! page by page, so a site of any size needs the memory of one page. Addresses in views are relative to the root of the language:
//! a template writes `{{ root }}{{ issue.href }}`.

mod charts;
mod course;
mod declared;
mod drawing;
mod figures;
mod finding;
mod form;
pub mod formats;
mod listing;
mod parts;
mod picture_size;
mod plan;
mod policy;
mod prose;
mod qr;
pub mod render;
mod search;
mod views;
mod wall;
mod whole;

pub use form::{PageForm, form};
pub use parts::{
    FigureView, Html, IssueRow, LinkView, TallyView, as_of_text, headed, is_named_otherwise, issue_name, issuer,
};
pub use plan::{Page, PageKind, folder_of, plan, previews, samples};
pub use policy::Policy;
pub use prose::{MarkdownRenderer, attachment, known_names};
pub use search::{SearchFile, search_parts};
pub use views::{HereView, PageView, SiteView, View, shared, view};
pub use whole::{WholeText, part_title, whole_texts};
