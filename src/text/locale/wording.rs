//! What a notice calls the scrutiny that it answers and what was found: one word of each, which the messages of pages
//! are made with.
//!
//! A language has a table of kinds (巡视, 审计), one of nouns (问题, 建议) and one of what is done (整改, 落实). A row is words by
//! name; a message, or another word of the tables, says `{kind}` or `{noun}` where a word belongs. The messages of an
//! edition are filled once, when it is made.

mod words;

use std::collections::BTreeMap;

pub use words::{Words, capitalised};

/// Words by their names.
pub type NamedWords = BTreeMap<String, String>;

/// The row of kinds that speaks where no kind is stated.
const NO_KIND: &str = "none";

/// The row of kinds with what is the same for most.
const ANY_KIND: &str = "any";

/// The row of nouns, or of works, with what is the same for all but the usual one.
const OTHER: &str = "other";

/// The noun of a notice that states none.
const USUAL_NOUN: &str = "issue";

/// The work of a notice that has the usual noun and states none.
const USUAL_WORK: &str = "rectification";

/// A word for a notice that answers nothing yet, in place of another.
const OF_PLAN: [(&str, &str); 2] = [("service", "plan"), ("part", "part_of_plan")];

/// The tables of a language.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Wording {
    /// Kinds of scrutiny by id.
    pub kinds: BTreeMap<String, NamedWords>,
    /// What one of the things found is called, by id.
    pub nouns: BTreeMap<String, NamedWords>,
    /// What is done about them, by id.
    pub works: BTreeMap<String, NamedWords>,
}

/// What a notice chooses, and what follows from its issues.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The kind of scrutiny.
    pub kind: Option<Choice>,
    /// What one of the things found is called.
    pub noun: Option<Choice>,
    /// What is done about them.
    pub work: Option<Choice>,
    /// Whether it is a plan: nothing has been done yet.
    pub is_plan: bool,
}

/// A word that a notice chooses.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A row of the table.
    Known(String),
    /// The office's own.
    Own(NamedWords),
}

impl Wording {
    /// Returns the id of a kind that goes by this id or name.
    pub fn kind_of(&self, word: &str) -> Option<&str> {
        row_of(&self.kinds, word, "kind", &[NO_KIND, ANY_KIND])
    }

    /// Returns the id of a noun that goes by this id or name.
    pub fn noun_of(&self, word: &str) -> Option<&str> {
        row_of(&self.nouns, word, "noun", &[OTHER])
    }

    /// Returns the id of what is done that goes by this id or name.
    pub fn work_of(&self, word: &str) -> Option<&str> {
        row_of(&self.works, word, "work", &[OTHER])
    }

    /// Returns every kind with what it is called.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, &str)> {
        let kinds = self.kinds.iter().filter(|(id, _)| ![NO_KIND, ANY_KIND].contains(&id.as_str()));
        kinds.filter_map(|(id, row)| Some((id.as_str(), row.get("kind")?.as_str())))
    }

    /// Returns every noun with what it is called.
    pub fn nouns(&self) -> impl Iterator<Item = (&str, &str)> {
        self.nouns.iter().filter_map(|(id, row)| Some((id.as_str(), row.get("noun")?.as_str())))
    }

    /// Returns everything that is done, with what it is called.
    pub fn works(&self) -> impl Iterator<Item = (&str, &str)> {
        self.works.iter().filter_map(|(id, row)| Some((id.as_str(), row.get("work")?.as_str())))
    }

    /// Returns the words of a notice. A noun that says of itself what a kind says of most is heard before the kind, and
    /// the work before both.
    pub fn words(&self, choices: &Choices) -> Words {
        let Choices { kind, noun, work, is_plan } = choices;
        let usual = Choice::Known(USUAL_NOUN.to_owned());
        let noun = noun.as_ref().unwrap_or(&usual);
        let is_other = |work: &&Choice| **work != Choice::Known(USUAL_WORK.to_owned());
        let mut words = NamedWords::new();
        let mut lay =
            |row: Option<&NamedWords>| words.extend(row.into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())));
        lay(self.kinds.get(if kind.is_some() { ANY_KIND } else { NO_KIND }));
        lay(kind.as_ref().and_then(|kind| row(&self.kinds, kind)));
        lay(self.nouns.get(OTHER).filter(|_| *noun != usual));
        lay(row(&self.nouns, noun));
        lay(work.as_ref().filter(is_other).and_then(|_| self.works.get(OTHER)));
        lay(work.as_ref().and_then(|work| row(&self.works, work)));
        for (word, of_plan) in OF_PLAN.iter().filter(|_| *is_plan) {
            words
                .get(*of_plan)
                .cloned()
                .into_iter()
                .for_each(|of_plan| drop(words.insert((*word).to_owned(), of_plan)));
        }
        Words::of(words)
    }
}

