//! Records become the notice: ids are looked up, translations and numbers compared.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Accountability, Issue, Narrative, Notice, Section, Topic, Unit};
use crate::diagnostic::{Checked, Diagnostic, Place, nearest};
use crate::notice::content::{Content, FigureRecord, IssueRecord, NoticeRecord, SectionFolder, SectionRecord, Sourced};
use crate::say;
use crate::value::{Date, Lang, Localized, RelPath};

/// Makes the notice, if there is one.
///
/// `complete` says that every record could be read: only then is something missing truly missing, and reported.
pub fn resolve(content: Content, complete: bool) -> Checked<Option<Notice>> {
    let Some(notice) = content.notice.clone() else {
        let place = Place::File(RelPath::of("content/notice.yaml"));
        let missing =
            Diagnostic::error("no-notice", place, say!("没有 content/notice.yaml", "there is no content/notice.yaml"))
                .help(say!(
                    "请运行 gongkai init 新建，或用 --root 指明通报所在的文件夹",
                    "run `gongkai init` to start one, or name the notice's folder with --root"
                ));
        return if complete { vec![missing].into() } else { Vec::new().into() };
    };
    let mut resolver = Resolver { languages: notice.record.languages.clone(), complete, found: Vec::new() };
    let resolved = resolver.notice(notice, content);
    Checked { value: Some(resolved), diagnostics: resolver.found }
}

struct Resolver {
    languages: Vec<Lang>,
    complete: bool,
    found: Vec<Diagnostic>,
}

impl Resolver {
    /// Resolves something on its own, so that many may be resolved at once.
    fn apart<T>(&self, resolve: impl FnOnce(&mut Resolver) -> T) -> Checked<T> {
        let mut resolver = Resolver { languages: self.languages.clone(), complete: self.complete, found: Vec::new() };
        let value = resolve(&mut resolver);
        Checked { value, diagnostics: resolver.found }
    }

    fn notice(&mut self, Sourced { path, record }: Sourced<NoticeRecord>, content: Content) -> Notice {
        self.notice_texts(&path, &record);
        let mut narratives = content.narratives;
        let units = self.units(content.units);
        let (sections, issues) = self.sections(content.sections, &units, &mut narratives);
        let overview = self.take_narrative(&mut narratives, "content/overview");
        let closing = self.take_narrative(&mut narratives, "content/closing");
        let accountability = self.accountability(content.accountability, &mut narratives);
        self.orphans(narratives);
        let (glossary, wrong_terms) = self.glossary(content.glossary);
        Notice {
            title: record.title,
            issuer: record.issuer,
            issued_on: record.issued_on,
            as_of: record.as_of,
            summary: record.summary,
            inspection: record.inspection,
            languages: record.languages,
            theme: record.theme.unwrap_or_else(|| "bulletin".to_owned()),
            base_url: self.base_url(&path, record.base_url),
            disclaimer: record.disclaimer,
            method: record.method,
            contact: record.contact.unwrap_or_default(),
            site: record.site.unwrap_or_default(),
            stated: record.stated,
            allowed_hosts: record.allowed_hosts,
            units,
            sections,
            number_width: digits(&issues).max(3),
            issues,
            overview,
            accountability,
            closing,
            files: content.files,
            glossary,
            wrong_terms,
            equations: record.equations,
            accepted: record.accepted,
            translations: content.translations.map(|t| (t.path, t.record)),
            path,
        }
    }

