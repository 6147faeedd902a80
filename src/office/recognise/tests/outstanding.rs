//! Items of what is not finished, and headings, whose numbers do not follow.

use super::{FRONT, ISSUES, OPENING, TAIL, notice, read};
use crate::office::draft::Draft;
use crate::office::report::Report;

/// A notice whose last part lists what is not finished.
fn outstanding(items: &str) -> (Draft, Report) {
    let parts = ["一、落实教育政策方面", "二、管理和廉洁方面"];
    let issue = |n: usize, _: usize, s: &str, r: &str| format!("（{n}）{s}。\n整改情况：{r}");
    read(&notice(parts, issue, &format!("三、需要继续整改的事项\n{items}")))
}

/// An item about an issue, by its number in the list.
fn item(number: usize, issue: usize) -> String {
    format!("{number}. 关于“{}”的问题。继续整改。\n完成时限：2025年6月底前\n", ISSUES[issue - 1].0)
}

#[test]
fn numbers_of_what_is_left_that_start_again_lose_their_status() {
    let (done, doing) = (Some("substantially-completed"), Some("in-progress"));
    let (first, second) = ("（一）基本完成事项\n", "（二）正在整改事项\n");
    let list = |numbers: &[usize]| -> Vec<String> { (1..).zip(numbers).map(|(issue, n)| item(*n, issue)).collect() };
    let two = list(&[1, 2, 1, 2]);
    let through = list(&[1, 2, 3, 4]);
    let of = |items: String| {
        let (draft, report) = outstanding(&items);
        let statuses: Vec<_> = draft.issues[..4].iter().map(|issue| issue.status).collect();
        (statuses, report.message(&[]).zh.matches("可能漏了").count())
    };
    let both = |items: &[String]| format!("{first}{}{second}{}", items[..2].concat(), items[2..].concat());
    assert_eq!(of(both(&two)), (vec![done, done, doing, doing], 0));
    assert_eq!(of(both(&through)), (vec![done, done, doing, doing], 0), "numbers may run through");
    assert_eq!(of(format!("{first}{}", two.concat())), (vec![done, done, None, None], 1), "the second heading is lost");
    assert_eq!(of(both(&two).replace(first, "")), (vec![None, None, doing, doing], 1), "the first heading is lost");
    let own = list(&[1, 2, 3, 4]).into_iter().rev().collect::<String>();
    assert_eq!(of(format!("{first}{own}")), (vec![done; 4], 0), "the numbers of the issues themselves");
    let third = format!("{first}{}（三）持续推进事项\n{}", through[..3].concat(), through[3]);
    assert_eq!(of(third), (vec![None, None, None, Some("ongoing")], 1), "some of three are of a heading that is lost");
    let inside = format!("{first}{}（1）已完成招标。\n{}", item(1, 1), item(2, 2));
    assert_eq!(of(inside), (vec![done, done, None, None], 0), "a sentence of an item heads nothing");
    let listed = format!("{first}{}1. 继续催收。\n2. 已完成入库。\n{}", item(1, 1), item(2, 3));
    assert_eq!(of(listed), (vec![done, None, done, None], 0), "nor does a list inside an item");
    let other = format!("{first}{}2. 其他事项已完成。\n{}", item(1, 1), item(3, 2));
    assert_eq!(of(other), (vec![done, done, None, None], 0), "nor does an item of something else");
    assert_eq!(
        of(format!("{first}{}{}", item(1, 1), item(3, 2))),
        (vec![done, done, None, None], 1),
        "an item is lost"
    );
}

#[test]
fn headings_whose_numbers_do_not_follow_are_named() {
    let of = |headings: [&str; 3]| {
        let (front, mut text) = (format!("{FRONT}\n{OPENING}\n一、部署\n专题研究。\n二、整改情况\n"), String::new());
        for ((heading, pair), n) in headings.iter().zip(ISSUES.chunks(2)).zip([1, 3, 5]) {
            text += &format!("{heading}\n");
            for (n, (statement, response)) in (n..).zip(pair) {
                text += &format!("（{n}）{statement}。\n整改情况：{response}\n");
            }
        }
        let (_, report) = read(&format!("{front}{text}三、下一步\n继续。\n{TAIL}\n"));
        report.message(&[]).zh.matches("可能漏了").count()
    };
    assert_eq!(of(["（一）甲方面", "（二）乙方面", "（三）丙方面"]), 0);
    assert_eq!(of(["（一）甲方面", "（三）乙方面", "（四）丙方面"]), 1);
    assert_eq!(of(["（二）甲方面", "（三）乙方面", "（四）丙方面"]), 1);
    assert_eq!(of(["（一）甲方面\n1.甲", "2.乙", "（二）乙方面\n1.丙"]), 0);
    assert_eq!(of(["（一）甲方面\n1.甲", "（二）乙方面\n2.乙", "（三）丙方面\n3.丙"]), 0, "topics may run through");
    assert_eq!(of(["（一）甲方面\n1.甲", "2.乙", "1.丙"]), 1);
}
