//! Elements with their namespaces and attributes, references undone.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::name::{NamespaceResolver, ResolveResult};

use super::NotWellFormed;

/// An element.
#[derive(Debug)]
pub struct XmlElement {
    /// Its namespace; empty if it has none.
    pub namespace: String,
    /// Its name without a prefix.
    pub name: String,
    /// Its attributes, in their order.
    pub attributes: Vec<XmlAttribute>,
}

/// An attribute, namespaces apart.
#[derive(Debug)]
pub struct XmlAttribute {
    /// Its name without a prefix.
    pub name: String,
    /// Its value, references undone.
    pub value: String,
}

impl XmlElement {
    /// Returns the value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(|attribute| &*attribute.value)
    }
}

pub(super) fn element(start: &BytesStart<'_>, resolver: &NamespaceResolver) -> Result<XmlElement, NotWellFormed> {
    let (namespace, name) = resolver.resolve_element(start.name());
    let namespace = match namespace {
        ResolveResult::Bound(namespace) => namespace.into_inner().to_owned(),
        ResolveResult::Unbound => String::new(),
        ResolveResult::Unknown(_) => return Err(NotWellFormed),
    };
    let mut attributes = Vec::new();
    // Of two attributes with one name both are looked at; to compare each with all others would take too long.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| NotWellFormed)?;
        if attribute.key.as_namespace_binding().is_none() {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| NotWellFormed)?;
            let name = attribute.key.local_name().into_inner().to_owned();
            attributes.push(XmlAttribute { name, value: value.into_owned() });
        }
    }
    Ok(XmlElement { namespace, name: name.into_inner().to_owned(), attributes })
}

pub(super) fn predefined(name: &str) -> Option<&'static str> {
    let known = [("lt", "<"), ("gt", ">"), ("amp", "&"), ("apos", "'"), ("quot", "\"")];
    known.iter().find(|(known, _)| *known == name).map(|(_, shown)| *shown)
}
