//! OFD, the page format of Chinese offices (GB/T 33190): an archive of XML. It shows pages and nothing else, unless a
//! file is packed in it, it is encrypted, or a program put its scripts beside the pages.

use super::kind::{FileKind, Standing};
use super::trouble::Trouble;
use crate::say;
use crate::source::archive::Archive;
use crate::source::xml::elements;

/// The part that every OFD begins with.
pub(super) const ROOT: &str = "OFD.xml";

/// Returns what is wrong with an OFD.
pub(super) fn trouble(archive: &mut Archive<'_>) -> Result<Option<Trouble>, Trouble> {
    let names: Vec<String> = archive.parts.iter().map(|part| part.name.clone()).collect();
    let ending = |name: &str| name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    let is_active =
        |name: &String| FileKind::of_ending(&ending(name)).is_some_and(|kind| kind.standing() == Standing::Active);
    if names.iter().any(|name| name.to_ascii_lowercase().contains("encrypt")) {
        return Ok(Some(Trouble::locked()));
    }
    if names.iter().any(is_active) {
        return Ok(Some(Trouble::in_document(say!("脚本或程序", "a script or a program"))));
    }
    let is_read = |name: &&String| {
        let file = name.rsplit('/').next().unwrap_or(name);
        [ROOT, "Document.xml", "Attachments.xml"].contains(&file)
    };
    for name in names.iter().filter(is_read) {
        let text = archive.text(name)?.unwrap_or_default();
        let found = elements(&text, |element| {
            let what = match &*element.name {
                "Attachment" => say!("夹带的附件，其中可能是程序", "a file packed in it, which may be a program"),
                "Script" | "JavaScript" => say!("脚本", "a script"),
                _ => return None,
            };
            Some(what)
        })?;
        if let Some(what) = found {
            return Ok(Some(Trouble::in_document(what)));
        }
    }
    Ok(None)
}
