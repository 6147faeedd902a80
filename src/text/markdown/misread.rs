//! What an author meant as Markdown and the parser read as words, so that it would be published as typed.

mod dialects;
mod emphasis;
mod line_start;
mod links;

use std::ops::Range;

use super::character::is_cjk;
use super::pasted::Pasted;
use super::run::Run;
use super::{Problem, quoted, stray};
use crate::diagnostic::Message;
use crate::say;
use crate::text::markdown::MISREAD_MARKUP;
use dialects::dialects;
use emphasis::asterisks;
use line_start::line_start;
use links::{links, references};

/// Reports the marks that are left in a run of text.
pub(super) fn leftover(source: &str, run: &Run<'_>, pasted: &mut Pasted, found: &mut Vec<Problem>) {
    asterisks(run, found);
    links(run, found);
    references(run, found);
    dialects(run, found);
    stray::marks(source, run, found);
    found.extend(tabs(source, run, pasted));
    found.extend(line_start(source, run, pasted));
}

/// Text that is set as code because it is indented by four spaces: Chinese is no code.
pub(super) fn indented(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let first = text.lines().next().unwrap_or_default();
    let message = say!("行首的四个空格使这段文字成了代码", "the four spaces before this text make it code");
    let help =
        say!("请删去行首的空格；段首缩进由外观决定", "remove them; how paragraphs are indented is up to the theme");
    text.contains(is_cjk).then(|| problem(at.start..at.start + first.len(), message, help))
}

/// The finding for a definition that no link uses: such a line is not shown at all, and a note is easily written like one.
pub(super) fn swallowed(source: &str, range: Range<usize>) -> Problem {
    let shown = quoted(source.get(range.clone()).unwrap_or_default());
    problem(
        range,
        say!("“{shown}”成了链接的定义，不会显示", "`{shown}` is read as the address of a link and would not be shown"),
        say!(
            "如果是说明文字，请用全角冒号“：”；如果是脚注，请写 [^1]: …",
            "if it is a note, write \\[ for its first bracket; a footnote begins [^1]:"
        ),
    )
}

/// How far behind a bracket its partner is sought, in bytes.
const REACH: usize = 1024;

/// The text from a place on, as far as it is looked at.
fn window(text: &str, from: usize) -> &str {
    let end = (from + REACH).min(text.len());
    let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    &text[from..end]
}

/// A table that was pasted with tabs between its cells: they would be shown as blanks.
fn tabs(source: &str, run: &Run<'_>, pasted: &mut Pasted) -> Option<Problem> {
    let at = run.find("\t", 0).filter(|at| !run.text()[..*at].trim().is_empty())?;
    let message = say!(
        "这里有制表符，各列会连成一行文字",
        "there is a tab here: the columns would be shown as one line of words"
    );
    let help = say!(
        "粘贴的表格请写成 | 甲 | 乙 |，表头下面写一行 | --- | --- |",
        "write a pasted table as | A | B |, with a line | --- | --- | below its head"
    );
    let edits = pasted.report(source)?;
    Some(problem(run.place(at..at + 1), message, help).fixed_by(edits))
}

fn problem(range: Range<usize>, message: Message, help: Message) -> Problem {
    Problem::new(MISREAD_MARKUP, range, message, help)
}
