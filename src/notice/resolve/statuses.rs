//! The notice's list of statuses and responses, and the words of issues that are looked up in it.

use super::super::records::{IssueRecord, ItemRecord, NoticeRecord, StatusRecord};
use super::super::statistics::TAKEN;
use super::super::{MAX_STATUSES, Status, StatusSpec, Vocabulary};
use super::Resolver;
use crate::diagnostic::{Message, Place};
use crate::say;
use crate::source::yaml::{self, ExpectedWord};
use crate::source::{MISSING_KEY, WRONG_VALUE};
use crate::value::{BUILT_IN_RESPONSES, BUILT_IN_STATUSES, BuiltInStatus, RelPath, Text, is_reserved};

impl Resolver {
    /// Returns the statuses and responses of the notice, and reports what is wrong with their declarations.
    pub(super) fn vocabulary(&mut self, path: &RelPath, record: &NoticeRecord) -> Vocabulary {
        self.unique(path, record.statuses.iter().map(|status| &status.id));
        self.unique(path, record.responses.iter().map(|response| &response.id));
        for status in &record.statuses {
            self.declared(path, status);
        }
        if let Some(first) = record.statuses.get(MAX_STATUSES) {
            let message = say!("状态超过了 {MAX_STATUSES} 种", "there are more than {MAX_STATUSES} statuses");
            let help = say!("请合并或删去不用的", "merge some, or remove those that are not used");
            self.error(WRONG_VALUE, Place::span(path, first.id.span()), message, help);
        }
        for response in &record.responses {
            let is_known = BUILT_IN_RESPONSES.iter().any(|(id, ..)| *id == response.id.as_str());
            if !is_known && response.label.is_none() {
                self.without(path, &response.id, "label: {zh: 不予采纳, en: Not agreed}");
            }
        }
        Vocabulary::of(record)
    }

    /// Checks that a status says what it is called and what it counts as, unless it is a built-in one.
    fn declared(&mut self, path: &RelPath, status: &StatusRecord) {
        let id = &status.id;
        let is_known = BuiltInStatus::of(id).is_some();
        if !is_known && status.label.is_none() {
            self.without(path, id, "label: {zh: 部分落实, en: Partially implemented}");
        }
        if !is_known && status.counts_as.is_none() {
            self.without(path, id, "counts_as: substantially");
        }
        if is_reserved(id) || TAKEN.contains(&id.as_str()) {
            let message = say!("“{id}”不能用作状态的标识", "`{id}` cannot be the id of a status");
            let help = say!("它另有用处，请换一个", "it has a meaning of its own; choose another");
            self.error(WRONG_VALUE, Place::span(path, id.span()), message, help);
        }
    }

    fn without(&mut self, path: &RelPath, id: &Text, line: &str) {
        let key = line.split(':').next().unwrap_or_default();
        let known: Vec<&str> = BUILT_IN_STATUSES.iter().map(|status| status.id).collect();
        let message = say!("“{id}”缺少 {key}", "`{id}` has no `{key}`");
        let (zh, en) = (known.join("、"), known.join(", "));
        let help = say!(
            "请加上“{line}”这样的内容；通常的状态（{zh}）可以不写",
            "add something like `{line}`; the usual statuses ({en}) may do without"
        );
        self.error(MISSING_KEY, Place::span(path, id.span()), message, help);
    }

    /// Looks up the words of an issue: its statuses, then and now, those of its measures and items, and the response.
    /// Returns its status.
    pub(super) fn words<'a>(&mut self, path: &RelPath, record: &'a IssueRecord, known: &Vocabulary) -> Option<Status> {
        let moved = record.history.iter().map(|change| &change.status);
        let measures = record.measures.iter().filter_map(|measure| measure.status.as_ref());
        let of_item = |item: &'a ItemRecord| {
            std::iter::once(&item.status).chain(item.history.iter().map(|change| &change.status))
        };
        let items = record.items.iter().flat_map(of_item);
        for word in std::iter::once(&record.status).chain(moved).chain(measures).chain(items) {
            if known.status(word).is_none() {
                let words = known.status_words();
                let meant = meant_status(word, known, &words);
                self.unknown(path, "status", word, meant.as_deref(), &words);
            }
        }
        if let Some(word) = record.response.as_ref().filter(|word| known.response(word).is_none()) {
            let words = known.response_words();
            self.unknown(path, "response", word, yaml::meant_word(word, &words), &words);
        }
        known.status(&record.status)
    }

    fn unknown(&mut self, path: &RelPath, key: &str, word: &Text, meant: Option<&str>, words: &[ExpectedWord]) {
        let (message, help) = yaml::unknown_word(key, word, meant, words);
        let list = if key == "status" { "statuses" } else { "responses" };
        let more = say!("；要用别的，请写进 notice.yaml 的 {list}", "; others are declared in `{list}` of notice.yaml");
        let help = match meant {
            Some(_) => help,
            None => Message { zh: help.zh + &more.zh, en: help.en + &more.en },
        };
        self.error(WRONG_VALUE, Place::span(path, word.span()), message, help);
    }
}

/// Returns the status that a word means: one that is called so, or else the only one that counts as what the word
/// usually says.
fn meant_status(word: &str, known: &Vocabulary, words: &[ExpectedWord]) -> Option<String> {
    let usual: Vec<ExpectedWord> = BUILT_IN_STATUSES
        .iter()
        .map(|status| ExpectedWord { word: status.id.to_owned(), zh: status.zh.to_owned() })
        .collect();
    let same = yaml::meant_word(word, words).map(str::to_owned);
    let of_class = || {
        let class = BuiltInStatus::of(yaml::meant_word(word, &usual)?)?.class;
        known.only_of(class).map(|StatusSpec { id, .. }| id.to_string())
    };
    same.or_else(of_class)
}
