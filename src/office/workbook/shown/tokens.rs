//! The signs of a number format, part by part: what stands for itself, and what says how a number is shown.

/// A sign of a format, or what is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FormatToken {
    /// Words that stand for themselves.
    Words(String),
    /// What stands in square brackets: a colour, a currency, a condition.
    Bracket(String),
    /// The number as a cell without a format shows it.
    General,
    /// A sign that is neither quoted nor escaped.
    Sign(char),
}

/// What stands for a number without a format, also as WPS writes it.
const GENERAL: [&str; 3] = ["General", "GENERAL", "G/通用格式"];

/// Returns the parts of a format: for numbers above, below and at zero, and for texts.
pub(super) fn sections(format: &str) -> Vec<Vec<FormatToken>> {
    let mut sections = vec![Vec::new()];
    let mut rest = format;
    while let Some(c) = rest.chars().next() {
        if c == ';' {
            sections.push(Vec::new());
            rest = &rest[1..];
            continue;
        }
        let (token, length) = token(rest, c);
        sections.iter_mut().last().into_iter().for_each(|section| section.extend(token.clone()));
        rest = &rest[length..];
    }
    sections
}

/// The sign that a text begins with, and how long it is; one that only takes room is none.
fn token(text: &str, first: char) -> (Option<FormatToken>, usize) {
    let until = |end: char| text[1..].split(end).next().unwrap_or_default().to_owned();
    let closed = |inner: &str| (inner.len() + 2).min(text.len());
    let next = text[first.len_utf8()..].chars().next();
    let general = GENERAL.iter().find(|general| text.starts_with(*general));
    match (first, general, next) {
        (_, Some(general), _) => (Some(FormatToken::General), general.len()),
        ('"', ..) => {
            let words = until('"');
            let length = closed(&words);
            (Some(FormatToken::Words(words)), length)
        }
        ('[', ..) => {
            let inner = until(']');
            let length = closed(&inner);
            (Some(FormatToken::Bracket(inner)), length)
        }
        ('\\' | '!', _, Some(next)) => (Some(FormatToken::Words(next.into())), 1 + next.len_utf8()),
        ('_' | '*', ..) => (None, 1 + next.map_or(0, char::len_utf8)),
        _ => (Some(FormatToken::Sign(first)), first.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_or_escaped_stands_for_itself() {
        let shown = |format: &str| {
            let of = |token: &FormatToken| match token {
                FormatToken::Words(words) => format!("“{words}”"),
                FormatToken::Bracket(inner) => format!("[{inner}]"),
                FormatToken::General => "G".to_owned(),
                FormatToken::Sign(sign) => sign.to_string(),
            };
            let sections = sections(format).into_iter();
            sections.map(|section| section.iter().map(of).collect::<String>()).collect::<Vec<_>>().join("|")
        };
        for (format, expected) in [
            ("0!.0,\"万元;\"", "0“.”0,“万元;”"),
            ("0\\;0;[Red]-0;;@", "0“;”0|[Red]-0||@"),
            ("_(* #,##0_);", "#,##0|"),
            ("General\"项\"", "G“项”"),
            ("G/通用格式\"项\"", "G“项”"),
            ("\"甲", "“甲”"),
            ("[甲", "[甲]"),
            ("0!", "0!"),
            ("", ""),
        ] {
            assert_eq!(shown(format), expected, "{format}");
        }
    }
}
