//! How statuses are counted, in sentences: what is completed, what is not, and what a rate is a share of.

use super::super::super::parts::Parts;
use crate::text::locale::Argument;
use crate::value::StatusClass;

/// What counts as completed, what does not, and what a rate is a share of, in the words of the notice's statuses.
pub(super) fn counting(parts: &Parts<'_>) -> Vec<String> {
    let (notice, locale, all) = (parts.notice(), parts.locale, &parts.edition.statistics.all);
    if notice.record.statuses.is_empty() {
        return vec![locale.text("method.completed")];
    }
    let said = |(key, wanted): (&str, &dyn Fn(StatusClass) -> bool)| {
        let used = notice.statuses().filter(|status| wanted(status.class) && all.of(*status).n > 0);
        let labels = used.map(|status| {
            let label = parts.status_label(status.id);
            locale.say("method.quoted", &[("label", Argument::Text(&label))])
        });
        let labels = labels.collect::<Vec<_>>().join(&locale.text("method.between"));
        (!labels.is_empty()).then(|| locale.say(key, &[("labels", Argument::Text(&labels))]))
    };
    let done = said(("method.done", &StatusClass::is_done)).unwrap_or_else(|| locale.text("method.none_done"));
    let others: [(&str, &dyn Fn(StatusClass) -> bool); 3] = [
        ("method.outstanding", &StatusClass::is_outstanding),
        ("method.closed", &|class| class == StatusClass::Closed),
        ("method.not_stated", &|class| class == StatusClass::NotStated),
    ];
    let base = match (all.rated().n, all.not_stated().n) {
        (0, 1..) => None,
        (_, 0) => Some(locale.text("method.base")),
        (rated, _) => Some(locale.say("method.base_of_stated", &[("n", Argument::Count(rated))])),
    };
    std::iter::once(done).chain(others.into_iter().filter_map(said)).chain(base).collect()
}
