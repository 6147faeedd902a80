//! Workbooks made here part by part.

use super::super::manuscript::{Block, Manuscript, Table};
use super::super::{limits, read};
use crate::source::archive::sample::archive;

/// A workbook of one sheet, with what stands in the sheet, and further parts.
fn workbook(sheet: &str, book: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='{types}/{kind}' Target='{target}'/>")
    };
    let list = |inner: &str| format!("<Relationships>{inner}</Relationships>");
    let inner: String = more.iter().map(|(kind, _)| relation(kind, kind, &format!("{kind}.xml"))).collect();
    let comments = list(&relation("c", "comments", "../comments.xml"));
    let book = format!("<workbook>{book}<sheets><sheet name='台账' sheetId='1' id='s'/></sheets></workbook>");
    let root = list(&relation("r", "officeDocument", "xl/workbook.xml"));
    let relations = list(&format!("{inner}{}", relation("s", "worksheet", "/xl/worksheets/one.xml")));
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let more: Vec<(String, &str)> = more.iter().map(|(kind, text)| (format!("xl/{kind}.xml"), *text)).collect();
    let mut parts = vec![
        ("_rels/.rels", &*root),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/one.xml", &sheet),
        ("xl/worksheets/_rels/one.xml.rels", &comments),
    ];
    parts.extend(more.iter().map(|(name, text)| (&**name, *text)));
    archive(&parts, true, 0)
}

fn found(sheet: &str, more: &[(&str, &str)]) -> Manuscript {
    read("a.xlsx", &workbook(sheet, "", more)).expect("a workbook")
}

fn table(manuscript: &Manuscript) -> &Table {
    match &*manuscript.blocks {
        [Block::Table(table)] => table,
        other => panic!("{other:?}"),
    }
}

/// Returns the rows: covered cells are `^`.
fn rows(manuscript: &Manuscript) -> Vec<String> {
    let shown = |cell: &super::super::manuscript::Cell| {
        if cell.covered.is_some() { format!("^{}", cell.text) } else { cell.text.clone() }
    };
    let rows = table(manuscript).rows.iter();
    rows.map(|row| format!("{}:{}", row.number, row.cells.iter().map(shown).collect::<Vec<_>>().join(","))).collect()
}

fn left_out(manuscript: &Manuscript) -> Vec<String> {
    manuscript.left_out.iter().map(|left| format!("{:?} {} {}", left.kind, left.number, left.text)).collect()
}

fn text(place: &str, text: &str) -> String {
    format!("<c r='{place}' t='inlineStr'><is><t>{text}</t></is></c>")
}

#[test]
fn values_are_read_as_they_show() {
    let strings = "<sst><si><t>甲</t><rPh><t>jia</t></rPh></si><si><r><t>乙</t></r><r><t xml:space='preserve'> 丙_x000D_</t></r></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/></numFmts>\
        <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='31'/><xf numFmtId='176'/><xf numFmtId='10'/></cellXfs>\
        </styleSheet>";
    let sheet = "<sheetData><row r='2'><c r='A2' t='s'><v>0</v></c><c t='s'><v>1</v></c><c r='E2' t='s'><v>9</v></c></row>\
        <row><c s='1'><v>45352</v></c><c s='2'><v>45352</v></c><c s='3'><v>0.76</v></c><c><v>0.30000000000000004</v></c></row>\
        <row><c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c><c t='str'><f>A1</f><v>丁</v></c><c t='d'><v>2024-03-01T00:00:00</v></c></row></sheetData>";
    let found = found(sheet, &[("sharedStrings", strings), ("styles", styles)]);
    assert_eq!(rows(&found), ["2:甲,乙 丙\n,,", "3:2024-03-01,2024-03,76.00%,0.3", "4:TRUE,,丁,2024-03-01"]);
    assert_eq!(left_out(&found), ["FormulaError 4 台账!B4 #REF!"]);
    assert_eq!(table(&found).name, "台账");
    let days = "<sheetData><row><c s='1'><v>0</v></c></row></sheetData>";
    let old = read("a.xlsx", &workbook(days, "<workbookPr date1904='1'/>", &[("styles", styles)])).expect("a workbook");
    assert_eq!(rows(&old), ["1:1904-01-01"]);
}

