//! Documents made here part by part: how each thing that a person sees, or does not see, stands in the file.

mod digits;
mod numbers;
mod strange;
mod tables;
mod unseen;

use super::super::manuscript::{Block, Manuscript, Paragraph, Role};
use super::super::{limits, read};
use crate::source::archive::sample::archive;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const SPACES: &str = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml' \
    xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
    xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
    xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'";

/// A document of these parts, by the kind that each is of; `document` is its text.
fn document(space: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation =
        |kind: &str, target: &str| format!("<Relationship Id='{kind}' Type='{types}/{kind}' Target='{target}'/>");
    let list = |inner: &str| format!("<Relationships>{inner}</Relationships>");
    let inner: String = parts.iter().map(|(kind, _)| relation(kind, &format!("{kind}.xml"))).collect();
    let mut files = vec![
        ("_rels/.rels".to_owned(), list(&relation("officeDocument", "/word/document.xml"))),
        ("word/_rels/document.xml.rels".to_owned(), list(&inner)),
    ];
    for (kind, inner) in parts {
        files.push((
            format!("word/{kind}.xml"),
            format!("<root xmlns='{space}' xmlns:w='{space}' {SPACES}>{inner}</root>"),
        ));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    archive(&files, true, 0)
}

fn whole(parts: &[(&str, &str)]) -> Manuscript {
    read("a.docx", &document(W, parts)).expect("a document")
}

fn paragraphs(manuscript: &Manuscript) -> Vec<&Paragraph> {
    let paragraphs = manuscript.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    });
    paragraphs.collect()
}

/// Returns the lines that a person sees, and what is left out.
fn seen(parts: &[(&str, &str)]) -> (String, String) {
    let found = whole(parts);
    let lines = paragraphs(&found).into_iter().map(|paragraph| format!("{}{}", paragraph.label, paragraph.text));
    let left = found.left_out.iter().map(|left| format!("{:?} {} {}", left.kind, left.number, left.text));
    (lines.collect::<Vec<_>>().join("|"), left.collect::<Vec<_>>().join("|"))
}

#[test]
fn text_is_what_a_person_sees() {
    for (body, lines, left_out) in [
        ("<p><r><t>甲</t></r><r><t xml:space='preserve'> 乙 </t></r></p>", "甲 乙 ", ""),
        (
            "<p><pPr><tabs><tab val='left'/></tabs></pPr><r><t>甲</t><tab/><t>乙</t><br/><t>丙</t><cr/></r></p>",
            "甲\t乙\n丙\n",
            "",
        ),
        ("<p><r><t>甲</t><br type='page'/><t>乙</t><noBreakHyphen/><softHyphen/><t>丙</t></r></p>", "甲乙-丙", ""),
        ("<p><r><t> 甲\n乙 </t></r></p>", "甲 乙", ""),
        ("<p/><p><r><t>甲&amp;</t></r></p><p><r><t xml:space='preserve'> </t></r></p>", "甲&", ""),
        ("<p><r><sym font='Wingdings' char='F0FE'/><sym char='2713'/></r></p>", "✓", "Other 1 Wingdings F0FE"),
        ("<p><r><ruby><rt><r><t>pin</t></r></rt><rubyBase><r><t>拼</t></r></rubyBase></ruby></r></p>", "拼", ""),
        (
            "<sdt><sdtPr/><sdtContent><p><sdt><sdtContent><r><t>甲</t></r></sdtContent></sdt></p></sdtContent></sdt>",
            "甲",
            "",
        ),
        (
            "<p><sdt><sdtPr><showingPlcHdr/></sdtPr><sdtContent><r><t>请输入</t></r></sdtContent></sdt><r><t>甲</t></r></p>",
            "甲",
            "Other 1 请输入",
        ),
        ("<customXml><p><hyperlink><smartTag><r><t>甲</t></r></smartTag></hyperlink></p></customXml>", "甲", ""),
        (
            "<p><r><drawing><wp:docPr descr='图'/><pic:pic/></drawing></r></p><p><r><pict><v:imagedata/></pict></r></p>",
            "",
            "Picture 1 图|Picture 2 ",
        ),
        ("<p><r><pict><v:textpath string='草稿'/></pict></r></p>", "", "Other 1 草稿"),
    ] {
        assert_eq!(seen(&[("document", body)]), (lines.to_owned(), left_out.to_owned()), "{body}");
    }
}

