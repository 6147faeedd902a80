//! Names of elements, with the usual prefix of their namespace: programs choose prefixes as they like, and two standards use two namespaces.

use crate::source::xml::XmlElement;

/// The end of a namespace and the prefix for it. What text processing names has none.
const PREFIXES: [(&str, &str); 11] = [
    ("/wordprocessingml/2006/main", ""),
    ("/wordprocessingml/main", ""),
    ("/markup-compatibility/2006", "mc:"),
    ("/picture", "pic:"),
    ("/chart", "c:"),
    ("/diagram", "dgm:"),
    ("/drawingml/2006/main", "a:"),
    ("/math", "m:"),
    ("urn:schemas-microsoft-com:vml", "v:"),
    ("/wordprocessingDrawing", "wp:"),
    ("/wordprocessingml", "w14:"),
];

/// Returns the name of an element with the usual prefix.
pub(super) fn name_of(element: &XmlElement) -> String {
    let prefix =
        PREFIXES.iter().find(|(end, _)| element.namespace.ends_with(end)).map_or("other:", |(_, prefix)| prefix);
    format!("{prefix}{}", element.name)
}
