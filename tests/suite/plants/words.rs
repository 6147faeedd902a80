//! Differences in words: one word of one language is changed for another.

use super::text::{Change, Text};

/// A language, what stands in the text, and what is put in its place.
type Swap = (&'static str, &'static str, &'static str);

/// Every place of the words of a list, as whole words where they are letters.
fn swapped(text: &Text<'_>, swaps: &[Swap]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for (_, from, to) in swaps.iter().filter(|(lang, ..)| *lang == text.lang) {
        let source = text.text();
        for (at, _) in source.match_indices(from) {
            let end = at + from.len();
            let letter = |c: char| c.is_ascii_alphabetic();
            let joins = source[..at].ends_with(letter) && from.starts_with(letter)
                || source[end..].starts_with(letter) && from.ends_with(letter);
            if !joins && changes.iter().all(|(range, _)| range.end <= at || range.start >= end) {
                changes.push((at..end, (*to).to_owned()));
            }
        }
    }
    changes
}

/// The same, where a figure stands within a few words.
fn beside_figures(text: &Text<'_>, swaps: &[Swap], before: usize, after: usize) -> Vec<Change> {
    let source = text.text();
    let is_figure = |c: char| c.is_ascii_digit() || c == '{';
    let mut changes = swapped(text, swaps);
    changes.retain(|(range, _)| {
        source[range.clone()].ends_with('{')
            || source[range.end..].chars().take(after).any(is_figure)
            || source[..range.start].chars().rev().take(before).any(|c| c.is_ascii_digit() || c == '}')
    });
    changes
}

pub fn direction(text: &Text<'_>) -> Vec<Change> {
    const SWAPS: &[Swap] = &[
        ("zh", "增长", "下降"),
        ("zh", "增加", "减少"),
        ("zh", "上升", "下降"),
        ("zh", "提高", "降低"),
        ("zh", "提升", "降低"),
        ("zh", "减少", "增加"),
        ("zh", "下降", "上升"),
        ("zh", "降低", "提高"),
        ("zh", "降到", "升到"),
        ("zh", "降至", "升至"),
        ("zh", "收窄", "扩大"),
        ("zh", "压缩", "延长"),
        ("en", "grew", "fell"),
        ("en", "rose", "fell"),
        ("en", "up by", "down by"),
        ("en", "up {", "down {"),
        ("en", "increased", "decreased"),
        ("en", "an increase", "a decrease"),
        ("en", "growth", "decline"),
        ("en", "fell", "rose"),
        ("en", "down by", "up by"),
        ("en", "down {", "up {"),
        ("en", "down from", "up from"),
        ("en", "down to", "up to"),
        ("en", "fewer", "more"),
        ("en", "cut", "raised"),
        ("en", "reduced", "increased"),
        ("en", "above", "below"),
    ];
    let mut changes = beside_figures(text, SWAPS, 0, 12);
    // What makes up a share does not go up.
    changes.retain(|(range, _)| !text.text()[..range.start].ends_with("made "));
    changes
}

pub fn approximation(text: &Text<'_>) -> Vec<Change> {
    const BEHIND: &[Swap] = &[("zh", "余", ""), ("zh", "多", "")];
    const BEFORE: &[Swap] = &[
        ("zh", "近", ""),
        ("zh", "约", "近"),
        ("zh", "超过", "近"),
        ("en", "over ", "nearly "),
        ("en", "nearly ", "over "),
        ("en", "about ", "over "),
        ("en", "more than ", "nearly "),
    ];
    let source = text.text();
    let mut behind = swapped(text, BEHIND);
    behind
        .retain(|(range, _)| source[..range.start].ends_with(|c: char| c.is_ascii_digit() || "十百千万亿".contains(c)));
    behind.extend(beside_figures(text, BEFORE, 0, 1));
    behind
}

pub fn bound(text: &Text<'_>) -> Vec<Change> {
    const SWAPS: &[Swap] = &[
        ("zh", "以上", "以下"),
        ("zh", "以下", "以上"),
        ("zh", "不超过", "不少于"),
        ("zh", "不少于", "不超过"),
        ("zh", "不低于", "不高于"),
        ("zh", "至少", "至多"),
        ("zh", "不足", "超过"),
        ("zh", "以内", "以上"),
        ("zh", "超", "不足"),
        ("en", "at least", "at most"),
        ("en", "at most", "at least"),
        ("en", "or more", "or less"),
        ("en", "more than", "less than"),
        ("en", "fewer than", "more than"),
        ("en", "less than", "more than"),
        ("en", "above", "below"),
        ("en", "within", "in over"),
        ("en", "up to", "at least"),
    ];
    beside_figures(text, SWAPS, 8, 6)
}

