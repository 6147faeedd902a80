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

#[test]
fn an_issue_is_added_and_others_move_on_only_where_that_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(run(folder.path(), "--lang zh init --languages zh").status.success());
    let added = run(folder.path(), "--lang zh new --title 新的问题");
    assert!(added.status.success(), "{}", said(&added));
    let files = std::str::from_utf8(&added.stdout).expect("text");
    assert_eq!(files, "  content/1-section-1/002.yaml\n  content/1-section-1/002.zh.md\n");
    let checked = run(folder.path(), "--lang zh check");
    assert!(said(&checked).contains("content/1-section-1/002.yaml:14"), "the status is asked for: {}", said(&checked));
    let refused = run(folder.path(), "--lang zh new --after 1");
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("issues/002.html → issues/003.html"), "{}", said(&refused));
    assert!(!folder.path().join("content/1-section-1/003.yaml").exists());
    let moved = run(folder.path(), "--lang zh new --after 1 --renumber");
    assert!(moved.status.success() && said(&moved).contains("issues/002.html → issues/003.html"), "{}", said(&moved));
    let record = std::fs::read_to_string(folder.path().join("content/1-section-1/003.yaml")).expect("a record");
    assert!(record.contains("number: 3\n") && record.contains("新的问题"), "{record}");
    assert!(run(folder.path().join("content").as_path(), "--lang zh new 1").status.success(), "from within");
    assert_eq!(run(folder.path().join("public").parent().expect("a folder"), "--lang zh new 7").status.code(), Some(2));
}
