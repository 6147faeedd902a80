//! What clerks type in place of what a record wants: each slip is one finding, at its place, whose help holds what to type.

use crate::fixture::Fixture;

const NOTICE: &str = "\
title: 示例县整改情况通报
issuer: 中共示例县委
issued_on: 2024-03-01
as_of: 2024-02-29
summary: 一个问题的整改情况。
languages: zh
inspection: {body: 市委巡察组, subject: 示例县, from: 2023-03-01, to: 2023-04-30, fed_back_on: 2023-06-01}
contact:
  telephones: 0599-0000000
";
const UNITS: &str = "- {id: zjj, name: 县住建局}\n- {id: czj, name: 县财政局}\n";
const SECTION: &str = "title: 工程建设\ntopics: [{id: tendering, title: 招标投标}]\n";
const ISSUE: &str = "\
number: 001
topic: tendering
title: 串通投标
status: in-progress
due: 2024-08
lead: zjj
figures:
  - {id: fines, label: 罚款, value: 1476000, unit: CNY}
next_steps: 待法院判决后依法处置。
";

/// A notice in Chinese alone, every text in its short form.
fn chinese(issue: &str) -> Fixture {
    let mut fixture = Fixture::small();
    for path in [
        "1-projects/002.yaml",
        "1-projects/002.zh.md",
        "1-projects/002.en.md",
        "1-projects/001.en.md",
        "2-people/003.yaml",
        "2-people/003.zh.md",
        "2-people/003.en.md",
        "2-people/section.yaml",
    ] {
        fixture = fixture.without(&format!("content/{path}"));
    }
    fixture
        .with("content/notice.yaml", NOTICE)
        .with("content/units.yaml", UNITS)
        .with("content/1-projects/section.yaml", SECTION)
        .with("content/1-projects/001.yaml", issue)
        .with("content/1-projects/001.zh.md", "已罚款{{ fines }}。\n\n附件：[名单](../files/list.txt)。\n")
}

#[test]
fn short_forms_are_right_in_a_notice_of_one_language() {
    let compiled = chinese(ISSUE).compile();
    assert_eq!(compiled.shown(), Vec::<String>::new());
    assert!(compiled.file("issues/001.html").contains("串通投标"));
}

