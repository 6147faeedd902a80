//! Wholes and their parts, and what was beside what is: on pages, in downloads, in rules.

use serde_json::Value;

use crate::fixture::{Compiled, Fixture};

const THIRD: &str = "content/2-people/003.yaml";

const FIGURES: &str = "\
figures:
  - {id: deposits, label: {zh: 投标保证金, en: Bid deposits}, value: 6662000, unit: CNY}
  - {id: forfeited, label: {zh: 已没收, en: Forfeited}, value: 2828000, unit: CNY, of: deposits, kind: done}
  - {id: litigation, label: {zh: 诉讼涉及, en: In litigation}, value: 3040000, unit: CNY, of: deposits, kind: in-court}
  - {id: cases, label: {zh: 查处案件, en: Cases dealt with}, value: 15, unit: case}
  - {id: amount, label: {zh: 上述案件处罚金额, en: Fines in these cases}, value: 9000, unit: CNY, of: cases}
  - {id: vacancy, label: {zh: 空编率, en: Vacancy rate}, value: 29.74, was: 36.03, unit: percent}
";

/// The same parts, said by an equation.
const DECLARED: &str = "\
equations: [forfeited + litigation + unexplained = deposits]
accepted:
  - {rule: unexplained-remainder, text: forfeited + litigation + unexplained = deposits, reason: the original does not say}
";

fn with(figures: &str) -> Compiled {
    Fixture::small().adding(THIRD, figures).compile()
}

/// The findings of rules about figures.
fn rules(figures: &str) -> Vec<String> {
    let named = ["parts-exceed-whole", "unknown-whole", "pointing-label", "unknown-highlight", "equation"];
    with(figures).shown().into_iter().filter(|shown| named.iter().any(|name| shown.contains(name))).collect()
}

#[test]
fn a_page_draws_each_figure_once() {
    let compiled = with(FIGURES);
    let page = compiled.file("issues/003.html");
    for (said, times) in
        [("6.7万元", 0), ("666.2万元", 1), ("282.8万元", 1), ("79.4万元", 1), ("29.74%", 1), ("36.03%", 1)]
    {
        assert_eq!(page.matches(said).count(), times, "{said}");
    }
    assert!(page.contains("下降6.29个百分点") && page.contains("其余，通报没有说明"), "{page}");
    assert_eq!((page.matches("class=\"split\"").count(), page.matches("class=\"slope\"").count()), (1, 1));
    let english = compiled.file("en/issues/003.html");
    assert!(
        english.contains("down 6.29 percentage points")
            && english.contains("The rest, which the notice does not explain")
    );
    let notice = compiled.file("notice.html").replace("</span>", "");
    assert!(
        notice.contains("投标保证金666.2万元，其余79.4万元，通报没有说明。") && notice.contains("29.74%（原为36.03%）"),
        "{notice}"
    );
}

#[test]
fn the_page_of_money_is_there_with_money_of_parts_alone() {
    let money = with(FIGURES).file("money.html");
    assert!(money.contains("383.4万元") && money.contains("issues/003.html"), "{money}");
    let none = Fixture::small().compile();
    assert!(none.site().outputs().iter().all(|output| !output.path().as_str().ends_with("money.html")));
    assert!(!none.file("index.html").contains("money.html"));
}

#[test]
fn what_is_missing_most_comes_first() {
    let more = "\
figures:
  - {id: owed, label: {zh: 应收款, en: Sums owed}, value: 900, unit: CNY}
  - {id: paid, label: {zh: 已收回, en: Recovered}, value: 100, unit: CNY, of: owed, kind: recovered}
  - {id: loans, label: {zh: 借款, en: Loans}, value: 5000, unit: CNY}
  - {id: back, label: {zh: 还款, en: Paid back}, value: 1000, unit: CNY, of: loans, kind: recovered}
  - {id: spent, label: {zh: 支出, en: Spent}, value: 80000, unit: CNY}
  - {id: wages, label: {zh: 工资, en: Wages}, value: 1, unit: CNY, of: spent}
";
    let money = with(more).file("en/money.html");
    let at = |label: &str| {
        money.find(&format!("<span class=\"split-label\">{label}</span>")).unwrap_or_else(|| panic!("{label}"))
    };
    assert!(at("Loans") < at("Sums owed") && at("Sums owed") < at("Spent"));
}

