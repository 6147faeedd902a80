//! The finished pages, looked at once more before they are published: what the templates of a theme made of the notice.
//!
//! Takes the bytes of every output as it is rendered, in any order and from many threads; gives diagnostics. Links and
//! anchors must lead somewhere, every page has its language, its one heading and the strict policy, nothing runs inline
//! or is loaded from another site, and no private data got out. Only fingerprints are kept of each page, so memory
//! stays small at any size.

mod addresses;
mod authored;
mod external;
mod passing;
mod private;
mod sample;
mod tags;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use memchr::memmem;

use crate::cache::PageLinks;
use crate::compile::{self, Output, Site};
use crate::diagnostic::{self, Checked, Diagnostic, Message, Place};
use crate::progress::Progress;
use crate::say;
use crate::site::Policy;
use crate::source::SourceTree;
use crate::theme::OUTPUT;
use crate::value::{RelPath, url};
use addresses::Use;
use authored::Brought;
use external::External;
pub use passing::Passing;
use private::Private;
use tags::{Tag, Tags, unescaped};

/// Makes every output and looks at it, writing nothing: a mistake in a template shows here and not at publication. Of a
/// notice of very many issues it makes a page of every form.
pub fn look_at_all(site: &Site, progress: &Progress) -> (Inspected, Vec<Diagnostic>) {
    let outputs = site.outputs();
    let mut inspector = Inspector::new(site, &outputs);
    let outputs = sample::of(&site.edition, outputs);
    inspector.expect(&outputs);
    let look = |output: &Output| {
        if output.is_drawn() {
            return Vec::new();
        }
        let rendered = site.render(output);
        let mut found = rendered.diagnostics;
        found.extend(rendered.value.iter().flat_map(|bytes| inspector.look(output.path(), bytes).diagnostics));
        found
    };
    let mut found: Vec<_> = compile::make_each(&outputs, progress, look).into_iter().flatten().collect();
    let (inspected, lost) = inspector.finish();
    if found.is_empty() {
        found = lost;
    }
    diagnostic::sort_once(&mut found);
    (inspected, found)
}

/// Looks at outputs as they are made.
pub struct Inspector<'a> {
    /// The fingerprints of all paths, ascending.
    paths: Vec<u64>,
    /// How many pages will be looked at.
    planned: usize,
    /// How many pages there will be.
    total: usize,
    /// The path of the site's address on the web, which the page for missing addresses begins its links with.
    root: String,
    private: Private<'a>,
    /// What every page may load and ask.
    policy: Policy,
    external: External,
    /// What the authors wrote, to tell their mistakes from the theme's.
    tree: Arc<SourceTree>,
    seen: Mutex<SiteAnchors>,
}

/// What is remembered until every page has been seen.
#[derive(Default)]
struct SiteAnchors {
    pages: usize,
    links: usize,
    ids: Vec<u64>,
    /// Every anchor that is linked to, with the first page that does and how.
    anchors: BTreeMap<u64, (RelPath, String)>,
    /// Those that pages of an earlier build link to, with one that does.
    recalled: BTreeMap<u64, RelPath>,
}

/// How much was looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inspected {
    /// Pages.
    pub pages: usize,
    /// Pages that there are: `check` looks at one of every form where they are very many.
    pub of_pages: usize,
    /// Links within the site.
    pub links: usize,
}

