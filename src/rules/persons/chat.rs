//! Accounts of WeChat and QQ, with the word that says so.

mod gap;
mod qq;
mod wechat;

use super::identity::IDENTITY_CARD;
use crate::diagnostic::Severity;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};

pub(super) use qq::QQ;
pub(super) use wechat::WECHAT;

pub(in crate::rules) static CHAT_ACCOUNT: Rule = Rule {
    id: "chat-account",
    group: RuleGroup::Persons,
    severity: Severity::Error,
    demand: Words("不出现个人的微信号、QQ 号。", "No personal WeChat or QQ accounts appear."),
    why: Words(
        "个人账号公开后会招来骚扰和诈骗，本人的其他信息也会被顺着查出来。",
        "A published account attracts pestering and fraud, and leads to whatever else is known of the person.",
    ),
    example: Shown(&[Added(THIRD_ZH, "\n报名请加微信号 zhang_yihu88。\n", "\n报名请关注县卫生健康局微信公众号。\n")]),
    check: Check::With(&IDENTITY_CARD),
};

const HELP: Words = Words(
    "请删去，或改用单位的联系方式；确需公开的，请在 accepted 里写明理由",
    "remove it or give the office's contact instead; if it must stay, say why under `accepted`",
);