/// A figure with an earlier value, on the page of its issue in both languages.
fn shifted(figure: &str) -> [String; 2] {
    let line =
        format!("figures:\n  - {{id: rate, label: {{zh: 空编率, en: Vacancy rate}}, unit: percent, {figure}}}\n");
    let compiled = with(&line);
    ["issues/003.html", "en/issues/003.html"].map(|page| {
        let page = compiled.file(page);
        let said = page.split("<p class=\"shift-change\">").nth(1).map(|rest| rest.split("</p>").next());
        said.flatten().unwrap_or("-").to_owned()
    })
}

#[test]
fn a_change_turns_the_bound_of_what_fell() {
    for (figure, zh, en) in [
        ("value: 20, was: 30", "下降10个百分点", "down 10 percentage points"),
        ("value: 20, was: 30, approx: over", "下降至多10个百分点", "down at most 10 percentage points"),
        ("value: 20, was: 30, approx: nearly", "下降10余个百分点", "down over 10 percentage points"),
        ("value: 20, was: 30, approx: at-most", "下降至少10个百分点", "down at least 10 percentage points"),
        ("value: 20, was: 30, approx: at-least", "-", "-"),
        ("value: 20, was: 30, approx: about", "下降约10个百分点", "down about 10 percentage points"),
        ("value: 40, was: 30, approx: over", "上升10余个百分点", "up over 10 percentage points"),
        ("value: 20, was: 20", "没有变化", "no change"),
        ("value: 20, was: 20, approx: over", "大致相当", "about the same"),
        ("value: 20, was: 20, approx: at-least", "-", "-"),
    ] {
        assert_eq!(shifted(figure), [zh, en], "{figure}");
    }
}

/// A sum that is due and what was recovered of it: what the page of money says first, and the parts in the data.
fn recovered(due: &str, paid: &str) -> (String, Value) {
    let compiled = with(&format!(
        "figures:\n  - {{id: due, label: {{zh: 应收款, en: Sums owed}}, unit: CNY, {due}}}\n  - {{id: paid, label: {{zh: 收款, en: Payments}}, unit: CNY, of: due, kind: recovered, {paid}}}\n"
    ));
    let page = compiled.file("en/money.html");
    let said = page.split("<p class=\"sum-missing\">").nth(1).and_then(|rest| rest.split("</p>").next());
    let json: Value = serde_json::from_str(&compiled.file("data/notice.json")).expect("JSON");
    (crate::fixture::untagged(said.expect("a sum")), json["issues"][2]["figures"][0]["parts"][0].clone())
}

#[test]
fn only_what_is_surely_settled_is_said_to_be() {
    let open = "Not stated to have been settled cannot be computed";
    let none = Value::Null;
    for (due, paid, said, (missing, approx)) in [
        ("value: 10", "value: 10", "All recovered or concluded", ("0", None)),
        ("value: 10", "value: 10, approx: nearly", open, ("0", Some("at-least"))),
        ("value: 10, approx: over", "value: 10, approx: nearly", open, ("0", Some("at-least"))),
        ("value: 10, approx: at-most", "value: 10", "All recovered or concluded", ("0", Some("at-most"))),
        ("value: 10", "value: 10, approx: at-least", "All recovered or concluded", ("0", Some("at-most"))),
        (
            "value: 10, approx: at-least",
            "value: 9, approx: at-most",
            "Not stated to have been settled at least CNY 1",
            ("1", Some("at-least")),
        ),
        ("value: 10, approx: about", "value: 9", "Not stated to have been settled about CNY 1", ("1", Some("about"))),
    ] {
        let (page, parts) = recovered(due, paid);
        assert_eq!(page, said, "{due} {paid}");
        let told = (&parts["missing"], parts.get("missing_approx").unwrap_or(&none));
        assert_eq!(told, (&Value::from(missing), &Value::from(approx)), "{due} {paid}");
    }
    let (page, parts) = recovered("value: 10, approx: at-most", "value: 10, approx: about");
    assert_eq!((page.as_str(), &parts["missing"], parts.get("missing_approx")), (open, &none, None));
}

#[test]
fn a_part_that_is_done_is_not_said_to_be_open() {
    let page = with(
        "\
figures:
  - {id: wages, label: {zh: 欠薪, en: Wages owed}, value: 3000000, unit: CNY}
  - {id: paid, label: {zh: 补发, en: Wages paid}, value: 2000000, unit: CNY, of: wages, kind: done}
  - {id: first, label: {zh: 首批, en: First payment}, value: 500000, unit: CNY, of: paid, kind: done}
",
    )
    .file("en/money.html");
    assert_eq!(page.matches("<p class=\"sum-missing\">").count(), 1, "{page}");
    assert!(page.contains("1 is not stated to have been fully settled"), "{page}");
    let others = page.split("id=\"others\"").nth(1).expect("others");
    assert!(others.contains("Wages paid") && others.contains("CNY 1.5 million"), "{others}");
    assert!(!others.contains("does not explain"), "{others}");
}