#[test]
fn merged_cells_show_where_they_are_not_hidden() {
    let merged = |columns: &str, ranges: &str| {
        let cells = [text("A1", "甲"), text("C1", "乙"), text("A2", "丙"), text("B2", "丁")].concat();
        found(&format!("<cols>{columns}</cols><sheetData>{cells}</sheetData><mergeCells>{ranges}</mergeCells>"), &[])
    };
    assert_eq!(rows(&merged("", "<mergeCell ref='A1:B1'/>")), ["1:甲,^,乙", "2:丙,丁,"]);
    let hidden =
        merged("<col min='1' max='1' hidden='1'/>", "<mergeCell ref='A1:B1'/><mergeCell ref='C1:XFD1048576'/>");
    assert_eq!(rows(&hidden), ["1:^,甲,乙", "2:,丁,^"]);
    assert_eq!(left_out(&hidden), ["HiddenColumn 1 台账!A 丙"]);
    let over = merged("", "<mergeCell ref='A1:A2'/><mergeCell ref='B2:A1'/><mergeCell ref='Z9:Z10'/>");
    assert_eq!(rows(&over), ["1:甲,,乙", "2:^,丁,"]);
    assert_eq!(left_out(&over), ["Hidden 2 台账!A2 丙"]);
}

#[test]
fn what_does_not_show_is_told() {
    let comments = "<comments><commentList><comment ref='A1'><text><r><t>请</t></r><r><t>核</t></r></text></comment></commentList></comments>";
    let sheet = format!(
        "<cols><col min='3' max='3' width='0'/></cols><sheetData><row r='1'>{}</row><row r='2' hidden='1'>{}</row><row r='3'>{}\
         <c r='B3'><f>1+1</f></c><c r='D3'><f>2</f><v/></c></row></sheetData><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>",
        [text("A1", "甲"), text("B1", "乙")].concat(),
        text("A2", "丙"),
        text("C3", "丁")
    );
    let found = found(&sheet, &[("comments", comments)]);
    assert_eq!(rows(&found), ["1:甲,乙"]);
    assert_eq!(
        left_out(&found),
        [
            "FormulaWithoutValue 3 台账!B3 =1+1",
            "FormulaWithoutValue 3 台账!D3 =2",
            "PageNumber 0 台账! &P",
            "Comment 1 台账!A1 请核",
            "HiddenColumn 3 台账!C 丁",
            "HiddenRow 2 台账!2 丙",
        ]
    );
}

#[test]
fn letters_that_do_not_count_are_told() {
    let styles = "<styleSheet><fonts><font/><font><strike/></font><font><color rgb='FFFFFFFF'/></font><font><color theme='0'/></font>\
        <font><color theme='0' tint='-0.5'/></font><font><sz val='1'/></font></fonts>\
        <fills><fill><patternFill patternType='none'/></fill><fill><patternFill patternType='solid'><fgColor theme='4'/></patternFill></fill>\
        <fill><patternFill patternType='solid'><fgColor indexed='9'/></patternFill></fill></fills><cellXfs><xf/><xf fontId='1'/><xf fontId='2'/>\
        <xf fontId='3'/><xf fontId='3' fillId='1'/><xf fontId='3' fillId='2'/><xf fontId='4'/><xf fontId='5'/></cellXfs></styleSheet>";
    let cell = |look: usize| text("A1", "甲").replace(" t=", &format!(" s='{look}' t="));
    let run = |look: &str, text: &str| format!("<r><rPr>{look}</rPr><t>{text}</t></r>");
    let rich = |look: usize, runs: &str| format!("<c r='A1' s='{look}' t='inlineStr'><is>{runs}</is></c>");
    for (cell, seen, told) in [
        (cell(0), "甲", ""),
        (cell(1), "甲", "Struck 1 台账!A1 甲"),
        ("<c r='A1' s='1'><v>5</v></c>".to_owned(), "5", "Struck 1 台账!A1 5"),
        (cell(2), "", "Hidden 1 台账!A1 甲"),
        (cell(3), "", "Hidden 1 台账!A1 甲"),
        (cell(4), "甲", ""),
        (cell(5), "", "Hidden 1 台账!A1 甲"),
        (cell(6), "甲", ""),
        (cell(7), "", "Hidden 1 台账!A1 甲"),
        (
            rich(0, &[run("", "50万元"), run("<strike/>", "（其中30万元）")].concat()),
            "50万元（其中30万元）",
            "Struck 1 台账!A1 （其中30万元）",
        ),
        (rich(1, &[run("", "甲"), "<r><t>乙</t></r>".to_owned()].concat()), "甲乙", "Struck 1 台账!A1 乙"),
        (rich(0, &[run("<color rgb='00ffffff'/>", "底稿"), run("", "甲")].concat()), "甲", "Hidden 1 台账!A1 底稿"),
        (
            rich(
                0,
                &[run("<strike val='0'/>", "10"), run("<vertAlign val='superscript'/>", "4"), run("", "亩")].concat(),
            ),
            "10⁴亩",
            "",
        ),
        ("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>".to_owned(), "", "FormulaError 1 台账!A1 #DIV/0!"),
        ("<c r='A1' t='str'><f>B1</f><v>#N/A</v></c>".to_owned(), "", "FormulaError 1 台账!A1 #N/A"),
        ("<c r='A1' t='e' vm='1'><v>#VALUE!</v></c>".to_owned(), "", "Picture 1 台账!A1"),
        (
            "<c r='A1' t='str'><f>_xlfn.DISPIMG(\"I\",1)</f><v>=DISPIMG(\"I\",1)</v></c>".to_owned(),
            "",
            "Picture 1 台账!A1 =DISPIMG(\"I\",1)",
        ),
    ] {
        let found = found(&format!("<row>{cell}</row><row>{}</row>", text("A2", "尾")), &[("styles", styles)]);
        let shown: String =
            table(&found).rows.iter().filter(|row| row.number == 1).map(super::super::manuscript::Row::text).collect();
        assert_eq!((&*shown, &*left_out(&found).join("|")), (seen, told), "{cell}");
    }
}