/// What is typed for what, the rule, where, and what the help holds.
#[rustfmt::skip]
const SLIPS: &[(&str, &str, &str, &str, &str)] = &[
    // Full-width marks and forgotten blanks.
    ("status: in", "status：in", "yaml-syntax", "4:7", "status: in-progress"),
    ("status: in", "status:in", "yaml-syntax", "4:7", "status: in-progress"),
    ("title: 串通投标", "title: {zh：串通投标}", "wrong-value", "3:11", "zh: 串通投标"),
    ("title: 串通投标", "title: ｛zh：串通投标｝", "wrong-value", "3:8", "title: {zh: 串通投标}"),
    ("title: 串通投标", "title:\n  zh：串通投标", "wrong-value", "4:5", "title: {zh: 串通投标}"),
    ("title: 串通投标", "title: {zh: 串通投标， en: B}", "yaml-syntax", "3:17", "半角逗号"),
    ("lead: zjj", "lead: 【zjj】", "wrong-value", "6:7", "lead: [zjj]"),
    // Quotation marks, colons, dashes and commas within a text.
    ("title: 串通投标", "title: \"落实\"三重一大\"制度\"", "yaml-syntax", "3:11", "\"落实“三重一大”制度\""),
    ("title: 串通投标", "title: “串通投标”", "wrong-value", "3:8", "zh: 串通投标"),
    ("title: 串通投标", "title: 「串通投标」", "wrong-value", "3:8", "zh: 串通投标"),
    ("title: 串通投标", "title: '\"串通投标\"'", "wrong-value", "3:8", "zh: 串通投标"),
    ("title: 串通投标", "title: 问题: 串通投标", "yaml-syntax", "3:10", "'问题: 串通投标'"),
    ("title: 串通投标", "title: - 串通投标", "yaml-syntax", "3:8", "title: 串通投标"),
    ("title: 串通投标", "title: {zh: 串通, 投标}", "wrong-value", "3:13", "zh: \"串通, 投标\""),
    ("value: 1476000", "value: 1,476,000", "wrong-value", "8:35", "value: 1476000"),
    ("title: 串通投标", "title: \"串通投标", "yaml-syntax", "3:8", "补上"),
    ("title: 串通投标", "title: @串通投标", "yaml-syntax", "3:8", "引号"),
    // What would vanish.
    ("title: 串通投标", "title: 串通投标 #1 标段", "wrong-value", "3:13", "'串通投标 #1 标段'"),
    ("title: 串通投标", "title: #1 标段", "wrong-value", "3:8", "'#1 标段'"),
    ("title: 串通投标", "title: {zh: 串通 #1 标段}", "yaml-syntax", "3:16", "引号"),
    ("title: 串通投标", "title: > # 1 标段\n  串通投标", "wrong-value", "3:10", "下一行"),
    ("next_steps: 待法院判决后依法处置。", "next_steps: # 待法院判决", "wrong-value", "9:13", "加引号"),
    ("title: 串通投标", "title: ~", "wrong-value", "3:8", "title: \"~\""),
    ("next_steps: 待法院判决后依法处置。", "next_steps: null", "wrong-value", "9:13", "加引号"),
    ("title: 串通投标", "title: &串通 投标", "yaml-feature", "3:8", "引号"),
    ("title: 串通投标", "title: *串通*投标", "yaml-feature", "3:8", "引号"),
    ("title: 串通投标", "title: !串通 投标", "yaml-feature", "3:8", "引号"),
    ("title: 串通投标", "? title\n: 串通投标", "yaml-feature", "3:1", "键: 值"),
    ("title: 串通投标", "%TAG ! x\ntitle: 串通投标", "yaml-feature", "3:1", "删去"),
    ("依法处置。\n", "依法处置。\n...\n", "yaml-feature", "10:1", "删去"),
    ("number: 001", "%YAML 1.2\n---\nnumber: 1", "yaml-feature", "1:1", "删去"),
    ("title: 串通投标", "title: 串通投标\n# 说明\n  问题", "yaml-syntax", "4:1", "引号"),
    ("title: 串通投标", "title: |\n  串通\n\n  投标", "wrong-value", "3:8", "一段"),
    ("title: 串通投标", "title: \"串通\\n投标\"", "wrong-value", "3:8", "一段"),
    ("next_steps: 待", "next_steps: >\n  甲。\n\n  待", "wrong-value", "9:13", "“|”"),
    ("value: 1476000", "value: 007", "wrong-value", "8:35", "value: 7"),
    // Chinese words, ready to paste.
    ("status: in-progress", "status: 已完成", "wrong-value", "4:9", "status: completed"),
    ("status: in-progress", "status: 基本完成", "wrong-value", "4:9", "status: substantially-completed"),
    ("status: in-progress", "status: 正在推进", "wrong-value", "4:9", "status: in-progress"),
    ("status: in-progress", "status: 整改中", "wrong-value", "4:9", "status: in-progress"),
    ("status: in-progress", "status: 长期坚持", "wrong-value", "4:9", "status: ongoing"),
    ("status: in-progress", "status: 未启动", "wrong-value", "4:9", "status: not-started"),
    ("status: in-progress", "status: In Progress", "wrong-value", "4:9", "status: in-progress"),
    ("status: in-progress", "status: overdue", "wrong-value", "4:9", "由程序"),
    ("status: in-progress", "status: 逾期", "wrong-value", "4:9", "由程序"),
    ("status: in-progress\n", "", "missing-key", "1:1", "in-progress（正在整改）"),
    ("status:", "状态:", "unknown-key", "4:1", "“status”"),
    ("due:", "整改时限:", "unknown-key", "5:1", "“due”"),
    ("status:", "“status”:", "unknown-key", "4:1", "status: …"),
    ("status:", "Status:", "unknown-key", "4:1", "status"),
    ("status:", "stauts:", "unknown-key", "4:1", "status"),
    ("lead: zjj", "lead: [县住建局]", "unknown-unit", "6:8", "[zjj]"),
    ("lead: zjj", "lead: [县住建局、县财政局]", "unknown-unit", "6:8", "[zjj, czj]"),
    ("lead: zjj", "lead: [zjj，czj]", "unknown-unit", "6:8", "[zjj, czj]"),
    ("lead: zjj", "lead: [县水利局、zjj]", "unknown-unit", "6:8", "县水利局"),
    ("topic: tendering", "topic: 招标投标", "unknown-topic", "2:8", "topic: tendering"),
    ("unit: CNY", "unit: 元", "unknown-measure", "8:50", "unit: CNY"),
    ("unit: CNY", "unit: 万元", "unknown-measure", "8:50", "value: 14760000000, unit: CNY"),
    ("unit: CNY", "unit: 个", "unknown-measure", "8:50", "unit: piece"),
    ("value: 1476000", "value: 147.6万元", "wrong-value", "8:35", "value: 1476000, unit: CNY"),
    ("value: 1476000", "value: 98%", "wrong-value", "8:35", "unit: percent"),
    ("number: 001", "number: 四", "wrong-value", "1:9", "number: 4"),
    ("number: 001", "number: １", "wrong-value", "1:9", "number: 1"),
    ("due: 2024-08", "due: 2024年8月底前", "wrong-value", "5:6", "due: 2024-08"),
    ("due: 2024-08", "due: 2024/8/5", "wrong-value", "5:6", "due: 2024-08-05"),
    ("due: 2024-08", "due: 长期坚持", "wrong-value", "5:6", "status: ongoing"),
];

