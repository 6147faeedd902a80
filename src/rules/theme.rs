//! Rules about the theme, which are applied where it is read, rendered and looked at.

use super::example::Example::Shown;
use super::example::ExampleChange::{Added, File, Part};
use super::example::NOTICE;
use super::{Check, Rule, RuleGroup, Words};

const OWN: &str = "theme: county\n";

const EXTENDS: &str = "extends: bulletin\n";

const THEME: &str = "themes/county/theme.yaml";

const CONTACT: &str = "themes/county/templates/contact.html";

const MESSAGES_ZH: &str = "text: {contact: {hint: 欢迎来电}}\n";

const HINT: &str = "{% extends \"bulletin/contact.html\" %}\n{% block content %}{{ super() }}<p>{{ t.contact.hint }}</p>{% endblock %}\n";

pub(super) static UNKNOWN_THEME: Rule = Rule {
    id: crate::theme::UNKNOWN_THEME.name,
    group: RuleGroup::Theme,
    severity: crate::theme::UNKNOWN_THEME.severity,
    demand: Words(
        "notice.yaml 和 theme.yaml 写的外观存在，也不循环引用。",
        "The themes named in notice.yaml and theme.yaml exist, and none extends itself.",
    ),
    why: Words(
        "没有外观就做不出页面，网站更新不了。",
        "Without its theme no page can be made, and the site stays as it was.",
    ),
    example: Shown(&[Added(NOTICE, "theme: buletin\n", "theme: bulletin\n")]),
    check: Check::Elsewhere,
};

pub(super) static NO_MESSAGES: Rule = Rule {
    id: crate::theme::NO_MESSAGES.name,
    group: RuleGroup::Theme,
    severity: crate::theme::NO_MESSAGES.severity,
    demand: Words(
        "通报的每种语言，外观里都有用语文件（messages/语言.yaml）。",
        "The theme has a file of messages (messages/LANGUAGE.yaml) for every language of the notice.",
    ),
    why: Words(
        "没有用语文件，那种语言的页面没有“首页”“已完成”这些字，也不知道数字和日期怎样写。",
        "Without it the pages in that language would have no words such as “Home” or “Completed”, and no rules for numbers and dates.",
    ),
    example: Shown(&[Part(NOTICE, "languages: [zh, en, fr]", "languages: [zh, en]")]),
    check: Check::Elsewhere,
};

pub(super) static MISSING_MESSAGE: Rule = Rule {
    id: crate::theme::MISSING_MESSAGE.name,
    group: RuleGroup::Theme,
    severity: crate::theme::MISSING_MESSAGE.severity,
    demand: Words("一种语言有的用语，其他语言也都有。", "A message that one language has is there in all others."),
    why: Words(
        "少一条用语，那种语言的页面上就缺一个按钮名或一个表头。",
        "Where a message is missing, a button or the head of a column has no name in that language.",
    ),
    example: Shown(&[
        Added(NOTICE, OWN, OWN),
        File(THEME, EXTENDS, EXTENDS),
        File(CONTACT, HINT, HINT),
        File("themes/county/messages/zh.yaml", MESSAGES_ZH, MESSAGES_ZH),
        File("themes/county/messages/en.yaml", "", "text: {contact: {hint: Please call us}}\n"),
    ]),
    check: Check::Elsewhere,
};

pub(super) static MESSAGES_LANGUAGE: Rule = Rule {
    id: crate::theme::MESSAGES_LANGUAGE.name,
    group: RuleGroup::Theme,
    severity: crate::theme::MESSAGES_LANGUAGE.severity,
    demand: Words(
        "用语文件的语言标签（tag）和文件名是同一种语言，各语言的名称（name）互不相同。",
        "The `tag` of a file of messages is that of its own language, and no two languages have one `name`.",
    ),
    why: Words(
        "从英文复制来的法文用语仍写着 tag: en，读屏软件就用英语来读法语；两种语言都叫 English，读者不知道该点哪一个。",
        "French messages copied from the English that still say `tag: en` make screen readers read French as English, and two languages called \
         English cannot be told apart.",
    ),
    example: Shown(&[
        Added(NOTICE, OWN, OWN),
        File(THEME, EXTENDS, EXTENDS),
        File("themes/county/messages/en.yaml", "language: {name: 中文}\n", "language: {name: English (UK)}\n"),
    ]),
    check: Check::Elsewhere,
};

pub(super) static UNKNOWN_MESSAGE: Rule = Rule {
    id: crate::theme::UNKNOWN_MESSAGE.name,
    group: RuleGroup::Theme,
    severity: crate::theme::UNKNOWN_MESSAGE.severity,
    demand: Words(
        "外观里改写的每一条用语，都是页面用到的：自带外观有这个键，或模板引用了它。",
        "Every message that a theme changes is one that pages ask for: the built-in theme has its key, or a template names it.",
    ),
    why: Words(
        "键写错一个字母，改动就不起作用，页面还是原来的说法，也没有人知道。",
        "With one letter wrong the change does nothing: pages go on saying the old words, and nobody is told.",
    ),
    example: Shown(&[
        Added(NOTICE, OWN, OWN),
        File(THEME, EXTENDS, EXTENDS),
        File(
            "themes/county/messages/zh.yaml",
            "text: {nav: {home: 通报首页}}\n",
            "text: {pages: {home: {nav: 通报首页}}}\n",
        ),
    ]),
    check: Check::Elsewhere,
};

