//! Texts that want to be more than text.

use super::*;

#[test]
fn raw_html_is_shown_not_used() {
    for (source, slice, html) in [
        ("<script>alert(1)</script>", "<script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("甲<b>乙</b>", "<b>", "<p>甲&lt;b&gt;乙&lt;/b&gt;</p>"),
        ("甲<br/>乙", "<br/>", "<p>甲&lt;br/&gt;乙</p>"),
        ("<!-- 注 -->", "<!-- 注 -->", "<p>&lt;!-- 注 --&gt;</p>"),
        ("甲<!-- **注** -->乙", "<!-- **注** -->", "<p>甲&lt;!-- **注** --&gt;乙</p>"),
        ("<div onclick=x>\n**甲**\n</div>", "<div onclick=x>", "<p>&lt;div onclick=x&gt;\n**甲**\n&lt;/div&gt;</p>"),
        ("<?php x ?>", "<?php x ?>", "<p>&lt;?php x ?&gt;</p>"),
        ("<![CDATA[x]]>", "<![CDATA[x]]>", "<p>&lt;![CDATA[x]]&gt;</p>"),
        ("甲</p>", "</p>", "<p>甲&lt;/p&gt;</p>"),
        ("<svg/onload=x>", "<svg/onload=x>", "<p>&lt;svg/onload=x&gt;</p>"),
        ("甲<img src=x onerror=y>", "<img src=x onerror=y>", "<p>甲&lt;img src=x onerror=y&gt;</p>"),
    ] {
        let rendered = rendered(source, "zh");
        let shown: Vec<_> = rendered.problems.iter().map(|p| (p.rule.name, &source[p.range.clone()])).collect();
        if source.contains("svg") {
            // Not HTML by CommonMark, hence text.
            assert_eq!(shown, []);
        } else {
            assert_eq!(shown, [("raw-html", slice)], "{source}");
        }
        assert_eq!(one_line(&rendered.html), html, "{source}");
    }
}

#[test]
fn the_message_names_the_tag_and_what_to_write() {
    for (source, zh, help) in [
        ("<B>", "正文里不能写 HTML：<b>", "加粗请写 **文字**"),
        ("a</x-y>", "正文里不能写 HTML：</x-y>", "请删除标签；如果是小于号，请写 \\<"),
        ("<!-- a -->", "正文里不能写 HTML：<!-- a -->", "请删除它：注释和声明也会随页面公开"),
    ] {
        let problem = rendered(source, "zh").problems.remove(0);
        assert_eq!((problem.message.zh.as_str(), problem.help.zh.as_str()), (zh, help));
    }
}

#[test]
fn unsafe_destinations_are_taken_away() {
    for (source, slice) in [
        ("[甲](javascript:x)", "[甲](javascript:x)"),
        ("[甲](JaVaScRiPt:x)", "[甲](JaVaScRiPt:x)"),
        ("[甲](&#106;avascript:x)", "[甲](&#106;avascript:x)"),
        ("[甲](JaVa&#10;script:x)", "[甲](JaVa&#10;script:x)"),
        ("[甲](java&Tab;script:x)", "[甲](java&Tab;script:x)"),
        ("[甲](<&#1;javascript:x>)", "[甲](<&#1;javascript:x>)"),
        ("[甲](< javascript:x>)", "[甲](< javascript:x>)"),
        ("[甲](javascript&colon;x)", "[甲](javascript&colon;x)"),
        (r"[甲](javascript\:x)", r"[甲](javascript\:x)"),
        ("[甲](vbscript:x)", "[甲](vbscript:x)"),
        ("[甲](data:text/html,x)", "[甲](data:text/html,x)"),
        ("[甲](file:///etc)", "[甲](file:///etc)"),
        ("[甲](//evil.cn)", "[甲](//evil.cn)"),
        (r"[甲](/\\evil.cn)", r"[甲](/\\evil.cn)"),
        ("[甲][x]\n\n[x]: javascript:x", "[甲][x]"),
        ("[x]\n\n[x]: <data:x>", "[x]"),
        ("<javascript:x>", "<javascript:x>"),
        ("![甲](javascript:x)", "![甲](javascript:x)"),
        ("![甲](data:image/png;base64,x)", "![甲](data:image/png;base64,x)"),
        ("![甲](https://a/b.png)", "![甲](https://a/b.png)"),
    ] {
        check_problems(source, &[("unsafe-link", slice)]);
        let html = rendered(source, "zh").html;
        assert!(!html.contains("<a") && !html.contains("<img"), "{html}");
    }
    // A break within the address: CommonMark sees no link, so it is text.
    assert_eq!(clean("[甲](JaVa\nscript:x)", "zh"), "<p>[甲](JaVa\nscript:x)</p>");
}

#[test]
fn what_entities_hide_is_found() {
    for (source, slice) in [
        ("甲&#x202E;乙", "&#x202E;"),
        ("甲&#8203;乙", "&#8203;"),
        ("甲&shy;乙", "&shy;"),
        ("甲&#0;乙", "&#0;"),
        ("甲&#xE000;乙", "&#xE000;"),
        ("甲&#x1BC9F;乙", "&#x1BC9F;"),
        ("甲\u{1BC9F}乙", "\u{1BC9F}"),
        ("**甲。**\u{1BC9F}乙", "\u{1BC9F}"),
        ("[甲](a&#x202E;b)", "[甲](a&#x202E;b)"),
        ("[甲](a '&#x202E;')", "[甲](a '&#x202E;')"),
    ] {
        check_problems(source, &[("forbidden-character", slice)]);
        let html = rendered(source, "zh").html;
        assert!(!html.contains(character::is_forbidden) && !html.contains(flanking::MARK), "{html}");
    }
    check(&[("甲&nbsp;乙&#x3000;丙&ensp;&hellip;", "<p>甲\u{A0}乙\u{3000}丙\u{2002}…</p>")]);
}

/// The characters that this room needs for itself are named and on no page, whatever an author puts them beside.
#[test]
fn reserved_characters_are_shown_nowhere() {
    for mark in flanking::RESERVED {
        for source in [
            "{{a&#x202E;}}@",
            "{{a@}}",
            "{{ fines@ }}",
            "{@{ fines }}",
            "｛｛ fines@ ｝｝",
            "`甲@`",
            "**甲。@**乙",
            "[甲@][乙@]",
            "[甲](/a@b '丙@')",
            "甲[^a@]\n\n[^a@]: 乙@",
            "|甲@|\n|-|\n|乙@|",
            "```@\n甲@\n```",
            "&am@p;&#49;@",
            "甲&#x1680;&#x1BC9F;乙",
            "\\@*甲@*",
            "<b@>甲</b>",
            "![甲@](/a.png)",
            "    甲@",
        ] {
            let source = source.replace('@', &mark.to_string());
            let rendered = rendered(&source, "zh");
            assert!(rendered.problems.iter().any(|p| p.rule.name == "forbidden-character"), "{source:?}");
            let shown = [&rendered.html, &rendered.plain];
            assert!(shown.iter().all(|text| !text.contains(flanking::RESERVED)), "{source:?}: {shown:?}");
        }
    }
    // Those that this room put there itself, behind a sign that may begin an entity.
    check(&[("A&李*华、B&王**明", "<p>A&amp;李*华、B&amp;王**明</p>")]);
}

#[test]
fn output_has_a_limit() {
    let references = format!("{}\n\n[x]: /{}", "[x] ".repeat(200_000), "y".repeat(500));
    let cells = format!("{}\n{}\n{}", "|x".repeat(500), "|-".repeat(500), "|a\n".repeat(400));
    let labels = format!("|{}|\n|-|\n{}", "名".repeat(2000), "|1|\n".repeat(2000));
    for source in [&references, &cells, &labels] {
        let rendered = rendered(source, "zh");
        assert!(rendered.html.is_empty() == rendered.problems.iter().any(|p| p.rule.name == "output-too-large"));
        assert!(rendered.html.len() <= limit::bytes(source));
    }
    assert!(rendered(&labels, "zh").html.is_empty());
    assert!(rendered(&cells, "zh").html.is_empty());
}

#[test]
fn nesting_exhausts_nothing() {
    for source in [
        ">".repeat(20_000),
        "- ".repeat(5_000),
        "*a ".repeat(20_000),
        "[".repeat(20_000),
        "![".repeat(20_000),
        "{{".repeat(20_000),
    ] {
        let rendered = rendered(&source, "zh");
        assert!(rendered.html.len() <= limit::bytes(&source));
    }
}