#[test]
fn downloads_have_wholes_kinds_and_earlier_values() {
    let compiled = with(FIGURES);
    let csv = compiled.file("data/figures.csv");
    for row in [",deposits,done,", ",deposits,in-court,", "29.74%,,,36.03", ",cases,,"] {
        assert!(csv.contains(row), "{row}: {csv}");
    }
    let json: Value = serde_json::from_str(&compiled.file("data/notice.json")).expect("JSON");
    let figures = &json["issues"][2]["figures"];
    let parts = serde_json::json!([{
        "figures": ["forfeited", "litigation"], "rest": "794000", "is_rest_unexplained": true, "missing": "3834000",
    }]);
    assert_eq!(figures[0]["parts"], parts);
    assert_eq!((figures[1]["of"].as_str(), figures[1]["kind"].as_str()), (Some("deposits"), Some("done")));
    assert_eq!(figures[5]["was"], "36.03");
}

#[test]
fn an_equation_says_the_same_as_of() {
    let declared = FIGURES.replace(", of: deposits", "") + DECLARED;
    let [with_of, with_equation] = [FIGURES, &declared].map(|figures| with(figures).file("issues/003.html"));
    assert_eq!(with_of, with_equation);
}

#[test]
fn an_earlier_value_is_quoted_and_computed_with() {
    let text = "空编率由{{ vacancy.was }}降到{{ vacancy }}。\n";
    let fixture = Fixture::small().adding(THIRD, &format!("{FIGURES}equations: [vacancy.was - vacancy = 6.29]\n"));
    let fixture = fixture.with("content/2-people/003.zh.md", text);
    let compiled = fixture
        .with("content/2-people/003.en.md", "The rate fell from {{ vacancy.was }} to {{ vacancy }}.\n")
        .compile();
    assert!(compiled.file("issues/003.html").contains("空编率由"), "{:?}", compiled.shown());
    assert!(compiled.shown().iter().all(|shown| !shown.contains("unknown-figure") && !shown.starts_with("equation ")));
    let wrong = rules(&format!("{FIGURES}equations: [vacancy.was - vacancy = 6.3]\n"));
    assert_eq!(wrong.len(), 1, "{wrong:?}");
}

#[test]
fn what_does_not_fit_is_named() {
    for (from, to, rule) in [
        ("value: 2828000", "value: 4828000", "parts-exceed-whole"),
        ("unit: CNY, of: deposits, kind: done", "unit: CNY, of: deposit, kind: done", "unknown-whole"),
        ("unit: CNY, of: deposits, kind: done", "unit: case, of: deposits, kind: done", "unknown-whole"),
        ("unit: CNY, of: deposits, kind: done", "unit: CNY, kind: done", "unknown-whole"),
        ("unit: CNY, of: deposits, kind: done", "unit: CNY, of: forfeited, kind: done", "unknown-whole"),
        ("unit: CNY, of: cases", "unit: CNY", "pointing-label"),
    ] {
        assert!(FIGURES.contains(from), "{from}");
        let found = rules(&FIGURES.replacen(from, to, 1));
        assert!(found.len() == 1 && found[0].contains(rule), "{to}: {found:?}");
    }
    assert_eq!(rules(FIGURES), Vec::<String>::new());
}

#[test]
fn labels_that_do_not_point_are_left_alone() {
    let harmless = "\
figures:
  - {id: a, label: {zh: 应该收回的款项, en: Sums above CNY 1 million}, value: 5, unit: piece}
  - {id: b, label: {zh: 其他案件, en: Cases against those still in default}, value: 6, unit: case}
";
    assert_eq!(rules(harmless), Vec::<String>::new());
}

#[test]
fn highlights_stand_on_the_home_page_what_changed_first() {
    let of_notice = |names: &str| {
        let fixture = Fixture::small().adding(THIRD, FIGURES);
        fixture.adding("content/notice.yaml", &format!("highlights: [{names}]\n")).compile()
    };
    let home = of_notice("deposits, 3/vacancy, fines").file("index.html");
    let [slope, split] = ["class=\"slope\"", "class=\"split\""].map(|class| home.find(class).expect(class));
    assert!(slope < split && home.contains("id=\"highlights\""));
    let found = of_notice("deposit, fines").shown();
    assert!(found.iter().any(|shown| shown.contains("unknown-highlight")), "{found:?}");
}
