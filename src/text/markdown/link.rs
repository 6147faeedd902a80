//! Destinations of links and pictures: which are safe, and where they lead.
//!
//! A scheme is looked for where a browser would find it, that is, after entities are decoded and controls and white space are gone. Only
//! the schemes listed here pass, so that nothing depends on knowing every dangerous one. A picture has none: a page loads nothing from
//! other hosts.

mod empty;
mod scheme;

use std::ops::Range;

use super::character::is_forbidden;
use super::piece::{Link, Piece, Placed, Span};
use super::run::forbidden;
use super::{Problem, RenderContext, Target, quoted};
use crate::diagnostic::Message;
use crate::say;
use crate::text::markdown::{BROKEN_LINK, UNSAFE_LINK};
use scheme::{SCHEMES, scheme};

pub(super) use empty::{undescribed, wordless};
pub(super) use scheme::is_external;
pub use scheme::leads_elsewhere;

/// Takes away every destination that is unsafe or empty, and says why. A link within a link, which HTML does not have, loses its
/// destination, too.
pub(super) fn check(source: &str, pieces: &mut [Placed], found: &mut Vec<Problem>) {
    // The spans that are open, and how many of them are links.
    let (mut spans, mut links) = (Vec::new(), 0);
    for placed in pieces {
        let at = placed.at();
        match &mut placed.piece {
            Piece::OpenSpan(span) => {
                let (within, is_link) = (links > 0, matches!(span, Span::Link(_)));
                spans.push(is_link);
                links += usize::from(is_link);
                match span {
                    Span::Link(link) if within => link.destination = None,
                    Span::Link(link) => link.check(LinkKind::Link, source, &at, found),
                    Span::Picture(link) => link.check(LinkKind::Picture, source, &at, found),
                    _ => {}
                }
            }
            Piece::CloseSpan => {
                links -= usize::from(spans.pop().unwrap_or_default());
            }
            _ => {}
        }
    }
}

/// The problem with a link or picture that leads nowhere in a place.
pub(super) fn unresolved(span: &Span, range: Range<usize>, context: &RenderContext<'_>) -> Option<Problem> {
    let (Span::Link(link) | Span::Picture(link)) = span else { return None };
    match (context.link)(link.destination.as_deref()?) {
        Target::Href(_) => None,
        Target::Broken(message, help) => Some(Problem::new(BROKEN_LINK, range, message, help)),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LinkKind {
    Link,
    Picture,
}

impl Link {
    fn check(&mut self, kind: LinkKind, source: &str, at: &Range<usize>, found: &mut Vec<Problem>) {
        let written = self.destination.take().unwrap_or_default();
        if written.chars().chain(self.title.chars()).any(|c| !c.is_control() && is_forbidden(c)) {
            return found.push(forbidden(source.get(at.clone()).unwrap_or_default(), at.clone()));
        }
        self.title.retain(|c| !c.is_control());
        let clean = without_controls(&written);
        let problem = |rule, message, help| Problem::new(rule, at.clone(), message, help);
        if let Some((message, help)) = unsafe_because(kind, &clean) {
            return found.push(problem(UNSAFE_LINK, message, help));
        }
        if clean.is_empty() {
            let help = say!("请在圆括号里写明地址", "write the address in the parentheses");
            return found.push(problem(BROKEN_LINK, without_address(kind), help));
        }
        self.destination = Some(clean);
    }
}

fn without_address(kind: LinkKind) -> Message {
    match kind {
        LinkKind::Link => say!("链接没有地址", "the link has no address"),
        LinkKind::Picture => say!("图片没有文件", "the picture has no file"),
    }
}

/// An address as a browser reads it: no controls, and no white space around it.
fn without_controls(address: &str) -> String {
    let kept: String = address.chars().filter(|c| !c.is_control()).collect();
    kept.trim().to_owned()
}

/// Why a destination is refused, and what to write instead.
fn unsafe_because(kind: LinkKind, address: &str) -> Option<(Message, Message)> {
    let shown = quoted(address);
    let host = address.bytes().take(2).filter(|b| matches!(b, b'/' | b'\\')).count() == 2;
    match scheme(address) {
        None if host => Some((
            say!("地址“{shown}”缺少 https:", "the address \"{shown}\" lacks https:"),
            say!("请写完整的网址，如 https://…", "write the whole address: https://…"),
        )),
        None => None,
        Some(_) if kind == LinkKind::Picture => Some((
            say!("图片“{shown}”不在本站", "the picture \"{shown}\" is not on this site"),
            say!(
                "请把图片文件放进 content 文件夹，写它的相对路径",
                "put the file into the content folder and write its relative path"
            ),
        )),
        Some(scheme) if SCHEMES.contains(&scheme.as_str()) => None,
        Some(scheme) => Some((
            say!("链接不能用“{scheme}:”开头", "a link may not begin with \"{scheme}:\""),
            say!(
                "可用的有 https:、http:、mailto:、tel: 和站内相对地址",
                "use https:, http:, mailto:, tel: or a relative address within the site"
            ),
        )),
    }
}
