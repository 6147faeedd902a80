//! Following the edits: what changed is read, compiled and shown, or what is wrong with it.

use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::trial::{PageTrial, RunningTrial};
use crate::cache::Cache;
use crate::compile::{Output, Site};
use crate::diagnostic::{self, Checked, Diagnostic, Message, Severity};
use crate::inspect::Inspected;
use crate::say;
use crate::shell::cli::SiteArgs;
use crate::shell::command::bar::Phase;
use crate::shell::command::{Compiled, FOLDERS, Shell};
use crate::shell::disk::{DiskError, Reread, Sources};
use crate::shell::preview::Preview;
use crate::shell::report::{self, Summary};
use crate::shell::watch::Changes;
use crate::source::SourceTree;
use crate::theme;

/// Most errors that a page shows at a time; the terminal shows all.
const ERRORS_IN_PAGE: usize = 20;

/// Follows the edits.
pub(super) struct Edits<'a> {
    shell: &'a Shell<'a>,
    site: &'a SiteArgs,
    preview: Arc<Preview>,
    /// What was read last, unless reading failed.
    sources: Option<Sources>,
    memory: Cache,
    /// Whether every kind of page could be rendered since the theme changed last.
    theme_is_tried: bool,
    /// Pages of many issues, which are tried when there is time.
    pub(super) later: Later,
    /// What was said about the content last: it is not said twice.
    said: Vec<Diagnostic>,
}

/// Pages that are tried later than others.
pub(super) enum Later {
    Nothing,
    /// They wait until nothing is edited.
    Waiting(PageTrial),
    /// They are being tried.
    Tried(RunningTrial),
}

impl<'a> Edits<'a> {
    pub(super) fn of(shell: &'a Shell<'a>, site: &'a SiteArgs, preview: Arc<Preview>) -> Edits<'a> {
        Edits {
            shell,
            site,
            preview,
            sources: None,
            memory: Cache::default(),
            theme_is_tried: false,
            later: Later::Nothing,
            said: Vec::new(),
        }
    }

    /// Reads and compiles what changed and shows the site, or what is wrong with it, in the pages and on the terminal.
    pub(super) fn show(&mut self, changes: &Changes) {
        let (began, _watched) = (Instant::now(), self.shell.bar.watch());
        let read = match self.read(changes) {
            Ok(Some(read)) => read,
            Ok(None) => return,
            Err(error) => return self.show_fault(&error),
        };
        // What is being tried is no longer what there is.
        self.later = Later::Nothing;
        let Compiled { tree, site, counts, diagnostics: mut found } =
            self.shell.compile_files(read, &self.site.options(), &mut self.memory);
        self.theme_is_tried &= !may_change_theme(changes);
        let samples = site.as_ref().map(Site::samples).unwrap_or_default();
        let (now, later): (Vec<Output>, Vec<Output>) =
            samples.into_iter().partition(|page| !self.theme_is_tried || page.is_quick());
        found.extend(site.iter().flat_map(|site| tried(site, &now)));
        if found != self.said {
            self.shell.show(&tree, &found);
        }
        if let Some(site) = site.filter(|_| !diagnostic::has_errors(&found)) {
            let site = Arc::new(site);
            self.theme_is_tried = true;
            if !later.is_empty() {
                self.later = Later::Waiting(PageTrial { site: site.clone(), pages: later });
            }
            self.preview.show(site);
            let milliseconds = began.elapsed().as_millis();
            self.shell.say(&say!("已更新（{milliseconds} 毫秒）", "up to date ({milliseconds} ms)"));
        } else {
            self.preview.show_diagnostics(&self.in_page(&tree, &found));
            self.shell.say(&Summary::of(counts, Inspected::default(), &found).found());
            self.shell.say(&match self.preview.has_site() {
                true => say!("预览停在上一次正确的内容", "the preview still shows the last good content"),
                false => say!("改正后，预览显示页面", "the preview will show pages as soon as this is fixed"),
            });
        }
        self.said = found;
    }

    /// Begins to try the pages that take too long to be tried before an edit is shown, or shows what is wrong with them.
    pub(super) fn try_later(&mut self) {
        self.later = match std::mem::replace(&mut self.later, Later::Nothing) {
            Later::Nothing => Later::Nothing,
            Later::Waiting(trial) => Later::Tried(trial.begin()),
            Later::Tried(mut running) => match running.ended() {
                None => Later::Tried(running),
                Some(Err(_)) => {
                    self.theme_is_tried = false;
                    self.show_words(&[
                        say!("有一个网页没有试做成", "a page could not be tried"),
                        say!("这是 gongkai 的错误，请报告", "this is a bug in gongkai: please report it"),
                    ]);
                    Later::Nothing
                }
                Some(Ok((tree, found))) => {
                    if diagnostic::has_errors(&found) {
                        self.theme_is_tried = false;
                        self.shell.show(&tree, &found);
                        self.preview.show_diagnostics(&self.in_page(&tree, &found));
                    }
                    Later::Nothing
                }
            },
        };
    }

    /// Reads what changed; nothing if all is as it was read before, as when a change was noticed twice.
    fn read(&mut self, changes: &Changes) -> Result<Option<Checked<SourceTree>>, DiskError> {
        let (root, progress) = (self.shell.roots(), self.shell.bar.enter(Phase::Reading));
        let Reread { sources, is_same } = match (self.sources.take(), changes) {
            (Some(sources), Changes::Of(paths)) => sources.read_again(root, &FOLDERS, paths, progress)?,
            _ => Reread { sources: Sources::read(root, &FOLDERS, progress)?, is_same: false },
        };
        let sources = self.sources.insert(sources);
        Ok((!is_same).then(|| sources.checked()))
    }

    /// Returns errors as a page shows them.
    fn in_page(&self, tree: &Arc<SourceTree>, found: &[Diagnostic]) -> String {
        let errors: Vec<Diagnostic> = found.iter().filter(|d| d.severity == Severity::Error).cloned().collect();
        let (first, rest) = errors.split_at(errors.len().min(ERRORS_IN_PAGE));
        let mut html = report::html(tree, first, self.shell.lang);
        if !rest.is_empty() {
            let more = rest.len();
            let more = say!("……还有 {more} 个错误，见终端", "… and {more} more errors, on the terminal");
            html += &report::sentence_html(self.shell.lang.of(&more));
        }
        html
    }

    fn show_fault(&mut self, error: &DiskError) {
        self.show_words(&[error.message(), error.help()]);
        self.said.clear();
    }

    /// Shows what is wrong and what to do, in the pages and on the terminal.
    fn show_words(&self, words: &[Message; 2]) {
        words.iter().for_each(|text| self.shell.say(text));
        let [message, help] = words.each_ref().map(|text| self.shell.lang.of(text));
        self.preview.show_diagnostics(&report::fault_html(message, help, self.shell.lang));
    }
}

fn may_change_theme(changes: &Changes) -> bool {
    match changes {
        Changes::Any => true,
        Changes::Of(paths) => paths.iter().any(|path| path.starts_with(theme::FOLDER)),
    }
}

/// Renders pages of every kind, so that a mistake in a template shows now and not when its page is asked for.
fn tried(site: &Site, pages: &[Output]) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = pages.par_iter().flat_map_iter(|output| site.tried(output)).collect();
    diagnostic::sort_once(&mut found);
    found
}
