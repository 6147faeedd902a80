//! Runs of a paragraph: words of one look, links, and what leads to footnotes.

use super::{Docx, PARTS, footnotes, styles};
use crate::site::formats::xml::Xml;
use crate::text::markdown::FlowRun;

impl Docx {
    pub(super) fn runs(&mut self, runs: &[FlowRun]) {
        for run in runs {
            let link = run.href.as_ref().filter(|href| href.contains(':')).map(|href| self.link(href));
            if let Some(link) = &link {
                self.body.open("w:hyperlink", &[("r:id", link)]);
            }
            if !run.text.is_empty() {
                write_run(&mut self.body, run, link.is_some(), self.look.is_east_asian);
            }
            if let Some(footnote) = &run.footnote {
                self.footnotes.push(footnote.clone());
                footnotes::refer(&mut self.body, self.footnotes.len());
            }
            if link.is_some() {
                self.body.close("w:hyperlink");
            }
        }
    }

    /// The id of a link, which stands behind the other parts.
    fn link(&mut self, href: &str) -> String {
        let at = self.links.iter().position(|known| known == href).unwrap_or_else(|| {
            self.links.push(href.to_owned());
            self.links.len() - 1
        });
        format!("rId{}", PARTS.len() + 1 + at)
    }
}

/// Writes a run. Quotation marks and dashes are set as the language sets them, which programs only do when they are told.
fn write_run(xml: &mut Xml, run: &FlowRun, is_link: bool, is_east_asian: bool) {
    xml.open("w:r", &[]);
    xml.open("w:rPr", &[]);
    if is_link {
        xml.empty("w:rStyle", &[("w:val", styles::LINK)]);
    }
    if is_east_asian {
        xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
    }
    if run.is_strong {
        xml.empty("w:b", &[]);
    }
    if run.is_stressed {
        xml.empty("w:i", &[]);
    }
    xml.close("w:rPr");
    for piece in run.text.split_inclusive(['\n', '\t']) {
        let words = piece.trim_end_matches(['\n', '\t']);
        if !words.is_empty() {
            xml.words("w:t", words);
        }
        if words.len() < piece.len() {
            xml.empty(if piece.ends_with('\n') { "w:br" } else { "w:tab" }, &[]);
        }
    }
    xml.close("w:r");
}
