//! gongkai (公开) turns what an office wrote about how it rectified the findings of an inspection into what the public reads: a static,
//! bilingual site.
//!
//! # The map
//!
//! What the office wrote becomes what the public reads in steps that anyone can follow and none can bend. Rooms stand below in reading
//! order; a room uses only rooms above it (`tests/architecture.rs` reads this file and checks).
//!
//! ```text
//! content/*.yaml, *.md, themes/**  --disk-->  tree
//!    tree --content--> records --model--> Notice --statistics--> Statistics
//!    tree --theme--> Theme
//!    Edition = tree + Notice + Statistics + Theme + texts, set once --rules--> findings
//!    Edition --site--> pages, views --render--> bytes        (one page at a time)
//!    Edition --formats--> CSV, JSON, feed, sitemap …
//! public/  <--disk--  bytes
//! record types, RULES, views + pages of Markdown --manual--> `gongkai help TOPIC`
//! the author's browser  <--http--  bytes        (again whenever `watch` says that files changed: only what they touch is made again)
//! ```
//!
//! # What always holds
//!
//! 1. **One path.** Every command calls [`compile::compile`]; `check` is the pipeline without the writer.
//! 2. **A room uses only rooms above it** in this file.
//! 3. **Pure until the shell.** No file, clock, environment or network above [`disk`]; `.clippy.toml` bans them and the shell opts out. Same
//!    tree, same bytes: no clock, no hash order, no floating point in what is published.
//! 4. **Stages report, they do not fail.** [`diagnostic::Checked`] carries the value and every finding; `Result` is for the machine.
//! 5. **Three families of types.** Records derive `Deserialize`, views derive `Serialize`, the model derives neither (where nothing is left to
//!    resolve, the model holds the record's own part).
//! 6. **Rendering one page is a pure function** of its view and the theme. Nothing is absent-mindedly shared: a template reads its view and
//!    reaches nothing else.
//! 7. **What is remembered changes nothing but the time.** [`compile::Memory`] holds what was made of single files, as long as they stay the same.
//! 8. **Tables, not switches**: [`rules::RULES`], [`formats::FORMATS`].
//! 9. **Publishing is one step.** A reader of `public/` sees the old site or the new one, whole, whatever dies when.
//!
//! # To add …
//!
//! - a language: a word in `notice.yaml`, a messages file in the theme;
//! - a format or a rule: one function, one row;
//! - a theme: one folder that may `extends:` another; a component: its template and its examples, which `serve` shows at `/_components.html`;
//! - a topic of the manual: its page in each language, and its name in [`manual::TOPICS`];
//! - a field of an issue: [`content`] → [`model`] → [`site`] → template, in that order.

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
pub mod inspect;
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
