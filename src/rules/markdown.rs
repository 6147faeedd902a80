//! Rules about Markdown, most of which are applied where it is parsed.

use super::example::Example::{Shown, Told};
use super::example::ExampleChange::{Added, File, Part};
use super::example::{FIRST_EN, FIRST_ZH, THIRD_EN, THIRD_ZH};
use super::{Check, Rule, RuleGroup, Words};

/// A small picture.
const MAP: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>\n";

pub(super) static UNSAFE_LINK: Rule = Rule {
    id: crate::text::markdown::UNSAFE_LINK.name,
    group: RuleGroup::Links,
    severity: crate::text::markdown::UNSAFE_LINK.severity,
    demand: Words(
        "链接只用 https:、http:、mailto:、tel: 开头的地址，或指向 content/ 里的文件。",
        "A link begins with https:, http:, mailto: or tel:, or leads to a file of content/.",
    ),
    why: Words(
        "指向自己电脑的链接，读者打不开；以 javascript: 等开头的链接会在读者的电脑上运行程序。",
        "A link to one's own computer opens nothing for the reader; one that begins with javascript: runs a program on the reader's computer.",
    ),
    example: Shown(&[Part(FIRST_ZH, "见[附件](file:///D:/list.txt)。", "见[附件](../files/list.txt)。")]),
    check: Check::With(&BROKEN_LINK),
};

pub(super) static BROKEN_LINK: Rule = Rule {
    id: crate::text::markdown::BROKEN_LINK.name,
    group: RuleGroup::Links,
    severity: crate::text::markdown::BROKEN_LINK.severity,
    demand: Words(
        "每个链接和图片都指向存在的文件，或 notice.yaml 的 allowed_hosts 允许的网站。",
        "Every link and picture leads to a file that exists, or to a site listed under `allowed_hosts` in notice.yaml.",
    ),
    why: Words(
        "点开是“找不到页面”，或者跳到不相干的网站，读者会认为公开得不认真。",
        "A dead link, or one to somebody else's site, looks like disclosure that nobody cared about.",
    ),
    example: Shown(&[Part(FIRST_ZH, "见[附件](../files/lists.txt)。", "见[附件](../files/list.txt)。")]),
    check: Check::Several(&[Check::Notice(super::prose::check), Check::Markdown(super::prose::of_issue)]),
};

pub(super) static EMPTY_LINK: Rule = Rule {
    id: crate::text::markdown::EMPTY_LINK.name,
    group: RuleGroup::Links,
    severity: crate::text::markdown::EMPTY_LINK.severity,
    demand: Words("每个链接有文字，写在方括号里。", "Every link has words, in the square brackets."),
    why: Words(
        "没有文字的链接看不见也点不了，附件等于没有公开。",
        "A link without words cannot be seen or followed: what it leads to is not disclosed.",
    ),
    example: Shown(&[Part(FIRST_ZH, "见[](../files/list.txt)。", "见[附件](../files/list.txt)。")]),
    check: Check::With(&BROKEN_LINK),
};

pub(super) static RAW_HTML: Rule = Rule {
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

pub(super) static FORBIDDEN_CHARACTER: Rule = Rule {
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
    check: Check::Text(super::characters::forbidden),
};

pub(super) static UNKNOWN_FIGURE: Rule = Rule {
    id: crate::text::markdown::UNKNOWN_FIGURE.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::UNKNOWN_FIGURE.severity,
    demand: Words(
        "正文用 {{ 标识 }} 引用的数据或统计数存在。",
        "What a narrative quotes as {{ id }} is a figure of the record or a statistic.",
    ),
    why: Words(
        "名字写错，页面上该出现数字的地方就什么也没有。",
        "With a wrong name, nothing would stand where the figure should.",
    ),
    example: Shown(&[
        Part(FIRST_ZH, "罚款{{ fine }}。", "罚款{{ fines }}。"),
        Part(FIRST_EN, "fines of {{ fine }}.", "fines of {{ fines }}."),
    ]),
    check: Check::With(&BROKEN_LINK),
};

pub(super) static FOOTNOTE: Rule = Rule {
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

pub(super) static ORDERED_LIST_START: Rule = Rule {
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

pub(super) static ACCIDENTAL_EMPHASIS: Rule = Rule {
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

pub(super) static MISREAD_MARKUP: Rule = Rule {
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
    check: Check::Prose(super::plain::check),
};

pub(super) static MISSING_ALT: Rule = Rule {
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

pub(super) static OUTPUT_TOO_LARGE: Rule = Rule {
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

pub(super) static LOST_TEXT: Rule = Rule {
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

pub(super) static UNMEANT_STRUCTURE: Rule = Rule {
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

pub(super) static JOINED_LINES: Rule = Rule {
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

pub(super) static DOUBLED_UNIT: Rule = Rule {
    id: crate::text::markdown::DOUBLED_UNIT.name,
    group: RuleGroup::Prose,
    severity: crate::text::markdown::DOUBLED_UNIT.severity,
    demand: Words(
        "用 {{ 标识 }} 引用的数据旁边不再写单位：单位随数据一起显示。",
        "A figure quoted as {{ id }} is shown with its unit, which is not typed again.",
    ),
    why: Words("页面上会是“147.6万元元”。", "The page would say “CNY 1.476 million million”."),
    example: Shown(&[
        Part(FIRST_ZH, "罚款{{ fines }}元。", "罚款{{ fines }}。"),
        Part(FIRST_EN, "fines of CNY {{ fines }}.", "fines of {{ fines }}."),
    ]),
    check: Check::With(&BROKEN_LINK),
};
