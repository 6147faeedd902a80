//! Requests for pages: an address is looked up in the map of outputs, and the output is rendered.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue,
};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::Preview;
use super::attached;
use super::banner;
use super::budget::Closer;
use super::content_type;
use super::current::{Current, ShownSite};
use crate::compile::Output;
use crate::shell::report;
use crate::value::RelPath;

/// Answers with what the site has at an address.
pub(super) async fn answer(
    State(preview): State<Arc<Preview>>,
    Extension(connection): Extension<Closer>,
    uri: Uri,
) -> Response {
    let current = preview.current.borrow().clone();
    let Some(shown) = current.site.clone() else {
        let page = banner::plain(&preview, &current);
        return (StatusCode::SERVICE_UNAVAILABLE, [(CONTENT_TYPE, content_type::of(".html"))], page).into_response();
    };
    let address = address_in(&shown, uri.path());
    let (output, status) = match find(&shown.outputs, &address) {
        Resource::Output(output) => (output, StatusCode::OK),
        Resource::Folder(name) => {
            return Redirect::temporary(&format!("{}/", utf8_percent_encode(name, NON_ALPHANUMERIC))).into_response();
        }
        Resource::Nothing => match not_found(&shown.outputs, &address) {
            Some(output) => (output, StatusCode::NOT_FOUND),
            None => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    let turn = if matches!(output, Output::Page(_)) { None } else { Some(preview.budget.turn().await) };
    let (status, bytes) = render(&preview, current, &shown, output, status);
    let content_type =
        if status.is_server_error() { content_type::of(".html") } else { content_type::of(output.path().name()) };
    let length = bytes.len();
    let body = preview.budget.hold(&connection, bytes).await;
    drop(turn);
    let Some(body) = body else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let mut response = (status, [(CONTENT_TYPE, content_type)], body).into_response();
    response.headers_mut().insert(CONTENT_LENGTH, length.into());
    response.headers_mut().extend(headers(output));
    response
}

/// Returns the headers that an output has of its own.
fn headers(output: &Output) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let own = [
        (CONTENT_SECURITY_POLICY, attached::policy(output.path())),
        (CONTENT_DISPOSITION, attached::disposition(output.path())),
    ];
    own.into_iter().filter_map(|(name, value)| Some((name, HeaderValue::from_static(value?))))
}

/// Returns an address as the site knows it: the page for missing addresses begins its links with the folder that the
/// site will have on its server.
fn address_in<'a>(shown: &ShownSite, address: &'a str) -> Cow<'a, str> {
    match address.strip_prefix(&shown.base) {
        Some(rest) if matches!(find(&shown.outputs, address), Resource::Nothing) => format!("/{rest}").into(),
        _ => address.into(),
    }
}

/// What is at an address.
#[derive(Debug, PartialEq, Eq)]
enum Resource<'a, T> {
    Output(&'a T),
    /// A folder by its last name, asked for without its slash.
    Folder(&'a str),
    Nothing,
}

/// Looks an address up as it is, decoded once. Whatever is not the very path of an output is nothing.
fn find<'a, T>(outputs: &'a BTreeMap<RelPath, T>, address: &str) -> Resource<'a, T> {
    let Some(name) = address.strip_prefix('/').and_then(|name| percent_decode_str(name).decode_utf8().ok()) else {
        return Resource::Nothing;
    };
    let is_folder = name.is_empty() || name.ends_with('/');
    let path = if is_folder { format!("{name}index.html") } else { name.to_string() };
    if let Some(output) = outputs.get(path.as_str()) {
        return Resource::Output(output);
    }
    match outputs.get_key_value(format!("{path}/index.html").as_str()) {
        Some((index, _)) => Resource::Folder(index.folder().rsplit('/').next().unwrap_or_default()),
        None => Resource::Nothing,
    }
}

