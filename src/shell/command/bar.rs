//! A bar on the terminal for work that takes more than a second: which phase, how much is done, and how long it will
//! take.
//!
//! Workers only count their steps. A thread of its own draws the bar ten times a second, so that no work waits for the
//! terminal; where standard error is not a terminal there is neither thread nor bar.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::Message;
use crate::progress::Progress;
use crate::say;
use crate::shell::report::MessageLang;

/// Work that takes no longer than this needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);
/// Time between two drawings.
const PAUSE: Duration = Duration::from_millis(100);

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Reading,
    Comparing,
    Checking,
    Rendering,
    Publishing,
}

/// The bar of a command; hidden unless work is being watched and takes its time.
pub(super) struct Bar {
    drawn: ProgressBar,
    work: Arc<Work>,
    lang: MessageLang,
}

/// What the workers share with the thread that draws.
struct Work {
    phase: Mutex<Phase>,
    progress: Progress,
}

/// While it lives, the bar may show; when it is dropped, the bar is removed.
pub(super) struct WatchedWork {
    thread: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Bar {
    pub(super) fn new(lang: MessageLang) -> Bar {
        let work = Work { phase: Mutex::new(Phase::Reading), progress: Progress::default() };
        Bar { drawn: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()), work: Arc::new(work), lang }
    }

    /// Enters a phase and returns the counter of its steps.
    pub(super) fn enter(&self, phase: Phase) -> &Progress {
        *self.work.phase.lock().unwrap_or_else(PoisonError::into_inner) = phase;
        self.work.progress.begin(0);
        &self.work.progress
    }

    /// Watches work that begins now.
    pub(super) fn watch(&self) -> WatchedWork {
        if ProgressDrawTarget::stderr().is_hidden() {
            return WatchedWork { thread: None }; // no terminal, or one that cannot move its cursor
        }
        let (end, ended) = mpsc::channel();
        let (drawn, work, lang) = (self.drawn.clone(), self.work.clone(), self.lang);
        WatchedWork { thread: Some((end, thread::spawn(move || follow(&drawn, &work, lang, &ended)))) }
    }

    /// Writes something else to the terminal, with the bar out of the way.
    pub(super) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.drawn.suspend(write)
    }
}

impl Drop for WatchedWork {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.thread.take() {
            drop(end);
            let _ = thread.join();
        }
    }
}

/// Draws how far the work is until it has ended.
fn follow(drawn: &ProgressBar, work: &Work, lang: MessageLang, ended: &Receiver<()>) {
    let (mut pause, mut shown) = (PATIENCE, None);
    drawn.reset();
    while ended.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
        let phase = *work.phase.lock().unwrap_or_else(PoisonError::into_inner);
        let (done, total) = work.progress.so_far();
        let look = (phase, total > 0);
        if shown != Some(look) {
            drawn.set_style(style(lang.of(&line(look))));
            drawn.reset_elapsed();
            drawn.reset_eta();
        }
        drawn.set_length(total as u64);
        drawn.set_position(done as u64);
        if shown.replace(look).is_none() {
            drawn.set_draw_target(ProgressDrawTarget::stderr());
        }
        drawn.tick();
        pause = PAUSE;
    }
    drawn.finish_and_clear();
    drawn.set_draw_target(ProgressDrawTarget::hidden());
}

/// Returns the line of a phase whose steps are counted, or not.
fn line((phase, is_counted): (Phase, bool)) -> Message {
    let Message { zh, en } = match phase {
        Phase::Reading => say!("正在读取", "reading"),
        Phase::Comparing => say!("正在与已发布的网站比较", "comparing with the published site"),
        Phase::Checking => say!("正在检查", "checking"),
        Phase::Rendering => say!("正在生成网页", "rendering"),
        Phase::Publishing => say!("正在发布", "publishing"),
    };
    // Plain ASCII: blocks and arrows are two cells wide on some Chinese terminals.
    if is_counted {
        say!(
            "{zh} [{{bar:24}}] {{pos}}/{{len}}，还需 {{eta_precise}}",
            "{en} [{{bar:24}}] {{pos}}/{{len}}, {{eta_precise}} left"
        )
    } else {
        say!("{zh} {{spinner}} 已用 {{elapsed_precise}}", "{en} {{spinner}} {{elapsed_precise}}")
    }
}

fn style(line: &str) -> ProgressStyle {
    let style = ProgressStyle::with_template(line).unwrap_or_else(|_| ProgressStyle::default_bar());
    style.progress_chars("=> ").tick_chars("-\\|/ ")
}
