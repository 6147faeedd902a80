//! Whether the dates of the notice follow each other as things happen: it was inspected, told of the findings, counted, and reported.

use super::Words;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::{Accountability, Notice};
use crate::say;
use crate::value::{Date, RelPath, Spanned};

/// A date of the notice as a whole.
struct Dated<'a> {
    path: &'a RelPath,
    name: Words,
    on: Spanned<Date>,
}

/// One finding for each date that lies before the one that it should follow.
pub(super) fn check(notice: &Notice) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut latest: Option<Dated<'_>> = None;
    for dated in in_order(notice) {
        match &latest {
            Some(earlier) if dated.on.is_before(*earlier.on) => {
                found.push(out_of_order(&dated, earlier));
                latest = Some(dated);
            }
            Some(earlier) if dated.on.first_day().is_before(earlier.on.first_day()) => {}
            _ => latest = Some(dated),
        }
    }
    found.extend(notice.accountability.iter().filter_map(|accountability| counted_after_issue(notice, accountability)));
    found
}

fn in_order(notice: &Notice) -> impl Iterator<Item = Dated<'_>> {
    let inspection = notice.record.inspection.as_ref();
    let dates = [
        (Words("巡视开始日期", "the first day of the inspection"), inspection.map(|i| i.from)),
        (Words("巡视结束日期", "the last day of the inspection"), inspection.map(|i| i.to)),
        (Words("反馈日期", "the day on which the findings were fed back"), inspection.and_then(|i| i.fed_back_on)),
        (Words("统计截至日期", "the date that the statistics hold for"), Some(notice.record.as_of)),
        (Words("发布日期", "the date of issue"), Some(notice.record.issued_on)),
    ];
    dates.into_iter().filter_map(|(name, on)| Some(Dated { path: &notice.path, name, on: on? }))
}

/// The figures of part three may be older than the statistics, but not younger than the notice.
fn counted_after_issue(notice: &Notice, accountability: &Accountability) -> Option<Diagnostic> {
    let on = accountability.record.as_of?;
    let counted =
        Dated {
            path: &accountability.path, name: Words("数据截至日期", "the date that the figures hold for"), on
        };
    let issued = in_order(notice).last().filter(|issued| issued.on.is_before(*on))?;
    Some(out_of_order(&issued, &counted))
}

fn out_of_order(dated: &Dated<'_>, earlier: &Dated<'_>) -> Diagnostic {
    let (Words(zh, en), date) = (dated.name, dated.on);
    let (Words(earlier_zh, earlier_en), earlier_date) = (earlier.name, earlier.on);
    let message =
        say!("{zh} {date} 早于{earlier_zh} {earlier_date}", "{en}, {date}, lies before {earlier_en}, {earlier_date}");
    let place = |dated: &Dated<'_>| Place::span(dated.path, dated.on.span());
    Diagnostic::error("wrong-order-of-dates", place(dated), message)
        .help(say!("请核对两个日期，多半是年份写错", "check both dates; most likely a year is wrong"))
        .related(place(earlier), say!("{earlier_zh}在这里", "{earlier_en} stands here"))
}
