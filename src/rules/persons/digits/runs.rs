//! Groups of digits that run on over what may stand within a number.

use super::{DigitGroup, LONGEST};
use crate::rules::persons::reading::Reading;
use crate::rules::persons::told;

/// Groups that only spaces, dashes and brackets part from each other, and not many of them, or words that say that more
/// digits of the number follow.
pub(super) fn runs(reading: &Reading) -> Vec<Vec<DigitGroup>> {
    let mut runs: Vec<Vec<DigitGroup>> = Vec::new();
    let mut at = 0;
    let mut open = false;
    while let Some(ahead) = reading.chars[at..].iter().position(char::is_ascii_digit) {
        let told = if open { told::joint(reading.ahead(at)) } else { None };
        let start = at + told.unwrap_or(ahead);
        let length = reading.chars[start..].iter().take_while(|c| c.is_ascii_digit()).count();
        let group = DigitGroup { start, end: start + length };
        let is_joined = || {
            let last = runs.last().and_then(|run| run.last());
            last.is_some_and(|last| last.end == at && (told.is_some() || joins(&reading.chars[at..start])))
        };
        open = open && is_joined();
        at = group.end;
        match runs.last_mut() {
            _ if length > LONGEST => open = false,
            Some(run) if open => run.push(group),
            _ => {
                runs.push(vec![group]);
                open = true;
            }
        }
    }
    runs
}

/// Returns whether what stands between two groups may stand within one number.
fn joins(gap: &[char]) -> bool {
    const LONGEST_GAP: usize = 4;
    let count = |sign: char| gap.iter().filter(|c| **c == sign).count();
    let signs = gap.iter().filter(|c| !c.is_whitespace()).count();
    gap.len() <= LONGEST_GAP
        && signs <= 2
        && (count('*') == 0 || count('*') == gap.len())
        && count('\n') <= 1
        && count('.') <= 1
        && gap != [' ', '+', ' '] // a sum
        && (gap.iter().all(|c| " \n-./\\|·•‧_~*()[]【】〔〕+".contains(*c)) || matches!(gap, [',' | ':' | '、']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs_of(text: &str) -> Vec<Vec<String>> {
        let reading = Reading::of(text);
        let text = |group: &DigitGroup| reading.text(group.start..group.end);
        runs(&reading).iter().map(|run| run.iter().map(text).collect()).collect()
    }

    #[test]
    fn groups_run_on_over_what_may_stand_in_a_number() {
        assert_eq!(runs_of("138（0013）8000； 12 - 3"), [vec!["138", "0013", "8000"], vec!["12", "3"]]);
        assert_eq!(runs_of("138，0013:8000, 12"), [vec!["138", "0013", "8000"], vec!["12"]]);
        assert_eq!(runs_of("138+0013+8000， 19 + 8"), [vec!["138", "0013", "8000"], vec!["19"], vec!["8"]]);
        assert_eq!(runs_of("1....2\n\n3元4"), [["1"], ["2"], ["3"], ["4"]]);
        assert_eq!(runs_of("12345678901234567890 5 6"), [["5", "6"]]);
    }
}
