//! Dates of the notice as a whole, which come one after the other.

use super::{WRONG_ORDER_OF_DATES, of_events};
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::{Accountability, Inspection, Notice};
use crate::rules::Words;
use crate::say;
use crate::value::{Date, RelPath, Spanned};

/// A date of the notice as a whole.
struct Dated<'a> {
    path: &'a RelPath,
    name: Words,
    on: Spanned<Date>,
}

pub(super) fn out_of_order_dates(notice: &Notice) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for inspection in notice.record.inspections() {
        in_turn(of_inspection(&notice.path, inspection).chain(of_notice(notice)), &mut found);
    }
    if notice.record.inspections().is_empty() {
        in_turn(of_notice(notice), &mut found);
    }
    found.dedup();
    found.extend(notice.accountability.iter().filter_map(|accountability| counted_after_issue(notice, accountability)));
    found
}

/// Each date lies after those before it.
fn in_turn<'a>(dates: impl Iterator<Item = Dated<'a>>, found: &mut Vec<Diagnostic>) {
    let mut latest: Option<Dated<'_>> = None;
    for dated in dates {
        match &latest {
            Some(earlier) if dated.on.is_before(*earlier.on) => {
                found.push(out_of_order(&dated, earlier));
                latest = Some(dated);
            }
            Some(earlier) if dated.on.first_day().is_before(earlier.on.first_day()) => {}
            _ => latest = Some(dated),
        }
    }
}

fn of_inspection<'a>(path: &'a RelPath, inspection: &Inspection) -> impl Iterator<Item = Dated<'a>> {
    let dates = [
        (Words("检查开始日期", "the first day of the inspection"), inspection.from),
        (Words("检查结束日期", "the last day of the inspection"), inspection.to),
        (Words("反馈日期", "the day on which the findings were reported"), inspection.fed_back_on),
    ];
    dates.into_iter().filter_map(move |(name, on)| Some(Dated { path, name, on: on? }))
}

/// Counted, then issued; a notice that is kept up, of which something happened after it was issued, is counted again.
fn of_notice(notice: &Notice) -> impl Iterator<Item = Dated<'_>> {
    let mut dates = [
        (Words("统计截至日期", "the date that the statistics hold for"), notice.record.as_of),
        (Words("发布日期", "the date of issue"), notice.record.issued_on),
    ];
    let (as_of, issued_on) = (*notice.record.as_of, *notice.record.issued_on);
    let is_news = |on: Spanned<Date>| issued_on.is_before(*on) && !as_of.is_before(*on);
    if notice.issues.iter().flat_map(of_events).any(is_news) {
        dates.reverse();
    }
    dates.into_iter().map(|(name, on)| Dated { path: &notice.path, name, on })
}

/// Returns a diagnostic if the figures of part three are younger than the notice; they may be older than the
/// statistics.
fn counted_after_issue(notice: &Notice, accountability: &Accountability) -> Option<Diagnostic> {
    let on = accountability.record.as_of?;
    let counted =
        Dated {
            path: &accountability.path, name: Words("数据截至日期", "the date that the figures hold for"), on
        };
    let issued = of_notice(notice).last().filter(|issued| issued.on.is_before(*on))?;
    Some(out_of_order(&issued, &counted))
}

fn out_of_order(dated: &Dated<'_>, earlier: &Dated<'_>) -> Diagnostic {
    let (Words(zh, en), date) = (dated.name, dated.on);
    let (Words(earlier_zh, earlier_en), earlier_date) = (earlier.name, earlier.on);
    let message =
        say!("{zh} {date} 早于{earlier_zh} {earlier_date}", "{en}, {date}, lies before {earlier_en}, {earlier_date}");
    let place = |dated: &Dated<'_>| Place::span(dated.path, dated.on.span());
    Diagnostic::of(&WRONG_ORDER_OF_DATES, place(dated), message)
        .help(say!(
            "请核对两个日期，多半是年份写错；发布以后又有进展的，在问题的 history 里写明哪一天有了变化",
            "check both dates; most likely a year is wrong; if there is news since the notice was issued, the `history` of an issue says of which day"
        ))
        .related(place(earlier), say!("{earlier_zh}在这里", "{earlier_en} is here"))
}
