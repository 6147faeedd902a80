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
mod claims;
mod consequences;
mod context;
mod dates;
mod deadlines;
mod equations;
mod example;
mod external;
mod files;
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
mod theme;
mod totals;
mod translations;
mod vocabulary;
mod wording;
mod yaml;

pub use accepted::apply as apply_accepted;
pub use consequences::leave_out as leave_out_consequences;
pub use example::{Example, ExampleChange};
pub use known::{CleanTexts, TextDiagnostics};
pub use persons::{Find, Public, finds, may_be_number, place_of as place_of_private_data};
pub use published::{PublishedData, untold_changes};
pub use suggestions::suggestions;
pub use translations::{FILE as TRANSLATIONS, fingerprint, source as translation_source};

use std::sync::LazyLock;

use crate::diagnostic::{Checked, Diagnostic, RuleId, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Notice, Passage, PassageGroup};
use crate::text::markdown::Prose;
use crate::value::RelPath;
pub use context::Context;

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

/// Returns every check of every rule.
fn checks() -> impl Iterator<Item = &'static Check> + Clone {
    RULES.iter().flat_map(|rule| rule.check.parts())
}

/// A text of the table in the two languages that gongkai speaks to authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(
    /// Chinese.
    pub &'static str,
    /// English.
    pub &'static str,
);

/// A group of rules, as the manual lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleGroup {
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

impl RuleGroup {
    /// Returns what the manual calls it.
    pub fn name(self) -> Words {
        match self {
            RuleGroup::Shape => Words("文件和记录", "Files and records"),
            RuleGroup::Sense => Words("内容", "Content"),
            RuleGroup::Totals => Words("合计", "Totals"),
            RuleGroup::Languages => Words("各语言", "Languages"),
            RuleGroup::Links => Words("链接", "Links"),
            RuleGroup::Prose => Words("正文", "Narratives"),
            RuleGroup::Persons => Words("个人信息", "Persons"),
            RuleGroup::Wording => Words("用语和标点", "Wording"),
            RuleGroup::Theme => Words("外观", "Theme"),
        }
    }
}

/// Every rule, by group; within a group in the order in which an author meets them.
pub static RULES: &[&Rule] = &[
    &files::NOT_UTF8,
    &files::FILE_TOO_LARGE,
    &files::UNSAFE_FILE,
    &files::UNSAFE_FILE_NAME,
    &files::CLASHING_NAMES,
    &records::STRAY_FILE,
    &attachments::ACTIVE_FILE,
    &attachments::ATTACHMENT_KIND,
    &attachments::UNREADABLE_ATTACHMENT,
    &attachments::ATTACHMENT_ENCODING,
    &yaml::YAML_SYNTAX,
    &yaml::YAML_FEATURE,
    &yaml::DUPLICATE_KEY,
    &yaml::UNKNOWN_KEY,
    &yaml::MISSING_KEY,
    &yaml::WRONG_VALUE,
    &records::NO_NOTICE,
    &records::NO_SECTION,
    &records::NUMBER_MISMATCH,
    &records::DUPLICATE_NUMBER,
    &records::SKIPPED_NUMBER,
    &records::DUPLICATE_LABEL,
    &records::DUPLICATE_ID,
    &records::UNKNOWN_TOPIC,
    &records::UNKNOWN_UNIT,
    &places::UNKNOWN_PLACE,
    &places::UNUSED_PLACE,
    &places::SHARED_TILE,
    &parts::UNKNOWN_PAGE,
    &parts::LEFT_OUT,
    &parts::MISSING_TITLE,
    &records::UNKNOWN_FIELD,
    &totals::UNKNOWN_MEASURE,
    &breakdowns::UNKNOWN_WHOLE,
    &breakdowns::UNKNOWN_HIGHLIGHT,
    &naming::UNKNOWN_KIND,
    &sense::DUE_BEFORE_INSPECTION,
    &items::OPEN_ITEM,
    &sense::MISSING_NARRATIVE,
    &sense::FORGOTTEN_NARRATIVE,
    &sense::MISSING_DUE,
    &sense::NEEDLESS_DUE,
    &sense::MISSING_NEXT_STEPS,
    &sense::NEEDLESS_NEXT_STEPS,
    &sense::DATE_AFTER_AS_OF,
    &dates::WRONG_ORDER_OF_DATES,
    &sense::HISTORY_DIFFERS,
    &claims::STATUS_CONTRADICTED,
    &deadlines::DEADLINE_DIFFERS,
    &deadlines::LATE_STEP,
    &naming::KIND_DIFFERS,
    &publicity::PUBLICITY_END,
    &records::NO_HISTORY,
    &records::AFTER_RECORDS,
    &published::UNTOLD_CHANGE,
    &published::PUBLISHED_UNREADABLE,
    &accepted::UNUSED_ACCEPTANCE,
    &totals::UNKNOWN_STATISTIC,
    &totals::STATED_DIFFERS,
    &totals::PERSONS_DIFFER,
    &equations::EQUATION,
    &equations::RATE_ROUNDING,
    &equations::UNEXPLAINED_REMAINDER,
    &breakdowns::PARTS_EXCEED_WHOLE,
    &suggestions::NEAR_EQUATION,
    &suggestions::SUGGESTED_EQUATION,
    &suggestions::UNQUOTED_FIGURE,
    &suggestions::OTHER_AMOUNT,
    &agreement::SAME_FIGURE_DIFFERS,
    &records::MISSING_TRANSLATION,
    &languages::FIGURES_DIFFER,
    &languages::FIGURES_IN_ORDER,
    &languages::STRUCTURE_DIFFERS,
    &languages::NAMES_DIFFER,
    &languages::NAME_MISSING,
    &languages::POLARITY_DIFFERS,
    &agreement::DOCUMENT_TITLES_DIFFER,
    &records::UNKNOWN_LANGUAGE,
    &translations::STALE_TRANSLATION,
    &wording::UNTRANSLATED,
    &markdown::UNSAFE_LINK,
    &markdown::BROKEN_LINK,
    &markdown::EMPTY_LINK,
    &external::EXTERNAL_HOST,
    &attachments::UNLINKED_FILE,
    &markdown::RAW_HTML,
    &markdown::FORBIDDEN_CHARACTER,
    &markdown::UNKNOWN_FIGURE,
    &markdown::FOOTNOTE,
    &markdown::ORDERED_LIST_START,
    &markdown::ACCIDENTAL_EMPHASIS,
    &markdown::MISREAD_MARKUP,
    &markdown::MISSING_ALT,
    &markdown::OUTPUT_TOO_LARGE,
    &markdown::LOST_TEXT,
    &markdown::UNMEANT_STRUCTURE,
    &markdown::JOINED_LINES,
    &markdown::DOUBLED_UNIT,
    &persons::IDENTITY_CARD,
    &persons::MOBILE_NUMBER,
    &persons::BANK_CARD,
    &persons::PRIVATE_EMAIL,
    &persons::TRAVEL_DOCUMENT,
    &persons::NUMBER_PLATE,
    &persons::CHAT_ACCOUNT,
    &persons::HOME_ADDRESS,
    &persons::BIRTH_DATE,
    &names::NAMED_PERSON,
    &names::EXPIRED_NAME,
    &characters::MOJIBAKE,
    &wording::WRONG_TERM,
    &placeholders::PLACEHOLDER,
    &wording::HALF_WIDTH_PUNCTUATION,
    &wording::FULL_WIDTH_PUNCTUATION,
    &marks::UNPAIRED_MARK,
    &wording::TELEPHONE_DASH,
    &breakdowns::POINTING_LABEL,
    &headings::NUMBERED_HEADING,
    &headings::REPEATED_HEADING,
    &theme::UNKNOWN_THEME,
    &theme::NO_MESSAGES,
    &theme::MISSING_MESSAGE,
    &theme::MESSAGES_LANGUAGE,
    &theme::UNKNOWN_MESSAGE,
    &theme::MESSAGE_PLACEHOLDER,
    &theme::UNUSED_THEME_FILE,
    &theme::THEME_FILE,
    &theme::TEMPLATE,
    &theme::OUTPUT,
];

