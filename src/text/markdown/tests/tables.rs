//! Tables.

use super::*;

/// A table whose head is labelled `label`.
fn table(label: &str, head: &str, body: &str) -> String {
    let body = if body.is_empty() { String::new() } else { format!("<tbody>{body}</tbody>") };
    format!(
        "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{label}\"><table><thead><tr>{head}</tr></thead>{body}</table></div>"
    )
}

#[test]
fn tables() {
    let numeric = table(
        "表格：单位、罚款",
        "<th scope=\"col\">单位</th><th scope=\"col\" class=\"numeric\">罚款</th>",
        "<tr><td data-label=\"单位\">甲</td><td class=\"numeric\" data-label=\"罚款\">1万元</td></tr>\
         <tr><td data-label=\"单位\">乙</td><td class=\"numeric\" data-label=\"罚款\"><span class=\"figure\">147.6万元</span></td></tr>\
         <tr><td data-label=\"单位\">丙</td><td class=\"numeric\" data-label=\"罚款\">—</td></tr>",
    );
    let aligned = table(
        "表格：甲、乙、丙",
        "<th scope=\"col\">甲</th><th scope=\"col\" class=\"align-center\">乙</th><th scope=\"col\" class=\"align-right numeric\">丙</th>",
        "<tr><td data-label=\"甲\">a</td><td class=\"align-center\" data-label=\"乙\">b</td><td class=\"align-right numeric\" data-label=\"丙\">3</td></tr>",
    );
    let marked = table(
        "表格：甲 &amp; &quot;乙&quot;",
        "<td></td><th scope=\"col\"><strong>甲</strong> &amp; \"乙\"</th>",
        "<tr><td>a|b</td><td data-label=\"甲 &amp; &quot;乙&quot;\"><code>c|d</code></td></tr>",
    );
    check(&[
        ("|单位|罚款|\n|-|-|\n|甲|1万元|\n|乙|{{ fines }}|\n|丙|—|", &numeric),
        ("甲|乙|丙\n:-|:-:|-:\na|b|3", &aligned),
        ("| |**甲** & \"乙\"|\n|-|-|\n|a\\|b|`c\\|d`|", &marked),
        ("|甲|\n|-|", &table("表格：甲", "<th scope=\"col\">甲</th>", "")),
        ("| |\n|-|", &table("表格", "<td></td>", "")),
    ]);
}

#[test]
fn rows_are_filled_up() {
    let expected = table(
        "表格：甲、乙",
        "<th scope=\"col\">甲</th><th scope=\"col\">乙</th>",
        "<tr><td data-label=\"甲\">a</td><td data-label=\"乙\"></td></tr><tr><td data-label=\"甲\">a</td><td data-label=\"乙\">b</td></tr>",
    );
    check(&[("|甲|乙|\n|-|-|\n|a|\n|a|b|", &expected)]);
}

#[test]
fn emphasis_at_the_edge_of_a_cell() {
    let expected = table(
        "表格：甲。、乙",
        "<th scope=\"col\"><strong>甲。</strong></th><th scope=\"col\"><em>乙</em></th>",
        "<tr><td data-label=\"甲。\"><strong>（一）</strong>中</td><td data-label=\"乙\">中 <em>乙。</em></td></tr>",
    );
    check(&[("|**甲。**|*乙*|\n|-|-|\n|**（一）**中|中 *乙。*|", &expected)]);
}

#[test]
fn tables_in_lists_and_english() {
    let expected = table("Table: Unit, Fines", "<th scope=\"col\">Unit</th><th scope=\"col\">Fines</th>", "");
    assert_eq!(clean("- a\n\n  |Unit|Fines|\n  |-|-|", "en"), format!("<ul><li><p>a</p>{expected}</li></ul>"));
}
