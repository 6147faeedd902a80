//! The whole pipeline on one screen: files in, a site out.
//!
//! `build`, `check`, `serve`, `stats` all call [`compile`]. Nothing is rendered until it is asked for:
//! [`Site::outputs`] lists every output, [`Site::render`] makes one of them.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use crate::cache::{Cache, Means, Memory};
use crate::diagnostic::{self, Checked, Diagnostic};
use crate::notice;
use crate::notice::content;
use crate::notice::edition::Edition;
use crate::progress::Progress;
use crate::rules::{self, PublishedData};
use crate::site::formats::{self, DataFiles, FormatFile};
use crate::site::render::{self, Renderer};
use crate::site::{self, Page, PageKind};
use crate::source::SourceTree;
use crate::source::pieces::{Pieces, Put, gathered};
use crate::theme::Asset;
use crate::value::url::BaseUrl;
use crate::value::{Date, RelPath};

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

/// A site: everything that is published, ready to be rendered.
pub struct Site {
    /// What it is made of.
    pub edition: Arc<Edition>,
    renderer: Arc<Renderer>,
    data: DataFiles,
    figures: usize,
    /// Whether every rule looked at it: some do not where records or the theme have errors.
    is_complete: bool,
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

/// Reads the data of the published site, as far as the edition may differ from them.
fn read_published(edition: &Edition, published: &[u8], memory: Option<&Memory>) -> PublishedData {
    let edited = memory.and_then(|memory| memory.edited_data(edition, published));
    PublishedData::read(edited.as_deref().unwrap_or(published))
}

/// Returns the edition of the day that the notice itself names.
fn edition(
    tree: &Arc<SourceTree>,
    options: &Options,
    cache: &mut Cache,
    found: &mut Vec<Diagnostic>,
) -> Option<Arc<Edition>> {
    let asked = (options.theme.clone(), options.base_url.clone());
    if let Some((edition, said)) = cache.edition(&asked) {
        found.extend(said);
        return Some(edition);
    }
    let content = content::parse(tree, &mut cache.files).into_value(found);
    let complete = !diagnostic::has_errors(found);
    let mut notice = notice::resolve(content, complete).into_value(found)?;
    notice.theme = options.theme.clone().unwrap_or(notice.theme);
    notice.base_url = options.base_url.clone().or(notice.base_url);
    let mut theme = cache.theme.layer(tree, &notice.theme_wanted()).into_value(found)?;
    notice::measures::lay_over(&notice, &mut theme.locales);
    let edition = Arc::new(Edition::new(tree.clone(), notice, Arc::new(theme)));
    if !diagnostic::has_errors(found) {
        cache.keep_edition(asked, &edition, found);
    }
    Some(edition)
}

/// Returns what the pages of an edition are rendered by.
fn means(edition: &Arc<Edition>, cache: &mut Cache, found: &mut Vec<Diagnostic>) -> Option<Means> {
    let (renderer, data) = match cache.means(edition) {
        Some(means) => (means.renderer.clone(), means.data.clone()),
        None => {
            let renderer = render::renderer(edition, cache.renderer()).into_value(found)?;
            (Arc::new(renderer), Arc::new(DataFiles::of(edition)))
        }
    };
    let means = Means { edition: edition.clone(), renderer, data };
    cache.keep_means(means.clone());
    Some(means)
}

/// Makes something of every output, on all cores. Outputs that grow with the notice are made one after another beside the
/// many small ones, so that memory holds few of them at a time, and by all cores only once these are made; those that
/// describe others come last. Each is a step of the progress.
pub fn make_each<T: Send>(outputs: &[Output], progress: &Progress, make: impl Fn(&Output) -> T + Sync) -> Vec<T> {
    progress.begin(outputs.len());
    let make = |output: &Output| {
        let made = make(output);
        progress.step();
        made
    };
    let (last, first): (Vec<&Output>, Vec<&Output>) = outputs.iter().partition(|output| output.describes_others());
    let (small, mut large): (Vec<&Output>, Vec<&Output>) = first.into_iter().partition(|output| output.is_small());
    // Those that take longest are begun first: else one of them might be made alone in the end.
    large.sort_by_key(|output| output.path().as_str() != formats::DATA_FILE);
    let large = || in_turn(large, make);
    let small = || small.into_par_iter().map(&make).collect::<Vec<T>>();
    let (mut made, rest) = rayon::join(large, small);
    made.extend(rest);
    made.extend(last.into_iter().map(&make));
    made
}

/// Makes something of each, on as many cores as are free; each is begun in its turn.
fn in_turn<T: Send>(outputs: Vec<&Output>, make: impl Fn(&Output) -> T + Sync) -> Vec<T> {
    let made = outputs.into_iter().enumerate().par_bridge().map(|(turn, output)| (turn, make(output)));
    let mut made: Vec<(usize, T)> = made.collect();
    made.sort_by_key(|(turn, _)| *turn);
    made.into_iter().map(|(_, made)| made).collect()
}

/// Something that is published.
pub enum Output {
    /// A page.
    Page(Page),
    /// A file beside the pages.
    Format(FormatFile),
    /// A style, script or picture of the theme.
    Asset(Asset),
    /// A document or picture of the notice.
    File {
        /// Where it is published.
        path: RelPath,
        /// Where it stands in the content.
        source: RelPath,
    },
}

impl Output {
    /// Returns whether it is a picture that gongkai draws itself.
    pub fn is_drawn(&self) -> bool {
        matches!(self, Output::Format(file) if file.format.is_picture())
    }