impl<'a> Inspector<'a> {
    /// Returns an inspector that knows which outputs there will be.
    pub fn new(site: &'a Site, outputs: &[Output]) -> Inspector<'a> {
        let notice = &site.edition.notice;
        let base =
            notice.base_url.as_deref().and_then(|url| url.split_once("://")?.1.split_once('/').map(|(_, path)| path));
        let mut paths: Vec<u64> = outputs.iter().map(|o| fingerprint(o.path().as_str())).collect();
        paths.sort_unstable();
        Inspector {
            paths,
            planned: pages(outputs),
            total: pages(outputs),
            root: format!("/{}", base.unwrap_or_default()),
            private: Private::of(&site.edition),
            policy: Policy::of(notice),
            external: External::of(notice),
            tree: site.edition.tree.clone(),
            seen: Mutex::default(),
        }
    }

    /// Takes down that only these outputs will be looked at: whether others have the anchors that links name is not known.
    fn expect(&mut self, outputs: &[Output]) {
        self.planned = pages(outputs);
    }

    /// Looks at one output; the value is what a page links to, and what it can be linked to by.
    pub fn look(&self, path: &RelPath, bytes: &[u8]) -> Checked<PageLinks> {
        let Ok(text) = std::str::from_utf8(bytes) else { return Checked::clean(PageLinks::default()) };
        let mut found = self.text(path, text, std::slice::from_ref(&(0..bytes.len())));
        let mut links = PageLinks::default();
        if is_page(path) {
            let (names, more) = self.page(path, text);
            found.extend(more);
            links = names.links();
            self.seen().note(path, names);
        }
        Checked { value: links, diagnostics: found }
    }

    /// Begins to look at an output that is no page, as its parts pass.
    pub fn passing<'i>(&'i self, path: &'i RelPath) -> Passing<'i> {
        Passing::new(self, path)
    }

    /// Looks at a text where it has something new, and at what stands around that.
    fn text(&self, path: &RelPath, text: &str, new: &[Range<usize>]) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for place in new {
            let place = private::with_surroundings(text, place);
            found.extend(self.private.look(path, text, &place));
            found.extend(self.missing_message(path, &text[place]));
        }
        found
    }

    /// Takes down the links of an output that an earlier build looked at and that is the same still.
    pub fn recall(&self, path: &RelPath, links: &PageLinks) {
        if is_page(path) {
            self.seen().recall(path, links);
        }
    }

    /// Returns the outputs that were not looked at this time and link to an anchor that is nowhere now.
    pub fn to_look_at(&self) -> BTreeSet<RelPath> {
        self.seen().recalled_lost()
    }

    /// Takes down again where a page links to, with the words of its links.
    pub fn look_again(&self, path: &RelPath, bytes: &[u8]) {
        let names = std::str::from_utf8(bytes).map(|text| self.page(path, text).0);
        self.seen().refer(path, names.map(|names| names.anchors).unwrap_or_default());
    }

