//! Numbers that Word counts before paragraphs.

use super::seen;

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
