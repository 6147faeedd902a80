//! What a theme makes: its templates can be rendered, and their pages are whole.

use super::{CONTACT, EXTENDS, OWN, THEME};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::{Added, File};
use crate::rules::example::NOTICE;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(in crate::rules) static TEMPLATE: Rule = Rule {
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

pub(in crate::rules) static OUTPUT: Rule = Rule {
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