    fn seen(&self) -> MutexGuard<'_, SiteAnchors> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns a diagnostic for the first message that is missing: where one is, its key is set in these brackets
    /// (crate::text::locale). Authors may use them, too.
    fn missing_message(&self, path: &RelPath, text: &str) -> Option<Diagnostic> {
        let keys = memmem::find_iter(text.as_bytes(), "⟦".as_bytes()).filter_map(|at| {
            let (key, _) = text[at + "⟦".len()..].split_once('⟧')?;
            let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"._- {}".contains(&b));
            is_key.then_some(key)
        });
        let missing = keys.into_iter().find(|key| !authored::has(&self.tree, &format!("⟦{key}⟧")));
        missing.map(|key| {
            let message = match key.split_once(' ') {
                Some((key, place)) => {
                    say!("用语 {key} 里的 {place} 没有内容可填", "nothing fills {place} in the message `{key}`")
                }
                None => say!("缺少用语 {key}", "the message `{key}` is missing"),
            };
            brought(&self.tree, path, Brought::Words(key), message)
        })
    }

    /// Returns how much was looked at, and diagnostics that need every page: anchors that are nowhere, pages that are
    /// missing.
    pub fn finish(self) -> (Inspected, Vec<Diagnostic>) {
        let mut seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        seen.ids.sort_unstable();
        // A page that links within itself was looked at; whether others were is not known.
        let is_known = |href: &str| self.planned == self.total || href.starts_with('#');
        let is_there = |anchor: &u64| seen.ids.binary_search(anchor).is_ok();
        let lost = seen.anchors.into_iter().filter(|(anchor, (_, href))| is_known(href) && !is_there(anchor));
        let mut lost: Vec<_> = lost.map(|(_, link)| link).collect();
        lost.sort();
        let mut found: Vec<_> = lost
            .iter()
            .map(|(path, href)| {
                authored::lost_anchor(&self.tree, href).unwrap_or_else(|| {
                    let message =
                        say!("链接“{href}”指向的位置不存在", "the link `{href}` leads to an anchor that is not there");
                    of_link(&self.tree, path, href, message)
                })
            })
            .collect();
        let (pages, planned) = (seen.pages, self.planned);
        if pages != planned {
            found.push(finding(
                &RelPath::of("index.html"),
                say!("应有 {planned} 个页面，只做出 {pages} 个", "{planned} pages were planned, {pages} were made"),
            ));
        }
        (Inspected { pages, of_pages: self.total, links: seen.links }, found)
    }

    fn page(&self, path: &RelPath, text: &str) -> (PageAnchors, Vec<Diagnostic>) {
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
            LinkTarget::PageCheck | LinkTarget::Elsewhere => {}
            LinkTarget::Anchor(anchor) => drop(names.anchors.entry(anchor).or_insert_with(|| href.to_owned())),
            LinkTarget::Lost => {
                let message = say!("链接“{href}”指向的文件不存在", "the link `{href}` leads nowhere");
                page.found.push(of_link(&self.tree, page.path, href, message));
            }
        }
    }

    fn target(&self, from: &RelPath, own: u64, href: &str) -> LinkTarget {
        let is_elsewhere = href.contains("://") || ["mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme));
        if is_elsewhere {
            return LinkTarget::Elsewhere;
        }
        let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
        let path = match path.strip_prefix(&self.root) {
            Some(path) if href.starts_with('/') => Some(url::decoded(path)),
            _ => from.beside(&url::decoded(path)).map(Cow::Owned),
        };
        // What comes after `#` in the address of a document, such as `#page=2`, is read by the program that shows it.
        let anchor = anchor.filter(|_| href.starts_with('#') || path.as_deref().is_some_and(is_html));
        let resolved =
            if href.is_empty() || href.starts_with('#') { Some(own) } else { path.as_deref().map(fingerprint) };
        match (resolved.filter(|path| self.paths.binary_search(path).is_ok()), anchor) {
            (None, _) => LinkTarget::Lost,
            (Some(_), None) => LinkTarget::PageCheck,
            (Some(path), Some(anchor)) => LinkTarget::Anchor(continued(path, &["#", &url::decoded(anchor)])),
        }
    }
}

impl SiteAnchors {
    /// Adds what one page has and what it links to on others.
    fn note(&mut self, path: &RelPath, names: PageAnchors) {
        self.pages += 1;
        self.links += names.links;
        self.ids.extend(names.ids);
        self.refer(path, names.anchors);
    }

    /// Adds the anchors that a page links to; of each the first page is kept.
    fn refer(&mut self, path: &RelPath, anchors: BTreeMap<u64, String>) {
        for (anchor, href) in anchors {
            let first = self.anchors.entry(anchor).or_insert_with(|| (path.clone(), href.clone()));
            if *path < first.0 {
                *first = (path.clone(), href);
            }
        }
    }
}

impl SiteAnchors {
    /// Adds what a page of an earlier build has and links to.
    fn recall(&mut self, path: &RelPath, links: &PageLinks) {
        self.pages += 1;
        self.links += links.links;
        self.ids.extend(&links.ids);
        for anchor in &links.anchors {
            let first = self.recalled.entry(*anchor).or_insert_with(|| path.clone());
            if path < first {
                *first = path.clone();
            }
        }
    }

    /// Returns pages of an earlier build that link to what no page has any more.
    fn recalled_lost(&mut self) -> BTreeSet<RelPath> {
        self.ids.sort_unstable();
        let lost = self.recalled.iter().filter(|(anchor, _)| self.ids.binary_search(anchor).is_err());
        lost.map(|(_, path)| path.clone()).collect()
    }
}

fn pages(outputs: &[Output]) -> usize {
    outputs.iter().filter(|output| is_page(output.path())).count()
}

enum LinkTarget {
    /// Another host, or no address of a page at all.
    Elsewhere,
    /// A path of the site.
    PageCheck,
    /// An anchor of a page, by its fingerprint.
    Anchor(u64),
    /// Nothing that is published.
    Lost,
}

