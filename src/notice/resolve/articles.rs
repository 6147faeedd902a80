//! Texts of the notice as a whole: their titles, and addresses of their own.

use std::collections::BTreeMap;

use super::parts::{listed_title, number};
use super::{Narratives, Resolver};
use crate::diagnostic::Place;
use crate::notice::content::Sourced;
use crate::notice::parts::{Article, ArticleKind, CLOSING, OVERVIEW, is_taken};
use crate::notice::records::{NoticeRecord, PersonsRecord};
use crate::notice::stray::section_name;
use crate::notice::{DUPLICATE_ID, MISSING_TITLE, Narrative};
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
}