    /// Returns whether it is small at any size of the notice, as pages and pictures are, unlike downloads.
    pub fn is_small(&self) -> bool {
        match self {
            Output::Format(file) => file.format.is_picture(),
            Output::Page(_) | Output::Asset(_) | Output::File { .. } => true,
        }
    }

    /// Returns whether it is made at once at any size of the notice: it shows one issue only, or nothing of the notice.
    pub fn is_quick(&self) -> bool {
        match self {
            Output::Page(page) => matches!(page.kind, PageKind::Issue(_)),
            _ => self.is_small(),
        }
    }

    /// Returns whether it says how long other outputs are, and what their digests are.
    pub fn describes_others(&self) -> bool {
        match self {
            Output::Page(page) => page.kind == PageKind::Data,
            Output::Format(file) => matches!(file.format.write, formats::Write::Describing(_)),
            Output::Asset(_) | Output::File { .. } => false,
        }
    }

    /// Returns where it is published.
    pub fn path(&self) -> &RelPath {
        match self {
            Output::Page(page) => &page.path,
            Output::Format(file) => &file.path,
            Output::Asset(asset) => &asset.path,
            Output::File { path, .. } => path,
        }
    }
}

impl Site {
    /// Returns everything that is published, files beside the pages first: a page lists what is known of them once they
    /// are written.
    pub fn outputs(&self) -> Vec<Output> {
        let edition = &self.edition;
        let files = edition.notice.files.iter().map(|source| Output::File {
            path: RelPath::of(source.as_str().trim_start_matches("content/")),
            source: source.clone(),
        });
        let pages = site::plan(edition);
        let beside = formats::files(edition).into_iter().map(Output::Format);
        beside
            .chain(pages.into_iter().map(Output::Page))
            .chain(edition.theme.assets.values().cloned().map(Output::Asset))
            .chain(files)
            .collect()
    }

    /// Returns one page of every kind in every language.
    pub fn samples(&self) -> Vec<Output> {
        site::samples(&self.edition).into_iter().map(Output::Page).collect()
    }

    /// Returns what only a preview shows.
    pub fn previews(&self) -> Vec<Output> {
        site::previews(&self.edition.notice).into_iter().map(Output::Page).collect()
    }

    /// Returns what is wrong with an output as it is rendered. The downloads that a page lists are not made for that: it takes
    /// seconds where there are thousands of issues.
    pub fn tried(&self, output: &Output) -> Vec<Diagnostic> {
        match output {
            Output::Page(page) => render::page(&self.renderer, &self.edition, &self.data.unmade(), page).diagnostics,
            Output::Format(_) | Output::Asset(_) | Output::File { .. } => self.render(output).diagnostics,
        }
    }

    /// Takes down what others say of an output that has these bytes and is not rendered.
    pub fn note(&self, output: &Output, bytes: &[u8]) {
        if let Output::Format(file) = output {
            self.data.note(file, bytes);
        }
    }

    /// Hands on a file beside the pages as it is made, of which some pieces may be known, and takes down its pieces.
    pub fn write(&self, file: &FormatFile, pieces: &mut Pieces, put: &mut Put<'_>) {
        self.data.write(&self.edition, file, pieces, put);
    }

    /// Returns the bytes of one output.
    pub fn render<'a>(&'a self, output: &'a Output) -> Checked<Option<Cow<'a, [u8]>>> {
        match output {
            Output::Page(page) => {
                let Checked { value, diagnostics } = render::page(&self.renderer, &self.edition, &self.data, page);
                Checked { value: value.map(Cow::Owned), diagnostics }
            }
            Output::Format(file) => {
                Checked::clean(Some(Cow::Owned(gathered(|put| self.write(file, &mut Pieces::default(), put)))))
            }
            Output::Asset(asset) => Checked::clean(Some(Cow::Borrowed(&asset.bytes))),
            Output::File { source, .. } => Checked::clean(self.edition.tree.bytes(source.as_str()).map(Cow::Borrowed)),
        }
    }
}
