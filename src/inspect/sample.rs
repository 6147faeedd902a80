//! Which outputs are looked at where a notice has very many: a page of every form, and no download of the whole notice. A
//! build looks at all of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::Output;
use crate::notice::edition::Edition;
use crate::site::{self, Page, PageKind};
use crate::value::Lang;

/// Returns the outputs that are looked at.
pub(super) fn of(edition: &Edition, outputs: Vec<Output>) -> Vec<Output> {
    if !edition.notice.is_very_long() {
        return outputs;
    }
    let mut last: BTreeMap<(Lang, PageKind), usize> = BTreeMap::new();
    for page in outputs.iter().filter_map(page) {
        let number = last.entry((page.lang, page.kind)).or_default();
        *number = page.number.max(*number);
    }
    let mut forms = BTreeSet::new();
    let mut is_new = |page: &Page| {
        let is_last = last.get(&(page.lang, page.kind)) == Some(&page.number);
        forms.insert(site::form(edition, page, is_last))
    };
    let mut is_wanted = |output: &Output| match output {
        Output::Page(page) => is_new(page) && !output.describes_others(),
        Output::Format(_) => output.is_small(),
        Output::Asset(_) | Output::File { .. } => true,
    };
    outputs.into_iter().filter(|output| is_wanted(output)).collect()
}

fn page(output: &Output) -> Option<&Page> {
    if let Output::Page(page) = output { Some(page) } else { None }
}
