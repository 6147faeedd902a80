//! The styles of a document, read from its part about styles.

use super::super::{is_on, number_of};
use super::{ParagraphStyle, Styles};
use crate::office::scripts::Script;
use crate::source::xml::{XmlElement, XmlItem};

#[derive(Default)]
pub(super) struct StylesReader {
    pub(super) found: Styles,
    id: String,
    open: Vec<String>,
}

impl StylesReader {
    pub(super) fn take(&mut self, item: &XmlItem<'_>) {
        match item {
            XmlItem::Element(element) => {
                self.enter(element);
                self.open.push(element.name.clone());
            }
            XmlItem::End => drop(self.open.pop()),
            _ => {}
        }
    }

    fn enter(&mut self, element: &XmlElement) {
        if element.name == "style" {
            return self.begin(element);
        }
        // What only the rows and columns of a table have, and what something was before it was changed, is no property of the style.
        const ELSEWHERE: [&str; 4] = ["tblStylePr", "rPrChange", "pPrChange", "docDefaults"];
        if self.open.iter().any(|open| ELSEWHERE.contains(&&**open)) {
            return;
        }
        let Some(style) = self.found.styles.get_mut(&self.id) else { return };
        let value = element.get("val").unwrap_or_default();
        match &*element.name {
            "name" => style.name = value.to_owned(),
            "basedOn" => style.based_on = value.to_owned(),
            "numId" => style.numbered.list = Some(value.to_owned()),
            "ilvl" => style.numbered.level = number_of(element),
            "outlineLvl" => style.outline = number_of(element),
            "vertAlign" => style.script = Some(Script::of(value)),
            "vanish" => style.is_hidden = Some(is_on(element)),
            _ => {}
        }
    }

    fn begin(&mut self, element: &XmlElement) {
        let get = |name| element.get(name).unwrap_or_default();
        self.id = get("styleId").to_owned();
        self.found.styles.insert(self.id.clone(), ParagraphStyle::default());
        if ["1", "true", "on"].contains(&get("default")) {
            match get("type") {
                "paragraph" => self.found.paragraph = self.id.clone(),
                "character" => self.found.character = self.id.clone(),
                _ => {}
            }
        }
    }
}
