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
