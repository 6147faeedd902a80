//! The elements within a line: emphasis, links, pictures, marks of notes.

use super::super::shown::{Picture, ShownLink, ShownSpan};
use super::super::{NoteMark, escape, link};
use super::HtmlPage;

impl<'d> HtmlPage<'_, 'd> {
    pub(super) fn open_span(&mut self, span: ShownSpan<'d>) {
        match &span {
            ShownSpan::Emphasis => self.out.push_str("<em>"),
            ShownSpan::Strong => self.out.push_str("<strong>"),
            ShownSpan::Link(ShownLink { href: Some(href), title, .. }) => {
                self.out.push_str("<a");
                self.address("href", href);
                self.title(title);
                if link::is_external(href) {
                    self.attribute("rel", "noopener noreferrer");
                }
                self.out.push('>');
            }
            ShownSpan::Link(_) | ShownSpan::Picture(_) => {}
        }
        self.spans.push(span);
    }

    pub(super) fn close_span(&mut self) {
        match self.spans.pop() {
            Some(ShownSpan::Emphasis) => self.out.push_str("</em>"),
            Some(ShownSpan::Strong) => self.out.push_str("</strong>"),
            Some(ShownSpan::Link(ShownLink { href: Some(_), .. })) => self.out.push_str("</a>"),
            _ => {}
        }
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.attribute("title", title);
        }
    }

    /// A picture, or its description where it leads nowhere.
    pub(super) fn picture(&mut self, picture: &Picture<'_>) {
        let Some(href) = &picture.link.href else {
            return self.words(&picture.description, false);
        };
        self.out.push_str("<img");
        self.address("src", href);
        self.attribute("alt", &picture.description);
        self.title(picture.link.title);
        for (name, length) in ["width", "height"].into_iter().zip(picture.link.size.into_iter().flatten()) {
            self.attribute(name, &length.to_string());
        }
        self.out.push_str(" loading=\"lazy\">");
    }

    /// A mark, which leads to its note unless it stands in a link of the author's.
    pub(super) fn mark(&mut self, mark: &NoteMark) {
        let in_link = self.spans.iter().any(|span| matches!(span, ShownSpan::Link(_)));
        self.out.push_str("<sup class=\"editor-mark\">");
        if !in_link {
            self.out.push_str("<a");
            self.address("href", &format!("#{}", mark.anchor));
            self.attribute("aria-label", &mark.label);
            self.out.push('>');
        }
        escape::text(&mut self.out, &mark.text);
        self.out.push_str(if in_link { "</sup>" } else { "</a></sup>" });
    }
}
