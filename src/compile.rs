//! The whole pipeline on one screen: files in, a site out.
//!
//! `build`, `check`, `serve`, `stats` all call [`compile`]. Nothing is rendered until it is asked for:
//! [`Site::outputs`] lists every output, [`Site::render`] makes one of them.

mod order;
mod output;
mod remembered;
mod site;

use std::sync::Arc;

pub use order::make_each;
pub use output::Output;
pub use site::Site;

use crate::cache::{Cache, Memory};
use crate::diagnostic::{self, Checked, Diagnostic};
use crate::notice::content;
use crate::rules;
use crate::source::SourceTree;
use crate::value::Date;
use crate::value::url::BaseUrl;
use remembered::{edition, means, read_published};

/// What a command may ask for in place of what the notice says.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Another theme.
    pub theme: Option<String>,
    /// Another address of the site.
    pub base_url: Option<BaseUrl>,
    /// Another date that statuses and statistics hold for.
    pub as_of: Option<Date>,
    /// The data of the published site that the new one is compared with.
    pub published: Option<Arc<Vec<u8>>>,
    /// What the build left that published them, if it is known.
    pub memory: Option<Arc<Memory>>,
    /// Whether equations are proposed, and figures named that no text takes up.
    pub suggests: bool,
    /// Whether of a notice of very many issues few outputs are rendered, so that texts need not be kept once they are
    /// looked at.
    pub samples: bool,
}

/// How much of the content was looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// YAML files.
    pub records: usize,
    /// Markdown files.
    pub narratives: usize,
    /// Quantities read in their texts in every language, and figures quoted by name; none where the notice itself
    /// cannot be read.
    pub figures: usize,
}

/// Makes a site of the files, or says why it cannot.
pub fn compile(tree: &Arc<SourceTree>, options: &Options) -> Checked<Option<Site>> {
    let Checked { value: (site, _), diagnostics } = compile_with(tree, options, &mut Cache::default());
    Checked { value: site, diagnostics }
}

/// Makes a site of a tree that is mostly the one before, and returns how much was looked at, errors or not: what the
/// cache knows of files that did not change is not made again. The result is that of an empty cache, only sooner.
pub fn compile_with(tree: &Arc<SourceTree>, options: &Options, cache: &mut Cache) -> Checked<(Option<Site>, Counts)> {
    cache.turn_to(tree);
    let (records, narratives) = content::count(tree);
    let mut found = Vec::new();
    let site = stages(tree, options, cache, &mut found);
    if let Some(site) = &site {
        rules::apply_accepted(&site.edition.notice, tree, site.is_complete, &mut found);
    }
    rules::leave_out_consequences(&mut found);
    diagnostic::sort(&mut found);
    found.dedup();
    let figures = site.as_ref().map_or(0, |site| site.figures);
    let counts = Counts { records, narratives, figures };
    Checked { value: (site.filter(|_| !diagnostic::has_errors(&found)), counts), diagnostics: found }
}

fn stages(tree: &Arc<SourceTree>, options: &Options, cache: &mut Cache, found: &mut Vec<Diagnostic>) -> Option<Site> {
    let edition = edition(tree, options, cache, found)?;
    let complete = !diagnostic::has_errors(found);
    let published = options.published.as_ref().filter(|_| complete);
    cache.diagnostics.set_forgetting(options.samples && edition.notice.is_very_long());
    let (checked, published) = rayon::join(
        || rules::check(&edition, complete, &mut cache.diagnostics),
        || published.map(|published| read_published(&edition, published, options.memory.as_deref())),
    );
    let figures = checked.into_value(found);
    let edition = match options.as_of {
        Some(date) => Arc::new(edition.at(date).into_value(found)),
        None => edition,
    };
    found.extend(published.iter().flat_map(|published| rules::untold_changes(&edition, published)));
    if options.suggests && complete {
        found.extend(rules::suggestions(&edition));
    }
    let means = means(&edition, cache, found)?;
    Some(Site { edition, renderer: means.renderer, data: means.data.anew(), figures, is_complete: complete })
}
