//! Drawings in SVG and data in XML: whether anything in them runs, or loads something from elsewhere. What decides is
//! what a browser makes of the file, so a parser reads it, with namespaces and references undone.

use super::super::Words;
use super::style;
use super::trouble::Trouble;
use crate::diagnostic::Message;
use crate::say;
use crate::source::xml::{self, XmlAttribute, XmlElement, XmlItem};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Namespaces whose elements make a page of data: browsers act on them wherever they stand.
const OF_PAGES: [&str; 3] =
    ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1999/XSL/Transform", "http://www.w3.org/1998/Math/MathML"];

/// Elements that run something or hold a page, in whatever namespace; in lower case.
const ACTIVE: [&str; 10] =
    ["script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "applet", "audio", "video"];

/// Elements that change attributes of others; in lower case.
const ANIMATIONS: [&str; 5] = ["animate", "set", "animatetransform", "animatemotion", "animatecolor"];

/// Pictures that a drawing may hold in itself.
const PICTURES: [&str; 5] =
    ["data:image/png;", "data:image/jpeg;", "data:image/jpg;", "data:image/gif;", "data:image/webp;"];

/// Returns what is wrong with a drawing or with data.
pub(super) fn trouble(text: &str) -> Option<Trouble> {
    match xml::walk(text, item) {
        Ok(found) => found,
        Err(xml::NotWellFormed) => Some(Trouble::damaged(say!(
            "里面的 XML 不完整、有错，或者嵌套太深",
            "the XML in it is cut off, wrong or nested too deeply"
        ))),
    }
}

fn item(item: &XmlItem<'_>) -> Option<Trouble> {
    match item {
        XmlItem::Encoding(encoding) if encoding.eq_ignore_ascii_case("utf-8") => None,
        XmlItem::Encoding(encoding) => Some(not_utf8(encoding)),
        XmlItem::Doctype => Some(acts(Words("文档类型声明（<!DOCTYPE …>）", "a document type (<!DOCTYPE …>)"))),
        XmlItem::Instruction(target) => instruction(target),
        XmlItem::Style(text) => style::loads(text).then(loading_style),
        XmlItem::Element(element) => of_element(element),
        XmlItem::Text(_) | XmlItem::End => None,
    }
}

fn instruction(target: &str) -> Option<Trouble> {
    const RUN_BY_PROGRAMS: [&str; 3] = ["xml-stylesheet", "mso-application", "php"];
    let is_bad = RUN_BY_PROGRAMS.iter().any(|known| target.eq_ignore_ascii_case(known));
    is_bad.then(|| Trouble::in_markup(say!("处理指令 <?{target} …?>", "an instruction <?{target} …?>")))
}

fn of_element(element: &XmlElement) -> Option<Trouble> {
    let lower = element.name.to_ascii_lowercase();
    let name = &element.name;
    if ACTIVE.contains(&&*lower) || OF_PAGES.contains(&&*element.namespace) {
        return Some(Trouble::in_markup(say!("会运行的内容（<{name}>）", "something that runs (<{name}>)")));
    }
    let changed = element.get("attributeName").map(|changed| changed.rsplit(':').next().unwrap_or(changed));
    if ANIMATIONS.contains(&&*lower) && changed.is_some_and(|changed| is_link(changed) || is_handler(changed)) {
        return Some(Trouble::in_markup(say!("改动链接的动画（<{name}>）", "an animation of a link (<{name}>)")));
    }
    element.attributes.iter().find_map(|attribute| of_attribute(element, &lower, attribute))
}

fn of_attribute(element: &XmlElement, lower: &str, XmlAttribute { name, value }: &XmlAttribute) -> Option<Trouble> {
    // In plain data these names mean nothing to a browser; in drawings they act.
    if element.namespace == SVG && is_handler(name) {
        return Some(Trouble::in_markup(say!("会运行的属性 {name}", "an attribute that runs, {name}")));
    }
    let address: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let address = address.to_ascii_lowercase();
    let is_picture = ["image", "feimage"].contains(&lower) && PICTURES.iter().any(|kind| address.starts_with(kind));
    if element.namespace == SVG && is_link(name) && !address.is_empty() && !address.starts_with('#') && !is_picture {
        let shown: String = value.chars().take(60).collect();
        return Some(Trouble::in_markup(say!(
            "指向文件外面的链接 {name}=\"{shown}\"",
            "a link that leads out of the file, {name}=\"{shown}\""
        )));
    }
    let runs =
        ["javascript:", "vbscript:", "data:text", "data:image/svg"].iter().any(|scheme| address.starts_with(scheme));
    if runs {
        return Some(Trouble::in_markup(say!("会运行的地址（属性 {name}）", "an address that runs, in {name}")));
    }
    (element.namespace == SVG && style::loads(value)).then(loading_style)
}

/// Returns whether an attribute holds an address. `xml:base` moves all others.
fn is_link(name: &str) -> bool {
    ["href", "src", "base"].iter().any(|link| name.eq_ignore_ascii_case(link))
}

/// Returns whether an attribute is a handler of events.
fn is_handler(name: &str) -> bool {
    name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"))
}

fn acts(Words(zh, en): Words) -> Trouble {
    Trouble::in_markup(Message { zh: zh.to_owned(), en: en.to_owned() })
}

fn loading_style() -> Trouble {
    acts(Words(
        "从别处加载内容的样式（url()、@import 等）",
        "a style that loads something (url(), @import and the like)",
    ))
}

fn not_utf8(encoding: &str) -> Trouble {
    Trouble::Unreadable(
        say!("附件声明的编码是 {encoding}，不是 UTF-8", "the attachment says that it is in {encoding}, not in UTF-8"),
        say!(
            "请另存为 UTF-8，首行写 <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "save it as UTF-8, with the first line <?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A drawing with this in it.
    fn drawing(inside: &str) -> String {
        format!(
            "<svg xmlns='{SVG}' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:h='http://www.w3.org/1999/xhtml'>{inside}</svg>"
        )
    }

    fn acts(text: &str) -> bool {
        matches!(trouble(text), Some(Trouble::Acts(..)))
    }

    #[test]
    fn drawings_that_only_show_are_let_be() {
        for inside in [
            "",
            "<path d='M0 0'/><text>none=1 on 1, javascript: &lt;script&gt;</text>",
            "<title>示意图</title><desc>on 1 url(x)</desc>",
            "<style>.a { fill: url(#b); font: 12px serif }</style><rect class='a'/>",
            "<defs><linearGradient id='b'/></defs><rect fill='url(#b)' style='mask: url( \"#m\" )'/>",
            "<use xlink:href='#b'/><use href='#b'/><a href='#b'><path/></a>",
            "<image xlink:href='data:image/png;base64,AAAA'/>",
            "<animate attributeName='opacity' values='0;1'/>",
            "<metadata xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:type r:resource='http://purl.org/x'/></metadata>",
            "<g data-on='1' font-family='on' no='2'/>",
            "<?xpacket x?><!-- <script>alert(1)</script> -->",
        ] {
            assert_eq!(trouble(&drawing(inside)), None, "{inside}");
        }
        assert_eq!(trouble("<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:path/></svg:svg>"), None);
        assert_eq!(trouble("<sites><site href='https://www.example.gov.cn/' src='a.png'/></sites>"), None);
        assert_eq!(
            trouble("<?xml version='1.0' encoding='utf-8'?>\n<名单 on='1' online='是'><人>王某</人></名单>"),
            None
        );
    }

    #[test]
    fn whatever_acts_or_loads_is_found() {
        for inside in [
            "<script>alert(1)</script>",
            "<SCRIPT/>",
            "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
            "<x:script xmlns:x='other'/>",
            "<path onload='x()'/>",
            "<path OnClick='x()'/>",
            "<path o&#110;='x'/><path onbegin=''/>",
            "<a href='javascript:x'/>",
            "<a xlink:href=' java&#10;script:x'/>",
            "<a xlink:href='&#106;avascript:x'/>",
            "<a x:href='vbscript:x' xmlns:x='http://www.w3.org/1999/xlink'/>",
            "<a href='data:text/html,x'/>",
            "<image href='data:image/svg+xml,x'/>",
            "<use href='data:image/png;base64,AAAA'/>",
            "<image href='https://other.example/x.png'/>",
            "<image href='x.png'/>",
            "<use xlink:href='other.svg#a'/>",
            "<a href='//other.example'/>",
            "<g xml:base='https://other.example/'/>",
            "<foreignObject><h:p>x</h:p></foreignObject>",
            "<h:p>x</h:p>",
            "<style>@import 'x.css';</style>",
            "<style>a { fill: u<![CDATA[rl]]>(https://other.example) }</style>",
            "<style>a { fill: &#117;rl(x) }</style>",
            "<rect fill='url(other.svg#a)'/>",
            "<rect style='fill:u\\72l(//other.example)'/>",
            "<animate attributeName='href' to='javascript:x'/>",
            "<set attributeName='xlink:href' to='#b'/>",
            "<set attributeName='onclick' to='x'/>",
            "<animate attributeName='x' values='javascript:x'/>",
            "<?xml-stylesheet href='x.css'?>",
        ] {
            let is_broken = inside.contains("o&#110;");
            assert!(acts(&drawing(inside)) || is_broken && trouble(&drawing(inside)).is_some(), "{inside}");
        }
        for text in [
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/x.dtd'><svg/>",
            "<!DOCTYPE svg [<!ENTITY x '<script/>'>]><svg/>",
            "<?xml-stylesheet type='text/xsl' href='x.xsl'?><a/>",
            "<?mso-application progid='Word.Document'?><a/>",
            "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:body/></a>",
            "<t:stylesheet xmlns:t='http://www.w3.org/1999/XSL/Transform'/>",
        ] {
            assert!(acts(text), "{text}");
        }
    }

    #[test]
    fn what_no_parser_reads_is_damaged() {
        for text in ["<svg>", "<svg", "<svg onload=x()>", "<?xml version='1.0' encoding='gb2312'?><a/>", "<a>&x;</a>"] {
            assert!(matches!(trouble(text), Some(Trouble::Unreadable(..))), "{text}");
        }
    }
}
