//! Marks that are left in the text.

use super::*;

#[test]
fn marks_that_have_no_effect_are_reported() {
    for (source, slices, html) in [
        ("a**(b)**c", vec!["**"], "<p>a**(b)**c</p>"),
        ("**甲", vec!["**"], "<p>**甲</p>"),
        ("> ##甲", vec!["##"], "<blockquote><p>##甲</p></blockquote>"),
        ("甲\n＃甲", vec!["＃"], "<p>甲＃甲</p>"),
        ("[甲](a b)", vec!["]"], "<p>[甲](a b)</p>"),
        ("    中。**中", vec!["中。**中"], "<pre><code>中。**中</code></pre>"),
        ("|甲|\n|乙|", vec!["|"], "<p>|甲|\n|乙|</p>"),
        ("甲\n1.乙", vec!["1."], "<p>甲\n1.乙</p>"),
        ("[甲。**中]\n\n[甲。**中]: b", vec!["**"], "<p><a href=\"b\">甲。**中</a></p>"),
        ("![中。**中](a.png)", vec!["**"], "<p><img src=\"a.png\" alt=\"中。**中\" loading=\"lazy\"></p>"),
        ("[说明]: 含重复案件\n\n甲", vec!["[说明]: 含重复案件"], "<p>甲</p>"),
        ("-甲", vec!["-"], "<p>-甲</p>"),
        ("[[甲]]", vec!["[["], "<p>[[甲]]</p>"),
        ("{% if %}甲", vec!["{%"], "<p>{% if %}甲</p>"),
        ("{# 注 #}甲", vec!["{#"], "<p>{# 注 #}甲</p>"),
        ("{#注#}甲", vec!["{#"], "<p>{#注#}甲</p>"),
        ("！[甲](a.png)", vec!["！"], "<p>！<a href=\"a.png\">甲</a></p>"),
        ("# T {#x .y}", vec!["{#"], "<h3 id=\"i-h-1\">T {#x .y}</h3>"),
        ("~~x~~ y==z==", vec!["~~", "=="], "<p>~~x~~ y==z==</p>"),
        ("见【甲】（../files/list.txt）", vec!["】"], "<p>见【甲】（../files/list.txt）</p>"),
    ] {
        check_problems(source, &slices.into_iter().map(|slice| ("misread-markup", slice)).collect::<Vec<_>>());
        assert_eq!(one_line(&rendered(source, "zh").html), html, "{source}");
    }
}

#[test]
fn what_only_looks_like_a_mark_is_let_be() {
    for source in [
        "138****8000，张*",
        r"张\*\*",
        "#3 楼和 C# 语言",
        "见[2021]（略）、[甲]（见表3）",
        "甲|乙",
        "【速度】（60km/h）、【日期】（2021/3/5）",
        "1~2万元，3~4万元，a == b",
        "甲\\\n乙",
        "甲\n-5 ℃",
        "1.甲",
        "甲\n3.5亩",
        "    cargo run",
        "| 甲 |\n| --- |\n| ## |",
        "`**`、`##甲`",
        "[甲][X]、[x]\n\n[x]: b",
    ] {
        check_problems(source, &[]);
    }
}
