//! Records that repeat each other: several figures of one id, unit and value stand in both, with digits enough to be no
//! coincidence. Another figure of the same id that goes by a similar label is the same figure there, and must have the
//! same value.

use std::collections::{BTreeMap, BTreeSet};

use crate::notice::Figure;
use crate::value::{Decimal, Lang, RelPath};

/// How many records may state the same for it to say that they speak of one matter.
const FEW: usize = 6;
/// How many figures that agree, and how many digits of them, show that two records speak of one matter.
const SHARED: [usize; 2] = [2, 5];

/// A record with its figures.
pub(super) type RecordFigures<'a> = (&'a RelPath, &'a [Figure]);

/// A figure where it differs from what another record says: it, and the first.
pub(super) type Differing<'a> = ((&'a RelPath, &'a Figure), (&'a RelPath, &'a Figure));

/// Returns the figures in which records differ that repeat each other.
pub(super) fn differing<'a>(records: &[RecordFigures<'a>], lang: Lang) -> Vec<Differing<'a>> {
    let pairs = repeating(records);
    let of_pair = |(one, two): (usize, usize)| {
        let ((first_path, firsts), (path, figures)) = (records[one], records[two]);
        let other = move |figure: &'a Figure| {
            let is_same = |first: &&Figure| first.id == figure.id && first.unit == figure.unit;
            let first = firsts.iter().find(is_same).filter(|first| first.value != figure.value)?;
            let alike = is_alike(first.label.text(lang), figure.label.text(lang));
            alike.then_some(((path, figure), (first_path, first)))
        };
        figures.iter().filter_map(other)
    };
    pairs.into_iter().flat_map(of_pair).collect()
}

/// Returns the pairs of records that repeat each other.
fn repeating(records: &[RecordFigures<'_>]) -> Vec<(usize, usize)> {
    let mut stating: BTreeMap<(&str, &str, Decimal), BTreeSet<usize>> = BTreeMap::new();
    for (at, (_, figures)) in records.iter().enumerate() {
        for figure in figures.iter().filter(|figure| digits(*figure.value) > 1) {
            stating.entry((&figure.id, &figure.unit, *figure.value)).or_default().insert(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), [usize; 2]> = BTreeMap::new();
    for ((.., value), records) in stating.iter().filter(|(_, records)| records.len() <= FEW) {
        for (n, two) in records.iter().enumerate() {
            for one in records.iter().take(n) {
                let [figures, all] = shared.entry((*one, *two)).or_default();
                (*figures, *all) = (*figures + 1, *all + digits(*value));
            }
        }
    }
    let is_enough = |[figures, digits]: &[usize; 2]| *figures >= SHARED[0] && *digits >= SHARED[1];
    shared.into_iter().filter(|(_, shared)| is_enough(shared)).map(|(pair, _)| pair).collect()
}

/// Returns how many digits a value has that tell it from others: 1476 for 1,476,000.
fn digits(value: Decimal) -> usize {
    value.to_string().replace(['.', '-'], "").trim_matches('0').len()
}

/// Returns whether two labels may name one thing: at least half of their pairs of characters are the same.
fn is_alike(one: &str, other: &str) -> bool {
    let pairs = |label: &str| {
        let chars: Vec<char> = label.chars().filter(|c| !c.is_whitespace()).collect();
        chars.windows(2).map(|pair| (pair[0], pair[1])).collect::<BTreeSet<_>>()
    };
    let (one_pairs, other_pairs) = (pairs(one), pairs(other));
    let same = one_pairs.intersection(&other_pairs).count();
    one == other || same > 0 && same * 4 >= one_pairs.len() + other_pairs.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_may_name_one_thing() {
        for (one, other, alike) in [
            ("2021年以来处置率", "2021年以来闲置土地处置率", true),
            ("巡视指出的串通投标项目罚款", "巡视指出的串通招投标项目处罚金额", true),
            ("查处串通投标案件", "排查中查处串通投标案件", true),
            ("罚款", "罚款", true),
            ("重点检查市直单位", "已完成查缺的市直单位", false),
            ("罚款", "案件", false),
            ("件", "起", false),
        ] {
            assert_eq!(is_alike(one, other), alike, "{one} {other}");
        }
    }

    #[test]
    fn zeros_at_the_ends_tell_nothing() {
        for (value, count) in [("1476000", 4), ("0.5", 1), ("839.3625", 7), ("100", 1), ("0", 0)] {
            assert_eq!(digits(value.parse().expect("a number")), count, "{value}");
        }
    }
}
