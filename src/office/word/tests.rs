//! Documents made here part by part: how each thing that a person sees, or does not see, stands in the file.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::super::limits;
use super::super::manuscript::{Block, LeftOutKind, Manuscript, Paragraph, Role};
use super::super::read;
use crate::source::archive::sample::archive;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const SPACES: &str = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml' \
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

/// A list of three levels.
const LIST: &str = "<abstractNum abstractNumId='0'>\
    <lvl ilvl='0'><start val='1'/><numFmt val='chineseCountingThousand'/><lvlText val='%1、'/></lvl>\
    <lvl ilvl='1'><start val='1'/><numFmt val='chineseCounting'/><lvlText val='（%2）'/></lvl>\
    <lvl ilvl='2'><start val='3'/><numFmt val='decimal'/><lvlText val='%1.%2.%3'/></lvl></abstractNum>";

fn item(list: &str, level: usize) -> String {
    format!("<p><pPr><numPr><ilvl val='{level}'/><numId val='{list}'/></numPr></pPr><r><t>x</t></r></p>")
}

/// Returns the numbers of paragraphs in lists on levels.
fn labels(numbering: &str, items: &[(&str, usize)]) -> String {
    let body: String = items.iter().map(|(list, level)| item(list, *level)).collect();
    seen(&[("document", &body), ("numbering", numbering)]).0.replace('x', "")
}

