//! Quotations of figures and statistics: `{{ fines }}`.
//!
//! What a name stands for is text. It is never read as Markdown or as a quotation again.

mod braces;
mod doubled;
mod unknown;

use std::ops::Range;

use super::piece::{Piece, Placed};
use super::run::Run;
use super::{Problem, quoted};
use crate::diagnostic::Message;
use crate::say;
use crate::text::markdown::UNKNOWN_FIGURE;

pub(super) use braces::{in_code, misread, single};
pub(super) use doubled::doubled;
pub(super) use unknown::unresolved;

/// Adds the pieces of a run, quotations apart from words. What is no quotation stays as typed.
pub(super) fn part(run: &Run<'_>, pieces: &mut Vec<Placed>, found: &mut Vec<Problem>) {
    let mut done = 0;
    while let Some(quotation) = next(run, done) {
        match quotation.name(run) {
            Ok(name) => {
                run.add(done..quotation.range.start, pieces);
                pieces.push(Placed::new(Piece::Quote(name.into()), run.place(quotation.range.clone())));
            }
            Err(problem) => {
                run.add(done..quotation.range.end, pieces);
                found.push(*problem);
            }
        }
        done = quotation.range.end;
    }
    run.add(done..run.text().len(), pieces);
}

/// What begins with `{{`.
struct Quotation {
    /// In the run; of the opening braces alone if they are not closed.
    range: Range<usize>,
    closed: bool,
}

fn next(run: &Run<'_>, from: usize) -> Option<Quotation> {
    let start = run.find("{{", from)?;
    let inside = start + 2;
    // Braces that open again before these are closed begin a quotation of their own.
    let end = run.find("{{", inside).unwrap_or(run.text().len());
    Some(match run.text()[inside..end].find("}}") {
        Some(length) => Quotation { range: start..inside + length + 2, closed: true },
        None => Quotation { range: start..inside, closed: false },
    })
}

impl Quotation {
    fn name<'r>(&self, run: &'r Run<'_>) -> Result<&'r str, Box<Problem>> {
        let problem =
            |message, help| Box::new(Problem::new(UNKNOWN_FIGURE, run.place(self.range.clone()), message, help));
        if !self.closed {
            return Err(problem(unclosed(), how_to_quote()));
        }
        let name = run.text()[self.range.start + 2..self.range.end - 2].trim();
        let is_name = is_name(name) && run.is_whole(self.range.clone());
        if is_name { Ok(name) } else { Err(problem(no_name(name), how_to_quote())) }
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

fn unclosed() -> Message {
    say!("“{{{{”之后同一段文字里没有“}}}}”", "\"{{{{\" is not closed by \"}}}}\" in the same stretch of text")
}

fn no_name(name: &str) -> Message {
    let name = quoted(name);
    say!(
        "“{name}”不是数据名称：名称只含字母、数字、连字符、下划线和点",
        "\"{name}\" is not the name of a figure: a name has letters, digits, hyphens, underscores and dots only"
    )
}

fn how_to_quote() -> Message {
    say!(
        "引用数据请在同一行写成 {{{{ 名称 }}}}；要原样显示大括号请写 \\{{{{",
        "quote a figure as {{{{ name }}}} on one line; write \\{{{{ to show the braces themselves"
    )
}
