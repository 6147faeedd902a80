//! The files that pages load: what stands in `static/`, and all of `styles/` joined into one. Each is published under a
//! name that changes with its content, and a style sheet names the files that it loads by those names.

mod addresses;
mod faults;
mod names;
mod properties;

use std::collections::BTreeMap;
use std::ops::Range;

use super::css::{StyleSheet, StyleSheets};
use super::files::nearest_files;
use super::{Asset, STATIC, STYLE, STYLES, THEME_FILE, drawing};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::source::SourceTree;
use crate::value::RelPath;
use addresses::Lost;
use faults::{drawing_fault, style_fault};
use names::{names, published};
use properties::undefined;

/// Returns every file that pages load, by the name that templates use.
pub(super) fn assets(
    tree: &SourceTree,
    layers: &[String],
    sheets: &StyleSheets<'_>,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Asset> {
    let files = nearest_files(tree, layers, STATIC);
    names(&files, layers, found);
    undefined(sheets, found);
    let names: Vec<&str> = files.keys().copied().filter(|name| *name != STYLE).chain([STYLE]).collect();
    let styles = nearest_files(tree, layers, STYLES).into_values().collect();
    let mut maker = Maker { tree, files, sheets, styles, made: BTreeMap::new(), open: Vec::new(), found };
    for name in names {
        let _ = maker.make(name);
    }
    maker.made
}

/// Makes files, each after those that it loads.
struct Maker<'a, 'f> {
    tree: &'a SourceTree,
    files: BTreeMap<&'a str, &'a RelPath>,
    sheets: &'a StyleSheets<'a>,
    /// What is joined, in order.
    styles: Vec<&'a RelPath>,
    made: BTreeMap<String, Asset>,
    /// The files that are being made, each loaded by the one before.
    open: Vec<String>,
    found: &'f mut Vec<Diagnostic>,
}

impl<'a> Maker<'a, '_> {
    /// Returns where a file is published; none if there is no such file, or it loads itself.
    fn make(&mut self, name: &str) -> Result<RelPath, Lost> {
        if let Some(asset) = self.made.get(name) {
            return Ok(asset.path.clone());
        }
        if self.open.iter().any(|open| open == name) {
            return Err(Lost::Circle);
        }
        let file = self.files.get(name).copied();
        self.open.push(name.to_owned());
        let bytes = match file {
            _ if name == STYLE => Some(self.joined().into_bytes()),
            Some(path) => self.bytes(path),
            None => None,
        };
        self.open.pop();
        let bytes = bytes.ok_or(Lost::Nowhere)?;
        let path = published(name, &bytes);
        self.made.insert(name.to_owned(), Asset { path: path.clone(), bytes: bytes.into() });
        Ok(path)
    }

    /// Returns all styles in one, in the order of their names.
    fn joined(&mut self) -> String {
        let mut joined = String::new();
        for path in self.styles.clone() {
            let Some(text) = self.text(path) else { continue };
            match (self.sheet(path, text), self.sheets.get(path)) {
                (sheet, Some(read)) if sheet == text => joined.push_str(&read.lean()),
                (sheet, _) => joined.push_str(&StyleSheet::read(&sheet).lean()),
            }
        }
        joined
    }

    /// Returns the bytes of a file as they are published.
    fn bytes(&mut self, path: &RelPath) -> Option<Vec<u8>> {
        match path.name().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
            Some("css") => {
                let text = self.text(path)?;
                return Some(self.sheet(path, text).into_bytes());
            }
            Some("svg") => {
                for (fault, range) in drawing::faults(self.text(path)?) {
                    self.say(path, range, drawing_fault(&fault));
                }
            }
            _ => {}
        }
        self.tree.bytes(path.as_str()).map(<[u8]>::to_vec)
    }

    /// Returns a style sheet in which every file has the name that it is published under.
    fn sheet(&mut self, path: &RelPath, text: &str) -> String {
        let (addresses, faults) = match self.sheets.get(path) {
            Some(sheet) => sheet.addresses(),
            None => StyleSheet::read(text).addresses(),
        };
        for (fault, range) in faults {
            self.say(path, range, style_fault(fault));
        }
        let mut sheet = String::with_capacity(text.len());
        let mut end = 0;
        for address in addresses {
            let range = address.range.clone();
            sheet.push_str(&text[end..range.start]);
            end = range.end;
            match self.followed(&address) {
                Ok(Some(published)) if address.is_bare => sheet.push_str(&format!("url(\"{published}\")")),
                Ok(Some(published)) => sheet.push_str(&format!("\"{published}\"")),
                Ok(None) => sheet.push_str(&text[range]),
                Err(lost) => self.say(path, range, self.lost(&lost, &address.text)),
            }
        }
        sheet.push_str(&text[end..]);
        sheet
    }

    /// Returns the text of a file; a diagnostic if it has none.
    fn text(&mut self, path: &RelPath) -> Option<&'a str> {
        match self.tree.checked_text(path) {
            Ok(text) => Some(text),
            Err(diagnostic) => {
                self.found.push(*diagnostic);
                None
            }
        }
    }

    fn say(&mut self, path: &RelPath, range: Range<usize>, (message, help): (Message, Message)) {
        self.found.push(finding(Place::span(path, range), message, help));
    }
}

