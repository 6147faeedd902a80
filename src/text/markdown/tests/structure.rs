//! Structure that the author did not mean.

use super::*;

/// The rules that a text breaks, each with the first line of what it points at.
fn found(source: &str) -> Vec<(&'static str, String)> {
    let problems = rendered(source, "zh").problems;
    let first = |range: &std::ops::Range<usize>| source[range.clone()].lines().next().unwrap_or_default().to_owned();
    problems.iter().map(|problem| (problem.rule.name, first(&problem.range))).collect()
}

#[test]
fn structure_that_is_not_meant_is_named() {
    for (source, rule, slice) in JOINED.iter().chain(MARKED) {
        let found = found(source);
        assert!(found.contains(&(*rule, (*slice).to_owned())), "{source}: {found:?}");
    }
}

/// Texts, the rule that names what is not meant in them, and where: a line that joins the block above it.
const JOINED: &[(&str, &str, &str)] = &[
    ("- 甲；\n- 乙。\n综上，已完成。", "unmeant-structure", "综上，已完成。"),
    ("> 甲。\n乙。", "unmeant-structure", "乙。"),
    ("甲[^1]\n\n[^1]: 数据截至6月。\n下一步，继续整改。", "unmeant-structure", "下一步，继续整改。"),
    ("1. 甲。\n乙。", "unmeant-structure", "乙。"),
    ("- 甲\n乙", "joined-lines", "乙"),
    ("> 甲\n乙", "joined-lines", "乙"),
    // Pasted paragraphs and items.
    ("第一段。\n第二段。", "joined-lines", "第二段。"),
    ("要求如下：\n全面整改。", "joined-lines", "全面整改。"),
    ("第一段。\n\u{3000}\u{3000}第二段", "unmeant-structure", "\u{3000}\u{3000}第二段"),
    ("措施\n一、甲", "unmeant-structure", "一、甲"),
    ("措施\n（一）甲", "unmeant-structure", "（一）甲"),
    ("措施\n1．甲", "unmeant-structure", "1．甲"),
    ("措施\n1、甲", "unmeant-structure", "1、甲"),
    ("措施\n① 甲", "unmeant-structure", "① 甲"),
    ("措施\n● 甲", "unmeant-structure", "● 甲"),
    ("措施\n• 甲", "unmeant-structure", "• 甲"),
    ("措施\n一是甲", "unmeant-structure", "一是甲"),
    ("措施\n第二，甲", "unmeant-structure", "第二，甲"),
    ("措施\n1）甲", "unmeant-structure", "1）甲"),
    ("措施\n1)甲", "unmeant-structure", "1)甲"),
    ("附：1. 名单\n2. 台账", "unmeant-structure", "2. 台账"),
    ("措施\n一.甲", "unmeant-structure", "一.甲"),
    ("措施\nB. 甲", "unmeant-structure", "B. 甲"),
    ("措施\nb) 甲", "unmeant-structure", "b) 甲"),
    ("措施\nⅡ.甲", "unmeant-structure", "Ⅱ.甲"),
    ("措施\no\t甲", "unmeant-structure", "o\t甲"),
    ("措施\n㈡ 甲", "unmeant-structure", "㈡ 甲"),
    ("措施\n✔ 甲", "unmeant-structure", "✔ 甲"),
    ("措施\n・甲", "unmeant-structure", "・甲"),
    ("(a) Done;\n(b) Not done.", "unmeant-structure", "(b) Not done."),
    ("a) Done\nb) Not done", "unmeant-structure", "b) Not done"),
    ("—甲\n—乙", "unmeant-structure", "—乙"),
    ("措施\n**一、甲**", "unmeant-structure", "**一、甲**"),
    ("整改完成。\n————\n下一步", "unmeant-structure", "————"),
    ("整改完成。\n＝＝＝＝\n下一步", "unmeant-structure", "＝＝＝＝"),
    ("单位    金额    状态\n县局    12.5    已缴", "unmeant-structure", "县局    12.5    已缴"),
    ("单位　　金额　　状态\n县局　　12.5　　已缴", "unmeant-structure", "县局　　12.5　　已缴"),
    ("┌──┬──┐\n│单位│金额│\n└──┴──┘", "unmeant-structure", "│单位│金额│"),
    ("已将款项上缴\n县财政局\n2026年10月30日", "joined-lines", "2026年10月30日"),
    ("办公室综合科科长小组\n2026年10月", "joined-lines", "2026年10月"),
    ("县住建局\n县交通局\n县水利局", "joined-lines", "县水利局"),
    ("（一）基本情况\n县局高度重视，成立专班。", "joined-lines", "县局高度重视，成立专班。"),
    (
        "一、关于部分单位罚没收入未及时足额上缴国库问题的整改情况\n县局高度重视该问题，主要负责同志多次专题研究，已经成立专班推进。",
        "joined-lines",
        "县局高度重视该问题，主要负责同志多次专题研究，已经成立专班推进。",
    ),
    ("Office of Finance\nExample University", "joined-lines", "Example University"),
    ("单位，金额\n县住建局，12.5", "joined-lines", "县住建局，12.5"),
    ("**基本情况**\n县局高度重视，成立专班。", "joined-lines", "县局高度重视，成立专班。"),
];

