//! `gongkai serve`: the site on this machine, following every edit. Nothing is written.
//!
//! This thread follows the edits: wait, read, compile, show. Browsers are answered on threads of their own, from the
//! newest good site. Pages that take long are tried on a thread of its own, so that no edit waits for one.

mod edits;
mod trial;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use super::{ExitCode, FOLDERS, Shell};
use crate::diagnostic::Message;
use crate::say;
use crate::shell::cli::ServeArgs;
use crate::shell::preview::{self, Listener, Preview};
use crate::shell::watch::{Changes, Wake, Watch};
use edits::{Edits, Later};

/// After this long without an edit the pages are tried that are too large to be tried at once.
const REST: Duration = Duration::from_millis(500);

/// So often is asked whether they are tried.
const ASKED: Duration = Duration::from_millis(100);

pub(super) fn run(shell: &Shell<'_>, args: &ServeArgs) -> Result<(), ExitCode> {
    let refuse = |text: &Message| {
        shell.say(text);
        ExitCode::CouldNotRun
    };
    let watch = Watch::start(shell.roots(), &FOLDERS).map_err(|error| refuse(&error.message()))?;
    let mut watch = watch.patrolled(shell.roots(), &FOLDERS);
    let listener = Listener::open(args.host, args.port).map_err(|error| refuse(&error.message()))?;
    let url = listener.url();
    if listener.is_open_to_others() {
        shell.say(&warning());
    }
    let preview = Arc::new(Preview::new(shell.lang).map_err(|error| refuse(&no_server(&error)))?);
    let runtime = server(listener, preview.clone(), watch.stopper()).map_err(|error| refuse(&no_server(&error)))?;
    let mut edits = Edits::of(shell, &args.site, preview);
    edits.show(&Changes::Any);
    shell.say(&say!("预览：{url}（按 Ctrl-C 结束）", "preview: {url} (Ctrl-C to stop)"));
    if args.open && open::that_detached(&url).is_err() {
        shell.say(&say!(
            "打不开浏览器；请自行打开上面的地址",
            "cannot open the browser; open the address above yourself"
        ));
    }
    loop {
        let wake = match edits.later {
            Later::Nothing => watch.wait(),
            Later::Waiting(_) => watch.wait_at_most(REST),
            Later::Tried(_) => watch.wait_at_most(ASKED),
        };
        match wake.map_err(|error| refuse(&error.message()))? {
            Wake::Changes(changes) => edits.show(&changes),
            Wake::Nothing => edits.try_later(),
            Wake::Stop => break,
        }
    }
    runtime.shutdown_background();
    Ok(())
}

/// Answers browsers on threads of its own, as long as the runtime lives. Ctrl-C stops the watch.
fn server(
    listener: Listener,
    preview: Arc<Preview>,
    stop: impl FnOnce() + Send + 'static,
) -> io::Result<tokio::runtime::Runtime> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.spawn(async {
        if tokio::signal::ctrl_c().await.is_ok() {
            stop();
        }
    });
    let inside = runtime.enter();
    preview::serve(listener, preview)?;
    drop(inside);
    Ok(runtime)
}

fn warning() -> Message {
    say!(
        "警告：使用 --host 后，同一网络上的任何人都能看到尚未发布的内容。请只在可信的网络上使用，看完即按 Ctrl-C 结束。",
        "WARNING: with --host, anyone on the same network can see content that is not published yet. Use it only on a network that you trust, and stop it with Ctrl-C when done."
    )
}

fn no_server(error: &dyn std::error::Error) -> Message {
    say!("无法启动预览：{error}；请再试一次", "the preview cannot start: {error}; try again")
}
