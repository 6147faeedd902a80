//! The text of a document, read element by element: what a person sees goes into paragraphs and tables, everything else is left out and told.

use std::collections::BTreeMap;

use super::super::manuscript::{Across, LeftOutKind, Manuscript, TextLook};
use super::super::refusal::Refusal;
use super::beside::SideTexts;
use super::fields::{Fields, WordField};
use super::names::name_of;
use super::numbering::ListCounters;
use super::places::Places;
use super::styles::Styles;
use super::table::{Merge, TableDraft};
use super::{is_on, number_of};
use crate::source::xml::{XmlElement, XmlItem};

/// Elements that hold nothing to read: what something was before it was changed, and what is for programs that do not know better.
const PASSED: [&str; 10] = [
    "mc:Fallback",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "numberingChange",
    "sectPr",
    "tblGrid",
    "rt",
];

/// Elements whose text is text.
const TEXTS: [&str; 5] = ["t", "delText", "instrText", "m:t", "a:t"];

/// Elements that are pictures.
const PICTURES: [&str; 5] = ["pic:pic", "v:imagedata", "c:chart", "dgm:relIds", "w14:contentPart"];

/// Elements of properties, in which a change is one of the property.
const PROPERTIES: [&str; 5] = ["rPr", "numPr", "tcPr", "tblPr", "m:ctrlPr"];

/// What keeps text from being seen, the strongest first.
const UNSEEN: [LeftOutKind; 4] =
    [LeftOutKind::Deleted, LeftOutKind::HiddenRow, LeftOutKind::Hidden, LeftOutKind::Other];

/// The text while it is read.
pub(super) struct BodyReader<'a> {
    styles: &'a Styles,
    beside: &'a SideTexts,
    places: Places<'a>,
    open: Vec<OpenElement>,
    /// How deep the reader stands in an element that is passed over.
    passed: usize,
    /// What the elements around say of the text in them.
    in_force: Vec<LeftOutKind>,
    runs: Vec<RunStyle>,
    fields: Fields,
    /// Whether gongkai made the document: then links and footnotes are read.
    is_made: bool,
    /// Where links lead, by the ids of the links; nothing in a document that others made.
    targets: &'a BTreeMap<String, String>,
    /// Where the links lead that are open.
    links: Vec<Option<String>>,
    /// The text of the element that is read.
    text: String,
    /// Whether blanks around that text are kept.
    is_preserved: bool,
    /// What the drawing that is read says of itself.
    described: String,
    /// Whether the paragraph that is read has a background of its own.
    is_shaded: bool,
}

/// An element that has begun and not ended.
struct OpenElement {
    name: String,
    /// What it says of the text in it.
    effects: Vec<LeftOutKind>,
}

/// A run of text of one look.
#[derive(Default)]
struct RunStyle {
    style: Option<String>,
    is_hidden: Option<bool>,
    is_struck: bool,
    is_strong: bool,
    is_stressed: bool,
    is_white: bool,
    /// Whether its background may be another than white.
    is_shaded: bool,
    is_tiny: bool,
}

/// Half points of letters that nobody can see.
const TINY: usize = 2;

impl RunStyle {
    /// Notes what the look of a run says.
    fn note(&mut self, name: &str, element: &XmlElement) {
        let value = element.get("val");
        match name {
            "vanish" => self.is_hidden = Some(is_on(element)),
            "rStyle" => self.style = value.map(str::to_owned),
            "b" => self.is_strong = is_on(element),
            "i" => self.is_stressed = is_on(element),
            "strike" | "dstrike" => self.is_struck |= is_on(element),
            "color" => self.is_white = value.is_some_and(|value| value.eq_ignore_ascii_case("FFFFFF")),
            "highlight" => self.is_shaded |= value.is_some_and(|value| value != "none" && value != "white"),
            "shd" => self.is_shaded |= is_coloured(element.get("fill")),
            "sz" => self.is_tiny = number_of(element).is_some_and(|size| size <= TINY),
            _ => {}
        }
    }
}

/// Where a paragraph is set across.
fn across(element: &XmlElement) -> Across {
    match element.get("val") {
        Some("right" | "end") => Across::Right,
        Some("center") => Across::Center,
        _ => Across::Start,
    }
}

/// Whether a background is another than white.
fn is_coloured(fill: Option<&str>) -> bool {
    fill.is_some_and(|fill| fill != "auto" && !fill.eq_ignore_ascii_case("FFFFFF"))
}

