//! `gongkai import`, as a clerk runs it: from a text to a published site, and nothing written where it is refused.

use std::path::Path;
use std::process::{Command, Output};

use serde_yaml::Value;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let output =
        Command::new(env!("CARGO_BIN_EXE_gongkai")).args(["--lang", "zh"]).args(arguments).current_dir(folder).output();
    output.expect("gongkai runs")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The statements of the notice in this repository, section by section.
fn statements() -> Vec<(String, Vec<String>)> {
    let zh = |path: &Path, key: &str| {
        let record: Value = serde_yaml::from_str(&std::fs::read_to_string(path).expect("a record")).expect("YAML");
        record[key]["zh"].as_str().map(str::to_owned)
    };
    let sorted = |folder: &Path| {
        let entries = std::fs::read_dir(folder).expect("a folder").flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    let sections = sorted(Path::new("content")).into_iter().filter(|path| path.join("section.yaml").exists());
    let of = |folder: &Path| {
        let issues = sorted(folder).into_iter().filter(|path| path.extension().is_some_and(|e| e == "yaml"));
        issues.filter_map(|path| zh(&path, "statement")).collect::<Vec<_>>()
    };
    sections.map(|path| (zh(&path.join("section.yaml"), "title").expect("a title"), of(&path))).collect()
}

/// A notice in plain text, made of them: what was done is two measures and a sentence.
fn notice() -> (String, Vec<String>) {
    let mut text = "某市关于巡视整改情况的通报\n2020年10月15日至12月14日，上级巡视组对某市开展了巡视，并于2021年1月13日反馈了49个问题。现将整改情况公布如下。\n".to_owned();
    let (mut n, mut all) = (0, Vec::new());
    for (chapter, (title, statements)) in ["一", "二", "三", "四"].iter().zip(statements()) {
        text += &format!("{chapter}、{title}方面\n");
        for statement in statements {
            n += 1;
            text += &format!(
                "（{n}）{statement}\n整改情况：已逐项研究。一是明确分工，落实到人。二是按月核对进度，及时纠正偏差。\n"
            );
            all.push(statement);
        }
    }
    let first = all[0].trim_end_matches('。').to_owned();
    text += &format!("五、需要进一步整改的事项\n1.关于“{first}”的问题。继续推进。\n完成时限：2022年12月底前\n");
    (format!("{text}联系电话：0000-1234567。\n某市人民政府\n2021年9月13日\n"), all)
}

#[test]
fn a_text_becomes_a_site_character_for_character() {
    let folder = tempfile::tempdir().expect("a folder");
    let (text, statements) = notice();
    std::fs::write(folder.path().join("通报.txt"), &text).expect("written");
    let made = run(folder.path(), &["import", "通报.txt", "--into", "notice"]);
    let report = said(&made);
    assert!(made.status.success(), "{report}");
    assert!(report.contains("前文写明 49 个问题，读到 49 个，一致"), "{report}");
    assert!(report.contains("49 个问题没有写明状态") || report.contains("48 个问题没有写明状态"), "{report}");
    assert!(report.contains("gongkai --root notice check"), "{report}");
    let notice = folder.path().join("notice");
    for (at, statement) in statements.iter().enumerate() {
        let name = format!("{:03}.yaml", at + 1);
        let found =
            (1..=4).find_map(|n| std::fs::read_to_string(notice.join(format!("content/{n}-section-{n}/{name}"))).ok());
        let record: Value = serde_yaml::from_str(&found.expect("a record")).expect("YAML");
        assert_eq!(record["statement"]["zh"].as_str(), Some(statement.as_str()));
        assert_eq!(record["status"].as_str() == Some("not-stated"), record["status_basis"].is_null(), "{name}");
    }
    let narrative = std::fs::read_to_string(notice.join("content/1-section-1/002.zh.md")).expect("a narrative");
    assert_eq!(narrative, "已逐项研究。\n\n- 一是明确分工，落实到人。\n- 二是按月核对进度，及时纠正偏差。\n");
    let checked = run(&notice, &["check"]);
    assert!(checked.status.success() && said(&checked).contains("0 个错误"), "{}", said(&checked));
    let built = run(&notice, &["build"]);
    assert!(built.status.success() && notice.join("public/issues/049.html").exists(), "{}", said(&built));
}

#[test]
fn a_refused_import_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let names = || {
        let entries = std::fs::read_dir(folder.path()).expect("a folder").flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    std::fs::write(folder.path().join("a.txt"), "今天天气不错。\n").expect("written");
    std::fs::write(folder.path().join("b.txt"), notice().0).expect("written");
    for (files, code, words) in [
        (&["a.txt"][..], 1, "没有读到问题，没有写任何文件"),
        (&["b.txt", "missing.txt"], 2, "missing.txt"),
        (&[], 2, "FILES"),
    ] {
        let output = run(folder.path(), &[&["import"], files, &["--into", "new"]].concat());
        assert_eq!(output.status.code(), Some(code), "{files:?} {}", said(&output));
        assert!(said(&output).contains(words) || words == "FILES", "{files:?} {}", said(&output));
        assert_eq!(names(), ["a.txt", "b.txt"], "{files:?}");
    }
    assert!(run(folder.path(), &["import", "b.txt"]).status.success());
    assert_eq!(names(), [".gitignore", "a.txt", "b.txt", "content"]);
    std::fs::write(folder.path().join("content/overview.zh.md"), "自己写的。\n").expect("written");
    let again = run(folder.path(), &["import", "b.txt"]);
    assert!(again.status.success() && said(&again).contains("没有改动"), "{}", said(&again));
    std::fs::write(folder.path().join("b.txt"), notice().0.replace("2022年12月底前", "2023年6月底前"))
        .expect("written");
    let record = || std::fs::read_to_string(folder.path().join("content/1-section-1/001.yaml")).expect("a record");
    let shown = run(folder.path(), &["import", "b.txt"]);
    assert!(shown.status.code() == Some(1) && said(&shown).contains("加 --update"), "{}", said(&shown));
    assert!(said(&shown).contains("2023-06") && !record().contains("2023-06"), "shown, not written");
    let updated = run(folder.path(), &["import", "b.txt", "--update", "--as-of", "2021-12-31"]);
    assert!(said(&updated).contains("已改") && record().contains("2023-06"), "{}", said(&updated));
    assert!(record().contains("original_due: 2022-12"), "{}", record());
    assert_eq!(std::fs::read_to_string(folder.path().join("content/overview.zh.md")).expect("read"), "自己写的。\n");
    let nowhere = run(folder.path(), &["import", "b.txt", "--update", "--into", "missing"]);
    assert!(nowhere.status.code() == Some(2) && said(&nowhere).contains("没有通报"), "{}", said(&nowhere));
}
