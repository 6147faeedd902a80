//! Half-width punctuation in Chinese, which is written in full width.

use std::ops::Range;

use super::brackets::brackets_of_chinese;
use super::{is_east_asian, is_wide, place};
use crate::diagnostic::{Diagnostic, Edit, Place, Severity};
use crate::notice::Passage;
use crate::rules::context::Context;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::Prose;

pub(in crate::rules) static HALF_WIDTH_PUNCTUATION: Rule = Rule {
    id: "half-width-punctuation",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words("中文里的标点用全角。", "Chinese text has full-width punctuation."),
    why: Words(
        "汉字中间夹着半角逗号，排版不齐，不合公文规范。",
        "A half-width comma between Chinese characters looks careless and breaks the rules for official documents.",
    ),
    example: Shown(&[Part(FIRST_ZH, "查处串通投标案件{{ cases }},罚款", "查处串通投标案件{{ cases }}，罚款")]),
    check: Check::Prose(half_width),
};

/// Half-width punctuation beside a Han character.
fn half_width(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if is_east_asian(context, passage) { half_width_marks(passage, prose) } else { Vec::new() }
}

pub(super) fn half_width_marks(passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    const FORMS: [(char, &str); 9] = [
        (',', "，"),
        ('.', "。"),
        (';', "；"),
        (':', "："),
        ('!', "！"),
        ('?', "？"),
        ('(', "（"),
        (')', "）"),
        ('"', "“"),
    ];
    let mut found = Vec::new();
    let mut before = ' ';
    let brackets = brackets_of_chinese(&prose.text);
    let mut chars = prose.text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        let form = FORMS.iter().find(|(half, _)| *half == c);
        let is_wrong = match c {
            '.' if ["../", "./"].iter().any(|path| prose.text[at..].starts_with(path)) => false,
            '.' => ends_sentence(before, after) || before != '.' && ends_paragraph(&prose.text, at),
            '(' | ')' => brackets.contains(&at),
            _ => is_wide(before) || is_wide(after) || brackets.contains(&(at + 1)),
        };
        if let Some((half, full)) = form.filter(|_| is_wrong) {
            let place = place(passage, prose, at..at + 1);
            found.push(match (c, after) {
                ('.', '.') => half_width_mark(place, *half, "……"),
                // Which of the two forms it is takes judgement.
                ('"', _) => half_width_mark(place, *half, full),
                _ => half_width_mark(place, *half, full).fix(widened(passage, prose.place(at..at + 1), full)),
            });
        }
        // A mark that is to be wide makes its neighbour one among Chinese, too.
        before = form.filter(|_| is_wrong && c != '.').and_then(|(_, full)| full.chars().next()).unwrap_or(c);
    }
    found
}

/// Returns the change that writes a mark in full width. What escapes it goes.
fn widened(passage: &Passage<'_>, mark: Range<usize>, full: &str) -> Vec<Edit> {
    let is_escaped = passage.doc().is_some() && passage.text()[..mark.start].ends_with('\\');
    passage.edits(&[Edit::replace(mark.start - usize::from(is_escaped)..mark.end, full)])
}

fn half_width_mark(place: Place, half: char, full: &str) -> Diagnostic {
    Diagnostic::of(
        &HALF_WIDTH_PUNCTUATION,
        place,
        say!("中文里用了半角标点“{half}”", "half-width punctuation in Chinese text, `{half}`"),
    )
    .help(say!("请改为全角“{full}”", "write the full-width form, `{full}`"))
}

/// Returns whether a half-width full stop ends a Chinese sentence: 附件.pdf, 1.整改 and 3.5亩 have one that does not.
fn ends_sentence(before: char, after: char) -> bool {
    let in_word = |c: char| c.is_alphanumeric() && !is_wide(c);
    is_wide(before) && !in_word(after) || is_wide(after) && matches!(before, '%' | ')')
}

/// Returns whether a half-width full stop ends a paragraph that has Chinese in it: 共 3.
fn ends_paragraph(text: &str, at: usize) -> bool {
    let rest = &text[at + 1..];
    let ends = rest.chars().all(char::is_whitespace) || rest.starts_with("\n\n");
    ends && text[..at].rsplit("\n\n").next().is_some_and(|paragraph| paragraph.contains(is_wide))
}
