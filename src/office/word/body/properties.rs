//! What elements without text say: of changes, paragraphs, runs, rows and cells.

use super::super::table::{Merge, TableDraft};
use super::super::{is_on, number_of};
use super::BodyReader;
use super::run::is_coloured;
use crate::office::manuscript::{Across, LeftOutKind};
use crate::source::xml::XmlElement;

/// Elements of properties, in which a change is one of the property.
const PROPERTIES: [&str; 5] = ["rPr", "numPr", "tcPr", "tblPr", "m:ctrlPr"];

/// Elements that are pictures.
const PICTURES: [&str; 5] = ["pic:pic", "v:imagedata", "c:chart", "dgm:relIds", "w14:contentPart"];

/// Where a paragraph is set across.
fn across(element: &XmlElement) -> Across {
    match element.get("val") {
        Some("right" | "end") => Across::Right,
        Some("center") => Across::Center,
        _ => Across::Start,
    }
}

impl BodyReader<'_> {
    /// Notes what an element says, by what it stands in.
    pub(super) fn note(&mut self, name: &str, element: &XmlElement) {
        match (self.parent(1), name) {
            (_, "ins" | "moveTo") => self.changed(LeftOutKind::Inserted),
            (_, "del" | "moveFrom") => self.changed(LeftOutKind::Deleted),
            // One that leads elsewhere in the document has no id.
            (_, "hyperlink") if element.get("id").is_some() && self.link().is_none() => {
                self.places.leave_out(LeftOutKind::Link, "");
            }
            ("pPr" | "numPr", _) => self.note_paragraph(name, element),
            ("rPr", _) => self.note_look(name, element),
            ("trPr" | "tcPr", _) => self.note_table(name, element),
            ("sdtPr", "showingPlcHdr") if is_on(element) => self.put_in_force("sdt", LeftOutKind::Other),
            ("r", _) => self.note_inline(name, element),
            (_, "wp:docPr" | "v:textpath" | "altChunk") => self.note_drawing(name, element),
            _ if PICTURES.contains(&name) => {
                let described = std::mem::take(&mut self.described);
                self.places.leave_out(LeftOutKind::Picture, &described);
            }
            _ => {}
        }
    }

    /// Notes a change: of text, of the end of a paragraph, or of a row.
    fn changed(&mut self, kind: LeftOutKind) {
        let is_deleted = kind == LeftOutKind::Deleted;
        match (self.parent(1), self.parent(2)) {
            ("rPr", "pPr") => {
                self.places.draft().into_iter().for_each(|draft| draft.is_end_deleted |= is_deleted);
                self.places.leave_out(kind, "¶");
            }
            ("trPr", _) if is_deleted => self.leave_out_row(kind),
            ("trPr", _) => self.put_in_force("tr", kind),
            (parent, _) if PROPERTIES.contains(&parent) => {}
            _ => {
                let name = self.parent(0).to_owned();
                self.put_in_force(&name, kind);
            }
        }
    }

    fn note_paragraph(&mut self, name: &str, element: &XmlElement) {
        self.is_shaded |= name == "shd" && is_coloured(element.get("fill"));
        let Some(draft) = self.places.draft() else { return };
        match name {
            "pStyle" => draft.style = element.get("val").map(str::to_owned),
            "outlineLvl" => draft.outline = number_of(element),
            "numId" => draft.numbered.list = element.get("val").map(str::to_owned),
            "ilvl" => draft.numbered.level = number_of(element),
            "jc" => draft.across = across(element),
            _ => {}
        }
    }

    /// Notes the look of a run, or of the end of a paragraph.
    fn note_look(&mut self, name: &str, element: &XmlElement) {
        match (self.parent(2), name) {
            ("pPr", "vanish" | "specVanish") if is_on(element) => {
                self.places.draft().into_iter().for_each(|draft| draft.is_end_hidden = true);
            }
            ("r" | "m:r", _) => self.runs.iter_mut().last().into_iter().for_each(|run| run.note(name, element)),
            _ => {}
        }
    }

    fn note_table(&mut self, name: &str, element: &XmlElement) {
        let count = || number_of(element).unwrap_or(0);
        let goes_on = element.get("val").is_none_or(|value| value == "continue");
        let merge = if goes_on { Merge::GoesOn } else { Merge::Begins };
        let Some(table) = self.places.table() else { return };
        match name {
            "gridBefore" => table.row().before = count(),
            "gridAfter" => table.row().after = count(),
            "gridSpan" => table.cell().span = count(),
            "vMerge" => table.cell().down = merge,
            "hMerge" => table.cell().across = merge,
            "hidden" if is_on(element) => self.leave_out_row(LeftOutKind::HiddenRow),
            "cellDel" => self.put_in_force("tc", LeftOutKind::Deleted),
            _ => {}
        }
    }

    /// Leaves out the row that is read, with all the text that stands in it.
    fn leave_out_row(&mut self, kind: LeftOutKind) {
        let is_of_row = self.parent(2) == "tr";
        if is_of_row && self.places.table().is_some_and(TableDraft::leave_out_row) {
            self.put_in_force("tr", kind);
        }
    }

    fn note_drawing(&mut self, name: &str, element: &XmlElement) {
        match name {
            "wp:docPr" => self.described = element.get("descr").unwrap_or_default().chars().take(300).collect(),
            "v:textpath" => self.places.leave_out(LeftOutKind::Other, element.get("string").unwrap_or_default()),
            "altChunk" => self.places.leave_out(LeftOutKind::Other, "altChunk"),
            _ => {}
        }
    }
}
