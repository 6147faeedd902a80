//! Quarters, halves of a year, parts of a month, and deadlines in the office's own words.

use super::{NOTICE, helps, text};
use crate::fixture::Fixture;

const SECOND: &str = "content/1-projects/002.yaml";
const THIRD: &str = "content/2-people/003.yaml";

fn due(text: &str) -> Fixture {
    Fixture::small().replacing(SECOND, "due: 2023-12\noriginal_due: 2023-09", text)
}

#[test]
fn deadlines_as_precise_as_their_author_was() {
    for (date, last, zh, en, alone) in [
        ("2024-Q2", "2024-06-30", "2024年第二季度", "the second quarter of 2024", "The second quarter of 2024"),
        ("2024-H2", "2024-12-31", "2024年下半年", "the second half of 2024", "The second half of 2024"),
        ("2024-10-early", "2024-10-10", "2024年10月上旬", "early October 2024", "Early October 2024"),
        ("2024-10-mid", "2024-10-20", "2024年10月中旬", "mid-October 2024", "Mid-October 2024"),
    ] {
        let site = due(&format!("due: {date}")).compile();
        for (lang, words, alone) in [("", zh, zh), ("en/", en, alone)] {
            for page in ["issues/002.html", "outstanding.html", "issues.html", "statistics.html", "notice.html"] {
                let words = if page == "notice.html" { words } else { alone };
                let time = format!("<time datetime=\"{last}\">{words}</time>");
                assert!(site.file(&format!("{lang}{page}")).contains(&time), "{lang}{page}: {time}");
            }
        }
        assert!(site.file("data/issues.csv").contains(date) && site.file("data/notice.json").contains(last));
    }
}

#[test]
fn days_are_counted_to_the_end_of_a_quarter() {
    let site = due("due: 2023-Q4").compile();
    assert!(text(&site, "issues/002.html").contains("截至2024年2月29日已逾期60天"));
    let site = due("due: 2024-Q1").compile();
    assert!(text(&site, "outstanding.html").contains("截至2024年2月29日，距时限31天"));
}

#[test]
fn statistics_as_of_a_part_of_a_month() {
    let site = Fixture::small().replacing(NOTICE, "as_of: 2024-02-29", "as_of: 2024-02-mid").compile();
    assert!(text(&site, "index.html").contains("2024年2月中旬"));
    assert!(text(&site, "en/statistics.html").contains("Statistics as of mid-February 2024"));
    assert!(text(&site, "issues/002.html").contains("截至2024年2月中旬已逾期51天"));
}

#[test]
fn next_steps_and_the_deadline_are_compared_as_dates() {
    let differs = |due: &str, zh: &str, en: &str| {
        let steps = "next_steps:\n  zh: 继续追缴余款。\n  en: The rest is still being pursued.\n";
        let site = Fixture::small()
            .replacing(SECOND, "due: 2023-12\noriginal_due: 2023-09", &format!("due: {due}"))
            .replacing(SECOND, steps, &format!("next_steps:\n  zh: {zh}\n  en: {en}\n"))
            .compile();
        site.shown().iter().filter(|found| found.starts_with("deadline-differs")).count()
    };
    let (zh, en) =
        ("2024年二季度末前追缴余款。", "The rest will be recovered by the end of the second quarter of 2024.");
    assert_eq!(differs("2024-Q2", zh, en), 0);
    assert_eq!(differs("2024-06", zh, en), 0);
    assert_eq!(differs("2024-Q3", zh, en), 1);
    let (zh, en) = ("2024年10月中旬追缴余款。", "The rest will be recovered in mid-October 2024.");
    assert_eq!(differs("2024-10-mid", zh, en), 0);
    assert_eq!(differs("2024-10-late", zh, en), 1);
}

#[test]
fn a_deadline_in_the_office_s_own_words() {
    let site = due("due: 2024-09-30\ndue_text: {zh: 2024财政年度末, en: the end of fiscal year 2024}").compile();
    let time = "<time datetime=\"2024-09-30\">2024财政年度末</time>";
    for page in ["outstanding.html", "issues.html", "notice.html"] {
        assert!(site.file(page).contains(time), "{page}");
    }
    assert!(text(&site, "issues/002.html").contains("2024财政年度末 （按2024年9月30日计）"));
    assert!(text(&site, "en/issues/002.html").contains("The end of fiscal year 2024 (counted as 30 September 2024)"));
    let words = "due: 2024-09-30\ndue_text: {zh: 2024财政年度末, en: the end of fiscal year 2024}";
    let steps = "next_steps:\n  zh: 继续追缴余款。\n  en: The rest is still being pursued.\n";
    let done = due(words).replacing(SECOND, "status: substantially-completed", "status: completed");
    let done = done.replacing(SECOND, steps, "").with("content/1-projects/002.zh.md", "已收回。\n");
    let done = done.with("content/1-projects/002.en.md", "It was recovered.\n").compile();
    assert!(!text(&done, "issues/002.html").contains("日计）"));
    assert!(site.file("data/notice.json").contains("\"due_text\""));
    assert!(!Fixture::small().compile().file("data/notice.json").contains("\"due_text\""));
}

#[test]
fn what_offices_write_is_named_in_the_form_of_a_record() {
    for (written, meant) in [
        ("2024年第二季度", "due: 2024-Q2"),
        ("2024年二季度末前", "due: 2024-Q2"),
        ("2024年下半年", "due: 2024-H2"),
        ("2024年10月中旬", "due: 2024-10-mid"),
        ("Spring 2018", "due_text"),
        ("FY2022", "due_text"),
    ] {
        let found = Fixture::small().replacing(THIRD, "due: 2024-12-31", &format!("due: {written}")).compile();
        let helps = helps(&found);
        assert!(helps.iter().any(|help| help.contains(meant)), "{written}: {helps:?}");
    }
}
