//! What stands between the letters of a run: breaks, signs of fonts, fields, and references to comments and notes.

use super::super::fields::WordField;
use super::BodyReader;
use crate::office::manuscript::{LeftOutKind, TextLook};
use crate::source::xml::XmlElement;

impl BodyReader<'_> {
    /// Notes what stands between the letters of a run.
    pub(super) fn note_inline(&mut self, name: &str, element: &XmlElement) {
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
}
