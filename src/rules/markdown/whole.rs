//! Whether all of a text gets onto its page: it is not too large, and no word of it is lost.

use super::links::BROKEN_LINK;
use crate::rules::example::Example::{Shown, Told};
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static OUTPUT_TOO_LARGE: Rule = Rule {
    id: crate::text::markdown::OUTPUT_TOO_LARGE.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::OUTPUT_TOO_LARGE.severity,
    demand: Words(
        "正文生成的网页，大小不超过正文的 20 倍（另加 64 KB）。",
        "A narrative becomes at most 20 times its own size (and 64 KB) as a page.",
    ),
    why: Words(
        "一小段反复引用的文字能生成几百兆的网页，读者打不开，服务器也会被占满。",
        "A short text that repeats its references can become a page of hundreds of megabytes, which no reader can open.",
    ),
    example: Told(Words(
        "短短几行写不出例子。请检查：是不是同一个脚注引用了成千上万次，或者表头有几百列而内容只有几列。",
        "No few lines can show it. Look for a footnote that is referred to thousands of times, or a table whose head has hundreds of columns more \
         than its rows.",
    )),
    check: Check::With(&BROKEN_LINK),
};

pub(in crate::rules) static LOST_TEXT: Rule = Rule {
    id: crate::text::markdown::LOST_TEXT.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::LOST_TEXT.severity,
    demand: Words(
        "正文里的每个字都显示出来，或是起了作用的记号。",
        "Every character of a narrative is shown, or is a mark that does its work.",
    ),
    why: Words(
        "表格的一行比表头多一格，多出的字哪里也不显示，读者和作者都不会发现。",
        "When a row of a table has a cell more than its head, the words in it are shown nowhere, and nobody notices.",
    ),
    example: Shown(&[Part(FIRST_ZH, "| 罚款 | 12 | 其中3件尚未执行 |", "| 罚款 | 12 |")]),
    check: Check::With(&BROKEN_LINK),
};
