//! Counts of issues by status and by response, and the statuses that the notice declares.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts};
use crate::notice::Notice;
use crate::notice::edition::Edition;
use crate::notice::statistics::Tally;
use crate::value::{Count, Rate, StatusClass};

/// 统计。Counts of a group of issues.
#[derive(Serialize, JsonSchema)]
pub(super) struct StatisticsData<'a> {
    /// 总数。All issues.
    total: u64,
    /// 各状态的数量。Issues by status.
    by_status: BTreeMap<&'a str, u64>,
    /// 其中状态为推定的数量。How many of them have a status that is inferred.
    inferred_by_status: BTreeMap<&'a str, u64>,
    /// 逾期。Issues past their deadline.
    overdue: u64,
    /// 逾期的各项中，状态为推定的数量。Overdue entries whose status is inferred.
    inferred_overdue: u64,
    /// 完成率，百分数，保留一位小数；不足5项时为空。Share completed in per cent with one decimal place; null for fewer than 5 entries.
    completion_rate_percent: Option<String>,
    /// 完成率以多少项为基数，不是全部时才有。How many entries the rate is a share of, where they are not all.
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_rate_of: Option<u64>,
}

/// 状态。A status.
#[derive(Serialize, JsonSchema)]
pub(super) struct StatusData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。What it is called.
    #[schemars(with = "Dictionary")]
    label: JsonTexts<'a>,
    /// 算作哪一类。What it counts as.
    counts_as: StatusClass,
}

pub(super) fn counts<'a>(notice: &'a Notice, tally: &Tally) -> StatisticsData<'a> {
    let by_status = |of: fn(Count) -> u64| {
        notice.statuses().map(|status| (&*notice.status(status.id).id, of(tally.of(status)))).collect()
    };
    StatisticsData {
        total: tally.total(),
        by_status: by_status(|count| count.n),
        inferred_by_status: by_status(|count| count.inferred),
        overdue: tally.overdue.n,
        inferred_overdue: tally.overdue.inferred,
        completion_rate_percent: tally.completion_rate().map(Rate::percent).map(|p| p.to_string()),
        completion_rate_of: tally.completion_rate().map(|rate| rate.whole.n).filter(|of| *of < tally.total()),
    }
}

/// The statuses of the notice's own list.
pub(super) fn statuses(edition: &Edition) -> Vec<StatusData<'_>> {
    let notice = &edition.notice;
    let own = notice.vocabulary.statuses.iter().filter(|_| !notice.record.statuses.is_empty());
    let words = |id: &str| {
        let each = edition.theme.locales.iter();
        JsonTexts::of(each.map(|locale| (locale.lang, locale.text(&format!("status.{id}")).into())))
    };
    own.map(|status| StatusData { id: &status.id, label: words(&status.id), counts_as: status.class }).collect()
}

/// The responses that occur.
pub(super) fn responses(edition: &Edition) -> BTreeMap<&str, u64> {
    let counted = edition.notice.vocabulary.responses.iter().zip(&edition.statistics.responses);
    let counted: BTreeMap<&str, u64> = counted.map(|(response, count)| (&*response.id, count.n)).collect();
    if counted.values().all(|n| *n == 0) { BTreeMap::new() } else { counted }
}
