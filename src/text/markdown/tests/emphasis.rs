//! Emphasis beside Chinese punctuation.

use super::*;

#[test]
fn emphasis_beside_chinese_punctuation() {
    check(&[
        ("**完成率为95%。**下一步", "<p><strong>完成率为95%。</strong>下一步</p>"),
        ("**“引用”**后文", "<p><strong>“引用”</strong>后文</p>"),
        ("前文**（括号）**后文", "<p>前文<strong>（括号）</strong>后文</p>"),
        ("前文**“引用”**后文", "<p>前文<strong>“引用”</strong>后文</p>"),
        ("*完成。*下一步", "<p><em>完成。</em>下一步</p>"),
        ("前文*（括号）*后文", "<p>前文<em>（括号）</em>后文</p>"),
        ("***完成。***下一步", "<p><em><strong>完成。</strong></em>下一步</p>"),
        ("前文***《条例》***后文", "<p>前文<em><strong>《条例》</strong></em>后文</p>"),
        ("**甲*乙。*丙**丁", "<p><strong>甲<em>乙。</em>丙</strong>丁</p>"),
        ("完成率**95%**以上", "<p>完成率<strong>95%</strong>以上</p>"),
        ("（**注**）", "<p>（<strong>注</strong>）</p>"),
        ("“**注**”的", "<p>“<strong>注</strong>”的</p>"),
        (
            "**一、总体情况。**全市**49个**问题，**（一）**已完成。",
            "<p><strong>一、总体情况。</strong>全市<strong>49个</strong>问题，<strong>（一）</strong>已完成。</p>",
        ),
        ("中**`代码`**中", "<p>中<strong><code>代码</code></strong>中</p>"),
        ("中**[链](a)**中", "<p>中<strong><a href=\"a\">链</a></strong>中</p>"),
        ("中**_“引”_**中", "<p>中<strong><em>“引”</em></strong>中</p>"),
        ("__注意__：事项", "<p><strong>注意</strong>：事项</p>"),
        ("한국어**(괄호)**는", "<p>한국어<strong>(괄호)</strong>는</p>"),
    ]);
}

#[test]
fn what_is_no_emphasis_stays_as_typed() {
    check(&[
        ("1~2万元，3~4万元", "<p>1~2万元，3~4万元</p>"),
        ("~~x~~ ~x~ ^x^", "<p>~~x~~ ~x~ ^x^</p>"),
        (r"中\*（*）", "<p>中*（*）</p>"),
        (r"\*\*中。\*\*中", "<p>**中。**中</p>"),
        ("5 * 3 和 4 * 2", "<p>5 * 3 和 4 * 2</p>"),
        ("\"a\" 'b' -- ... (c)", "<p>\"a\" 'b' -- ... (c)</p>"),
        ("第1项 $x$ {#id .class}", "<p>第1项 $x$ {#id .class}</p>"),
    ]);
}

#[test]
fn code_and_addresses_keep_their_asterisks() {
    check(&[
        ("`中。**中`", "<p><code>中。**中</code></p>"),
        ("```x。**中\n中（**）中\n```", "<pre><code>中（**）中\n</code></pre>"),
        ("[甲](中。**中 \"题。**中\")", "<p><a href=\"中。**中\" title=\"题。**中\">甲</a></p>"),
        ("甲[^甲。*中]\n\n[^甲。*中]: 注", &format!("<p>甲{}</p>{}", reference(1), section(&["<p>注", "</p>"]))),
    ]);
}

fn reference(number: usize) -> String {
    format!(
        "<sup><a href=\"#i-fn-{number}\" id=\"i-fnref-{number}\" role=\"doc-noteref\" aria-label=\"脚注 {number}\">{number}</a></sup>"
    )
}

fn section(item: &[&str; 2]) -> String {
    let back = " <a href=\"#i-fnref-1\" role=\"doc-backlink\" aria-label=\"返回正文 1\">↑</a>";
    let [text, end] = item;
    format!(
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\"><ol><li id=\"i-fn-1\">{text}{back}{end}</li></ol></section>"
    )
}

#[test]
fn products_are_told_from_emphasis() {
    for (source, slice) in [
        ("5*3和4*2", Some("*3和4*")),
        ("2**10和3**2", Some("**10和3**")),
        ("长*宽=5*3", Some("*宽=5*")),
        ("5*n+3*n", Some("*n+3*")),
        ("49*个*问题", None),
        ("共*49*个", None),
        ("共**49个**问题，**95%**完成", None),
        ("*甲*", None),
        (r"5\*3和4\*2", None),
    ] {
        let expected: Vec<_> = slice.into_iter().map(|slice| ("accidental-emphasis", slice)).collect();
        check_problems(source, &expected);
    }
}
