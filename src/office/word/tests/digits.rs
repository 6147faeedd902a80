//! What keeps digits apart: raised and lowered ones, and equations.

use super::{seen, whole};
use crate::office::manuscript::Block;

#[test]
fn raised_and_lowered_digits_do_not_join_others() {
    let styles =
        "<style type='character' styleId='S'><name val='power'/><rPr><vertAlign val='superscript'/></rPr></style>";
    let run = |look: &str, text: &str| format!("<r><rPr>{look}</rPr><t>{text}</t></r>");
    let (raised, lowered) = ("<vertAlign val='superscript'/>", "<vertAlign val='subscript'/>");
    for (inner, expected) in [
        ([run("", "复耕10"), run(raised, "4"), run("", "亩")].concat(), "复耕10⁴亩"),
        ([run("", "1.2×10"), run(raised, "5"), run("", "m"), run(raised, "3")].concat(), "1.2×10⁵m³"),
        ([run("", "10"), run("<rStyle val='S'/>", "4"), run("", "亩")].concat(), "10⁴亩"),
        ([run("", "10"), run("<rStyle val='S'/><vertAlign val='baseline'/>", "4")].concat(), "104"),
        ([run("", "PM"), run(lowered, "2.5"), run("", "和CO"), run(lowered, "2")].concat(), "PM2.5和CO₂"),
        ([run("", "10"), run(raised, "0.5")].concat(), "10^0.5"),
    ] {
        let body = format!("<p>{inner}</p>");
        assert_eq!(seen(&[("document", &body), ("styles", styles)]), (expected.to_owned(), String::new()), "{body}");
    }
}

#[test]
fn equations_stand_in_one_line_or_are_told() {
    let m = |name: &str, inner: &str| format!("<m:{name}>{inner}</m:{name}>");
    let r = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let of = |up: &str, down: &str| m("f", &[m("num", up), m("den", down)].concat());
    let half = m("f", &[m("fPr", "<m:type m:val='bar'/>"), m("num", &r("1")), m("den", &r("2"))].concat());
    let power = |base: &str, up: &str| m("sSup", &[m("e", base), m("sup", up)].concat());
    let root = m("rad", &[m("radPr", "<m:degHide m:val='1'/>"), m("deg", ""), m("e", &r("2"))].concat());
    let stacked = m("f", &[m("fPr", "<m:type m:val='noBar'/>"), m("num", &r("5")), m("den", &r("2"))].concat());
    let within = m("d", &[m("dPr", "<m:begChr m:val='['/><m:endChr m:val=']'/>"), m("e", &r("a+1"))].concat());
    for (before, inner, behind, expected, left_out) in [
        ("合计", half.clone(), "以上完成", "合计1/2以上完成", ""),
        ("合计2", half.clone(), "3人", "合计2 1/2 3人", ""),
        ("10", power(&r("10"), &r("4")), "吨", "10 10⁴吨", ""),
        ("", power(&r("10"), &r("n+1")), "", "10^(n+1)", ""),
        ("", power(&m("d", &m("e", &r("a+b"))), &r("2")), "", "(a+b)²", ""),
        ("", power(&of(&r("1"), &r("2")), &r("2")), "", "(1/2)²", ""),
        ("", of(&r("a+b"), &within), "", "(a+b)/([a+1])", ""),
        ("", m("sSubSup", &[m("e", &r("x")), m("sub", &r("1")), m("sup", &r("2"))].concat()), "", "x₁²", ""),
        ("共1", r("2"), "人", "共12人", ""),
        ("共10", root, "5人", "共10 5人", "Equation 1 2"),
        ("", stacked, "", "", "Equation 1 5 2"),
    ] {
        let text = |text: &str| format!("<r><t>{text}</t></r>");
        let body = format!("<p>{}{}{}</p>", text(before), m("oMath", &inner), text(behind));
        assert_eq!(seen(&[("document", &body)]), (expected.to_owned(), left_out.to_owned()), "{body}");
    }
}

#[test]
fn a_table_in_a_cell_is_told() {
    let cell = |inner: &str| format!("<tc>{inner}</tc>");
    let text = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let inner = format!("<tbl><tr>{}{}</tr></tbl>", cell(&text("东村")), cell(&text("1")));
    let body = format!("<tbl><tr>{}{}</tr></tbl>", cell(&format!("{}{inner}<p/>", text("甲镇"))), cell(&text("12")));
    let found = whole(&[("document", &body)]);
    let left: Vec<_> = found.left_out.iter().map(|left| format!("{:?} {}", left.kind, left.text)).collect();
    assert_eq!(left, ["NestedTable 东村 | 1"]);
    assert!(matches!(&found.blocks[..], [Block::Table(table)] if table.rows[0].cells[0].text == "甲镇\n东村\t1"));
}
