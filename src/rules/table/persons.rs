//! No personal information gets out.

use super::{ACCOUNTABILITY, THIRD_ZH};
use crate::diagnostic::Severity::Error;
use crate::rules::Change::{Added, File};
use crate::rules::Example::Shown;
use crate::rules::Group::Persons;
use crate::rules::{Rule, Words};

pub(super) const ROWS: &[Rule] = &[
    Rule {
        id: "identity-card",
        group: Persons,
        severity: Error,
        demand: Words("不出现身份证号码。", "There is no number of an identity card."),
        why: Words(
            "身份证号码一上网就收不回来，会被人冒用，当事人可以追究发布单位的责任。",
            "Once published the number cannot be taken back; it can be abused, and the person can hold the office liable.",
        ),
        example: Shown(&[Added(THIRD_ZH, "\n拟聘用王某某（身份证号 11010519491231002X）。\n", "\n拟聘用王某某。\n")]),
    },
    Rule {
        id: "mobile-number",
        group: Persons,
        severity: Error,
        demand: Words(
            "不出现个人手机号码；确需公开的工作手机，在 accepted 里写明理由。",
            "There is no personal mobile number; one that must be public has its reason under `accepted`.",
        ),
        why: Words(
            "个人手机号码公开后，本人会不断受到骚扰电话和短信打扰。",
            "The person whose number is published will be troubled with calls and messages.",
        ),
        example: Shown(&[Added(THIRD_ZH, "\n报名请联系 13800138000。\n", "\n报名请联系县卫生健康局办公室。\n")]),
    },
    Rule {
        id: "bank-card",
        group: Persons,
        severity: Error,
        demand: Words("不出现银行卡号。", "There is no number of a bank card."),
        why: Words(
            "卡号公开后，持卡人容易成为诈骗的目标。",
            "A published card number makes its holder a target of fraud.",
        ),
        example: Shown(&[Added(THIRD_ZH, "\n报名费退回 6222021234567890128 账户。\n", "\n报名费退回原缴费账户。\n")]),
    },
    Rule {
        id: "private-email",
        group: Persons,
        severity: Error,
        demand: Words(
            "除 notice.yaml 的联系方式（contact）外，不出现电子邮箱。",
            "There is no e-mail address but the one under `contact` in notice.yaml.",
        ),
        why: Words(
            "个人邮箱会招来垃圾邮件和诈骗邮件；读者的来信也到不了单位。",
            "A private address attracts spam and fraud, and readers' letters would not reach the office.",
        ),
        example: Shown(&[Added(
            THIRD_ZH,
            "\n意见建议请发 zhang@mail.example。\n",
            "\n意见建议请发 office@notice.example。\n",
        )]),
    },
    Rule {
        id: "named-person",
        group: Persons,
        severity: Error,
        demand: Words(
            "公布姓名要写明理由（reason）；公示期满（until）后删去姓名。",
            "A name has a reason to be published (`reason`), and is removed when its time is over (`until`).",
        ),
        why: Words(
            "没有依据地点名，或者期满还挂着，会侵犯当事人的权益；被处理的人一般只公布职务。",
            "To name someone without grounds, or for longer than allowed, infringes that person's rights; as a rule only the post is given.",
        ),
        example: Shown(&[File(
            ACCOUNTABILITY,
            "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
        name: {zh: 王某某, en: Wang}
",
            "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
        )]),
    },
];
