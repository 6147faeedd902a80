//! Characters that must not be published: controls, invisible ones, and what a wrong encoding leaves behind.

mod mojibake;
mod stand_in;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::context::Context;
use crate::diagnostic::{Diagnostic, Edit};
use crate::notice::Passage;
use crate::say;
use crate::text::markdown::FORBIDDEN_CHARACTER;
use stand_in::{is_a_stand_in, stand_in, usual_form};

pub(super) use mojibake::MOJIBAKE;

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

#[cfg(test)]
mod tests {
    use super::*;

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
