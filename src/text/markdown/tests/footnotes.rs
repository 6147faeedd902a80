//! Footnotes.

use super::*;

fn reference(number: usize, id: &str) -> String {
    format!(
        "<sup><a href=\"#i-fn-{number}\" id=\"i-fnref-{id}\" role=\"doc-noteref\" aria-label=\"脚注 {number}\">{number}</a></sup>"
    )
}

fn back(id: &str) -> String {
    format!(" <a href=\"#i-fnref-{id}\" role=\"doc-backlink\" aria-label=\"返回正文 {id}\">↑</a>")
}

fn section(items: &[String]) -> String {
    let items: String =
        items.iter().enumerate().map(|(i, item)| format!("<li id=\"i-fn-{}\">{item}</li>", i + 1)).collect();
    format!("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\"><ol>{items}</ol></section>")
}

#[test]
fn footnotes_are_numbered_as_the_text_refers_to_them() {
    let expected = format!(
        "<p>甲{}乙{}丙{}</p>{}",
        reference(1, "1"),
        reference(2, "2"),
        reference(1, "1-2"),
        section(&[format!("<p>后定义{}{}</p>", back("1"), back("1-2")), format!("<p>先定义{}</p>", back("2"))])
    );
    check(&[("甲[^b]乙[^a]丙[^B]\n\n[^a]: 先定义\n[^b]: 后定义", &expected)]);
}

#[test]
fn a_footnote_may_have_blocks_and_refer_to_another() {
    let expected = format!(
        "<p>甲{}</p><p>乙</p>{}",
        reference(1, "1"),
        section(&[
            format!("<p>一{}</p><ul><li>列</li></ul>{}", reference(2, "2"), back("1")),
            format!("<p>二</p><p>三{}</p>", back("2")),
        ])
    );
    check(&[("甲[^x]\n\n[^x]: 一[^y]\n\n    - 列\n\n[^y]: 二\n\n    三\n\n乙", &expected)]);
}

#[test]
fn footnotes_that_lead_nowhere() {
    for (source, slice) in [
        ("甲[^a]", "[^a]"),
        ("甲**[^a]**，`[^b]`", "[^a]"),
        ("甲\n\n[^a]: 注", "[^a]"),
        ("甲[^a]\n\n[^a]: 一\n\n[^a]: 二", "[^a]"),
        ("> 甲\n\n[^注 1]: 一", "[^注 1]"),
    ] {
        check_problems(source, &[("footnote", slice)]);
    }
    check_problems(r"甲\[^a] [^] [^", &[]);
    let at: Vec<_> =
        rendered("甲[^a]\n\n[^a]: 一\n\n[^a]: 二", "zh").problems.into_iter().map(|p| p.range.start).collect();
    assert_eq!(at, [20], "the second of two");
}
