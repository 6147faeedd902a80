//! What is lost, and what is not.

use super::*;

/// What a text would lose.
fn lost(source: &str) -> Vec<String> {
    let problems = rendered(source, "zh").problems;
    let lost = problems.iter().filter(|problem| problem.rule == LOST_TEXT);
    lost.map(|problem| source[problem.range.clone()].to_owned()).collect()
}

#[test]
fn nothing_is_lost_where_marks_do_their_work() {
    for source in [
        "甲**乙**丙*丁*戊***己***庚__辛__ _壬_",
        "# 一 #\n\n二\n==\n\n三\n--\n",
        "- 甲\n  乙\n- 丙\n\n  丁\n    - 戊\n",
        "1. 甲\n2. 乙\n   1) 丙\n",
        "> 甲\n> > 乙\n>\n> - 丙\n>   - > 丁\n乙\n",
        "- > 甲\n  > 乙\n- 丙\n",
        "> ```\n> 甲\n> ```\n> 乙\n",
        "```\n甲 <b>\n```\n\n~~~~\n```\n~~~~\n",
        "    code\n\n\tcode\n",
        "| 甲 | 乙 |\n|:--|--:|\n| 丙 | `x\\|y` |\n| 丁 |\n",
        "甲 | 乙\n--|--\n丙 | 丁\\|戊\n",
        "> | 甲 | 乙 |\n> |--|--|\n> | 丙 | 丁 |\n",
        "[甲](a.html \"乙\") [丙][x] [x][] [x] ![丁](<a b.png> '戊') <https://a.cn/x> <a@b.cn>\n\n[x]: https://b.cn \"己\"\n",
        "[**甲**](x) [`乙`](x) [![丙](a.png)](x) [ 丁 ](x)",
        "甲[^1]乙[^长]\n\n[^1]: 丙\n\n    丁\n\n[^长]: 戊\n",
        "甲\\\n乙  \n丙\n丁",
        "\\*甲\\* \\[乙\\] &amp; &lt; &copy; &#20013; \\\\ \\` \\{\\{ \\|",
        "{{ fines }} `甲` ``乙`丙`` ` 丁 `",
        "---\n\n***\n\n_ _ _\n",
        "甲 * 乙 ** 丙 _ 丁 ` 戊 ~ 己 [ 庚 ] < 辛 > # 壬 | 癸 \\ 子",
        "\u{3000}\u{3000}甲\r\n乙\r\n\r\n丙",
        "`甲\n乙`",
        "> `甲\n> 乙`",
    ] {
        assert_eq!(lost(source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn what_the_parser_drops_is_named() {
    for (source, expected) in [
        ("| 项目 | 金额 |\n|--|--|\n| 罚款 | 100元 | 其中50元尚未追回 |\n", &["其中50元尚未追回"][..]),
        ("| 甲 | 乙 |\n|--|--|\n| a|b | c |\n", &["c"]),
        ("| 甲 |\n|--|\n| `a|b` |\n", &["b`"]),
        ("``` 重要\n甲\n```\n", &["重要"]),
        ("[甲][x]\n\n[x]: https://a.cn\n[x]: https://b.cn\n", &["[x]: https://b.cn"]),
    ] {
        assert_eq!(lost(source), expected, "{source}");
    }
}
