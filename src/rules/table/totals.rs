//! Whether figures add up.

use super::{ACCOUNTABILITY, NOTICE, THIRD};
use crate::diagnostic::Severity::{Error, Warning};
use crate::rules::Change::{Added, File, Part};
use crate::rules::Example::Shown;
use crate::rules::Group::Totals;
use crate::rules::{Rule, Words};

pub(super) const ROWS: &[Rule] = &[
    Rule {
        id: "unknown-statistic",
        group: Totals,
        severity: Error,
        demand: Words(
            "“应与哪个统计数一致”（equals）写的是已有的统计数，如 total、completed。",
            "`equals` names a statistic that exists, such as total or completed.",
        ),
        why: Words(
            "名字写错，这个数就没有人核对，错了也会照样公布。",
            "With a wrong name the figure is compared with nothing, and published even if it is wrong.",
        ),
        example: Shown(&[Part(
            NOTICE,
            "- {id: issues, label: {zh: 反馈问题, en: Issues fed back}, value: 3, unit: piece, equals: totals}",
            "- {id: issues, label: {zh: 反馈问题, en: Issues fed back}, value: 3, unit: piece, equals: total}",
        )]),
    },
    Rule {
        id: "stated-differs",
        group: Totals,
        severity: Error,
        demand: Words(
            "公布的总数与按记录统计出来的数一致。",
            "A total that is stated equals the one that is counted from the records.",
        ),
        why: Words(
            "通报说 4 个问题，列出来只有 3 个，读者数得出来。",
            "If the notice speaks of four issues and lists three, readers will count them.",
        ),
        example: Shown(&[Part(
            NOTICE,
            "- {id: issues, label: {zh: 反馈问题, en: Issues fed back}, value: 4, unit: piece, equals: total}",
            "- {id: issues, label: {zh: 反馈问题, en: Issues fed back}, value: 3, unit: piece, equals: total}",
        )]),
    },
    Rule {
        id: "persons-differ",
        group: Totals,
        severity: Error,
        demand: Words(
            "公布的处理人数（stated）与名单上的人数一致。",
            "The number of persons that is stated equals the number on the list.",
        ),
        why: Words(
            "说处理了 2 人，名单上只有 1 人，读者会问另一个人是谁、为什么不公布。",
            "If two persons are said to have been held to account and one is listed, the public will ask about the other.",
        ),
        example: Shown(&[File(
            ACCOUNTABILITY,
            "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    stated: 2
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
            "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    stated: 1
    persons:
      - post: {zh: 县住建局副局长, en: Deputy Director of the County Housing Bureau}
",
        )]),
    },
    Rule {
        id: "equation",
        group: Totals,
        severity: Error,
        demand: Words(
            "记录里声明的等式（equations）成立：各部分加起来等于总数，比率由个数算得出来。",
            "The equations that a record declares hold: parts add up to their whole, rates follow from their counts.",
        ),
        why: Words(
            "已办结 224 件、在办 6 件，合计却写 229 件——这种对不上的数，记者最先看出来。",
            "224 concluded and 6 pending do not make 229, and a journalist is the first to notice.",
        ),
        example: Shown(&[Added(
            THIRD,
            "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 6, unit: case}
equations: [concluded + pending = letters]
",
            "\
figures:
  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}
  - {id: concluded, label: {zh: 已办结, en: Concluded}, value: 224, unit: case}
  - {id: pending, label: {zh: 在办, en: Pending}, value: 5, unit: case}
equations: [concluded + pending = letters]
",
        )]),
    },
    Rule {
        id: "rate-rounding",
        group: Totals,
        severity: Warning,
        demand: Words("比率按四舍五入取位，不直接截掉后面的数字。", "A rate is rounded, not cut off."),
        why: Words(
            "53 除以 80 是 66.25%，保留一位应为 66.3%；写成 66.2%，别人一算就不一样。",
            "53 of 80 is 66.25%, with one decimal 66.3%; whoever computes it again will not find 66.2%.",
        ),
        example: Shown(&[Added(
            THIRD,
            "\
figures:
  - {id: filled, label: {zh: 已招聘, en: Filled}, value: 53, unit: person}
  - {id: planned, label: {zh: 计划招聘, en: Planned}, value: 80, unit: person}
  - {id: share, label: {zh: 完成比例, en: Share}, value: 66.2, unit: percent}
equations: [filled / planned = share]
",
            "\
figures:
  - {id: filled, label: {zh: 已招聘, en: Filled}, value: 53, unit: person}
  - {id: planned, label: {zh: 计划招聘, en: Planned}, value: 80, unit: person}
  - {id: share, label: {zh: 完成比例, en: Share}, value: 66.3, unit: percent}
equations: [filled / planned = share]
",
        )]),
    },
];