impl<'a> BodyReader<'a> {
    /// Reads the text of a document whose links lead to these targets, if gongkai made it.
    pub(super) fn new(
        styles: &'a Styles,
        numbering: ListCounters,
        beside: &'a SideTexts,
        targets: &'a BTreeMap<String, String>,
    ) -> BodyReader<'a> {
        BodyReader {
            styles,
            beside,
            is_made: styles.is_made(),
            targets,
            links: Vec::new(),
            places: Places::new(styles, numbering),
            open: Vec::new(),
            passed: 0,
            in_force: Vec::new(),
            runs: Vec::new(),
            fields: Fields::default(),
            text: String::new(),
            is_preserved: false,
            described: String::new(),
            is_shaded: false,
        }
    }

    /// Returns what was read; nothing if there was no paragraph.
    pub(super) fn finish(self) -> Option<Manuscript> {
        self.places.finish()
    }

    /// Takes the next item of the document.
    pub(super) fn take(&mut self, item: &XmlItem<'_>) -> Result<(), Refusal> {
        match item {
            XmlItem::Element(_) if self.passed > 0 => self.passed += 1,
            XmlItem::Element(element) => {
                let name = name_of(element);
                if PASSED.contains(&&*name) {
                    self.passed = 1;
                    return Ok(());
                }
                self.open.push(OpenElement { name: name.clone(), effects: Vec::new() });
                self.begin(&name, element)?;
                self.note(&name, element);
            }
            XmlItem::End if self.passed > 0 => self.passed -= 1,
            XmlItem::End => self.end()?,
            XmlItem::Text(text) if self.passed == 0 && TEXTS.contains(&self.parent(0)) => self.text += text,
            _ => {}
        }
        Ok(())
    }

    /// Returns the name of an element that is open, counted from the innermost.
    fn parent(&self, up: usize) -> &str {
        self.open.iter().rev().nth(up).map_or("", |open| &open.name)
    }

    /// Begins what has a beginning and an end.
    fn begin(&mut self, name: &str, element: &XmlElement) -> Result<(), Refusal> {
        match name {
            "p" => {
                self.is_shaded = false;
                let is_left_out = UNSEEN.iter().any(|kind| self.in_force.contains(kind));
                self.places.begin_paragraph(is_left_out)?;
            }
            "r" | "m:r" => self.runs.push(RunStyle::default()),
            "tbl" => self.places.begin_table(),
            "tr" => self.places.table().map_or(Ok(()), TableDraft::begin_row)?,
            "tc" => self.places.begin_cell()?,
            "txbxContent" => self.begin_box()?,
            "fldSimple" => self.fields.begin(WordField::simple(element.get("instr").unwrap_or_default())),
            "hyperlink" => self.links.push(element.get("id").and_then(|id| self.targets.get(id)).cloned()),
            _ if TEXTS.contains(&name) => {
                self.text.clear();
                self.is_preserved = element.get("space") == Some("preserve");
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_box(&mut self) -> Result<(), Refusal> {
        if self.is_hidden() {
            self.put_in_force("txbxContent", LeftOutKind::Hidden);
        }
        self.places.begin_box(self.fields.len())
    }

    /// Notes what an element says, by what it stands in.
    fn note(&mut self, name: &str, element: &XmlElement) {
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

    /// Where the link leads that the reader stands in.
    fn link(&self) -> Option<&String> {
        self.links.last()?.as_ref()
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

    /// Notes what stands between the letters of a run.
    fn note_inline(&mut self, name: &str, element: &XmlElement) {
        let id = element.get("id").unwrap_or_default();
        match name {
            "tab" | "ptab" => self.put("\t"),
            "br" if element.get("type").is_none_or(|kind| kind == "textWrapping") => self.put("\n"),
            "cr" => self.put("\n"),
            "noBreakHyphen" => self.put("-"),
            "sym" => self.put_sign(element),
            "pgNum" => self.places.leave_out(LeftOutKind::PageNumber, ""),
            "fldChar" => self.turn_field(element.get("fldCharType").unwrap_or_default()),
            "commentReference" => {
                self.places.leave_out(LeftOutKind::Comment, &self.beside.text("commentReference", id))
            }
            "footnoteReference" => self.note_footnote(id),
            "endnoteReference" => {
                self.places.leave_out(LeftOutKind::Footnote, &self.beside.text("endnoteReference", id))
            }
            _ => {}
        }
    }

    /// Notes a footnote: text of its own in a document that gongkai made, and left out of others.
    fn note_footnote(&mut self, id: &str) {
        const REFERENCE: &str = "footnoteReference";
        let text = self.beside.whole(REFERENCE, id).filter(|_| self.is_made && self.fate().is_none());
        match text {
            Some(text) => {
                let footnote = Some(text.trim().to_owned());
                self.places.put("", TextLook { footnote, ..TextLook::default() });
            }
            None => self.places.leave_out(LeftOutKind::Footnote, &self.beside.text(REFERENCE, id)),
        }
    }

    /// Puts a sign of a font. Fonts of signs have theirs where Unicode has none.
    fn put_sign(&mut self, element: &XmlElement) {
        let code = element.get("char").unwrap_or_default();
        let sign = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        match sign.filter(|sign| !('\u{E000}'..='\u{F8FF}').contains(sign) && !sign.is_control()) {
            Some(sign) => self.put(sign.encode_utf8(&mut [0; 4])),
            None => {
                let font: String = element.get("font").unwrap_or_default().chars().take(60).collect();
                self.places.leave_out(LeftOutKind::Other, &format!("{font} {code}"));
            }
        }
    }

    fn turn_field(&mut self, turn: &str) {
        match turn {
            "begin" => self.fields.begin(WordField::default()),
            "separate" => self.fields.show(),
            "end" => {
                if let Some(unseen) = self.fields.end() {
                    self.places.leave_out(LeftOutKind::Other, &unseen);
                }
            }
            _ => {}
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

    /// Ends the innermost element.
    fn end(&mut self) -> Result<(), Refusal> {
        let Some(OpenElement { name, effects }) = self.open.pop() else { return Ok(()) };
        match &*name {
            "p" => self.places.end_paragraph(),
            "r" | "m:r" => drop(self.runs.pop()),
            "tbl" => self.places.end_table()?,
            "tr" => self.places.table().map_or(Ok(()), TableDraft::end_row)?,
            "tc" => self.places.end_cell()?,
            "txbxContent" => self.fields.cut(self.places.end_box()),
            "fldSimple" => drop(self.fields.end()),
            "hyperlink" => drop(self.links.pop()),
            _ if TEXTS.contains(&&*name) => self.end_text(&name),
            _ => {}
        }
        for effect in effects {
            if let Some(at) = self.in_force.iter().rposition(|kind| *kind == effect) {
                self.in_force.remove(at);
            }
        }
        Ok(())
    }

    fn end_text(&mut self, name: &str) {
        let text: String = self.text.chars().map(|c| if "\n\r\t".contains(c) { ' ' } else { c }).collect();
        let text = if self.is_preserved { &*text } else { text.trim_matches(' ') };
        match name {
            "instrText" => self.fields.say(text),
            "delText" => self.places.leave_out(LeftOutKind::Deleted, text),
            "a:t" => self.places.leave_out(LeftOutKind::Other, text),
            _ => self.put(text),
        }
    }

    /// Puts text where the reader stands, or tells that it is left out.
    fn put(&mut self, text: &str) {
        let fate = self.fate();
        if let Some(kind) = fate {
            self.places.leave_out(kind, text);
        }
        if fate.is_none_or(|kind| matches!(kind, LeftOutKind::Inserted | LeftOutKind::Struck)) {
            let (is_strong, is_stressed) =
                self.runs.last().map_or((false, false), |run| (run.is_strong, run.is_stressed));
            let link = self.link().cloned();
            self.places.put(text, TextLook { is_strong, is_stressed, link, ..TextLook::default() });
        }
    }

    /// Returns why text that stands here is left out or told of.
    fn fate(&self) -> Option<LeftOutKind> {
        let is_in_force = |kind: &LeftOutKind| self.in_force.contains(kind);
        let unseen = UNSEEN.iter().copied().find(is_in_force);
        let unseen = unseen.or_else(|| self.is_hidden().then_some(LeftOutKind::Hidden));
        let unseen = unseen.or_else(|| self.fields.fate());
        let is_struck = self.runs.last().is_some_and(|run| run.is_struck);
        unseen
            .or_else(|| Some(LeftOutKind::Inserted).filter(is_in_force))
            .or_else(|| is_struck.then_some(LeftOutKind::Struck))
    }

    /// Whether the run that is read is hidden, by itself or by its styles.
    fn is_hidden(&self) -> bool {
        let Some(run) = self.runs.last() else { return false };
        let is_shaded = run.is_shaded || self.is_shaded || self.open.iter().any(|open| open.name == "tbl");
        run.is_tiny
            || run.is_white && !is_shaded
            || run.is_hidden.unwrap_or_else(|| self.styles.is_hidden(self.places.style(), run.style.as_deref()))
    }

    /// Lets the innermost open element of this name say something of the text in it.
    fn put_in_force(&mut self, name: &str, kind: LeftOutKind) {
        if let Some(open) = self.open.iter_mut().rev().find(|open| open.name == name) {
            open.effects.push(kind);
            self.in_force.push(kind);
        }
    }
}
