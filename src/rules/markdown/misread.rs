//! Marks and indents that Markdown reads in another way than the author meant them.

use super::links::BROKEN_LINK;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, Part};
use crate::rules::example::{FIRST_ZH, THIRD_EN, THIRD_ZH};
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static ORDERED_LIST_START: Rule = Rule {
    id: crate::text::markdown::ORDERED_LIST_START.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::ORDERED_LIST_START.severity,
    demand: Words(
        "编号列表从 1 开始，逐项加一；句首的年份等数字后面不直接写半角句点。",
        "Numbered lists begin with 1 and count up by one; a year that begins a line is not followed by a full stop.",
    ),
    why: Words(
        "行首的“1986.”会被当成第 1986 项，年份从句子里消失，变成列表的编号。",
        "“1986.” at the beginning of a line is read as item 1986: the year leaves the sentence and turns into a list number.",
    ),
    example: Shown(&[
        Added(THIRD_ZH, "\n1986. 这一年核定的编制沿用至今。\n", "\n1986 年核定的编制沿用至今。\n"),
        Added(
            THIRD_EN,
            "\nThe posts approved in 1986 are still in force.\n",
            "\nThe posts approved in 1986 are still in force.\n",
        ),
    ]),
    check: Check::With(&BROKEN_LINK),
};

pub(in crate::rules) static ACCIDENTAL_EMPHASIS: Rule = Rule {
    id: crate::text::markdown::ACCIDENTAL_EMPHASIS.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::ACCIDENTAL_EMPHASIS.severity,
    demand: Words(
        "隐去的字和乘号不写两个相连的星号，以免成对变成加粗；写 \\* 或“某”“×”。",
        "Two asterisks together hide no part of a name and stand for no multiplication, as a pair of them would make text bold: write \\* or ×.",
    ),
    why: Words(
        "“李**收受礼金，王**违规”里的星号会不见，中间的字变粗，读起来是另外的人名。",
        "The asterisks of masked names vanish and what stands between two of them becomes bold: readers see the names of other people.",
    ),
    example: Shown(&[
        Added(THIRD_ZH, "\n李**和王**已到岗。\n", "\n李某某和王某某已到岗。\n"),
        Added(THIRD_EN, "\nTwo of them have started work.\n", "\nTwo of them have started work.\n"),
    ]),
    check: Check::With(&BROKEN_LINK),
};

pub(in crate::rules) static MISREAD_MARKUP: Rule = Rule {
    id: crate::text::markdown::MISREAD_MARKUP.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::MISREAD_MARKUP.severity,
    demand: Words(
        "加粗、标题、列表、表格和链接的记号写得完整，不会原样显示出来；正文不用空格缩进。",
        "Marks of bold text, headings, lists, tables and links are whole, so that none is shown as typed; text is not indented with spaces.",
    ),
    why: Words(
        "少写一个空格或一半记号，读者看到的就是“##标题”“**重点”，像没有做完的稿子。",
        "With a space or half a mark missing, readers see ##Heading or **bold: it looks like a draft.",
    ),
    example: Shown(&[Part(FIRST_ZH, "- **摸清底数。全面", "- **摸清底数。**全面")]),
    check: Check::Prose(crate::rules::plain::check),
};

pub(in crate::rules) static UNMEANT_STRUCTURE: Rule = Rule {
    id: crate::text::markdown::UNMEANT_STRUCTURE.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::UNMEANT_STRUCTURE.severity,
    demand: Words(
        "段落、列表、标题、代码是作者想要的：列表后面的话空一行，编号的段落空一行，代码有头有尾。",
        "Paragraphs, lists, headings and code are what the author means: an empty line parts a sentence from the list above it and paragraphs with \
         typed numbers from each other, and code ends.",
    ),
    why: Words(
        "“综上”一句并进了最后一项，“- 3%”的负号成了圆点，一句话成了标题：页面上的意思变了。",
        "A summing-up becomes part of the last item, the minus of - 3% a bullet, a sentence a heading: the page says something else.",
    ),
    example: Shown(&[
        Added(THIRD_ZH, "\n- 已发布招聘公告。\n综上，正在推进。\n", "\n- 已发布招聘公告。\n\n综上，正在推进。\n"),
        Added(
            THIRD_EN,
            "\n- The posts have been advertised.\n\nThis is in hand.\n",
            "\n- The posts have been advertised.\n\nThis is in hand.\n",
        ),
    ]),
    check: Check::With(&BROKEN_LINK),
};

pub(in crate::rules) static JOINED_LINES: Rule = Rule {
    id: crate::text::markdown::JOINED_LINES.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::JOINED_LINES.severity,
    demand: Words("另起一段前面空一行。", "An empty line parts paragraphs."),
    why: Words(
        "从 Word 粘贴的各段之间没有空行，页面上连成一大段。",
        "Paragraphs pasted from Word have no empty lines between them and run together on the page.",
    ),
    example: Shown(&[
        Added(THIRD_ZH, "\n招聘公告已经发布。\n报名正在进行。\n", "\n招聘公告已经发布。\n\n报名正在进行。\n"),
        Added(
            THIRD_EN,
            "\nThe posts have been advertised.\n\nApplications are coming in.\n",
            "\nThe posts have been advertised.\n\nApplications are coming in.\n",
        ),
    ]),
    check: Check::With(&BROKEN_LINK),
};