/// The ids of one page, and the anchors that it links or refers to, by their fingerprints.
struct PageAnchors {
    /// The fingerprint of the page itself.
    own: u64,
    ids: Vec<u64>,
    anchors: BTreeMap<u64, String>,
    links: usize,
}

impl PageAnchors {
    /// Returns the fingerprint of an anchor of this page.
    fn own_anchor(&self, id: &str) -> u64 {
        continued(self.own, &["#", id])
    }

    /// Returns what is kept of them for the next build.
    fn links(&self) -> PageLinks {
        PageLinks { ids: self.ids.clone(), anchors: self.anchors.keys().copied().collect(), links: self.links }
    }

    /// Notes the elements that an attribute names.
    fn refer(&mut self, ids: &str) {
        for id in ids.split_ascii_whitespace() {
            let anchor = self.own_anchor(id);
            self.anchors.entry(anchor).or_insert_with(|| format!("#{id}"));
        }
    }
}

/// What a page must have, while its tags go by.
struct PageCheck<'a> {
    path: &'a RelPath,
    /// What the authors wrote.
    tree: &'a SourceTree,
    found: Vec<Diagnostic>,
    headings: usize,
    has_lang: bool,
    policy: Option<String>,
    loads_before_policy: bool,
    /// Hosts that readers are told of.
    told: Vec<String>,
}

impl<'a> PageCheck<'a> {
    fn new(path: &'a RelPath, tree: &'a SourceTree) -> PageCheck<'a> {
        let (found, told) = (Vec::new(), Vec::new());
        PageCheck { path, tree, found, headings: 0, has_lang: false, policy: None, loads_before_policy: false, told }
    }
}

impl PageCheck<'_> {
    fn tag(&mut self, tag: &Tag<'_, '_>) {
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

    fn refuse(&mut self, tag: &Tag<'_, '_>, name: &str) {
        let element = &tag.name;
        let message = say!("<{element}> 上有 {name} 属性", "<{element}> has an attribute `{name}`");
        self.say(Brought::Attribute(element, name), message);
    }

    /// Names the ids that more than one element has; sorts all of them.
    fn given_twice(&mut self, text: &str, names: &mut PageAnchors) {
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

    fn attribute(&mut self, tag: &Tag<'_, '_>, name: &str) {
        if name == "style" || name.starts_with("on") {
            self.refuse(tag, name);
        }
    }

    /// Adds a finding in the template that brought something to the page.
    fn say(&mut self, what: Brought<'_>, message: Message) {
        self.found.push(brought(self.tree, self.path, what, message));
    }

    fn finish(mut self, policy: &Policy) -> Vec<Diagnostic> {
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

fn finding(path: &RelPath, message: Message) -> Diagnostic {
    Diagnostic::of(OUTPUT, Place::File(path.clone()), message).help(say!(
        "请检查外观的模板；若用的是自带外观，请报告这个问题",
        "check the theme's templates; if it is the built-in theme, please report this"
    ))
}

/// A finding about a link: in the template that writes it, or else at the page.
fn of_link(tree: &SourceTree, path: &RelPath, href: &str, message: Message) -> Diagnostic {
    at_place(authored::in_template(tree, href), finding(path, message))
}

/// A finding about something on a page: in the template that brought it, or else at the page.
fn brought(tree: &SourceTree, path: &RelPath, what: Brought<'_>, message: Message) -> Diagnostic {
    at_place(authored::brought_by(tree, what), finding(path, message))
}

fn at_place(place: Option<Place>, at_page: Diagnostic) -> Diagnostic {
    match place {
        Some(place) => Diagnostic { place: Some(place), ..at_page },
        None => at_page,
    }
}

fn is_page(path: &RelPath) -> bool {
    is_html(path.as_str())
}

fn is_html(path: &str) -> bool {
    path.ends_with(".html")
}

/// FNV-1a of a path.
fn fingerprint(path: &str) -> u64 {
    continued(0xcbf2_9ce4_8422_2325, &[path])
}

/// Returns a fingerprint that goes on with further texts.
fn continued(from: u64, texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes());
    bytes.fold(from, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
