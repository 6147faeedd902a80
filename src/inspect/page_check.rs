//! What a page must have and may not have, judged while its tags go by.

use std::borrow::Cow;

use super::addresses;
use super::anchors::PageAnchors;
use super::findings::{brought, finding};
use super::tags::{Tag, Tags};
use super::templates::Brought;
use crate::diagnostic::{Diagnostic, Message};
use crate::say;
use crate::site::Policy;
use crate::source::SourceTree;
use crate::value::RelPath;

/// What a page must have, while its tags go by.
pub(super) struct PageCheck<'a> {
    pub(super) path: &'a RelPath,
    /// What the authors wrote.
    tree: &'a SourceTree,
    pub(super) found: Vec<Diagnostic>,
    headings: usize,
    has_lang: bool,
    policy: Option<String>,
    loads_before_policy: bool,
    /// Hosts that readers are told of.
    pub(super) told: Vec<String>,
}

impl<'a> PageCheck<'a> {
    pub(super) fn new(path: &'a RelPath, tree: &'a SourceTree) -> PageCheck<'a> {
        let (found, told) = (Vec::new(), Vec::new());
        PageCheck { path, tree, found, headings: 0, has_lang: false, policy: None, loads_before_policy: false, told }
    }
}

impl PageCheck<'_> {
    pub(super) fn tag(&mut self, tag: &Tag<'_, '_>) {
        if addresses::is_refused(tag) {
            let element = &tag.name;
            self.say(Brought::Element(element), say!("页面里不能有 <{element}>", "a page may not have a <{element}>"));
        }
        match &*tag.name {
            "h1" => self.headings += 1,
            "html" => self.has_lang = tag.attribute("lang").is_some_and(|lang| !lang.is_empty()),
            "meta"
                if tag
                    .attribute("http-equiv")
                    .is_some_and(|name| name.eq_ignore_ascii_case("Content-Security-Policy")) =>
            {
                self.policy = tag.attribute("content").map(Cow::into_owned);
            }
            "script"
                if tag.attribute("src").is_none()
                    && tag.attribute("type").as_deref() != Some("application/ld+json") =>
            {
                self.say(Brought::Without("script", "src"), say!("页面里有内联脚本", "there is an inline script"));
            }
            "style" => self.say(Brought::Element("style"), say!("页面里有内联样式", "there is an inline style")),
            "script" | "link" | "img" => self.loads_before_policy |= self.policy.is_none(),
            _ => {}
        }
    }

    pub(super) fn refuse(&mut self, tag: &Tag<'_, '_>, name: &str) {
        let element = &tag.name;
        let message = say!("<{element}> 上有 {name} 属性", "<{element}> has an attribute `{name}`");
        self.say(Brought::Attribute(element, name), message);
    }

    /// Names the ids that more than one element has; sorts all of them.
    pub(super) fn given_twice(&mut self, text: &str, names: &mut PageAnchors) {
        names.ids.sort_unstable();
        let mut twice: Vec<u64> = names.ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        twice.dedup();
        let mut tags = Tags::of(text);
        while let Some(tag) = (!twice.is_empty()).then(|| tags.next()).flatten() {
            let Some(id) = tag.attribute("id") else { continue };
            let anchor = names.own_anchor(&id);
            if twice.contains(&anchor) {
                twice.retain(|named| *named != anchor);
                let written = format!("id=\"{id}\"");
                self.say(Brought::Words(&written), say!("id“{id}”用了两次", "the id `{id}` is given twice"));
            }
        }
    }

    pub(super) fn attribute(&mut self, tag: &Tag<'_, '_>, name: &str) {
        if name == "style" || name.starts_with("on") {
            self.refuse(tag, name);
        }
    }

    /// Adds a finding in the template that brought something to the page.
    fn say(&mut self, what: Brought<'_>, message: Message) {
        self.found.push(brought(self.tree, self.path, what, message));
    }

    pub(super) fn finish(mut self, policy: &Policy) -> Vec<Diagnostic> {
        let headings = self.headings;
        if headings != 1 {
            let message = say!(
                "页面应有一个一级标题，实有 {headings} 个",
                "a page has one first-level heading, this one has {headings}"
            );
            match headings {
                0 => self.found.push(finding(self.path, message)),
                _ => self.say(Brought::Only("h1"), message),
            }
        }
        if !self.has_lang {
            self.say(Brought::Only("html"), say!("页面没有注明语言", "the page does not state its language"));
        }
        let written = self.policy.take().unwrap_or_default();
        if self.loads_before_policy || !policy.admits(&written) {
            let message = say!(
                "页面没有严格的内容安全策略，或它不在最前面",
                "the strict Content-Security-Policy is missing, or does not come first"
            );
            self.say(Brought::Only("html"), message);
        }
        self.found
    }
}
