//! `gongkai fix`: what is pasted from Word becomes clean, and nothing else is touched.

use std::collections::BTreeMap;
use std::sync::Arc;

use gongkai::compile::{Options, compile};
use gongkai::diagnostic::Diagnostic;
use gongkai::fix::{self, Fixed};
use gongkai::source::SourceTree;
use gongkai::text::markdown::{self, Labels, RenderContext, Target};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::fixture::Fixture;
use crate::publish::Copy;

const ZH: &str = "content/1-projects/001.zh.md";
const EN: &str = "content/1-projects/001.en.md";
const RECORD: &str = "content/1-projects/001.yaml";

/// The small notice with one narrative in Chinese that has the text; its other languages are gone.
fn notice(text: &str) -> Fixture {
    Fixture::small()
        .replacing("content/notice.yaml", "languages: [zh, en]", "languages: [zh]")
        .without(EN)
        .with(ZH, text)
}

fn fixed(fixture: Fixture) -> (Arc<SourceTree>, Fixed) {
    let tree = Arc::new(fixture.into_tree());
    let fixed = fix::fix(&tree, false);
    (tree, fixed)
}

/// The narrative as it is mended, and the rules of the findings that are left in it.
fn mended(text: &str) -> (String, Vec<&'static str>) {
    let (_, fixed) = fixed(notice(text));
    (fixed.tree.text(ZH).expect("the text").to_owned(), left_in(&fixed, ZH))
}

/// The narrative with its half-width punctuation mended, and the rules of the findings that are left in it.
fn widened(text: &str) -> (String, Vec<&'static str>) {
    let fixed = fix::fix(&Arc::new(notice(text).into_tree()), true);
    (fixed.tree.text(ZH).expect("the text").to_owned(), left_in(&fixed, ZH))
}

#[test]
fn punctuation_is_mended_where_that_is_asked_for() {
    for (text, expected, left) in [
        ("查处案件,罚款(另案);已办结.\n", "查处案件，罚款（另案）；已办结。\n", &[][..]),
        ("比分3:2,见附件a.pdf!\n", "比分3:2，见附件a.pdf!\n", &[]),
        ("称为\"一张网\".\n", "称为\"一张网\"。\n", &["half-width-punctuation", "half-width-punctuation"]),
        ("招聘875名(医疗408名),“扬帆”,(另计)等.\n", "招聘875名（医疗408名），“扬帆”，（另计）等。\n", &[]),
        ("甲\\,乙&#44;丙\n", "甲，乙，丙\n", &[]),
    ] {
        assert_eq!(widened(text), (expected.to_owned(), left.to_vec()), "{text}");
    }
    let text = "查处案件,罚款.\n";
    assert_eq!(mended(text).0, text, "not unless it is asked for");
    let record = "content/1-projects/001.yaml";
    let titled = Fixture::small().replacing(record, "title: {zh: 串通投标", "title: {zh: \"串通,投标\"");
    let fixed = fix::fix(&Arc::new(titled.into_tree()), true);
    assert!(fixed.tree.text(record).expect("the record").contains("title: {zh: \"串通，投标\""));
}

fn left_in(fixed: &Fixed, path: &str) -> Vec<&'static str> {
    let is_here = |finding: &&Diagnostic| finding.place.as_ref().is_some_and(|place| place.path().as_str() == path);
    fixed.diagnostics.iter().filter(is_here).map(|finding| finding.rule).collect()
}

