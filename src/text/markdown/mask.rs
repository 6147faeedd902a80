//! Asterisks that hide a part of a name or of a number: 李*华, 王**, 138****8000. They are shown as typed.

mod names;

use super::character::is_cjk;
use names::{COUNTED, JOINING, NOUNS, has_noun, is_surname};

/// Where a mask stands.
pub(super) enum Mask {
    /// Within a word: it neither opens nor closes emphasis.
    Within,
    /// Behind the beginning of a word: it may close emphasis, and never opens it.
    Behind,
}

/// Where a run of asterisks hides something, by what stands on either side. Two are bold as a rule, even within words: 共**95%**以上.
pub(super) fn kind(before: Option<char>, width: usize, after: Option<char>) -> Option<Mask> {
    match width {
        2 => (is_ascii_word(before) && is_ascii_word(after)).then_some(Mask::Within),
        _ => is_word(before).then_some(if is_word(after) { Mask::Within } else { Mask::Behind }),
    }
}

/// Whether a run of asterisks that makes nothing bold hides something and is no half of a pair: it follows a surname, or stands within or
/// behind a number.
pub(super) fn hides(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(is_surname) || is_ascii_word(before) && (is_ascii_word(after) || !is_word(after))
}

/// Whether what two runs enclose was cut out between two masks: 李**收受礼金，王**, *华、李*. `before` stands before the first run.
pub(super) fn is_between(before: Option<char>, content: &str) -> bool {
    let mut back = content.chars().rev();
    let last = back.next();
    // One character stands alone behind a mark.
    let is_cut = last.is_some_and(|c| is_cjk(c) && !is_separator(c)) && back.next().is_some_and(is_separator);
    content.starts_with(is_separator)
        || before.is_some_and(is_surname) && last.is_some_and(is_surname)
        || is_cut && last.is_some_and(is_surname)
}

/// Whether what two runs enclose closes a bracket or a quotation mark that stands before the first: （*）为牵头单位，（*）, “*ST甲”，*ST. Nobody
/// emphasises that.
pub(super) fn breaks_out(before: Option<char>, content: &str) -> bool {
    let Some((open, close)) = PAIRS.into_iter().find(|(open, _)| before == Some(*open)) else { return false };
    content.chars().take(REACH).find(|c| *c == open || *c == close) == Some(close)
}

/// Brackets and quotation marks, and what closes them.
const PAIRS: [(char, char); 10] = [
    ('（', '）'),
    ('(', ')'),
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('【', '】'),
    ('「', '」'),
    ('『', '』'),
    ('〔', '〕'),
];

/// How much of what is enclosed is looked at, in characters.
const REACH: usize = 200;

/// Whether what two runs of one asterisk, or of more, enclose ends like a part of a list and what stands behind goes on: 姓名：*华，电话：*1234,
/// *华、*明, 甲方：***公司，乙方：***公司. What begins a sentence in bold, **一是加强领导。**, is none of these.
pub(super) fn is_part_of_a_list(width: usize, content: &str, behind: &str) -> bool {
    const SIGNS: [char; 2] = ['-', '/'];
    if width == 1 && content.starts_with(SIGNS) && content.ends_with(SIGNS) {
        return true;
    }
    let behind = behind.trim_start_matches('*');
    let Some(last) = content.chars().next_back().filter(|_| behind.starts_with(char::is_alphanumeric)) else {
        return false;
    };
    let has_inner = || content.chars().take(REACH).filter(|c| is_separator(*c)).nth(1).is_some();
    let goes_on = || is_alike(content, behind) || has_noun(content) && has_noun(behind);
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    match (last, width) {
        ('、', _) if content.trim_end_matches('、').chars().all(is_number) => false,
        ('、', _) | ('，' | '；' | '/' | '-', 1) => true,
        ('：', 1) => has_inner(),
        ('，' | '；', _) => goes_on(),
        ('：' | '。', _) => has_inner() && goes_on(),
        (joining, _) if JOINING.contains(&joining) => goes_on(),
        _ => false,
    }
}

/// Whether two texts begin with the same two characters, and the first has more.
fn is_alike(content: &str, behind: &str) -> bool {
    let start: String = content.chars().take(2).collect();
    start.chars().count() == 2 && behind.starts_with(&start) && content != start
}

/// Whether what two runs within a text of Han letters enclose may be what stands between two hidden parts of names:
/// 福建**公司与厦门**公司. It begins as what stands behind it does, with a noun that names end with, or with a word that joins names.
pub(super) fn may_be_between(before: Option<char>, content: &str, behind: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| is_cjk(c) && c.is_alphanumeric());
    let is_within = [before, content.chars().next(), content.chars().next_back(), behind.chars().next()];
    let is_joining = content.starts_with(JOINING) && content.chars().nth(1).is_some();
    let first: String = content.chars().take(3).take_while(|c| !is_separator(*c) && !JOINING.contains(c)).collect();
    let is_counted = COUNTED.contains(&&*first) && COUNTED.iter().any(|counted| behind.starts_with(counted));
    // **镇**村: what is left of two names, at the beginning of a text as within it.
    let is_left = NOUNS.contains(&content) && has_noun(behind);
    is_left
        || is_within.into_iter().all(is_letter)
            && (is_counted || has_noun(content) && has_noun(behind) || is_alike(content, behind) || is_joining)
}

fn is_separator(c: char) -> bool {
    matches!(c, '，' | '、' | '。' | '；' | '：' | ',' | ';')
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn is_ascii_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Whether what two runs of underscores enclose stands between two blanks to be filled in: 姓名：__，电话：__, （_）和（_）.
pub(super) fn is_between_blanks(width: usize, before: Option<char>, content: &str, behind: &str) -> bool {
    content.starts_with(is_separator) || breaks_out(before, content) || is_part_of_a_list(width, content, behind)
}