#[test]
fn every_slip_is_one_finding_with_its_cure() {
    let mut wrong = Vec::new();
    for (from, to, rule, at, cure) in SLIPS {
        assert!(ISSUE.contains(from), "{from:?}");
        let compiled = chinese(&ISSUE.replacen(from, to, 1)).compile();
        let helps = compiled.diagnostics.iter().map(|d| d.help.as_ref().map_or("", |help| help.zh.as_str()));
        let found: Vec<_> = compiled.shown().into_iter().zip(helps).collect();
        let place = format!("{rule} content/1-projects/001.yaml:{at}");
        let is_right = matches!(&found[..], [(shown, help)] if *shown == place && help.contains(cure));
        if !is_right {
            wrong.push(format!("{to:?}: expected {place} with {cure:?}\n    found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), SLIPS.len(), wrong.join("\n"));
}

/// One run names every slip that has a plain cure, and what is wrong with values besides.
#[test]
fn several_slips_in_one_file_are_named_at_once() {
    let issue = ISSUE
        .replace("title: ", "title：")
        .replace("due: 2024-08", "due：2024年8月")
        .replace("lead: zjj", "lead: \"县\"住建\"局\"");
    let shown = chinese(&issue).compile().shown();
    let places: Vec<&str> = shown.iter().filter_map(|line| line.rsplit_once("001.yaml:")).map(|(_, at)| at).collect();
    assert_eq!(places, ["3:6", "5:4", "5:5", "6:9"], "{shown:?}");
}

/// Comments and marks that do no harm stay.
#[test]
fn what_is_no_slip_passes() {
    for (from, to) in [
        ("number: 001", "---\n# 说明\nnumber: 1"),
        ("due: 2024-08", "due: 2024-08  # 一个月"),
        ("status: in-progress", "status: in-progress # 正在整改"),
        ("lead: zjj", "lead: [zjj] # 县住建局"),
        ("lead: zjj", "lead:\n  - zjj # 县住建局"),
        ("title: 串通投标", "title: \"串通 #1 标段\" # 说明"),
        ("title: 串通投标", "title: “四风”和“三公”"),
        ("title: 串通投标", "title: 串通#1标段"),
        ("title: 串通投标", "title: >-\n  串通\n  投标"),
        ("next_steps: 待", "next_steps: |\n  甲。\n\n  待"),
        ("due: 2024-08", "due: 2024-08\ncompleted_on: # 未完成"),
    ] {
        let compiled = chinese(&ISSUE.replacen(from, to, 1)).compile();
        assert_eq!(compiled.shown(), Vec::<String>::new(), "{to}");
    }
}

/// A text over several lines is one text on every page and in every download: no blank between Han characters, none at its ends.
#[test]
fn folded_texts_are_set_as_one() {
    let compiled = chinese(&ISSUE.replace("title: 串通投标", "title: >\n  串通\n  投标\n")).compile();
    for path in ["issues/001.html", "data/issues.csv", "data/notice.json"] {
        let text = compiled.file(path);
        assert!(text.contains("串通投标") && !text.contains("串通 投标") && !text.contains("投标\\n"), "{path}");
    }
}
