//! Fixture sites in memory, changed file by file: `Fixture::small().with("content/…", "…").compile()`.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use gongkai::cache::Cache;
use gongkai::compile::{Options, Site, compile_with};
use gongkai::diagnostic::{Checked, Diagnostic, Place};
use gongkai::inspect::Inspector;
use gongkai::office::manuscript::{Block, TextLook};
use gongkai::progress::Progress;
use gongkai::shell::report;
use gongkai::site::formats::LEDGER_EXPORTED_SHEET;
use gongkai::source::SourceTree;
use gongkai::theme;
use gongkai::value::RelPath;

/// The files of a site, and what a compilation of their like left. That it changes nothing but the time is a test of its own (`memory.rs`).
#[derive(Clone)]
pub struct Fixture {
    tree: SourceTree,
    cache: Arc<Cache>,
}

const SMALL_FOLDER: &str = "tests/suite/fixtures/small";

static SMALL: LazyLock<Fixture> = LazyLock::new(|| Fixture::of(Path::new(SMALL_FOLDER)).compiled());
static COUNTY: LazyLock<Fixture> = LazyLock::new(|| Fixture::of(Path::new("tests/suite/fixtures/county")).compiled());
/// The small notice in one language: what its compilation leaves serves all that are in this language.
static CHINESE: LazyLock<Fixture> = LazyLock::new(|| in_one_language("zh"));
static ENGLISH: LazyLock<Fixture> = LazyLock::new(|| in_one_language("en"));
static NOTICE: LazyLock<Fixture> = LazyLock::new(|| Fixture::of(Path::new(".")).compiled());

impl Fixture {
    /// Three issues, two sections, everything that a record can have.
    pub fn small() -> Fixture {
        SMALL.clone()
    }

    /// Twelve issues of an invented county in three languages: every field of every record, every way to write YAML and Markdown.
    pub fn county() -> Fixture {
        COUNTY.clone()
    }

    /// The notice in this repository.
    pub fn notice() -> Fixture {
        NOTICE.clone()
    }

    /// The files of a folder.
    pub fn of(root: &Path) -> Fixture {
        let Checked { value, diagnostics } =
            gongkai::shell::disk::read_tree(root, &["content", "themes"], &Progress::default())
                .expect("the fixture can be read");
        assert_eq!(diagnostics, []);
        Fixture { tree: theme::with_built_in(value), cache: Arc::default() }
    }

    /// The files of a tree.
    pub fn of_tree(tree: SourceTree) -> Fixture {
        let notice = tree.text("content/notice.yaml").unwrap_or_default();
        let like = [("[zh]", &CHINESE), ("[en]", &ENGLISH)];
        let like = like.into_iter().find(|(languages, _)| notice.contains(&format!("languages: {languages}\n")));
        let cache = like.map_or(&SMALL, |(_, fixture)| fixture).cache.clone();
        Fixture { tree, cache }
    }

    /// These files and the built-in theme.
    pub fn with_files(files: &[(&str, &str)]) -> Fixture {
        let tree = SourceTree::of(files.iter().map(|(path, text)| (*path, text.as_bytes())));
        Fixture::of_tree(theme::with_built_in(tree))
    }

    /// The same site with a file put in or replaced.
    pub fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Fixture {
        self.tree.insert(RelPath::of(path), bytes.as_ref().into());
        self
    }

    /// The same site with a text replaced in a file; the text must be there.
    pub fn replacing(self, path: &str, from: &str, to: &str) -> Fixture {
        let text = self.tree.text(path).unwrap_or_else(|| panic!("no {path}")).to_owned();
        assert!(text.contains(from), "{path} has no {from:?}");
        self.with(path, text.replacen(from, to, 1))
    }

    /// The same site with a text at the end of a file.
    pub fn adding(self, path: &str, text: &str) -> Fixture {
        let before = self.tree.text(path).unwrap_or_else(|| panic!("no {path}")).to_owned();
        self.with(path, before + text)
    }

    /// The same site without a file, if it has it at all.
    pub fn without_any(self, path: &str) -> Fixture {
        if self.tree.has(path) { self.without(path) } else { self }
    }

    /// The same site without a file.
    pub fn without(self, path: &str) -> Fixture {
        let others: Vec<&str> = self.tree.paths().map(RelPath::as_str).filter(|p| *p != path).collect();
        assert_eq!(others.len() + 1, self.tree.len(), "no {path}");
        let tree = SourceTree::of(others.into_iter().map(|path| (path, self.tree.bytes(path).expect("bytes"))));
        Fixture { tree, cache: self.cache }
    }

    /// Every file.
    pub fn paths(&self) -> Vec<String> {
        self.tree.paths().map(ToString::to_string).collect()
    }

