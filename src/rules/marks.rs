//! Quotation marks and brackets come in pairs.

use unicode_width::UnicodeWidthChar;

use super::context::Context;
use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::{THIRD_EN, THIRD_ZH};
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::notice::Passage;
use crate::say;
use crate::text::markdown::Prose;

pub(super) static UNPAIRED_MARK: Rule = Rule {
    id: "unpaired-mark",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words("引号、括号、书名号成对使用。", "Quotation marks and brackets come in pairs."),
    why: Words(
        "少了一半，读者分不清引用到哪里为止，文件名称也不完整。",
        "With one half missing nobody can tell where a quotation or the title of a document ends.",
    ),
    example: Shown(&[
        Added(THIRD_ZH, "\n开展“引才入县专项招聘。\n", "\n开展“引才入县”专项招聘。\n"),
        Added(THIRD_EN, "\nA special drive was held.\n", "\nA special drive was held.\n"),
    ]),
    check: Check::Prose(check),
};

/// Returns a diagnostic for each mark of a text that has no partner in its paragraph.
fn check(_: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    pairs(passage, prose)
}

/// Returns a diagnostic for each mark without a partner.
fn pairs(passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    let text = &*prose.text;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let paragraph_ends = c == '\n' && matches!(chars.peek(), None | Some((_, '\n')));
        if paragraph_ends {
            found.extend(open.drain(..).map(|(at, c)| unpaired(passage, prose, at, c)));
        } else if matches!(c, '“' | '‘' | '（' | '(' | '《' | '【' | '「' | '〔' | '〈') {
            open.push((at, c));
        } else if let Some(opening) = opening_of(c) {
            match open.last() {
                _ if c == '’' && is_apostrophe(text, at, open.last().is_some_and(|(_, last)| *last == opening)) => {}
                Some((_, last)) if *last == opening => drop(open.pop()),
                _ if c == ')' && numbers_an_item(&text[..at]) => {}
                _ => found.push(unpaired(passage, prose, at, c)),
            }
        }
    }
    found.extend(open.into_iter().map(|(at, c)| unpaired(passage, prose, at, c)));
    found
}

/// Returns the mark that a closing one belongs to.
fn opening_of(closing: char) -> Option<char> {
    Some(match closing {
        '”' => '“',
        '’' => '‘',
        '）' => '（',
        ')' => '(',
        '》' => '《',
        '】' => '【',
        '」' => '「',
        '〕' => '〔',
        '〉' => '〈',
        _ => return None,
    })
}

/// Returns whether ’ is an apostrophe: within a word (county’s, Xi’an), or beside one while no quotation is open
/// (villages’, ’90s).
fn is_apostrophe(prose: &str, at: usize, quotation_is_open: bool) -> bool {
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c.width() != Some(2));
    let before = in_word(prose[..at].chars().next_back());
    let after = in_word(prose[at..].chars().nth(1));
    if quotation_is_open { before && after } else { before || after }
}

/// Returns whether a text ends with the number or letter of an item, to which a bracket belongs that nothing opens: 1),
/// a).
fn numbers_an_item(before: &str) -> bool {
    let number = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    (1..=2).contains(&number.len())
        && before[..before.len() - number.len()].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

fn unpaired(passage: &Passage<'_>, prose: &Prose<'_>, at: usize, c: char) -> Diagnostic {
    Diagnostic::of(
        &UNPAIRED_MARK,
        passage.place(prose.place(at..at + c.len_utf8())),
        say!("“{c}”没有配对", "`{c}` has no partner"),
    )
    .help(say!("请补上另一半，或删去", "add the other half, or remove it"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::notice::NarrativeFile;
    use crate::value::{Lang, RelPath};

    fn columns_of(text: &str) -> Vec<usize> {
        let file = NarrativeFile::new(RelPath::of("content/closing.zh.md"), text);
        let passage = Passage::of_file(Lang::new("zh"), &file);
        let column =
            |d: &Diagnostic| d.place.as_ref().and_then(Place::range).map_or(0, |r| text[..r.start].chars().count());
        pairs(&passage, &passage.prose()).iter().map(column).collect()
    }

    #[test]
    fn marks_in_pairs() {
        for (text, columns) in [
            ("“双世遗”品牌", vec![]),
            ("“双世遗品牌", vec![0]),
            ("双世遗”品牌", vec![3]),
            ("《关于〈细则〉的通知》", vec![]),
            ("（一“二）三”", vec![0, 4]),
            ("“一\n二”", vec![]),
            ("“一\n\n二”", vec![0, 5]),
            ("“‘一表’制”", vec![]),
            ("‘一表制", vec![0]),
            ("一表’制", vec![2]),
            ("‘A+B’模式在 Xi’an", vec![]),
            ("the county’s ‘two-zero’ plan for the villages’ roads of the ’90s", vec![]),
            ("the ‘two-zero plan", vec![4]),
            ("a ’ b", vec![2]),
            ("the plan (of 2023", vec![9]),
            ("the plan of 2023)", vec![16]),
            ("1) one; a) two (three) 2) four", vec![]),
            ("see [list](list(1).pdf)", vec![]),
        ] {
            let mut found = columns_of(text);
            found.sort_unstable();
            assert_eq!(found, columns, "{text}");
        }
    }
}
