//! What was found in the notice as a whole, in texts and attachments, known by the fingerprint of all that it depends on: what is known is not
//! looked for again, in a preview nor, as far as nothing was found, in a later build.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Check, Context};
use crate::diagnostic::{Checked, Diagnostic};
use crate::notice::Issue;
use crate::notice::edition::Edition;
use crate::source::reads;
use crate::value::{Fingerprint, RelPath};

/// What was found in the notice as a whole; in the texts of single issues, which are many, and how many figures they
/// have; and in attachments, which may be large.
#[derive(Clone, Debug, Default)]
pub struct TextDiagnostics {
    notice: Option<NoticeDiagnostics>,
    texts: Known,
    markdown: Known,
    attachments: Known,
    clean: CleanTexts,
    /// Whether what is clean is kept for a later build.
    is_kept: bool,
    /// Whether what narratives say is not kept once they were looked at.
    forgets: bool,
    /// What texts were measured by last, with its fingerprint.
    context: Option<(Context, Fingerprint)>,
    /// How many contexts there were.
    contexts: u64,
}

/// What was found by looking at the notice as a whole, and what that was looked for in.
#[derive(Clone, Debug)]
struct NoticeDiagnostics {
    /// What surrounds narratives, and whether every record could be read.
    surroundings: (Fingerprint, bool),
    reads: Vec<(RelPath, Fingerprint)>,
    found: Vec<Diagnostic>,
}

/// Texts and attachments in which nothing was found, by the fingerprint of all that this depends on, with how many
/// figures they have.
pub type CleanTexts = BTreeMap<Fingerprint, usize>;

impl TextDiagnostics {
    /// Returns one that knows what an earlier build found nothing in.
    pub fn recalled(clean: CleanTexts) -> TextDiagnostics {
        TextDiagnostics { clean, is_kept: true, ..TextDiagnostics::default() }
    }

    /// Sets whether what narratives say is kept no longer than they are looked at, as where nobody will read them again.
    pub fn set_forgetting(&mut self, forgets: bool) {
        self.forgets = forgets;
    }

    /// Returns in what nothing was found.
    pub fn clean(&self) -> CleanTexts {
        let known = [&self.texts, &self.markdown, &self.attachments].into_iter().flat_map(|known| &known.0);
        let clean = known.filter(|(_, found)| found.diagnostics.is_empty());
        clean.map(|(key, found)| (*key, found.value)).collect()
    }

    /// Returns what these checks find in the notice as a whole: it depends on what surrounds narratives, on those that are
    /// read for it, and on whether every record could be read.
    pub(super) fn of_notice(
        &mut self,
        edition: &Edition,
        complete: bool,
        checks: Vec<&Check>,
        look: impl Fn(&Check) -> Vec<Diagnostic> + Sync,
    ) -> Vec<Diagnostic> {
        let surroundings = (edition.surroundings(), complete);
        let says = |path: &RelPath| edition.tree.fingerprint(path);
        if let Some(known) = self.notice.as_ref().filter(|known| known.surroundings == surroundings)
            && known.reads.iter().all(|(path, said)| says(path) == *said)
        {
            return known.found.clone();
        }
        let looked: Vec<_> = checks.into_par_iter().map(|check| reads::taken_down(|| look(check))).collect();
        let (found, reads): (Vec<_>, Vec<_>) = looked.into_iter().unzip();
        let (found, reads) = (found.concat(), BTreeSet::from_iter(reads.into_iter().flatten()));
        let said: Vec<Fingerprint> = reads.iter().map(says).collect();
        let reads = reads.into_iter().zip(said).collect();
        self.notice = Some(NoticeDiagnostics { surroundings, reads, found: found.clone() });
        found
    }

    /// Returns what is found in attachments: it depends on their bytes alone.
    pub(super) fn of_attachments(
        &mut self,
        edition: &Edition,
        check: impl Fn(&RelPath, &[u8]) -> Vec<Diagnostic> + Sync,
    ) -> Vec<Diagnostic> {
        let files = edition.notice.files.iter();
        let wanted = files.map(|path| Fingerprint::joined("attachment", &[edition.tree.fingerprint(path)]));
        let wanted: Vec<Fingerprint> = wanted.collect();
        let known = self.attachments.take(&wanted, &self.clean).into_par_iter().zip(&edition.notice.files);
        let look = |(known, path): (Looked, &RelPath)| {
            let bytes = edition.tree.bytes(path.as_str()).unwrap_or_default();
            known.unwrap_or_else(|| Checked { value: 0, diagnostics: check(path, bytes) })
        };
        let all = known.map(look).collect();
        self.attachments.put(wanted, all).diagnostics
    }

