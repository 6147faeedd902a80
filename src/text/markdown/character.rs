//! Classes of characters that decide how a text is set. All of them come from Unicode data, except Hangul and the half-width forms:
//! no crate of ours tells scripts, and those blocks are closed.

use unicode_properties::{EmojiStatus, GeneralCategory, GeneralCategoryGroup, UnicodeEmoji, UnicodeGeneralCategory};

pub(super) use crate::value::width::{is_hangul, is_joining, is_wide, is_zero_width};

/// Whether a character counts as Chinese, Japanese or Korean where emphasis begins and ends: East Asian wide, full-width or
/// half-width and no emoji, or Hangul. Source: CommonMark CJK-friendly Amendments, section 2.1.
pub(super) fn is_cjk(c: char) -> bool {
    !c.is_ascii() && ((is_wide(c) && !is_shown_as_emoji(c)) || is_half_width(c) || is_hangul(c))
}

/// Whether a character is punctuation for CommonMark 0.31, section 2.1: any of the categories P and S.
pub(super) fn is_punctuation(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_punctuation(),
        false => matches!(c.general_category_group(), GeneralCategoryGroup::Punctuation | GeneralCategoryGroup::Symbol),
    }
}

/// Whether a character is a sign of currency: ¥, ￥, $, €.
pub(super) fn is_currency(c: char) -> bool {
    c.general_category() == GeneralCategory::CurrencySymbol
}

/// Whether a character may not be published, since a reader cannot see it or it changes how others are seen: controls, invisible
/// and bidirectional formats, private use, not a character, and the sign of a decoding that failed.
pub(super) fn is_forbidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{FFFD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => true,
        _ if c.is_ascii() => c.is_ascii_control(),
        // Dashes and quotation marks, Chinese characters and punctuation, nearly all there is: no table need be asked.
        '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{301F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}' => false,
        _ => is_noncharacter(c) || is_control(c.general_category()),
    }
}

fn is_control(category: GeneralCategory) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator, PrivateUse};
    matches!(category, Control | Format | PrivateUse | LineSeparator | ParagraphSeparator)
}

/// The code points that Unicode promises never to assign. Those that it has only not assigned yet may be new Han characters.
fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

/// Whether a character is one of the half-width forms (UAX #11: `H`).
fn is_half_width(c: char) -> bool {
    matches!(c, '\u{20A9}' | '\u{FF61}'..='\u{FFDC}' | '\u{FFE8}'..='\u{FFEE}')
}

fn is_shown_as_emoji(c: char) -> bool {
    matches!(
        c.emoji_status(),
        EmojiStatus::EmojiPresentation
            | EmojiStatus::EmojiPresentationAndModifierBase
            | EmojiStatus::EmojiPresentationAndEmojiComponent
            | EmojiStatus::EmojiPresentationAndModifierAndEmojiComponent
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_table_is_asked_for_is_what_it_says() {
        let shown =
            ['\u{2010}'..='\u{2027}', '\u{3001}'..='\u{301F}', '\u{4E00}'..='\u{9FFF}', '\u{FF01}'..='\u{FF5E}'];
        for c in shown.into_iter().flatten() {
            assert!(!is_forbidden(c) && !is_noncharacter(c) && !is_control(c.general_category()), "{c:?}");
        }
    }

    #[test]
    fn classes() {
        for (class, yes, no) in [
            (is_wide as fn(char) -> bool, "南。（Ａぁアㄅ한𠀀𲎯", "aé“—…·ｱ"),
            (is_hangul, "한ᄀㅏﾡ", "南aア"),
            (is_cjk, "南。（Ａアｱ한￥", "a“—…·😀€"),
            (is_punctuation, "。（“—*|>￥€+~", "南a1 한"),
            (is_currency, "¥￥$€", "C元1"),
            (is_zero_width, "\u{301}\u{FE01}", "a南"),
            (
                is_forbidden,
                "\u{202E}\u{200B}\u{E000}\u{7}\u{0}\u{FFFD}\u{AD}\u{2028}\u{FFFF}",
                "a南\t\n\u{A0}\u{3000}𠀀",
            ),
        ] {
            for c in yes.chars() {
                assert!(class(c), "{c:?} {:x}", u32::from(c));
            }
            for c in no.chars() {
                assert!(!class(c), "{c:?} {:x}", u32::from(c));
            }
        }
    }
}