fn row_of<'a>(table: &'a BTreeMap<String, NamedWords>, word: &str, name: &str, others: &[&str]) -> Option<&'a str> {
    let mut rows = table.iter().filter(|(id, _)| !others.contains(&id.as_str()));
    let found = rows.find(|(id, row)| *id == word || row.get(name).is_some_and(|called| called == word));
    found.map(|(id, _)| id.as_str())
}

fn row<'a>(table: &'a BTreeMap<String, NamedWords>, choice: &'a Choice) -> Option<&'a NamedWords> {
    match choice {
        Choice::Known(id) => table.get(id),
        Choice::Own(row) => Some(row),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(words: &[(&str, &str)]) -> NamedWords {
        words.iter().map(|(name, word)| ((*name).to_owned(), (*word).to_owned())).collect()
    }

    fn wording() -> Wording {
        let kinds = [
            ("none", row(&[("service", "Follow-up on {nouns}"), ("found", "What was found")])),
            (
                "any",
                row(&[
                    ("service", "{Work} after {kind}"),
                    ("plan", "After {kind}"),
                    ("found", "What the {kind} found"),
                ]),
            ),
            ("audit", row(&[("kind", "audit"), ("service", "Audit follow-up")])),
        ];
        let nouns = [
            ("other", row(&[("found", "As stated")])),
            ("issue", row(&[("noun", "issue"), ("nouns", "issues"), ("work", "rectification")])),
            ("recommendation", row(&[("noun", "recommendation"), ("found", "What was recommended")])),
        ];
        let table =
            |rows: &[(&str, NamedWords)]| rows.iter().map(|(id, row)| ((*id).to_owned(), row.clone())).collect();
        let works = [
            ("other", row(&[("found", "As found")])),
            ("rectification", row(&[("work", "rectification")])),
            ("handling", row(&[("work", "handling")])),
        ];
        Wording { kinds: table(&kinds), nouns: table(&nouns), works: table(&works) }
    }

    #[test]
    fn words_by_kind_and_noun() {
        let known = |id: &str| Choice::Known(id.to_owned());
        let own = |name: &str, word: &str| Choice::Own(row(&[(name, word)]));
        for (kind, noun, service, found) in [
            (None, None, "Follow-up on issues", "What was found"),
            (Some(known("audit")), None, "Audit follow-up", "What the audit found"),
            (Some(own("kind", "peer review")), None, "Rectification after peer review", "What the peer review found"),
            (Some(known("audit")), Some(known("recommendation")), "Audit follow-up", "What was recommended"),
            (None, Some(own("noun", "promise")), "Follow-up on promise", "As stated"),
        ] {
            let words = wording().words(&Choices { kind, noun, ..Choices::default() });
            assert_eq!((words.get("service"), words.get("found")), (Some(service), Some(found)));
        }
    }

    #[test]
    fn words_by_work_and_of_a_plan() {
        let known = |id: &str| Some(Choice::Known(id.to_owned()));
        let kind = Some(Choice::Own(row(&[("kind", "review")])));
        for (work, is_plan, service, found) in [
            (None, false, "Rectification after review", "What the review found"),
            (known("rectification"), false, "Rectification after review", "What the review found"),
            (known("handling"), false, "Handling after review", "As found"),
            (Some(Choice::Own(row(&[("work", "repair")]))), false, "Repair after review", "As found"),
            (None, true, "After review", "What the review found"),
        ] {
            let words = wording().words(&Choices { kind: kind.clone(), noun: None, work, is_plan });
            assert_eq!((words.get("service"), words.get("found")), (Some(service), Some(found)));
        }
    }

    #[test]
    fn messages_are_filled_once_and_keep_what_is_said_later() {
        let mut messages =
            serde_json::json!({"a": {"one": "{n} {noun}", "other": "{n} {nouns}"}, "b": "{Noun} {number}"});
        wording().words(&Choices::default()).put_into(&mut messages);
        assert_eq!(
            messages,
            serde_json::json!({"a": {"one": "{n} issue", "other": "{n} issues"}, "b": "Issue {number}"})
        );
    }

    #[test]
    fn rows_that_are_no_kind_are_not_chosen() {
        let wording = wording();
        assert_eq!(
            (wording.kind_of("audit"), wording.kind_of("any"), wording.kind_of("none")),
            (Some("audit"), None, None)
        );
        assert_eq!((wording.noun_of("issue"), wording.noun_of("other")), (Some("issue"), None));
    }
}
