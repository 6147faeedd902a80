//! What pages load from other hosts: only what the notice declares, and readers are told.

use super::tags::Tag;
use crate::diagnostic::Message;
use crate::notice::Notice;
use crate::say;
use crate::value::ExternalUse;
use crate::value::url::Host;

/// What a notice declares of other hosts.
pub(super) struct External(Vec<DeclaredHost>);

struct DeclaredHost {
    host: String,
    uses: Vec<ExternalUse>,
    /// Whether its scripts may be of any content.
    is_open: bool,
}

impl External {
    pub(super) fn of(notice: &Notice) -> External {
        let entries = notice.record.external.iter().map(|entry| DeclaredHost {
            host: entry.host.to_string(),
            uses: entry.uses.clone(),
            is_open: entry.is_open(),
        });
        External(entries.collect())
    }

    /// Hosts that readers are not told of.
    pub(super) fn untold<'a>(&'a self, told: &'a [String]) -> impl Iterator<Item = &'a str> {
        let hosts = self.0.iter().map(|declared| declared.host.as_str());
        hosts.filter(|host| !told.iter().any(|told| told == host))
    }

    /// Why an element may not load an address of another host; none if it may.
    pub(super) fn refusal(&self, tag: &Tag<'_, '_>, href: &str) -> Option<Message> {
        let host = Host::of(href).ok().filter(|_| href.starts_with("https://")).map(|(host, _)| host.to_string());
        let declared: Vec<&DeclaredHost> =
            self.0.iter().filter(|declared| Some(&declared.host) == host.as_ref()).collect();
        let used = used(tag);
        if !declared.iter().any(|declared| used.is_some_and(|used| declared.uses.contains(&used))) {
            return Some(say!(
                "“{href}”要从别的网站加载，浏览器会拒绝",
                "`{href}` is on another site, so browsers refuse to load it"
            ));
        }
        let is_known = tag.attribute("integrity").is_some() || declared.iter().any(|declared| declared.is_open);
        (used == Some(ExternalUse::Script) && !is_known).then(|| {
            say!(
                "“{href}”没有 integrity：请在 <script> 上写明，或在 external 里写 integrity: none",
                "`{href}` has no `integrity`: put it on the <script>, or write integrity: none in `external`"
            )
        })
    }
}

/// Returns what an element loads an address for.
fn used(tag: &Tag<'_, '_>) -> Option<ExternalUse> {
    match &*tag.name {
        "script" => Some(ExternalUse::Script),
        "img" | "source" => Some(ExternalUse::Image),
        "link" if tag.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("stylesheet")) => {
            Some(ExternalUse::Style)
        }
        _ => None,
    }
}
