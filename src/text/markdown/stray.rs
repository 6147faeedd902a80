//! Marks that stand alone or in a form that nothing here reads, so that they would be shown as typed: `_words_`, a backtick without its partner,
//! `x^2^`, `[^1]` in full width, the line below the head of a table where no table is.

mod pairs;

use std::ops::Range;

use super::character::is_cjk;
use super::run::Run;
use super::{Problem, quoted};
use crate::diagnostic::Message;
use crate::say;
use crate::text::markdown::MISREAD_MARKUP;
use pairs::pairs;

/// Reports the stray marks of a run of text.
pub(super) fn marks(source: &str, run: &Run<'_>, found: &mut Vec<Problem>) {
    underscores(run, found);
    backtick(run, found);
    scripts(run, found);
    notes(run, found);
    found.extend(delimiters(source, run));
}

/// Underscores around words of Chinese, which Markdown does not read beside Han characters.
fn underscores(run: &Run<'_>, found: &mut Vec<Problem>) {
    let is_part = |c: Option<char>| c.is_some_and(|c| c == '_' || c.is_ascii_alphanumeric());
    let pairs = pairs(run, '_', |pair| {
        !is_part(pair.before) && !is_part(pair.after) && pair.words.contains(is_cjk) && pair.words.trim() == pair.words
    });
    for pair in pairs {
        let message =
            say!("“_”没有起作用，会原样显示", "this `_` makes nothing of the words beside it and would be shown");
        let help = say!(
            "要强调的写成 **文字**；是留空的请填上；确要显示下划线，写成 \\_",
            "write **words** for emphasis; fill blanks in; write \\_ for an underscore"
        );
        found.push(problem(run, pair.range.start..pair.range.start + 1, message, help));
    }
}

/// A backtick without a partner.
fn backtick(run: &Run<'_>, found: &mut Vec<Problem>) {
    let Some(at) = run.find("`", 0) else { return };
    let message = say!("反引号“`”没有配对，会原样显示", "this backtick has no partner and would be shown");
    let help = say!("请删去它；引号写成“”", "delete it; for a quotation mark write “ or ‘");
    found.push(problem(run, at..at + 1, message, help));
}

/// What other programs set high or low: `x^2^`, `H~2~O`, and formulas between dollars.
fn scripts(run: &Run<'_>, found: &mut Vec<Problem>) {
    const LONGEST: usize = 4;
    let is_short = |words: &str| {
        (1..=LONGEST).contains(&words.len()) && words.chars().all(|c| c.is_ascii_alphanumeric() || "+-".contains(c))
    };
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || c == ')');
    let high = pairs(run, '^', |pair| is_short(pair.words) && pair.before.is_some_and(char::is_alphanumeric));
    let low = pairs(run, '~', |pair| is_short(pair.words) && is_letter(pair.before) && pair.after != Some('~'));
    let formulas = pairs(run, '$', |pair| {
        pair.words.contains(['^', '_', '\\']) && pair.words.trim() == pair.words && !pair.words.contains(is_cjk)
    });
    let starts = formulas.iter().chain(&high).chain(&low).map(|pair| pair.range.start);
    let Some(first) = starts.min() else { return };
    let mark = quoted(&run.text()[first..=first]);
    let message = say!(
        "“{mark}”在这里不表示上标、下标或公式，会原样显示",
        "`{mark}` sets nothing high or low here, nor a formula, and would be shown"
    );
    let help =
        say!("请写成 m²、CO₂ 这样的字符，或用文字说明", "write characters such as m² and CO₂, or say it in words");
    found.push(problem(run, first..first + 1, message, help));
}

/// A footnote in full width, which is none.
fn notes(run: &Run<'_>, found: &mut Vec<Problem>) {
    for mark in ["［^", "【^", "［＾", "[＾", "【＾", "〔^"] {
        let Some(at) = run.find(mark, 0) else { continue };
        let message =
            say!("全角的“{mark}”不是脚注，会原样显示", "the full-width `{mark}` makes no footnote and would be shown");
        let help = say!(
            "脚注写成半角的 [^1]，注文另起一段写“[^1]: 内容”",
            "write [^1], and [^1]: with the note in a paragraph of its own"
        );
        found.push(problem(run, at..at + mark.len(), message, help));
    }
}

/// The line that belongs below the head of a table, where it is none: in the middle of a table, or with another number of columns than the head.
fn delimiters(source: &str, run: &Run<'_>) -> Option<Problem> {
    let start = run.place(0..1).start;
    let line_start = start_of_line(source.get(..start)?)?;
    let line = source.get(line_start..)?.lines().next()?;
    let is_delimiter = line.contains('|')
        && line.contains("--")
        && line.trim_start_matches(['>', ' ']).chars().all(|c| "|-: \t".contains(c));
    is_delimiter.then(|| {
        let message = say!("这一行横线会原样显示", "this line of dashes would be shown as typed");
        let help = say!(
            "它只能在表头下面，列数与表头相同；两张表之间要空一行",
            "it belongs below the head of a table and has as many columns; an empty line parts two tables"
        );
        Problem::new(MISREAD_MARKUP, start..line_start + line.trim_end().len(), message, help)
    })
}

/// Returns where the line begins that a text ends with, if nothing but an indent, marks of quotations and bars stands on it.
/// No more is read than such a line has, since a line may be as long as the file.
fn start_of_line(upto: &str) -> Option<usize> {
    const LONGEST: usize = 64;
    let signs = upto.bytes().rev().take(LONGEST).take_while(|b| b"| \t>".contains(b)).count();
    let start = upto.len() - signs;
    (start == 0 || upto.as_bytes()[start - 1] == b'\n').then_some(start)
}

fn problem(run: &Run<'_>, range: Range<usize>, message: Message, help: Message) -> Problem {
    Problem::new(MISREAD_MARKUP, run.place(range), message, help)
}
