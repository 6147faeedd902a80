//! Quotations of figures and statistics: `{{ fines }}`.
//!
//! What a name stands for is text. It is never read as Markdown or as a quotation again.

use std::ops::Range;

use super::character::is_currency;
use super::piece::{Piece, Placed};
use super::run::Run;
use super::{Problem, RenderContext, quoted};
use crate::diagnostic::{Edit, Message, nearest};
use crate::say;
use crate::text::markdown::{DOUBLED_UNIT, UNKNOWN_FIGURE};

/// How many known names a message lists when none of them is near.
const NAMES_SHOWN: usize = 8;

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

/// Braces that were meant to quote a figure and do not: full-width ones, or with a space between them.
pub(super) fn misread(run: &Run<'_>, found: &mut Vec<Problem>) {
    const LONGEST: usize = 80;
    for opening in ["｛｛", "{ {", "｛{", "{｛"] {
        let mut from = 0;
        while let Some(at) = run.find(opening, from) {
            from = at + opening.len();
            let inside: String =
                run.text()[from..].chars().take(LONGEST).take_while(|c| !matches!(c, '}' | '｝')).collect();
            let name = inside.trim();
            if is_name(name) {
                let problem = Problem::new(
                    UNKNOWN_FIGURE,
                    run.place(at..from + inside.len()),
                    say!(
                        "“{opening}{inside}”会原样显示，没有换成数据",
                        "`{opening}{inside}` would be shown as typed, not as the figure"
                    ),
                    say!(
                        "请写两个相连的半角大括号：{{{{ {name} }}}}",
                        "write two half-width braces side by side: {{{{ {name} }}}}"
                    ),
                );
                let closing = closing(&run.text()[from + inside.len()..]);
                let edit = closing.map(|length| {
                    Edit::replace(run.place(at..from + inside.len() + length), format!("{{{{ {name} }}}}"))
                });
                found.push(problem.fixed_by(edit.into_iter().collect()));
            }
        }
    }
}

/// A quotation within code, which is shown as it is typed.
pub(super) fn in_code(code: &str, at: &Range<usize>) -> Option<Problem> {
    const LONGEST: usize = 80;
    let name = code.match_indices("{{").find_map(|(start, _)| {
        let inside = &code[start + 2..];
        let length =
            inside.bytes().take(LONGEST).position(|b| b == b'}').filter(|end| inside[*end..].starts_with("}}"))?;
        Some(inside[..length].trim()).filter(|name| is_name(name))
    })?;
    Some(Problem::new(
        UNKNOWN_FIGURE,
        at.clone(),
        say!(
            "代码里的“{{{{ {name} }}}}”会原样显示，没有换成数据",
            "within code `{{{{ {name} }}}}` would be shown as typed, not as the figure"
        ),
        say!("请删去两边的反引号“`”", "delete the ` on either side of it"),
    ))
}

/// The figures of a text that are named within single braces: `{fines}` would be shown as typed.
pub(super) fn single(text: &str, start: usize, context: &RenderContext<'_>) -> Vec<Problem> {
    const LONGEST: usize = 80;
    let is_closing = |c: char| matches!(c, '}' | '｝');
    let name = |at: usize, brace: &str| {
        let behind = &text[at + brace.len()..];
        let inside: String = behind.chars().take(LONGEST).take_while(|c| !is_closing(*c)).collect();
        let mut rest = behind[inside.len()..].chars();
        let closing = rest.next().filter(|c| is_closing(*c) && !rest.next().is_some_and(is_closing))?;
        let is_known = is_name(inside.trim()) && (context.quote)(inside.trim()).is_some();
        is_known.then(|| format!("{brace}{inside}{closing}"))
    };
    let alone = text.match_indices(['{', '｛']).filter(|(at, _)| !text[..*at].ends_with(['{', '｛']));
    let found = alone.filter_map(|(at, brace)| Some((at, name(at, brace)?)));
    found
        .map(|(at, typed)| {
            let range = start + at..start + at + typed.len();
            let name = typed.trim_matches(|c: char| matches!(c, '{' | '｛' | '}' | '｝' | ' '));
            let problem = Problem::new(
                UNKNOWN_FIGURE,
                range.clone(),
                say!("“{typed}”会原样显示，没有换成数据", "`{typed}` would be shown as typed, not as the figure"),
                say!("请写两个半角的大括号：{{{{ {name} }}}}", "write two half-width braces: {{{{ {name} }}}}"),
            );
            problem.fixed_by(vec![Edit::replace(range, format!("{{{{ {name} }}}}"))])
        })
        .collect()
}

