//! What `check` looks for, and so what `build` refuses: [`RULES`], one row a rule.
//!
//! Takes an [`Edition`]; gives findings. Rules of shape are applied by the rooms that read and resolve; their rows carry no check of their
//! own, so that the table is the whole list. It is the documentation, too: `gongkai explain`, the table in the README and the help in SARIF
//! reports are made from it, and a test breaks and mends every rule by its example. To add a rule: a check, and a row in `table`.

mod accepted;
mod attachments;
mod characters;
mod consequences;
mod dates;
mod equations;
mod languages;
mod marks;
mod persons;
pub mod placeholders;
mod plain;
mod prose;
mod sense;
mod standard;
mod table;
mod texts;
mod totals;
mod translations;
mod wording;

pub use accepted::apply as apply_accepted;
pub use consequences::leave_out as leave_out_consequences;
pub use persons::personal_number;
pub use table::RULES;
pub use translations::{FILE as TRANSLATIONS, fingerprint, source as translation_source};

use crate::diagnostic::{Checked, Diagnostic, Severity};
use crate::notice::edition::Edition;
use crate::value::RelPath;
use standard::Standard;
use texts::{Document, Piece};

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

/// A check of a file that an author wrote.
type FileCheck = fn(&Standard, &RelPath, &str) -> Vec<Diagnostic>;

const FILE_CHECKS: [FileCheck; 2] = [characters::check, persons::check_file];

/// A check of a text in one language.
type TextCheck = fn(&Standard, &Piece<'_>) -> Vec<Diagnostic>;

const TEXT_CHECKS: [TextCheck; 3] = [wording::check, plain::check, placeholders::check];

/// Findings about single documents, which are many: they stand as long as their files and what they are measured by stay the same.
#[derive(Debug, Default)]
pub struct Known {
    standard: Option<Standard>,
    documents: texts::Known,
}

impl Known {
    /// Forgets what was found in a file that is not the same any more.
    pub fn forget(&mut self, changed: &RelPath) {
        self.documents.remove(texts::document_of(changed));
    }

    fn measure_by(&mut self, standard: &Standard) {
        if self.standard.as_ref() != Some(standard) {
            *self = Known { standard: Some(standard.clone()), ..Known::default() };
        }
    }
}

/// Applies every check; `complete` says that every record could be read. The value is how many figures were read and compared.
pub fn check(edition: &Edition, complete: bool) -> Checked<usize> {
    check_again(edition, complete, &mut Known::default())
}

/// The same, but what is known of documents is not looked for again.
pub fn check_again(edition: &Edition, complete: bool, known: &mut Known) -> Checked<usize> {
    let standard = Standard::of(edition);
    known.measure_by(&standard);
    let checks = CHECKS.iter().filter(|check| complete || !check.needs_every_record);
    let mut found: Vec<Diagnostic> = checks.flat_map(|check| (check.apply)(edition)).collect();
    found.extend(prose::check(edition));
    let check = |document: &Document<'_>| check_document(&standard, document);
    let figures = texts::each_document(&edition.tree, &standard, &mut known.documents, check).into_value(&mut found);
    Checked { value: figures, diagnostics: found }
}

/// Applies the checks of files and of texts, and compares the languages; the value is how many figures were compared.
fn check_document(standard: &Standard, document: &Document<'_>) -> Checked<usize> {
    let mut found = Vec::new();
    let mut figures = 0;
    for (path, text) in &document.files {
        found.extend(FILE_CHECKS.iter().flat_map(|check| check(standard, path, text)));
    }
    for group in &document.groups {
        found.extend(group.iter().flat_map(|piece| TEXT_CHECKS.iter().flat_map(|check| check(standard, piece))));
        figures += languages::check(standard, group).into_value(&mut found);
    }
    Checked { value: figures, diagnostics: found }
}
