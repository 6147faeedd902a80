//! Texts of the notice as a whole, and the parts of the document in their order.

use std::collections::BTreeMap;

use super::{Narratives, Resolver};
use crate::diagnostic::{Place, nearest};
use crate::notice::content::Sourced;
use crate::notice::parts::{
    ACCOUNTABILITY, Article, ArticleKind, CLOSING, ISSUES, NAVIGABLE, OUTSTANDING, OVERVIEW, Part, is_taken,
};
use crate::notice::records::{NoticeRecord, PartRecord, PersonsRecord};
use crate::notice::stray::section_name;
use crate::notice::{Accountability, ArticleId, DUPLICATE_ID, LEFT_OUT, MISSING_TITLE, Narrative, UNKNOWN_PAGE};
use crate::say;
use crate::source::WRONG_VALUE;
use crate::value::{Localized, RelPath, Text};

/// Returns what the text of a path, without language and ending, is called, and what it is.
fn article_of(stem: &str) -> Option<(&str, ArticleKind)> {
    match stem.strip_prefix("content/")?.split_once('/') {
        None if stem.ends_with(OVERVIEW.0) => Some((OVERVIEW.0, ArticleKind::Overview)),
        None if stem.ends_with(CLOSING.0) => Some((CLOSING.0, ArticleKind::Closing)),
        Some(("parts", name)) => section_name(name).map(|(number, id)| (id, ArticleKind::Part(number))),
        Some(("pages", id)) => Some((id, ArticleKind::Page)),
        _ => None,
    }
}

fn number(kind: ArticleKind) -> u32 {
    match kind {
        ArticleKind::Overview => OVERVIEW.1,
        ArticleKind::Part(number) => number,
        ArticleKind::Closing => CLOSING.1,
        ArticleKind::Page => u32::MAX,
    }
}

impl Resolver {
    /// Takes the texts of the notice as a whole out of those that nothing has claimed, in the order of their numbers.
    pub(super) fn articles(
        &mut self,
        record: &NoticeRecord,
        narratives: &mut Narratives,
        mut tables: BTreeMap<String, Sourced<PersonsRecord>>,
    ) -> Vec<Article> {
        let mut articles = Vec::new();
        for stem in narratives.keys().cloned().collect::<Vec<_>>() {
            let Some((id, kind)) = article_of(&stem) else { continue };
            let Some(mut narrative) = self.take_narrative(narratives, &stem) else { continue };
            let is_wanted = matches!(kind, ArticleKind::Part(_) | ArticleKind::Page);
            self.entitle(record, id, &mut narrative, is_wanted);
            articles.push(Article { id: id.to_owned(), kind, narrative, persons: tables.remove(&stem) });
        }
        for (stem, table) in tables {
            self.without_text(&stem, table.path);
        }
        articles.sort_by_key(|article| number(article.kind));
        self.names_of_articles(&articles);
        articles
    }

    /// Gives a text the title that it begins with, unless the notice gives it another.
    pub(super) fn entitle(&mut self, record: &NoticeRecord, id: &str, narrative: &mut Narrative, is_wanted: bool) {
        if listed_title(record, id).is_none() {
            narrative.title = self.title(narrative, is_wanted);
        }
    }

    /// Returns the title that a text begins with, in every language of it.
    fn title(&mut self, narrative: &Narrative, is_wanted: bool) -> Option<Localized> {
        let titles = narrative.files.iter().filter_map(|(lang, file)| Some((lang, file, file.doc().title()?)));
        let titles: Vec<_> = titles.collect();
        if titles.is_empty() && !is_wanted {
            return None;
        }
        for (_, file, (_, at)) in titles.iter().filter(|(.., (words, _))| words.contains("{{")) {
            let message = say!("标题里不能引用数据", "a title cannot quote a figure");
            let help = say!("请直接写出数字，或者把数据写进正文", "write the number itself, or quote it in the text");
            self.error(WRONG_VALUE, Place::span(&file.path, at.clone()), message, help);
        }
        for (_, file) in narrative.files.iter() {
            if file.doc().title().is_none() && !file.source().trim().is_empty() {
                let message = say!("这份正文没有标题", "the text has no title");
                let help = say!(
                    "请在第一行写“# 标题”，下面空一行；标题不写“一、”，序号由程序排",
                    "begin the file with a line `# Title` and an empty line; the number is set by gongkai"
                );
                self.error(MISSING_TITLE, Place::File(file.path.clone()), message, help);
            }
        }
        Some(titles.into_iter().map(|(lang, _, (words, _))| (lang, Text::from(&*words))).collect())
    }

    /// A table of persons is part of a text, which gives it its title.
    fn without_text(&mut self, stem: &str, path: RelPath) {
        let lang = self.languages[0];
        let message = say!("这份名单没有标题", "the table of persons has no title");
        let help = say!(
            "请新建 {stem}.{lang}.md，第一行写“# 标题”",
            "write {stem}.{lang}.md, which begins with a line `# Title`"
        );
        self.error(MISSING_TITLE, Place::File(path), message, help);
    }

    /// Every text has an address of its own.
    fn names_of_articles(&mut self, articles: &[Article]) {
        let file = |article: &Article| article.narrative.files.iter().next().map(|(_, file)| file.path.clone());
        for (at, article) in articles.iter().enumerate() {
            let is_own = matches!(article.kind, ArticleKind::Part(_) | ArticleKind::Page);
            let Some(path) = file(article).filter(|_| is_own) else { continue };
            let id = &article.id;
            if is_taken(id) {
                let message = say!("“{id}”是本程序用的名字，不能用作网页的名字", "`{id}` is the name of another page");
                let help = say!("请给文件改名，换一个英文简称", "rename the file, with another name");
                self.error(DUPLICATE_ID, Place::File(path.clone()), message, help);
            }
            if let Some(earlier) = articles[..at].iter().find(|earlier| earlier.id == *id).and_then(file) {
                self.used_twice(id, Place::File(path), Place::File(earlier));
            }
        }
    }

