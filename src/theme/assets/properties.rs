//! Custom properties that a style reads and none defines.

use std::collections::BTreeSet;

use super::super::css::{PropertyRead, StyleSheets};
use super::finding;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::say;

/// Reports custom properties that a style reads and none defines: a browser takes no value at all for them.
pub(super) fn undefined(sheets: &StyleSheets<'_>, found: &mut Vec<Diagnostic>) {
    let properties: Vec<_> = sheets.iter().map(|(path, sheet)| (*path, sheet.custom_properties())).collect();
    let defined: BTreeSet<&str> =
        properties.iter().flat_map(|(_, of)| of.defined.iter().map(|(name, _)| *name)).collect();
    for (path, properties) in &properties {
        let missing = properties.read.iter().filter(|read| read.stands_alone && !defined.contains(read.name));
        for PropertyRead { name, range, .. } in missing {
            let message = say!("没有哪个样式定义“{name}”", "no style defines `{name}`");
            let help = match nearest(name, defined.iter().copied()) {
                Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
                None => say!(
                    "请定义它：:root {{ {name}: … }}，或写明缺省值：var({name}, …)",
                    "define it, :root {{ {name}: … }}, or write what stands in for it: var({name}, …)"
                ),
            };
            found.push(finding(Place::span(path, range.clone()), message, help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::made;

    #[test]
    fn a_custom_property_may_be_defined_by_any_layer_or_have_a_stand_in() {
        let (_, found, _) = made(&[
            ("red/styles/90-a.css", "a { color: var(--ink); margin: var( --gap , 1px ); b: var(--typed) }"),
            ("base/styles/10-b.css", ":root { --ink: black }\n@property --typed { syntax: '*' }"),
        ]);
        assert_eq!(found, []);
    }
}
