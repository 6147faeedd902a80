//! Quotations.

use super::*;

#[test]
fn figures_are_quoted_in_text_alone() {
    check(&[
        ("罚款{{ fines }}。", "<p>罚款<span class=\"figure\">147.6万元</span>。</p>"),
        (
            "{{fines}}{{ statistics.completed }}",
            "<p><span class=\"figure\">147.6万元</span><span class=\"figure\">41</span></p>",
        ),
        ("**{{ fines }}**", "<p><strong><span class=\"figure\">147.6万元</span></strong></p>"),
        ("- {{ fines }}", "<ul><li><span class=\"figure\">147.6万元</span></li></ul>"),
        ("# {{ fines }}", "<h3 id=\"i-h-1\"><span class=\"figure\">147.6万元</span></h3>"),
        ("[{{ fines }}](a)", "<p><a href=\"a\"><span class=\"figure\">147.6万元</span></a></p>"),
        ("![{{ fines }}](a.png)", "<p><img src=\"a.png\" alt=\"147.6万元\" loading=\"lazy\"></p>"),
        (
            "<http://a/{{fines}}>",
            "<p><a href=\"http://a/%7B%7Bfines%7D%7D\" rel=\"noopener noreferrer\">http://a/{{fines}}</a></p>",
        ),
        (r"\{{ fines }} {\{ fines }}", "<p>{{ fines }} {{ fines }}</p>"),
        ("&#123;&#123; fines }} &#123;{ fines }}", "<p>{{ fines }} {{ fines }}</p>"),
        (r"\\{{ fines }}", "<p>\\<span class=\"figure\">147.6万元</span></p>"),
        ("&amp;{{ fines }}", "<p>&amp;<span class=\"figure\">147.6万元</span></p>"),
        ("{{ empty }}", "<p><span class=\"figure\"></span></p>"),
        ("} {a} }}", "<p>} {a} }}</p>"),
    ]);
}

/// What is meant as a quotation and is none is named: within code, within single braces, beside a sign that the figure has itself.
#[test]
fn figures_that_would_be_shown_as_typed_are_named() {
    for (source, rule, slice) in [
        ("`{{ fines }}`", "unknown-figure", "`{{ fines }}`"),
        ("罚款{fines}。", "unknown-figure", "{fines}"),
        ("罚款${ fines }。", "unknown-figure", "{ fines }"),
        ("罚款｛fines｝。", "unknown-figure", "｛fines｝"),
        ("罚款＝{ fines｝＝。", "unknown-figure", "{ fines｝"),
        ("￥{{ fines }}", "doubled-unit", "{{ fines }}"),
        ("{{ fines }}**元**", "doubled-unit", "{{ fines }}"),
    ] {
        check_problems(source, &[(rule, slice)]);
    }
    for source in ["```\n{{ fines }}\n```", "    {{ fines }}"] {
        assert!(rendered(source, "zh").problems.iter().any(|p| p.rule.name == "unknown-figure"), "{source}");
    }
}

#[test]
fn what_is_quoted_is_text() {
    check(&[
        ("{{ nasty }}", "<p><span class=\"figure\">&lt;b&gt;**{{ fines }}** &amp; \"x\"</span></p>"),
        (
            "![{{ nasty }}](a.png)",
            "<p><img src=\"a.png\" alt=\"&lt;b&gt;**{{ fines }}** &amp; &quot;x&quot;\" loading=\"lazy\"></p>",
        ),
    ]);
}

#[test]
fn marks_lead_to_notes_unless_they_stand_in_a_link() {
    let mark = "<a href=\"#i-editor-1\" aria-label=\"编者注1\">编注&lt;1&gt;</a>";
    let figure = "<span class=\"figure\">36.41%</span>";
    check(&[
        ("为{{ noted }}。", &format!("<p>为{figure}<sup class=\"editor-mark\">{mark}</sup>。</p>")),
        (
            "[为{{ noted }}](a)",
            &format!("<p><a href=\"a\">为{figure}<sup class=\"editor-mark\">编注&lt;1&gt;</sup></a></p>"),
        ),
    ]);
    assert_eq!(rendered("为{{ noted }}。", "zh").plain, "为36.41%。");
}

#[test]
fn quotations_that_cannot_be_expanded() {
    for (source, slice) in [
        ("罚款{{ fine }}。", "{{ fine }}"),
        ("&amp;罚款 * {{ fine }}。", "{{ fine }}"),
        ("**完成。**罚款[{{ fine }}](a)。", "{{ fine }}"),
        ("|甲|\n|-|\n|乙 {{ fine }}|", "{{ fine }}"),
        ("罚款{{ 罚款 }}", "{{ 罚款 }}"),
        ("{{}}", "{{}}"),
        ("{{ a b }}", "{{ a b }}"),
        ("罚款{{ fines", "{{"),
        ("罚款{{ fines\n}}", "{{"),
        ("{{ *fines* }}", "{{"),
        ("{{ fines }", "{{"),
        ("{{{ fines }}}", "{{{ fines }}"),
    ] {
        check_problems(source, &[("unknown-figure", slice)]);
    }
    check_problems("{{ fines {{ fines }}", &[("unknown-figure", "{{")]);
    check_problems("{{ a }}{{ fines }}{{ b }}", &[("unknown-figure", "{{ a }}"), ("unknown-figure", "{{ b }}")]);
}

#[test]
fn messages_say_what_was_meant() {
    for (source, en) in [
        ("{{ fine }}", "did you mean {{ fines }}?"),
        ("{{ zzzzzzzz }}", "these can be quoted: fines, statistics.completed, nasty, empty, noted"),
        ("{{ fines", "quote a figure as {{ name }} on one line; write \\{{ to show the braces themselves"),
    ] {
        let problems = rendered(source, "zh").problems;
        assert_eq!(problems.iter().map(|p| p.help.en.as_str()).collect::<Vec<_>>(), [en]);
    }
}
