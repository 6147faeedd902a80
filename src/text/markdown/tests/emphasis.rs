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
        ("前文*（括号）*后文", "<p>前文*（括号）*后文</p>"),
        ("前文 *（括号）* 后文", "<p>前文 <em>（括号）</em> 后文</p>"),
        ("***完成。***下一步", "<p><em><strong>完成。</strong></em>下一步</p>"),
        ("前文：***《条例》***后文", "<p>前文：<em><strong>《条例》</strong></em>后文</p>"),
        ("**甲，*乙。*丙**丁", "<p><strong>甲，<em>乙。</em>丙</strong>丁</p>"),
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
        ("~~ ~x~ ^x^", "<p>~~ ~x~ ^x^</p>"),
        (r"中\*（*）", "<p>中*（*）</p>"),
        (r"\*\*中。\*\*中", "<p>**中。**中</p>"),
        ("5 * 3 和 4 * 2", "<p>5 * 3 和 4 * 2</p>"),
        ("\"a\" 'b' -- ... (c)", "<p>\"a\" 'b' -- ... (c)</p>"),
        ("第1项 $x$ {id .class}", "<p>第1项 $x$ {id .class}</p>"),
    ]);
}

#[test]
fn code_and_addresses_keep_their_asterisks() {
    check(&[
        ("`中。**中`", "<p><code>中。**中</code></p>"),
        ("```\n中（**）中\n```", "<pre><code>中（**）中\n</code></pre>"),
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
        ("5*3和4*2", None),
        ("2**10和3**2", None),
        ("长*宽=5*3", None),
        ("5*n+3*n", None),
        ("49*个*问题", None),
        ("（*3和4*2）", None),
        ("5**米和4**米", Some("**米和4**")),
        ("共*49*个", None),
        ("共**49个**问题，**95%**完成", None),
        ("*甲*", None),
        (r"5\*3和4\*2", None),
    ] {
        let expected: Vec<_> = slice.into_iter().map(|slice| ("accidental-emphasis", slice)).collect();
        check_problems(source, &expected);
    }
}

#[test]
fn masks_stay_as_typed() {
    for source in [
        "李*华收受礼金，王*明违规报销。",
        "张*，李*，王*等3人",
        "李**收受礼金。",
        "李**，王某某",
        "电话138****8000、139****9000",
        "电话138*****000和139*****111",
        "身份证350***********1234与350***********4321",
        "车牌闽A*2345和闽B*6789",
        "卡号6222**1234和6222**5678",
        "a*b*c",
        "李×华，王＊明，张＊＊",
        "李*华、李*、*华",
        "| 姓名 | 电话 |\n|---|---|\n| 李*华 | 138****8000 |\n| 王* | 139****9000 |\n",
        "- 李*华\n- 王*明\n",
        "**李*华、王*明**",
    ] {
        let rendered = rendered(source, "zh");
        assert_eq!(rendered.problems, [], "{source}");
        let signs = |text: &str| text.chars().filter(|c| matches!(c, '*' | '＊' | '×')).count();
        let bold = if source.starts_with("**") { 4 } else { 0 };
        assert_eq!(signs(&rendered.plain), signs(source) - bold, "{source}");
        assert!(!rendered.html.contains("<em>"), "{source}");
    }
}

#[test]
fn what_two_masks_enclose_is_no_emphasis() {
    for (source, slice) in [
        ("李**收受礼金，王**违规报销。", "**收受礼金，王**"),
        ("李**、王**等2人", "**、王**"),
        ("李**和王**", "**和王**"),
        ("（*华、李*）", "*华、李*"),
    ] {
        check_problems(source, &[("accidental-emphasis", slice)]);
    }
}

/// Asterisks that stand alone in brackets, before a name in a list or before a share are no emphasis, though two of them enclose what stands
/// between.
#[test]
fn lists_of_masks_are_no_emphasis() {
    for (source, slice) in [
        ("（*）为牵头单位，（*）为责任单位。", "*）为牵头单位，（*"),
        ("“*”为必填，“*”为选填。", "*”为必填，“*"),
        ("《*县志》和《*县志》", "*县志》和《*"),
        ("“*ST甲”，*ST乙", "*ST甲”，*"),
        ("姓名：*华，电话：*1234。", "*华，电话：*"),
        ("1. *华、*明", "*华、*"),
        ("**华、**明", "**华、**"),
        ("**有限公司未公示，**有限公司已公示。", "**有限公司未公示，**"),
        ("甲方：***有限公司；乙方：***有限公司。", "**有限公司；乙方：**"),
        ("第**条、第**款", "**条、第**"),
        ("2021年**月**日", "**月**"),
        ("**号文件和**号文件", "**号文件和**"),
        ("价格：*元/*斤", "*元/*"),
        ("编号：*-2021-*", "*-2021-*"),
        ("（_）为牵头单位，（_）为责任单位。", "_）为牵头单位，（_"),
        ("姓名：__，电话：__", "__，电话：__"),
    ] {
        check_problems(source, &[("accidental-emphasis", slice)]);
    }
    for source in [
        "*注：本表数据截至10月底。*",
        "*注：*本表数据截至10月底。",
        "“**重点**”工作、（**注**）",
        "落实**项目**责任制、**年度**计划、**人**大代表",
        "**一、**加强领导。**12、**健全机制。",
        "**一是加强领导。**成立专班。",
        "**县财政局：**县财政局已上缴。",
        "**首先，**成立专班。",
        "**第一，加强领导，健全机制。**第二段",
        "**“重点”工作**已完成",
    ] {
        check_problems(source, &[]);
    }
}

/// What may hide names or be bold is named, with the way to type either; what is bold beyond doubt is let be.
#[test]
fn masks_of_organisations_are_not_made_bold_in_silence() {
    for (source, slice) in [
        ("福建**公司与厦门**公司串通投标。", "**公司与厦门**"),
        ("南平市**县和**镇", "**县和**"),
        ("建设路**号**室", "**号**"),
        ("走访企业福建**与厦门**签订协议", "**与厦门**"),
        ("福建**建材厂向厦门**建材厂采购", "**建材厂向厦门**"),
    ] {
        check_problems(source, &[("accidental-emphasis", slice)]);
    }
    for source in [
        "这是**重点**工作。",
        "该**公司**负责人",
        "法治**与**发展",
        "落实**主体责任**和监督责任",
        "全市**12个县**均已完成",
    ] {
        check_problems(source, &[]);
    }
}
