//! The files that pages load: what stands in `static/`, and all of `styles/` joined into one. Each is published under a
//! name that changes with its content, and a style sheet names the files that it loads by those names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::css::{Address, PropertyRead, StyleFault, StyleSheet, StyleSheets};
use super::files::nearest_files;
use super::{Asset, STATIC, STYLE, STYLES, THEME_FILE, drawing};
use crate::diagnostic::{Diagnostic, Message, Place, nearest};
use crate::say;
use crate::source::SourceTree;
use crate::value::{RelPath, url};

/// How many bytes the name of a published file may have on every system.
const LONGEST: usize = 255;

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

/// Reports names that cannot be published.
fn names(files: &BTreeMap<&str, &RelPath>, layers: &[String], found: &mut Vec<Diagnostic>) {
    for (name, path) in files {
        let mut say = |message, help| found.push(finding(Place::File((*path).clone()), message, help));
        let (length, longest) = (published(name, &[]).name().len(), LONGEST);
        if *name == STYLE {
            say(
                say!("“{STYLE}”是合并后的样式的名称", "`{STYLE}` is the name of the joined styles"),
                say!("请改名，或者把它放进 styles/", "rename it, or put it into styles/"),
            );
        }
        if length > longest {
            say(
                say!("文件名太长：发布时有 {length} 字节", "the name is too long: {length} bytes as it is published"),
                say!(
                    "请改短，发布时不超过 {longest} 字节",
                    "make it shorter, at most {longest} bytes as it is published"
                ),
            );
        }
    }
    for (near, far) in alike(files, layers) {
        found.push(finding(
            Place::File(near.clone()),
            say!("文件名与“{far}”只差大小写或字形", "the name differs from `{far}` only in case or composition"),
            say!(
                "要替换那个文件，请用同一个名称；否则请改名",
                "use the very same name to replace that file, or rename this one"
            ),
        ));
    }
}

/// Reports custom properties that a style reads and none defines: a browser takes no value at all for them.
fn undefined(sheets: &StyleSheets<'_>, found: &mut Vec<Diagnostic>) {
    let properties: Vec<_> = sheets.iter().map(|(path, sheet)| (*path, sheet.custom_properties())).collect();
    let defined: BTreeSet<&str> =
        properties.iter().flat_map(|(_, of)| of.defined.iter().map(|(name, _)| *name)).collect();
    for (path, properties) in &properties {
        let missing = properties.read.iter().filter(|read| read.stands_alone && !defined.contains(read.name));
        for PropertyRead { name, range, .. } in missing {
            let message = say!("没有哪个样式定义“{name}”", "no style defines `{name}`");
            let help = match nearest(name, defined.iter().copied()) {
                Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
                None => say!(
                    "请定义它：:root {{ {name}: … }}，或写明缺省值：var({name}, …)",
                    "define it, :root {{ {name}: … }}, or write what stands in for it: var({name}, …)"
                ),
            };
            found.push(finding(Place::span(path, range.clone()), message, help));
        }
    }
}

