//! What stands beside the cells of a sheet: comments, pictures and the texts of shapes.

use super::super::is_text;
use super::super::places::place_of;
use super::Sheet;
use crate::office::manuscript::LeftOutKind;
use crate::office::package::Package;
use crate::office::refusal::Refusal;
use crate::source::xml::XmlItem;

pub(super) fn comments(package: &mut Package<'_>, part: &str, sheet: &mut Sheet) -> Result<(), Refusal> {
    let mut open: Vec<String> = Vec::new();
    package.walk(part, |item| {
        match item {
            XmlItem::Element(element) => {
                if element.name == "comment" {
                    let at = element.get("ref").and_then(place_of);
                    sheet.beside.push((LeftOutKind::Comment, at, String::new()));
                }
                open.push(element.name.clone());
            }
            XmlItem::Text(text) if is_text(&open) => {
                sheet.beside.iter_mut().last().into_iter().for_each(|(.., comment)| *comment += text);
            }
            XmlItem::End => drop(open.pop()),
            _ => {}
        }
        Ok(())
    })
}

pub(super) fn drawings(package: &mut Package<'_>, part: &str, sheet: &mut Sheet) -> Result<(), Refusal> {
    let mut open: Vec<String> = Vec::new();
    package.walk(part, |item| {
        match item {
            XmlItem::Element(element) => {
                let kind = match &*element.name {
                    "pic" | "graphicFrame" => Some(LeftOutKind::Picture),
                    "txBody" => Some(LeftOutKind::Other),
                    _ => None,
                };
                sheet.beside.extend(kind.map(|kind| (kind, None, String::new())));
                open.push(element.name.clone());
            }
            XmlItem::Text(text) if is_text(&open) => {
                let shape = sheet.beside.last_mut().filter(|(kind, ..)| *kind == LeftOutKind::Other);
                shape.into_iter().for_each(|(.., shape)| *shape += text);
            }
            XmlItem::End => drop(open.pop()),
            _ => {}
        }
        Ok(())
    })
}
