//! Which part belongs to which, and where links lead, as the lists of the archive say.

use std::collections::BTreeMap;

use super::super::refusal::Refusal;
use super::Package;
use crate::source::xml::{XmlElement, XmlItem};

/// That one part belongs to another.
#[derive(Clone, Debug)]
pub(in crate::office) struct Relationship {
    pub(in crate::office) id: String,
    /// The last word of its type: `styles`, `comments`, `header` …
    pub(in crate::office) kind: String,
    /// The name of the part, from the root of the archive.
    pub(in crate::office) part: String,
}

impl Package<'_> {
    /// Returns the relations of a part; of the package itself by an empty name.
    pub(in crate::office) fn relations(&mut self, part: &str) -> Result<Vec<Relationship>, Refusal> {
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut relations = Vec::new();
        self.walk(&list_of(part), |item| {
            if let XmlItem::Element(element) = item
                && element.name == "Relationship"
                && element.get("TargetMode").is_none_or(|mode| mode != "External")
            {
                relations.push(relation(element, folder));
            }
            Ok(())
        })?;
        Ok(relations)
    }

    /// Returns where the links of a part lead, by their ids.
    pub(in crate::office) fn links(&mut self, part: &str) -> Result<BTreeMap<String, String>, Refusal> {
        let mut links = BTreeMap::new();
        self.walk(&list_of(part), |item| {
            if let XmlItem::Element(element) = item
                && element.get("Type").is_some_and(|kind| kind.ends_with("/hyperlink"))
                && let (Some(id), Some(target)) = (element.get("Id"), element.get("Target"))
            {
                links.insert(id.to_owned(), target.to_owned());
            }
            Ok(())
        })?;
        Ok(links)
    }
}

/// Returns the name of the list of the relations of a part.
fn list_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

fn relation(element: &XmlElement, folder: &str) -> Relationship {
    let get = |name| element.get(name).unwrap_or_default();
    let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
    Relationship { id: get("Id").to_owned(), kind, part: resolved(get("Target"), folder) }
}

/// Returns the name of a part that is named from a folder.
fn resolved(target: &str, folder: &str) -> String {
    let mut names: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.retain(|name| !name.is_empty());
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_from_their_folder() {
        for (target, folder, part) in [
            ("styles.xml", "word", "word/styles.xml"),
            ("/word/styles.xml", "word", "word/styles.xml"),
            ("../comments1.xml", "xl/worksheets", "xl/comments1.xml"),
            ("./word/document.xml", "", "word/document.xml"),
            ("../../../x", "a", "x"),
        ] {
            assert_eq!(resolved(target, folder), part);
        }
    }
}
