//! Letters, digits and marks as strokes: enough for numbers, dates, addresses and what is written in Latin letters without accents.

/// Where the base line stands, counted from the top of the field that signs are drawn on.
pub(super) const BASE: i64 = 15;

/// The gap behind a sign, and how wide a blank is.
const GAP: i64 = 4;
const BLANK: i64 = 4;

/// Each sign with its strokes on a field ten wide and twenty high: a pair for each point, its place from the left and from the top, both as
/// digits of base 36; a blank between points, a slash between strokes.
const SIGNS: [(char, &str); 95] = [
    ('0', "31 71 94 9c 7f 3f 1c 14 31"),
    ('1', "24 51 5f"),
    ('2', "14 31 71 94 96 1f 9f"),
    ('3', "11 91 57 77 9a 9c 7f 3f 1d"),
    ('4', "7f 71 1b 9b"),
    ('5', "91 21 17 67 99 9c 7f 3f 1d"),
    ('6', "81 44 1a 1c 3f 7f 9c 9a 77 37 1a"),
    ('7', "11 91 4f"),
    ('8', "38 16 13 31 71 93 96 78 9a 9d 7f 3f 1d 1a 38 78"),
    ('9', "96 79 39 16 14 31 71 94 96 6c 3f"),
    ('A', "1f 51 9f/3a 7a"),
    ('B', "68 18/11 61 83 86 68 9a 9d 7f 1f 11"),
    ('C', "93 71 31 14 1c 3f 7f 9d"),
    ('D', "11 1f 5f 9c 94 51 11"),
    ('E', "91 11 1f 9f/18 78"),
    ('F', "91 11 1f/18 78"),
    ('G', "93 71 31 14 1c 3f 7f 9d 98 59"),
    ('H', "11 1f/91 9f/18 98"),
    ('I', "11 1f"),
    ('J', "71 7c 5f 3f 1d"),
    ('K', "11 1f/91 1a/48 9f"),
    ('L', "11 1f 9f"),
    ('M', "1f 11 59 91 9f"),
    ('N', "1f 11 9f 91"),
    ('O', "31 71 94 9c 7f 3f 1c 14 31"),
    ('P', "1f 11 61 93 96 68 18"),
    ('Q', "31 71 94 9c 7f 3f 1c 14 31/6b 9g"),
    ('R', "1f 11 61 93 96 68 18/58 9f"),
    ('S', "93 71 31 13 16 38 78 9a 9d 7f 3f 1d"),
    ('T', "11 91/51 5f"),
    ('U', "11 1c 3f 7f 9c 91"),
    ('V', "11 5f 91"),
    ('W', "11 3f 57 7f 91"),
    ('X', "11 9f/91 1f"),
    ('Y', "11 58 91/58 5f"),
    ('Z', "11 91 1f 9f"),
    ('a', "27 46 66 88 8f/8a 39 1b 1d 3f 6f 8d"),
    ('b', "11 1f/18 36 66 88 8d 6f 3f 1d"),
    ('c', "87 66 36 18 1d 3f 6f 8e"),
    ('d', "81 8f/88 66 36 18 1d 3f 6f 8d"),
    ('e', "1a 8a 88 66 36 18 1d 3f 6f 8e"),
    ('f', "61 41 33 3f/16 56"),
    ('g', "86 8h 6j 3j 1i/88 66 36 18 1d 3f 6f 8d"),
    ('h', "11 1f/18 36 66 88 8f"),
    ('i', "16 1f/12 13"),
    ('j', "36 3h 1j/32 33"),
    ('k', "11 1f/76 1b/3a 8f"),
    ('l', "11 1d 3f"),
    ('m', "16 1f/17 26 46 58 5f/57 66 86 98 9f"),
    ('n', "16 1f/18 36 66 88 8f"),
    ('o', "36 66 88 8d 6f 3f 1d 18 36"),
    ('p', "16 1j/18 36 66 88 8d 6f 3f 1d"),
    ('q', "86 8j/88 66 36 18 1d 3f 6f 8d"),
    ('r', "16 1f/19 36 66"),
    ('s', "77 56 36 18 19 3a 5b 7c 7d 5f 3f 1e"),
    ('t', "32 3d 5f 6f/16 66"),
    ('u', "16 1d 3f 6f 8d/86 8f"),
    ('v', "16 5f 96"),
    ('w', "16 3f 58 7f 96"),
    ('x', "16 8f/86 1f"),
    ('y', "16 5f/96 4h 2j"),
    ('z', "16 86 1f 8f"),
    ('/', "81 2g"),
    ('-', "1a 6a"),
    ('–', "1a 8a"),
    ('—', "0a aa"),
    ('.', "1f 1f"),
    (',', "2e 1h"),
    (':', "17 17/1f 1f"),
    ('%', "91 1f/11 31 33 13 11/7d 9d 9f 7f 7d"),
    ('+', "57 5f/1b 9b"),
    ('~', "1b 39 6b 89"),
    ('_', "1g 9g"),
    ('(', "41 25 2b 4f"),
    (')', "11 35 3b 1f"),
    ('’', "21 14"),
    ('\'', "11 14"),
    ('“', "22 14/52 44"),
    ('”', "21 13/51 43"),
    ('·', "19 19"),
    ('£', "83 61 41 34 3f/1f 9f/18 78"),
    (';', "17 17/2e 1h"),
    ('!', "11 1b/1f 1f"),
    ('?', "14 31 71 94 96 59 5b/5f 5f"),
    ('&', "9f 35 33 51 61 73 75 1b 1d 3f 5f 9a"),
    ('‘', "24 11"),
    ('"', "11 14/41 44"),
    ('=', "18 88/1c 8c"),
    ('#', "3f 51/6f 81/16 96/1b 9b"),
    ('*', "15 7b/75 1b"),
    ('[', "31 11 1f 3f"),
    (']', "11 31 3f 1f"),
    ('…', "1f 1f/5f 5f/9f 9f"),
    ('$', "93 71 31 13 16 38 78 9a 9d 7f 3f 1d/51 5f"),
    ('€', "93 71 51 34 3c 5f 7f 9d/16 66/1a 6a"),
];

