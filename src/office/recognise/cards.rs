//! Cards: a small table for each issue, with what is said of it row by row: 问题一 | …, 责任单位 | …, 整改情况 | …. All cards of a text are one
//! ledger, with a row for each; the heading above a card is its section.

use super::fold::close;
use super::lines::section_heading;
use super::words::{Slot, head};
use crate::office::manuscript::{Block, Cell, Manuscript, Paragraph, Row, Table};

/// How many known labels make a card.
const FEWEST: usize = 3;

/// The longest label, in characters.
const LONGEST_LABEL: usize = 12;

/// What the column of sections is called.
const SECTION: &str = "方面";

/// What a card says: label and text, in order.
struct Card {
    /// The number of its first row in the file.
    number: usize,
    section: String,
    said: Vec<(String, String)>,
}

/// Makes one ledger of all cards, in the place of the first.
pub(super) fn together(mut manuscript: Manuscript) -> Manuscript {
    let mut cards: Vec<Card> = Vec::new();
    let mut blocks: Vec<Block> = Vec::with_capacity(manuscript.blocks.len());
    let mut place = 0;
    let mut section = String::new();
    for block in manuscript.blocks.drain(..) {
        let said = match &block {
            Block::Table(table) => said(table),
            Block::Paragraph(_) => None,
        };
        let Some(said) = said else {
            blocks.push(block);
            continue;
        };
        if let Some(heading) = heading_above(&mut blocks) {
            section = heading;
        }
        if cards.is_empty() {
            place = blocks.len();
        }
        let number = cards.len() + 1;
        cards.push(Card { number, section: section.clone(), said });
    }
    if !cards.is_empty() {
        blocks.insert(place, Block::Table(ledger(&cards)));
    }
    Manuscript { blocks, ..manuscript }
}

/// Returns what a card says; nothing if the table is none.
fn said(table: &Table) -> Option<Vec<(String, String)>> {
    let width = table.rows.first()?.cells.len();
    if !matches!(width, 2 | 4) || !table.marks.is_empty() {
        return None;
    }
    let mut said = Vec::new();
    for row in &table.rows {
        for pair in row.cells.chunks(2) {
            let [label, text] = pair else { return None };
            if label.covered.is_some() || label.text.trim().is_empty() && text.text.trim().is_empty() {
                continue;
            }
            let label = label_of(&label.text);
            if label.is_empty() || label.chars().count() > LONGEST_LABEL {
                return None;
            }
            // What is said twice has no column of its own.
            if said.iter().any(|(other, _)| *other == label) {
                return None;
            }
            said.push((label, text.text.clone()));
        }
    }
    let slots: Vec<Slot> = said.iter().filter_map(|(label, _)| head(label)).map(|(slot, _)| slot).collect();
    (slots.len() >= FEWEST && slots.contains(&Slot::Statement)).then_some(said)
}

/// Returns a label without blanks, its colon and its number: 问题一 is a 问题.
fn label_of(text: &str) -> String {
    let close = close(text);
    let bare = close.trim_end_matches(|c: char| c.is_ascii_digit() || ":一二三四五六七八九十".contains(c));
    if head(bare).is_some() { bare.to_owned() } else { close.trim_end_matches(':').to_owned() }
}

/// Takes the heading that stands directly above, with the empty paragraphs between.
fn heading_above(blocks: &mut Vec<Block>) -> Option<String> {
    let is_empty = |block: &Block| matches!(block, Block::Paragraph(Paragraph { text, .. }) if text.trim().is_empty());
    let last = blocks.iter().rposition(|block| !is_empty(block))?;
    let Block::Paragraph(paragraph) = &blocks[last] else { return None };
    let heading = section_heading(paragraph)?;
    blocks.truncate(last);
    Some(heading)
}

