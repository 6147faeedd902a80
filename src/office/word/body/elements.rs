//! Elements that have a beginning and an end: paragraphs, runs, tables, boxes, fields, links.

use super::super::fields::WordField;
use super::super::table::TableDraft;
use super::equation::EquationDraft;
use super::fate::UNSEEN;
use super::run::RunStyle;
use super::{BodyReader, OpenElement, TEXTS};
use crate::office::manuscript::LeftOutKind;
use crate::office::refusal::Refusal;
use crate::source::xml::XmlElement;

impl BodyReader<'_> {
    /// Begins what has a beginning and an end.
    pub(super) fn begin(&mut self, name: &str, element: &XmlElement) -> Result<(), Refusal> {
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
            _ if name.starts_with("m:") => self.begin_equation(name, element),
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

    /// Begins an element of an equation, or notes a property of one.
    fn begin_equation(&mut self, name: &str, element: &XmlElement) {
        if name == "m:oMath" && self.equation.is_none() {
            self.equation = Some(EquationDraft::default());
        }
        let is_property = self.parent(1).ends_with("Pr");
        let Some(equation) = self.equation.as_mut() else { return };
        if is_property {
            equation.note(name, element.get("val").unwrap_or_default());
        } else if !name.ends_with("Pr") {
            equation.begin(name);
        }
    }

    /// Ends an element of an equation; of the outermost, puts the equation where the reader stands.
    fn end_equation(&mut self, name: &str) {
        if name.ends_with("Pr") || self.parent(0).ends_with("Pr") {
            return;
        }
        let Some(written) = self.equation.as_mut().and_then(EquationDraft::end) else { return };
        let equation = self.equation.take().unwrap_or_default();
        self.is_apart = equation.is_built;
        if equation.is_unknown {
            self.places.leave_out(LeftOutKind::Equation, &equation.letters.join(" "));
        } else {
            self.place(&written);
        }
        self.is_apart = equation.is_built;
    }

    /// Ends the innermost element.
    pub(super) fn end(&mut self) -> Result<(), Refusal> {
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
            _ if name.starts_with("m:") => self.end_equation(&name),
            _ => {}
        }
        for effect in effects {
            if let Some(at) = self.in_force.iter().rposition(|kind| *kind == effect) {
                self.in_force.remove(at);
            }
        }
        Ok(())
    }
}
