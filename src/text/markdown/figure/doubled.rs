//! Units that are typed again beside a figure.

use std::ops::Range;

use super::super::character::is_currency;
use super::super::{Problem, RenderContext};
use crate::diagnostic::Edit;
use crate::say;
use crate::text::markdown::DOUBLED_UNIT;

/// The problem with a figure whose unit is typed again beside it: `{{ fines }}元` would be shown as 147.6万元元.
pub(in crate::text::markdown) fn doubled(
    name: &str,
    range: &Range<usize>,
    source: &str,
    context: &RenderContext<'_>,
) -> Option<Problem> {
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
