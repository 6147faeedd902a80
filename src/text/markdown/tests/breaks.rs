//! Line breaks of the source.

use super::*;

#[test]
fn breaks_between_wide_characters_are_none() {
    check(&[
        ("整改\n完成", "<p>整改完成</p>"),
        ("整改，\n完成", "<p>整改，完成</p>"),
        ("整改 \n  完成", "<p>整改完成</p>"),
        ("整改\r\n完成", "<p>整改完成</p>"),
        ("**南平**\n市", "<p><strong>南平</strong>市</p>"),
        ("南平\n**市**", "<p>南平<strong>市</strong></p>"),
        ("[南平\n市](a)\n*的*", "<p><a href=\"a\">南平市</a><em>的</em></p>"),
        ("“甲”\n乙——\n丙…\n丁·\n戊", "<p>“甲”乙——丙…丁·戊</p>"),
        ("> 南\n> 平", "<blockquote><p>南平</p></blockquote>"),
        ("- 南\n  平", "<ul><li>南平</li></ul>"),
        ("𠀀\n𠀁", "<p>𠀀𠀁</p>"),
        ("葛\u{E0100}\n城", "<p>葛\u{E0100}城</p>"),
        ("`南`\n`平`", "<p><code>南</code><code>平</code></p>"),
        ("![南\n平](a.png)", "<p><img src=\"a.png\" alt=\"南平\" loading=\"lazy\"></p>"),
    ]);
}

#[test]
fn other_breaks_stay() {
    check(&[
        ("南平\nNanping", "<p>南平\nNanping</p>"),
        ("Nanping\n南平", "<p>Nanping\n南平</p>"),
        ("共\n49个", "<p>共\n49个</p>"),
        ("罚款\n{{ fines }}", "<p>罚款\n<span class=\"figure\">147.6万元</span></p>"),
        ("{{ fines }}\n罚款", "<p><span class=\"figure\">147.6万元</span>罚款</p>"),
        ("한국\n사람", "<p>한국\n사람</p>"),
        ("南\\\n平", "<p>南<br>平</p>"),
        ("南  \n平", "<p>南<br>平</p>"),
        ("南\n![图](a.png)\n平", "<p>南\n<img src=\"a.png\" alt=\"图\" loading=\"lazy\">平</p>"),
        ("a  b\nc   d", "<p>a  b\nc   d</p>"),
    ]);
    for (source, expected) in
        [("the “old”\n“new”", "<p>the “old”\n“new”</p>"), ("南\n平", "<p>南平</p>"), ("南”\n平", "<p>南”\n平</p>")]
    {
        assert_eq!(clean(source, "en"), expected);
    }
}
