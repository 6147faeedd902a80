//! Pictures: each says in words what it shows.

use super::links::BROKEN_LINK;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, File};
use crate::rules::example::{THIRD_EN, THIRD_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};

/// A small picture.
const MAP: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>\n";

pub(in crate::rules) static MISSING_ALT: Rule = Rule {
    id: crate::text::markdown::MISSING_ALT.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::MISSING_ALT.severity,
    demand: Words("每张图片有文字说明，写在方括号里。", "Every picture has a description, in the square brackets."),
    why: Words(
        "看不见图片的读者靠读屏软件听说明；没有说明，这部分内容就没有向他们公开。",
        "Readers who cannot see the picture listen to its description; without one it is not disclosed to them.",
    ),
    example: Shown(&[
        File("content/files/map.svg", MAP, MAP),
        Added(THIRD_ZH, "\n![](../files/map.svg)\n", "\n![招聘岗位分布图](../files/map.svg)\n"),
        Added(THIRD_EN, "\n![Map of the posts](../files/map.svg)\n", "\n![Map of the posts](../files/map.svg)\n"),
    ]),
    check: Check::With(&BROKEN_LINK),
};