/// Texts as they come from Word, each with what becomes of it.
const PASTED: [(&str, &str); 6] = [
    // Numbers that were typed.
    (
        "关于规范工程项目管理，整改情况如下：\n一、提高站位，压实责任\n（一）成立领导小组\n\n由李**任组长，王**任副组长。\n二、逐项整改\n\
         1.开展排查，共排查项目。\n2.严肃处理。\n3.建章立制。\n三、下一步\n1、持续跟进。\n",
        "关于规范工程项目管理，整改情况如下：\n\n一、提高站位，压实责任\n\n（一）成立领导小组\n\n由李\\*\\*任组长，王\\*\\*任副组长。\n\n二、逐项整改\n\n\
         1. 开展排查，共排查项目。\n\n2. 严肃处理。\n\n3. 建章立制。\n\n三、下一步\n\n1、持续跟进。\n",
    ),
    // Numbers that Word made and that are lost.
    (
        "县审计局开展专项检查。\n印发通知，明确责任分工。\n追回全部资金。\n下一步，继续推进。\n",
        "县审计局开展专项检查。\n\n印发通知，明确责任分工。\n\n追回全部资金。\n\n下一步，继续推进。\n",
    ),
    // A table.
    (
        "进展见下表：\n项目\t负责单位\t进展\n工程|招标\t住建局\t已完成\n队伍建设\t人社局\t\n以上情况属实。\n",
        "进展见下表：\n\n| 项目 | 负责单位 | 进展 |\n| --- | --- | --- |\n| 工程\\|招标 | 住建局 | 已完成 |\n| 队伍建设 | 人社局 |  |\n\n\
         以上情况属实。\n",
    ),
    // Indents, with a byte order mark and the line endings of Windows.
    (
        "\u{FEFF}\u{3000}\u{3000}自查自纠。\r\n\u{3000}\u{3000}集中整治。\r\n\u{3000}\u{3000}巩固提高。\r\n",
        "\u{3000}\u{3000}自查自纠。\r\n\r\n\u{3000}\u{3000}集中整治。\r\n\r\n\u{3000}\u{3000}巩固提高。\r\n",
    ),
    // Bullets.
    (
        "主要做法：\n• 摸清底数；\n• 明确责任；\n• 严肃问责。\n",
        "主要做法：\n\n• 摸清底数；\n\n• 明确责任；\n\n• 严肃问责。\n",
    ),
    // Marks in full width, or without their space.
    (
        "##主要做法\n-摸清底数\n-明确责任\n\n＃＃ 存在问题\n－\u{3000}人员不足\n\n＞原文如此\n\n１. 甲\n２. 乙\n\n｜项目｜进展｜\n｜招标｜已完成｜\n",
        "## 主要做法\n- 摸清底数\n- 明确责任\n\n## 存在问题\n- 人员不足\n\n> 原文如此\n\n1. 甲\n\n2. 乙\n\n| 项目 | 进展 |\n| --- | --- |\n\
         | 招标 | 已完成 |\n",
    ),
];

#[test]
fn a_pasted_notice_becomes_clean() {
    for (text, expected) in PASTED {
        assert_eq!(mended(text), (expected.to_owned(), vec![]), "{text}");
    }
}

#[test]
fn what_takes_judgement_is_left() {
    for (text, rules) in [
        ("- 甲\n乙\n", &["joined-lines"][..]),
        ("该项工作，\n已经完成。\n", &["joined-lines"]),
        ("全市同比增长\n- 3%，高于全省\n", &["unmeant-structure"]),
        ("面积5**米和4**米\n", &["accidental-emphasis"]),
        ("甲\n\n```\n乙\n", &["unmeant-structure"]),
        ("甲\n\n2.乙\n", &["misread-markup"]),
        ("1.甲\n\n说明\n\n2.乙\n", &["misread-markup"]),
        ("项目\t金额\n罚款\n", &["misread-markup"]),
        ("项目\t金额\n罚款\t3\t4\n", &["misread-markup"]),
        ("｜项目｜\n", &["misread-markup"]),
        ("2021. 甲\n", &["ordered-list-start"]),
        ("｛｛ none ｝｝\n", &["unknown-figure"]),
        ("#话题#\n", &["misread-markup"]),
        // An empty line would begin a list that counts from 2.
        ("1. 甲。\n乙。\n2. 丙。\n", &["unmeant-structure"]),
    ] {
        assert_eq!(mended(text), (text.to_owned(), rules.to_vec()), "{text}");
    }
}

