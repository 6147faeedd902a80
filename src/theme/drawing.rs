//! Drawings of a theme (SVG): each is shown alone, so it runs nothing and loads nothing.
//!
//! Takes the text of a drawing; gives the places of what no drawing may have.

mod check;

use std::ops::Range;

use check::DrawingCheck;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// What a drawing may not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DrawingFault {
    /// It is not well-formed XML.
    Malformed,
    /// It declares entities, or names a style sheet of its own.
    Declares,
    /// An element or an attribute that runs something, or holds something of another kind.
    Runs(String),
    /// It loads from this address.
    Loads(String),
}

/// Returns everything that a drawing may not have, in order.
pub(super) fn faults(svg: &str) -> Vec<(DrawingFault, Range<usize>)> {
    let mut reader = Reader::from_str(svg);
    let mut look = DrawingCheck::default();
    loop {
        let start = place(&reader);
        let event = reader.read_event();
        look.range = start..place(&reader).max(start);
        match event {
            Ok(Event::Eof) => break,
            Ok(event) => look.event(&event),
            Err(_) => {
                look.say(DrawingFault::Malformed);
                return look.found;
            }
        }
    }
    if look.open > 0 || !look.has_element {
        look.say(DrawingFault::Malformed);
    }
    look.found
}

fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_that_stay_by_themselves() {
        for svg in [
            r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>"##,
            r##"<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd"><svg fill="url(#b)"/>"##,
            r#"<svg><a href="https://example.gov.cn/"><text>one = on 1 &amp; url(x)</text></a></svg>"#,
            r#"<svg><image href="data:image/png;base64,AA=="/><style>a { fill: url('#b') }</style></svg>"#,
            r#"<svg><animate attributeName="x" to="1"/><g transform="rotate(1)" style="fill: red"/></svg>"#,
        ] {
            assert_eq!(faults(svg), [], "{svg}");
        }
    }

    #[test]
    fn what_runs_and_what_loads_is_named() {
        let runs = |what: &str| DrawingFault::Runs(what.to_owned());
        let loads = |what: &str| DrawingFault::Loads(what.to_owned());
        for (svg, expected) in [
            ("<svg><script>1</script></svg>", runs("<script>")),
            ("<s:svg xmlns:s='x'><s:ScRipt/></s:svg>", runs("<script>")),
            ("<svg><foreignObject/></svg>", runs("<foreignobject>")),
            ("<svg OnLoad = 'x'/>", runs("onload")),
            ("<svg xml:base='x'/>", runs("xml:base")),
            ("<svg><a><set attributeName='xlink:href' to='x'/></a></svg>", runs("attributename")),
            ("<svg><image href='https://a.example/b.png'/></svg>", loads("https://a.example/b.png")),
            ("<svg><use xlink:href='b.svg#c'/></svg>", loads("b.svg#c")),
            ("<svg><a href='javascript:1'/></svg>", loads("javascript:1")),
            ("<svg><a href='java&#115;cript:1'/></svg>", loads("javascript:1")),
            ("<svg><image href='data:image/svg+xml,x'/></svg>", loads("data:image/svg+xml,x")),
            ("<svg fill='URL(//a.example/b)'/>", loads("//a.example/b")),
            ("<svg style='fill: u\\72l(b)'/>", loads("b")),
            ("<svg><style>@import 'b.css';</style></svg>", loads("b.css")),
            ("<svg><style>a { b: u&#114;l(c) }</style></svg>", loads("c")),
            ("<svg><style><![CDATA[a { b: url(c) }]]></style></svg>", loads("c")),
            ("<?xml-stylesheet href='b.css'?><svg/>", DrawingFault::Declares),
            ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", DrawingFault::Declares),
            ("<svg>&a;</svg>", DrawingFault::Malformed),
            ("<svg a='&b;'/>", DrawingFault::Malformed),
            ("<svg a=b/>", DrawingFault::Malformed),
            ("<svg><g></svg>", DrawingFault::Malformed),
            ("<svg><g>", DrawingFault::Malformed),
            ("text", DrawingFault::Malformed),
            ("", DrawingFault::Malformed),
        ] {
            let found: Vec<DrawingFault> = faults(svg).into_iter().map(|(fault, _)| fault).collect();
            assert_eq!(found, [expected], "{svg}");
        }
    }

    #[test]
    fn a_fault_is_named_at_its_place() {
        let svg = "<svg>\n<g/><use href='b'/></svg>";
        let (_, range) = faults(svg).remove(0);
        assert_eq!(&svg[range], "<use href='b'/>");
    }
}
