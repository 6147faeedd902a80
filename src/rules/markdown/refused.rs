//! What Markdown has and a narrative may not: HTML, footnotes, and characters that nobody can see.

use super::links::BROKEN_LINK;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{File, Part};
use crate::rules::example::{FIRST_ZH, THIRD_EN, THIRD_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static RAW_HTML: Rule = Rule {
    id: crate::text::markdown::RAW_HTML.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::RAW_HTML.severity,
    demand: Words("正文里不写 HTML 标签，如 <b>、<br>。", "Narratives have no HTML tags such as <b> or <br>."),
    why: Words(
        "标签能改动整个页面，甚至夹带程序；从网页粘贴来的标签没有人检查过。",
        "Tags can change the whole page or carry a program, and nobody has looked at those that were pasted from elsewhere.",
    ),
    example: Shown(&[Part(FIRST_ZH, "- <b>摸清底数。</b>全面", "- **摸清底数。**全面")]),
    check: Check::With(&BROKEN_LINK),
};

pub(in crate::rules) static FORBIDDEN_CHARACTER: Rule = Rule {
    id: crate::text::markdown::FORBIDDEN_CHARACTER.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::FORBIDDEN_CHARACTER.severity,
    demand: Words(
        "文字里没有看不见的字符、控制字符、自造字和冒充汉字的部首字符。",
        "Texts have no invisible characters, no control characters, no private-use ones and no radicals in place of Han characters.",
    ),
    why: Words(
        "这样的字符让搜索找不到原文，或让文字倒着显示、变成方框，读者看到的与写的不一样。",
        "Such characters hide words from the search, turn text around or show as boxes: readers do not see what was written.",
    ),
    example: Shown(&[Part(FIRST_ZH, "- **摸清\u{200B}底数。**全面", "- **摸清底数。**全面")]),
    check: Check::Text(crate::rules::characters::forbidden),
};

pub(in crate::rules) static FOOTNOTE: Rule = Rule {
    id: crate::text::markdown::FOOTNOTE.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::FOOTNOTE.severity,
    demand: Words(
        "每个脚注在正文里有引用，在文末有内容，只写一次。",
        "Every footnote is referred to in the text and written once at its end.",
    ),
    why: Words(
        "只有引用没有内容，读者看到一个 [^1]；只有内容没有引用，这段说明根本不显示。",
        "Without its text the reader sees [^1]; without a reference the note is not shown at all.",
    ),
    example: Shown(&[
        File(
            THIRD_ZH,
            "正在招聘[^1]，共有{{ statistics.total }}个问题。\n",
            "正在招聘[^1]，共有{{ statistics.total }}个问题。\n\n[^1]: 含挂职人员。\n",
        ),
        File(
            THIRD_EN,
            "Recruitment is under way[^1]; there are {{ statistics.total }} issues in all.\n\n[^1]: Including secondments.\n",
            "Recruitment is under way[^1]; there are {{ statistics.total }} issues in all.\n\n[^1]: Including secondments.\n",
        ),
    ]),
    check: Check::With(&BROKEN_LINK),
};
