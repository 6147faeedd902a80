//! Elements in every order, right or wrong, and files that are too large or broken.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{W, cell, document, row};
use crate::office::{limits, read};
use crate::source::archive::sample::archive;

#[test]
fn what_is_too_large_or_broken_is_refused() {
    let refused = |body: &str| read("a.docx", &document(W, &[("document", body)])).expect_err("refused").message.zh;
    let spans = format!("<tbl>{}</tbl>", row("", &[cell("<gridSpan val='4000000000'/>", "")]));
    assert!(refused(&spans).contains("256"), "{}", refused(&spans));
    assert!(refused(&format!("<tbl>{}</tbl>", row("<gridAfter val='257'/>", &[]))).contains("256"));
    let many: String = (0..=limits::PARAGRAPHS).map(|n| format!("<p rsidR='{:x}'/>", n * 7919)).collect();
    assert!(refused(&many).contains("不正常"));
    assert!(refused("").contains("是空的"));
    assert!(refused("<p>").contains("不完整"));
    let doctype = archive(&[("word/document.xml", "<!DOCTYPE a><a/>")], false, 0);
    assert!(read("a.docx", &doctype).expect_err("refused").message.zh.contains("document.xml"));
    assert!(read("a.docx", &archive(&[("a", "b")], false, 0)).expect_err("refused").message.zh.contains("压缩包"));
    assert!(
        read("a.docx", &archive(&[("word/document.xml", "<a/>")], false, 1))
            .expect_err("refused")
            .message
            .zh
            .contains("密码")
    );
}

#[test]
fn a_cell_outside_a_row_keeps_its_text() {
    let body = "<tbl><tc><p><t>甲</t></p></tc></tbl>";
    let found = read("a.docx", &document(W, &[("document", body)])).expect("a manuscript");
    assert!(format!("{found:?}").contains('甲'), "{found:?}");
}

/// Pieces that stand in documents in every order, right or wrong.
const PIECES: [&str; 24] = [
    "<p>",
    "</p>",
    "<r>",
    "</r>",
    "<t>甲</t>",
    "<tbl>",
    "</tbl>",
    "<tr>",
    "</tr>",
    "<tc>",
    "</tc>",
    "<txbxContent>",
    "</txbxContent>",
    "<ins>",
    "</ins>",
    "<del>",
    "</del>",
    "<pPr><rPr><del/></rPr></pPr>",
    "<fldChar fldCharType='begin'/>",
    "<fldChar fldCharType='end'/>",
    "<tcPr><gridSpan val='3'/><vMerge/></tcPr>",
    "<trPr><del/><gridBefore val='2'/></trPr>",
    "<rPr><vanish/></rPr>",
    "<pPr><numPr><ilvl val='99'/><numId val='1'/></numPr></pPr>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, rng_seed: RngSeed::Fixed(2026), ..ProptestConfig::default() })]

    /// However elements stand in each other, nothing of their text is lost without a word.
    #[test]
    fn no_order_of_elements_is_too_strange(chosen in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let (mut body, mut open) = (String::new(), Vec::new());
        for piece in chosen.into_iter().map(|at| PIECES[at]) {
            match piece.strip_prefix("</") {
                Some(name) if open.last() == Some(&name.trim_end_matches('>')) => drop(open.pop()),
                Some(_) => continue,
                None if piece.matches('<').count() == 1 && !piece.ends_with("/>") => open.push(piece.trim_matches(['<', '>'])),
                None => {}
            }
            body += piece;
        }
        open.iter().rev().for_each(|name| body += &format!("</{name}>"));
        let written = body.matches('甲').count();
        if let Ok(found) = read("a.docx", &document(W, &[("document", &body)])) {
            let shown = format!("{:?}", found);
            prop_assert!(shown.matches('甲').count() >= written, "{body}\n{shown}");
        }
    }
}
