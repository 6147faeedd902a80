//! Connections: how long a client may take, how much it may send, and how many there may be.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

use super::{Door, Preview, routes};

/// Time for a client to send the head of a request, counted from the connection or from the request before: so also the longest rest.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// Largest head of a request, in bytes.
const HEAD_SIZE: usize = 16 * 1024;
/// Most header fields of a request.
const HEADERS: usize = 64;
/// Most connections at a time. The oldest makes room for the newest, so a crowd of slow clients keeps nobody out; an open page that loses its
/// connection makes a new one by itself.
const CONNECTIONS: usize = 128;

/// Lets clients in from now on. The tokio runtime that it is called in answers them, as long as it lives.
pub fn serve(door: Door, preview: Arc<Preview>) -> io::Result<()> {
    let app = routes(&door, preview);
    let guests = Arc::new(Guests::default());
    for listener in door.listeners {
        listener.set_nonblocking(true)?;
        tokio::spawn(accept(TcpListener::from_std(listener)?, app.clone(), guests.clone()));
    }
    Ok(())
}

async fn accept(listener: TcpListener, app: Router, guests: Arc<Guests>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => guests.admit(tokio::spawn(converse(stream, app.clone())).abort_handle()),
            // The client is gone already, or there are too many open files: either passes.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// Answers one client until it leaves or takes too long. Its faults are its own: nobody is told.
async fn converse(stream: TcpStream, app: Router) {
    let _ = stream.set_nodelay(true);
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_header_size(HEAD_SIZE)
        .max_headers(HEADERS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app))
        .await;
}

/// The connections there are, oldest first.
#[derive(Default)]
struct Guests(Mutex<VecDeque<AbortHandle>>);

impl Guests {
    fn admit(&self, guest: AbortHandle) {
        let mut guests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if guests.len() >= CONNECTIONS {
            guests.retain(|guest| !guest.is_finished());
        }
        if guests.len() >= CONNECTIONS
            && let Some(oldest) = guests.pop_front()
        {
            oldest.abort();
        }
        guests.push_back(guest);
    }
}