#[test]
fn numbers_are_shown_by_their_formats_or_told() {
    let formats = ["0!.0,\\&quot;万元\\&quot;", "0&quot;千&quot;,", ";;;", "0;-0;;@", "@&quot;万元&quot;"];
    let codes = formats.iter().enumerate().map(|(at, code)| {
        let code = code.replace("\\&quot;", "&quot;");
        format!("<numFmt numFmtId='{}' formatCode='{code}'/>", 176 + at)
    });
    let looks = (0..formats.len()).map(|at| format!("<xf numFmtId='{}'/>", 176 + at));
    let (codes, looks): (String, String) = (codes.collect(), looks.collect());
    let styles = format!("<styleSheet><numFmts>{codes}</numFmts><cellXfs>{looks}</cellXfs></styleSheet>");
    let sheet = "<row r='1'><c r='A1' s='0'><v>12345678</v></c><c r='B1' s='1'><v>12345678</v></c><c r='C1' s='2'><v>7</v></c>\
        <c r='D1' s='3'><v>0</v></c><c r='E1' s='4' t='str'><v>12</v></c><c r='F1' s='2' t='str'><v>甲</v></c><c r='G1' s='9'><v>1</v></c></row>";
    let found = found(sheet, &[("styles", &styles)]);
    assert_eq!(rows(&found), ["1:1234.6万元,,,,12万元,,1"]);
    let unread: Vec<bool> = table(&found).rows[0].cells.iter().map(|cell| cell.is_unread).collect();
    assert_eq!(unread, [false, true, true, false, false, true, false]);
    assert_eq!(
        left_out(&found),
        ["NumberFormat 1 台账!B1 12345678（0\"千\",）", "Hidden 1 台账!C1 7", "Hidden 1 台账!F1 甲"]
    );
}

#[test]
fn what_is_too_large_or_broken_is_refused() {
    let refused = |sheet: &str| read("a.xlsx", &workbook(sheet, "", &[])).expect_err("refused").message.zh;
    assert!(refused(&text("XFD1", "甲")).contains("XFD1"));
    assert!(refused("<c r='XFE1'><v>1</v></c>").contains("XFE1"));
    assert!(refused("<row r='0'><c><v>1</v></c></row>").contains('0'));
    assert!(refused("<row r='18446744073709551615'><c><v>1</v></c></row>").contains("单元格"));
    let far = [text("A1", "甲"), text("A1048576", "乙"), text("IV1", "丙")].concat();
    assert_eq!(table(&found(&far, &[])).rows.len(), 2);
    let merged = format!("{far}<mergeCell ref='A1:IV1048576'/>");
    assert!(refused(&merged).contains("不正常"));
    let rows = limits::CELLS / limits::COLUMNS;
    let many: String = (1..=rows + 1).map(|row| format!("<c r='A{row}'><v>{row}</v></c>")).collect();
    assert!(refused(&format!("{many}{}", text("IV1", "甲"))).contains("不正常"));
}

#[test]
fn sheets_of_something_else_are_told() {
    let book = "<sheets><sheet name='图' id='none'/><sheet name='底稿' id='s' state='veryHidden'/></sheets>";
    let found = read("a.xlsx", &workbook(&text("A1", "甲"), book, &[])).expect("a workbook");
    assert_eq!(left_out(&found), ["Other 1 图", "HiddenSheet 2 底稿"]);
    assert_eq!(rows(&found), ["1:甲"]);
}