    fn notice_texts(&mut self, path: &RelPath, record: &NoticeRecord) {
        if record.languages.is_empty() {
            self.error(
                "wrong-value",
                Place::Value(path.clone(), "languages".into()),
                say!("至少要有一种语言", "at least one language is needed"),
                say!("请写成 languages: [zh, en]", "write `languages: [zh, en]`"),
            );
            self.languages = vec![Lang::new("zh")];
        }
        for (key, text) in [("title", &record.title), ("issuer", &record.issuer), ("summary", &record.summary)] {
            self.translated(path, key, text);
        }
        for (key, text) in [("disclaimer", &record.disclaimer), ("method", &record.method)] {
            self.translated_if_any(path, key, text.as_ref());
        }
        if let Some(inspection) = &record.inspection {
            self.translated(path, "inspection/body", &inspection.body);
            self.translated(path, "inspection/subject", &inspection.subject);
        }
        if let Some(contact) = &record.contact {
            for (key, text) in
                [("invitation", &contact.invitation), ("address", &contact.address), ("hours", &contact.hours)]
            {
                self.translated_if_any(path, format_args!("contact/{key}"), text.as_ref());
            }
        }
        self.translated_if_any(path, "site/name", record.site.as_ref().and_then(|s| s.name.as_ref()));
        self.figures(path, "stated", &record.stated);
    }

    fn glossary(
        &mut self,
        glossary: Option<Sourced<crate::notice::content::GlossaryRecord>>,
    ) -> (Vec<Localized>, Vec<super::WrongTerm>) {
        let Some(Sourced { path, record }) = glossary else { return (Vec::new(), Vec::new()) };
        for (i, term) in record.terms.iter().enumerate() {
            self.translated(&path, format_args!("terms/{i}"), term);
        }
        for (i, term) in
            record.wrong.iter().enumerate().filter(|(_, term)| !self.languages.contains(&term.lang)).collect::<Vec<_>>()
        {
            self.unknown_language(Place::Value(path.clone(), format!("wrong/{i}/lang")), &term.lang);
        }
        (record.terms, record.wrong)
    }

