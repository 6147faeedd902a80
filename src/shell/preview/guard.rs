//! Who may ask, and how; and the headers that every answer carries.
//!
//! The preview holds what is not published yet. The author's browser reaches it, and so does every web page that the
//! browser has open: it may send requests here, but must learn nothing. Hence the names (see `address`), no
//! cross-origin permission of any kind, no frames.

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::uri::{Authority, Scheme};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::address::HostNames;
use crate::diagnostic::Message;
use crate::say;

/// Longest address that is looked up, in bytes.
const TARGET: usize = 2048;

/// Headers of every answer, but for the policy of an answer that has one of its own.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Lets a request through, or refuses it.
pub(super) async fn guard(State(names): State<HostNames>, request: Request, next: Next) -> Response {
    let mut response = match refusal(names, &request) {
        Some(status) => refuse(status),
        None => next.run(request).await,
    };
    let own = response.headers().get(header::CONTENT_SECURITY_POLICY).cloned();
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if let Some(policy) = own {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn refusal(names: HostNames, request: &Request) -> Option<StatusCode> {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    match host(request) {
        None => Some(StatusCode::BAD_REQUEST),
        Some(host) if !names.include(host) || !is_ours(names, request) => Some(StatusCode::MISDIRECTED_REQUEST),
        Some(_) if request.uri().to_string().len() > TARGET => Some(StatusCode::URI_TOO_LONG),
        Some(_) if !reads => Some(StatusCode::METHOD_NOT_ALLOWED),
        Some(_) if has_body(request.headers()) => Some(StatusCode::PAYLOAD_TOO_LARGE),
        Some(_) => None,
    }
}

/// Returns the one `Host` of a request, if it is one and has the form of one.
fn host(request: &Request) -> Option<&str> {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let host = hosts.next()?.to_str().ok()?;
    let is_host = hosts.next().is_none() && !host.contains('@') && host.parse::<Authority>().is_ok();
    is_host.then_some(host)
}

/// Returns whether an address that names its server (`GET http://localhost:4000/`) names us.
fn is_ours(names: HostNames, request: &Request) -> bool {
    let uri = request.uri();
    uri.scheme().is_none_or(|scheme| *scheme == Scheme::HTTP)
        && uri.authority().is_none_or(|named| names.include(named.as_str()))
}

fn has_body(headers: &HeaderMap) -> bool {
    headers.contains_key(header::TRANSFER_ENCODING)
        || headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0")
}

/// Returns an answer to a request that is not let through. The connection ends with it, so nothing that may follow is
/// read.
pub(super) fn refuse(status: StatusCode) -> Response {
    let Message { zh, en } = reason(status);
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CONNECTION, "close")];
    let mut response = (status, headers, format!("{zh}\n{en}\n")).into_response();
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

fn reason(status: StatusCode) -> Message {
    match status {
        StatusCode::BAD_REQUEST => say!("请求不合规范", "the request is malformed"),
        StatusCode::FORBIDDEN => say!("预览只供自己的页面使用", "the preview serves its own pages only"),
        StatusCode::METHOD_NOT_ALLOWED => say!("预览只供读取", "the preview is read-only"),
        StatusCode::MISDIRECTED_REQUEST => {
            say!("请用启动预览时显示的地址打开", "open the address shown when the preview started")
        }
        StatusCode::PAYLOAD_TOO_LARGE => say!("预览不接收内容", "the preview accepts no content"),
        StatusCode::URI_TOO_LONG => say!("地址过长", "the address is too long"),
        _ => say!("无法回应", "the preview cannot answer"),
    }
}