pub(super) static MESSAGE_PLACEHOLDER: Rule = Rule {
    id: crate::theme::MESSAGE_PLACEHOLDER.name,
    group: RuleGroup::Theme,
    severity: crate::theme::MESSAGE_PLACEHOLDER.severity,
    demand: Words(
        "用语里花括号中的名称，都有内容可填；原来有数字或日期的用语，改写后也有。",
        "What stands in curly brackets in a message can be filled in, and a message that has a figure or date keeps it.",
    ),
    why: Words(
        "名称写错，“{nn}”会原样公布；漏写，读者就看不到那个数。",
        "With a wrong name `{nn}` is published as it stands; without one, readers do not learn the number.",
    ),
    example: Shown(&[
        Added(NOTICE, OWN, OWN),
        File(THEME, EXTENDS, EXTENDS),
        File(
            "themes/county/messages/zh.yaml",
            "text: {outstanding: {count: \"还剩{num}个问题\"}}\n",
            "text: {outstanding: {count: \"还剩{n}个问题\"}}\n",
        ),
    ]),
    check: Check::Elsewhere,
};

pub(super) static UNUSED_THEME_FILE: Rule = Rule {
    id: crate::theme::UNUSED_THEME_FILE.name,
    group: RuleGroup::Theme,
    severity: crate::theme::UNUSED_THEME_FILE.severity,
    demand: Words(
        "外观里的每个文件、组件和样式变量都用得到：模板有页面用，组件有模板用，图片有模板或样式用，变量有样式读。",
        "Every file, component and custom property of a theme is read: a template by a page, a component by a template, a picture by a template or style, a custom property by a style.",
    ),
    why: Words(
        "名称写错，改动就不起作用：自带的页头、自带的颜色还在，却没有提示。",
        "What has a misspelled name changes nothing: the built-in header or colour stays, without a word.",
    ),
    example: Shown(&[
        Added(NOTICE, OWN, OWN),
        File(THEME, EXTENDS, EXTENDS),
        File("themes/county/templates/frame/heder.html", "{% include \"bulletin/frame/header.html\" %}\n", ""),
        File("themes/county/templates/frame/header.html", "", "{% include \"bulletin/frame/header.html\" %}\n"),
    ]),
    check: Check::Elsewhere,
};

pub(super) static THEME_FILE: Rule = Rule {
    id: crate::theme::THEME_FILE.name,
    group: RuleGroup::Theme,
    severity: crate::theme::THEME_FILE.severity,
    demand: Words(
        "外观的样式和图形没有写错，用到的文件都在外观的 static/ 里，不从别处加载；文件名可以发布。",
        "The styles and drawings of the theme are right: what they load is in the theme's static/ and nowhere else, and its names can be published.",
    ),
    why: Words(
        "少一个括号，后面的样式全部失效；文件不在或在别的网站，读者就看不到图，别的网站还会知道谁在看通报。",
        "With a bracket missing, every style after it is lost. Where a file is missing or on another site, the reader sees no picture, and that \
         site could learn who reads the notice.",
    ),
    example: Shown(&[
        Added(NOTICE, OWN, OWN),
        File(THEME, EXTENDS, EXTENDS),
        File(
            "themes/county/styles/90-county.css",
            ".hero { background-image: url(emblem.svg) }\n",
            ".hero { background-image: url(crest.svg) }\n",
        ),
    ]),
    check: Check::Elsewhere,
};

pub(super) static TEMPLATE: Rule = Rule {
    id: crate::theme::TEMPLATE.name,
    group: RuleGroup::Theme,
    severity: crate::theme::TEMPLATE.severity,
    demand: Words("外观的模板没有写错。", "The templates of the theme are right."),
    why: Words(
        "模板有误，页面做不出来，已发布的网站就停在旧的内容上。",
        "With a mistake in a template no page is made, and the public goes on reading the old site.",
    ),
    example: Shown(&[
        Added(NOTICE, OWN, OWN),
        File(THEME, EXTENDS, EXTENDS),
        File(
            CONTACT,
            "{% extends \"bulletin/contact.html\" %}\n{% block content %}{{ super() }}<p>…</p>\n",
            "{% extends \"bulletin/contact.html\" %}\n{% block content %}{{ super() }}<p>…</p>{% endblock %}\n",
        ),
    ]),
    check: Check::Elsewhere,
};

pub(super) static OUTPUT: Rule = Rule {
    id: crate::theme::OUTPUT.name,
    group: RuleGroup::Theme,
    severity: crate::theme::OUTPUT.severity,
    demand: Words(
        "做好的页面是完整的：链接和页内位置都存在，有一个一级标题，写明语言，不含内联脚本，不从别的网站加载，没有个人号码。",
        "Finished pages are whole: links and anchors lead somewhere, there is one first-level heading, the language is stated, nothing runs inline, \
         nothing is loaded from another site, and no number of a person got out.",
    ),
    why: Words(
        "内容没有错，模板也可能把页面做坏；发布前再看一遍成品，读者就不会先看到。",
        "The content may be right and a template still spoil the page; gongkai looks at what is finished before the public does.",
    ),
    example: Shown(&[
        Added(NOTICE, OWN, OWN),
        File(THEME, EXTENDS, EXTENDS),
        File(
            CONTACT,
            "{% extends \"bulletin/contact.html\" %}\n{% block content %}{{ super() }}<a href=\"map.html\">{{ t.pages.search.nav }}</a>{% endblock %}\n",
            "{% extends \"bulletin/contact.html\" %}\n{% block content %}{{ super() }}<a href=\"search.html\">{{ t.pages.search.nav }}</a>{% endblock %}\n",
        ),
    ]),
    check: Check::Elsewhere,
};
