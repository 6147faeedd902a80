//! Parts and their wholes: parts are no more than their whole, `of` names a figure, a label that points at another figure says at which.

mod exceeding;
mod highlights;
mod labels;
mod whole;

pub(super) use exceeding::PARTS_EXCEED_WHOLE;
pub(super) use highlights::UNKNOWN_HIGHLIGHT;
pub(super) use labels::POINTING_LABEL;
pub(super) use whole::UNKNOWN_WHOLE;
