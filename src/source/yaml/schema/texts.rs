//! Texts: nothing that was written is lost to a comment, to YAML's word for nothing, or between two paragraphs; nothing
//! is shown that belongs to the record and not to the text.

mod comments;
mod languages;
mod quotations;

use super::super::node::Node;
use super::super::shape::{Expected, Keys, Others, Scalar};
use super::comparison::Comparison;
use crate::say;

impl Comparison<'_> {
    pub(super) fn text(&mut self, node: &Node, text: &str, plain: bool, expected: Scalar, key: Option<&str>) {
        if !self.closely {
            return;
        }
        let range = node.range();
        let written = &self.file[range.clone()];
        let header = written.starts_with(['|', '>']).then(|| written.lines().next().unwrap_or_default().len());
        let comment = match header {
            Some(length) => written[..length].find('#').map(|at| range.start + at..range.start + length),
            None if plain => self.comment_behind(range.end),
            None => None,
        };
        if let Some(comment) = comment {
            self.lost_to_comment(comment, header.is_none().then_some(text), key);
        }
        if header.is_some() && text.is_empty() {
            self.nothing(node, key);
        }
        let paragraphs = text.split('\n').filter(|line| !line.trim().is_empty()).count();
        match expected {
            Scalar::Text if paragraphs > 1 => self.wrong(
                node,
                key,
                say!(
                    "这里只能写一段文字，现在分成了 {paragraphs} 段",
                    "one paragraph is expected here, not {paragraphs}"
                ),
                say!(
                    "请合并成一段：删去空行；有“|”的，改为“>”，各行会连成一段",
                    "make it one paragraph: remove the empty lines, and write `>` for `|`, which joins the lines"
                ),
            ),
            Scalar::Markdown if paragraphs > 1 && self.folds_paragraphs(written) => self.wrong(
                node,
                key,
                say!(
                    "这样写，空行前后的两段会连成一段",
                    "written so, the paragraphs beside the empty line run together"
                ),
                say!(
                    "要分段，请在键后写“|”，下一行起写文字并缩进，段与段之间空一行",
                    "to keep them apart, write `|` after the key, and the text on the next lines, indented"
                ),
            ),
            _ => {}
        }
    }

    /// Returns whether an empty line within the text is one line break to YAML, which no longer parts paragraphs in
    /// Markdown.
    fn folds_paragraphs(&self, written: &str) -> bool {
        let lines: Vec<&str> = written.lines().map(str::trim).collect();
        !written.starts_with('|')
            && lines.windows(3).any(|three| !three[0].is_empty() && three[1].is_empty() && !three[2].is_empty())
    }
}

/// Returns whether a text is expected, in one language or in each.
fn is_text(expected: &Expected) -> bool {
    match expected {
        Expected::Keys(Keys { others: Others::EachLanguage(_), .. }) => true,
        Expected::Scalar(scalar) => matches!(scalar, Scalar::Text | Scalar::Markdown),
        Expected::Forms(forms) => forms.iter().any(|form| is_text(&form.expected)),
        _ => false,
    }
}
