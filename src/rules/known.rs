//! What was found in the notice as a whole, in texts and attachments, known by the fingerprint of all that it depends on: what is known is not
//! looked for again, in a preview nor, as far as nothing was found, in a later build.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Context;
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

    /// Returns in what nothing was found.
    pub fn clean(&self) -> CleanTexts {
        let known = [&self.texts, &self.markdown, &self.attachments].into_iter().flat_map(|known| known.0.values());
        let clean = known.filter(|(_, found)| found.diagnostics.is_empty());
        clean.map(|(key, found)| (*key, found.value)).collect()
    }

    /// Returns what is found by looking at the notice as a whole: it depends on what surrounds narratives, on those that are
    /// read for it, and on whether every record could be read.
    pub(super) fn of_notice(
        &mut self,
        edition: &Edition,
        complete: bool,
        check: impl FnOnce() -> Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let surroundings = (edition.surroundings(), complete);
        let says = |path: &RelPath| edition.tree.fingerprint(path);
        if let Some(known) = self.notice.as_ref().filter(|known| known.surroundings == surroundings)
            && known.reads.iter().all(|(path, said)| says(path) == *said)
        {
            return known.found.clone();
        }
        let (found, reads) = reads::taken_down(check);
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
        let wanted = files.map(|path| (path, Fingerprint::joined("attachment", &[edition.tree.fingerprint(path)])));
        let look = |at: usize| {
            let path = &edition.notice.files[at];
            Checked { value: 0, diagnostics: check(path, edition.tree.bytes(path.as_str()).unwrap_or_default()) }
        };
        self.attachments.complete(wanted.collect(), &self.clean, look).diagnostics
    }

    /// Returns what is found in the Markdown of issues: it depends on their files and on what surrounds narratives.
    pub(super) fn of_markdown(
        &mut self,
        edition: &Edition,
        check: impl Fn(&Issue) -> Vec<Diagnostic> + Sync,
    ) -> Vec<Diagnostic> {
        let keys = keys("markdown", edition, edition.surroundings());
        let check = |at: usize| Checked { value: 0, diagnostics: check(&edition.notice.issues[at]) };
        self.markdown.complete(keys, &self.clean, check).diagnostics
    }

    /// Returns what is found in the texts of issues, and how many figures they have: it depends on their files and on
    /// what all texts are measured by.
    pub(super) fn of_texts(
        &mut self,
        edition: &Edition,
        context: &Context,
        check: impl Fn(&Issue) -> Checked<usize> + Sync,
    ) -> Checked<usize> {
        let keys = keys("texts", edition, self.measured_by(context));
        self.texts.complete(keys, &self.clean, |at| check(&edition.notice.issues[at]))
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

/// Returns each issue by its record, with the fingerprint of its files and of what surrounds them.
fn keys<'e>(name: &str, edition: &'e Edition, surroundings: Fingerprint) -> Vec<(&'e RelPath, Fingerprint)> {
    let key = |issue: &'e Issue| {
        let narratives = issue.response.iter().flat_map(|narrative| narrative.files.iter());
        let files = std::iter::once(&issue.path).chain(narratives.map(|(_, file)| &file.path));
        let own = files.map(|path| edition.tree.fingerprint(path)).fold(Fingerprint::default(), Fingerprint::and);
        (&issue.path, Fingerprint::joined(name, &[surroundings, own]))
    };
    edition.notice.issues.par_iter().map(key).collect()
}

/// What was found in things of one kind, by their file.
#[derive(Clone, Debug, Default)]
struct Known(BTreeMap<RelPath, (Fingerprint, Checked<usize>)>);

impl Known {
    /// Looks at those of some things that are not known under their fingerprints, on all cores, and gives what was found
    /// in all. Others are forgotten.
    fn complete(
        &mut self,
        wanted: Vec<(&RelPath, Fingerprint)>,
        clean: &CleanTexts,
        check: impl Fn(usize) -> Checked<usize> + Sync,
    ) -> Checked<usize> {
        let mut before = std::mem::take(&mut self.0);
        let known = |(path, key): &(&RelPath, Fingerprint)| {
            let found = before.remove(*path).filter(|(known, _)| known == key).map(|(_, found)| found);
            found.or_else(|| clean.get(key).map(|figures| Checked::clean(*figures)))
        };
        let known: Vec<Option<Checked<usize>>> = wanted.iter().map(known).collect();
        let each = known.into_par_iter().enumerate().map(|(at, found)| found.unwrap_or_else(|| check(at)));
        let all: Vec<Checked<usize>> = each.collect();
        let mut found = Vec::new();
        let figures = all.iter().map(|one| one.clone().into_value(&mut found)).sum();
        self.0 = wanted.into_iter().zip(all).map(|((path, key), one)| (path.clone(), (key, one))).collect();
        Checked { value: figures, diagnostics: found }
    }
}
