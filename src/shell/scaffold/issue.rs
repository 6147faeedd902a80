//! The record of a new issue and its narratives.

use super::{Answers, either, texts, words};
use crate::rules::placeholders::{DONE, NEXT_STEPS, RULES_MADE, STATEMENT};
use crate::value::Lang;

pub(super) fn issue(answers: &Answers) -> String {
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

pub(super) fn narrative(lang: &Lang) -> String {
    let (done, made) = (words(lang, DONE), words(lang, RULES_MADE));
    let zh =
        format!("已召开{{{{ meetings }}}}专题会议，研究整改措施。\n\n- **立行立改。**{done}\n- **建章立制。**{made}\n");
    let en = format!(
        "The office held {{{{ meetings }}}} meetings to plan the rectification.\n\n- **Immediate action.** {done}\n- **Lasting change.** {made}\n"
    );
    either(lang, &zh, &en)
}