/// The same of marks.
const MARKED: &[(&str, &str, &str)] = &[
    // Headings, fences, front matter, lists.
    ("全面完成整改任务。\n---\n下一步", "unmeant-structure", "---"),
    ("第一行\n第二行\n===", "unmeant-structure", "==="),
    ("甲\n\n```\n乙\n\n丙", "unmeant-structure", "```"),
    ("> ```\n> 甲\n\n乙", "unmeant-structure", "```"),
    ("~~~\n甲\n```", "unmeant-structure", "~~~"),
    ("---\ntitle: 整改情况\n---\n正文", "unmeant-structure", "---"),
    ("全市同比增长\n- 3%，高于全省", "unmeant-structure", "-"),
    ("全市同比增长\n+ 5个百分点", "unmeant-structure", "+"),
    ("- 3%", "unmeant-structure", "-"),
    ("面积为\n1. 5亩", "unmeant-structure", "1."),
    // Marks as typed.
    ("__重点：__已经", "misread-markup", "__"),
    ("中文__强调__中文", "misread-markup", "__"),
    ("｜甲｜乙｜", "misread-markup", "｜"),
    ("－ 甲", "misread-markup", "－"),
    ("＞甲", "misread-markup", "＞"),
    ("１. 甲", "misread-markup", "１."),
    ("[通知][1]", "misread-markup", "]["),
    ("- [ ] 待办", "misread-markup", "[ ]"),
    ("- [x] 已办", "misread-markup", "[x]"),
    ("项目\t金额", "misread-markup", "\t"),
    ("## \n\n甲", "misread-markup", "##"),
    ("这是_重点_工作", "misread-markup", "_"),
    ("这是`重点工作", "misread-markup", "`"),
    ("数据截至月底［^1］。", "misread-markup", "［^"),
    ("x^2^平方米", "misread-markup", "^"),
    ("H~2~O含量", "misread-markup", "~"),
    ("面积$1000^2$平方米", "misread-markup", "$"),
    ("甲\n---|---", "misread-markup", "---|---"),
    ("|甲|乙|\n|-|-|\n|1|2|\n|丙|丁|\n|---|---|\n|3|4|", "misread-markup", "---|---|"),
    ("**镇**村道路", "accidental-emphasis", "**镇**"),
    // Figures.
    ("罚款{{ fines }}余元", "doubled-unit", "{{ fines }}"),
    ("罚款{{ fines }}多万元", "doubled-unit", "{{ fines }}"),
    ("｛｛ fines ｝｝", "unknown-figure", "｛｛ fines "),
    ("{ {fines} }", "unknown-figure", "{ {fines"),
    ("罚款{{ fines }}元", "doubled-unit", "{{ fines }}"),
    ("罚款{{ fines }}万元", "doubled-unit", "{{ fines }}"),
    ("罚款{{fines}} 万元", "doubled-unit", "{{fines}}"),
];

#[test]
fn structure_that_is_meant_is_let_be() {
    for source in [
        "- 甲；\n- 乙。\n\n综上，已完成。",
        "- 甲\n  乙",
        "> 甲\n> 乙",
        "主要做法：\n\n- 甲\n- 乙",
        "主要做法：\n- 3家企业\n- 5个村",
        "- 3家企业完成整改。\n- 5个村完成整改。",
        "一、甲\n\n（一）乙",
        "标题\n---\n\n正文",
        "```\n甲\n```\n\n乙",
        "---\n\n甲\n\n---",
        "1. 甲\n2. 乙\n",
        "这一行写得很长所以\n在这里换行",
        "见办法（第三条第\n1）项）",
        "某\n○○公司",
        "全面整改\n——决不反弹",
        "武夷山\n—重庆航线",
        "整改完成。  二是问责。  三是建制\n整改完成。  二是问责。  三是建制。",
        "文件file_name_1、a_b和c_d已归档",
        "1~2万元，3~4万元，5~8~10亩",
        "单价$5、$6，2^10次方",
        "| 甲 | 乙 |\n|-|-|\n| 1 | --- |",
        "＊＊镇已完成",
        "**镇**道路",
        "**社区**负责摸排",
        "\\`甲，\\_乙\\_",
        "罚款{{ fines }}，其中",
        "{{ statistics.completed }}个",
        "甲[^1]\n\n[^1]: 乙\n\n    丙",
        "姓名____，单位______",
        "a__b__c",
        "\u{3000}\u{3000}甲",
        "甲\\\n乙",
        "[甲](a)[乙](b)",
    ] {
        assert_eq!(found(source), [], "{source}");
    }
    let english = "Of the 49 issues, 41 have been completed. The rest\nare to be completed by the end of the year. More will\nfollow.";
    assert_eq!(rendered(english, "en").problems, []);
    assert!(!rendered("Fines of {{ fines }} million", "en").problems.is_empty());
    assert!(!rendered("Fines of CNY {{ fines }}", "en").problems.is_empty());
}