    /// Returns what is found in the Markdown and in the texts of issues, and how many figures these have. What is found in
    /// Markdown depends on the files of the issue and on what surrounds narratives; what is found in texts, on the files
    /// and on what all texts are measured by.
    pub(super) fn of_issues(
        &mut self,
        edition: &Edition,
        context: &Context,
        markdown: impl Fn(&Issue) -> Vec<Diagnostic> + Sync,
        texts: impl Fn(&Issue) -> Checked<usize> + Sync,
    ) -> Checked<usize> {
        let of_markdown = keys("markdown", edition, edition.surroundings());
        let of_texts = keys("texts", edition, self.measured_by(context));
        let known = [self.markdown.take(&of_markdown, &self.clean), self.texts.take(&of_texts, &self.clean)];
        let [known_markdown, known_texts] = known.map(IntoParallelIterator::into_par_iter);
        let each = known_markdown.zip(known_texts).zip(&edition.notice.issues);
        let look = |((of_markdown, of_texts), issue): ((Looked, Looked), &Issue)| {
            if let (Some(of_markdown), Some(of_texts)) = (&of_markdown, &of_texts) {
                return (of_markdown.clone(), of_texts.clone());
            }
            let unread = self.forgets.then(|| issue.unread());
            let issue = unread.as_ref().unwrap_or(issue);
            let of_markdown = of_markdown.unwrap_or_else(|| Checked { value: 0, diagnostics: markdown(issue) });
            (of_markdown, of_texts.unwrap_or_else(|| texts(issue)))
        };
        let (all_markdown, all_texts): (Vec<_>, Vec<_>) = each.map(look).unzip();
        let mut found = self.markdown.put(of_markdown, all_markdown).diagnostics;
        let figures = self.texts.put(of_texts, all_texts).into_value(&mut found);
        Checked { value: figures, diagnostics: found }
    }

    /// Returns what texts were measured by last.
    pub(super) fn context(&self) -> Option<&Context> {
        self.context.as_ref().map(|(context, _)| context)
    }

    /// Returns the fingerprint of what texts are measured by: its own if it is kept for a later build, else, as that takes
    /// time, any that no other context had.
    fn measured_by(&mut self, context: &Context) -> Fingerprint {
        if let Some((_, fingerprint)) = self.context.as_ref().filter(|(known, _)| known == context) {
            return *fingerprint;
        }
        self.contexts += 1;
        let fingerprint = match self.is_kept {
            true => context.fingerprint(),
            false => Fingerprint::of("context", &self.contexts.to_le_bytes()),
        };
        self.context = Some((context.clone(), fingerprint));
        fingerprint
    }
}

/// Returns for each issue the fingerprint of its files and of what surrounds them.
fn keys(name: &str, edition: &Edition, surroundings: Fingerprint) -> Vec<Fingerprint> {
    let key = |issue: &Issue| {
        let narratives = issue.response.iter().flat_map(|narrative| narrative.files.iter());
        let files = std::iter::once(&issue.path).chain(narratives.map(|(_, file)| &file.path));
        let own = files.map(|path| edition.tree.fingerprint(path)).fold(Fingerprint::default(), Fingerprint::and);
        Fingerprint::joined(name, &[surroundings, own])
    };
    edition.notice.issues.par_iter().map(key).collect()
}

/// What was found in a thing, if it was looked at.
type Looked = Option<Checked<usize>>;

/// What was found in things of one kind, each by the fingerprint of all that it depends on, its file among that.
#[derive(Clone, Debug, Default)]
struct Known(BTreeMap<Fingerprint, Checked<usize>>);

impl Known {
    /// Returns what is known of some things, one by one. All else is forgotten.
    fn take(&mut self, wanted: &[Fingerprint], clean: &CleanTexts) -> Vec<Looked> {
        let mut before = std::mem::take(&mut self.0);
        let known =
            |key: &Fingerprint| before.remove(key).or_else(|| clean.get(key).map(|figures| Checked::clean(*figures)));
        wanted.iter().map(known).collect()
    }

    /// Keeps what was found in some things, one by one, and returns what was found in all.
    fn put(&mut self, wanted: Vec<Fingerprint>, all: Vec<Checked<usize>>) -> Checked<usize> {
        let mut found = Vec::new();
        let figures = all.iter().map(|one| one.clone().into_value(&mut found)).sum();
        self.0 = wanted.into_iter().zip(all).collect();
        Checked { value: figures, diagnostics: found }
    }
}
