//! One page, looked at tag by tag: what it must have, and where its links lead.

use std::collections::BTreeMap;

use super::Inspector;
use super::addresses::{self, Use};
use super::anchors::PageAnchors;
use super::findings::{finding, of_link};
use super::fingerprint::fingerprint;
use super::page_check::PageCheck;
use super::tags::{Tag, Tags, unescaped};
use super::target::LinkTarget;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::value::RelPath;

impl Inspector<'_> {
    pub(super) fn page(&self, path: &RelPath, text: &str) -> (PageAnchors, Vec<Diagnostic>) {
        let mut page = PageCheck::new(path, &self.tree);
        let own = fingerprint(path.as_str());
        let mut names = PageAnchors { own, ids: Vec::new(), anchors: BTreeMap::new(), links: 0 };
        let mut tags = Tags::of(text);
        while let Some(tag) = tags.next() {
            page.tag(&tag);
            for (name, value) in tag.attributes {
                match (&**name, addresses::used_for(&tag, name)) {
                    ("data-external", _) => page.told.push(unescaped(value).into_owned()),
                    ("id", _) => names.ids.push(names.own_anchor(&unescaped(value))),
                    ("aria-controls" | "aria-describedby" | "aria-labelledby" | "for" | "headers" | "list", _) => {
                        names.refer(&unescaped(value));
                    }
                    (_, Some(Use::Refused)) => page.refuse(&tag, name),
                    (_, Some(Use::LoadedList)) => {
                        let value = unescaped(value);
                        addresses::in_list(&value).for_each(|href| {
                            self.address(&mut page, &mut names, href, Some(&tag));
                        });
                    }
                    (_, Some(used)) => {
                        let loading = (used == Use::Loaded).then_some(&tag);
                        self.address(&mut page, &mut names, &unescaped(value), loading);
                    }
                    (name, None) => page.attribute(&tag, name),
                }
            }
        }
        page.given_twice(text, &mut names);
        names.anchors.retain(|anchor, _| names.ids.binary_search(anchor).is_err());
        for host in self.external.untold(&std::mem::take(&mut page.told)) {
            let message = say!("页面没有向读者说明会访问 {host}", "the page does not tell readers that it asks {host}");
            page.found.push(finding(path, message));
        }
        (names, page.finish(&self.policy))
    }

    /// Looks at an address that a reader follows, or that an element loads.
    fn address(&self, page: &mut PageCheck<'_>, names: &mut PageAnchors, href: &str, loading: Option<&Tag<'_, '_>>) {
        names.links += 1;
        match (self.target(page.path, names.own, href), loading) {
            (LinkTarget::Elsewhere, Some(tag)) => {
                let refused = self.external.refusal(tag, href);
                page.found.extend(refused.map(|message| of_link(&self.tree, page.path, href, message)));
            }
            (target, _) => self.note(page, names, href, target),
        }
    }

    fn note(&self, page: &mut PageCheck<'_>, names: &mut PageAnchors, href: &str, target: LinkTarget) {
        match target {
            LinkTarget::Page | LinkTarget::Elsewhere => {}
            LinkTarget::Anchor(anchor) => drop(names.anchors.entry(anchor).or_insert_with(|| href.to_owned())),
            LinkTarget::Lost => {
                let message = say!("链接“{href}”指向的文件不存在", "the link `{href}` leads nowhere");
                page.found.push(of_link(&self.tree, page.path, href, message));
            }
        }
    }
}
