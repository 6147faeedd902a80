//! Themes and their files: a theme is there, its files are right, and something uses each of them.

use super::{EXTENDS, OWN, THEME};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, File};
use crate::rules::example::NOTICE;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static UNKNOWN_THEME: Rule = Rule {
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

pub(in crate::rules) static UNUSED_THEME_FILE: Rule = Rule {
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

pub(in crate::rules) static THEME_FILE: Rule = Rule {
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
