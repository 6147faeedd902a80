//! How much memory answers may take until clients have read them. A client that asks for much and reads slowly has its
//! connection closed once another needs the room.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use axum::body::Bytes;
use tokio::sync::{MutexGuard, Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Bytes of all answers that are not read yet. One that is larger has all of the room for itself.
const ROOM: usize = 64 << 20;

/// Bytes that are counted as one.
const UNIT: usize = 1 << 10;

/// How long an answer waits for others to be read before the oldest of them is given up.
const PATIENCE: Duration = Duration::from_millis(500);

/// The one who can close a connection.
pub(super) type Closer = Arc<Notify>;

/// Room for answers, shared by all connections.
pub(super) struct Budget {
    room: Arc<Semaphore>,
    /// Answers that are not read yet, oldest first.
    held: Mutex<VecDeque<(Weak<OwnedSemaphorePermit>, Closer)>>,
    /// Whoever makes a large answer: they are made one at a time.
    making: tokio::sync::Mutex<()>,
}

/// An answer and the room that it takes, which is given back with its last byte.
struct Held {
    bytes: Vec<u8>,
    _room: Arc<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Default for Budget {
    fn default() -> Budget {
        Budget {
            room: Arc::new(Semaphore::new(units(ROOM))),
            held: Mutex::default(),
            making: tokio::sync::Mutex::default(),
        }
    }
}

impl Budget {
    /// Waits until no other large answer is being made.
    pub(super) async fn turn(&self) -> MutexGuard<'_, ()> {
        self.making.lock().await
    }

    /// Returns the bytes of an answer as soon as there is room for them, which may cost slow clients theirs; nothing once the preview
    /// ends.
    pub(super) async fn hold(&self, connection: &Closer, bytes: Vec<u8>) -> Option<Bytes> {
        let wanted = u32::try_from(units(bytes.len()).min(units(ROOM))).unwrap_or(u32::MAX);
        let mut room = pin!(self.room.clone().acquire_many_owned(wanted));
        let room = loop {
            match timeout(PATIENCE, &mut room).await {
                Ok(room) => break Arc::new(room.ok()?),
                Err(_) => self.give_up_oldest(),
            }
        };
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|(room, _)| room.strong_count() > 0);
        held.push_back((Arc::downgrade(&room), connection.clone()));
        Some(Bytes::from_owner(Held { bytes, _room: room }))
    }

    fn give_up_oldest(&self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|(room, _)| room.strong_count() > 0);
        if let Some((_, connection)) = held.pop_front() {
            connection.notify_one();
        }
    }
}

/// Returns how many units a number of bytes takes: no answer takes nothing.
fn units(bytes: usize) -> usize {
    bytes / UNIT + usize::from(!bytes.is_multiple_of(UNIT) || bytes == 0)
}
