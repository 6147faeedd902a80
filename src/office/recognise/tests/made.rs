//! Documents of ours in which somebody changed what nobody sees.

use super::super::recognise;
use crate::office::files;
use crate::office::manuscript::{Block, Manuscript, Paragraph, ParagraphMark};

/// A document that gongkai made, of paragraphs that say what they state (nothing for what was typed), and words with what they stand for.
fn made(paragraphs: &[(&str, &str)], words: &[(&str, &str)]) -> Manuscript {
    let paragraph = |(number, (states, text)): (usize, &(&str, &str))| {
        let mark = ParagraphMark::read(&format!("gongkai 1 zh Body {states}"));
        Block::Paragraph(Paragraph { number, text: (*text).to_owned(), mark, ..Paragraph::default() })
    };
    let blocks = (1..).zip(paragraphs).map(paragraph).collect();
    let words = words.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Manuscript { blocks, words, ..Manuscript::default() }
}

#[test]
fn what_somebody_made_of_a_document_of_ours_leads_nowhere_and_is_said() {
    assert_eq!(ParagraphMark::read("gongkai 1 ../x Body issue"), None, "no language");
    let paragraphs = [
        ("title", "关于整改情况的通报"),
        ("", "接在标题后面的话"),
        ("text ../../x", "工作部署。"),
        ("text closing", "结束语。"),
        ("text closing", "抄了一遍的结束语。"),
        ("section", "（一）工程建设"),
        ("issue", "1. 串通投标"),
        ("statement", "反馈的问题：招标不严。"),
        ("response", "整改情况"),
        ("", "已经改正。"),
    ];
    let words = [("section ../../x", "工程建设"), ("unit /etc", "县住建局"), ("status A b", "completed 完成")];
    let (draft, report) = recognise(&[made(&paragraphs, &words)]);
    let paths: Vec<String> = files::files(&draft).iter().map(|(path, _)| path.to_string()).collect();
    let mut once = paths.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), paths.len(), "each file once: {paths:?}");
    assert!(paths.iter().any(|path| path == "content/1-section-1/section.yaml"), "{paths:?}");
    assert_eq!(draft.issues[0].response, ["已经改正。"]);
    let said = report.message(&[]).zh;
    assert!(said.contains("接在标题后面的话") && said.contains("不知道属于哪里"), "{said}");
}
