//! gongkai (公开) turns what an office wrote about how it rectified the findings of an inspection into what the public
//! reads: a static, bilingual site.
//!
//! # The map
//!
//! One document, read once. Every text is read by one reader and keeps its origin; everything below reads that
//! document. Rooms are listed in reading order; a room uses only rooms above it, and no two files use each other
//! (`tests/suite/architecture.rs` reads the code).
//!
//! ```text
//! bytes ─source→ Node (value + span) ─notice→ Notice (typed ids, Text with span)      Markdown ─text→ Doc (pieces with places)
//! themes/** ─theme→ Theme                       │
//!                        Edition::new(tree, notice, theme), Edition::at(date)    immutable
//!                           ├─ rules   → diagnostics: every rule sees values and points at bytes
//!                           ├─ site    → pages, downloads, files for the office: loops over FIELDS, readers of a Doc
//!                           ├─ fix     → the same files with what needs no judgement fixed, and looked at again
//!                           └─ inspect → finished pages, looked at before they are published
//! .docx, .xlsx, .txt ─office→ Manuscript (paragraphs, tables, and what was left out) → records, or changes of those that are there
//! record types, RULES, views, pages of Markdown ─manual→ `gongkai help TOPIC`
//! public/, the browser, the terminal ←shell─ bytes
//! ```
//!
//! # What always holds
//!
//! 1. **One path.** Every command calls [`compile::compile_with`]; `check` is the pipeline without the writer.
//! 2. **A room uses only rooms above it** in this file.
//! 3. **Pure until the shell.** No file, clock, environment or network above [`shell`]; `.clippy.toml` bans them and
//!    the shell opts out. Same tree, same bytes: no clock, no hash order, no floating point in what is published.
//! 4. **Read once.** One parser of YAML ([`source::yaml`]), one of Markdown ([`text::markdown`]). Rules, pages and
//!    downloads read the same values, and a value knows the bytes that state it ([`value::Spanned`]).
//! 5. **Nothing is lost on the way.** Every byte of a text is shown, or is markup that did its work, or a diagnostic
//!    names it: the accounts of [`text::markdown`] and [`source::yaml`] say which, and `lost-text` names the rest.
//! 6. **Stages report, they do not fail.** [`diagnostic::Checked`] carries the value and every diagnostic; `Result` is
//!    for the machine.
//! 7. **An edition is made once and never changed** ([`notice::edition::Edition`]).
//! 8. **Rendering one page is a pure function** of its view and the theme: a template reads its view and reaches
//!    nothing else.
//! 9. **Remembering changes nothing but the time.** [`cache::Cache`] is the only place that remembers; a build leaves
//!    [`cache::Memory`] to the next. What an output reads of narratives is taken down while it
//!    is made ([`source::reads`]), of a long download piece by piece ([`source::pieces`]), so that nobody has to say what
//!    depends on what.
//! 10. **Tables, not switches**: [`notice::fields::FIELDS`], [`rules::RULES`], [`site::formats::FORMATS`]. A row is the
//!     code, the check and the documentation.
//! 11. **Publishing is one step.** A reader of `public/` sees the old site or the new one, whole, whatever dies when;
//!     what gongkai did not make it never removes.
//!
//! # Words
//!
//! One name for one thing, and no name for more than two (`tests/suite/tidy.rs`). The short name belongs to what most
//! rooms know ([`notice::Issue`], [`notice::Part`], [`office::manuscript::Block`]); a type of one room is called after
//! what it is there (`EquationReader`, `SheetReader`, `DraftIssue`). What gongkai tells an author is a
//! [`diagnostic::Diagnostic`] in the code and a finding (提示) in messages; what an inspection found is an issue. A
//! diagnostic that needs no judgement has a *fix*; pages are *rendered*, downloads are *formats*.
//!
//! # To add …
//!
//! - a language: a word in `notice.yaml`, a messages file in the theme;
//! - a format or a rule: one value;
//! - a theme: one folder that may `extends:` another; a component: its template and its examples, which `serve` shows
//!   at `/_components.html`;
//! - a topic of the manual: its page in each language, and its name in [`manual::TOPICS`];
//! - a field of an issue: its line in the record, its row in [`notice::fields::FIELDS`], its words in each language.

// Leaves.
pub mod value;
pub mod diagnostic;
pub mod progress;

// The pipeline, in order.
pub mod source;
pub mod text;
pub mod theme;
pub mod notice;
pub mod site;
pub mod rules;
pub mod cache;
pub mod compile;
pub mod fix;
pub mod inspect;
pub mod office;
pub mod manual;

// Everything that touches the world.
pub mod shell;

/// Runs gongkai with the arguments of a command line.
pub fn run(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<(), shell::command::ExitCode> {
    match shell::cli::parse(arguments) {
        Ok(cli) => shell::command::run(&cli),
        Err(answer) => shell::command::answer(&answer),
    }
}