#[test]
fn fields_show_what_they_printed_last() {
    let field = |instruction: &str, printed: &str| {
        format!(
            "<r><fldChar fldCharType='begin'/></r><r><instrText>{instruction}</instrText></r><r><fldChar fldCharType='separate'/></r>\
             <r><t>{printed}</t></r><r><fldChar fldCharType='end'/></r>"
        )
    };
    let unseen = |instruction: &str| {
        field(instruction, "").replace("<r><fldChar fldCharType='separate'/></r><r><t></t></r>", "")
    };
    for (inner, lines, left_out) in [
        (field(" REF x ", "甲"), "甲", ""),
        (field("HYPERLINK \"a\"", &format!("甲</t></r>{}<r><t>丙", field("REF y", "乙"))), "甲乙丙", ""),
        (field(" page ", "3"), "", "PageNumber 1 3"),
        (field("TOC \\o", &format!("目录</t></r>{}<r><t>尾", field("PAGEREF z", "7"))), "", "Other 1 目录7尾"),
        ("<fldSimple instr=' DATE '><r><t>今天</t></r></fldSimple>".to_owned(), "今天", ""),
        ("<fldSimple instr='NUMPAGES'><r><t>9</t></r></fldSimple>".to_owned(), "", "PageNumber 1 9"),
        (unseen(" EQ \\o\\ac(○,1) "), "", "Other 1 EQ \\o\\ac(○,1)"),
        (unseen(" XE \"甲\" "), "", ""),
        ("<r><fldChar fldCharType='begin'/></r><r><t>甲</t></r>".to_owned(), "", "Other 1 甲"),
        ("<r><fldChar fldCharType='end'/></r><r><t>甲</t></r>".to_owned(), "甲", ""),
    ] {
        let body = format!("<p>{inner}</p>");
        assert_eq!(seen(&[("document", &body)]), (lines.to_owned(), left_out.to_owned()), "{body}");
    }
}

#[test]
fn text_boxes_are_read_once_after_their_paragraph() {
    let inner = "<txbxContent><p><r><t>框</t></r></p></txbxContent>";
    let shape = format!(
        "<mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>"
    );
    let body = format!("<p><r><t>甲</t></r><r>{shape}</r><r><t>乙</t></r></p><p><r><t>丙</t></r></p>");
    assert_eq!(seen(&[("document", &body)]).0, "甲乙|框|丙");
    let numbers = whole(&[("document", &body)]);
    assert_eq!(paragraphs(&numbers).iter().map(|paragraph| paragraph.number).collect::<Vec<_>>(), [1, 2, 3]);
    let nested = |depth: usize| {
        let (open, close) = ("<p><r><pict><txbxContent>".repeat(depth), "</txbxContent></pict></r></p>".repeat(depth));
        read("a.docx", &document(W, &[("document", &format!("{open}<p><r><t>甲</t></r></p>{close}"))]))
    };
    assert!(nested(limits::BOXES).is_ok());
    assert!(nested(limits::BOXES + 1).is_err());
}

#[test]
fn styles_say_what_a_paragraph_is() {
    let styles = "<style type='paragraph' styleId='T'><name val='Title'/></style>\
        <style type='paragraph' styleId='1'><name val='heading 1'/></style>\
        <style type='paragraph' styleId='2'><name val='own'/><basedOn val='1'/></style>\
        <style type='paragraph' styleId='3'><name val='outlined'/><pPr><outlineLvl val='2'/></pPr></style>\
        <style type='paragraph' styleId='4'><name val='a'/><basedOn val='5'/></style>\
        <style type='paragraph' styleId='5'><name val='b'/><basedOn val='4'/></style>";
    let role = |properties: &str| {
        let body = format!("<p><pPr>{properties}</pPr><r><t>x</t></r></p>");
        let found = whole(&[("document", &body), ("styles", styles)]);
        paragraphs(&found)[0].role
    };
    for (properties, expected) in [
        ("", Role::Body),
        ("<pStyle val='T'/>", Role::Title),
        ("<pStyle val='2'/>", Role::Heading(1)),
        ("<pStyle val='3'/>", Role::Heading(3)),
        ("<pStyle val='3'/><outlineLvl val='9'/>", Role::Body),
        ("<outlineLvl val='0'/>", Role::Heading(1)),
        ("<pStyle val='4'/>", Role::Body),
        ("<pStyle val='none'/>", Role::Body),
    ] {
        assert_eq!(role(properties), expected, "{properties}");
    }
}

fn cell(properties: &str, text: &str) -> String {
    format!("<tc><tcPr>{properties}</tcPr><p><r><t>{text}</t></r></p></tc>")
}

fn row(properties: &str, cells: &[String]) -> String {
    format!("<tr><trPr>{properties}</trPr>{}</tr>", cells.concat())
}

#[test]
fn both_standards_are_read() {
    let bytes = document(STRICT, &[("document", "<w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body>")]);
    assert_eq!(paragraphs(&read("a.docx", &bytes).expect("a document"))[0].text, "甲");
}
