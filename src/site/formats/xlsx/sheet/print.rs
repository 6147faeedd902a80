//! How a sheet is shown and printed.

use crate::site::formats::xlsx::Sheet;
use crate::site::formats::xml::Xml;

/// What stays in view: the rows down to the heads, and the first column.
pub(super) fn view(sheet: &Sheet<'_>, is_first: bool, xml: &mut Xml) {
    // From the second row, as the first does not show: programs do not agree whether hidden rows are counted.
    let down = sheet.heads.to_string();
    let corner = format!("B{}", sheet.heads + 2);
    xml.open("sheetViews", &[]);
    let selected = if is_first { "1" } else { "0" };
    xml.open(
        "sheetView",
        &[("showGridLines", "0"), ("tabSelected", selected), ("topLeftCell", "A2"), ("workbookViewId", "0")],
    );
    let pane = [
        ("xSplit", "1"),
        ("ySplit", &*down),
        ("topLeftCell", &*corner),
        ("activePane", "bottomRight"),
        ("state", "frozen"),
    ];
    xml.empty("pane", &pane);
    xml.empty("selection", &[("pane", "bottomRight"), ("activeCell", &corner), ("sqref", &corner)]);
    xml.close("sheetView");
    xml.close("sheetViews");
}

/// A4 across, as many pages long as it takes and one wide.
pub(super) fn print(sheet: &Sheet<'_>, xml: &mut Xml) {
    xml.empty("printOptions", &[("horizontalCentered", "1")]);
    let margins =
        [("left", "0.4"), ("right", "0.4"), ("top", "0.6"), ("bottom", "0.7"), ("header", "0.3"), ("footer", "0.3")];
    xml.empty("pageMargins", &margins);
    let setup = [("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0")];
    xml.empty("pageSetup", &setup);
    xml.open("headerFooter", &[]);
    xml.text("oddFooter", &format!("&C{}", sheet.footer));
    xml.close("headerFooter");
}