    fn base_url(&mut self, path: &RelPath, url: Option<String>) -> Option<String> {
        let mut url = url?;
        let good = (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(['?', '#', ' ']);
        if !good {
            self.error(
                "wrong-value",
                Place::Value(path.clone(), "base_url".into()),
                say!("“{url}”不是网站地址", "`{url}` is not the address of a site"),
                say!("请写成 https://www.example.gov.cn/notice/", "write https://www.example.gov.cn/notice/"),
            );
            return None;
        }
        if !url.ends_with('/') {
            url.push('/');
        }
        Some(url)
    }

    fn units(&mut self, units: Option<Sourced<Vec<crate::notice::content::UnitRecord>>>) -> Vec<Unit> {
        let Some(Sourced { path, record }) = units else { return Vec::new() };
        for (i, unit) in record.iter().enumerate() {
            self.translated(&path, format_args!("{i}/name"), &unit.name);
        }
        self.unique(&path, "", record.iter().map(|u| u.id.as_str()));
        record.into_iter().map(|u| Unit { id: u.id, name: u.name }).collect()
    }

    fn sections(
        &mut self,
        folders: Vec<SectionFolder>,
        units: &[Unit],
        narratives: &mut BTreeMap<String, Localized<RelPath>>,
    ) -> (Vec<Section>, Vec<Issue>) {
        let mut folders = folders;
        folders.sort_by_key(|f| f.number);
        self.section_numbers(&folders);
        self.issue_numbers(&folders);
        self.topic_ids(&folders);
        let (mut sections, mut issues) = (Vec::new(), Vec::new());
        for folder in folders {
            let section = self.section(&folder);
            let position = sections.len();
            // Without its record a section has no topics, and that has been said.
            let known = folder.record.as_ref().map(|_| &section);
            let with_narrative = |issue: Sourced<Arc<IssueRecord>>| {
                let files = narratives.remove(stem(&issue.path));
                (issue, files)
            };
            let written: Vec<_> = folder.issues.into_iter().map(with_narrative).collect();
            let resolved = written
                .into_par_iter()
                .map(|(issue, files)| self.apart(|new| new.issue(issue, files, position, known, units)));
            issues
                .extend(resolved.collect::<Vec<_>>().into_iter().filter_map(|issue| issue.into_value(&mut self.found)));
            sections.push(section);
        }
        issues.sort_by_key(|i| (i.section, i.topic, i.number));
        (sections, issues)
    }

    fn section(&mut self, folder: &SectionFolder) -> Section {
        let SectionRecord { title, short_title, topics } = match &folder.record {
            Some(Sourced { path, record }) => {
                self.translated(path, "title", &record.title);
                self.translated_if_any(path, "short_title", record.short_title.as_ref());
                for (i, topic) in record.topics.iter().enumerate() {
                    self.translated(path, format_args!("topics/{i}/title"), &topic.title);
                }
                record.clone()
            }
            None => {
                let file = &folder.folder;
                self.absent(
                    "no-section",
                    Place::File(RelPath::of(format!("{file}/section.yaml"))),
                    say!("方面缺少 section.yaml", "the section has no section.yaml"),
                    say!(
                        "请新建 {file}/section.yaml，写上 title 和 topics",
                        "write {file}/section.yaml with `title` and `topics`"
                    ),
                );
                SectionRecord { title: Localized::default(), short_title: None, topics: Vec::new() }
            }
        };
        Section {
            number: folder.number,
            slug: folder.slug.clone(),
            short_title: short_title.unwrap_or_else(|| title.clone()),
            title,
            topics: topics
                .into_iter()
                .enumerate()
                .map(|(i, t)| Topic { number: i + 1, id: t.id, title: t.title })
                .collect(),
        }
    }

    fn issue(
        &mut self,
        Sourced { path, mut record }: Sourced<Arc<IssueRecord>>,
        files: Option<Localized<RelPath>>,
        position: usize,
        section: Option<&Section>,
        units: &[Unit],
    ) -> Option<Issue> {
        self.issue_texts(&path, &record);
        self.number_of_file(&path, record.number);
        let topic = section.and_then(|section| self.topic(&path, &record.topic, section));
        let lead = self.unit_ids(&path, "lead", &record.lead, units);
        let responsible = self.unit_ids(&path, "responsible", &record.responsible, units);
        let narrative = files.map(|files| self.narrative(files, stem(&path)));
        if !record.history.is_sorted_by_key(|change| change.on.sort_key()) {
            Arc::make_mut(&mut record).history.sort_by_key(|change| change.on.sort_key());
        }
        Some(Issue { section: position, topic: topic?, lead, responsible, narrative, record, path })
    }

    fn issue_texts(&mut self, path: &RelPath, record: &IssueRecord) {
        self.translated(path, "title", &record.title);
        self.translated_if_any(path, "statement", record.statement.as_ref());
        self.translated_if_any(path, "next_steps", record.next_steps.as_ref());
        self.figures(path, "figures", &record.figures);
        for (i, measure) in record.measures.iter().enumerate() {
            self.translated(path, format_args!("measures/{i}/text"), &measure.text);
        }
        for (i, document) in record.documents.iter().enumerate() {
            self.translated(path, format_args!("documents/{i}"), document);
        }
        for (i, change) in record.history.iter().enumerate() {
            self.translated_if_any(path, format_args!("history/{i}/note"), change.note.as_ref());
        }
        for (i, correction) in record.corrections.iter().enumerate() {
            self.translated(path, format_args!("corrections/{i}/text"), &correction.text);
        }
    }

    fn figures(&mut self, path: &RelPath, key: &str, figures: &[FigureRecord]) {
        for (i, figure) in figures.iter().enumerate() {
            self.translated(path, format_args!("{key}/{i}/label"), &figure.label);
        }
        self.unique(path, key, figures.iter().map(|f| f.id.as_str()));
    }

    fn accountability(
        &mut self,
        record: Option<Sourced<crate::notice::content::AccountabilityRecord>>,
        narratives: &mut BTreeMap<String, Localized<RelPath>>,
    ) -> Option<Accountability> {
        let narrative = self.take_narrative(narratives, "content/accountability");
        let Some(Sourced { path, record }) = record else {
            return narrative.map(|narrative| Accountability {
                path: RelPath::of("content/accountability.yaml"),
                as_of: None::<Date>,
                figures: Vec::new(),
                groups: Vec::new(),
                equations: Vec::new(),
                accepted: Vec::new(),
                narrative: Some(narrative),
            });
        };
        self.figures(&path, "figures", &record.figures);
        for (i, group) in record.groups.iter().enumerate() {
            self.translated(&path, format_args!("groups/{i}/title"), &group.title);
            for (j, person) in group.persons.iter().enumerate() {
                self.translated(&path, format_args!("groups/{i}/persons/{j}/post"), &person.post);
                self.translated_if_any(&path, format_args!("groups/{i}/persons/{j}/name"), person.name.as_ref());
            }
        }
        self.unique(&path, "groups", record.groups.iter().map(|g| g.id.as_str()));
        Some(Accountability {
            path,
            as_of: record.as_of,
            figures: record.figures,
            groups: record.groups,
            equations: record.equations,
            accepted: record.accepted,
            narrative,
        })
    }

    /// Takes a narrative out of those found.
    fn take_narrative(
        &mut self,
        narratives: &mut BTreeMap<String, Localized<RelPath>>,
        stem: &str,
    ) -> Option<Narrative> {
        narratives.remove(stem).map(|files| self.narrative(files, stem))
    }

    /// A narrative, complaining of languages it lacks.
    fn narrative(&mut self, files: Localized<RelPath>, stem: &str) -> Narrative {
        for lang in self.languages.clone() {
            if files.get(&lang).is_none() {
                let [zh, en] = lang.names();
                let place = Place::File(RelPath::of(format!("{stem}.{lang}.md")));
                self.absent(
                    "missing-translation",
                    place,
                    say!("缺少{zh}正文", "the text in {en} is missing"),
                    say!("请新建 {stem}.{lang}.md", "write {stem}.{lang}.md"),
                );
            }
        }
        for (lang, path) in files
            .iter()
            .filter(|(lang, _)| !self.languages.contains(lang))
            .map(|(l, p)| (l.clone(), p.clone()))
            .collect::<Vec<_>>()
        {
            self.unknown_language(Place::File(path), &lang);
        }
        Narrative { files }
    }

    /// Narratives that belong to no record.
    fn orphans(&mut self, narratives: BTreeMap<String, Localized<RelPath>>) {
        for (stem, files) in narratives {
            for (_, path) in files.iter() {
                self.absent(
                    "stray-file",
                    Place::File(path.clone()),
                    say!("这份正文没有对应的记录", "no record belongs to this text"),
                    say!(
                        "请新建 {stem}.yaml，或检查文件名里的序号",
                        "write {stem}.yaml, or check the number in the file's name"
                    ),
                );
            }
        }
    }

    fn translated(&mut self, path: &RelPath, key: impl fmt::Display, text: &Localized) {
        if self.has_every_language(text) {
            return;
        }
        let key = key.to_string();
        for lang in self.languages.clone() {
            let [zh, en] = lang.names();
            match text.get(&lang) {
                Some(text) if !text.trim().is_empty() => {}
                Some(_) => self.error(
                    "missing-translation",
                    Place::Value(path.clone(), format!("{key}/{lang}")),
                    say!("{zh}文本是空的", "the text in {en} is empty"),
                    say!("请写上这个语言的文本", "write the text in this language"),
                ),
                None => self.error(
                    "missing-translation",
                    Place::Key(path.clone(), key.clone()),
                    say!("缺少{zh}文本", "the text in {en} is missing"),
                    say!("请加上“{lang}: …”", "add `{lang}: …`"),
                ),
            }
        }
        for lang in
            text.iter().map(|(lang, _)| lang.clone()).filter(|lang| !self.languages.contains(lang)).collect::<Vec<_>>()
        {
            self.unknown_language(Place::Key(path.clone(), format!("{key}/{lang}")), &lang);
        }
    }

    /// Whether a text stands in every language of the notice and in no other, as nearly all do.
    fn has_every_language(&self, text: &Localized) -> bool {
        let is_there = |lang: &Lang| text.get(lang).is_some_and(|text| !text.trim().is_empty());
        self.languages.iter().all(is_there) && text.iter().all(|(lang, _)| self.languages.contains(lang))
    }

    fn translated_if_any(&mut self, path: &RelPath, key: impl fmt::Display, text: Option<&Localized>) {
        if let Some(text) = text {
            self.translated(path, key, text);
        }
    }

    fn unknown_language(&mut self, place: Place, lang: &Lang) {
        let known = self.languages.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
        let help = match nearest(lang.code(), self.languages.iter().map(Lang::code)) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None => say!(
                "通报的语言是 {known}；要增加语言，请写进 notice.yaml 的 languages",
                "the notice's languages are {known}; add others to `languages` in notice.yaml"
            ),
        };
        self.error(
            "unknown-language",
            place,
            say!("通报没有“{lang}”这种语言", "the notice has no language `{lang}`"),
            help,
        );
    }

