//! The rules by group, in one language: a part of the manual, and what `gongkai explain --format markdown` prints.

use super::either;
use crate::diagnostic::Severity;
use crate::rules::{RULES, Rule, Words};
use crate::value::Lang;

/// Returns every rule by group: its id, its severity and what it demands.
pub fn rules(lang: Lang) -> String {
    let pick = |Words(zh, en): Words| either(lang, zh, en);
    let mut text = String::new();
    for group in RULES.chunk_by(|a, b| a.group == b.group) {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{gap}## {}\n\n", pick(group[0].group.name())));
        text.extend(group.iter().map(|rule| line(rule, lang)));
    }
    text
}

fn line(rule: &Rule, lang: Lang) -> String {
    let Words(zh, en) = rule.demand;
    let (id, severity) = (rule.id, severity(rule.severity, lang));
    match lang.code() {
        "zh" => format!("- `{id}`（{severity}）{}\n", escaped(zh)),
        _ => format!("- `{id}` ({severity}): {}\n", escaped(en)),
    }
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => either(lang, "错误", "error"),
        Severity::Warning => either(lang, "警告", "warning"),
        Severity::Note => either(lang, "提示", "note"),
    }
}

/// Returns a text as Markdown reads it back, in a table too; what is between backticks stays.
pub fn escaped(text: &str) -> String {
    let part = |(i, part): (usize, &str)| {
        let is_code = i % 2 == 1;
        if is_code { part.to_owned() } else { part.chars().flat_map(escape).collect() }
    };
    text.split('`').enumerate().map(part).collect::<Vec<String>>().join("`")
}

fn escape(c: char) -> impl Iterator<Item = char> {
    let backslash = "\\|<*[".contains(c).then_some('\\');
    backslash.into_iter().chain([c])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_once_and_reads_back() {
        for code in ["zh", "en"] {
            let text = rules(Lang::new(code));
            assert_eq!(text.lines().filter(|line| line.starts_with("- `")).count(), RULES.len());
            assert!(RULES.iter().all(|rule| text.matches(&format!("- `{}`", rule.id)).count() == 1));
        }
        assert_eq!(escaped("<b> & * `a|*`"), "\\<b> & \\* `a|*`");
    }
}