/// Returns a table with a column for each label and a row for each card.
fn ledger(cards: &[Card]) -> Table {
    let has_sections = cards.iter().any(|card| !card.section.is_empty());
    let mut labels: Vec<&str> = Vec::new();
    for (label, _) in cards.iter().flat_map(|card| &card.said) {
        if !labels.contains(&label.as_str()) {
            labels.push(label);
        }
    }
    let cell = |text: &str| Cell { text: text.to_owned(), ..Cell::default() };
    let row = |number: usize, section: &str, texts: Vec<&str>| {
        let sections = has_sections.then(|| cell(section));
        Row { number, cells: sections.into_iter().chain(texts.into_iter().map(cell)).collect() }
    };
    let of_card = |card: &Card| {
        let text = |label: &&str| card.said.iter().find(|(other, _)| other == label).map_or("", |(_, text)| text);
        row(card.number, &card.section, labels.iter().map(text).collect())
    };
    let rows = std::iter::once(row(1, SECTION, labels.clone())).chain(cards.iter().map(of_card)).collect();
    Table { rows, ..Table::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::manuscript::{CoveredFrom, Role};
    use crate::office::recognise::recognise;

    fn card(rows: &[&[&str]]) -> Block {
        let cell = |text: &&str| Cell {
            text: (*text).to_owned(),
            covered: text.is_empty().then_some(CoveredFrom::Left),
            ..Cell::default()
        };
        let row = |(number, cells): (usize, &&[&str])| Row { number, cells: cells.iter().map(cell).collect() };
        Block::Table(Table { rows: (1..).zip(rows).map(row).collect(), ..Table::default() })
    }

    fn paragraph(text: &str, role: Role) -> Block {
        Block::Paragraph(Paragraph { number: 1, text: text.to_owned(), role, ..Paragraph::default() })
    }

    fn notice() -> Manuscript {
        let first: [&[&str]; 5] = [
            &["问题一", "小餐饮店备案率偏低"],
            &["责任单位：", "县市监局"],
            &["整改时限", "2025年9月"],
            &["整改情况", "上门指导备案46家。"],
            &["整改结果", "正在整改"],
        ];
        let second: [&[&str]; 3] = [
            &["问题二", "文书不规范", "", ""],
            &["整改情况", "已补正。", "整改结果", "已完成"],
            &["责任单位", "县司法局", "备注", "回访"],
        ];
        let blocks = vec![
            paragraph("某县市监局关于督查反馈问题整改情况的公示", Role::Title),
            paragraph("2025年3月督查组反馈了2个问题。现将整改情况公示如下。", Role::Body),
            paragraph("一、日常监管方面", Role::Body),
            card(&first),
            paragraph("", Role::Body),
            paragraph("执法规范方面", Role::Heading(1)),
            card(&second),
            paragraph("某县市监局", Role::Body),
            paragraph("2025年6月30日", Role::Body),
        ];
        Manuscript { blocks, ..Manuscript::default() }
    }

    #[test]
    fn a_card_for_each_issue_is_a_row_of_a_ledger() {
        let (draft, report) = recognise(&[notice()]);
        let shown = report.message(&[]).zh;
        let sections: Vec<&str> = draft.sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(sections, ["日常监管方面", "执法规范方面"], "{shown}");
        let issues: Vec<_> =
            draft.issues.iter().map(|issue| (&*issue.statement, issue.response.concat(), issue.status)).collect();
        let expected = [
            ("小餐饮店备案率偏低", "上门指导备案46家。".to_owned(), Some("in-progress")),
            ("文书不规范", "已补正。".to_owned(), Some("completed")),
        ];
        assert_eq!(issues, expected, "{shown}");
        assert_eq!(draft.issues[0].due.map(|due| due.to_string()).as_deref(), Some("2025-09"));
        assert_eq!(draft.issues[1].responsible, ["县司法局"]);
        assert!(!shown.contains("没有收入"), "{shown}");
    }

    #[test]
    fn what_an_issue_shows_itself_in_is_its_statement() {
        let first: [&[&str]; 4] = [
            &["问题", "资质挂靠"],
            &["具体表现", "两家代理机构挂靠经营。"],
            &["整改情况", "已清退。"],
            &["责任单位", "县住建局"],
        ];
        let second: [&[&str]; 3] = [&["问题", "备案不全"], &["整改情况", "已补。"], &["责任单位", "县住建局"]];
        let manuscript = Manuscript { blocks: vec![card(&first), card(&second)], ..Manuscript::default() };
        let (draft, report) = recognise(&[manuscript]);
        let found: Vec<_> = draft.issues.iter().map(|issue| (issue.title.as_deref(), &*issue.statement)).collect();
        let expected = [(Some("资质挂靠"), "两家代理机构挂靠经营。"), (None, "备案不全")];
        assert_eq!(found, expected, "{}", report.message(&[]).zh);
        assert!(draft.issues.iter().all(|issue| issue.fields.is_empty()));
    }

    #[test]
    fn other_tables_stay_as_they_are() {
        let tables: [&[&[&str]]; 4] = [
            &[&["学校", "数量"], &["一中", "3"]],
            &[&["问题", "整改情况", "责任单位"], &["甲", "已改", "乙"]],
            &[&["问题", "甲"], &["整改情况", "乙"]],
            &[&["问题", "甲"], &["问题", "丙"], &["整改情况", "乙"], &["责任单位", "丁"]],
        ];
        for table in tables {
            let blocks = vec![card(table)];
            let manuscript = Manuscript { blocks, ..Manuscript::default() };
            assert_eq!(together(manuscript.clone()), manuscript);
        }
    }
}
