//! News for open pages, as server-sent events: what is shown now, and again whenever that changes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::{Preview, guard};

/// A sign of life this often, so that a connection whose page is gone is noticed.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// Answers a page that follows the edits.
pub(super) async fn events(State(preview): State<Arc<Preview>>, headers: HeaderMap) -> Response {
    if !is_from_own_page(&headers) {
        return guard::refuse(StatusCode::FORBIDDEN);
    }
    let mut news = preview.current.subscribe();
    news.mark_changed();
    let events = stream::unfold(news, |mut news| async move {
        news.changed().await.ok()?;
        let event = Event::default().event("news").data(news.borrow_and_update().news());
        Some((Ok::<_, Infallible>(event), news))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)).into_response()
}

/// Browsers say which site a request comes from, unless it comes from the same: then the header may be absent.
fn is_from_own_page(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let own = format!("http://{host}");
    headers.get_all(header::ORIGIN).iter().all(|origin| origin.as_bytes().eq_ignore_ascii_case(own.as_bytes()))
}
