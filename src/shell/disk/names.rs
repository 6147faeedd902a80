//! Names of files: which are not content, which are too similar, and how to show one that may be hostile.

use std::ffi::OsStr;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

/// Returns whether a name belongs to what editors, office programs and systems leave behind, and not to the author.
pub(super) fn is_leftover(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let lower = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.starts_with("~$") // Word and WPS, while a document is open
        || name.ends_with('~')
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || lower.ends_with(".swp")
        || ["thumbs.db", "desktop.ini"].contains(&lower.as_str())
}

/// Returns whether a name belongs to what file managers leave in every folder that they show: it says how to show it,
/// and nothing else.
pub(super) fn is_made_by_file_managers(path: &Path) -> bool {
    path.file_name().is_some_and(|name| [".DS_Store", "Thumbs.db", "desktop.ini"].map(OsStr::new).contains(&name))
}

/// Returns a name folded: two names are the same on a system without case, or with its own Unicode normalisation, if
/// they fold alike.
pub(super) fn folded(name: &str) -> String {
    name.nfd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

/// Returns a path as text that is safe on a terminal: what is invisible or not UTF-8 is escaped.
pub(super) fn shown(path: &Path) -> String {
    let mut text = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\\' | '\'' | '"' => text.push(c),
                _ => text.extend(c.escape_debug()),
            }
        }
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::system::testing;
    use super::*;

    #[test]
    fn leftovers_are_known_by_name() {
        for name in [
            ".git",
            ".026.yaml.swp",
            "026.yaml~",
            "a.SWP",
            "Thumbs.db",
            "Desktop.ini",
            "#026.yaml#",
            ".#026.yaml",
            "~$问题.docx",
        ] {
            assert!(is_leftover(OsStr::new(name)), "{name}");
        }
        for name in ["026.yaml", "#", "a#", "swp", "~a", "问题.md", "thumbs.db.md"] {
            assert!(!is_leftover(OsStr::new(name)), "{name}");
        }
    }

    #[test]
    fn alike_names_fold_alike() {
        for (a, b) in [("A.md", "a.MD"), ("Caf\u{e9}", "cafe\u{301}"), ("straße", "STRASSE"), ("ΣΑΣ", "σας")] {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_ne!(folded("1"), folded("１"), "full-width digits are other names on every system");
    }

    #[test]
    fn hostile_names_are_shown_escaped() {
        let name = testing::name(b"\xE5\x85\xAC'\x1B[31m\xFF\xE2\x80\xAE");
        assert_eq!(shown(Path::new(name)), "公'\\u{1b}[31m\\xFF\\u{202e}");
    }
}
