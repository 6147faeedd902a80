//! What `check` looks for, and so what `build` refuses: [`RULES`], one row a rule.
//!
//! Takes an [`Edition`]; gives findings. Rules of shape are applied by the rooms that read and resolve; their rows carry no check of their
//! own, so that the table is the whole list. It is the documentation, too: `gongkai explain`, the table in the README and the help in SARIF
//! reports are made from it, and a test breaks and mends every rule by its example. To add a rule: a check, and a row in `table`.

mod accepted;
mod attachments;
mod characters;
mod consequences;
mod context;
mod dates;
mod equations;
mod languages;
mod marks;
mod persons;
pub mod placeholders;
mod plain;
mod prose;
mod sense;
mod table;
mod totals;
mod translations;
mod wording;

pub use accepted::apply as apply_accepted;
pub use consequences::leave_out as leave_out_consequences;
pub use persons::personal_number;
pub use table::RULES;
pub use translations::{FILE as TRANSLATIONS, fingerprint, source as translation_source};

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::{Checked, Diagnostic, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Group as TextGroup, Issue, Passage};
use crate::text::markdown::Prose;
use crate::value::RelPath;
use context::Context;

/// A rule: what it is called, what it demands and why, how grave a breach is, and what one looks like.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The id that reports show.
    pub id: &'static str,
    /// The group in the manual.
    pub group: Group,
    /// How grave a breach is.
    pub severity: Severity,
    /// What it demands, in a sentence.
    pub demand: Words,
    /// What would go wrong in public without it.
    pub why: Words,
    /// A breach and its mend.
    pub example: Example,
}

/// A text of the table in the two languages that gongkai speaks to authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(
    /// Chinese.
    pub &'static str,
    /// English.
    pub &'static str,
);

