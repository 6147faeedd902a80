//! What office documents since 2007 share (ECMA-376, part 2): lists of their parts, how these belong together, and what is said of them.

use super::xml::Xml;
use crate::source::pack::PackedFile;
use crate::value::Date;

/// What kinds of relations begin with.
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The part with title and language, and its kind.
const PROPERTIES: &str = "docProps/core.xml";

/// The part with properties of our own, and its kind.
const OWN_PROPERTIES: &str = "docProps/custom.xml";

/// Returns a part by its name.
pub(super) fn part(name: &str, xml: Xml) -> PackedFile {
    (name.to_owned(), xml.packed())
}

/// Returns the parts that every document has, the first of which must come first: `main` is its main part, `kinds` the kinds of all others,
/// `own` properties of our own by their names.
pub(super) fn parts(
    main: &str,
    kinds: &[(&str, &str)],
    (title, language, day): (&str, &str, Date),
    own: &[(String, String)],
) -> Vec<PackedFile> {
    let own_kind = (OWN_PROPERTIES, "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    let kinds: Vec<(&str, &str)> = kinds.iter().copied().chain((!own.is_empty()).then_some(own_kind)).collect();
    let mut parts = vec![
        part("[Content_Types].xml", types(&kinds)),
        part("_rels/.rels", packages(main, !own.is_empty())),
        part(PROPERTIES, properties(title, language, day)),
    ];
    parts.extend((!own.is_empty()).then(|| part(OWN_PROPERTIES, own_properties(own))));
    parts
}

fn types(kinds: &[(&str, &str)]) -> Xml {
    let mut xml = Xml::part();
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
    let properties = (PROPERTIES, "application/vnd.openxmlformats-package.core-properties+xml");
    for (name, kind) in [properties].iter().chain(kinds) {
        xml.empty("Override", &[("PartName", &*format!("/{name}")), ("ContentType", kind)]);
    }
    xml.close("Types");
    xml
}

/// What the package is: its main part, and what is said of it.
fn packages(main: &str, has_own: bool) -> Xml {
    let own = (format!("{RELATIONS}/custom-properties"), OWN_PROPERTIES.to_owned());
    let known = [
        (format!("{RELATIONS}/officeDocument"), main.to_owned()),
        (format!("{PACKAGE}/relationships/metadata/core-properties"), PROPERTIES.to_owned()),
    ];
    relations(&known.into_iter().chain(has_own.then_some(own)).collect::<Vec<_>>())
}

/// Properties of our own: a text by each name, numbered from 2.
fn own_properties(list: &[(String, String)]) -> Xml {
    const FORMAT: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
    let mut xml = Xml::part();
    let names = [("xmlns", format!("{OFFICE}/custom-properties")), ("xmlns:vt", format!("{OFFICE}/docPropsVTypes"))];
    xml.open("Properties", &names.each_ref().map(|(name, value)| (*name, &**value)));
    for (pid, (name, text)) in (2..).zip(list) {
        let pid = pid.to_string();
        xml.open("property", &[("fmtid", FORMAT), ("pid", &*pid), ("name", name)]);
        xml.said("vt:lpwstr", &[], text);
        xml.close("property");
    }
    xml.close("Properties");
    xml
}

/// A list of relations, numbered from 1. What leads to an address on the web lies outside.
pub(super) fn relations(list: &[(String, String)]) -> Xml {
    let mut xml = Xml::part();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    for (at, (kind, target)) in (1..).zip(list) {
        let id = format!("rId{at}");
        let mut attributes = vec![("Id", &*id), ("Type", kind), ("Target", target)];
        if kind.ends_with("/hyperlink") {
            attributes.push(("TargetMode", "External"));
        }
        xml.empty("Relationship", &attributes);
    }
    xml.close("Relationships");
    xml
}

/// Title, language and day; nobody is named.
fn properties(title: &str, language: &str, day: Date) -> Xml {
    let mut xml = Xml::part();
    let day = format!("{}T00:00:00Z", day.last_day());
    let properties = format!("{PACKAGE}/metadata/core-properties");
    let names = [
        ("xmlns:cp", &*properties),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.open("cp:coreProperties", &names);
    xml.said("dc:title", &[], title);
    xml.said("dc:language", &[], language);
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.said(name, &[("xsi:type", "dcterms:W3CDTF")], &day);
    }
    xml.close("cp:coreProperties");
    xml
}
