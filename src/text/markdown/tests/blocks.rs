//! Blocks.

use super::*;

#[test]
fn blocks() {
    check(&[
        ("", ""),
        ("甲\n\n乙", "<p>甲</p><p>乙</p>"),
        ("> 甲\n>\n> > 乙", "<blockquote><p>甲</p><blockquote><p>乙</p></blockquote></blockquote>"),
        ("- 甲\n- 乙\n  - 丙", "<ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul>"),
        ("- 甲\n\n- 乙", "<ul><li><p>甲</p></li><li><p>乙</p></li></ul>"),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("```\na < b &amp; \"c\"\n```", "<pre><code>a &lt; b &amp;amp; \"c\"\n</code></pre>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("甲\n\n***\n\n乙", "<p>甲</p><hr><p>乙</p>"),
        ("a & b &lt; c &copy; <3", "<p>a &amp; b &lt; c © &lt;3</p>"),
        ("甲\\\n乙", "<p>甲<br>乙</p>"),
        ("甲\n: 乙", "<p>甲\n: 乙</p>"),
        ("> [!NOTE]\n> 甲", "<blockquote><p>[!NOTE]\n甲</p></blockquote>"),
    ]);
}

#[test]
fn headings_follow_the_page() {
    check(&[
        ("# 甲\n## 乙\n# 丙", "<h3 id=\"i-h-1\">甲</h3><h4 id=\"i-h-2\">乙</h4><h3 id=\"i-h-3\">丙</h3>"),
        ("## 甲\n#### 乙", "<h3 id=\"i-h-1\">甲</h3><h4 id=\"i-h-2\">乙</h4>"),
        (
            "# 1\n## 2\n### 3\n#### 4\n##### 5",
            "<h3 id=\"i-h-1\">1</h3><h4 id=\"i-h-2\">2</h4><h5 id=\"i-h-3\">3</h5><h6 id=\"i-h-4\">4</h6><h6 id=\"i-h-5\">5</h6>",
        ),
        ("# T {onclick=x}", "<h3 id=\"i-h-1\">T {onclick=x}</h3>"),
        ("甲 *乙*\n===", "<h3 id=\"i-h-1\">甲 <em>乙</em></h3>"),
    ]);
}

#[test]
fn lists_that_are_years() {
    for (source, slice) in [
        ("1986. 是年份", "1986."),
        ("甲\n\n1986. 是年份\n1987. 也是", "1986."),
        ("- 甲\n\n  2) 乙", "2)"),
        ("- 文\n\n\t3. x", "3."),
        ("> 12. 乙", "12."),
        ("0. 甲", "0."),
        ("1. 甲\n1. 乙", "1."),
        ("1. 甲\n3. 乙", "3."),
    ] {
        check_problems(source, &[("ordered-list-start", slice)]);
    }
    for source in [r"1986\. 是年份", "1. 甲", "1. 甲\n2. 乙\n\n3. 丙", "1986.是年份", "1986年"] {
        check_problems(source, &[]);
    }
    let help = rendered("1986) 是", "zh").problems.remove(0).help.en;
    assert!(help.contains(r"write 1986\)"), "{help}");
}
