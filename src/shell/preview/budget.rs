//! How much memory answers may take until clients have read them. A client that has read nothing for a while loses its
//! connection once another needs the room.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::stream;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout};

/// Bytes of all answers that are not read yet. One that is larger has all of the room for itself.
const ROOM: usize = 64 << 20;

/// Bytes that are counted as one.
const UNIT: usize = 1 << 10;

/// Bytes that are sent at a time.
const PIECE: usize = 256 << 10;

/// How often an answer that waits for room looks for a client that does not read.
const WAIT: Duration = Duration::from_millis(200);

/// How long a client may read nothing while another answer waits for room.
const PATIENCE: Duration = Duration::from_secs(1);

/// What closes a connection.
pub(super) type Closer = Arc<Notify>;

/// Room for answers, shared by all connections.
pub(super) struct Budget {
    room: Arc<Semaphore>,
    /// Answers that are not read yet.
    held: Mutex<VecDeque<(Weak<Held>, Closer)>>,
    /// Whoever makes a large answer: they are made one at a time.
    making: tokio::sync::Mutex<()>,
}

/// An answer, and the room that it takes until its last byte is sent.
struct Held {
    bytes: Vec<u8>,
    _room: OwnedSemaphorePermit,
    /// When a piece of it was last taken.
    taken: Mutex<Instant>,
}

/// A hold on an answer, as the bytes that are sent are one.
struct Hold(Arc<Held>);

impl AsRef<[u8]> for Hold {
    fn as_ref(&self) -> &[u8] {
        &self.0.bytes
    }
}

impl Default for Budget {
    fn default() -> Budget {
        let room = Arc::new(Semaphore::new(units(ROOM)));
        Budget { room, held: Mutex::default(), making: tokio::sync::Mutex::default() }
    }
}

impl Budget {
    /// Waits until no other large answer is being made.
    pub(super) async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.making.lock().await
    }

    /// Returns an answer as soon as there is room for it, which may cost clients that do not read theirs; nothing once the
    /// preview ends.
    pub(super) async fn hold(&self, connection: &Closer, bytes: Vec<u8>) -> Option<Body> {
        let wanted = u32::try_from(units(bytes.len()).min(units(ROOM))).unwrap_or(u32::MAX);
        let mut room = pin!(self.room.clone().acquire_many_owned(wanted));
        let room = loop {
            match timeout(WAIT, &mut room).await {
                Ok(room) => break room.ok()?,
                Err(_) => self.give_up_slowest(),
            }
        };
        let held = Arc::new(Held { bytes, _room: room, taken: Mutex::new(Instant::now()) });
        self.held().push_back((Arc::downgrade(&held), connection.clone()));
        Some(body(held))
    }

    /// Closes the connection whose client has read nothing for longest, if it had time.
    fn give_up_slowest(&self) {
        let mut held = self.held();
        let waited = |held: &Weak<Held>| held.upgrade().map_or(Duration::ZERO, |held| lock(&held.taken).elapsed());
        let slowest = (0..held.len()).max_by_key(|at| waited(&held[*at].0));
        let slowest = slowest.filter(|at| waited(&held[*at].0) > PATIENCE);
        if let Some((_, connection)) = slowest.and_then(|at| held.remove(at)) {
            connection.notify_one();
        }
    }

    /// Returns the answers that are not read yet.
    fn held(&self) -> MutexGuard<'_, VecDeque<(Weak<Held>, Closer)>> {
        let mut held = lock(&self.held);
        held.retain(|(held, _)| held.strong_count() > 0);
        held
    }
}

/// Returns an answer piece by piece: the next is taken when the client has read those before.
fn body(held: Arc<Held>) -> Body {
    let bytes = Bytes::from_owner(Hold(held.clone()));
    let pieces = stream::unfold((bytes, held), |(mut bytes, held)| async move {
        *lock(&held.taken) = Instant::now();
        let piece = bytes.split_to(PIECE.min(bytes.len()));
        (!piece.is_empty()).then_some((Ok::<_, std::convert::Infallible>(piece), (bytes, held)))
    });
    Body::from_stream(pieces)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns how many units a number of bytes takes: no answer takes nothing.
fn units(bytes: usize) -> usize {
    bytes / UNIT + 1
}
