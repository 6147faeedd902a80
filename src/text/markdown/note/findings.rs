//! What is wrong with footnotes: no text, no reference, or two texts.

use std::ops::Range;

use super::super::run::Run;
use super::super::{Problem, quoted};
use super::Note;
use crate::diagnostic::Message;
use crate::say;
use crate::text::markdown::FOOTNOTE;

/// Reports references to footnotes that do not exist: to the parser they are text.
pub(in crate::text::markdown) fn undefined(run: &Run, found: &mut Vec<Problem>) {
    let mut from = 0;
    while let Some(start) = run.find("[^", from) {
        from = start + 2;
        let rest = &run.text()[from..];
        if let Some(length) = rest.find([']', '[']).filter(|end| rest[*end..].starts_with(']') && *end > 0) {
            found.push(not_defined(&rest[..length], run.place(start..from + length + 1)));
        }
    }
}

fn problem(range: Range<usize>, message: Message, help: Message) -> Problem {
    Problem::new(FOOTNOTE, range, message, help)
}

/// The finding that a reference leads to no footnote.
pub(in crate::text::markdown) fn not_defined(label: &str, range: Range<usize>) -> Problem {
    let label = quoted(label);
    let message = say!("没有脚注 [^{label}]", "there is no footnote [^{label}]");
    let help = say!(
        "请在文末另起一行写 [^{label}]: 脚注内容；如果不是脚注，请写 \\[^",
        "write its text on a line of its own: [^{label}]: text; write \\[^ if no footnote is meant"
    );
    problem(range, message, help)
}

pub(super) fn unreferenced(note: &Note<'_>) -> Problem {
    let label = quoted(note.label);
    let message = say!(
        "正文没有引用脚注 [^{label}]，它不会显示",
        "nothing refers to the footnote [^{label}], so it is not shown"
    );
    let help = say!(
        "请在正文相应位置写 [^{label}]，或删去这条脚注",
        "write [^{label}] where it belongs in the text, or delete the footnote"
    );
    problem(note.at.clone(), message, help)
}

pub(super) fn defined_twice(note: &Note<'_>) -> Problem {
    let label = quoted(note.label);
    let message = say!("脚注 [^{label}] 写了两次", "the footnote [^{label}] is written twice");
    let help = say!(
        "请给其中一条换一个名称，并改正文里的引用",
        "give one of them another label, here and where the text refers to it"
    );
    problem(note.at.clone(), message, help)
}
