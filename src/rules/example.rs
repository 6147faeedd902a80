//! What breaks a rule, and its fix: changes to the small notice in `tests/suite/fixtures/small`, where a test makes
//! them.

use super::Words;

pub(super) const NOTICE: &str = "content/notice.yaml";
pub(super) const SECTION: &str = "content/1-projects/section.yaml";
/// Completed, with figures, history and a narrative of some length.
pub(super) const FIRST: &str = "content/1-projects/001.yaml";
pub(super) const FIRST_ZH: &str = "content/1-projects/001.zh.md";
pub(super) const FIRST_EN: &str = "content/1-projects/001.en.md";
/// Substantially completed, with a deadline that was moved.
pub(super) const SECOND: &str = "content/1-projects/002.yaml";
/// In progress, with a narrative of one line.
pub(super) const THIRD: &str = "content/2-people/003.yaml";
pub(super) const THIRD_ZH: &str = "content/2-people/003.zh.md";
pub(super) const THIRD_EN: &str = "content/2-people/003.en.md";
/// Not in the small notice, nor are those that follow.
pub(super) const DUTY_ZH: &str = "content/parts/10-duty.zh.md";
pub(super) const DUTY_EN: &str = "content/parts/10-duty.en.md";
pub(super) const ACCOUNTABILITY: &str = "content/accountability.yaml";

/// What a breach of a rule looks like, and its fix.
#[derive(Clone, Copy, Debug)]
pub enum Example {
    /// Changes to the small notice in `tests/suite/fixtures/small`, where a test makes them: with the first form the
    /// rule is broken, with the second nothing is wrong.
    Shown(&'static [ExampleChange]),
    /// A rule about the machine, or about what no short text can show: what to do is told.
    Told(Words),
}

/// A change to one file of the small notice. A change whose forms are the same is only there for the others to make
/// sense.
#[derive(Clone, Copy, Debug)]
pub enum ExampleChange {
    /// File, wrong lines, right lines; the right ones stand in the file.
    Part(&'static str, &'static str, &'static str),
    /// File, wrong lines, right lines; either is put at the end of the file.
    Added(&'static str, &'static str, &'static str),
    /// File, wrong content, right content; without content there is no file.
    File(&'static str, &'static str, &'static str),
}

impl ExampleChange {
    /// Returns the file, the wrong lines and the right lines.
    pub fn forms(self) -> (&'static str, &'static str, &'static str) {
        match self {
            ExampleChange::Part(file, bad, good)
            | ExampleChange::Added(file, bad, good)
            | ExampleChange::File(file, bad, good) => (file, bad, good),
        }
    }
}
