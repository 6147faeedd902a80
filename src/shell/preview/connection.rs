//! Connections: how long a client may take, how much it may send, and how many there may be.

use std::collections::VecDeque;
use std::io;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::{Extension, Router};
use futures_util::future;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

use super::budget::Closer;
use super::{Listener, Preview, routes};

/// Time for a client to send the head of a request, counted from the connection or from the request before: so also the
/// longest pause.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// Largest head of a request, in bytes.
const HEAD_SIZE: usize = 16 * 1024;
/// Most header fields of a request.
const HEADERS: usize = 64;
/// Most connections at a time. The oldest is closed for the newest, so slow clients cannot lock others out; an open
/// page that loses its connection opens a new one by itself.
const CONNECTIONS: usize = 128;

/// Accepts connections from now on. The tokio runtime that it is called in serves them, as long as it lives.
pub fn serve(listener: Listener, preview: Arc<Preview>) -> io::Result<()> {
    let app = routes(&listener, preview);
    let connections = Arc::new(Connections::default());
    for socket in listener.sockets {
        socket.set_nonblocking(true)?;
        tokio::spawn(accept(TcpListener::from_std(socket)?, app.clone(), connections.clone()));
    }
    Ok(())
}

async fn accept(socket: TcpListener, app: Router, connections: Arc<Connections>) {
    loop {
        match socket.accept().await {
            Ok((stream, _)) => connections.add(tokio::spawn(serve_one(stream, app.clone())).abort_handle()),
            // The client has gone already, or too many files are open: either passes.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// Serves one connection until the client closes it or takes too long, or until others need the memory that its answer
/// takes. Errors of a client are not reported.
async fn serve_one(stream: TcpStream, app: Router) {
    let _ = stream.set_nodelay(true);
    let closer = Closer::default();
    let app = app.layer(Extension(closer.clone()));
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_header_size(HEAD_SIZE)
        .max_headers(HEADERS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app));
    future::select(pin!(serving), pin!(closer.notified())).await;
}

/// The open connections, oldest first.
#[derive(Default)]
struct Connections(Mutex<VecDeque<AbortHandle>>);

impl Connections {
    fn add(&self, connection: AbortHandle) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if open.len() >= CONNECTIONS {
            open.retain(|connection| !connection.is_finished());
        }
        if open.len() >= CONNECTIONS
            && let Some(oldest) = open.pop_front()
        {
            oldest.abort();
        }
        open.push_back(connection);
    }
}
