//! Records become the notice: ids are looked up, translations and numbers compared.

mod accountability;
mod addresses;
mod articles;
mod declarations;
mod ids;
mod issues;
mod narratives;
mod navigation;
mod parts;
mod records;
mod sections;
mod statuses;
mod topics;
mod translations;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::content::{Content, Sourced};
use super::declared::Declared;
use super::known::KnownUnits;
use super::records::{FieldHolder, NoticeRecord};
use super::{Issue, IssueId, NarrativeFile, Notice, Vocabulary, numbers};
use crate::diagnostic::{Checked, Diagnostic, Message, Place, RuleId};
use crate::notice::NO_NOTICE;
use crate::say;
use crate::value::{Lang, Localized, Numbering, RelPath, Text};
use topics::Heading;

/// Makes the notice, if there is one.
///
/// `complete` says that every record could be read: only then is something missing truly missing, and reported.
pub fn resolve(content: Content, complete: bool) -> Checked<Option<Notice>> {
    let Some(notice) = content.notice.clone() else {
        let place = Place::File(RelPath::of("content/notice.yaml"));
        let message = say!("没有 content/notice.yaml", "there is no content/notice.yaml");
        let missing = Diagnostic::of(NO_NOTICE, place, message).help(say!(
            "请运行 gongkai init 新建，或用 --root 指明通报所在的文件夹",
            "run `gongkai init` to start one, or give the folder of the notice with --root"
        ));
        return if complete { vec![missing].into() } else { Vec::new().into() };
    };
    let languages = notice.record.languages.iter().map(|lang| **lang).collect();
    let numbering = notice.record.numbering;
    let mut resolver = Resolver { languages, numbering, complete, found: Vec::new() };
    let resolved = resolver.notice(notice, content);
    Checked { value: Some(resolved), diagnostics: resolver.found }
}

struct Resolver {
    languages: Vec<Lang>,
    numbering: Numbering,
    complete: bool,
    found: Vec<Diagnostic>,
}

/// What the words of issues may be.
#[derive(Clone, Copy)]
struct KnownWords<'a> {
    units: KnownUnits<'a>,
    vocabulary: &'a Vocabulary,
    declared: Declared<'a>,
}

/// Narratives that no record has claimed yet, by their path without language and ending.
type Narratives = BTreeMap<String, Localized<NarrativeFile>>;

impl Resolver {
    /// Resolves something on its own, so that many may be resolved at once.
    fn apart<T>(&self, resolve: impl FnOnce(&mut Resolver) -> T) -> Checked<T> {
        let (languages, found) = (self.languages.clone(), Vec::new());
        let mut resolver = Resolver { languages, found, ..*self };
        let value = resolve(&mut resolver);
        Checked { value, diagnostics: resolver.found }
    }

    fn notice(&mut self, Sourced { path, record }: Sourced<NoticeRecord>, content: Content) -> Notice {
        self.notice_record(&path, &record);
        let mut narratives = content.narratives;
        let (units_path, units) = content.units.map_or((None, Vec::new()), |units| (Some(units.path), units.record));
        let unit_ids = self.units(units_path.as_ref().unwrap_or(&path), &units);
        let (places_path, places) =
            content.places.map_or((None, Vec::new()), |places| (Some(places.path), places.record));
        let place_ids = self.places(places_path.as_ref().unwrap_or(&path), &places);
        let vocabulary = self.vocabulary(&path, &record);
        let units_known = KnownUnits { ids: &unit_ids, records: &units };
        self.declared_fields(&path, &record);
        let languages = self.languages.clone();
        let declared = Declared { fields: &record.fields, languages: &languages, units: units_known };
        let known = KnownWords { units: units_known, vocabulary: &vocabulary, declared };
        let values = declared.values(&path, FieldHolder::Notice, &record.values, &mut self.found);
        let (sections, mut issues) = self.sections(content.sections, known, &mut narratives);
        issues.extend(self.issues(content.issues, Heading::Notice, known, &mut narratives));
        self.found.extend(numbers::called_alike(&issues, &self.languages));
        let articles = self.articles(&record, &mut narratives, content.persons);
        let mut accountability = self.accountability(content.accountability, &mut narratives);
        self.groups(accountability.as_ref(), &articles);
        if let Some(narrative) = accountability.as_mut().and_then(|part| part.narrative.as_mut()) {
            self.entitle(&record, "accountability", narrative, false);
        }
        let parts = self.parts(&path, &record, &articles, accountability.as_ref());
        self.navigation(&path, &record, &articles, &parts);
        self.orphans(narratives);
        self.glossary(content.glossary.as_ref());
        let issue_ids = issues.iter().enumerate().map(|(at, issue)| (issue.path.clone(), IssueId::new(at)));
        Notice {
            languages: self.languages.clone(),
            theme: record.theme.as_ref().map_or("bulletin", Text::as_str).to_owned(),
            base_url: self.base_url(&path, record.base_url.as_ref()),
            vocabulary,
            values,
            units,
            places,
            place_ids,
            places_path,
            number_width: digits(&issues).max(3),
            issue_ids: issue_ids.collect(),
            sections,
            issues,
            articles,
            parts,
            accountability,
            files: content.files,
            glossary: content.glossary,
            translations: content.translations.map(|t| (t.path, t.record)),
            unit_ids,
            units_path,
            path,
            record: Arc::new(record),
        }
    }

    fn error(&mut self, rule: RuleId, place: Place, message: Message, help: Message) {
        self.found.push(Diagnostic::of(rule, place, message).help(help));
    }

    /// Reports something that is missing; only if everything could be read.
    fn absent(&mut self, rule: RuleId, place: Place, message: Message, help: Message) {
        if self.complete {
            self.error(rule, place, message, help);
        }
    }
}

/// Returns how many digits the highest number has.
fn digits(issues: &[Issue]) -> usize {
    issues.iter().map(|issue| issue.number()).max().unwrap_or(0).to_string().len()
}
