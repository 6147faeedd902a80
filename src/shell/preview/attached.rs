//! How attachments are sent, by the preview and by servers: whatever they hold, nothing in them runs on the site, and
//! no browser takes one for something else.

use crate::value::RelPath;

/// The folder in which attachments are published.
pub(crate) const FOLDER: &str = "files/";

/// The policy of attachments: a browser shows them by themselves, runs nothing in them and loads nothing for them.
/// Styles and pictures that a drawing has in itself are shown.
pub(crate) const SANDBOX: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/// Endings of those that browsers show by a program of their own, which a sandbox keeps from starting.
pub(crate) const WITH_VIEWER: [&str; 1] = ["pdf"];

/// Endings of those that no browser shows and another program opens.
pub(crate) const DOWNLOADED: [&str; 7] = ["docx", "xlsx", "pptx", "odt", "ods", "odp", "ofd"];

/// Returns the policy of what is published at a path, if it has one of its own.
pub(super) fn policy(path: &RelPath) -> Option<&'static str> {
    (path.as_str().starts_with(FOLDER) && !WITH_VIEWER.contains(&&*ending(path))).then_some(SANDBOX)
}

/// Returns how a browser takes what is published at a path, if not by showing it.
pub(super) fn disposition(path: &RelPath) -> Option<&'static str> {
    (path.as_str().starts_with(FOLDER) && DOWNLOADED.contains(&&*ending(path))).then_some("attachment")
}

fn ending(path: &RelPath) -> String {
    path.name().rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attachments_are_kept_apart() {
        for (path, is_apart, is_downloaded) in [
            ("files/a.svg", true, false),
            ("files/b/a.TXT", true, false),
            ("files/a", true, false),
            ("files/a.PDF", false, false),
            ("files/a.docx", true, true),
            ("files.html", false, false),
            ("data/issues.csv", false, false),
        ] {
            let path = RelPath::of(path);
            assert_eq!((policy(&path).is_some(), disposition(&path).is_some()), (is_apart, is_downloaded), "{path}");
        }
    }
}
