//! Quotation marks around all of a text, which would be published.

use super::super::comparison::Comparison;
use crate::say;
use crate::source::yaml::node::{Node, NodeKind};

/// Keys whose text names something: quotation marks around all of it belong to the record.
const NAMES: [&str; 8] = ["title", "short_title", "statement", "label", "name", "issuer", "post", "text"];

/// Pairs of marks that quote.
const PAIRS: [(char, char); 6] = [('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\''), ('「', '」'), ('＂', '＂')];

impl Comparison<'_> {
    /// `title: “工程建设”`: the marks would be published.
    pub(in crate::source::yaml::schema) fn whole_quotation(&mut self, lang: &str, value: &Node, owner: Option<&str>) {
        let Some(owner) = owner.filter(|owner| self.closely && NAMES.contains(owner)) else { return };
        let NodeKind::Scalar { text, .. } = &value.kind else { return };
        let Some(inner) = quoted(text) else { return };
        self.wrong(
            value,
            Some(owner),
            say!("引号会原样公布在页面上", "the quotation marks would be published as they stand"),
            say!(
                "请删去引号：{lang}: {inner}；要用引号，请用半角引号 \"\"",
                "remove them: {lang}: {inner}; marks that belong to the record are straight ones"
            ),
        );
    }
}

/// Returns the text within marks that quote all of it.
fn quoted(text: &str) -> Option<&str> {
    let (open, close) = PAIRS.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let inner = text.strip_prefix(open)?.trim_end_matches(['。', '.']).strip_suffix(close)?;
    (!inner.is_empty() && !inner.contains([open, close])).then_some(inner)
}
