//! The scrutiny that a notice answers: who inspected whom, and when.

use super::dates::{FoundDate, dates};
use super::fold::{fold, original};
use crate::office::draft::Inspection;

/// Kinds of scrutiny, longer words before those that they contain.
const KINDS: [&str; 6] = ["专项检查", "巡视", "巡察", "审计", "督察", "督查"];

/// Reads who inspected whom, and when: `2024年3月1日至4月30日，市委第二巡察组对某局开展了巡察，5月10日反馈`.
pub(super) fn inspection(text: &str) -> Option<Inspection> {
    let folded = fold(text);
    let kind = KINDS.iter().find(|kind| folded.contains(*kind))?;
    let mut found = Inspection { kind: Some((*kind).to_owned()), ..Inspection::default() };
    let dates = dates(&folded);
    if let Some((from, to)) = span(&folded, &dates) {
        (found.from, found.to) = (Some(from.date), Some(to.date));
    }
    let clause = |before: &str| {
        before
            .rfind([',', '。', ';', '、', '\n'])
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))
    };
    for (at, _) in folded.match_indices('对') {
        let rest = &folded[at + '对'.len_utf8()..];
        let end = ["开展", "进行", "实施"].iter().filter_map(|word| rest.find(word)).min();
        let (body, subject) =
            (clause(&folded[..at])..at, end.map(|end| at + '对'.len_utf8()..at + '对'.len_utf8() + end));
        let Some(subject) = subject.filter(|range| !folded[range.clone()].contains([',', '。'])) else { continue };
        let body = original(text, &folded, body).trim();
        found.body = Some(body.to_owned()).filter(|body| (2..30).contains(&body.chars().count()));
        found.subject = Some(original(text, &folded, subject).trim().to_owned());
        break;
    }
    let fed_back = folded.find("反馈").and_then(|at| dates.iter().rfind(|found| found.end <= at));
    let is_other = |found: &&FoundDate| span(&folded, &dates).is_none_or(|(_, to)| found.start > to.start);
    found.fed_back_on = fed_back.filter(is_other).map(|found| found.date);
    Some(found)
}

/// The first two dates that are joined by 至.
fn span<'d>(folded: &str, dates: &'d [FoundDate]) -> Option<(&'d FoundDate, &'d FoundDate)> {
    let mut pairs = dates.iter().zip(dates.iter().skip(1));
    pairs.find(|(from, to)| ["至", "-", "—", "到", "~"].contains(&folded[from.end..to.start].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_opening_tells_who_inspected_whom_and_when() {
        let found = inspection("根据统一部署，2024年3月1日至5月10日，市委第二巡察组对清溪县水务局党组开展了常规巡察，并于2024年6月3日反馈了意见。").unwrap();
        let dates = [found.from, found.to, found.fed_back_on].map(|date| date.unwrap().to_string());
        assert_eq!(dates, ["2024-03-01", "2024-05-10", "2024-06-03"]);
        assert_eq!((found.kind.as_deref(), found.body.as_deref()), (Some("巡察"), Some("市委第二巡察组")));
        assert_eq!(found.subject.as_deref(), Some("清溪县水务局党组"));
        let damaged = inspection("2024717日至830日，县委巡察组对某局进行巡察。").unwrap();
        assert_eq!((damaged.from, damaged.to), (None, None), "nothing is guessed");
    }
}
