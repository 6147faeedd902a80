//! What `check` looks for, and so what `build` refuses: [`RULES`], one row a rule.
//!
//! Takes an [`Edition`]; gives diagnostics. Rules of shape are applied by the rooms that read and resolve; their rows
//! carry no check of their own, so that the table is the whole list. It is the documentation, too: `gongkai explain`,
//! the manual and the help in SARIF reports are made from it, and a test breaks and fixes every rule by its example. To
//! add a rule: one value in the file of its group, and its line in [`RULES`].

mod accepted;
mod agreement;
mod attachments;
mod breakdowns;
mod characters;
mod checks;
mod claims;
mod consequences;
mod context;
mod dates;
mod deadlines;
mod equations;
mod example;
mod external;
mod files;
mod group;
mod headings;
mod items;
mod known;
mod languages;
mod lexicon;
mod markdown;
mod marks;
mod names;
mod naming;
mod parts;
mod persons;
pub mod placeholders;
mod places;
mod plain;
mod prose;
mod publicity;
mod published;
mod records;
mod sense;
mod suggestions;
mod table;
mod theme;
mod totals;
mod translations;
mod vocabulary;
mod wording;
mod words;
mod yaml;

use crate::diagnostic::{Checked, Diagnostic, RuleId, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Notice, Passage};
use crate::text::markdown::Prose;
use crate::value::RelPath;

pub use accepted::apply as apply_accepted;
pub use checks::check;
pub use consequences::leave_out as leave_out_consequences;
pub use context::Context;
pub use example::{Example, ExampleChange};
pub use group::RuleGroup;
pub use known::{CleanTexts, TextDiagnostics};
pub use persons::{Find, Public, finds, may_be_number, place_of as place_of_private_data};
pub use published::{PublishedData, untold_changes};
pub use suggestions::suggestions;
pub use table::RULES;
pub use translations::{FILE as TRANSLATIONS, fingerprint, source as translation_source};
pub use words::Words;

/// A rule: what it is called, what it demands and why, how severe a breach is, and what one looks like.
pub struct Rule {
    /// The id that reports show.
    pub id: &'static str,
    /// The group in the manual.
    pub group: RuleGroup,
    /// How severe a breach is.
    pub severity: Severity,
    /// What it demands, in a sentence.
    pub demand: Words,
    /// What would go wrong in public without it.
    pub why: Words,
    /// A breach and its fix.
    pub example: Example,
    /// How a breach is found.
    pub check: Check,
}

impl From<&Rule> for RuleId {
    fn from(rule: &Rule) -> RuleId {
        RuleId { name: rule.id, severity: rule.severity }
    }
}

/// A text and its words.
pub type ReadPassage<'a> = (Passage<'a>, Prose<'a>);

/// How breaches of a rule are found.
#[derive(Clone, Copy)]
pub enum Check {
    /// By looking at the notice as a whole.
    Notice(fn(&Edition) -> Vec<Diagnostic>),
    /// The same, once every record could be read: what is missing would change the result.
    Complete(fn(&Edition) -> Vec<Diagnostic>),
    /// By looking at each issue. The notice is given as long as its own dates are in order: against wrong ones every
    /// issue would be wrong.
    Issue(fn(Option<&Notice>, &Issue) -> Vec<Diagnostic>),
    /// By looking at the Markdown of each issue. What is found depends on the files of the issue, and on all others but
    /// what narratives say.
    Markdown(fn(&Edition, &Issue) -> Vec<Diagnostic>),
    /// By looking at the bytes of each attachment.
    File(fn(&RelPath, &[u8]) -> Vec<Diagnostic>),
    /// By looking at each text, in whatever language or none.
    Text(fn(&Context, &Passage<'_>) -> Vec<Diagnostic>),
    /// By looking at the words of each text in a language of the notice.
    Prose(fn(&Context, &Passage<'_>, &Prose<'_>) -> Vec<Diagnostic>),
    /// By comparing a text in all its languages; the value is how many figures it has.
    Languages(fn(&Context, &[ReadPassage<'_>]) -> Checked<usize>),
    /// By comparing a text of an issue, in all its languages, with the record.
    OfIssue(fn(&Context, &Issue, &[ReadPassage<'_>]) -> Vec<Diagnostic>),
    /// By several checks.
    Several(&'static [Check]),
    /// By the check of another rule, which looks for both at once.
    With(&'static Rule),
    /// Where files are read, records resolved, Markdown parsed or templates rendered.
    Elsewhere,
}

impl Check {
    /// Returns the checks that it consists of.
    fn parts(&self) -> &[Check] {
        match self {
            Check::Several(checks) => checks,
            check => std::slice::from_ref(check),
        }
    }
}

/// Returns the rule of an id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
