//! Narratives: each belongs to a record, and exists in every language of the notice.

use super::{Narratives, Resolver};
use crate::diagnostic::Place;
use crate::notice::{MISSING_TRANSLATION, Narrative, NarrativeFile, STRAY_FILE};
use crate::say;
use crate::value::{Localized, RelPath};

impl Resolver {
    /// Takes a narrative out of those that nothing has claimed.
    pub(super) fn take_narrative(&mut self, narratives: &mut Narratives, stem: &str) -> Option<Narrative> {
        narratives.remove(stem).map(|files| self.narrative(files, stem))
    }

    /// Returns a narrative, and reports the languages that it lacks.
    pub(super) fn narrative(&mut self, files: Localized<NarrativeFile>, stem: &str) -> Narrative {
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
    pub(super) fn orphans(&mut self, narratives: Narratives) {
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
}
