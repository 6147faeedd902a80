//! The files of a new notice: commented records with one example issue, ready to be built, and the schemas by which an
//! editor completes them.
//!
//! Takes what the clerk answered; gives files. They pass `check`, with a warning for each text that is still to be
//! written, and their comments are the manual's first page.

mod issue;
mod notice;

use std::collections::BTreeMap;

use crate::notice::content::Schemas;
use crate::rules::Words;
use crate::value::{Date, Lang, Localized, RelPath};
use issue::{issue, narrative};
use notice::{notice, section, units};

/// What a new notice starts from.
#[derive(Clone, Debug)]
pub struct Answers {
    /// Languages; the first is the default.
    pub languages: Vec<Lang>,
    /// Title of the notice.
    pub title: Localized,
    /// Issuer.
    pub issuer: Localized,
    /// Titles of sections, in order; at least one.
    pub sections: Vec<Localized>,
    /// The day it is made.
    pub today: Date,
}

/// Returns every file of the new notice.
pub fn files(answers: &Answers) -> Vec<(RelPath, String)> {
    let mut files = vec![
        (RelPath::of("content/notice.yaml"), notice(answers)),
        (RelPath::of("content/units.yaml"), units(answers)),
    ];
    for (number, title) in (1..).zip(&answers.sections) {
        files.push((
            RelPath::of(format!("content/{number}-section-{number}/section.yaml")),
            section(answers, number, title),
        ));
    }
    files.push((RelPath::of("content/1-section-1/001.yaml"), issue(answers)));
    for lang in &answers.languages {
        files.push((RelPath::of(format!("content/1-section-1/001.{lang}.md")), narrative(lang)));
    }
    files.extend(Schemas::of_records().files());
    files.push((RelPath::of(".gitignore"), "/public/*\n!/public/.gitignore\n".to_owned()));
    files
}

/// Returns a text for each language, as YAML lines below a key.
fn texts(answers: &Answers, indent: &str, text: impl Fn(&Lang) -> String) -> String {
    let line = |lang: &Lang| {
        // A map of one text can always be written as YAML.
        let entry = serde_yaml::to_string(&BTreeMap::from([(lang.code(), text(lang))])).unwrap_or_default();
        entry.lines().map(|line| format!("{indent}{line}\n")).collect::<String>()
    };
    answers.languages.iter().map(line).collect()
}

/// Returns Chinese for Chinese, English for every other language until it is translated.
fn either(lang: &Lang, zh: &str, en: &str) -> String {
    if lang.code() == "zh" { zh.to_owned() } else { en.to_owned() }
}

fn words(lang: &Lang, words: Words) -> String {
    either(lang, words.0, words.1)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::compile::{Options, compile};
    use crate::source::SourceTree;
    use crate::theme;

    #[test]
    fn a_new_notice_passes_every_rule_in_any_languages() {
        for codes in [vec!["zh", "en"], vec!["en"], vec!["en", "zh"]] {
            let languages: Vec<Lang> = codes.iter().map(|code| Lang::new(code)).collect();
            let text = |zh: &str, en: &str| {
                let mut text = Localized::default();
                languages.iter().for_each(|lang| text.insert(*lang, either(lang, zh, en).as_str().into()));
                text
            };
            let answers = Answers {
                title: text("某县：“双随机”检查整改情况通报", "Notice: “double random” checks # on"),
                issuer: text("某县政府", "A County"),
                sections: vec![text("党的建设", "Party building"), text("工程项目", "Projects")],
                today: "2024-02-29".parse().expect("a date"),
                languages,
            };
            let files = files(&answers);
            let read = files.iter().filter(|(path, _)| !path.as_str().contains("/."));
            let tree = SourceTree::of(read.map(|(path, text)| (path.as_str(), text.as_bytes())));
            let compiled = compile(&Arc::new(theme::with_built_in(tree)), &Options::default());
            let rules: Vec<_> = compiled.diagnostics.iter().map(|found| found.rule).collect();
            assert_eq!(rules, vec!["placeholder"; 5 * codes.len()], "only what is still to be written is left");
            assert!(compiled.value.is_some());
        }
    }
}