    /// Whether there is a file.
    pub fn has(&self, path: &str) -> bool {
        self.tree.has(path)
    }

    /// The text of a file, which must be there.
    pub fn text(&self, path: &str) -> String {
        self.tree.text(path).unwrap_or_else(|| panic!("no {path}")).to_owned()
    }

    /// The files.
    pub fn into_tree(self) -> SourceTree {
        self.tree
    }

    /// The same site, with what its compilation leaves.
    fn compiled(self) -> Fixture {
        let mut cache = Cache::default();
        compile_with(&Arc::new(self.tree.clone()), &Options::default(), &mut cache);
        Fixture { tree: self.tree, cache: Arc::new(cache) }
    }

    /// What becomes of it.
    pub fn compile(self) -> Compiled {
        self.compile_with(&Options::default())
    }

    /// What becomes of it with options.
    pub fn compile_with(self, options: &Options) -> Compiled {
        let tree = Arc::new(self.tree);
        let Checked { value, diagnostics } = compile_with(&tree, options, &mut Cache::clone(&self.cache));
        Compiled { tree, site: value.0, diagnostics }
    }
}

fn in_one_language(code: &str) -> Fixture {
    let languages = format!("languages: [{code}]");
    Fixture::of(Path::new(SMALL_FOLDER)).replacing("content/notice.yaml", "languages: [zh, en]", &languages).compiled()
}

/// The text of a published file; of an office document what a person sees of it, a line for each paragraph and each cell.
pub fn words(path: &str, bytes: Vec<u8>) -> String {
    if ![".docx", ".xlsx"].iter().any(|ending| path.ends_with(ending)) {
        return String::from_utf8_lossy(&bytes).into_owned();
    }
    let found = gongkai::office::read(path, &bytes).expect("an office document");
    let with_footnotes = |text: &str, looks: &[TextLook]| {
        std::iter::once(text.to_owned()).chain(looks.iter().filter_map(|look| look.footnote.clone())).collect()
    };
    let lines = found.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => with_footnotes(&paragraph.text, &paragraph.looks),
        Block::Table(table) if table.name == LEDGER_EXPORTED_SHEET => Vec::new(),
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.flat_map(|cell| -> Vec<String> { with_footnotes(&cell.text, &cell.looks) }).collect()
        }
    });
    lines.chain(found.left_out.iter().map(|left| left.text.clone())).collect::<Vec<_>>().join("\n")
}

/// The words of a page: HTML without its tags.
pub fn untagged(html: &str) -> String {
    let mut words = String::new();
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => words.push(c),
            _ => {}
        }
    }
    words
}

/// Returns HTML without the elements that keep dates whole.
pub fn undated(html: &str) -> String {
    let mut parts = html.split("<span class=\"date\">");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| before + &part.replacen("</span>", "", 1))
}

/// A compiled fixture.
pub struct Compiled {
    pub tree: Arc<SourceTree>,
    pub site: Option<Site>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiled {
    /// The site; there must be one, and no finding that was not accepted.
    pub fn site(&self) -> &Site {
        let counted = self.diagnostics.iter().filter(|d| d.accepted.is_none());
        assert_eq!(counted.map(|d| self.line(d)).collect::<Vec<_>>(), Vec::<String>::new());
        self.site.as_ref().expect("a site")
    }

    /// The text of one published file; the last look before publication finds nothing in one beside the pages.
    pub fn file(&self, path: &str) -> String {
        let site = self.site();
        let outputs = site.outputs();
        let output = outputs.iter().find(|o| o.path().as_str() == path).unwrap_or_else(|| panic!("no {path}"));
        let Checked { value, diagnostics } = site.render(output);
        assert_eq!(diagnostics, []);
        let bytes = value.expect("bytes");
        // A page may be set by a template of the test's own, which has no frame.
        if !path.ends_with(".html") {
            assert_eq!(Inspector::new(site, &outputs).look(output.path(), &bytes).diagnostics, [], "{path}");
        }
        words(path, bytes.into_owned())
    }

    /// Findings as `rule path:line:column`.
    pub fn shown(&self) -> Vec<String> {
        self.diagnostics.iter().map(|d| self.line(d)).collect()
    }

    fn line(&self, diagnostic: &Diagnostic) -> String {
        format!("{} {}", diagnostic.rule, self.place(diagnostic))
    }

    fn place(&self, diagnostic: &Diagnostic) -> String {
        let Some(place) = &diagnostic.place else { return String::new() };
        let path = place.path();
        match (place, self.tree.text(path.as_str())) {
            (Place::Span(_, range), Some(text)) => {
                let (line, column) = report::position(text, range.start);
                format!("{path}:{line}:{column}")
            }
            _ => path.to_string(),
        }
    }
}
