//! Records of a new notice: its own, its units and its sections.

use super::{Answers, either, texts, words};
use crate::rules::placeholders::SUMMARY;
use crate::value::{Lang, Localized};

pub(super) fn notice(answers: &Answers) -> String {
    let languages = answers.languages.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
    let today = answers.today;
    format!(
        "# yaml-language-server: $schema=.schema/notice.json
# 整份通报。井号后面是说明，可以删去。The notice as a whole. What follows a # is a comment.

# 标题 Title
title:
{title}
# 发布单位 Issuer
issuer:
{issuer}
# 发布日期，和统计截至日期：状态和统计以后者为准。Date of issue; the date that statuses and statistics hold for.
issued_on: {today}
as_of: {today}

# 一两句话说明这份通报。What this notice is, in a sentence or two.
summary:
{summary}
# 语言，第一个为默认语言。Languages; the first is the default.
languages: [{languages}]

# 网站地址，发布前填写；有了它才有站点地图和规范网址。The address of the site: fill it in before publishing; the sitemap needs it.
# base_url: https://www.example.gov.cn/notice/

# 检查情况：巡视、巡察、审计、督察等，见 gongkai help offices。What the notice answers; see `gongkai help offices`.
# inspection:
#   kind: 巡察
#   body: {{zh: 市委巡察组, en: Municipal Inspection Team}}
#   subject: {{zh: 某市, en: A City}}
#   from: 2024-03-01
#   to: 2024-05-31
#   fed_back_on: 2024-07-01

# 联系方式，每一项都可省略。Contact; every part is optional.
contact:
  telephones: [\"0000-0000000\"]

# 发布单位公布的总体数据；equals 指明应与哪个统计数一致，不一致就不能发布。
# Figures that you state for the whole notice; `equals` names the statistic that a figure must equal.
stated:
  - id: issues
    label:
{stated}    value: 1
    unit: piece
    equals: total
",
        title = texts(answers, "  ", |lang| answers.title.text(*lang).to_owned()),
        issuer = texts(answers, "  ", |lang| answers.issuer.text(*lang).to_owned()),
        summary = texts(answers, "  ", |lang| words(lang, SUMMARY)),
        stated = texts(answers, "      ", |lang| either(lang, "反馈问题", "Issues reported")),
    )
}

pub(super) fn units(answers: &Answers) -> String {
    format!(
        "# yaml-language-server: $schema=.schema/units.json
# 牵头单位、责任单位；记录里用 id 引用。Lead and responsible bodies; records refer to them by id.
- id: general-office
  name:
{}",
        texts(answers, "    ", |lang| either(lang, "办公室", "General Office"))
    )
}

pub(super) fn section(answers: &Answers, number: usize, title: &Localized) -> String {
    format!(
        "# yaml-language-server: $schema=../.schema/section.json
# 一个方面；文件夹名是“序号-英文简称”，英文简称会成为网址。One section; the folder is named `number-name`, and the name becomes part of addresses.
title:
{title}# 二级问题，按顺序。Topics in order.
topics:
  - id: topic-{number}
    title:
{topic}",
        title = texts(answers, "  ", |lang| title.text(*lang).to_owned()),
        topic = texts(answers, "      ", |lang| either(lang, "第一个二级问题", "The first topic")),
    )
}
