//! The navigation of the site, and what a list of pages or parts names in vain or lacks.

use super::Resolver;
use crate::diagnostic::{Place, nearest};
use crate::notice::parts::{ACCOUNTABILITY, Article, NAVIGABLE, OVERVIEW, Part, is_taken};
use crate::notice::records::NoticeRecord;
use crate::notice::{LEFT_OUT, UNKNOWN_PAGE};
use crate::say;
use crate::value::{RelPath, Text};

impl Resolver {
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

    pub(super) fn unknown_page(&mut self, path: &RelPath, id: &Text, known: &[String]) {
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

    pub(super) fn left_out(&mut self, path: &RelPath, last: &Text, list: &str, id: &str) {
        let message = say!("{list} 里缺少“{id}”", "`{id}` is missing from `{list}`");
        let help = say!(
            "请在 {list} 里它该在的位置加一行：- id: {id}",
            "add a line to `{list}` where it belongs: `- id: {id}`"
        );
        self.absent(LEFT_OUT, Place::span(path, last.span()), message, help);
    }
}
