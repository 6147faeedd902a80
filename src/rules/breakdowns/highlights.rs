//! Figures that the home page shows before all others.

use crate::diagnostic::{Diagnostic, Place, Severity, nearest};
use crate::notice::NoHighlight;
use crate::notice::edition::Edition;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::NOTICE;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::Text;

pub(in crate::rules) static UNKNOWN_HIGHLIGHT: Rule = Rule {
    id: "unknown-highlight",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "highlights 里写的是有的数据，只有一条记录有这个标识，或者写明是哪个问题的。",
        "`highlights` names figures that there are: an id of one record alone, or with the number of the issue.",
    ),
    why: Words("写错了，首页就少了要突出的数据。", "With a wrong name the home page lacks what it was to put first."),
    example: Shown(&[Added(NOTICE, "highlights: [fine]\n", "highlights: [fines]\n")]),
    check: Check::Complete(unknown_highlights),
};

fn unknown_highlights(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let known = || notice.figure_records().flat_map(|record| record.figures).map(|figure| figure.id.as_str());
    let wrong = |name: &Text| {
        let (message, help) = match notice.highlight(name).err()? {
            NoHighlight::Several(names) => {
                let (zh, en) = (names.join("、"), names.join(", "));
                (
                    say!("几条记录都有数据“{name}”", "several records have a figure `{name}`"),
                    say!("请写明是哪一个：{zh}", "say which: {en}"),
                )
            }
            NoHighlight::Unknown => {
                let id = name.rsplit('/').next().unwrap_or(name);
                let help = match nearest(id, known()) {
                    Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
                    None => say!(
                        "请写数据的标识；几条记录都有的写成 34/vacancy（问题的序号/标识）",
                        "write the id of a figure; where several records have it, as 34/vacancy"
                    ),
                };
                (say!("没有数据“{name}”", "there is no figure `{name}`"), help)
            }
        };
        Some(Diagnostic::of(&UNKNOWN_HIGHLIGHT, Place::span(&notice.path, name.span()), message).help(help))
    };
    notice.record.highlights.iter().filter_map(wrong).collect()
}