/// Returns the page for addresses that do not exist, in the language of the folder that the address begins with.
fn not_found<'a, T>(outputs: &'a BTreeMap<RelPath, T>, address: &str) -> Option<&'a T> {
    let folder = address.split('/').nth(1).unwrap_or_default();
    outputs.get(format!("{folder}/404.html").as_str()).or_else(|| outputs.get("404.html"))
}

/// Returns the bytes of an output with its status, or a page that says why it cannot be rendered. Other requests go on
/// meanwhile.
fn render(
    preview: &Preview,
    current: Current,
    shown: &Arc<ShownSite>,
    output: &Output,
    status: StatusCode,
) -> (StatusCode, Vec<u8>) {
    let rendered = tokio::task::block_in_place(|| shown.site.render(output));
    match (rendered.value, output) {
        (Some(page), Output::Page(_)) => (status, banner::marked(preview, &current, &page)),
        (Some(bytes), _) => (status, bytes.into_owned()),
        (None, _) => {
            let diagnostics = report::html(&shown.site.edition.tree, &rendered.diagnostics, preview.lang).into();
            preview.show_diagnostics_of(shown, &diagnostics);
            (StatusCode::INTERNAL_SERVER_ERROR, banner::plain(preview, &Current { diagnostics, ..current }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::site;
    use super::*;

    #[test]
    fn a_page_that_fails_after_it_was_mended_says_so_alone() {
        let preview = Preview::new(report::MessageLang::En).expect("random numbers");
        let fails = |is_mended: bool| {
            preview.show(site("<body>{{ page.titel }}</body>"));
            let current = preview.current.borrow().clone();
            let shown = current.site.clone().expect("a site");
            if is_mended {
                preview.show(site("<body>{{ page.title }}</body>"));
            }
            let page = &shown.outputs["issues/001.html"];
            let (status, bytes) = render(&preview, current, &shown, page, StatusCode::OK);
            let said = String::from_utf8(bytes).expect("text").contains("issue.html:1:");
            (status.as_u16(), said, !preview.current.borrow().diagnostics.is_empty())
        };
        assert_eq!(fails(false), (500, true, true));
        assert_eq!(fails(true), (500, true, false));
    }

    #[test]
    fn an_address_is_a_path_decoded_once_or_nothing() {
        let paths = ["404.html", "index.html", "issues/001.html", "en/404.html", "en/index.html", "files/清单.pdf"];
        let outputs: BTreeMap<RelPath, &str> = paths.map(|path| (RelPath::of(path), path)).into();
        for (address, expected) in [
            ("/", Resource::Output(&"index.html")),
            ("/en/", Resource::Output(&"en/index.html")),
            ("/en", Resource::Folder("en")),
            ("/issues/001.html", Resource::Output(&"issues/001.html")),
            ("/%69ssues%2F001.html", Resource::Output(&"issues/001.html")),
            ("/files/%E6%B8%85%E5%8D%95.pdf", Resource::Output(&"files/清单.pdf")),
            ("/files/清单.pdf", Resource::Output(&"files/清单.pdf")),
            ("/issues", Resource::Nothing),
            ("/issues/", Resource::Nothing),
            ("//", Resource::Nothing),
            ("/en//", Resource::Nothing),
            ("//index.html", Resource::Nothing),
            ("/./index.html", Resource::Nothing),
            ("/en/../index.html", Resource::Nothing),
            ("/%2569ndex.html", Resource::Nothing),
            ("/index.html%00", Resource::Nothing),
            ("/INDEX.html", Resource::Nothing),
            ("/%FF", Resource::Nothing),
            ("*", Resource::Nothing),
            ("", Resource::Nothing),
        ] {
            assert_eq!(find(&outputs, address), expected, "{address}");
        }
        for (address, page) in
            [("/x", "404.html"), ("/en/x/y", "en/404.html"), ("/issues/x", "404.html"), ("*", "404.html")]
        {
            assert_eq!(not_found(&outputs, address), Some(&page), "{address}");
        }
    }
}
