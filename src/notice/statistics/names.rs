//! The names by which records and narratives quote counts.

use super::Statistics;
use crate::notice::Notice;
use crate::value::{Count, StatusClass};

/// Returns every name with its count. Where two have one name, the first keeps it; a response has another besides.
pub(super) fn names(notice: &Notice, statistics: &Statistics) -> Vec<(String, Count)> {
    let all = &statistics.all;
    let statuses = notice.statuses().map(|status| (notice.status(status.id).id.to_string(), all.of(status)));
    let sections = Count::of_all(statistics.sections.len().try_into().unwrap_or(u64::MAX));
    let general = [
        ("completed", all.done()),
        ("outstanding", all.outstanding()),
        ("overdue", all.overdue),
        ("sections", sections),
        ("done", all.done()),
        ("closed", all.closed()),
        ("not-stated", all.not_stated()),
        ("items", Count::of_all(statistics.items.total)),
        ("items-completed", statistics.items.completed),
    ];
    let mut names = vec![("total".to_owned(), Count::of_all(all.total()))];
    names.extend(statuses);
    let mut add = |name: String, count| {
        let is_new = names.iter().all(|(known, _)| *known != name);
        names.extend(is_new.then_some((name, count)));
        is_new
    };
    for (name, count) in general {
        add(name.to_owned(), count);
    }
    let measures = |is_wanted: fn(StatusClass) -> bool| {
        let all = notice.issues.iter().flat_map(|issue| &issue.record.measures);
        let class = |word| notice.vocabulary.status(word).map(|status| status.class);
        all.filter(|measure| measure.status.as_ref().and_then(|word| class(word)).is_some_and(is_wanted)).count()
    };
    let all_measures = notice.issues.iter().map(|issue| issue.record.measures.len()).sum();
    for (name, n) in [("measures", all_measures), ("measures-completed", measures(StatusClass::is_done))] {
        add(name.to_owned(), Count::of_all(u64::try_from(n).unwrap_or(u64::MAX)));
    }
    for (id, count) in notice.response_ids().zip(&statistics.responses) {
        let word = &notice.response(id).id;
        let _ = add(word.to_string(), *count) || add(format!("response-{word}"), *count);
    }
    names
}
