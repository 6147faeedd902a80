//! What every page of a language may read as `site`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::parts::{HeadlineView, Html, LinkView, Parts, TallyView, as_of_text, issuer};
use super::super::plan;
use super::super::policy::Policy;
use super::contact::{ContactView, contact};
use super::external::{ExternalView, external};
use super::identity::{IdentityView, LicenceView, identity, licence};
use super::inspections::{InspectionView, inspection_view};
use super::metadata::{MetadataView, metadata};
use super::navigation::{NavView, articles, is_in_navigation, navigation};
use super::opening::opening;
use super::section::{SectionTally, section_tallies};
use crate::notice::edition::Edition;
use crate::notice::statistics::SMALLEST_RATED;
use crate::notice::{ArticleKind, Original};
use crate::value::{BUILT_IN_STATUSES, Date, Lang};

/// What every page of a language may read as `site`; made once, shared by all pages.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SiteView {
    /// Title of the notice.
    pub title: String,
    /// Issuer.
    pub issuer: String,
    /// Date of issue.
    pub issued_on: Date,
    /// The date that statuses and statistics hold for.
    pub as_of: Date,
    /// The same in words; they say so where the records are of an earlier day.
    pub as_of_text: String,
    /// What the notice is.
    pub summary: String,
    /// A note above the head of every page.
    pub disclaimer: Option<String>,
    /// How statuses were established.
    pub method: Option<String>,
    /// On what terms the text and the data may be used.
    pub licence: Option<LicenceView>,
    /// Whom the notice addresses.
    pub addressed_to: Option<String>,
    /// What the notice says of itself beside its title.
    pub metadata: Vec<MetadataView>,
    /// How the full notice opens.
    pub opening: Option<String>,
    /// The inspections that the notice answers.
    pub inspections: Vec<InspectionView>,
    /// The main pages.
    pub navigation: Vec<NavView>,
    /// Every section with its counts.
    pub sections: Vec<SectionTally>,
    /// The counts of the notice.
    pub tally: TallyView,
    /// What stands first of the notice.
    pub headline: HeadlineView,
    /// Groups of fewer issues have no rate.
    pub smallest_rated: u64,
    /// What a completion rate is called, and of which issues it is one where it is not one of all.
    pub rate_word: String,
    /// Whether there are issues whose status is not stated, which no rate counts.
    pub is_partial: bool,
    /// The name of the glyph of every status.
    pub glyphs: BTreeMap<String, &'static str>,
    /// Whether it is said whom to ask.
    pub has_contact: bool,
    /// Whom to ask.
    pub contact: ContactView,
    /// Identity of a government site.
    pub identity: IdentityView,
    /// What browsers may load, run and ask.
    pub policy: Html,
    /// Other hosts that pages ask.
    pub external: Vec<ExternalView>,
    /// Whether any status is inferred.
    pub has_inferred: bool,
    /// Whether anything that is not finished has a deadline.
    pub has_deadlines: bool,
    /// Whether some status counts as done, so that completed issues can be counted.
    pub counts_done: bool,
    /// Whether all languages are the original, so that none is a translation.
    pub all_original: bool,
    /// Whether the notice has sections.
    pub has_sections: bool,
    /// Whether any section has topics.
    pub has_topics: bool,
    /// Whether units are named.
    pub has_units: bool,
    /// The page that says how the rectification was organised.
    pub overview: Option<LinkView>,
    /// Parts of the document of the office's own.
    pub parts: Vec<LinkView>,
    /// Whether anything changed or was corrected after the notice was published.
    pub has_changes: bool,
    /// Pages beside the document that the navigation does not have.
    pub pages: Vec<LinkView>,
}

/// What every page of a language shares.
pub fn shared(edition: &Edition, lang: Lang) -> SiteView {
    let parts = Parts { edition, locale: edition.theme.locale(lang) };
    let notice = &edition.notice;
    let is_partial = edition.statistics.all.not_stated().n > 0;
    SiteView {
        title: parts.text(&notice.record.title),
        issuer: issuer(&notice.record, parts.locale),
        issued_on: *notice.record.issued_on,
        as_of: edition.as_of,
        as_of_text: as_of_text(edition, parts.locale),
        summary: parts.text(&notice.record.summary),
        disclaimer: parts.optional(&notice.record.disclaimer),
        method: parts.optional(&notice.record.method),
        licence: licence(&parts),
        addressed_to: parts.optional(&notice.record.addressed_to),
        metadata: metadata(&parts),
        opening: opening(&parts),
        inspections: notice.record.inspections().iter().map(|inspection| inspection_view(&parts, inspection)).collect(),
        navigation: navigation(&parts),
        sections: section_tallies(&parts),
        tally: parts.tally(&edition.statistics.all),
        headline: parts.headline(),
        smallest_rated: SMALLEST_RATED,
        rate_word: parts.locale.text(if is_partial { "statistics.rate_of_stated" } else { "statistics.rate" }),
        is_partial,
        glyphs: glyphs(&parts),
        has_contact: notice.has_contact(),
        contact: contact(&parts),
        identity: identity(&parts),
        policy: Html::made(Policy::of(notice).to_string()),
        external: notice.record.external.iter().map(|entry| external(&parts, entry)).collect(),
        has_inferred: edition.statistics.all.all().inferred > 0,
        has_deadlines: edition.statistics.deadlines.iter().any(|(_, tally)| tally.outstanding().n > 0),
        counts_done: notice.statuses().any(|status| status.class.is_done()),
        all_original: notice.record.original == Original::All,
        has_sections: !notice.sections.is_empty(),
        has_topics: notice.has_topics(),
        has_units: notice.has_acting_units(),
        overview: plan::named(parts.edition, "overview").map(|overview| parts.link(overview)),
        parts: articles(&parts, |article| matches!(article.kind, ArticleKind::Part(_))),
        has_changes: plan::has_changes(notice),
        pages: articles(&parts, |article| article.kind == ArticleKind::Page && !is_in_navigation(notice, &article.id)),
    }
}

/// Glyphs of the usual statuses and, over them, of the notice's own.
fn glyphs(parts: &Parts<'_>) -> BTreeMap<String, &'static str> {
    let usual = BUILT_IN_STATUSES.iter().map(|status| (status.id.to_owned(), status.id));
    let own = parts.notice().vocabulary.statuses.iter();
    usual.chain(own.map(|status| (status.id.to_string(), status.class.built_in().id))).collect()
}