fn sign(c: char) -> Option<&'static str> {
    SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, strokes)| *strokes)
}

/// Returns whether there are strokes for every letter of a text.
pub(super) fn can_draw(text: &str) -> bool {
    text.chars().all(|c| c == ' ' || sign(c).is_some())
}

/// Returns the strokes of a text, each with where its sign begins, from the left.
pub(super) fn strokes(text: &str) -> Vec<(i64, Vec<(i64, i64)>)> {
    let mut at = 0;
    let mut strokes = Vec::new();
    for c in text.chars() {
        let own = sign(c).unwrap_or_default().split('/').filter(|stroke| !stroke.is_empty());
        strokes.extend(own.map(|stroke| (at, stroke.split(' ').map(point).collect())));
        at += advance(c);
    }
    strokes
}

/// Returns how wide a text is, without the gap behind it.
pub(super) fn width(text: &str) -> i64 {
    (text.chars().map(advance).sum::<i64>() - GAP).max(0)
}

/// How far the next sign stands behind one; digits are all of one width.
fn advance(c: char) -> i64 {
    if c == ' ' {
        return BLANK + GAP;
    }
    let widest = || sign(c).unwrap_or_default().split(['/', ' ']).map(|pair| point(pair).0).max().unwrap_or(0);
    GAP + if c.is_ascii_digit() { 9 } else { widest() }
}

fn point(pair: &str) -> (i64, i64) {
    let mut digits = pair.chars().map(|c| i64::from(c.to_digit(36).unwrap_or(0)));
    (digits.next().unwrap_or(0), digits.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_strokes_of_points_on_its_field() {
        for (c, strokes) in SIGNS {
            let pairs = strokes.split(['/', ' ']);
            assert!(pairs.clone().count() > 1, "{c}");
            for pair in pairs {
                assert!(pair.len() == 2 && pair.chars().all(|c| c.is_digit(36)), "{c}: {pair}");
                let (x, y) = point(pair);
                assert!((0..=10).contains(&x) && (1..=19).contains(&y), "{c}: {pair}");
            }
        }
        assert_eq!(SIGNS.iter().map(|(c, _)| c).collect::<std::collections::BTreeSet<_>>().len(), SIGNS.len());
    }

    #[test]
    fn a_text_is_as_wide_as_its_signs() {
        assert_eq!(width("11"), 9 + GAP + 9);
        assert_eq!(width(""), 0);
        assert_eq!(strokes("1 1").iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0, 2 * GAP + 9 + BLANK + GAP - GAP]);
        assert!(can_draw("https://notice.example/26") && !can_draw("问题"));
    }
}
