//! `gongkai init`, as a clerk begins: in an empty folder, without a terminal.

use std::path::Path;
use std::process::{Command, Output};

fn run(folder: &Path, arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(arguments.split(' '))
        .current_dir(folder)
        .output()
        .expect("gongkai runs")
}

fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("text")
}

#[test]
fn a_new_notice_can_be_checked_and_published_as_it_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = run(folder.path(), "--lang zh init");
    assert!(made.status.success() && said(&made).starts_with("已在当前文件夹里新建通报"), "{}", said(&made));
    for next in ["--lang zh check", "--lang zh build"] {
        assert!(said(&made).contains(&next.replace("--lang zh", "gongkai")));
        let output = run(folder.path(), next);
        assert!(output.status.success(), "{}", said(&output));
    }
    assert!(folder.path().join("public/issues/001.html").exists());
    let strict = run(folder.path(), "--lang zh check --strict");
    assert_eq!(strict.status.code(), Some(1), "what is still to be written is no notice: {}", said(&strict));
}

#[test]
fn a_notice_elsewhere_is_named_with_the_commands_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = run(folder.path(), "--lang en init here/new --languages en");
    assert!(
        said(&made).starts_with("created a new notice in here/new. Next:\n  gongkai --root here/new serve"),
        "{}",
        said(&made)
    );
    let checked = run(folder.path(), "--lang en --root here/new check");
    assert!(checked.status.success(), "{}", said(&checked));
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(run(folder.path(), "init").status.success());
    let notice = folder.path().join("content/notice.yaml");
    std::fs::write(&notice, "mine").expect("written");
    let again = run(folder.path(), "--lang en init");
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("content/notice.yaml already exists"), "{}", said(&again));
    assert_eq!(std::fs::read_to_string(&notice).expect("text"), "mine");
}

#[test]
fn every_example_is_a_notice_without_a_finding() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["audit", "county"] {
        let made = run(folder.path(), &format!("--lang en init {name} --example {name}"));
        assert!(made.status.success(), "{}", said(&made));
        let checked = run(folder.path(), &format!("--lang en --root {name} check --strict"));
        assert!(checked.status.success(), "{}", said(&checked));
        assert!(run(folder.path(), &format!("--root {name} build")).status.success());
    }
    let unknown = run(folder.path(), "--lang en init other --example nobody");
    assert!(said(&unknown).contains("audit, county"), "{}", said(&unknown));
}
