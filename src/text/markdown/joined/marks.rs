//! Signs, letters and numbers with which a paragraph or an item begins as it is typed.

use super::super::character::is_cjk;
use super::lines::unmarked;

/// Whether a line begins like a paragraph or an item that was typed: an indent, a sign, a number.
pub(super) fn typed_mark(line: &str, above: &str) -> bool {
    const SIGNS: &[char] = &['•', '※', '·', '・', '‧', '∙', '‣', '⁃'];
    let line = unmarked(line);
    let Some(first) = line.chars().next() else { return false };
    let rest = &line[first.len_utf8()..];
    let before_han = || rest.trim_start_matches([' ', '\t', '\u{3000}']).starts_with(|c| is_cjk(c) && c != first);
    // A dash joins two places, unless another line begins with one, too.
    let is_dash = matches!(first, '–' | '—') && unmarked(above).starts_with(first);
    // Shapes, ticks and stars; two of a kind stand for what is left out.
    let is_shape = SIGNS.contains(&first) || matches!(first, '\u{25A0}'..='\u{27BF}');
    let is_sign = is_shape && !rest.starts_with(first) || (first == '§' || is_dash) && before_han();
    let is_numbered = matches!(first, '①'..='⑳' | '⑴'..='⒛' | '㈠'..='㈩' | '➀'..='➓');
    let continues = rest.contains(['）', ')']) && is_open(above);
    let is_next = enumerates(line) && enumerates(unmarked(above));
    let counts = is_next || (typed_number(line) || typed_letter(line)) && !continues;
    first == '\u{3000}' || is_sign || is_numbered || counts
}

/// Whether a line begins with a letter or a number before a bracket, which alone tells nothing in a text that was wrapped: (a), b), (ii).
fn enumerates(line: &str) -> bool {
    const LONGEST: usize = 3;
    let line = line.strip_prefix('(').unwrap_or(line);
    let length = line.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (1..=LONGEST).contains(&length) && line[length..].starts_with(") ")
}

/// Whether a bracket is open at the end of a line, so that the next goes on with what stands in it.
fn is_open(line: &str) -> bool {
    let last = |signs: [char; 2]| line.rfind(signs);
    last(['（', '(']).is_some_and(|open| last(['）', ')']).is_none_or(|close| close < open))
}

/// Whether a line of Chinese begins with a letter that counts: A. a) B、
fn typed_letter(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(|c: char| c.is_ascii_alphabetic() || matches!(c, 'Ⅰ'..='ⅿ')) else {
        return false;
    };
    let counts = rest.strip_prefix(['.', ')', '．', '）', '、']).map(|rest| rest.trim_start_matches(' '));
    // A circle in the font of another program is a letter here.
    let is_circle = line.strip_prefix('o').filter(|rest| rest.starts_with([' ', '\t', '\u{3000}']));
    counts.or(is_circle.map(str::trim_start)).is_some_and(|rest| rest.starts_with(is_cjk))
}

/// Whether a line begins with a number as officials type it: 一、 （一） 1． 1、 （1） 第一， 一是.
pub(super) fn typed_number(line: &str) -> bool {
    const HAN: &str = "一二三四五六七八九十百";
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_number = |c: char| HAN.contains(c) || is_digit(c);
    let rest = line.trim_start_matches(['（', '(', '第']);
    let number = &rest[..rest.len() - rest.trim_start_matches(is_number).len()];
    let after = &rest[number.len()..];
    let is_short = (1..=3).contains(&number.chars().count());
    let is_han = !number.contains(is_digit);
    is_short
        && match line.chars().next() {
            Some('（' | '(') => after.starts_with(['）', ')']),
            Some('第') => after.starts_with(['，', '、']),
            _ => {
                after.starts_with(['、', '．', '）'])
                    || after.strip_prefix(')').is_some_and(|rest| rest.trim_start_matches(' ').starts_with(is_cjk))
                    || is_han && after.starts_with(['是', '.'])
                    || after.strip_prefix(". ").is_some_and(|rest| rest.starts_with(is_cjk))
                    || number.contains(|c| ('０'..='９').contains(&c)) && after.starts_with('.')
            }
        }
}
