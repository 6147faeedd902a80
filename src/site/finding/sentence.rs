//! What is said of one issue in a sentence: the first of what the office wrote, where that says something by itself.

use crate::notice::Issue;

/// Columns that a sentence may be wide: twice as many as Chinese characters.
const WIDEST: usize = 180;

/// Columns below which a sentence says too little to stand alone: it is rather a heading.
const NARROWEST: usize = 24;

/// Returns what is still to be done about an issue in one sentence, if its next steps begin with one.
pub(in crate::site) fn still_to_be_done(issue: &Issue, next_steps: Option<String>) -> Option<String> {
    let steps = next_steps.filter(|_| issue.class().is_outstanding())?;
    first_sentence(steps.lines().find(|line| !line.trim().is_empty())?)
}

/// Returns what was done about a finished issue in one sentence: the first of its response, where that begins with a paragraph of its own.
pub(in crate::site) fn result(issue: &Issue, response: Option<String>) -> Option<String> {
    let response = response.filter(|_| !issue.class().is_outstanding())?;
    first_sentence(response.lines().find(|line| !line.trim().is_empty())?)
}

/// Returns the first sentence of a line, with the one behind it where it is but a heading; cut behind a clause where it is too long. A line
/// that only announces a list says nothing.
fn first_sentence(line: &str) -> Option<String> {
    let line = line.trim();
    let end = ends(line).find(|end| columns(&line[..*end]) >= NARROWEST).unwrap_or(line.len());
    let sentence = line[..end].trim_end();
    if sentence.ends_with(['：', ':']) || sentence.is_empty() {
        return None;
    }
    if columns(sentence) <= WIDEST {
        return Some(sentence.to_owned());
    }
    let clause = |(at, c): (usize, char)| matches!(c, '，' | '；' | ',' | ';').then_some(at);
    let cuts = sentence.char_indices().filter_map(clause).take_while(|at| columns(&sentence[..*at]) <= WIDEST);
    let more = if sentence.contains(|c: char| c >= '\u{2e80}') { "……" } else { "…" };
    cuts.last().map(|at| format!("{}{more}", &sentence[..at]))
}

/// Where sentences of a line end: behind a full stop of Chinese, or a point before a blank and a capital.
fn ends(line: &str) -> impl Iterator<Item = usize> {
    let is_end = move |at: usize, c: char| match c {
        '。' | '！' | '？' => true,
        '.' | '!' | '?' => {
            let mut behind = line[at + 1..].chars();
            behind.next() == Some(' ') && behind.next().is_some_and(char::is_uppercase)
        }
        _ => false,
    };
    line.char_indices().filter(move |(at, c)| is_end(*at, *c)).map(|(at, c)| at + c.len_utf8())
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn the_first_sentence_says_something() {
        let long = "市直各部门逐项对照排查，".repeat(9) + "年底前完成。";
        for (line, expected) in [
            (
                "3个项目涉及304万元，目前仍在诉讼中；2021年12月底前完成。同时加强监管。",
                Some("3个项目涉及304万元，目前仍在诉讼中；2021年12月底前完成。"),
            ),
            (
                "环境基础设施。2021年底前，新建城市污水管网90公里。其他。",
                Some("环境基础设施。2021年底前，新建城市污水管网90公里。"),
            ),
            (
                "Deposits of CNY 3.04 million were not forfeited. The rest follows.",
                Some("Deposits of CNY 3.04 million were not forfeited."),
            ),
            (
                "Audit. Each department reports what it has done. Later more.",
                Some("Audit. Each department reports what it has done."),
            ),
            ("继续加强监督", Some("继续加强监督")),
            ("下一步的工作如下，分期完成：", None),
            ("", None),
        ] {
            assert_eq!(first_sentence(line).as_deref(), expected, "{line}");
        }
        let cut = first_sentence(&long).expect("a sentence");
        assert!(cut.ends_with("排查……") && cut.chars().count() < 95, "{cut}");
        let long = "Every department checks its list, ".repeat(9) + "by the end of the year.";
        let cut = first_sentence(&long).expect("a sentence");
        assert!(cut.ends_with("its list…"), "{cut}");
    }
}