fn finding(place: Place, message: Message, help: Message) -> Diagnostic {
    Diagnostic::of(THEME_FILE, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::files::style_sheets;
    use super::*;

    /// The files of a theme `red` over `base`, and what is said of them.
    pub(super) fn made(files: &[(&str, &str)]) -> (BTreeMap<String, Asset>, Vec<Diagnostic>, SourceTree) {
        let mut tree = SourceTree::default();
        for (path, text) in files {
            tree.insert(RelPath::of(format!("themes/{path}")), text.as_bytes().to_vec());
        }
        let (layers, mut found) = (["red".to_owned(), "base".to_owned()], Vec::new());
        let made = assets(&tree, &layers, &style_sheets(&tree, &layers), &mut found);
        (made, found, tree)
    }

    fn text<'a>(made: &'a BTreeMap<String, Asset>, name: &str) -> &'a str {
        std::str::from_utf8(&made[name].bytes).expect("a text")
    }

    /// The name that a file is published under, without its folder.
    fn name<'a>(made: &'a BTreeMap<String, Asset>, name: &str) -> &'a str {
        made[name].path.name()
    }

    #[test]
    fn styles_name_files_as_they_are_published() {
        let (made, found, _) = made(&[
            ("red/styles/90-a.css", "a { b: url(crest.svg) url(#c) url('f/x y.woff2?#iefix') }"),
            ("base/static/crest.svg", "<svg/>"),
            ("base/static/f/x y.woff2", "font"),
            (
                "base/static/f/print.css",
                "@import 'more.css' print;\n/* kept */ d { e: url(../crest.svg) url( \"./g.png\" ) }",
            ),
            ("base/static/f/more.css", ""),
            ("base/static/f/g.png", "g"),
        ]);
        assert_eq!(found, []);
        let (crest, font) = (name(&made, "crest.svg"), name(&made, "f/x y.woff2").replace(' ', "%20"));
        let expected = format!("a {{ b: url(\"{crest}\") url(#c) url(\"f/{font}?#iefix\") }}\n");
        assert_eq!(text(&made, STYLE), expected);
        let (more, png) = (name(&made, "f/more.css"), name(&made, "f/g.png"));
        let expected = format!("@import \"{more}\" print;\n/* kept */ d {{ e: url(\"../{crest}\") url( \"{png}\" ) }}");
        assert_eq!(text(&made, "f/print.css"), expected);
    }

    #[test]
    fn the_name_of_a_style_changes_with_the_files_that_it_loads() {
        let names = |svg: &str| {
            let (made, found, _) = made(&[
                ("red/styles/1.css", "a { b: url(c.css) }"),
                ("red/static/c.css", "@import url(d.css);"),
                ("red/static/d.css", "a { b: url(e.svg) }"),
                ("red/static/e.svg", svg),
            ]);
            assert_eq!(found, []);
            ["e.svg", "d.css", "c.css", STYLE].map(|file| name(&made, file).to_owned())
        };
        let (before, after) = (names("<svg/>"), names("<svg></svg>"));
        assert_eq!(before, names("<svg/>"), "the same files have the same names");
        for (before, after) in before.iter().zip(&after) {
            assert_ne!(before, after);
        }
    }

    #[test]
    fn what_a_style_may_not_load_is_named_at_its_place() {
        let (elsewhere, nowhere) = ("is not a file of the theme", "there is no file");
        for (css, place, message) in [
            ("a { b: url(https://c.example/d.png) }", "url(https://c.example/d.png)", elsewhere),
            ("a { b: url('//c.example/d.png') }", "'//c.example/d.png'", elsewhere),
            (r"a { b: \75rl('\\\\c.example') }", r"'\\\\c.example'", elsewhere),
            ("a { b: url(HTTP:c) }", "url(HTTP:c)", elsewhere),
            (r"a { b: url('ht\9 tp://c') }", r"'ht\9 tp://c'", elsewhere),
            ("a { b: url(data:image/png;base64,AA==) }", "url(data:image/png;base64,AA==)", elsewhere),
            ("a { b: image-set('https://c' 1x) }", "'https://c'", elsewhere),
            ("@font-face { src: url(https://c/d.woff2) }", "url(https://c/d.woff2)", elsewhere),
            ("@import url(https://c.example/d.css);", "url(https://c.example/d.css)", "is not read"),
            ("@import 'd.css';", "'d.css'", "is not read"),
            ("a { b: url(nosuch.png) }", "url(nosuch.png)", nowhere),
            ("a { b: url(/crest.svg) }", "url(/crest.svg)", nowhere),
            ("a { b: url(../../crest.svg) }", "url(../../crest.svg)", nowhere),
            ("a { b: url('') }", "''", nowhere),
            ("a { b: url(style.css) }", "url(style.css)", "in a circle"),
            ("a { b: c", "{", "is not closed"),
            ("a { --c: d; b: src(var(--c)) }", "var(", "is not written out"),
            ("a { --accent: red; color: var(--acent) }", "--acent", "no style defines"),
        ] {
            let (_, found, tree) = made(&[("red/styles/1.css", css), ("base/static/crest.svg", "<svg/>")]);
            let [finding] = &found[..] else { panic!("{css}: {found:?}") };
            let Some(Place::Span(path, range)) = &finding.place else { panic!("{css}: no place") };
            assert_eq!((finding.rule, path.as_str()), ("theme-file", "themes/red/styles/1.css"));
            assert_eq!(tree.text(path.as_str()).map(|text| &text[range.clone()]), Some(place), "{css}");
            assert!(finding.message.en.contains(message), "{css}: {}", finding.message.en);
        }
        let (_, found, _) = made(&[("red/static/a.css", "@import 'b.css';"), ("red/static/b.css", "@import 'a.css';")]);
        assert!(
            found.iter().all(|finding| finding.message.en.contains("in a circle")) && found.len() == 1,
            "{found:?}"
        );
    }

    proptest! {
        /// Whatever a file is called that can be on a disk, it is published or named in a diagnostic.
        #[test]
        fn no_name_is_too_odd(name in r"[a-zA-Z.\-_ ~%#&+@!中é\u{300}\u{1F600}\u{200B}$/]{1,12}", kind in "(\\.css|\\.svg|\\.CSS|\\.|)", text in ".{0,20}") {
            if let Ok(path) = RelPath::new(&format!("themes/red/static/{name}{kind}")) {
                let mut tree = SourceTree::default();
                tree.insert(path.clone(), text.into_bytes());
                let (layers, mut found) = (["red".to_owned()], Vec::new());
                let made = assets(&tree, &layers, &style_sheets(&tree, &layers), &mut found);
                let asset = made.get(&format!("{name}{kind}"));
                prop_assert!(asset.is_some_and(|asset| RelPath::new(asset.path.as_str()).is_ok()));
                prop_assert!(found.iter().all(|finding| finding.place.as_ref().is_some_and(|place| *place.path() == path)));
            }
        }

        /// Whatever stands in a style sheet, it is read; what was rewritten once is read the same way again.
        #[test]
        fn no_style_is_too_odd(css in r#"([a-z0-9 \n;:@\\"'(){}\[\]/*#.-]|url\(|@import |@namespace |/\*|\*/|image-set\(|\\75 ){0,30}"#) {
            let (made, _, _) = made(&[("red/styles/1.css", &css)]);
            prop_assert!(made.contains_key(STYLE));
        }
    }
}
