//! Records become the notice: ids are looked up, translations and numbers compared.

mod articles;
mod declarations;
mod statuses;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::content::{Content, SectionFolder, Sourced};
use super::declared::Declared;
use super::known::{KnownUnits, UnitIds};
use super::labels::HAN_DIGITS;
use super::numbers::{self, WrittenIssue};
use super::records::{
    AccountabilityRecord, FieldHolder, FigureRecord, GlossaryRecord, IssueRecord, NoticeRecord, SectionRecord,
    TopicRecord,
};
use super::{
    Accountability, Article, Group, Issue, IssueId, IssueKey, Narrative, NarrativeFile, Notice, Section, SectionId,
    TopicId, Vocabulary, WrittenText,
};
use super::{PlaceId, PlaceRecord, UnitId, UnitRecord, Written, external, fields};
use crate::diagnostic::{Checked, Diagnostic, Message, Place, RuleId, nearest};
use crate::notice::{
    DUPLICATE_ID, MISSING_TRANSLATION, NO_NOTICE, NO_SECTION, STRAY_FILE, UNKNOWN_TOPIC, UNKNOWN_UNIT,
};
use crate::say;
use crate::source::{UNKNOWN_LANGUAGE, WRONG_VALUE};
use crate::value::url::{BaseUrl, Host, UrlError};
use crate::value::width::{is_hangul, is_wide};
use crate::value::{Lang, Localized, Numbering, RelPath, Text};

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

