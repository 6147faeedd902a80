//! Messages of a theme: all of them are there, in their language, and take what they are given.

use super::{CONTACT, EXTENDS, OWN, THEME};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, File, Part};
use crate::rules::example::NOTICE;
use crate::rules::{Check, Rule, RuleGroup, Words};

const MESSAGES_ZH: &str = "text: {contact: {hint: 欢迎来电}}\n";

const HINT: &str = "{% extends \"bulletin/contact.html\" %}\n{% block content %}{{ super() }}<p>{{ t.contact.hint }}</p>{% endblock %}\n";

pub(in crate::rules) static NO_MESSAGES: Rule = Rule {
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

pub(in crate::rules) static MISSING_MESSAGE: Rule = Rule {
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

pub(in crate::rules) static MESSAGES_LANGUAGE: Rule = Rule {
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

pub(in crate::rules) static UNKNOWN_MESSAGE: Rule = Rule {
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

pub(in crate::rules) static MESSAGE_PLACEHOLDER: Rule = Rule {
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
