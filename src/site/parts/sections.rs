//! Sections and topics, named: with their numbers, titles, pages and anchors.

use serde::Serialize;

use super::super::plan::PageKind;
use super::Parts;
use crate::notice::{SectionId, TopicId, TopicRecord};

/// A section, named.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SectionRef {
    /// Number.
    pub number: u32,
    /// The id in addresses.
    pub slug: String,
    /// Official numbering: （一）.
    pub ordinal: String,
    /// Title.
    pub title: String,
    /// Short title.
    pub short_title: String,
    /// Its page.
    pub href: String,
}

/// A section, named as briefly as a row of a list does.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SectionName {
    /// The id in addresses.
    pub slug: String,
    /// Short title.
    pub short_title: String,
    /// Its page.
    pub href: String,
}

/// A topic, named.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TopicRef {
    /// Number within its section.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its anchor on every page that lists it.
    pub anchor: String,
    /// Title.
    pub title: String,
    /// Its place on the section's page.
    pub href: String,
}

impl Parts<'_> {
    pub(in crate::site) fn section_ref(&self, id: SectionId) -> SectionRef {
        let section = self.notice().section(id);
        SectionRef {
            number: section.number,
            slug: section.slug.clone(),
            ordinal: self.section_ordinal(section),
            title: self.text(&section.record.title),
            short_title: self.text(section.short_title()),
            href: self.href(PageKind::Section(id)),
        }
    }

    pub(super) fn section_name(&self, id: SectionId) -> SectionName {
        let section = self.notice().section(id);
        SectionName {
            slug: section.slug.clone(),
            short_title: self.text(section.short_title()),
            href: self.href(PageKind::Section(id)),
        }
    }

    pub(in crate::site) fn topic_ref(&self, id: TopicId) -> TopicRef {
        let topic = self.notice().topic(id);
        TopicRef {
            number: id.index() + 1,
            id: topic.id.to_string(),
            title: self.text(&topic.title),
            href: format!("{}#{}", self.href(PageKind::Section(id.section)), topic_anchor(topic)),
            anchor: topic_anchor(topic),
        }
    }
}

/// The anchor of a topic. Anchors made of what authors wrote begin with what they are of, so that no two kinds meet.
fn topic_anchor(topic: &TopicRecord) -> String {
    format!("topic-{}", topic.id)
}
