//! What an issue stands under: a topic where its section has any, and else the section or the notice.

use super::Resolver;
use crate::diagnostic::{Message, Place, nearest};
use crate::notice::records::{IssueRecord, TopicRecord};
use crate::notice::{Group, Section, SectionId, TopicId, UNKNOWN_TOPIC};
use crate::say;
use crate::value::{Lang, RelPath, Text};

/// What a file of an issue stands under.
#[derive(Clone, Copy)]
pub(super) enum Heading<'a> {
    /// A section, and whether its record could be read: without it a section has no topics, and that has been said.
    Section(SectionId, &'a Section, bool),
    /// The notice, which has no sections.
    Notice,
}

impl Resolver {
    /// Returns what an issue stands under: a topic where the section has any, and else none.
    pub(super) fn group(&mut self, path: &RelPath, record: &IssueRecord, heading: Heading<'_>) -> Option<Group> {
        let (id, section, is_known) = match heading {
            Heading::Section(id, section, is_known) => (id, section, is_known),
            Heading::Notice => {
                let message = say!("没有分方面的通报，问题没有二级问题", "without sections there are no topics");
                self.no_topic(path, record, message, say!("请删去 topic", "remove `topic`"));
                return Some(Group::default());
            }
        };
        let number = section.number;
        if !is_known {
            return None;
        }
        if section.record.topics.is_empty() {
            let message = say!("第 {number} 方面没有分二级问题", "section {number} has no topics");
            let file = &section.path;
            let help = say!(
                "请删去 topic；要分二级问题，请在 {file} 里写上 topics",
                "remove `topic`, or list the section's topics in {file}"
            );
            self.no_topic(path, record, message, help);
            return Some(Group::of_section(id));
        }
        self.topic(path, record, id, section).map(Group::of_topic)
    }

    /// Reports a topic where there are none.
    fn no_topic(&mut self, path: &RelPath, record: &IssueRecord, message: Message, help: Message) {
        if let Some(topic) = &record.topic {
            self.absent(UNKNOWN_TOPIC, Place::span(path, topic.span()), message, help);
        }
    }

    fn topic(&mut self, path: &RelPath, record: &IssueRecord, section: SectionId, known: &Section) -> Option<TopicId> {
        let topics = &known.record.topics;
        let index = record.topic.as_ref().and_then(|id| topics.iter().position(|topic| topic.id == *id));
        if index.is_none() {
            let number = known.number;
            let (place, message) = match &record.topic {
                Some(id) => {
                    (id.span(), say!("第 {number} 方面没有二级问题“{id}”", "section {number} has no topic `{id}`"))
                }
                None => (
                    record.number.span(),
                    say!(
                        "没有写明属于第 {number} 方面的哪个二级问题",
                        "the issue does not say to which topic of section {number} it belongs"
                    ),
                ),
            };
            let help = topic_help(record.topic.as_ref(), topics);
            self.absent(UNKNOWN_TOPIC, Place::span(path, place), message, help);
        }
        index.map(|index| TopicId { section, index })
    }
}

/// Returns what to write for a topic that a section does not have, or that is not given.
fn topic_help(id: Option<&Text>, topics: &[TopicRecord]) -> Message {
    let is_meant = |title: &str, id: &Text| title == id.as_str() || (!id.is_ascii() && title.contains(id.as_str()));
    let titled = id.and_then(|id| topics.iter().find(|topic| topic.title.iter().any(|(_, title)| is_meant(title, id))));
    let near = id.and_then(|id| nearest(id, topics.iter().map(|topic| topic.id.as_str())));
    match (titled.map(|topic| &topic.id), near) {
        (Some(meant), _) => say!("这里写标识，不写标题：topic: {meant}", "write the id, not the title: topic: {meant}"),
        (None, Some(near)) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        (None, None) => {
            let named = |lang: &'static str, open: &str, close: &str, joint: &str| {
                let title = |topic: &TopicRecord| {
                    let first = topic.title.iter().next().map(|(_, title)| title);
                    let title = topic.title.get(Lang::new(lang)).or(first).map_or("", Text::as_str);
                    format!("{}{open}{title}{close}", topic.id)
                };
                topics.iter().map(title).collect::<Vec<_>>().join(joint)
            };
            let (named, list) = (named("zh", "（", "）", "、"), named("en", " (", ")", ", "));
            let example = &topics[0].id;
            match id {
                Some(_) => say!("这个方面的二级问题有：{named}", "the topics of this section are: {list}"),
                None => say!(
                    "请加上 topic，如 topic: {example}；这个方面的二级问题有：{named}",
                    "add `topic`, such as `topic: {example}`; the topics of this section are: {list}"
                ),
            }
        }
    }
}
