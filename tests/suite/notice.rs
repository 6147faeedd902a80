//! The notice in this repository, built: what stands on its pages is what its records say.

use gongkai::notice::Figure;

use crate::fixture::{Compiled, Fixture};

fn notice() -> Compiled {
    Fixture::notice().compile()
}

#[test]
fn forty_nine_issues_are_counted_not_written() {
    let notice = notice();
    let edition = &notice.site().edition;
    let all = edition.statistics.all;
    assert_eq!(
        (edition.notice.sections.len(), edition.notice.sections.iter().map(|s| s.record.topics.len()).sum::<usize>()),
        (4, 17)
    );
    let by_status: Vec<u64> = edition.notice.statuses().map(|status| all.of(status).n).collect();
    assert_eq!(by_status, [41, 6, 2, 0, 0]);
    assert_eq!((all.total(), all.overdue.n), (49, 0));
    for (page, figures) in [
        ("index.html", ["49", "41", "6", "2", "210条", "84项"]),
        ("en/index.html", ["49", "41", "6", "2", "210", "84"]),
    ] {
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
            let folder = if locale.lang == edition.notice.default_language() { "" } else { "en/" };
            let page = notice.file(&format!("{folder}issues/{:03}.html", issue.number()));
            for Figure { id, value, unit, approx, .. } in &issue.record.figures {
                let set = locale
                    .figure(**value, unit, *approx)
                    .unwrap_or_else(|| panic!("issue {}: {id} has no unit", issue.number()));
                assert!(page.contains(&set), "issue {} ({}): {id} is set as {set}", issue.number(), locale.lang);
                count += 1;
            }
        }
    }
    assert!(count > 200, "{count} figures were looked for");
}

/// The statistics page lists what the records say of money, with the issue, and nothing else.
#[test]
fn every_amount_of_money_is_listed_with_its_issue() {
    let notice = notice();
    let edition = &notice.site().edition;
    for (locale, page) in edition.theme.locales.iter().zip(["statistics.html", "en/statistics.html"]) {
        let html = notice.file(page);
        let (_, list) = html.split_once("<h2 id=\"amounts\">").expect("the list of amounts");
        let mut groups = list.split_once("</table>").expect("its end").0.split("<tbody>").skip(1);
        let mut count = 0;
        for issue in &edition.notice.issues {
            let money: Vec<_> = issue.record.figures.iter().filter(|figure| figure.unit.as_str() == "CNY").collect();
            if money.is_empty() {
                continue;
            }
            let group = groups.next().unwrap_or_else(|| panic!("{page}: issue {} is missing", issue.number()));
            assert!(
                group.contains(&format!("issues/{:03}.html", issue.number())),
                "{page}: issue {} in {group}",
                issue.number()
            );
            assert_eq!(group.matches("<td").count(), money.len(), "{page}: issue {}", issue.number());
            for Figure { id, label, value, unit, approx, .. } in money {
                let amount = locale.figure(**value, unit, *approx).expect("a unit");
                let (head, cell) =
                    (format!("class=\"sub\">{}", label.text(locale.lang)), "</th><td class=\"numeric\">");
                // What the figure is of may stand between its label and its amount.
                let after = group.split_once(&head).and_then(|(_, rest)| rest.split_once(cell)).map(|(_, rest)| rest);
                let is_there = after.is_some_and(|rest| rest.starts_with(&format!("{amount}</td>")));
                assert!(is_there, "{page}: issue {}, {id}: {head} {amount}", issue.number());
                count += 1;
            }
        }
        assert!(count > 25 && groups.next().is_none(), "{page}: {count} amounts, and nothing else");
    }
    let without = Fixture::small().replacing(
        "content/1-projects/001.yaml",
        "value: 1476000, unit: CNY",
        "value: 1476000, unit: mu",
    );
    assert!(!without.compile().file("statistics.html").contains("amounts"), "without money there is no list");
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
    let persons: Vec<_> = accountability.record.groups.iter().flat_map(|g| &g.persons).collect();
    assert_eq!(persons.len(), 21);
    assert!(persons.iter().all(|p| p.name.is_none()));
}
