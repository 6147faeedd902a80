//! The files of a new notice: commented records with one example issue, ready to be built, and the schemas by which an
//! editor completes them.
//!
//! Takes what the clerk answered; gives files. They pass `check`, with a warning for each text that is still to be
//! written, and their comments are the manual's first page.

use std::collections::BTreeMap;

use crate::notice::content::Schemas;
use crate::rules::Words;
use crate::rules::placeholders::{DONE, NEXT_STEPS, RULES_MADE, STATEMENT, SUMMARY};
use crate::value::{Date, Lang, Localized, RelPath};

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

fn notice(answers: &Answers) -> String {
    let languages = answers.languages.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
    let today = answers.today;
    format!(
        "# yaml-language-server: $schema=.schema/notice.json
# 整份通报。井号后面是说明，可以删去。The notice as a whole. What follows a # is a comment.

# 标题 Title
title:
{title}
# 发布单位 Issuer
issuer:
{issuer}
# 发布日期，和统计截至日期：状态和统计以后者为准。Date of issue; the date that statuses and statistics hold for.
issued_on: {today}
as_of: {today}

# 一两句话说明这份通报。What this notice is, in a sentence or two.
summary:
{summary}
# 语言，第一个为默认语言。Languages; the first is the default.
languages: [{languages}]

# 网站地址，发布前填写；有了它才有站点地图和规范网址。The address of the site: fill it in before publishing; the sitemap needs it.
# base_url: https://www.example.gov.cn/notice/

# 检查情况：巡视、巡察、审计、督察等，见 gongkai help offices。What the notice answers; see `gongkai help offices`.
# inspection:
#   kind: 巡察
#   body: {{zh: 市委巡察组, en: Municipal Inspection Team}}
#   subject: {{zh: 某市, en: A City}}
#   from: 2024-03-01
#   to: 2024-05-31
#   fed_back_on: 2024-07-01

# 联系方式，每一项都可省略。Contact; every part is optional.
contact:
  telephones: [\"0000-0000000\"]

# 发布单位公布的总体数据；equals 指明应与哪个统计数一致，不一致就不能发布。
# Figures that you state for the whole notice; `equals` names the statistic that a figure must equal.
stated:
  - id: issues
    label:
{stated}    value: 1
    unit: piece
    equals: total
",
        title = texts(answers, "  ", |lang| answers.title.text(*lang).to_owned()),
        issuer = texts(answers, "  ", |lang| answers.issuer.text(*lang).to_owned()),
        summary = texts(answers, "  ", |lang| words(lang, SUMMARY)),
        stated = texts(answers, "      ", |lang| either(lang, "反馈问题", "Issues reported")),
    )
}

fn units(answers: &Answers) -> String {
    format!(
        "# yaml-language-server: $schema=.schema/units.json
# 牵头单位、责任单位；记录里用 id 引用。Lead and responsible bodies; records refer to them by id.
- id: general-office
  name:
{}",
        texts(answers, "    ", |lang| either(lang, "办公室", "General Office"))
    )
}

fn section(answers: &Answers, number: usize, title: &Localized) -> String {
    format!(
        "# yaml-language-server: $schema=../.schema/section.json
# 一个方面；文件夹名是“序号-英文简称”，英文简称会成为网址。One section; the folder is named `number-name`, and the name becomes part of addresses.
title:
{title}# 二级问题，按顺序。Topics in order.
topics:
  - id: topic-{number}
    title:
{topic}",
        title = texts(answers, "  ", |lang| title.text(*lang).to_owned()),
        topic = texts(answers, "      ", |lang| either(lang, "第一个二级问题", "The first topic")),
    )
}

fn issue(answers: &Answers) -> String {
    let due = answers.today.year() + 1;
    format!(
        "# yaml-language-server: $schema=../.schema/issue.json
# 一个问题一个文件，文件名就是序号。One issue, one file; its name is its number.
number: 1
topic: topic-1

title:
{title}
# 反馈的问题，一句话。What was found, in a sentence.
statement:
{statement}
# 整改状态 Status: completed, substantially-completed, in-progress, ongoing, not-started
status: in-progress

# 整改时限：年、年月或年月日；只写到月，就是当月最后一天。Due: a year, a month or a day; a month means its last day.
due: {due}-06

lead: [general-office]

# 主要数据：数值按基本单位写全；正文里用 {{{{ meetings }}}} 引用。Key figures, exact; narratives quote them by id.
figures:
  - id: meetings
    label:
{label}    value: 3
    unit: time

# 下一步措施：没有完成的问题都要写。Next steps: needed while the issue is outstanding.
next_steps:
{next_steps}",
        title = texts(answers, "  ", |lang| either(lang, "示例问题", "An example")),
        statement = texts(answers, "  ", |lang| words(lang, STATEMENT)),
        label = texts(answers, "      ", |lang| either(lang, "专题会议", "Meetings held")),
        next_steps = texts(answers, "  ", |lang| words(lang, NEXT_STEPS)),
    )
}

fn narrative(lang: &Lang) -> String {
    let (done, made) = (words(lang, DONE), words(lang, RULES_MADE));
    let zh =
        format!("已召开{{{{ meetings }}}}专题会议，研究整改措施。\n\n- **立行立改。**{done}\n- **建章立制。**{made}\n");
    let en = format!(
        "The office held {{{{ meetings }}}} meetings to plan the rectification.\n\n- **Immediate action.** {done}\n- **Lasting change.** {made}\n"
    );
    either(lang, &zh, &en)
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
