//! The law of the house: a room uses only rooms above it in `src/lib.rs`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Rooms in the order of `src/lib.rs`.
fn rooms() -> Vec<String> {
    let lib = std::fs::read_to_string("src/lib.rs").expect("src/lib.rs");
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// The files of a room.
fn files(room: &str) -> Vec<PathBuf> {
    let mut files = vec![PathBuf::from(format!("src/{room}.rs"))];
    let mut folders = vec![PathBuf::from(format!("src/{room}"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files
}

/// Rooms that a source names as `crate::room`, comments apart.
fn used(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let names = code.split("crate::").skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()).collect()
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let rooms = rooms();
    assert!(rooms.len() > 8, "the rooms of src/lib.rs are found: {rooms:?}");
    let order: BTreeMap<&str, usize> = rooms.iter().enumerate().map(|(i, room)| (room.as_str(), i)).collect();
    let mut broken = Vec::new();
    for room in &rooms {
        for file in files(room) {
            let source = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
            for name in used(&source) {
                if order.get(name.as_str()).is_some_and(|i| *i > order[room.as_str()]) {
                    broken.push(format!("{} uses `{name}`, which stands below `{room}`", file.display()));
                }
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn every_file_belongs_to_a_room() {
    let mut known: Vec<PathBuf> = rooms().iter().flat_map(|room| files(room)).collect();
    known.extend(["src/lib.rs", "src/main.rs"].map(PathBuf::from));
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => assert!(known.contains(&path), "{} belongs to no room", path.display()),
            }
        }
    }
    assert!(Path::new("src/lib.rs").exists());
}

/// The only file that may name the operating system.
const SYSTEM: &str = "src/shell/disk/system.rs";

#[test]
fn one_file_names_the_operating_system() {
    let names_it = |path: &Path| {
        let source = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let names = |name: &str| source.contains(&format!("{name}::")) || source.contains(&format!("use {name}"));
        ["rustix", "libc", "std::os", "windows", "nix"].into_iter().any(names)
    };
    assert!(names_it(Path::new(SYSTEM)), "the search finds what it looks for");
    let files =
        rooms().into_iter().flat_map(|room| files(&room)).filter(|path| path.extension().is_some_and(|e| e == "rs"));
    let others: Vec<PathBuf> = files.filter(|path| path != Path::new(SYSTEM) && names_it(path)).collect();
    assert_eq!(others, Vec::<PathBuf>::new());
}

/// Files of a folder that each file of it uses, tests apart.
fn uses(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".rs")?.to_owned()))
        .filter(|name| name != "tests")
        .collect();
    let used = |name: &String| {
        let source = std::fs::read_to_string(folder.join(format!("{name}.rs"))).expect("a source");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let imports: Vec<&str> = code.split("use super::").skip(1).filter_map(|rest| rest.split(';').next()).collect();
        let is_used = |other: &&String| {
            imports.iter().any(|import| {
                import.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == other.as_str())
            })
        };
        (name.clone(), names.iter().filter(is_used).cloned().collect())
    };
    names.iter().map(used).collect()
}

#[test]
fn files_of_the_disk_use_each_other_one_way() {
    let mut left = uses(Path::new("src/shell/disk"));
    assert!(left["publish"].contains(&"stage".to_owned()), "what is used is found: {left:?}");
    while let Some(name) = left.iter().find(|(_, used)| used.iter().all(|name| !left.contains_key(name))) {
        let name = name.0.clone();
        left.remove(&name);
    }
    assert!(left.is_empty(), "these files use each other in a circle, or one of a circle: {left:#?}");
}

#[test]
fn comments_do_not_count_as_use() {
    assert_eq!(used("//! [`crate::rules`]\nuse crate::value::Date;\n"), ["value"]);
}
