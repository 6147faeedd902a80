//! Documents of Word, Excel and PowerPoint: which kind they are, and what in them runs or loads something.

use super::{Looked, is_remote};
use crate::diagnostic::Message;
use crate::rules::attachments::kind::FileKind;
use crate::rules::attachments::trouble::Trouble;
use crate::say;
use crate::source::archive::Archive;
use crate::source::xml::elements;

pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";

/// Word, Excel and PowerPoint since 2007: a list says what type each part has.
pub(super) fn office(archive: &mut Archive<'_>) -> Looked {
    const MAIN: [(&str, FileKind); 6] = [
        ("wordprocessingml.document.main+xml", FileKind::Word),
        ("spreadsheetml.sheet.main+xml", FileKind::Sheet),
        ("presentationml.presentation.main+xml", FileKind::Slides),
        (".template.main+xml", FileKind::Template),
        ("presentationml.slideshow.main+xml", FileKind::Template),
        ("macroenabled", FileKind::Macros),
    ];
    let types = types(archive)?;
    let kind = MAIN.iter().find(|(ending, _)| types.iter().any(|known| known.contains(ending)));
    let kind = kind.map_or(FileKind::Archive, |(_, kind)| *kind);
    if let Some(what) = active_part(archive, &types) {
        return Ok((kind, Some(Trouble::in_document(what))));
    }
    let acting = match loads(archive)? {
        Some(what) => Some(what),
        None => dynamic_data(archive)?,
    };
    Ok((kind, acting.map(Trouble::in_document)))
}

/// Returns what an office document asks another program for as it opens (DDE): by a field in Word, by a link in Excel.
fn dynamic_data(archive: &mut Archive<'_>) -> Result<Option<Message>, Trouble> {
    let is_text = |name: &str| name.starts_with("word/") && name.matches('/').count() == 1;
    let is_link = |name: &str| name.starts_with("xl/externalLinks/");
    let has_ending = |name: &str| name.to_ascii_lowercase().ends_with(".xml");
    let names = archive.parts.iter().map(|part| part.name.clone());
    let names: Vec<String> = names.filter(|name| has_ending(name) && (is_text(name) || is_link(name))).collect();
    let asks = |field: &str| field.trim_start().to_ascii_uppercase().starts_with("DDE");
    for name in names {
        let text = archive.text(&name)?.unwrap_or_default();
        let found = elements(&text, |element| match &*element.name {
            "fldSimple" => element.get("instr").is_some_and(asks).then_some(()),
            "ddeLink" => Some(()),
            _ => None,
        })?;
        if found.is_some() || fields(&text).any(|field| asks(&field)) {
            return Ok(Some(say!("向别的程序要数据的域（DDE）", "a field that asks another program for data (DDE)")));
        }
    }
    Ok(None)
}

/// Returns the fields of a part of a Word document; what one says may stand in several places.
fn fields(text: &str) -> impl Iterator<Item = String> {
    text.split("fldCharType").skip(1).map(|field| {
        let parts = field.split("instrText").skip(1).step_by(2);
        let said = |part: &str| Some(part.split_once('>')?.1.split_once('<')?.0.to_owned());
        parts.filter_map(said).collect()
    })
}

/// Returns the types of the parts that are there, in lower case.
fn types(archive: &mut Archive<'_>) -> Result<Vec<String>, Trouble> {
    let list = archive.text(CONTENT_TYPES)?.unwrap_or_default();
    let mut types = Vec::new();
    elements(&list, |element| {
        let known = element.get("ContentType").unwrap_or_default().to_ascii_lowercase();
        let ending = element.get("Extension").map(|ending| format!(".{}", ending.to_ascii_lowercase()));
        let is_there =
            ending.is_none_or(|end| archive.parts.iter().any(|p| p.name.to_ascii_lowercase().ends_with(&end)));
        if is_there {
            types.push(known);
        }
        None::<()>
    })?;
    Ok(types)
}

/// Returns what runs in an office document, by the types and by the names of its parts.
fn active_part(archive: &Archive<'_>, types: &[String]) -> Option<Message> {
    let named = |part: &str| archive.parts.iter().any(|known| known.name.to_ascii_lowercase().contains(part));
    let has = |part: &str| types.iter().any(|known| known.contains(part));
    if has("vbaproject") || has("macroenabled") || has("macrosheet") || named("vbaproject") || named("/macrosheets/") {
        return Some(say!("宏", "a macro"));
    }
    if has("activex") || named("/activex/") {
        return Some(say!("控件（ActiveX）", "a control (ActiveX)"));
    }
    if has("oleobject") || named("/oleobject") {
        return Some(say!("嵌入的对象（OLE），其中可能是程序", "an embedded object (OLE), which may be a program"));
    }
    None
}

/// Returns what an office document loads from elsewhere as it is opened. A link that a reader follows is none.
fn loads(archive: &mut Archive<'_>) -> Result<Option<Message>, Trouble> {
    let lists: Vec<String> =
        archive.parts.iter().filter(|part| part.name.ends_with(".rels")).map(|part| part.name.clone()).collect();
    for name in lists {
        let list = archive.text(&name)?.unwrap_or_default();
        let found = elements(&list, |element| {
            let is_external = element.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
            let is_link = element.get("Type").is_some_and(|kind| kind.ends_with("/hyperlink"));
            let target = element.get("Target").unwrap_or_default();
            (is_external && !is_link && is_remote(target)).then(|| target.to_owned())
        })?;
        if let Some(target) = found {
            return Ok(Some(say!(
                "打开时从别处加载的内容（{target}）",
                "something that is loaded as it opens ({target})"
            )));
        }
    }
    Ok(None)
}
