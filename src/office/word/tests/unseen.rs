//! Text that was changed, deleted, hidden or struck, or stands beside the text.

use super::{seen, whole};
use crate::office::manuscript::LeftOutKind;

#[test]
fn changes_are_read_as_if_they_were_accepted_and_told() {
    for (body, lines, left_out) in [
        (
            "<p><del><r><delText>甲</delText></r></del><ins><r><t>乙</t></r></ins></p>",
            "乙",
            "Deleted 1 甲|Inserted 1 乙",
        ),
        (
            "<p><moveFrom><r><t>甲</t></r></moveFrom><moveTo><r><t>乙</t></r></moveTo></p>",
            "乙",
            "Deleted 1 甲|Inserted 1 乙",
        ),
        ("<p><ins><del><r><delText>甲</delText></r></del></ins><r><t>乙</t></r></p>", "乙", "Deleted 1 甲"),
        ("<p><pPr><rPr><del/></rPr></pPr><r><t>甲</t></r></p><p><r><t>乙</t></r></p>", "甲乙", "Deleted 1 ¶"),
        ("<p><pPr><rPr><del></del></rPr></pPr><r><t>甲</t></r></p><p><r><t>乙</t></r></p>", "甲乙", "Deleted 1 ¶"),
        ("<p><pPr><rPr><ins/></rPr></pPr><r><t>甲</t></r></p><p><r><t>乙</t></r></p>", "甲|乙", "Inserted 1 ¶"),
        ("<p><pPr><rPr><del/></rPr></pPr><r><t>甲</t></r></p>", "甲", "Deleted 1 ¶"),
        (
            "<p><pPr><pStyle val='a'/><pPrChange><pPr><rPr><del/></rPr></pPr></pPrChange></pPr><r><t>甲</t></r></p><p><r><t>乙</t></r></p>",
            "甲|乙",
            "",
        ),
        ("<p><r><rPr><rPrChange><rPr><vanish/></rPr></rPrChange></rPr><t>甲</t></r></p>", "甲", ""),
        ("<p><r><rPr><ins/></rPr><t>甲</t></r></p>", "甲", ""),
    ] {
        assert_eq!(seen(&[("document", body)]), (lines.to_owned(), left_out.to_owned()), "{body}");
    }
}

#[test]
fn hidden_text_is_left_out_and_told() {
    let styles = "<style type='paragraph' styleId='P' default='1'><name val='Normal'/></style>\
        <style type='paragraph' styleId='H'><name val='Hidden'/><rPr><vanish/></rPr></style>\
        <style type='character' styleId='C'><rPr><vanish/></rPr></style>\
        <style type='character' styleId='D'><basedOn val='C'/></style>\
        <style type='character' styleId='E'><basedOn val='C'/><rPr><vanish val='0'/></rPr></style>";
    for (body, lines, left_out) in [
        (
            "<p><r><rPr><vanish/></rPr><t>甲</t></r><r><rPr><vanish val='false'/></rPr><t>乙</t></r></p>",
            "乙",
            "Hidden 1 甲",
        ),
        (
            "<p><r><rPr><rStyle val='D'/></rPr><t>甲</t></r><r><rPr><rStyle val='E'/></rPr><t>乙</t></r></p>",
            "乙",
            "Hidden 1 甲",
        ),
        ("<p><pPr><pStyle val='H'/></pPr><r><t>甲</t></r></p><p><r><t>乙</t></r></p>", "乙", "Hidden 1 甲"),
        ("<p><pPr><pStyle val='H'/></pPr><r><rPr><vanish val='0'/></rPr><t>甲</t></r></p>", "甲", ""),
        ("<p><pPr><rPr><vanish/></rPr></pPr><r><t>甲</t></r></p><p><r><t>乙</t></r></p>", "甲乙", ""),
        (
            "<p><r><rPr><vanish/></rPr><pict><txbxContent><p><r><t>甲</t></r></p></txbxContent></pict></r></p>",
            "",
            "Hidden 2 甲",
        ),
    ] {
        assert_eq!(seen(&[("document", body), ("styles", styles)]), (lines.to_owned(), left_out.to_owned()), "{body}");
    }
}

#[test]
fn what_stands_beside_the_text_is_told() {
    let comments = "<comment id='4'><p><r><t>请核</t></r></p><p><r><t>对</t></r></p></comment>";
    let notes =
        "<footnote id='-1'><p><r><separator/></r></p></footnote><footnote id='2'><p><r><t>注</t></r></p></footnote>";
    let body = "<p><r><t>甲</t></r><r><commentReference id='4'/></r><r><footnoteReference id='2'/></r></p><sectPr><footerReference/></sectPr>";
    let parts = [("document", body), ("comments", comments), ("footnotes", notes)];
    assert_eq!(seen(&parts), ("甲".to_owned(), "Comment 1 请核 对|Footnote 1 注".to_owned()));
    let footer = "<ftr><p><r><t>— </t></r><r><instrText> PAGE </instrText></r><r><t>1</t></r></p></ftr>";
    let header = "<hdr><p><r><t>内部</t></r></p></hdr>";
    let parts = [("document", body), ("header", header), ("footer", footer)];
    assert_eq!(seen(&parts).1, "Comment 1 |Footnote 1 |HeaderFooter 0 内部|PageNumber 0 — 1");
}

#[test]
fn stops_are_told_in_the_order_of_the_text() {
    let found =
        whole(&[("document", "<p><ins><r><t>甲</t></r></ins></p><p><del><r><delText>乙</delText></r></del></p>")]);
    assert_eq!(
        found.left_out.iter().map(|left| left.kind).collect::<Vec<_>>(),
        [LeftOutKind::Inserted, LeftOutKind::Deleted]
    );
}

#[test]
fn letters_that_nobody_can_see_and_struck_ones_are_told() {
    let run = |look: &str, text: &str| format!("<r><rPr>{look}</rPr><t>{text}</t></r>");
    for (look, lines, left_out) in [
        ("<color val='FFFFFF'/>", "甲丙", "Hidden 1 乙"),
        ("<sz val='2'/>", "甲丙", "Hidden 1 乙"),
        ("<color val='FFFFFF'/><highlight val='black'/>", "甲乙丙", ""),
        ("<color val='FFFFFF'/><shd fill='000000'/>", "甲乙丙", ""),
        ("<strike/>", "甲乙丙", "Struck 1 乙"),
        ("<strike val='0'/><color val='000000'/><sz val='32'/>", "甲乙丙", ""),
    ] {
        let body = format!("<body><p>{}{}{}</p></body>", run("", "甲"), run(look, "乙"), run("", "丙"));
        assert_eq!(seen(&[("document", &body)]), (lines.to_owned(), left_out.to_owned()), "{look}");
    }
    let cell = format!("<body><tbl><tr><tc><p>{}</p></tc></tr></tbl></body>", run("<color val='FFFFFF'/>", "表头"));
    assert!(whole(&[("document", &cell)]).left_out.is_empty(), "the head of a table may be white on black");
}
