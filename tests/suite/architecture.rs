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

#[test]
fn comments_do_not_count_as_use() {
    assert_eq!(used("//! [`crate::rules`]\nuse crate::value::Date;\n"), ["value"]);
}
