//! Which issue was published under a key and a title, and whether a text is the one that was published, whatever was
//! edited in it.

use std::collections::BTreeMap;

use crate::notice::{Issue, IssueKey};
use crate::rules::published::read::{PublishedRecord, Texts};
use crate::value::{Lang, Localized};

/// What stood for an issue in addresses, and what it was called. Data of earlier versions have its number alone.
pub(super) struct PublishedNames {
    pub(super) key: Option<IssueKey>,
    pub(super) label: String,
}

impl PublishedNames {
    pub(super) fn of(before: &PublishedRecord) -> Result<PublishedNames, serde_json::Error> {
        let number = before.get::<u32>("number")?.unwrap_or_default().to_string();
        let id = before.get::<String>("id")?;
        let key = IssueKey::read(id.as_deref().unwrap_or(&number));
        Ok(PublishedNames { key, label: before.get("label")?.unwrap_or(number) })
    }

    /// Returns what it was and is called; where that is the same, what stood and stands for it; nothing if both are the
    /// same.
    pub(super) fn changed(&self, issue: &Issue, lang: Lang) -> Option<(String, String)> {
        let key = self.key.map_or_else(String::new, |key| key.to_string());
        let pairs = [(self.label.clone(), issue.label(lang)), (key, issue.key.to_string())];
        pairs.into_iter().find(|(from, to)| from != to)
    }
}

/// Returns the issue that was published under a key and a title: that of the same title, or else that of the same key,
/// whose title was edited.
pub(super) fn same_issue<'a>(
    issues: &BTreeMap<IssueKey, &'a Issue>,
    key: Option<IssueKey>,
    title: &Texts,
) -> Option<&'a Issue> {
    let same_key = key.and_then(|key| issues.get(&key)).copied();
    let has_title = |issue: &&Issue| has_text(&issue.record.title, title);
    same_key
        .filter(has_title)
        .or_else(|| issues.values().copied().find(has_title))
        .or_else(|| same_key.filter(|issue| is_edited(&issue.record.title, title)))
}

/// Returns whether a text is the published one in any language.
pub(super) fn has_text(text: &Localized, published: &Texts) -> bool {
    in_both(text, published).any(|(now, before)| now == before)
}

/// Returns whether a text still is half of the published one in any language; less is another text.
pub(super) fn is_edited(text: &Localized, published: &Texts) -> bool {
    let is_half = |(now, before): (&str, &str)| {
        let longest = now.chars().count().max(before.chars().count());
        strsim::levenshtein(now, before) * 2 <= longest
    };
    in_both(text, published).any(is_half)
}

fn in_both<'a>(text: &'a Localized, published: &'a Texts) -> impl Iterator<Item = (&'a str, &'a str)> {
    text.iter().filter_map(|(lang, text)| Some((text.as_str(), published.get(lang.code())?.as_str())))
}
