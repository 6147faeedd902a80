//! The record of a new issue, with comments that say what belongs where.

use super::layout::{Folder, Layout};
use crate::rules::Words;
use crate::rules::placeholders::{STATEMENT, TITLE};
use crate::source::yaml::{self, Value};
use crate::value::Lang;

pub(super) fn record(
    layout: &Layout,
    folder: &Folder,
    number: u32,
    topic: Option<&str>,
    title: Option<&str>,
) -> String {
    let up = if folder.section.is_some() { "../" } else { "" };
    let texts = |given: Option<&str>, missing| {
        let text = |(at, lang): (usize, &Lang)| {
            let text = given.filter(|_| at == 0).unwrap_or_else(|| words(lang, missing));
            (lang.code().to_owned(), Value::text(text))
        };
        let map = Value::Map(layout.languages.iter().enumerate().map(text).collect());
        yaml::written_anew(&map).lines().map(|line| format!("  {line}\n")).collect::<String>()
    };
    let topic = topic.map_or(String::new(), |topic| format!("# 二级问题的标识 Id of its topic\ntopic: {topic}\n"));
    format!(
        "# yaml-language-server: $schema={up}.schema/issue.json
number: {number}
{topic}
# 标题 Title
title:
{title}# 反馈的问题，一句话。What was found, in a sentence.
statement:
{statement}
# 整改状态，必须填写。Status, which must be given: completed, substantially-completed, in-progress, ongoing, not-started
status:
# 整改时限：年、年月或年月日；没有写明的写 not-stated。Due: a year, a month or a day; `not-stated` where none is stated.
# due: 2026-12

# 牵头单位、责任单位，写 units.yaml 里的 id。Lead and responsible bodies, by their ids in units.yaml.
# lead: [general-office]
# responsible: [general-office]

# 下一步措施：没有完成的问题都要写。Next steps: needed while the issue is outstanding.
# next_steps:
#   {lang}: …
",
        title = texts(title, TITLE),
        statement = texts(None, STATEMENT),
        lang = layout.languages[0],
    )
}

/// Chinese for Chinese, English for every other language until it is translated.
pub(super) fn words(lang: &Lang, Words(zh, en): Words) -> &'static str {
    if lang.code() == "zh" { zh } else { en }
}