#[test]
fn each_kind_is_mended_where_it_stands() {
    for (text, expected) in [
        ("> 甲已完成。\n> 乙已完成。\n", "> 甲已完成。\n>\n> 乙已完成。\n"),
        ("> 甲已完成。\n乙已完成。\n", "> 甲已完成。\n\n乙已完成。\n"),
        ("- 甲；\n- 乙。\n综上，已完成。\n", "- 甲；\n- 乙。\n\n综上，已完成。\n"),
        ("罚款{{ fines }}元。\n", "罚款{{ fines }}。\n"),
        ("罚款｛｛ fines ｝｝。\n", "罚款{{ fines }}。\n"),
        ("罚款{ {fines} }。\n", "罚款{{ fines }}。\n"),
        ("1. 甲\n1. 乙\n\n   续\n5. 丙\n", "1. 甲\n2. 乙\n\n   续\n3. 丙\n"),
        ("全面完成整改任务。\n---\n\n下一步\n", "全面完成整改任务。\n\n---\n\n下一步\n"),
        ("措施：\n1.甲\n2.乙\n", "措施：\n\n1. 甲\n2. 乙\n"),
        ("1.甲\n\n2.乙\n\n3.丙\n", "1. 甲\n\n2. 乙\n\n3. 丙\n"),
        ("|甲|乙|\n|丙|丁|\n", "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n"),
        ("｜甲｜乙｜\n｜－－｜－－｜\n｜丙｜丁｜\n", "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n"),
        ("甲。\n乙，\n丙。\n", "甲。\n\n乙，\n丙。\n"),
        // Returns alone, as old programs of the Macintosh end lines.
        ("甲。\r\r乙。\r", "甲。\n\n乙。\n"),
        ("甲已完成。\r乙已完成。\r\n", "甲已完成。\n\n乙已完成。\r\n"),
    ] {
        assert_eq!(mended(text).0, expected, "{text}");
    }
}

#[test]
fn steps_in_a_record_are_mended_where_yaml_allows_it() {
    let third = "content/2-people/003.yaml";
    let record = |steps: &str| {
        let fixture = Fixture::small();
        fixture.replacing(third, "{zh: 招聘**医师**。, en: Recruit **physicians**.}", steps)
    };
    for (steps, expected) in [
        ("{zh: 李**负责，王**协助。, en: Recruit.}", "{zh: 李\\*\\*负责，王\\*\\*协助。, en: Recruit.}"),
        ("{zh: '李**负责，王**协助。', en: Recruit.}", "{zh: '李\\*\\*负责，王\\*\\*协助。', en: Recruit.}"),
        ("{zh: \"李**负责，王**协助。\", en: Recruit.}", "{zh: \"李**负责，王**协助。\", en: Recruit.}"),
        (
            "\n  zh: |\n    一是招聘。\n    二是培训。\n  en: Recruit.",
            "\n  zh: |\n    一是招聘。\n\n    二是培训。\n  en: Recruit.",
        ),
        (
            "\n  zh: >\n    李**负责，\n    王**协助。\n  en: Recruit.",
            "\n  zh: >\n    李**负责，\n    王**协助。\n  en: Recruit.",
        ),
    ] {
        let (before, fixed) = fixed(record(steps));
        let text = fixed.tree.text(third).expect("the record");
        assert_eq!(text, before.text(third).expect("the record").replace(steps, expected), "{steps}");
    }
}

#[test]
fn a_translation_that_has_to_follow_keeps_nothing_from_being_mended() {
    let text = "一是摸清底数。\n二是建章立制。\n";
    let (_, fixed) = fixed(Fixture::small().with(ZH, text).with(EN, "First, a ledger. Second, rules.\n"));
    assert_eq!(fixed.tree.text(ZH), Some("一是摸清底数。\n\n二是建章立制。\n"));
    assert_eq!(left_in(&fixed, ZH), ["structure-differs"]);
}

