//! Documents of the OpenDocument format: which kind they are, and what in them runs or loads something.

use super::{Looked, is_remote};
use crate::diagnostic::Message;
use crate::rules::attachments::kind::FileKind;
use crate::rules::attachments::trouble::Trouble;
use crate::say;
use crate::source::archive::Archive;
use crate::source::xml::{XmlElement, elements};

/// OpenDocument: the first part names the type.
pub(super) fn open_document(archive: &mut Archive<'_>) -> Looked {
    let named = archive.text("mimetype")?.unwrap_or_default();
    let kind = match named.strip_prefix("application/vnd.oasis.opendocument.") {
        Some("text") => FileKind::OpenText,
        Some("spreadsheet") => FileKind::OpenSheet,
        Some("presentation") => FileKind::OpenSlides,
        Some(other) if other.ends_with("-template") => FileKind::Template,
        _ => return Ok((FileKind::Archive, None)),
    };
    let Some(manifest) = archive.text("META-INF/manifest.xml")? else {
        return Err(Trouble::damaged(say!("里面缺少清单", "it has no list of its parts")));
    };
    if elements(&manifest, |element| (element.name == "encryption-data").then_some(()))?.is_some() {
        return Ok((kind, Some(Trouble::locked())));
    }
    let has_macros =
        archive.parts.iter().any(|part| part.name.starts_with("Basic/") || part.name.starts_with("Scripts/"));
    if has_macros {
        return Ok((kind, Some(Trouble::in_document(say!("宏", "a macro")))));
    }
    for part in ["content.xml", "styles.xml"] {
        let text = archive.text(part)?;
        let found = text.map(|text| elements(&text, active_element)).transpose()?.flatten();
        if let Some(what) = found {
            return Ok((kind, Some(Trouble::in_document(what))));
        }
    }
    Ok((kind, None))
}

/// Returns what an element of an OpenDocument runs or loads.
fn active_element(element: &XmlElement) -> Option<Message> {
    let is_of = |name: &str| element.namespace.ends_with(name);
    if is_of(":xmlns:script:1.0") && element.name == "event-listener" {
        return Some(say!("自动运行的宏", "a macro that runs by itself"));
    }
    if is_of(":xmlns:drawing:1.0") && ["applet", "plugin", "floating-frame"].contains(&&*element.name) {
        return Some(say!("嵌入的程序或网页", "an embedded program or page"));
    }
    let target = element.get("href").filter(|target| is_remote(target))?;
    let is_loaded = is_of(":xmlns:drawing:1.0") && element.name != "a";
    is_loaded.then(|| say!("打开时从别处加载的内容（{target}）", "something that is loaded as it opens ({target})"))
}
