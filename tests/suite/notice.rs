//! The notice in this repository, built: what stands on its pages is what its records say.

use gongkai::model::Figure;
use gongkai::value::Status;

use crate::fixture::{Compiled, Fixture};

fn notice() -> Compiled {
    Fixture::notice().compile()
}

#[test]
fn forty_nine_issues_are_counted_not_written() {
    let notice = notice();
    let edition = &notice.site().edition;
    let all = edition.statistics.all;
    assert_eq!((edition.notice.sections.len(), edition.notice.sections.iter().map(|s| s.topics.len()).sum::<usize>()), (4, 17));
    assert_eq!([Status::Completed, Status::SubstantiallyCompleted, Status::InProgress].map(|s| all.of(s)), [41, 6, 2]);
    assert_eq!((all.total(), all.overdue), (49, 0));
    for (page, figures) in [("index.html", ["49", "41", "6", "2", "210条", "84项"]), ("en/index.html", ["49", "41", "6", "2", "210", "84"])]
    {
        let html = notice.file(page);
        for figure in figures {
            assert!(html.contains(figure), "{figure} stands on {page}");
        }
    }
}

#[test]
fn every_figure_of_every_record_is_set_on_its_page_in_every_language() {
    let notice = notice();
    let edition = &notice.site().edition;
    let mut count = 0;
    for issue in &edition.notice.issues {
        for locale in &edition.theme.locales {
            let folder = if locale.lang == *edition.notice.default_language() { "" } else { "en/" };
            let page = notice.file(&format!("{folder}issues/{:03}.html", issue.number));
            for Figure { id, value, unit, approx, .. } in &issue.figures {
                let set = locale.figure(*value, unit, *approx).unwrap_or_else(|| panic!("issue {}: {id} has no unit", issue.number));
                assert!(page.contains(&set), "issue {} ({}): {id} is set as {set}", issue.number, locale.lang);
                count += 1;
            }
        }
    }
    assert!(count > 200, "{count} figures were looked for");
}

#[test]
fn over_a_hundred_and_twenty_pages() {
    let notice = notice();
    let pages = notice.site().outputs().iter().filter(|o| o.path().as_str().ends_with(".html")).count();
    assert!(pages > 120, "{pages}");
}

/// Nobody who was disciplined is named: the sample gives posts only.
#[test]
fn no_person_is_named() {
    let notice = notice();
    let accountability = notice.site().edition.notice.accountability.as_ref().expect("part three");
    let persons: Vec<_> = accountability.groups.iter().flat_map(|g| &g.persons).collect();
    assert_eq!(persons.len(), 21);
    assert!(persons.iter().all(|p| p.name.is_none()));
}
