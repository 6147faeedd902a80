//! Sections with their issues, in the order of their numbers.

use std::collections::BTreeMap;

use super::topics::Heading;
use super::{KnownWords, Narratives, Resolver};
use crate::diagnostic::Place;
use crate::notice::content::{SectionFolder, Sourced};
use crate::notice::records::SectionRecord;
use crate::notice::{Issue, NO_SECTION, Section, SectionId, numbers};
use crate::say;
use crate::value::{Localized, RelPath};

impl Resolver {
    pub(super) fn sections(
        &mut self,
        mut folders: Vec<SectionFolder>,
        words: KnownWords<'_>,
        narratives: &mut Narratives,
    ) -> (Vec<Section>, Vec<Issue>) {
        folders.sort_by_key(|folder| folder.number);
        self.found.extend(numbers::of_sections(&folders).filter(|_| self.complete));
        self.numbers(folders.iter().map(|folder| &folder.issues[..]));
        self.topic_ids(&folders);
        let (mut sections, mut issues) = (Vec::new(), Vec::new());
        for folder in folders {
            let section = self.section(&folder);
            let heading = Heading::Section(SectionId::new(sections.len()), &section, folder.record.is_some());
            issues.extend(self.issues(folder.issues, heading, words, narratives));
            sections.push(section);
        }
        (sections, issues)
    }

    fn section(&mut self, folder: &SectionFolder) -> Section {
        let file = RelPath::of(format!("{}/section.yaml", folder.folder));
        let record = match &folder.record {
            Some(Sourced { path, record }) => {
                self.translated(path, record);
                record.clone()
            }
            None => {
                self.absent(
                    NO_SECTION,
                    Place::File(file.clone()),
                    say!("方面缺少 section.yaml", "the section has no section.yaml"),
                    say!("请新建 {file}，写上 title 和 topics", "write {file} with `title` and `topics`"),
                );
                SectionRecord { title: Localized::default(), label: None, short_title: None, topics: Vec::new() }
            }
        };
        Section { number: folder.number, slug: folder.slug.clone(), path: file, record }
    }

    /// Checks that no two sections share the id of a topic, which stands in addresses.
    fn topic_ids(&mut self, folders: &[SectionFolder]) {
        let mut first: BTreeMap<&str, Place> = BTreeMap::new();
        for Sourced { path, record } in folders.iter().filter_map(|folder| folder.record.as_ref()) {
            for topic in &record.topics {
                let place = Place::span(path, topic.id.span());
                match first.get(topic.id.as_str()) {
                    Some(earlier) => self.used_twice(&topic.id, place, earlier.clone()),
                    None => drop(first.insert(&topic.id, place)),
                }
            }
        }
    }
}
