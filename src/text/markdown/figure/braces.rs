//! Braces that were meant to quote a figure and do not.

use std::ops::Range;

use super::super::run::Run;
use super::super::{Problem, RenderContext};
use super::is_name;
use crate::diagnostic::Edit;
use crate::say;
use crate::text::markdown::UNKNOWN_FIGURE;

/// Braces that were meant to quote a figure and do not: full-width ones, or with a space between them.
pub(in crate::text::markdown) fn misread(run: &Run<'_>, found: &mut Vec<Problem>) {
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
pub(in crate::text::markdown) fn in_code(code: &str, at: &Range<usize>) -> Option<Problem> {
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
pub(in crate::text::markdown) fn single(text: &str, start: usize, context: &RenderContext<'_>) -> Vec<Problem> {
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