    /// Returns the parts of the document: by their numbers, or as the notice lists them.
    pub(super) fn parts(
        &mut self,
        path: &RelPath,
        record: &NoticeRecord,
        articles: &[Article],
        accountability: Option<&Accountability>,
    ) -> Vec<Part> {
        let part = |id: &str, article, title: Option<&Localized>| Part {
            id: id.to_owned(),
            title: listed_title(record, id).or(title).cloned(),
            has_heading: listed(record, id).and_then(|part| part.heading).unwrap_or(true),
            article,
        };
        let mut parts = vec![(ISSUES.1, part(ISSUES.0, None, None)), (OUTSTANDING.1, part(OUTSTANDING.0, None, None))];
        parts.extend(accountability.map(|it| {
            let title = it.narrative.as_ref().and_then(|narrative| narrative.title.as_ref());
            (ACCOUNTABILITY.1, part(ACCOUNTABILITY.0, None, title))
        }));
        let in_document = articles.iter().enumerate().filter(|(_, article)| article.kind != ArticleKind::Page);
        parts.extend(in_document.map(|(at, article)| {
            let title = article.narrative.title.as_ref();
            (number(article.kind), part(&article.id, Some(ArticleId::new(at)), title))
        }));
        parts.sort_by_key(|(number, _)| *number);
        let parts = parts.into_iter().map(|(_, part)| part).collect();
        if record.parts.is_empty() { parts } else { self.in_order_of(path, &record.parts, parts) }
    }

    /// Returns the parts in the order of a list; those that it lacks are reported and follow.
    fn in_order_of(&mut self, path: &RelPath, list: &[PartRecord], mut parts: Vec<Part>) -> Vec<Part> {
        self.unique(path, list.iter().map(|listed| &listed.id));
        let known: Vec<String> = parts.iter().map(|part| part.id.clone()).collect();
        let mut ordered = Vec::new();
        for PartRecord { id, .. } in list {
            let is_known = known.iter().any(|known| known == id.as_str());
            let meant = if is_known { Some(id.as_str()) } else { nearest(id, known.iter().map(String::as_str)) };
            if !is_known {
                self.unknown_page(path, id, &known);
            }
            if let Some(at) = parts.iter().position(|part| Some(&*part.id) == meant) {
                ordered.push(parts.remove(at));
            }
        }
        parts.retain(|part| part.id != OUTSTANDING.0);
        for part in &parts {
            self.left_out(path, &list[list.len() - 1].id, "parts", &part.id);
        }
        ordered.extend(parts);
        ordered
    }

    /// Checks that the navigation names pages that exist, and has those that readers need.
    pub(super) fn navigation(&mut self, path: &RelPath, record: &NoticeRecord, articles: &[Article], parts: &[Part]) {
        let Some(last) = record.navigation.last() else { return };
        let list = || record.navigation.iter().map(|entry| &entry.id);
        self.unique(path, list());
        let is_there =
            |name: &&str| ![OVERVIEW.0, ACCOUNTABILITY.0].contains(name) || parts.iter().any(|part| part.id == **name);
        let own = articles.iter().filter(|article| !is_taken(&article.id)).map(|article| article.id.clone());
        let built_in = NAVIGABLE.iter().map(|(name, _)| *name).filter(is_there).map(str::to_owned);
        let known: Vec<String> = built_in.chain(own).collect();
        for id in list().filter(|id| !known.iter().any(|known| known == id.as_str())) {
            self.unknown_page(path, id, &known);
        }
        for (name, _) in NAVIGABLE.iter().filter(|(_, is_needed)| *is_needed) {
            if !list().any(|id| id.as_str() == *name) {
                self.left_out(path, &last.id, "navigation", name);
            }
        }
    }

    fn unknown_page(&mut self, path: &RelPath, id: &Text, known: &[String]) {
        let help = match nearest(id, known.iter().map(String::as_str)) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None => {
                let (zh, en) = (known.join("、"), known.join(", "));
                say!("可以写的有：{zh}", "available: {en}")
            }
        };
        let message = say!("没有“{id}”这个部分或页面", "there is no part or page `{id}`");
        self.absent(UNKNOWN_PAGE, Place::span(path, id.span()), message, help);
    }

    fn left_out(&mut self, path: &RelPath, last: &Text, list: &str, id: &str) {
        let message = say!("{list} 里缺少“{id}”", "`{id}` is missing from `{list}`");
        let help = say!(
            "请在 {list} 里它该在的位置加一行：- id: {id}",
            "add a line to `{list}` where it belongs: `- id: {id}`"
        );
        self.absent(LEFT_OUT, Place::span(path, last.span()), message, help);
    }
}

/// Returns what the notice says of a part.
fn listed<'a>(record: &'a NoticeRecord, id: &str) -> Option<&'a PartRecord> {
    record.parts.iter().find(|listed| listed.id.as_str() == id)
}

/// Returns the title that the notice gives to a part.
fn listed_title<'a>(record: &'a NoticeRecord, id: &str) -> Option<&'a Localized> {
    listed(record, id)?.title.as_ref()
}
