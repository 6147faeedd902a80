//! The websites that links of the document lead to.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::super::passage::Passage;
use super::MadeReader;
use crate::office::report::Certainty;
use crate::say;
use crate::value::url::Host;

impl MadeReader<'_> {
    /// Lets the notice link to where the texts of the document link to, and says so.
    pub(super) fn hosts(&mut self, passages: &[Passage<'_>]) {
        let links = passages.iter().flat_map(Passage::looks).filter_map(|look| look.link.as_deref());
        let hosts: BTreeSet<String> = links.filter_map(host_of).collect();
        if !hosts.is_empty() {
            let listed = hosts.iter().map(String::as_str).collect::<Vec<_>>().join("、");
            let message = say!(
                "文中的链接通往 {listed}，已写入 notice.yaml 的 allowed_hosts，请核对",
                "links lead to {listed}, which `allowed_hosts` in notice.yaml permits now: please check"
            );
            self.report.say(Certainty::Likely, message);
            self.put("allowed_hosts", hosts.into_iter().map(Value::from).collect());
        }
    }
}

/// Returns the host that a link on the web leads to.
fn host_of(link: &str) -> Option<String> {
    let (scheme, rest) = link.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?.to_lowercase();
    (scheme.to_lowercase().starts_with("http") && Host::new(&host).is_ok()).then_some(host)
}
