//! The laws of layers: a room uses only rooms above it in `src/lib.rs`, and the files of a room use each other without circles.
//!
//! How it is measured. Each file of `src` is read as tokens, without comments, literals and its module of tests. Every path counts that begins
//! with `crate`, `self`, `super` or the name of a child module that the file declares, in `use` declarations with all members of their groups
//! and in code alike; `super` is counted from the module that it is written in, inline modules included. A path leads to the file of the
//! longest part of it that is a module. Where a module re-exports a name (`pub use child::Name`), a path by that name leads on to the file that
//! it comes from. Between a module and the modules inside it nothing is counted: a module declares its children, calls them and gives them
//! what they share, and that alone is no circle. A circle is a set of other files of one room each of which uses, directly or through others
//! of the room, all the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::rust_code::{self, Token, tokens};

/// A module by its names from the root of the crate.
type Module = Vec<String>;

/// Rooms in the order of `src/lib.rs`.
fn rooms() -> Vec<String> {
    let lib = std::fs::read_to_string("src/lib.rs").expect("src/lib.rs");
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// The module that a file is.
fn module_of(path: &Path) -> Module {
    let parts = path.strip_prefix("src").expect("in src").with_extension("");
    parts
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .filter(|part| part != "lib" && part != "main")
        .collect()
}

/// A path in a source, from the root of the crate, and whether it is re-exported.
#[derive(Debug, PartialEq)]
struct Use {
    path: Module,
    is_reexport: bool,
}

/// Every path to a module of the crate that a source names.
fn uses(source: &str, module: &[String]) -> Vec<Use> {
    let tokens = tokens(rust_code::without_tests(source));
    let mut reader = Reader { tokens: &tokens, module, inline: Vec::new(), found: Vec::new() };
    reader.read();
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    module: &'a [String],
    /// Inline modules around the place that is read, with the depth of brackets inside them.
    inline: Vec<(&'a str, usize)>,
    found: Vec<Use>,
}

impl<'a> Reader<'a> {
    fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    fn read(&mut self) {
        let children: BTreeSet<&str> = (0..self.tokens.len())
            .filter(|at| self.text(*at) == "mod" && self.text(at + 2) == ";")
            .map(|at| self.text(at + 1))
            .collect();
        let (mut depth, mut at) = (0, 0);
        while at < self.tokens.len() {
            match self.text(at) {
                "mod" if self.text(at + 2) == "{" => self.inline.push((self.text(at + 1), depth + 1)),
                "{" => depth += 1,
                "}" => {
                    self.inline.retain(|(_, inside)| *inside < depth);
                    depth -= 1;
                }
                word if self.text(at + 1) == "::" && !self.is_inside_path(at) => {
                    let is_child = self.inline.is_empty() && children.contains(word);
                    if is_child || ["crate", "self", "super"].contains(&word) {
                        let is_reexport = self.is_reexport(at);
                        at = self.path(at, self.here(), is_reexport);
                        continue;
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn here(&self) -> Module {
        self.module.iter().cloned().chain(self.inline.iter().map(|(name, _)| (*name).to_owned())).collect()
    }

    fn is_inside_path(&self, at: usize) -> bool {
        at > 0 && ["::", "."].contains(&self.text(at - 1))
    }

    /// `pub use path` or `pub(super) use path`.
    fn is_reexport(&self, at: usize) -> bool {
        at >= 2 && self.text(at - 1) == "use" && ["pub", ")"].contains(&self.text(at - 2))
    }

    /// Reads a path, or a group of paths, from a place in the tree of modules; returns where it ends.
    fn path(&mut self, mut at: usize, mut from: Module, is_reexport: bool) -> usize {
        loop {
            match self.text(at) {
                "crate" => from.clear(),
                "self" => {}
                "super" => drop(from.pop()),
                "{" => return self.group(at + 1, &from, is_reexport),
                "*" | "" => {}
                name if name.starts_with(|c: char| c.is_alphabetic() || c == '_') => from.push(name.to_owned()),
                _ => break,
            }
            at += 1;
            if self.text(at) != "::" {
                break;
            }
            at += 1;
        }
        self.found.push(Use { path: from, is_reexport });
        at
    }

    fn group(&mut self, mut at: usize, from: &[String], is_reexport: bool) -> usize {
        while !["}", ""].contains(&self.text(at)) {
            at = match self.text(at) {
                "," => at + 1,
                "as" => at + 2,
                _ => self.path(at, from.to_vec(), is_reexport),
            };
        }
        at + 1
    }
}

/// The sources of the crate, tests apart, by their modules.
fn sources() -> BTreeMap<Module, (PathBuf, String)> {
    let files = rust_code::files("src")
        .into_iter()
        .filter(|(path, _)| !rust_code::is_tests(path) && !path.ends_with("main.rs"));
    files.map(|(path, text)| (module_of(&path), (path, text))).collect()
}

/// Which modules each module uses.
fn graph(sources: &BTreeMap<Module, String>) -> BTreeMap<Module, BTreeSet<Module>> {
    let uses: BTreeMap<&Module, Vec<Use>> = sources.iter().map(|(module, text)| (module, uses(text, module))).collect();
    let reexports: BTreeMap<Module, Module> = uses
        .iter()
        .flat_map(|(module, uses)| uses.iter().filter(|u| u.is_reexport).map(|u| (*module, u)))
        .filter_map(|(module, u)| Some(([&module[..], &[u.path.last()?.clone()]].concat(), u.path.clone())))
        .collect();
    let edges = |module: &Module, uses: &[Use]| {
        let paths = uses.iter().filter(|u| !(u.is_reexport && u.path.starts_with(module)));
        paths.map(|u| resolve(&u.path, sources, &reexports)).filter(|to| !is_inside(to, module)).collect()
    };
    uses.iter().map(|(module, uses)| ((*module).clone(), edges(module, uses))).collect()
}

/// Whether one of two modules is the other or holds it. The root holds all.
fn is_inside(one: &[String], other: &[String]) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// The module whose file a path leads to.
fn resolve(path: &[String], sources: &BTreeMap<Module, String>, reexports: &BTreeMap<Module, Module>) -> Module {
    const MOST_STEPS: usize = 8;
    let mut path = path.to_vec();
    for _ in 0..MOST_STEPS {
        let longest = (0..=path.len()).rev().find(|n| sources.contains_key(&path[..*n])).unwrap_or(0);
        let Some(target) = path.get(..=longest).and_then(|name| reexports.get(name)) else {
            return path[..longest].to_vec();
        };
        path = [target, &path[longest + 1..]].concat();
    }
    path
}

/// The circles of a graph: sets of nodes that reach each other.
fn circles(graph: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<BTreeSet<Module>> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        graph.keys().map(|node| (node, reached_from(node, graph))).collect();
    let circle = |node: &Module| -> BTreeSet<Module> {
        reached[node].iter().filter(|other| reached[**other].contains(node)).map(|other| (*other).clone()).collect()
    };
    graph.keys().map(circle).filter(|circle| circle.len() > 1).collect()
}

fn reached_from<'a>(node: &Module, graph: &'a BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&Module> = graph[node].iter().collect();
    while let Some(next) = open.pop() {
        // A circle within a room does not lead through another.
        if next.first() == node.first()
            && let Some((next, further)) = graph.get_key_value(next)
            && reached.insert(next)
        {
            open.extend(further);
        }
    }
    reached
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let rooms = rooms();
    assert!(rooms.len() > 8, "the rooms of src/lib.rs are found: {rooms:?}");
    let order: BTreeMap<&str, usize> = rooms.iter().enumerate().map(|(i, room)| (room.as_str(), i)).collect();
    let mut broken = Vec::new();
    for (path, text) in rust_code::files("src") {
        let module = module_of(&path);
        let Some(room) = module.first() else { continue };
        for used in uses(&text, &module).iter().filter_map(|u| u.path.first()) {
            if order.get(used.as_str()).is_some_and(|i| *i > order[room.as_str()]) {
                broken.push(format!("{} uses `{used}`, which stands below `{room}`", path.display()));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn every_file_belongs_to_a_room() {
    let rooms = rooms();
    for (path, _) in rust_code::files("src") {
        let module = module_of(&path);
        assert!(module.first().is_none_or(|room| rooms.contains(room)), "{} belongs to no room", path.display());
    }
}

/// The only file that may name the operating system.
const SYSTEM: &str = "src/shell/disk/system.rs";

#[test]
fn one_file_names_the_operating_system() {
    let names_it = |source: &str| {
        let names = |name: &str| source.contains(&format!("{name}::")) || source.contains(&format!("use {name}"));
        ["rustix", "libc", "std::os", "windows", "nix"].into_iter().any(names)
    };
    let named: Vec<PathBuf> =
        rust_code::files("src").into_iter().filter(|(_, source)| names_it(source)).map(|(path, _)| path).collect();
    assert_eq!(named, [Path::new(SYSTEM)]);
}

#[test]
fn paths_are_seen_in_every_form() {
    let module = ["rules", "table"].map(str::to_owned);
    let paths = |source: &str| uses(source, &module).iter().map(|u| u.path.join("::")).collect::<Vec<_>>();
    for (source, expected) in [
        ("//! [`crate::rules`]\nuse crate::value::Date;\n", &["value::Date"][..]),
        ("use crate::{a, b::{self, C as D}, e::*};", &["a", "b", "b::C", "e"]),
        ("use super::super::site::{x, y};", &["site::x", "site::y"]),
        ("use super::marks;", &["rules::marks"]),
        (
            "mod row;\nfn f() { row::g(); other::h(); self::row::i(); x.row::<u8>() }",
            &["rules::table::row::g", "rules::table::row::i"],
        ),
        (
            "mod inner { use super::row; mod deep { use super::super::super::x; } }\nuse super::y;",
            &["rules::table::row", "rules::x", "rules::y"],
        ),
        ("fn f() { let a = \"crate::no\"; crate::value::g(super::h::<u8>()) }", &["value::g", "rules::h"]),
        ("use crate::a;\n#[cfg(test)]\nmod tests {\n    use crate::b;\n}\n", &["a"]),
    ] {
        assert_eq!(paths(source), expected, "{source}");
    }
}

#[test]
fn circles_are_found_and_reexports_are_none() {
    let found = |files: &[(&str, &str)]| {
        let module = |name: &str| name.split("::").map(str::to_owned).collect::<Module>();
        let sources = files.iter().map(|(name, text)| (module(name), (*text).to_owned())).collect();
        let named = |circle: BTreeSet<Module>| circle.iter().map(|m| m.join("::")).collect::<Vec<_>>().join(" ");
        circles(&graph(&sources)).into_iter().map(named).collect::<Vec<_>>()
    };
    let parent = ("a", "mod b;\nmod c;\npub use b::B;\npub use self::c::C;\n");
    assert_eq!(found(&[parent, ("a::b", "use super::c::C;"), ("a::c", "")]), Vec::<String>::new());
    assert_eq!(
        found(&[parent, ("a::b", "use super::C;"), ("a::c", "use super::B;")]),
        ["a::b a::c"],
        "through the parent"
    );
    assert_eq!(found(&[parent, ("a::b", "use super::own;"), ("a::c", "use super::B;")]), Vec::<String>::new());
    assert_eq!(
        found(&[("a", "mod b;\nfn f() { b::g() }"), ("a::b", "use super::f;")]),
        Vec::<String>::new(),
        "its own child"
    );
    assert_eq!(
        found(&[
            ("a", "mod b;\nmod c;\nmod d;"),
            ("a::b", "use super::d::x;"),
            ("a::c", "use super::b::y;"),
            ("a::d", "use crate::a::c;")
        ]),
        ["a::b a::c a::d"]
    );
    assert_eq!(
        found(&[("a", "use crate::b::x;"), ("b", "use crate::a::y;")]),
        Vec::<String>::new(),
        "rooms have a law of their own"
    );
}

#[test]
fn the_files_of_a_room_use_each_other_without_circles() {
    let files = sources();
    let graph = graph(&files.iter().map(|(module, (_, text))| (module.clone(), text.clone())).collect());
    let inside = |circle: &BTreeSet<Module>| {
        let edges = circle.iter().flat_map(|from| graph[from].intersection(circle).map(move |to| (from, to)));
        edges
            .map(|(from, to)| format!("{} uses {}", files[from].0.display(), files[to].0.display()))
            .collect::<Vec<_>>()
    };
    let circles: Vec<Vec<String>> = circles(&graph).iter().map(inside).collect();
    assert_eq!(circles, Vec::<Vec<String>>::new());
}

/// What an output is made from is taken down on the thread that makes it: nothing below a renderer may go to another.
#[test]
fn what_is_rendered_stays_on_its_thread() {
    // The table of rules hands texts to all cores, and what is known of them; a rule looks by itself.
    let rooms = ["src/site", "src/text", "src/theme", "src/rules"];
    let files = walkdir::WalkDir::new("src").into_iter().flatten().map(walkdir::DirEntry::into_path);
    let below = files.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    let below = below.filter(|path| rooms.iter().any(|room| path.starts_with(room)) && !path.ends_with("known.rs"));
    let threaded = below.filter(|path| {
        let text = std::fs::read_to_string(path).expect("a file");
        ["rayon", "thread::", "spawn("].iter().any(|word| text.contains(word))
    });
    assert_eq!(threaded.collect::<Vec<_>>(), Vec::<std::path::PathBuf>::new());
}