#[test]
fn what_an_author_accepted_stays() {
    let text = "由李**任组长，王**任副组长。\n";
    let accepted = "accepted:\n  - {rule: accidental-emphasis, text: \"**任组长，王**\", reason: 原文如此}\ndocuments:";
    let (before, fixed) = fixed(notice(text).replacing(RECORD, "documents:", accepted));
    assert_eq!(fixed.tree.changes(&before), Vec::<&gongkai::value::RelPath>::new());
    assert_eq!(left_in(&fixed, ZH), ["accidental-emphasis"]);
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_command_shows_the_difference_and_writes_it() {
    let site = Copy::new();
    let pasted = "\u{FEFF}见[附件](../files/list.txt)：\r\n一是罚款{{ cases }}，共{{ fines }}。\r\n二是建章立制。\r\n";
    site.write(ZH, pasted.as_bytes());
    let translation = "See the [list](../files/list.txt).\n\nFirst, {{ cases }} and {{ fines }}.\n\nSecond, rules.\n";
    site.write(EN, translation.as_bytes());
    let check = site.run("gongkai --lang zh check");
    assert!(said(&check).contains("其中 1 处可以用 gongkai fix 自动改正"), "{}", said(&check));
    let dry = site.run("gongkai --lang zh fix --dry-run");
    assert_eq!((dry.status.code(), std::fs::read(site.path(ZH)).expect("the text")), (Some(1), pasted.into()));
    assert!(said(&dry).contains("可以改正 1 个文件里的 1 处（unmeant-structure 1）；没有写入"), "{}", said(&dry));
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o640);
    std::fs::set_permissions(site.path(ZH), mode).expect("a mode");
    let run = site.run("gongkai --lang zh fix");
    assert_eq!((run.status.code(), &run.stdout), (Some(0), &dry.stdout), "{}", said(&run));
    let expected =
        "\u{FEFF}见[附件](../files/list.txt)：\r\n\r\n一是罚款{{ cases }}，共{{ fines }}。\r\n\r\n二是建章立制。\r\n";
    assert_eq!(String::from_utf8(std::fs::read(site.path(ZH)).expect("the text")).expect("UTF-8"), expected);
    let mode = std::fs::metadata(site.path(ZH)).expect("metadata").permissions();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o640);
    assert_eq!(std::fs::read_dir(site.path("content/1-projects")).expect("a folder").count(), 7, "nothing left behind");
    let again = site.run("gongkai --lang en fix");
    assert_eq!((again.status.code(), again.stdout.len()), (Some(0), 0));
    assert!(said(&again).starts_with("nothing can be fixed without judgement\n"), "{}", said(&again));
}

#[test]
fn the_difference_is_a_patch() {
    let site = Copy::new();
    site.write(ZH, "整改{{ cases }}，共{{ fines }}。\n追回资金。".as_bytes());
    let dry = site.run("gongkai fix --dry-run > x.patch; git apply x.patch");
    assert!(dry.status.success(), "{}", said(&dry));
    let text = std::fs::read_to_string(site.path(ZH)).expect("the text");
    assert_eq!(text, "整改{{ cases }}，共{{ fines }}。\n\n追回资金。");
}

#[test]
fn a_link_stays_a_link_and_what_cannot_be_written_is_said() {
    let site = Copy::new();
    std::fs::rename(site.path(ZH), site.path("text.md")).expect("moved");
    site.write("text.md", "整改{{ cases }}，共{{ fines }}。\n追回资金。\n".as_bytes());
    std::os::unix::fs::symlink("../../text.md", site.path(ZH)).expect("a link");
    let run = site.run("gongkai --lang en fix");
    assert!(std::fs::symlink_metadata(site.path(ZH)).expect("a link").is_symlink(), "{}", said(&run));
    let text = std::fs::read_to_string(site.path("text.md")).expect("the text");
    assert_eq!(text, "整改{{ cases }}，共{{ fines }}。\n\n追回资金。\n", "{}", said(&run));
    assert_eq!(site.run("gongkai --root nowhere fix").status.code(), Some(2));
}

