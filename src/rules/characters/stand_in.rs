//! Characters that look like Han characters and are others.

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Diagnostic;
use crate::notice::Passage;
use crate::say;
use crate::text::markdown::FORBIDDEN_CHARACTER;

/// Returns whether a character looks like a Han character and is another: a radical, or a form kept for old encodings. PDF
/// files give them in place of what was written, and a search for the word does not find them.
pub(super) fn is_a_stand_in(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
        && usual_form(c).is_some()
}

/// Returns the Han character that another stands in for; none if it stands for itself.
pub(super) fn usual_form(c: char) -> Option<char> {
    let mut forms = std::iter::once(c).nfkc();
    let usual = forms
        .next()
        .filter(|usual| *usual != c && matches!(usual, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}'));
    usual.filter(|_| forms.next().is_none())
}

pub(super) fn stand_in(passage: &Passage<'_>, at: usize, c: char, usual: char) -> Diagnostic {
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
}
