//! Attachments are documents and pictures: nothing that runs in a reader's browser or on a reader's computer.

use super::example::Change::File;
use super::example::Example::Shown;
use super::{Check, Group, Rule, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::say;
use crate::value::RelPath;

pub(super) static ACTIVE_FILE: Rule = Rule {
    id: "active-file",
    group: Group::Shape,
    severity: Severity::Error,
    demand: Words(
        "附件是文档、表格和图片，不是网页和程序，也不带脚本和宏。",
        "Attachments are documents, tables and pictures: no web pages, no programs, nothing with scripts or macros.",
    ),
    why: Words(
        "网页和程序会在读者的电脑上运行，出了事由发布单位负责；旧网页里也可能藏着没有检查过的内容。",
        "They run on the reader's computer, and the office answers for what they do; nobody has looked at what they contain.",
    ),
    example: Shown(&[File("content/files/form.html", "<script>alert(1)</script>\n", "")]),
    check: Check::Notice(check),
};

/// Endings of files that run when they are opened: web pages and scripts, programs, documents with macros.
const ACTIVE: [&str; 34] = [
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "js", "mjs", "wasm", "php", "jsp", "asp", "aspx", "exe",
    "com", "bat", "cmd", "msi", "scr", "ps1", "vbs", "wsf", "hta", "jar", "apk", "sh", "lnk", "url", "reg", "swf",
    "docm", "xlsm", "pptm",
];

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    edition.notice.files.iter().filter(|path| is_active(edition, path)).map(active).collect()
}

fn is_active(edition: &Edition, path: &RelPath) -> bool {
    let ending = path.name().rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    ACTIVE.contains(&ending.as_str()) || ending == "svg" && edition.tree.bytes(path.as_str()).is_none_or(has_script)
}

/// Whether a drawing has a script, a handler of events or a page in it.
fn has_script(svg: &[u8]) -> bool {
    let text = String::from_utf8_lossy(svg).to_ascii_lowercase();
    let text: String = text.split('=').map(str::trim_end).collect::<Vec<_>>().join("=");
    let handler = |word: &str| {
        word.strip_prefix("on")
            .is_some_and(|rest| rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).starts_with('='))
    };
    ["<script", "javascript:", "<foreignobject", "<!entity"].iter().any(|part| text.contains(part))
        || text.split(|c: char| c.is_whitespace() || "\"'/".contains(c)).any(handler)
}

fn active(path: &RelPath) -> Diagnostic {
    Diagnostic::of(
        &ACTIVE_FILE,
        Place::File(path.clone()),
        say!("附件是网页、程序，或带有脚本", "this attachment is a web page or a program, or has a script in it"),
    )
    .help(say!(
        "请改用 PDF、图片、表格等不会运行的文件",
        "give a PDF, a picture or a table instead, which runs nothing"
    ))
}

#[cfg(test)]
mod tests {
    use super::has_script;

    #[test]
    fn drawings_with_and_without_scripts() {
        for (svg, expected) in [
            ("<svg><SCRIPT>alert(1)</script></svg>", true),
            ("<svg onload=\"x()\">", true),
            ("<svg\nOnLoad ='x()'/>", true),
            ("<svg><a href='javascript:x'/></svg>", true),
            ("<svg><path d='M0 0'/><text>none=1 on 1</text></svg>", false),
        ] {
            assert_eq!(has_script(svg.as_bytes()), expected, "{svg}");
        }
    }
}