    fn topic(&mut self, path: &RelPath, id: &str, section: &Section) -> Option<usize> {
        let position = section.topics.iter().position(|t| t.id == id);
        if position.is_none() {
            let number = section.number;
            let known = section.topics.iter().map(|t| t.id.as_str()).collect::<Vec<_>>().join(", ");
            let help = match nearest(id, section.topics.iter().map(|t| t.id.as_str())) {
                Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
                None => say!("这个方面的二级问题有：{known}", "the topics of this section are: {known}"),
            };
            self.absent(
                "unknown-topic",
                Place::Value(path.clone(), "topic".into()),
                say!("第 {number} 方面没有二级问题“{id}”", "section {number} has no topic `{id}`"),
                help,
            );
        }
        position
    }

    fn unit_ids(&mut self, path: &RelPath, key: &str, ids: &[String], units: &[Unit]) -> Vec<usize> {
        let mut positions = Vec::new();
        for (i, id) in ids.iter().enumerate() {
            match units.iter().position(|u| u.id == *id) {
                Some(position) if !positions.contains(&position) => positions.push(position),
                Some(_) => self.error(
                    "duplicate-id",
                    Place::Value(path.clone(), format!("{key}/{i}")),
                    say!("单位“{id}”写了两次", "the unit `{id}` is given twice"),
                    say!("请删去一处", "remove one of them"),
                ),
                None => {
                    let help = match nearest(id, units.iter().map(|u| u.id.as_str())) {
                        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
                        None => {
                            say!("请先在 content/units.yaml 里加上这个单位", "add the unit to content/units.yaml first")
                        }
                    };
                    self.absent(
                        "unknown-unit",
                        Place::Value(path.clone(), format!("{key}/{i}")),
                        say!("units.yaml 里没有单位“{id}”", "units.yaml has no unit `{id}`"),
                        help,
                    );
                }
            }
        }
        positions
    }

