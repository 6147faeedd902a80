//! Stages that an earlier compilation or build may have made already, as far as nothing changed since: the edition,
//! what its pages are rendered by, the published data.

use std::sync::Arc;

use super::Options;
use crate::cache::{Cache, Means, Memory};
use crate::diagnostic::Diagnostic;
use crate::notice::content;
use crate::notice::edition::Edition;
use crate::rules::PublishedData;
use crate::site::formats::DataFiles;
use crate::site::render;
use crate::source::SourceTree;
use crate::{diagnostic, notice};

/// Returns the edition of the day that the notice itself names.
pub(super) fn edition(
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
pub(super) fn means(edition: &Arc<Edition>, cache: &mut Cache, found: &mut Vec<Diagnostic>) -> Option<Means> {
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

/// Reads the data of the published site, as far as the edition may differ from them.
pub(super) fn read_published(edition: &Edition, published: &[u8], memory: Option<&Memory>) -> PublishedData {
    let edited = memory.and_then(|memory| memory.edited_data(edition, published));
    PublishedData::read(edited.as_deref().unwrap_or(published))
}
