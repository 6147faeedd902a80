//! What the preview adds to a page: the banner that says it is one, the diagnostics of a broken edit, the script that
//! follows the edits.
//!
//! Only what is served has it; what is published never does.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Html;

use super::Preview;
use super::current::Current;
use crate::diagnostic::Message;
use crate::say;
use crate::shell::report::MessageLang;

/// Returns a page of the site as the preview shows it.
pub(super) fn marked(preview: &Preview, current: &Current, page: &[u8]) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let end = page.windows(END.len()).rposition(|part| part.eq_ignore_ascii_case(END)).unwrap_or(page.len());
    let heading = say!(
        "内容有误。下面仍是上一次正确的页面，改正后自动更新。",
        "The content has errors. This is the last good page; it is updated as soon as they are fixed."
    );
    let marks = marks(preview, current, &heading, current.pages());
    [&page[..end], marks.as_bytes(), &page[end..]].concat()
}

/// Returns a page in place of one that cannot be rendered. Its number is 0, so it is replaced as soon as nothing is
/// wrong any more.
pub(super) fn plain(preview: &Preview, current: &Current) -> Vec<u8> {
    let heading = say!(
        "内容有误，还不能显示页面。改正后这里自动显示。",
        "The content has errors, so there is no page to show. It will appear here as soon as they are fixed."
    );
    let marks = marks(preview, current, &heading, 0);
    format!("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"><title>gongkai</title></head>\n<body>{marks}</body>\n</html>\n")
        .into_bytes()
}

/// Answers with the diagnostics of now, as a document of their own.
pub(super) async fn findings(State(preview): State<Arc<Preview>>) -> Html<String> {
    Html(preview.current.borrow().diagnostics.to_string())
}

/// Returns the elements that the preview adds. Diagnostics have their place in every page, hidden while there are none.
fn marks(preview: &Preview, current: &Current, heading: &Message, pages: u64) -> String {
    let (folder, style) = (&preview.folder, current.style());
    let (heading, findings) = (preview.lang.of(heading), &current.diagnostics);
    let (lang, hide, stopped) = match preview.lang {
        MessageLang::Zh => ("zh-CN", "收起", "（预览已停止）"),
        MessageLang::En => ("en", "Hide", "(the preview has stopped)"),
    };
    let hidden = if findings.is_empty() { " hidden" } else { "" };
    format!(
        r#"
<link rel="stylesheet" href="{folder}/preview.css">
<aside id="gongkai-preview"><span lang="zh-CN">预览，尚未发布</span> <span lang="en">Preview, not published</span> <span id="gongkai-stopped" lang="{lang}" hidden>{stopped}</span></aside>
<section id="gongkai-findings" lang="{lang}" role="alert"{hidden}><button type="button">{hide}</button><h2>{heading}</h2><div tabindex="0">{findings}</div></section>
<script src="{folder}/preview.js" data-pages="{pages}" data-style="{style}"></script>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview() -> Preview {
        Preview::new(MessageLang::Zh).expect("random numbers")
    }

    #[test]
    fn marks_are_at_the_end_of_the_body() {
        let current = Current::default();
        for page in ["<body><p>x</p></body></html>", "<BODY>x</BODY>", "no body"] {
            let marked = String::from_utf8(marked(&preview(), &current, page.as_bytes())).expect("text");
            let (before, after) = marked.split_once("\n<link").expect("marks");
            let rest = after.rsplit_once("</script>\n").expect("marks").1;
            assert_eq!(format!("{before}{rest}"), page);
            assert!(rest.is_empty() || rest.to_ascii_lowercase().starts_with("</body>"), "{rest}");
        }
    }

    #[test]
    fn findings_are_seen() {
        let current = Current { diagnostics: "<article>x</article>".into(), ..Current::default() };
        let page = String::from_utf8(plain(&preview(), &current)).expect("text");
        assert!(
            page.contains("<div tabindex=\"0\"><article>x</article></div>") && page.contains("data-pages=\"0\""),
            "{page}"
        );
        assert!(!page.contains("role=\"alert\" hidden"), "{page}");
    }
}
