//! The page tags that Chinese government sites carry.

use serde::Serialize;

use super::super::super::parts::{Parts, issuer};
use super::super::super::plan::PageKind;

/// A `meta` element.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TagView {
    pub name: &'static str,
    pub content: String,
}

/// The page tags of Chinese government sites (国办发〔2017〕47号 and its inspection criteria): site tags where the identity is given, column
/// tags on lists, article tags on texts.
pub(super) fn tags(parts: &Parts<'_>, kind: PageKind, title: &str, description: &str) -> Vec<TagView> {
    let notice = parts.notice();
    let site = notice.record.site.clone().unwrap_or_default();
    let mut tags = Vec::new();
    let mut tag = |name, content: Option<String>| tags.extend(content.map(|content| TagView { name, content }));
    let has_identity = site.name.is_some() || site.domain.is_some() || site.code.is_some();
    tag("SiteName", site.name.as_ref().map(|n| parts.text(n)));
    tag("SiteDomain", site.domain.as_ref().map(ToString::to_string));
    tag("SiteIDCode", site.code.as_ref().map(ToString::to_string));
    if !has_identity {
        return tags;
    }
    match kind {
        PageKind::Issue(_)
        | PageKind::Notice
        | PageKind::Overview
        | PageKind::Article(_)
        | PageKind::Accountability => {
            tag("ArticleTitle", Some(title.to_owned()));
            tag("PubDate", Some(format!("{} 00:00", notice.record.issued_on.last_day())));
            tag("ContentSource", Some(issuer(&notice.record, parts.locale)));
        }
        PageKind::Section(_)
        | PageKind::Issues
        | PageKind::Status(_)
        | PageKind::Response(_)
        | PageKind::Units
        | PageKind::Unit(_)
        | PageKind::Places
        | PageKind::Place(_)
        | PageKind::Ledger
        | PageKind::Poster
        | PageKind::Outstanding
        | PageKind::Money
        | PageKind::Statistics => {
            tag("ColumnName", Some(title.to_owned()));
            tag("ColumnDescription", Some(description.to_owned()));
            tag("ColumnKeywords", Some(title.to_owned()));
            tag("ColumnType", Some(parts.locale.text("pages.column_type")));
        }
        _ => {}
    }
    tags
}
