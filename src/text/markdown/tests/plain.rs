//! Plain text.

use super::*;

#[test]
fn plain_text_has_the_words_alone() {
    for (source, expected) in [
        ("", ""),
        ("# 题\n\n**甲。**乙\n丙", "题\n甲。乙丙"),
        ("a\nb  \nc", "a b c"),
        ("- 甲\n  - 乙\n- 丙", "甲\n乙\n丙"),
        ("|甲|乙|\n|-|-|\n|1||\n|3|4|", "甲 乙\n1\n3 4"),
        ("罚款{{ fines }}，<b>", "罚款147.6万元，<b>"),
        ("{{ nasty }}", "<b>**{{ fines }}** & \"x\""),
        ("[甲](missing)![图](a.png)", "甲图"),
        ("甲[^1]乙\n\n[^1]: 注", "甲乙\n注"),
        ("甲\n\n---\n\n    x\n    y\n", "甲\nx\ny"),
        ("&lt;a&gt;&amp;", "<a>&"),
        ("> # 甲\n> 乙", "甲\n乙"),
    ] {
        assert_eq!(&*rendered(source, "zh").plain, expected, "{source}");
    }
}