#[test]
fn numbers_are_counted_as_word_counts_them() {
    let list =
        format!("{LIST}<num numId='1'><abstractNumId val='0'/></num><num numId='2'><abstractNumId val='0'/></num>");
    assert_eq!(labels(&list, &[("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]), "一、|（一）|（二）|二、|（一）");
    assert_eq!(labels(&list, &[("1", 0), ("2", 0), ("1", 0), ("0", 0), ("9", 0)]), "一、|二、|三、||");
    assert_eq!(labels(&list, &[("1", 0), ("1", 2), ("1", 2)]), "一、|一.一.3|一.一.4");
    let anew = format!(
        "{LIST}<num numId='1'><abstractNumId val='0'/></num><num numId='2'><abstractNumId val='0'/>\
         <lvlOverride ilvl='0'><startOverride val='5'/></lvlOverride></num>"
    );
    assert_eq!(labels(&anew, &[("1", 0), ("2", 0), ("2", 0), ("1", 0)]), "一、|五、|六、|七、");
    let own = format!(
        "{LIST}<num numId='1'><abstractNumId val='0'/><lvlOverride ilvl='0'><lvl ilvl='0'><start val='1'/>\
         <numFmt val='bullet'/><lvlText val='\u{F0B7}'/></lvl></lvlOverride></num>"
    );
    assert_eq!(labels(&own, &[("1", 0), ("1", 1)]), "•|（一）");
}

#[test]
fn levels_begin_anew_where_they_say() {
    let through = |restart: &str| {
        let list = LIST.replace(
            "<numFmt val='decimal'/><lvlText val='%1.%2.%3'/>",
            &format!("<numFmt val='decimal'/>{restart}<lvlText val='%3'/>"),
        );
        labels(
            &format!("{list}<num numId='1'><abstractNumId val='0'/></num>"),
            &[("1", 0), ("1", 1), ("1", 2), ("1", 1), ("1", 2), ("1", 0), ("1", 2)],
        )
    };
    assert_eq!(through(""), "一、|（一）|3|（二）|3|二、|3");
    assert_eq!(through("<lvlRestart val='0'/>"), "一、|（一）|3|（二）|4|二、|5");
    assert_eq!(through("<lvlRestart val='1'/>"), "一、|（一）|3|（二）|4|二、|3");
    let decimal = LIST.replace("<lvlText val='%1.%2.%3'/>", "<isLgl/><lvlText val='%1.%2.%3'/>");
    assert_eq!(
        labels(&format!("{decimal}<num numId='1'><abstractNumId val='0'/></num>"), &[("1", 0), ("1", 2)]),
        "一、|1.1.3"
    );
}

#[test]
fn numbers_come_from_styles_too() {
    let styles = "<style type='paragraph' styleId='A'><name val='heading 1'/><pPr><numPr><numId val='1'/></numPr></pPr></style>\
        <style type='paragraph' styleId='B'><name val='own'/><basedOn val='A'/></style>\
        <style type='paragraph' styleId='C'><name val='heading 2'/><pPr><numPr><ilvl val='1'/><numId val='1'/></numPr></pPr></style>\
        <style type='numbering' styleId='N'><pPr><numPr><numId val='1'/></numPr></pPr></style>";
    let list = format!(
        "{}<abstractNum abstractNumId='5'><numStyleLink val='N'/></abstractNum><num numId='1'><abstractNumId val='0'/></num>\
         <num numId='6'><abstractNumId val='5'/></num>",
        LIST.replace("<lvl ilvl='1'>", "<lvl ilvl='1'><pStyle val='B'/>")
    );
    let styled = |style: &str, more: &str| format!("<p><pPr><pStyle val='{style}'/>{more}</pPr><r><t>x</t></r></p>");
    let none = "<numPr><numId val='0'/></numPr>";
    let body = [styled("A", ""), styled("B", ""), styled("C", ""), styled("A", none), item("6", 0)].concat();
    let parts = [("document", &*body), ("numbering", &list), ("styles", styles)];
    assert_eq!(seen(&parts).0, "一、x|（一）x|（二）x|x|二、x");
}

#[test]
fn formats_that_are_not_known_are_written_in_figures_and_told() {
    let list = |format: &str| {
        let list = LIST.replace("<numFmt val='chineseCountingThousand'/>", format);
        let numbering = format!("{list}<num numId='1'><abstractNumId val='0'/></num>");
        seen(&[("document", &item("1", 0)), ("numbering", &numbering)])
    };
    assert_eq!(list("<numFmt val='thaiLetters'/>"), ("1、x".to_owned(), "Other 1 thaiLetters".to_owned()));
    let custom = "<mc:AlternateContent><mc:Choice><numFmt val='custom' format='001, 002, 003, ...'/></mc:Choice>\
        <mc:Fallback><numFmt val='decimal'/></mc:Fallback></mc:AlternateContent>";
    assert_eq!(list(custom).0, "001、x");
}

#[test]
fn what_is_deleted_or_hidden_is_not_counted() {
    let numbering = format!("{LIST}<num numId='1'><abstractNumId val='0'/></num>");
    let one = item("1", 0);
    let gone = one
        .replace("</numPr>", "</numPr><rPr><del></del></rPr>")
        .replace("<r><t>x</t></r>", "<del><r><delText>x</delText></r></del>");
    let unseen = one.replace("</numPr>", "</numPr><rPr><vanish/></rPr>").replace("<t>", "<rPr><vanish/></rPr><t>");
    let row = format!("<tbl><tr><trPr><del/></trPr><tc>{one}</tc></tr></tbl>");
    for other in [gone, unseen, row] {
        let body = format!("{one}{other}{one}");
        assert_eq!(seen(&[("document", &body), ("numbering", &numbering)]).0, "一、x|二、x", "{other}");
    }
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

/// Returns the rows of the only table: covered cells are `^`.
fn rows(body: &str) -> Vec<String> {
    let found = whole(&[("document", body)]);
    let [Block::Table(table)] = &*found.blocks else { panic!("{found:?}") };
    let shown = |cell: &super::super::manuscript::Cell| if cell.covered { "^".to_owned() } else { cell.text.clone() };
    let row = |row: &super::super::manuscript::Row| {
        let cells: Vec<String> = row.cells.iter().map(shown).collect();
        format!("{}:{}", row.number, cells.join(","))
    };
    table.rows.iter().map(row).collect()
}

fn cell(properties: &str, text: &str) -> String {
    format!("<tc><tcPr>{properties}</tcPr><p><r><t>{text}</t></r></p></tc>")
}

fn row(properties: &str, cells: &[String]) -> String {
    format!("<tr><trPr>{properties}</trPr>{}</tr>", cells.concat())
}

#[test]
fn merged_cells_stand_once() {
    let wide = "<gridSpan val='2'/>";
    let (begins, goes_on) = ("<vMerge val='restart'/>", "<vMerge/>");
    let table = [
        "<tbl>".to_owned(),
        row("", &[cell(wide, "甲"), cell("", "乙")]),
        row("", &[cell(begins, "丙"), cell("", "丁"), cell("", "戊")]),
        row("", &[cell(goes_on, ""), cell("<vMerge val='continue'/>", "己")]),
        row("<gridBefore val='1'/>", &[cell("", "庚")]),
        row("", &[cell("<hMerge val='restart'/>", "辛"), cell("<hMerge/>", "")]),
        "</tbl>".to_owned(),
    ];
    assert_eq!(rows(&table.concat()), ["1:甲,^,乙", "2:丙,丁,戊", "3:^,己,", "4:,庚,", "5:辛,^,"]);
}

#[test]
fn cells_hold_all_their_lines() {
    let inner = format!(
        "<p><r><t>甲</t></r></p><p/><p><r><t>乙</t></r></p><tbl>{}</tbl><p/>",
        row("", &[cell("", "丙"), cell("", "丁")])
    );
    assert_eq!(rows(&format!("<tbl><tr><tc>{inner}</tc></tr></tbl>")), ["1:甲\n乙\n丙\t丁"]);
    let wrapped = format!("<tbl><sdt><sdtContent>{}</sdtContent></sdt></tbl>", row("", &[cell("", "甲")]));
    assert_eq!(rows(&wrapped), ["1:甲"]);
}

#[test]
fn rows_that_are_deleted_or_hidden_are_left_out() {
    let table = format!(
        "<tbl>{}{}{}{}</tbl>",
        row("", &[cell("", "甲")]),
        row("<del/>", &[cell("", "乙")]),
        row("<hidden/>", &[cell("", "丙")]),
        row("<ins/>", &[cell("", "丁")])
    );
    assert_eq!(rows(&table), ["1:甲", "4:丁"]);
    assert_eq!(seen(&[("document", &table)]).1, "Deleted 2 乙|HiddenRow 3 丙|Inserted 4 丁");
    let below = format!(
        "<tbl>{}{}</tbl>",
        row("", &[cell("<vMerge val='restart'/>", "甲")]),
        row("", &[cell("<vMerge/>", "乙")])
    );
    assert_eq!(seen(&[("document", &below)]).1, "Hidden 2 乙");
}

#[test]
fn both_standards_are_read() {
    let bytes = document(STRICT, &[("document", "<w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body>")]);
    assert_eq!(paragraphs(&read("a.docx", &bytes).expect("a document"))[0].text, "甲");
}

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
fn stops_are_told_in_the_order_of_the_text() {
    let found =
        whole(&[("document", "<p><ins><r><t>甲</t></r></ins></p><p><del><r><delText>乙</delText></r></del></p>")]);
    assert_eq!(
        found.left_out.iter().map(|left| left.kind).collect::<Vec<_>>(),
        [LeftOutKind::Inserted, LeftOutKind::Deleted]
    );
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

#[test]
fn a_cell_outside_a_row_keeps_its_text() {
    let body = "<tbl><tc><p><t>甲</t></p></tc></tbl>";
    let found = read("a.docx", &document(W, &[("document", body)])).expect("a manuscript");
    assert!(format!("{found:?}").contains('甲'), "{found:?}");
}

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