pub fn negation(text: &Text<'_>) -> Vec<Change> {
    const SWAPS: &[Swap] = &[
        ("zh", "尚未", "已"),
        ("zh", "未发现", "发现"),
        ("zh", "未按", "已按"),
        ("zh", "未开展", "已开展"),
        ("zh", "未归还", "已归还"),
        ("zh", "未整改", "已整改"),
        ("zh", "未交流", "已交流"),
        ("zh", "未履约", "已履约"),
        ("zh", "仍在", "不再"),
        ("zh", "尚待", "已经"),
        ("zh", "已依法", "尚未依法"),
        ("zh", "已完成", "尚未完成"),
        ("zh", "已全部", "尚未全部"),
        ("zh", "均已", "均未"),
        ("zh", "现已", "仍未"),
        ("zh", "已", "尚未"),
        ("en", "have been", "have not yet been"),
        ("en", "has been", "has not yet been"),
        ("en", "have now", "have not"),
        ("en", "were", "were not"),
        ("en", "was", "was not"),
        ("en", "not yet been", "now been"),
        ("en", "had not been", "had been"),
        ("en", "has yet to be", "has been"),
        ("en", "is not yet", "is now"),
        ("en", "still being", "no longer being"),
        ("en", "no bid-rigging was", "bid-rigging was"),
    ];
    let mut changes = swapped(text, SWAPS);
    changes.retain(|_| text.field.is_empty() || text.field == "next_steps" || text.field == "statement");
    changes
}

pub fn ordinal(text: &Text<'_>) -> Vec<Change> {
    const SWAPS: &[Swap] = &[
        ("zh", "第一书记", "第二书记"),
        ("zh", "第二", "第三"),
        ("zh", "第三", "第四"),
        ("zh", "第四", "第五"),
        ("zh", "第五", "第六"),
        ("zh", "十二次全会", "十三次全会"),
        ("zh", "十三次全会", "十二次全会"),
        ("zh", "五中全会", "六中全会"),
        ("zh", "十九届", "十八届"),
        ("zh", "“十四五”", "“十三五”"),
        ("zh", "前三", "前四"),
        ("zh", "第1", "第2"),
        ("en", "First Inspection", "Second Inspection"),
        ("en", "first secretary", "second secretary"),
        ("en", "second", "third"),
        ("en", "third", "fourth"),
        ("en", "Fifth", "Sixth"),
        ("en", "fifth", "sixth"),
        ("en", "12th", "11th"),
        ("en", "13th", "12th"),
        ("en", "14th", "13th"),
        ("en", "19th", "18th"),
        ("en", "10th", "11th"),
    ];
    swapped(text, SWAPS)
}

/// Numbers in words with something counted.
pub fn in_words(text: &Text<'_>) -> Vec<Change> {
    let source = text.text();
    if !text.is_zh() {
        const WORDS: [&str; 13] = [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "Two", "Three",
        ];
        let next = |n: usize| WORDS[(n + 1) % WORDS.len()].to_lowercase();
        let swaps = WORDS.iter().enumerate().flat_map(|(n, word)| {
            let places = source.match_indices(word).map(|(at, _)| at..at + word.len());
            places.map(move |range| (range, next(n)))
        });
        let letter = |c: char| c.is_ascii_alphabetic() || c == '-';
        return swaps
            .filter(|(range, _)| !source[..range.start].ends_with(letter) && !source[range.end..].starts_with(letter))
            .collect();
    }
    const DIGITS: [char; 8] = ['二', '三', '四', '五', '六', '七', '八', '九'];
    const COUNTERS: [&str; 14] = ["个", "项", "名", "家", "大", "类", "批", "轮", "次", "条", "方面", "级", "种", "支"];
    let is_part = |c: char| DIGITS.contains(&c) || "一十百千第零".contains(c) || c.is_ascii_digit();
    let places = source.char_indices().filter_map(|(at, c)| {
        let n = DIGITS.iter().position(|digit| *digit == c)?;
        let after = &source[at + c.len_utf8()..];
        let counts = COUNTERS.iter().any(|counter| after.starts_with(counter));
        (counts && !source[..at].ends_with(is_part)).then(|| (at..at + c.len_utf8(), DIGITS[(n + 1) % 8].to_string()))
    });
    places.collect()
}

/// A name of a list in one language in place of another.
pub fn renamed(text: &Text<'_>, names: &[[String; 2]]) -> Vec<Change> {
    let side = usize::from(!text.is_zh());
    let source = text.text();
    let mut changes: Vec<Change> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        // Another name, and not another rendering of the same.
        let others = names.iter().cycle().skip(n + 1).take(names.len());
        let Some(other) = others.into_iter().find(|other| (0..2).all(|side| is_other(&other[side], &name[side])))
        else {
            continue;
        };
        let other = &other[side];
        for (at, _) in source.match_indices(name[side].as_str()) {
            let range = at..at + name[side].len();
            // A longer name that holds this one was found before.
            if changes.iter().all(|(known, _)| known.end <= range.start || range.end <= known.start) {
                changes.push((range, other.clone()));
            }
        }
    }
    changes
}

/// Whether neither of two names holds the other.
fn is_other(one: &str, other: &str) -> bool {
    !one.contains(other) && !other.contains(one)
}
