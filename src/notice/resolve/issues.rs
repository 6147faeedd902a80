//! Issues: what their records name is looked up, and their narratives are found.

use rayon::prelude::*;

use super::topics::Heading;
use super::{KnownWords, Narratives, Resolver};
use crate::notice::content::Sourced;
use crate::notice::numbers;
use crate::notice::numbers::WrittenIssue;
use crate::notice::records::FieldHolder;
use crate::notice::{Issue, IssueKey, NarrativeFile, fields};
use crate::value::{Localized, Numbering, RelPath};

impl Resolver {
    pub(super) fn numbers<'a>(&mut self, folders: impl Iterator<Item = &'a [WrittenIssue]>) {
        self.found.extend(numbers::of_issues(self.numbering, folders, self.complete));
    }

    /// Returns the issues under a heading, in the order of the document.
    pub(super) fn issues(
        &mut self,
        written: Vec<WrittenIssue>,
        heading: Heading<'_>,
        words: KnownWords<'_>,
        narratives: &mut Narratives,
    ) -> Vec<Issue> {
        if let Heading::Notice = heading {
            self.numbers(std::iter::once(&written[..]));
        }
        let with_narrative = |issue: WrittenIssue| {
            let files = narratives.remove(stem(&issue.path));
            (issue, files)
        };
        let written: Vec<_> = written.into_iter().map(with_narrative).collect();
        let resolved: Vec<_> = written
            .into_par_iter()
            .map(|(issue, files)| self.apart(|resolver| resolver.issue(issue, files, heading, words)))
            .collect();
        let resolved = resolved.into_iter().filter_map(|issue| issue.into_value(&mut self.found));
        let mut issues: Vec<Issue> = resolved.collect();
        issues.sort_by_key(|issue| (issue.group, issue.number()));
        issues
    }

    fn issue(
        &mut self,
        Sourced { path, record }: WrittenIssue,
        files: Option<Localized<NarrativeFile>>,
        heading: Heading<'_>,
        words: KnownWords<'_>,
    ) -> Option<Issue> {
        self.translated(&path, &*record);
        self.figures(&path, &record.figures);
        self.found.extend(numbers::of_record(&path, &record));
        let group = self.group(&path, &record, heading);
        for ids in fields::unit_fields(&record) {
            self.unit_ids(&path, ids, words.units);
        }
        for measure in &record.measures {
            [&measure.lead, &measure.responsible].into_iter().for_each(|ids| self.unit_ids(&path, ids, words.units));
        }
        let values = words.declared.values(&path, FieldHolder::Issue, &record.fields, &mut self.found);
        let measures = record.measures.iter();
        let measure_values = measures
            .map(|measure| words.declared.values(&path, FieldHolder::Measure, &measure.fields, &mut self.found))
            .collect();
        let status = self.words(&path, &record, words.vocabulary);
        let response = files.map(|files| self.narrative(files, stem(&path)));
        let section = match heading {
            Heading::Section(_, section, _) if self.numbering == Numbering::PerSection => Some(section.number),
            _ => None,
        };
        let key = IssueKey::new(section, *record.number);
        Some(Issue { key, group: group?, status: status?, response, values, measure_values, record, path })
    }
}

/// `content/2-party-governance/026` for its record.
fn stem(record: &RelPath) -> &str {
    record.as_str().trim_end_matches(".yaml")
}