/// Returns the rule of an id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// Applies every check; `complete` says that every record could be read. What is known of issues is not looked for
/// again. The value is how many figures were read and compared.
pub fn check(edition: &Edition, complete: bool, known: &mut TextDiagnostics) -> Checked<usize> {
    let notice = &edition.notice;
    let sound = LazyLock::new(|| dates::are_in_order(notice).then_some(notice));
    let of_notice = |check: &Check| match check {
        Check::Notice(apply) => apply(edition),
        Check::Complete(apply) if complete => apply(edition),
        Check::Issue(apply) => notice.issues.iter().flat_map(|issue| apply(*sound, issue)).collect(),
        _ => Vec::new(),
    };
    let mut found = known.of_notice(edition, complete, checks().collect(), of_notice);
    found.extend(known.of_attachments(edition, check_file));
    let context = Context::of(edition, known.context());
    let mut figures = check_texts(&context, None, &notice.passages(&edition.tree)).into_value(&mut found);
    let markdown = |issue: &Issue| check_markdown(edition, issue);
    let texts = |issue: &Issue| check_texts(&context, Some(issue), &issue.passages(&edition.tree));
    figures += known.of_issues(edition, &context, markdown, texts).into_value(&mut found);
    Checked { value: figures, diagnostics: found }
}

fn check_markdown(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
    let apply = |check: &Check| match check {
        Check::Markdown(apply) => apply(edition, issue),
        _ => Vec::new(),
    };
    checks().flat_map(apply).collect()
}

fn check_file(path: &RelPath, bytes: &[u8]) -> Vec<Diagnostic> {
    let apply = |check: &Check| match check {
        Check::File(look) => look(path, bytes),
        _ => Vec::new(),
    };
    checks().flat_map(apply).collect()
}

/// Applies the checks of texts, of an issue or of the notice, and compares the languages; the value is how many figures
/// were compared.
fn check_texts(context: &Context, issue: Option<&Issue>, groups: &[PassageGroup<'_>]) -> Checked<usize> {
    let mut found = Vec::new();
    let mut figures = 0;
    for group in groups {
        let known = group.iter().filter(|passage| passage.lang.is_some_and(|lang| context.locale(lang).is_some()));
        let read: Vec<ReadPassage<'_>> = known.map(|passage| (passage.clone(), passage.prose())).collect();
        for check in checks() {
            match check {
                Check::Text(apply) => found.extend(group.iter().flat_map(|passage| apply(context, passage))),
                Check::Prose(apply) => found.extend(read.iter().flat_map(|(text, prose)| apply(context, text, prose))),
                Check::OfIssue(compare) => found.extend(issue.iter().flat_map(|issue| compare(context, issue, &read))),
                Check::Languages(compare) => figures += compare(context, &read).into_value(&mut found),
                _ => {}
            }
        }
    }
    Checked { value: figures, diagnostics: found }
}