/// What a breach of a rule looks like, and its mend.
#[derive(Clone, Copy, Debug)]
pub enum Example {
    /// Changes to the small notice in `tests/suite/fixtures/small`, where a test makes them: with the first form the rule is broken, with the
    /// second nothing is wrong.
    Shown(&'static [Change]),
    /// A rule about the machine, or about what no short text can show: what to do is told.
    Told(Words),
}

/// A change to one file of the small notice. A change whose forms are the same is only there for the others to make sense.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// File, wrong lines, right lines; the right ones stand in the file.
    Part(&'static str, &'static str, &'static str),
    /// File, wrong lines, right lines; either is put at the end of the file.
    Added(&'static str, &'static str, &'static str),
    /// File, wrong content, right content; without content there is no file.
    File(&'static str, &'static str, &'static str),
}

impl Change {
    /// The file, the wrong lines and the right lines.
    pub fn forms(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Change::Part(file, bad, good) | Change::Added(file, bad, good) | Change::File(file, bad, good) => {
                (file, bad, good)
            }
        }
    }
}

/// A group of rules, as the manual lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Files and records have the right shape.
    Shape,
    /// What they say makes sense.
    Sense,
    /// Figures add up.
    Totals,
    /// The languages say the same.
    Languages,
    /// Links lead somewhere.
    Links,
    /// Narratives are safe and well set.
    Prose,
    /// No personal information gets out.
    Persons,
    /// Wording and punctuation.
    Wording,
    /// The theme is whole.
    Theme,
}

impl Group {
    /// What the manual calls it.
    pub fn name(self) -> Words {
        match self {
            Group::Shape => Words("文件和记录", "Files and records"),
            Group::Sense => Words("内容", "Content"),
            Group::Totals => Words("合计", "Totals"),
            Group::Languages => Words("各语言", "Languages"),
            Group::Links => Words("链接", "Links"),
            Group::Prose => Words("正文", "Narratives"),
            Group::Persons => Words("个人信息", "Persons"),
            Group::Wording => Words("用语和标点", "Wording"),
            Group::Theme => Words("外观", "Theme"),
        }
    }
}

/// The rule of an id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// A check of the whole notice, and whether it makes sense while records are missing.
struct Check {
    apply: fn(&Edition) -> Vec<Diagnostic>,
    needs_every_record: bool,
}

/// The checks of the notice as a whole. Shape has been checked on the way here.
const CHECKS: [Check; 6] = [
    Check { apply: sense::check, needs_every_record: false },
    Check { apply: totals::check, needs_every_record: true },
    Check { apply: equations::check, needs_every_record: false },
    Check { apply: attachments::check, needs_every_record: false },
    Check { apply: persons::check, needs_every_record: false },
    Check { apply: translations::check, needs_every_record: true },
];

/// A check of a text, in whatever language or none.
type TextCheck = fn(&Context, &Passage<'_>) -> Vec<Diagnostic>;

const TEXT_CHECKS: [TextCheck; 2] = [characters::check, persons::check_text];

/// A check of the words of a text in a language of the notice.
type ProseCheck = fn(&Context, &Passage<'_>, &Prose<'_>) -> Vec<Diagnostic>;

const PROSE_CHECKS: [ProseCheck; 3] = [wording::check, plain::check, placeholders::check];

/// What was found in the texts of single issues, which are many, and how many figures they have. It holds as long as the files of an issue
/// and what texts are measured by stay the same.
#[derive(Debug, Default)]
pub struct TextFindings {
    context: Option<Context>,
    issues: BTreeMap<RelPath, Checked<usize>>,
}

impl TextFindings {
    /// Forgets what was found in the texts of the issue of this record.
    pub fn forget(&mut self, record: &str) {
        self.issues.remove(record);
    }

    /// Looks at the texts of issues that were not looked at before, on all cores, and adds everything up.
    fn complete(&mut self, edition: &Edition, context: Context) -> Checked<usize> {
        if self.context.as_ref() != Some(&context) {
            *self = TextFindings { context: Some(context.clone()), ..TextFindings::default() };
        }
        let issues = &edition.notice.issues;
        let new: Vec<&Issue> = issues.iter().filter(|issue| !self.issues.contains_key(&issue.path)).collect();
        let check = |issue: &Issue| (issue.path.clone(), check_texts(&context, &issue.passages(&edition.tree)));
        self.issues.par_extend(new.into_par_iter().map(check));
        let mut found = Vec::new();
        let known = issues.iter().filter_map(|issue| self.issues.get(&issue.path));
        let figures = known.map(|texts| texts.clone().into_value(&mut found)).sum();
        Checked { value: figures, diagnostics: found }
    }
}

/// Applies every check; `complete` says that every record could be read. What is known of issues is not looked for again. The value is how
/// many figures were read and compared.
pub fn check(edition: &Edition, complete: bool, known: &mut TextFindings) -> Checked<usize> {
    let checks = CHECKS.iter().filter(|check| complete || !check.needs_every_record);
    let mut found: Vec<Diagnostic> = checks.flat_map(|check| (check.apply)(edition)).collect();
    found.extend(prose::check(edition));
    let context = Context::of(edition);
    let mut figures = check_texts(&context, &edition.notice.passages(&edition.tree)).into_value(&mut found);
    figures += known.complete(edition, context).into_value(&mut found);
    Checked { value: figures, diagnostics: found }
}

/// Applies the checks of texts and compares the languages; the value is how many figures were compared.
fn check_texts(context: &Context, groups: &[TextGroup<'_>]) -> Checked<usize> {
    let mut found = Vec::new();
    let mut figures = 0;
    for group in groups {
        found.extend(group.iter().flat_map(|passage| TEXT_CHECKS.iter().flat_map(|check| check(context, passage))));
        let known = group.iter().filter(|passage| passage.lang.is_some_and(|lang| context.locale(lang).is_some()));
        let read: Vec<(Passage<'_>, Prose<'_>)> = known.map(|passage| (passage.clone(), passage.prose())).collect();
        let check = |(passage, prose): &(Passage<'_>, Prose<'_>)| -> Vec<Diagnostic> {
            PROSE_CHECKS.iter().flat_map(|check| check(context, passage, prose)).collect()
        };
        found.extend(read.iter().flat_map(check));
        figures += languages::check(context, &read).into_value(&mut found);
    }
    Checked { value: figures, diagnostics: found }
}
