//! The number before a paragraph, and of what class it is. A class is no depth: levels follow from the order in which classes first appear.

mod forms;

use forms::{bracketed, circled, nested, plain, quoted, worded};

/// What a number looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// A heading by its style, without a number.
    Heading(u8),
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseInBrackets,
    /// `1.` and `1、`
    Arabic,
    /// `(1)`
    ArabicInBrackets,
    /// `1)`
    HalfBracket,
    /// `①`
    Circled,
    /// `1.2` and deeper, by the number of its dots.
    Nested(u8),
    /// A word with a number: `问题1：`, by its place in the table.
    Word(usize),
    /// No number: `关于“…”问题`.
    Quoted,
}

/// The number before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NumberMarker {
    /// What it looks like.
    pub class: Class,
    /// Its value; 0 if it has none.
    pub number: u32,
    /// How many bytes of the folded text it takes, with the blanks behind it.
    pub length: usize,
}

/// Returns the marker that a folded text begins with.
pub(super) fn marker(folded: &str) -> Option<NumberMarker> {
    let start = folded.len() - folded.trim_start().len();
    let text = &folded[start..];
    let found = bracketed(text)
        .or_else(|| circled(text))
        .or_else(|| nested(text))
        .or_else(|| plain(text))
        .or_else(|| worded(text))
        .or_else(|| quoted(text))?;
    let rest = &text[found.length..];
    let length = start + found.length + (rest.len() - rest.trim_start().len());
    Some(NumberMarker { length, ..found })
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn numbers_of_every_class_are_read() {
        for (text, class, number) in [
            ("一、部署", Class::Chinese, 1),
            ("（十二） 教育", Class::ChineseInBrackets, 12),
            ("( 四 )教育", Class::ChineseInBrackets, 4),
            ("㈡教育", Class::ChineseInBrackets, 2),
            ("1. 教育", Class::Arabic, 1),
            ("１．教育", Class::Arabic, 1),
            ("26、教育", Class::Arabic, 26),
            ("【 7 】教育", Class::ArabicInBrackets, 7),
            ("（49）教育", Class::ArabicInBrackets, 49),
            ("3）教育", Class::HalfBracket, 3),
            ("③教育", Class::Circled, 3),
            ("2.13 教育", Class::Nested(2), 13),
            ("问题 3：教育", Class::Word(5), 3),
            ("整改任务二十一：教育", Class::Word(2), 21),
            ("第7项关于", Class::Word(9), 7),
            ("关于“教育滞后”的问题", Class::Quoted, 0),
        ] {
            let folded = fold(text);
            let found = marker(&folded).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.class, found.number), (class, number), "{text}");
            let rest = &folded[found.length..];
            assert!(rest.starts_with("教育") || rest.starts_with("部署") || rest.starts_with("关于"), "{text}: {rest}");
        }
        for text in ["2.5万元", "2024年", "一是", "问题较多", "(注)见附件", "第一时间", "1239.8万元", "", "（1", "十分"]
        {
            assert_eq!(marker(&fold(text)), None, "{text}");
        }
    }
}
