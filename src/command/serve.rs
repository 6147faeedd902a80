//! `gongkai serve`: the site on this machine, following every edit. Nothing is written.
//!
//! This thread follows the edits: wait, read, compile, show. Browsers are answered on threads of their own, from the newest good site.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::{COULD_NOT_RUN, Compiled, FOLDERS, Shell};
use crate::cli::{ServeArgs, SiteArgs};
use crate::compile::{Output, Site};
use crate::diagnostic::{self, Diagnostic, Severity, Text};
use crate::disk::DiskError;
use crate::http::{self, Door, Preview};
use crate::inspect::Inspected;
use crate::report::{self, Summary};
use crate::say;
use crate::tree::SourceTree;
use crate::watch::Watch;

/// Most errors that a page shows at a time; the terminal shows all.
const ERRORS_IN_PAGE: usize = 20;

pub(super) fn run(shell: &Shell<'_>, args: &ServeArgs) -> Result<(), u8> {
    let refuse = |text: &Text| {
        shell.say(text);
        COULD_NOT_RUN
    };
    let mut watch = Watch::start(shell.root, &FOLDERS).map_err(|error| refuse(&error.message()))?;
    let door = Door::open(args.host, args.port).map_err(|error| refuse(&error.message()))?;
    let url = door.url();
    if door.is_open_to_others() {
        shell.say(&warning());
    }
    let preview = Arc::new(Preview::new(shell.tongue).map_err(|error| refuse(&no_server(&error)))?);
    let runtime = server(door, preview.clone(), watch.stopper()).map_err(|error| refuse(&no_server(&error)))?;
    let mut edits = Edits { shell, site: &args.site, preview, said: Vec::new() };
    edits.show();
    shell.say(&say!("预览：{url}（按 Ctrl-C 结束）", "preview: {url} (Ctrl-C ends it)"));
    if args.open && open::that_detached(&url).is_err() {
        shell.say(&say!("打不开浏览器；请自行打开上面的地址", "the browser cannot be opened; open the address above"));
    }
    while watch.wait().map_err(|error| refuse(&error.message()))? {
        edits.show();
    }
    runtime.shutdown_background();
    Ok(())
}

/// Answers browsers on threads of its own, as long as the runtime lives. Ctrl-C stops the watch.
fn server(door: Door, preview: Arc<Preview>, stop: impl FnOnce() + Send + 'static) -> io::Result<tokio::runtime::Runtime> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.spawn(async {
        if tokio::signal::ctrl_c().await.is_ok() {
            stop();
        }
    });
    let inside = runtime.enter();
    http::serve(door, preview)?;
    drop(inside);
    Ok(runtime)
}

/// Follows the edits.
struct Edits<'a> {
    shell: &'a Shell<'a>,
    site: &'a SiteArgs,
    preview: Arc<Preview>,
    /// What was said about the content last: it is not said twice.
    said: Vec<Diagnostic>,
}

impl Edits<'_> {
    /// Reads and compiles everything and shows the site, or what is wrong with it, in the pages and on the terminal.
    fn show(&mut self) {
        let (began, _watched) = (Instant::now(), self.shell.bar.watch());
        let Compiled { tree, site, counts, diagnostics: mut found } = match self.shell.read_and_compile(self.site) {
            Ok(compiled) => compiled,
            Err(error) => return self.show_fault(&error),
        };
        found.extend(site.iter().flat_map(trial));
        if found != self.said {
            self.shell.show(&tree, &found);
        }
        if let Some(site) = site.filter(|_| !diagnostic::has_errors(&found)) {
            self.preview.show(site);
            let milliseconds = began.elapsed().as_millis();
            self.shell.say(&say!("已更新（{milliseconds} 毫秒）", "up to date ({milliseconds} ms)"));
        } else {
            self.preview.show_findings(&self.in_page(&tree, &found));
            self.shell.say(&Summary::of(counts, Inspected::default(), &found).found());
            self.shell.say(&say!("预览停在上一次正确的内容", "the preview stays at the last good content"));
        }
        self.said = found;
    }

    /// Errors as a page shows them.
    fn in_page(&self, tree: &Arc<SourceTree>, found: &[Diagnostic]) -> String {
        let errors: Vec<Diagnostic> = found.iter().filter(|d| d.severity == Severity::Error).cloned().collect();
        let (first, rest) = errors.split_at(errors.len().min(ERRORS_IN_PAGE));
        let mut text = report::human(tree, first, self.shell.tongue, false);
        if !rest.is_empty() {
            let more = rest.len();
            text += self.shell.tongue.of(&say!("……还有 {more} 个错误，见终端", "… and {more} more errors, on the terminal"));
        }
        text
    }

    fn show_fault(&mut self, error: &DiskError) {
        self.shell.fail(error);
        let texts = std::iter::once(error.message()).chain(error.help());
        let text: Vec<String> = texts.map(|text| self.shell.tongue.of(&text).to_owned()).collect();
        self.preview.show_findings(&text.join("\n"));
        self.said.clear();
    }
}

/// Renders one page of every kind, so that a mistake in a template shows now and not when its page is asked for.
fn trial(site: &Site) -> Vec<Diagnostic> {
    let mut kinds = BTreeSet::new();
    let mut outputs = site.outputs();
    outputs.retain(|output| matches!(output, Output::Page(page) if kinds.insert((page.lang.clone(), page.kind.name()))));
    let mut found: Vec<Diagnostic> = outputs.par_iter().flat_map_iter(|output| site.render(output).diagnostics).collect();
    diagnostic::sort(&mut found);
    found.dedup();
    found
}

fn warning() -> Text {
    say!(
        "注意！！使用 --host 后，同一网络上的任何人都能看到尚未发布的内容。请只在可信的网络上使用，看完即按 Ctrl-C 结束。",
        "WARNING! With --host, anyone on the same network can see what is not published yet. Use it on a network that you trust, and end it with Ctrl-C when done."
    )
}

fn no_server(error: &dyn std::error::Error) -> Text {
    say!("无法启动预览：{error}；请再试一次", "the preview cannot start: {error}; try again")
}