/// How long the braces are that a text begins with, if they are two of either width.
fn closing(text: &str) -> Option<usize> {
    let is_brace = |c: char| matches!(c, '}' | '｝');
    let second = text.strip_prefix(is_brace)?;
    let rest = second.strip_prefix(is_brace).or_else(|| second.strip_prefix(' ')?.strip_prefix(is_brace))?;
    (!rest.starts_with(is_brace)).then(|| text.len() - rest.len())
}

/// The problem with a figure whose unit is typed again beside it: `{{ fines }}元` would be shown as 147.6万元元.
pub(super) fn doubled(name: &str, range: &Range<usize>, source: &str, context: &RenderContext<'_>) -> Option<Problem> {
    let figure = (context.quote)(name)?;
    let is_number = |c: char| c.is_numeric() || matches!(c, '.' | ',');
    let unit = figure.trim_start_matches(|c| !is_number(c)).trim_start_matches(is_number).trim();
    let sign = figure[..figure.find(is_number)?].trim();
    let rest = source.get(range.end..)?;
    // 147.6万元余元: what says that it is not exact stands between the two.
    let after = rest.trim_start_matches([' ', '*', '余', '多', '来', '几']);
    let before = source.get(..range.start)?.trim_end_matches(' ');
    let ends = |at: usize| unit.is_char_boundary(at).then(|| &unit[at..]).filter(|end| !end.is_empty());
    let behind = (0..unit.len()).filter_map(ends).find(|end| after.starts_with(end) && whole_word(end, after));
    let typed = before.chars().next_back().filter(|c| is_currency(*c)).map_or(0, char::len_utf8);
    let states_unit = !unit.is_empty() && !unit.starts_with(['%', '‰']);
    let ahead = match sign.len() {
        2.. if before.ends_with(sign) => Some(sign),
        _ if typed > 0 && (states_unit || sign.len() > 1) => Some(&before[before.len() - typed..]),
        _ => None,
    };
    let again = behind.or(ahead)?;
    let doubled = match behind {
        Some(unit) => range.end..source.len() - after.len() + unit.len(),
        None => before.len() - again.len()..range.start,
    };
    let problem = Problem::new(
        DOUBLED_UNIT,
        range.clone(),
        say!(
            "单位“{again}”写了两次：“{figure}”已经带单位",
            "the unit `{again}` is given twice: the figure is shown as `{figure}`"
        ),
        say!("请删去大括号旁边的“{again}”", "delete the `{again}` beside the braces"),
    );
    let is_plain = rest[..rest.len() - after.len()].chars().all(|c| c == ' ');
    Some(problem.fixed_by(if is_plain { vec![Edit::replace(doubled, "")] } else { Vec::new() }))
}

/// Whether a text that begins with a unit does not go on with the same word: million, millionaire.
fn whole_word(unit: &str, text: &str) -> bool {
    let ends_in_letter = unit.ends_with(|c: char| c.is_ascii_alphabetic());
    !(ends_in_letter && text[unit.len()..].starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The problem with a name that stands for nothing.
pub(super) fn unresolved(name: &str, range: Range<usize>, context: &RenderContext<'_>) -> Option<Problem> {
    (context.quote)(name).is_none().then(|| {
        let (message, help) = (unknown(name), suggestion(name, &(context.names)()));
        Problem::new(UNKNOWN_FIGURE, range, message, help)
    })
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

fn unknown(name: &str) -> Message {
    let name = quoted(name);
    say!("没有名为“{name}”的数据", "there is no figure named \"{name}\"")
}

fn suggestion(name: &str, known: &[String]) -> Message {
    if let Some(near) = nearest(name, known.iter().map(String::as_str)) {
        return say!("是不是想写 {{{{ {near} }}}}？", "did you mean {{{{ {near} }}}}?");
    }
    if known.is_empty() {
        return say!(
            "这里没有可以引用的数据；请先在记录的 figures 里写明",
            "nothing can be quoted here yet: state it under figures in the record first"
        );
    }
    let some = known.iter().take(NAMES_SHOWN).map(String::as_str).collect::<Vec<_>>();
    let (zh, en) = (some.join("、"), some.join(", "));
    let more = if known.len() > NAMES_SHOWN { "……" } else { "" };
    say!("可以引用的有：{zh}{more}", "these can be quoted: {en}{more}")
}
