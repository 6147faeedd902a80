//! Addresses in a style sheet: each becomes that of a published file, seen from the sheet.

use super::super::css::Address;
use super::super::{STATIC, STYLE};
use super::Maker;
use crate::diagnostic::{Message, nearest};
use crate::say;
use crate::value::{RelPath, url};

/// Why an address in a style sheet leads to no file of the theme.
pub(super) enum Lost {
    Elsewhere,
    Nowhere,
    Circle,
    Import,
}

impl<'a> Maker<'a, '_> {
    /// Returns the address of a file as it is published, seen from the sheet that is being made; none for a place in
    /// what is shown already.
    pub(super) fn followed(&mut self, address: &Address) -> Result<Option<String>, Lost> {
        // The sheet that is being made.
        let sheet = self.open.last().cloned().unwrap_or_default();
        if address.is_import && sheet == STYLE {
            return Err(Lost::Import);
        }
        // Browsers leave out these signs, and take one slash for the other.
        let text: String = address.text.chars().filter(|c| !"\t\n\r".contains(*c)).collect();
        let text = text.trim_matches(|c: char| c <= ' ').replace('\\', "/");
        if text.starts_with('#') && !address.is_import {
            return Ok(None);
        }
        if text.starts_with("//") || has_scheme(&text) {
            return Err(Lost::Elsewhere);
        }
        let end = text.find(['?', '#']).unwrap_or(text.len());
        let beside = RelPath::of(format!("{STATIC}/{sheet}")).beside(&url::decoded(&text[..end]));
        let name = beside.as_deref().and_then(|path| path.strip_prefix("static/")).ok_or(Lost::Nowhere)?;
        let target = self.make(name)?;
        Ok(Some(format!("{}{}", url::encoded_path(&seen_from(&sheet, &target)), url::completed(&text[end..]))))
    }

    pub(super) fn lost(&self, lost: &Lost, address: &str) -> (Message, Message) {
        match lost {
            Lost::Elsewhere => elsewhere(address),
            Lost::Nowhere => (
                say!("外观的 static/ 里没有“{address}”", "there is no file `{address}` in the theme's static/"),
                match nearest(address, self.files.keys().copied()) {
                    Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
                    None => say!("请写文件在 static/ 里的名称", "write the name that the file has in static/"),
                },
            ),
            Lost::Circle => (
                say!("样式表绕了一圈又加载自己：“{address}”", "style sheets load each other in a circle: `{address}`"),
                say!("请删去其中一处", "take one of the addresses out"),
            ),
            Lost::Import => (
                say!(
                    "styles/ 会合并成一个文件，其中的 @import 不起作用",
                    "all of styles/ is joined into one file, where `@import` is not read"
                ),
                say!(
                    "请把那个文件放进 styles/，先后由文件名决定",
                    "put that file into styles/; names decide the order"
                ),
            ),
        }
    }
}

/// Returns whether an address names a scheme: `https:`, `data:`.
fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// Returns the path of a published file, seen from a sheet.
fn seen_from(sheet: &str, target: &RelPath) -> String {
    let folder = sheet.rsplit_once('/').map_or("assets", |(folder, _)| folder);
    if target.folder().strip_prefix("assets/").unwrap_or("assets") == folder {
        return target.name().to_owned();
    }
    let below = target.as_str().strip_prefix("assets/").unwrap_or(target.as_str());
    format!("{}{below}", "../".repeat(sheet.matches('/').count()))
}

fn elsewhere(address: &str) -> (Message, Message) {
    (
        say!(
            "“{address}”不是外观自己的文件，浏览器会拒绝加载",
            "`{address}` is not a file of the theme, so browsers refuse to load it"
        ),
        say!("请把文件放进外观的 static/，写它的名称", "put the file into the theme's static/ and write its name"),
    )
}
