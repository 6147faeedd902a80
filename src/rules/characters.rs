//! Characters that must not be published: controls, invisible ones, and what a wrong encoding leaves behind.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::context::Context;
use super::example::Example::Shown;
use super::example::ExampleChange::Part;
use super::example::FIRST_ZH;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::notice::Passage;
use crate::say;
use crate::text::markdown::FORBIDDEN_CHARACTER;

pub(super) static MOJIBAKE: Rule = Rule {
    id: "mojibake",
    group: RuleGroup::Wording,
    severity: Severity::Error,
    demand: Words("没有乱码，如“锟斤拷”。", "No gibberish from a wrong encoding, such as 锟斤拷, appears."),
    why: Words(
        "乱码说明原来的字已经丢了；公布出去，一句话就没有人读得懂。",
        "Gibberish means that words have been lost; the public would read a sentence that says nothing.",
    ),
    example: Shown(&[Part(FIRST_ZH, "- **建章立制。**锟斤拷[问题 3]", "- **建章立制。**另见[问题 3]")]),
    check: Check::Text(mojibake),
};

/// What remains of Chinese or of punctuation that went through a wrong encoding.
const TRACES: [&str; 10] = ["锟斤拷", "烫烫烫", "屯屯屯", "â€", "Ã©", "ï¼", "ã€", "å…", "涓", "鈥"];

/// Finds any of them: hardly a text has one, so all are sought at once.
static ANY_TRACE: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(TRACES).ok());

pub(super) fn forbidden(_: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    let bad = passage.text().char_indices().filter(|(_, c)| is_forbidden(*c) || is_a_stand_in(*c));
    bad.map(|(at, c)| {
        if let Some(usual) = usual_form(c) {
            return stand_in(passage, at, c, usual);
        }
        let code = format!("U+{:04X}", c as u32);
        let (kind_zh, kind_en) = kind(c);
        Diagnostic::of(
            FORBIDDEN_CHARACTER,
            passage.place(at..at + c.len_utf8()),
            say!("这里有{kind_zh} {code}", "there is {kind_en} here, {code}"),
        )
        .help(say!("请删去这个字符，必要时重新输入前后的文字", "remove it; type the text around it again if need be"))
    })
    .chain(lone_returns(passage))
    .collect()
}

/// Returns what is said of carriage returns that no line feed follows, as old programs of the Macintosh end lines: some programs
/// show them as the end of a line and some as nothing.
fn lone_returns(passage: &Passage<'_>) -> Option<Diagnostic> {
    let text = passage.text();
    let is_alone = |at: &usize| !text[at + 1..].starts_with('\n');
    let all: Vec<usize> = text.match_indices('\r').map(|(at, _)| at).filter(is_alone).collect();
    let place = passage.place(*all.first()?..all.first()? + 1);
    let edits: Vec<Edit> = all.iter().map(|at| Edit::replace(*at..at + 1, "\n")).collect();
    let message = say!(
        "这里换行用的是单独的回车符 U+000D，有的程序不当作换行",
        "a line ends here with a carriage return alone, U+000D, which some programs do not take for its end"
    );
    let help = say!("请在这里重新按回车键换行", "type the end of the line again");
    Some(Diagnostic::of(FORBIDDEN_CHARACTER, place, message).help(help).fix(passage.edits(&edits)))
}

/// Tabs and line ends are text, except a return alone; everything else that cannot be seen, or that changes how text runs, is not.
fn is_forbidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        // ASCII, dashes and quotation marks, Chinese characters and punctuation, nearly all there is: no table need be
        // asked.
        ' '..='~' | '\u{2010}'..='\u{2027}' => false,
        '\u{3001}'..='\u{301F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}' => false,
        // Variation selectors choose a form of a rare Han character.
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => false,
        '\u{FFFD}' => true,
        c => matches!(
            c.general_category(),
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::PrivateUse
                | GeneralCategory::LineSeparator
                | GeneralCategory::ParagraphSeparator
                | GeneralCategory::Unassigned
        ),
    }
}

