//! Statuses and deadlines that say more than one word or one date: nothing that they say is lost, in a text and in a ledger.

use super::{notice, read};
use crate::office::draft::Draft;
use crate::office::files;
use crate::office::manuscript::{Block, Cell, Manuscript, Row, Table};
use crate::office::recognise::recognise;

/// The record of the first issue.
fn record(draft: &Draft) -> String {
    let files = files::files(draft);
    let is_first = |path: &str| path.ends_with("001.yaml");
    files.into_iter().find(|(path, _)| is_first(path.as_str())).map(|(_, text)| text).expect("a record")
}

#[test]
fn in_a_text() {
    let parts = ["一、落实教育政策方面", "二、管理和廉洁方面"];
    let of = |facts: &str| {
        let (draft, _) = read(&notice(parts, |n, _, s, r| format!("（{n}）{s}。\n整改情况：{r}\n{facts}"), ""));
        (record(&draft), draft.issues[0].response.clone(), draft.issues[0].fields.clone())
    };
    let (record, response, _) = of("整改状态：尚未全部完成，已追回资金23.5万元\n完成时限：2024年6月起");
    assert!(record.contains("status: in-progress"), "{record}");
    assert!(record.contains("due: not-stated\ndue_text:\n  zh: 2024年6月起\n"), "{record}");
    assert_eq!(response.last().map(String::as_str), Some("已追回资金23.5万元"));
    let (record, _, fields) = of("整改状态：已完成80%\n完成时限：2024年6月底前，长期坚持");
    assert!(record.contains("status: not-stated"), "{record}");
    assert!(record.contains("due: 2024-06\ndue_text:\n  zh: 2024年6月底前，长期坚持\n"), "{record}");
    assert_eq!(fields, [("整改状态".to_owned(), "已完成80%".to_owned())]);
    let (record, response, _) = of("完成情况：已完成，追缴23万元");
    assert!(record.contains("status: completed"), "{record}");
    assert_eq!(
        response.last().map(String::as_str),
        Some("已完成，追缴23万元"),
        "what may be what was done stays whole"
    );
}

#[test]
fn in_a_ledger() {
    let of = |heads: &[&str], cells: &[&str]| {
        let row = |(number, texts): (usize, &[&str])| Row {
            number,
            cells: texts.iter().map(|text| Cell { text: (*text).to_owned(), ..Cell::default() }).collect(),
        };
        let table = Table { rows: (1..).zip([heads, cells]).map(row).collect(), ..Table::default() };
        let (draft, _) = recognise(&[Manuscript { blocks: vec![Block::Table(table)], ..Manuscript::default() }]);
        draft.issues[0].clone()
    };
    let heads = ["序号", "反馈问题", "整改情况", "完成情况", "完成时限"];
    let found = of(&heads, &["1", "学得不够。", "已学。", "已完成。已追缴资金23万元，修订制度3项", "反馈后2个月内"]);
    assert_eq!(found.status, Some("completed"));
    assert_eq!(found.response, ["已学。", "已追缴资金23万元，修订制度3项"]);
    assert_eq!(found.due_text.as_deref(), Some("反馈后2个月内"));
    let heads = ["序号", "反馈问题", "整改措施", "完成情况", "责任单位"];
    let found = of(&heads, &["1", "学得不够。", "开展学习。", "已完成", "甲局"]);
    assert_eq!((found.status, found.response), (Some("completed"), vec!["开展学习。".to_owned()]));
    let found = of(&heads, &["1", "学得不够。", "开展学习。", "学习12次，已完成80%。", "甲局"]);
    assert_eq!((found.status, found.response), (None, vec!["学习12次，已完成80%。".to_owned()]));
}
