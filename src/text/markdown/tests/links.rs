//! Links and pictures.

use super::*;

#[test]
fn links_and_pictures() {
    check(&[
        ("[甲](026.html#x)", "<p><a href=\"026.html#x\">甲</a></p>"),
        ("[甲](<a b.html> '题 \"')", "<p><a href=\"a%20b.html\" title=\"题 &quot;\">甲</a></p>"),
        ("[甲](HTTPS://a?b&c)", "<p><a href=\"HTTPS://a?b&amp;c\" rel=\"noopener noreferrer\">甲</a></p>"),
        ("[甲](tel:0599-8861722)", "<p><a href=\"tel:0599-8861722\">甲</a></p>"),
        ("[甲][x]\n\n[x]: mailto:a@b.cn", "<p><a href=\"mailto:a@b.cn\">甲</a></p>"),
        ("<a@b.cn>", "<p><a href=\"mailto:a@b.cn\">a@b.cn</a></p>"),
        ("<https://a>", "<p><a href=\"https://a\" rel=\"noopener noreferrer\">https://a</a></p>"),
        ("[甲](<a\"\\<%20|`南.html>)", "<p><a href=\"a%22%3C%20%7C%60南.html\">甲</a></p>"),
        ("[**甲**`乙`](a)", "<p><a href=\"a\"><strong>甲</strong><code>乙</code></a></p>"),
        ("[第一：二](第一：二.html)", "<p><a href=\"第一：二.html\">第一：二</a></p>"),
        ("![图](plan.jpg)", "<p><img src=\"plan.jpg\" alt=\"图\" width=\"640\" height=\"480\" loading=\"lazy\"></p>"),
        ("[![图](a.png)](b)", "<p><a href=\"b\"><img src=\"a.png\" alt=\"图\" loading=\"lazy\"></a></p>"),
        (
            "![*图* `1` ![内](c.png)](a.png \"题\")",
            "<p><img src=\"a.png\" alt=\"图 1 内\" title=\"题\" loading=\"lazy\"></p>",
        ),
        ("[甲](b \"x\\\" onclick=y\")", "<p><a href=\"b\" title=\"x&quot; onclick=y\">甲</a></p>"),
    ]);
}

#[test]
fn a_link_within_a_link_leads_nowhere() {
    check(&[("[甲 <https://a> 乙](b)", "<p><a href=\"b\">甲 https://a 乙</a></p>")]);
}

#[test]
fn links_that_lead_nowhere() {
    for (source, rule, slice) in [
        ("见[甲](missing.html)。", "broken-link", "[甲](missing.html)"),
        ("见![甲](missing.png)。", "broken-link", "![甲](missing.png)"),
        ("**完成。**见[甲][x]\n\n[x]: missing.html", "broken-link", "[甲][x]"),
        ("见[甲]()。", "broken-link", "[甲]()"),
        ("见![甲](<>)。", "broken-link", "![甲](<>)"),
        ("见[](a)。", "empty-link", "[](a)"),
        ("见[ &#32;](a)。", "empty-link", "[ &#32;](a)"),
        ("见![](a.png)。", "missing-alt", "![](a.png)"),
        ("见![&#32;](a.png)。", "missing-alt", "![&#32;](a.png)"),
    ] {
        check_problems(source, &[(rule, slice)]);
    }
    assert_eq!(one_line(&rendered("见[**甲**](missing)", "zh").html), "<p>见<strong>甲</strong></p>");
    assert_eq!(one_line(&rendered("见![甲 <](missing)", "zh").html), "<p>见甲 &lt;</p>");
}