/// Returns whether a character looks like a Han character and is another: a radical, or a form kept for old encodings. PDF
/// files give them in place of what was written, and a search for the word does not find them.
fn is_a_stand_in(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
        && usual_form(c).is_some()
}

/// Returns the Han character that another stands in for; none if it stands for itself.
fn usual_form(c: char) -> Option<char> {
    let mut forms = std::iter::once(c).nfkc();
    let usual = forms
        .next()
        .filter(|usual| *usual != c && matches!(usual, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}'));
    usual.filter(|_| forms.next().is_none())
}

fn stand_in(passage: &Passage<'_>, at: usize, c: char, usual: char) -> Diagnostic {
    let code = format!("U+{:04X}", c as u32);
    let (place, written) = (passage.place(at..at + c.len_utf8()), c);
    let message = say!(
        "“{written}”（{code}）看着像“{usual}”，却是另一个字符，搜索、复制都不认得",
        "`{written}` ({code}) looks like {usual} and is another character: neither a search nor a copy knows it"
    );
    Diagnostic::of(FORBIDDEN_CHARACTER, place, message).help(say!(
        "请重新输入“{usual}”；从 PDF 复制的文字常有这种字符",
        "type {usual} again; text copied from PDF files often has such characters"
    ))
}

fn kind(c: char) -> (&'static str, &'static str) {
    match (c, c.general_category()) {
        ('\u{FFFD}', _) => ("乱码替换符", "a replacement character (text was lost)"),
        ('\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}', _) => {
            ("改变文字方向的控制字符", "a control that changes the direction of text")
        }
        (_, GeneralCategory::PrivateUse) => ("私用区字符", "a private-use character"),
        (_, GeneralCategory::Format) => ("不可见字符", "an invisible character"),
        _ => ("控制字符", "a control character"),
    }
}

fn mojibake(_: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    let text = passage.text();
    if ANY_TRACE.as_ref().is_some_and(|any| !any.is_match(text)) {
        return Vec::new();
    }
    let found = TRACES.iter().flat_map(|trace| text.match_indices(trace).take(1));
    found
        .map(|(at, trace)| {
            Diagnostic::of(
                &MOJIBAKE,
                passage.place(at..at + trace.len()),
                say!("这里像是乱码：“{trace}”", "this looks like text in a wrong encoding: “{trace}”"),
            )
            .help(say!("请从原稿重新复制这段文字", "copy the passage again from its original"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_han_character_is_told_apart() {
        for (c, usual) in [
            ('⼈', Some('人')),
            ('⽂', Some('文')),
            ('\u{F9DC}', Some('隆')),
            ('\u{2EA0}', None),
            ('人', None),
            ('㎡', None),
        ] {
            assert_eq!(usual_form(c).filter(|_| is_a_stand_in(c)), usual, "{c}");
        }
    }

    #[test]
    fn what_no_table_is_asked_for_is_what_it_says() {
        for c in (' '..='~').chain('\u{2010}'..='\u{2027}') {
            let category = c.general_category();
            assert!(
                !is_forbidden(c) && category != GeneralCategory::Control && category != GeneralCategory::Format,
                "{c:?}"
            );
        }
    }

    #[test]
    fn what_may_and_what_may_not_be_published() {
        for c in [
            '\u{0}',
            '\u{8}',
            '\u{200B}',
            '\u{202E}',
            '\u{2066}',
            '\u{FEFF}',
            '\u{E000}',
            '\u{FFFD}',
            '\u{2028}',
            '\u{AD}',
            '\u{10FFFF}',
        ] {
            assert!(is_forbidden(c), "{:04X}", c as u32);
        }
        for c in
            ['\n', '\t', '南', '\u{20000}', '\u{2A700}', '\u{30000}', '〔', '—', '\u{3000}', 'é', '㎡', '\u{E0100}']
        {
            assert!(!is_forbidden(c), "{:04X}", c as u32);
        }
    }
}
