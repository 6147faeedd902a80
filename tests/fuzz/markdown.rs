//! Any text as a narrative: a browser reads the HTML as it was meant. It has no error, no element and no attribute but those that gongkai
//! writes, no destination but the harmless ones, and is the same when it is written and read once more.
#![no_main]
#![allow(clippy::disallowed_methods)] // What the macro of the fuzzer does may touch the world.

use std::collections::BTreeSet;

use gongkai::say;
use gongkai::text::markdown::{self, Labels, RenderContext, Target};
use html5ever::driver::ParseOpts;
use html5ever::serialize::{SerializeOpts, TraversalScope, serialize};
use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::{Attribute, QualName, local_name, ns, parse_fragment};
use libfuzzer_sys::fuzz_target;
use markup5ever_rcdom::{Handle, NodeData, RcDom, SerializableHandle};
use url::Url;

const ELEMENTS: [&str; 29] = [
    "a",
    "blockquote",
    "br",
    "code",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

const ATTRIBUTES: [&str; 14] = [
    "alt",
    "aria-label",
    "class",
    "data-label",
    "href",
    "id",
    "loading",
    "rel",
    "role",
    "scope",
    "src",
    "start",
    "tabindex",
    "title",
];

const FIGURES: [(&str, &str); 3] =
    [("fines", "CNY 1.476 million"), ("nasty", "<b>**{{ fines }}** & \"x\""), ("empty", "")];

fuzz_target!(|source: &str| {
    for lang_is_east_asian in [true, false] {
        let context = RenderContext {
            lang_is_east_asian,
            heading_level: 3,
            id_prefix: "i-",
            quote: &|name| FIGURES.iter().find(|figure| figure.0 == name).map(|figure| figure.1.to_owned()),
            marks: &|_| Vec::new(),
            names: &|| FIGURES.iter().map(|figure| figure.0.to_owned()).collect(),
            link: &link,
            size: &|_| Some([1, 1]),
            dates: &|text| text.char_indices().filter_map(|(at, c)| c.is_ascii_digit().then_some(at..at + 1)).collect(),
            labels: Labels { footnotes: "Footnotes", footnote: "Footnote", back: "Back", table: "Table" },
        };
        let doc = markdown::parse(source);
        for problem in doc.problems().iter().chain(&doc.unresolved(&context)) {
            assert!(source.get(problem.range.clone()).is_some(), "{problem:?}");
        }
        is_harmless(&doc.html(&context));
        let prose = doc.prose();
        assert!(source.get(prose.place(0..prose.text.len())).is_some());
    }
});

/// Lets everything pass but anchors on the page, which are then gongkai's own.
fn link(to: &str) -> Target {
    match to.starts_with('#') {
        true => Target::Broken(say!("没有", "none"), say!("请核对", "check it")),
        false => Target::Href(to.to_owned()),
    }
}

fn is_harmless(html: &str) {
    let page = parse(html);
    assert_eq!(*page.errors.borrow(), [] as [&str; 0], "{html}");
    let mut ids = Ids::default();
    walk(&fragment(&page), &mut ids, html);
    assert!(ids.wanted.is_subset(&ids.given), "{ids:?} in {html}");
    let once = written(&page);
    assert_eq!(once, written(&parse(&once)), "{html}");
}

fn parse(html: &str) -> RcDom {
    let tokenizer = TokenizerOpts { exact_errors: true, ..Default::default() };
    let options = ParseOpts { tokenizer, ..Default::default() };
    let around = QualName::new(None, ns!(html), local_name!("div"));
    parse_fragment(RcDom::default(), options, around, Vec::new(), false).one(html)
}

/// What the parser puts around a fragment.
fn fragment(page: &RcDom) -> Handle {
    page.document.children.borrow()[0].clone()
}

fn written(page: &RcDom) -> String {
    let mut bytes = Vec::new();
    let options = SerializeOpts { traversal_scope: TraversalScope::ChildrenOnly(None), ..Default::default() };
    serialize(&mut bytes, &SerializableHandle::from(fragment(page)), options).expect("memory");
    String::from_utf8(bytes).expect("text")
}

/// Ids that elements have, and ids that links lead to.
#[derive(Debug, Default)]
struct Ids {
    given: BTreeSet<String>,
    wanted: BTreeSet<String>,
}

fn walk(root: &Handle, ids: &mut Ids, html: &str) {
    let mut nodes: Vec<Handle> = root.children.borrow().clone();
    while let Some(node) = nodes.pop() {
        match &node.data {
            NodeData::Text { .. } => {}
            NodeData::Element { name, attrs, .. } => {
                assert!(ELEMENTS.contains(&&*name.local) && name.ns == ns!(html), "{name:?} in {html}");
                attrs.borrow().iter().for_each(|attribute| look_at(&name.local, attribute, ids, html));
            }
            other => panic!("{other:?} in {html}"),
        }
        nodes.extend(node.children.borrow().iter().cloned());
    }
}

fn look_at(element: &str, attribute: &Attribute, ids: &mut Ids, html: &str) {
    let (name, value) = (&*attribute.name.local, &*attribute.value);
    assert!(ATTRIBUTES.contains(&name), "{name} in {html}");
    match name {
        "id" => assert!(ids.given.insert(value.to_owned()), "{value} twice in {html}"),
        "href" => match value.strip_prefix('#') {
            Some(id) => drop(ids.wanted.insert(id.to_owned())),
            None => leads_somewhere_harmless(element, value, &["http", "https", "mailto", "tel"], html),
        },
        "src" => leads_somewhere_harmless(element, value, &[], html),
        _ => {}
    }
}

/// A destination stays on the site, or says openly by which of some schemes it leaves.
fn leads_somewhere_harmless(element: &str, value: &str, schemes: &[&str], html: &str) {
    assert!(["a", "img"].contains(&element), "<{element}> leads to {value} in {html}");
    let page = Url::parse("https://site.example/folder/page.html").expect("an address");
    let Ok(address) = page.join(value) else { return };
    let is_open = schemes.iter().any(|scheme| value.to_ascii_lowercase().starts_with(&format!("{scheme}:")));
    let stays = address.scheme() == "https" && address.host_str() == Some("site.example");
    assert!(stays || is_open, "{value} leads to {address} in {html}");
    assert!(is_open || !address.cannot_be_a_base(), "{value} leads to {address} in {html}");
}
