//! What search engines read of a page as data: JSON-LD in the words of schema.org.

use serde_json::{Value, json};

use super::super::super::formats::{self, FormatFile};
use super::super::super::parts::{Html, LinkView, Parts, issuer};
use super::super::super::plan::{Page, PageKind};
use super::super::language_folder;
use super::addresses::web_path;
use crate::notice::Notice;

/// A schema.org description: a report and its publisher, the breadcrumbs, and the downloads as a dataset.
pub(super) fn json_ld(
    parts: &Parts<'_>,
    page: &Page,
    title: &str,
    description: &str,
    url: Option<&str>,
    breadcrumbs: &[LinkView],
) -> Html {
    let notice = parts.notice();
    let publisher = json!({"@type": "GovernmentOrganization", "name": issuer(&notice.record, parts.locale)});
    let kind = match page.kind {
        PageKind::Home | PageKind::Notice => "Report",
        PageKind::Data => "Dataset",
        PageKind::Issue(_) | PageKind::Overview | PageKind::Article(_) | PageKind::Accountability => "Article",
        _ => "WebPage",
    };
    let mut thing = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": title,
        "description": description,
        "inLanguage": parts.locale.rules.language.tag,
        "publisher": publisher,
        "datePublished": notice.record.issued_on.to_string(),
    });
    if let Some(licence) = &notice.record.licence {
        thing["license"] = json!(licence.url.as_ref().map_or_else(|| parts.text(&licence.name), ToString::to_string));
    }
    if let Some(url) = url {
        thing["url"] = json!(url);
        if !breadcrumbs.is_empty() {
            thing["breadcrumb"] = breadcrumb_list(parts, notice, breadcrumbs);
        }
        if page.kind == PageKind::Data {
            thing["distribution"] = distribution(parts, notice);
        }
    }
    // The one character that could end the element is written as JSON allows.
    Html::made(thing.to_string().replace('<', "\\u003c"))
}

fn breadcrumb_list(parts: &Parts<'_>, notice: &Notice, breadcrumbs: &[LinkView]) -> Value {
    let base = notice.base_url.as_deref().unwrap_or_default();
    let folder = language_folder(parts.edition, parts.locale.lang);
    let items: Vec<_> = (1..)
        .zip(breadcrumbs)
        .map(|(position, link)| json!({"@type": "ListItem", "position": position, "name": link.title, "item": format!("{base}{folder}{}", web_path(&link.href))}))
        .collect();
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}

fn distribution(parts: &Parts<'_>, notice: &Notice) -> Value {
    let base = notice.base_url.as_deref().unwrap_or_default();
    let media = |path: &str| match path.rsplit('.').next() {
        Some("csv") => Some("text/csv"),
        Some("json") => Some("application/json"),
        _ => None,
    };
    let download = |file: FormatFile| {
        let kind = media(file.format.path)?;
        Some(json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{base}{}", file.path)}))
    };
    formats::data_files(parts.edition, parts.locale.lang).filter_map(download).collect()
}
