//! Records of which there is one: what is wrong with `notice.yaml` and `glossary.yaml` by themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::Resolver;
use crate::diagnostic::Place;
use crate::notice::content::Sourced;
use crate::notice::external;
use crate::notice::records::{GlossaryRecord, NoticeRecord};
use crate::say;
use crate::source::WRONG_VALUE;
use crate::value::RelPath;

impl Resolver {
    pub(super) fn notice_record(&mut self, path: &RelPath, record: &NoticeRecord) {
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

    pub(super) fn glossary(&mut self, glossary: Option<&Sourced<GlossaryRecord>>) {
        let Some(Sourced { path, record }) = glossary else { return };
        self.translated(path, record);
        for term in record.wrong.iter().filter(|term| !self.languages.contains(&term.lang)).collect::<Vec<_>>() {
            self.unknown_language(Place::span(path, term.lang.span()), *term.lang);
        }
    }
}
