//! Roman numerals.

/// The value of a numeral that is one character: Ⅲ.
pub(super) fn of_char(c: char) -> Option<i64> {
    let n = u32::from(c).checked_sub(u32::from('Ⅰ')).filter(|n| *n < 12)?;
    Some(i64::from(n) + 1)
}

/// The value of a numeral in capitals, up to 39: III, XIV.
pub(super) fn value(letters: &str) -> Option<i64> {
    let digit = |letter| {
        Some(match letter {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        })
    };
    let digits: Vec<i64> = letters.chars().map(digit).collect::<Option<_>>()?;
    let is_taken = |at: usize| digits.get(at + 1).is_some_and(|next| digits[at] < *next);
    let value = (0..digits.len()).map(|at| if is_taken(at) { -digits[at] } else { digits[at] }).sum();
    (1..40).contains(&value).then_some(value).filter(|value| written(*value) == letters)
}

/// A number as it is written.
fn written(value: i64) -> String {
    const STEPS: [(i64, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let (mut rest, mut text) = (value, String::new());
    for (step, letters) in STEPS {
        while rest >= step {
            text.push_str(letters);
            rest -= step;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{of_char, value, written};

    #[test]
    fn numerals_read_back() {
        for n in 1..40 {
            assert_eq!(value(&written(n)), Some(n));
        }
        assert_eq!(
            ["Ⅰ", "Ⅳ", "Ⅻ", "I"].map(|text| of_char(text.chars().next().expect("one"))),
            [Some(1), Some(4), Some(12), None]
        );
        for other in ["IIII", "VX", "IC", "", "Xi", "IVI"] {
            assert_eq!(value(other), None, "{other}");
        }
    }
}