/// What begins a line, what stands on it and what ends it, parted by §.
const BEGIN: &str = "§§§§- §  §1. §2. §1.§2.§3.§> §## §##§＃＃ §-§|§｜§    §　　§+ §* §一、§（一）§① §● §• §－ §１. §２. §＞§```§---§第一，§一是";
const WORDS: &str = "整改§完成§罚款§李*华§王**§李**§138****8000§某§3%§148.6万元§《办法》§（略）§fined§**重点**§**重点。**§*注*§`码`§\
    {{ fines }}§{{ fines }}元§｛｛ fines ｝｝§\\*§\\|§|§｜§，§。§；§：§、§ §*§**§\t§\t§甲\t乙§|甲|乙|§｜甲｜乙｜§5*3§---";
const END: &str = "\n§\n§\n§。\n§。\n§：\n§；\n§\n\n§  \n§";

fn line() -> impl Strategy<Value = String> {
    let one_of = |choices: &'static str| prop::sample::select(choices.split('§').collect::<Vec<_>>());
    let words = prop::collection::vec(one_of(WORDS), 0..5);
    (one_of(BEGIN), words, one_of(END)).prop_map(|(begin, words, end)| format!("{begin}{}{end}", words.concat()))
}

/// What a page shows of a text, as far as nothing may change it: letters and Chinese marks without the unit that `fines` already has.
fn shown(text: &str) -> String {
    let label = "";
    let context = RenderContext {
        lang_is_east_asian: true,
        heading_level: 3,
        id_prefix: "",
        quote: &|name| Some(name.to_owned()),
        marks: &|_| Vec::new(),
        names: &Vec::new,
        link: &|to| Target::Href(to.to_owned()),
        size: &|_| None,
        dates: &|_| Vec::new(),
        labels: Labels { footnotes: label, footnote: label, back: label, table: label },
    };
    let plain = markdown::parse(text).plain(&context);
    let is_kept = |c: &char| c.is_alphabetic() && !"元万".contains(*c) || "，。；：、《》（）%".contains(*c);
    plain.chars().filter(is_kept).collect()
}

/// Whether a text is another with something taken out of it.
fn is_part_of(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|c| rest.any(|other| other == c))
}

fn by_rule(findings: &[Diagnostic]) -> BTreeMap<&str, usize> {
    let mut rules = BTreeMap::new();
    findings.iter().for_each(|finding| *rules.entry(finding.rule).or_default() += 1);
    rules
}

/// How many texts are tried. `GONGKAI_FIX` sets another number.
fn cases() -> u32 {
    std::env::var("GONGKAI_FIX").ok().and_then(|number| number.parse().ok()).unwrap_or(40)
}

/// Where the random texts begin: the same ones in every run, so that a run says something of the code. Another number tries others.
const SEED: RngSeed = RngSeed::Fixed(2026);

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, rng_seed: SEED, ..ProptestConfig::default() })]

    /// No finding is new, what was mended is gone, whatever was shown still is, and a second run finds nothing to do.
    #[test]
    fn a_fix_does_what_it_says(lines in prop::collection::vec(line(), 1..8), windows in any::<bool>()) {
        let text = lines.concat();
        let text = if windows { text.replace('\n', "\r\n") } else { text };
        let (tree, first) = fixed(notice(&text));
        let before = compile(&tree, &Options::default()).diagnostics;
        let after = first.tree.text(ZH).expect("the text");
        let (had, has) = (by_rule(&before), by_rule(&first.diagnostics));
        for (rule, n) in &has {
            prop_assert!(had.get(rule).is_some_and(|had| had >= n), "new: {rule}\n{text}\n→\n{after}");
        }
        prop_assert!(before.len() >= first.diagnostics.len() + first.rules.len());
        let (old, new) = (shown(&text), shown(after));
        prop_assert!(is_part_of(&old, &new), "lost: {old}\n{new}\n{text}\n→\n{after}");
        prop_assert!(!windows || !after.replace("\r\n", "").contains('\n'));
        let second = fix::fix(&first.tree, false);
        prop_assert!(!first.is_complete || second.tree.text(ZH) == Some(after), "again: {after}\n→\n{:?}", second.tree.text(ZH));
    }
}