    fn unique<'a>(&mut self, path: &RelPath, list: &str, ids: impl Iterator<Item = &'a str>) {
        let key = |i: usize| if list.is_empty() { format!("{i}/id") } else { format!("{list}/{i}/id") };
        let mut first = BTreeMap::new();
        for (i, id) in ids.enumerate() {
            if let Some(earlier) = first.insert(id, i) {
                self.used_twice(id, Place::Value(path.clone(), key(i)), Place::Value(path.clone(), key(earlier)));
            }
        }
    }

    fn number_of_file(&mut self, path: &RelPath, number: u32) {
        let stem = path.name().trim_end_matches(".yaml");
        if number_in_name(path) != Some(number) {
            self.error(
                "number-mismatch",
                Place::Value(path.clone(), "number".into()),
                say!(
                    "序号 {number} 与文件名 {stem} 不一致",
                    "the number {number} differs from the file's name, {stem}"
                ),
                say!("请改正序号，或给文件改名", "correct the number, or rename the file"),
            );
        }
    }

    /// Numbers are compared by the names of files: a record whose number or topic is wrong is there all the same.
    fn issue_numbers(&mut self, folders: &[SectionFolder]) {
        let mut first: BTreeMap<u32, &RelPath> = BTreeMap::new();
        for issue in folders.iter().flat_map(|folder| &folder.issues) {
            let number = number_in_name(&issue.path).unwrap_or(issue.record.number);
            if let Some(earlier) = first.get(&number) {
                let found = Diagnostic::error(
                    "duplicate-number",
                    Place::Value(issue.path.clone(), "number".into()),
                    say!("序号 {number} 用了两次", "the number {number} is used twice"),
                )
                .help(say!("每个问题的序号只能用一次", "each issue has a number of its own"))
                .related(
                    Place::Value((*earlier).clone(), "number".into()),
                    say!("另一处在这里", "it is also used here"),
                );
                self.found.push(found);
            }
            first.entry(number).or_insert(&issue.path);
        }
        for (expected, (number, path)) in (1..).zip(&first) {
            if expected != *number {
                self.absent(
                    "skipped-number",
                    Place::Value((*path).clone(), "number".into()),
                    say!(
                        "序号从 {number} 开始不连续：缺少 {expected}",
                        "numbers are not consecutive before {number}: {expected} is missing"
                    ),
                    say!("请补上缺少的问题，或改正序号", "add the missing issue, or correct the numbers"),
                );
                return;
            }
        }
    }

    fn section_numbers(&mut self, folders: &[SectionFolder]) {
        for (expected, folder) in (1..).zip(folders) {
            let (number, name) = (folder.number, &folder.folder);
            if number != expected {
                let path = folder
                    .record
                    .as_ref()
                    .map_or_else(|| RelPath::of(format!("{name}/section.yaml")), |r| r.path.clone());
                self.absent(
                    "skipped-number",
                    Place::File(path),
                    say!(
                        "方面的序号应为 {expected}，文件夹写的是 {number}",
                        "section {expected} is expected here, but the folder says {number}"
                    ),
                    say!(
                        "请给文件夹改名，使序号从 1 起连续",
                        "rename the folders so that their numbers run from 1 without gaps"
                    ),
                );
                return;
            }
        }
    }

    /// A topic's id stands in addresses, so no two sections share one.
    fn topic_ids(&mut self, folders: &[SectionFolder]) {
        let mut first = BTreeMap::new();
        for Sourced { path, record } in folders.iter().filter_map(|folder| folder.record.as_ref()) {
            for (i, topic) in record.topics.iter().enumerate() {
                let place = Place::Value(path.clone(), format!("topics/{i}/id"));
                match first.get(&topic.id) {
                    Some(earlier) => self.used_twice(&topic.id, place, Place::clone(earlier)),
                    None => drop(first.insert(topic.id.clone(), place)),
                }
            }
        }
    }

    fn used_twice(&mut self, id: &str, place: Place, earlier: Place) {
        let found = Diagnostic::error("duplicate-id", place, say!("标识“{id}”用了两次", "the id `{id}` is used twice"))
            .help(say!("请给其中一个换个标识", "give one of them another id"))
            .related(earlier, say!("第一次用在这里", "it is first used here"));
        self.found.push(found);
    }

    fn error(
        &mut self,
        rule: &'static str,
        place: Place,
        message: crate::diagnostic::Text,
        help: crate::diagnostic::Text,
    ) {
        self.found.push(Diagnostic::error(rule, place, message).help(help));
    }

    /// An error about something that is not there; told only if everything could be read.
    fn absent(
        &mut self,
        rule: &'static str,
        place: Place,
        message: crate::diagnostic::Text,
        help: crate::diagnostic::Text,
    ) {
        if self.complete {
            self.error(rule, place, message, help);
        }
    }
}

/// `content/2-party-governance/026` for its record.
fn stem(record: &RelPath) -> &str {
    record.as_str().trim_end_matches(".yaml")
}

/// 26 for `content/2-party-governance/026.yaml`.
fn number_in_name(path: &RelPath) -> Option<u32> {
    path.name().trim_end_matches(".yaml").parse().ok()
}

/// How many digits the highest number has.
fn digits(issues: &[Issue]) -> usize {
    issues.iter().map(|issue| issue.number).max().unwrap_or(0).to_string().len()
}
