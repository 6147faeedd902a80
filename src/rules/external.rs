//! Other hosts that pages ask: allowed where the notice declares them, and said each time.

use super::example::Example::Shown;
use super::example::ExampleChange::Added;
use super::example::NOTICE;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::ExternalRecord;
use crate::notice::edition::Edition;
use crate::say;

pub(super) static EXTERNAL_HOST: Rule = Rule {
    id: "external-host",
    group: RuleGroup::Links,
    severity: Severity::Note,
    demand: Words(
        "页面除本站外不访问任何网站；notice.yaml 的 external 写明的除外，每次都会提示。",
        "Pages ask no host but their own, except those that `external` in notice.yaml declares, which are named each time.",
    ),
    why: Words(
        "每个读者打开页面，那个网站都会知道；它的脚本还能改动读者看到的内容。",
        "That host learns of every reader who opens a page, and a script of it can change what the reader sees.",
    ),
    example: Shown(&[Added(
        NOTICE,
        "external:\n  - {host: stats.example.gov.cn, for: [image], reason: {zh: 统计访问量。, en: To count visits.}}\n",
        "",
    )]),
    check: Check::Notice(declared),
};

fn declared(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    notice.record.external.iter().map(|entry| said(&Place::span(&notice.path, entry.host.span()), entry)).collect()
}

fn said(place: &Place, entry: &ExternalRecord) -> Diagnostic {
    let host = &entry.host;
    let words: Vec<&str> = entry.uses.iter().map(|used| used.word()).collect();
    let (zh, en) = (words.join("、"), words.join(", "));
    let help = match entry.is_open() {
        true => say!(
            "没有核对脚本内容（integrity: none）：{host} 随时可以换掉它；不需要了，请从 external 删去",
            "the content of the script is not verified (integrity: none): {host} can replace it at any time; when it is not needed any more, remove it from `external`"
        ),
        false => say!(
            "每页页脚都向读者说明；不需要了，请从 external 删去",
            "the footer of every page tells readers; when it is not needed any more, remove it from `external`"
        ),
    };
    Diagnostic::of(
        &EXTERNAL_HOST,
        place.clone(),
        say!("每个页面都会访问 {host}（{zh}）", "every page asks {host} ({en})"),
    )
    .help(help)
}