/// Files whose names differ only in case or composition, the one of the nearer layer first. Those of one layer are
/// found where files are read.
fn alike<'a>(files: &BTreeMap<&str, &'a RelPath>, layers: &[String]) -> Vec<(&'a RelPath, &'a RelPath)> {
    let layer =
        |path: &RelPath| layers.iter().position(|layer| path.as_str().split('/').nth(1) == Some(layer.as_str()));
    let mut first: BTreeMap<String, &RelPath> = BTreeMap::new();
    let mut alike = Vec::new();
    for (name, path) in files {
        match first.insert(name.nfc().collect::<String>().to_lowercase(), path) {
            Some(other) if layer(other) < layer(path) => alike.push((other, *path)),
            Some(other) if layer(other) > layer(path) => alike.push((*path, other)),
            _ => {}
        }
    }
    alike
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

/// Why an address in a style sheet leads to no file of the theme.
enum Lost {
    Elsewhere,
    Nowhere,
    Circle,
    Import,
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

    /// Returns the address of a file as it is published, seen from the sheet that is being made; none for a place in
    /// what is shown already.
    fn followed(&mut self, address: &Address) -> Result<Option<String>, Lost> {
        // The sheet that is being made.
        let sheet = self.open.last().cloned().unwrap_or_default();
        if address.is_import && sheet == STYLE {
            return Err(Lost::Import);
        }
        // Browsers leave out these signs, and take one slash for the other.
        let text: String = address.text.chars().filter(|c| !"\t\n\r".contains(*c)).collect();
        let text = text.trim_matches(|c: char| c <= ' ').replace('\\', "/");
        if text.starts_with('#') && !address.is_import {
            return Ok(None);
        }
        if text.starts_with("//") || has_scheme(&text) {
            return Err(Lost::Elsewhere);
        }
        let end = text.find(['?', '#']).unwrap_or(text.len());
        let beside = RelPath::of(format!("{STATIC}/{sheet}")).beside(&url::decoded(&text[..end]));
        let name = beside.as_deref().and_then(|path| path.strip_prefix("static/")).ok_or(Lost::Nowhere)?;
        let target = self.make(name)?;
        Ok(Some(format!("{}{}", url::encoded_path(&seen_from(&sheet, &target)), url::completed(&text[end..]))))
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

    fn lost(&self, lost: &Lost, address: &str) -> (Message, Message) {
        match lost {
            Lost::Elsewhere => elsewhere(address),
            Lost::Nowhere => (
                say!("外观的 static/ 里没有“{address}”", "there is no file `{address}` in the theme's static/"),
                match nearest(address, self.files.keys().copied()) {
                    Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
                    None => say!("请写文件在 static/ 里的名称", "write the name that the file has in static/"),
                },
            ),
            Lost::Circle => (
                say!("样式表绕了一圈又加载自己：“{address}”", "style sheets load each other in a circle: `{address}`"),
                say!("请删去其中一处", "take one of the addresses out"),
            ),
            Lost::Import => (
                say!(
                    "styles/ 会合并成一个文件，其中的 @import 不起作用",
                    "all of styles/ is joined into one file, where `@import` is not read"
                ),
                say!(
                    "请把那个文件放进 styles/，先后由文件名决定",
                    "put that file into styles/; names decide the order"
                ),
            ),
        }
    }
}

fn elsewhere(address: &str) -> (Message, Message) {
    (
        say!(
            "“{address}”不是外观自己的文件，浏览器会拒绝加载",
            "`{address}` is not a file of the theme, so browsers refuse to load it"
        ),
        say!("请把文件放进外观的 static/，写它的名称", "put the file into the theme's static/ and write its name"),
    )
}

fn style_fault(fault: StyleFault) -> (Message, Message) {
    let mend = say!("请改正样式，否则后面的样式会失效", "correct the style, or what comes after it has no effect");
    match fault {
        StyleFault::Unclosed => (say!("括号没有闭合", "the bracket is not closed"), mend),
        StyleFault::Unopened => (say!("多了一个闭合的括号", "the bracket closes nothing"), mend),
        StyleFault::Unended => {
            (say!("字符串、网址或注释没有正确结束", "the string, address or comment does not end properly"), mend)
        }
        StyleFault::TooDeep => (say!("括号套得太深", "brackets stand too deep in each other"), mend),
        StyleFault::Composed => (
            say!("网址不是直接写出的", "the address is not written out"),
            say!("请直接写 static/ 里文件的名称", "write the name of a file in static/"),
        ),
    }
}

fn drawing_fault(fault: &drawing::DrawingFault) -> (Message, Message) {
    use drawing::DrawingFault::{Declares, Loads, Malformed, Runs};
    let again = say!("请用绘图软件重新导出", "export it again from the drawing program");
    match fault {
        Malformed => (say!("图形文件不是完整的 XML", "the drawing is not well-formed XML"), again),
        Declares => {
            (say!("图形文件里有实体声明或处理指令", "the drawing has declarations or instructions of its own"), again)
        }
        Runs(what) => (
            say!("图形里不能有 {what}", "a drawing may not have `{what}`"),
            say!("请删去；图形只用来看", "take it out: a drawing is only looked at"),
        ),
        Loads(address) => (
            say!("图形不能加载“{address}”", "a drawing may not load `{address}`"),
            say!("请把内容直接画在图形里", "draw what it shows into the drawing itself"),
        ),
    }
}

fn finding(place: Place, message: Message, help: Message) -> Diagnostic {
    Diagnostic::of(THEME_FILE, place, message).help(help)
}

/// Returns whether an address names a scheme: `https:`, `data:`.
fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// Returns the path of a published file, seen from a sheet.
fn seen_from(sheet: &str, target: &RelPath) -> String {
    let folder = sheet.rsplit_once('/').map_or("assets", |(folder, _)| folder);
    if target.folder().strip_prefix("assets/").unwrap_or("assets") == folder {
        return target.name().to_owned();
    }
    let below = target.as_str().strip_prefix("assets/").unwrap_or(target.as_str());
    format!("{}{below}", "../".repeat(sheet.matches('/').count()))
}

/// Returns where a file is published: `sub/crest.svg` as `assets/sub/crest.1f2e3d4c5b.svg`, a name without ending with
/// the hash at its end.
fn published(name: &str, bytes: &[u8]) -> RelPath {
    let hash: String = Sha256::digest(bytes).iter().take(5).map(|b| format!("{b:02x}")).collect();
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    match file.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) {
        Some((stem, ending)) => RelPath::of(format!("assets/{folder}{slash}{stem}.{hash}.{ending}")),
        None => RelPath::of(format!("assets/{folder}{slash}{file}.{hash}")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::files::style_sheets;
    use super::*;

    /// The files of a theme `red` over `base`, and what is said of them.
    fn made(files: &[(&str, &str)]) -> (BTreeMap<String, Asset>, Vec<Diagnostic>, SourceTree) {
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

    #[test]
    fn a_custom_property_may_be_defined_by_any_layer_or_have_a_stand_in() {
        let (_, found, _) = made(&[
            ("red/styles/90-a.css", "a { color: var(--ink); margin: var( --gap , 1px ); b: var(--typed) }"),
            ("base/styles/10-b.css", ":root { --ink: black }\n@property --typed { syntax: '*' }"),
        ]);
        assert_eq!(found, []);
    }

    #[test]
    fn names_that_cannot_be_published() {
        let long = format!("red/static/{}.png", "长".repeat(82));
        for (path, message) in [
            ("red/static/style.css", "is the name of the joined styles"),
            ("red/static/Crest.svg", "differs from"),
            (&long, "is too long"),
            ("red/static/b.svg", "a drawing may not have"),
        ] {
            let (_, found, _) = made(&[(path, "<svg><script/></svg>"), ("base/static/crest.svg", "<svg/>")]);
            let said: Vec<_> = found.iter().filter(|finding| finding.message.en.contains(message)).collect();
            assert_eq!(said.len(), 1, "{path}: {found:?}");
            assert_eq!(said[0].place.as_ref().map(|place| place.path().as_str()), Some(&*format!("themes/{path}")));
        }
    }

    #[test]
    fn the_hash_stands_before_the_ending_of_a_file() {
        for (name, expected) in [
            ("crest.svg", "assets/crest.#.svg"),
            ("LICENSE", "assets/LICENSE.#"),
            (".nojekyll", "assets/.nojekyll.#"),
            ("v1.2/LICENSE", "assets/v1.2/LICENSE.#"),
            ("v1.2/a.tar.gz", "assets/v1.2/a.tar.#.gz"),
            ("a..b", "assets/a..#.b"),
        ] {
            assert_eq!(published(name, &[]).as_str().replace("e3b0c44298", "#"), expected);
        }
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
