//! What programs for tables put into a cell that has no value to show.

use super::manuscript::LeftOutKind;

/// What stands where a formula went wrong.
const ERRORS: [&str; 15] = [
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#UNKNOWN!",
    "#BUSY!",
    "#GETTING_DATA",
];

/// What stands where WPS put a picture into a cell.
const PICTURES: [&str; 2] = ["=DISPIMG(", "=_xlfn.DISPIMG("];

/// Returns why the text of a cell is no text of people, if it is none.
pub(super) fn fault(text: &str) -> Option<LeftOutKind> {
    let text = text.trim();
    let is_picture = PICTURES.iter().any(|begins| text.starts_with(begins));
    let is_error = ERRORS.contains(&text);
    is_picture.then_some(LeftOutKind::Picture).or(is_error.then_some(LeftOutKind::FormulaError))
}