/// What a file of an issue stands under.
#[derive(Clone, Copy)]
enum Heading<'a> {
    /// A section, and whether its record could be read: without it a section has no topics, and that has been said.
    Section(SectionId, &'a Section, bool),
    /// The notice, which has no sections.
    Notice,
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

    fn notice_record(&mut self, path: &RelPath, record: &NoticeRecord) {
        let mut first = BTreeMap::new();
        for lang in &record.languages {
            if let Some(earlier) = first.get(&**lang) {
                let message = say!("语言“{lang}”写了两次", "the language `{lang}` is given twice");
                self.twice(message, Place::span(path, lang.span()), Place::clone(earlier));
            } else {
                first.insert(**lang, Place::span(path, lang.span()));
            }
        }
        let mut seen = BTreeSet::new();
        self.languages.retain(|lang| seen.insert(*lang));
        self.translated(path, record);
        self.figures(path, &record.stated);
        self.allowed_hosts(path, &record.allowed_hosts);
        self.addresses(path, record);
        for (range, message, help) in record.external.iter().flat_map(external::faults) {
            self.error(WRONG_VALUE, Place::span(path, range), message, help);
        }
    }

    fn glossary(&mut self, glossary: Option<&Sourced<GlossaryRecord>>) {
        let Some(Sourced { path, record }) = glossary else { return };
        self.translated(path, record);
        for term in record.wrong.iter().filter(|term| !self.languages.contains(&term.lang)).collect::<Vec<_>>() {
            self.unknown_language(Place::span(path, term.lang.span()), *term.lang);
        }
    }

    fn base_url(&mut self, path: &RelPath, written: Option<&Text>) -> Option<BaseUrl> {
        let written = written?;
        match BaseUrl::new(written) {
            Ok(url) => Some(url),
            Err(error) => {
                let message = say!("“{written}”不能用作网站地址", "`{written}` cannot be the address of a site");
                self.error(WRONG_VALUE, Place::span(path, written.span()), message, address_help(error));
                None
            }
        }
    }

    /// Checks the addresses of other pages that the notice names.
    fn addresses(&mut self, path: &RelPath, record: &NoticeRecord) {
        let written = record.previous.iter().filter_map(|previous| previous.url.as_ref()).chain(&record.original_url);
        for (written, error) in written.filter_map(|url| Some((url, Host::of(url).err()?))) {
            let message = say!("“{written}”不是网址", "`{written}` is not an address on the web");
            self.error(WRONG_VALUE, Place::span(path, written.span()), message, address_help(error));
        }
    }

    fn allowed_hosts(&mut self, path: &RelPath, hosts: &[Text]) {
        for written in hosts.iter().filter(|host| Host::new(host).is_err()) {
            self.error(
                WRONG_VALUE,
                Place::span(path, written.span()),
                say!("“{written}”不是网站域名", "`{written}` is not the host of a site"),
                say!(
                    "只写域名，如 www.example.gov.cn，端口特殊的写成 www.example.gov.cn:8443；不写 https://、路径和 *，下级域名已包括在内",
                    "write the host only, such as www.example.gov.cn, or www.example.gov.cn:8443 for an unusual port; no https://, path or *: hosts below it are included"
                ),
            );
        }
    }

    fn places(&mut self, path: &RelPath, places: &Vec<PlaceRecord>) -> BTreeMap<Box<str>, PlaceId> {
        self.translated(path, places);
        self.unique(path, places.iter().map(|place| &place.id));
        places.iter().enumerate().map(|(at, place)| (place.id.as_str().into(), PlaceId::new(at))).collect()
    }

    fn units(&mut self, path: &RelPath, units: &Vec<UnitRecord>) -> UnitIds {
        self.translated(path, units);
        self.unique(path, units.iter().map(|unit| &unit.id));
        units.iter().enumerate().map(|(at, unit)| (unit.id.as_str().into(), UnitId::new(at))).collect()
    }

    fn sections(
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

    fn numbers<'a>(&mut self, folders: impl Iterator<Item = &'a [WrittenIssue]>) {
        self.found.extend(numbers::of_issues(self.numbering, folders, self.complete));
    }

    /// Returns the issues under a heading, in the order of the document.
    fn issues(
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

    /// Returns what an issue stands under: a topic where the section has any, and else none.
    fn group(&mut self, path: &RelPath, record: &IssueRecord, heading: Heading<'_>) -> Option<Group> {
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

    fn figures(&mut self, path: &RelPath, figures: &[FigureRecord]) {
        self.unique(path, figures.iter().map(|figure| &figure.id));
    }

    fn accountability(
        &mut self,
        record: Option<Sourced<AccountabilityRecord>>,
        narratives: &mut Narratives,
    ) -> Option<Accountability> {
        let narrative = self.take_narrative(narratives, "content/accountability");
        let Some(Sourced { path, record }) = record else {
            let (path, record) = (RelPath::of("content/accountability.yaml"), AccountabilityRecord::default());
            return narrative.map(|narrative| Accountability { path, record, narrative: Some(narrative) });
        };
        self.translated(&path, &record);
        self.figures(&path, &record.figures);
        Some(Accountability { path, record, narrative })
    }

    /// Groups of persons have names of their own over all parts, which stand in one document and one table.
    fn groups(&mut self, accountability: Option<&Accountability>, articles: &[Article]) {
        let tables = articles.iter().filter_map(|article| article.persons.as_ref());
        for table in tables.clone() {
            self.translated(&table.path, &table.record);
        }
        let held = accountability.iter().map(|part| (&part.path, &part.record.groups));
        let groups = held.chain(tables.map(|table| (&table.path, &table.record.groups)));
        let mut first: BTreeMap<&str, Place> = BTreeMap::new();
        for (path, group) in groups.flat_map(|(path, groups)| groups.iter().map(move |group| (path, group))) {
            let place = Place::span(path, group.id.span());
            match first.get(group.id.as_str()) {
                Some(earlier) => self.used_twice(&group.id, place, earlier.clone()),
                None => drop(first.insert(&group.id, place)),
            }
        }
    }

    /// Takes a narrative out of those that nothing has claimed.
    fn take_narrative(&mut self, narratives: &mut Narratives, stem: &str) -> Option<Narrative> {
        narratives.remove(stem).map(|files| self.narrative(files, stem))
    }

    /// Returns a narrative, and reports the languages that it lacks.
    fn narrative(&mut self, files: Localized<NarrativeFile>, stem: &str) -> Narrative {
        for lang in self.languages.clone() {
            if files.get(lang).is_none() {
                let [zh, en] = lang.names();
                self.absent(
                    MISSING_TRANSLATION,
                    Place::File(RelPath::of(format!("{stem}.{lang}.md"))),
                    say!("缺少{zh}正文", "the {en} text is missing"),
                    say!("请新建 {stem}.{lang}.md", "write {stem}.{lang}.md"),
                );
            }
        }
        for (lang, file) in files.iter() {
            if !self.languages.contains(&lang) {
                self.unknown_language(Place::File(file.path.clone()), lang);
            }
        }
        Narrative { files, title: None }
    }

    /// Reports narratives that belong to no record.
    fn orphans(&mut self, narratives: Narratives) {
        for (stem, files) in narratives {
            for (_, file) in files.iter() {
                self.absent(
                    STRAY_FILE,
                    Place::File(file.path.clone()),
                    say!("这份正文没有对应的记录", "no record belongs to this text"),
                    say!(
                        "请新建 {stem}.yaml，或检查文件名里的序号",
                        "write {stem}.yaml, or check the number in the file's name"
                    ),
                );
            }
        }
    }

    /// Checks that every text of a record exists in every language of the notice, and in no other.
    fn translated(&mut self, path: &RelPath, record: &impl Written) {
        record.each_text(&mut |piece| match piece {
            WrittenText::Bare(_) => {}
            WrittenText::Common(text) => self.in_no_language(path, text),
            WrittenText::Plain(texts) => self.in_every_language(path, texts, |text| (text.as_str(), text.span())),
            WrittenText::Markdown(texts) => self.in_every_language(path, texts, |text| (text.source(), text.span())),
        });
    }

    /// Checks that a text for every language has no words in Han characters where a language of the notice is not written in
    /// them; a number such as （一） is none.
    fn in_no_language(&mut self, path: &RelPath, text: &Text) {
        let has_han = text.chars().any(|c| c.is_alphabetic() && is_wide(c) && !is_hangul(c) && !HAN_DIGITS.contains(c));
        let (han, others): (Vec<Lang>, Vec<Lang>) =
            self.languages.iter().copied().partition(|lang| lang.is_written_in_han());
        let (Some(own), Some(other)) = (han.first(), others.first()) else { return };
        if has_han {
            let [zh, en] = other.names();
            self.error(
                MISSING_TRANSLATION,
                Place::span(path, text.span()),
                say!(
                    "“{text}”各种语言通用，却有汉字：缺少{zh}文本",
                    "“{text}” stands in every language and has Chinese characters: the {en} text is missing"
                ),
                say!("请按语言写：{{{own}: …, {other}: …}}", "write one for each language: `{{{own}: …, {other}: …}}`"),
            );
        }
    }

    fn in_every_language<T>(
        &mut self,
        path: &RelPath,
        texts: &Localized<T>,
        read: impl Fn(&T) -> (&str, std::ops::Range<usize>),
    ) {
        let is_there = |lang: &Lang| texts.get(*lang).is_some_and(|text| !read(text).0.trim().is_empty());
        if self.languages.iter().all(is_there) && texts.iter().all(|(lang, _)| self.languages.contains(&lang)) {
            return;
        }
        let other =
            texts.iter().next().map_or_else(|| Place::File(path.clone()), |(_, text)| Place::span(path, read(text).1));
        for lang in self.languages.clone() {
            let [zh, en] = lang.names();
            match texts.get(lang).map(&read) {
                Some((text, _)) if !text.trim().is_empty() => {}
                Some((_, at)) => self.error(
                    MISSING_TRANSLATION,
                    Place::span(path, at),
                    say!("{zh}文本是空的", "the {en} text is empty"),
                    say!("请写上这个语言的文本", "write the text in this language"),
                ),
                None => self.error(
                    MISSING_TRANSLATION,
                    other.clone(),
                    say!("缺少{zh}文本", "the {en} text is missing"),
                    say!("请加上“{lang}: …”", "add `{lang}: …`"),
                ),
            }
        }
        for (lang, text) in texts.iter() {
            if !self.languages.contains(&lang) {
                self.unknown_language(Place::span(path, read(text).1), lang);
            }
        }
    }

    fn unknown_language(&mut self, place: Place, lang: Lang) {
        let known = self.languages.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
        let help = match nearest(lang.code(), self.languages.iter().map(Lang::code)) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None => say!(
                "通报的语言是 {known}；要增加语言，请写进 notice.yaml 的 languages",
                "the notice's languages are {known}; add others to `languages` in notice.yaml"
            ),
        };
        let message = say!("通报没有“{lang}”这种语言", "the notice has no language `{lang}`");
        self.error(UNKNOWN_LANGUAGE, place, message, help);
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

    fn unit_ids(&mut self, path: &RelPath, ids: &[Text], units: KnownUnits<'_>) {
        let mut given = BTreeSet::new();
        for id in ids {
            if !given.insert(id.as_str()) {
                self.error(
                    DUPLICATE_ID,
                    Place::span(path, id.span()),
                    say!("单位“{id}”写了两次", "the unit `{id}` is given twice"),
                    say!("请删去一处", "remove one of them"),
                );
            }
            if !units.ids.contains_key(id.as_str()) {
                let message = say!("units.yaml 里没有单位“{id}”", "units.yaml has no unit `{id}`");
                self.absent(UNKNOWN_UNIT, Place::span(path, id.span()), message, units.help(id));
            }
        }
    }

    fn unique<'a>(&mut self, path: &RelPath, ids: impl Iterator<Item = &'a Text>) {
        let mut first = BTreeMap::new();
        for id in ids {
            if let Some(earlier) = first.insert(id.as_str(), id.span()) {
                self.used_twice(id, Place::span(path, id.span()), Place::span(path, earlier));
            }
        }
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

    fn used_twice(&mut self, id: &str, place: Place, earlier: Place) {
        self.twice(say!("标识“{id}”用了两次", "the id `{id}` is used twice"), place, earlier);
    }

    fn twice(&mut self, message: Message, place: Place, earlier: Place) {
        let found = Diagnostic::of(DUPLICATE_ID, place, message)
            .help(say!("请给其中一个换个标识，或删去一处", "give one of them another id, or remove one"))
            .related(earlier, say!("第一次用在这里", "it is first used here"));
        self.found.push(found);
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

/// Returns how to write the address of a site that was refused.
fn address_help(error: UrlError) -> Message {
    let example = "https://www.example.gov.cn/notice/";
    match error {
        UrlError::Scheme => say!(
            "地址要以 https:// 或 http:// 开头，如 {example}",
            "an address begins with https:// or http://, such as {example}"
        ),
        UrlError::Host => say!("请检查域名，写成 {example}", "check the host, and write it as in {example}"),
        UrlError::HostNotAscii => say!(
            "中文域名请写成 xn-- 开头的形式：用浏览器打开网站，从地址栏复制即可",
            "write the host in its xn-- form: copy it from the address bar of a browser that shows the site"
        ),
        UrlError::Account => {
            say!("请删去 @ 和它前面的用户名、密码", "remove the `@` and the user and password before it")
        }
        UrlError::Port => say!("端口是 1 至 65535 的数字，或不写", "a port is a number from 1 to 65535, or left out"),
        UrlError::Path => {
            say!("路径里不要有 //、. 和 ..，写成 {example}", "write a path without `//`, `.` and `..`, as in {example}")
        }
        UrlError::Page => say!(
            "请写网站所在目录的地址，不写网页的文件名，如 {example}",
            "write the address of the folder of the site, without the name of a page, such as {example}"
        ),
        UrlError::Character(c) => {
            let c = c.escape_debug();
            say!("请删去“{c}”，写成 {example}", "remove `{c}`, and write it as in {example}")
        }
    }
}

/// `content/2-party-governance/026` for its record.
fn stem(record: &RelPath) -> &str {
    record.as_str().trim_end_matches(".yaml")
}

/// Returns how many digits the highest number has.
fn digits(issues: &[Issue]) -> usize {
    issues.iter().map(|issue| issue.number()).max().unwrap_or(0).to_string().len()
}
