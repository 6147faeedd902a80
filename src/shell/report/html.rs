//! Diagnostics as a browser shows them, over a page of the preview: what is wrong, where, the line with the place marked, and what to do.
//! No part of it depends on the width of letters.

use quick_xml::escape::partial_escape as escaped;

use super::human::{Excerpt, elsewhere, excerpt, grouped};
use super::position::Files;
use super::{HELP, MessageLang, severity};
use crate::diagnostic::{Diagnostic, Place};
use crate::source::SourceTree;

/// Returns diagnostics as HTML, each in an element of its own.
pub fn html(tree: &SourceTree, diagnostics: &[Diagnostic], lang: MessageLang) -> String {
    let files = Files::of(tree, diagnostics);
    let one = |(diagnostic, others): (&Diagnostic, Vec<&Diagnostic>)| {
        let name = lang.pick(severity(diagnostic.severity));
        let mut parts = vec![format!("<p><strong>{name} · {}</strong></p>", escaped(lang.of(&diagnostic.message)))];
        parts.extend(diagnostic.place.as_ref().map(|place| placed(&files, place)));
        parts.extend(
            diagnostic
                .related
                .as_ref()
                .map(|(place, what)| format!("<p>{}</p>{}", escaped(lang.of(what)), placed(&files, place))),
        );
        parts.extend(diagnostic.help.as_ref().map(|help| help_line(lang.of(help), lang)));
        parts.extend(elsewhere(&files, &others, lang).map(|(name, list)| paragraph(&name, &list, lang)));
        format!("<article>{}</article>\n", parts.concat())
    };
    grouped(diagnostics).into_iter().map(one).collect()
}

/// Returns a fault that is in no file, such as one of the disk, as HTML.
pub fn fault_html(message: &str, help: &str, lang: MessageLang) -> String {
    format!("<article><p><strong>{}</strong></p>{}</article>\n", escaped(message), help_line(help, lang))
}

/// Returns a sentence as a paragraph of HTML.
pub fn sentence_html(text: &str) -> String {
    format!("<p>{}</p>\n", escaped(text))
}

fn help_line(help: &str, lang: MessageLang) -> String {
    paragraph(lang.pick(HELP), help, lang)
}

fn paragraph(name: &str, text: &str, lang: MessageLang) -> String {
    let colon = if lang == MessageLang::Zh { "：" } else { ": " };
    format!("<p>{}{colon}{}</p>", escaped(name), escaped(text))
}

/// Returns where a place is, and its lines with the place marked.
fn placed(files: &Files<'_>, place: &Place) -> String {
    let name = files.name(place);
    let name = escaped(&*name);
    let (Some(range), Some(file)) = (place.range(), files.text(place)) else {
        return format!("<p>{name}</p>");
    };
    let (line, column) = file.position(range.start);
    let Excerpt { text, range, .. } = excerpt(file, range);
    let [before, marked, after] = [&text[..range.start], &text[range.clone()], &text[range.end..]].map(escaped);
    format!("<p>{name}:{line}:{column}</p><pre>{before}<mark>{marked}</mark>{after}</pre>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::RuleId;
    use crate::say;
    use crate::value::RelPath;

    #[test]
    fn the_place_is_marked_in_its_line_and_all_is_text() {
        let text = "title: <b>南平市</b>整改\n";
        let tree = SourceTree::of([("content/x.yaml", text.as_bytes())]);
        let start = text.find("南平市").expect("words");
        let place = Place::Span(RelPath::of("content/x.yaml"), start..start + "南平市".len());
        let found =
            [Diagnostic::of(RuleId::error("x"), place, say!("不对<i>", "wrong <i>")).help(say!("改", "fix it"))];
        assert_eq!(
            html(&tree, &found, MessageLang::En),
            "<article><p><strong>error · wrong &lt;i&gt;</strong></p><p>content/x.yaml:1:11</p>\
             <pre>title: &lt;b&gt;<mark>南平市</mark>&lt;/b&gt;整改</pre><p>help: fix it</p></article>\n"
        );
        assert!(html(&tree, &found, MessageLang::Zh).contains("<p>办法：改</p>"));
        assert_eq!(
            fault_html("a<b", "c", MessageLang::En),
            "<article><p><strong>a&lt;b</strong></p><p>help: c</p></article>\n"
        );
    }
}
