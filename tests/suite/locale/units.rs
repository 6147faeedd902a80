//! Units of the notice's own, currencies of all the world, and the scale on which figures are shown.

use super::{FIRST, NOTICE, helps, text};
use crate::fixture::{Compiled, Fixture};

const FINES: &str = "value: 1476000, unit: CNY}";
const ZH: &str = "content/1-projects/001.zh.md";
const EN: &str = "content/1-projects/001.en.md";

/// The small notice with another figure of fines, and lines more in its notice.yaml.
fn with_fines(figure: &str, notice: &str) -> Compiled {
    let fixture = Fixture::small().replacing(FIRST, FINES, figure);
    fixture.adding(NOTICE, &format!("\n{notice}\n")).compile()
}

fn shown(site: &Compiled) -> [String; 2] {
    ["issues/001.html", "en/issues/001.html"].map(|page| text(site, page))
}

#[test]
fn money_of_any_country() {
    for (unit, zh, en) in [
        ("HKD", "147.6万港元", "HKD 1.476 million"),
        ("INR", "147.6万印度卢比", "INR 1.476 million"),
        ("XAF", "XAF 147.6万", "XAF 1.476 million"),
    ] {
        let site = with_fines(&format!("value: 1476000, unit: {unit}}}"), "");
        let pages = shown(&site);
        assert!(pages[0].contains(zh) && pages[1].contains(en), "{unit}");
    }
    let found = with_fines("value: 1476000, unit: XQX}", "").shown();
    assert!(found.iter().any(|line| line.starts_with("unknown-measure")), "{found:?}");
}

/// A row may say only how texts write a unit.
#[test]
fn a_unit_is_read_otherwise() {
    let units = "units: [{id: CAD, words: {zh: {read: [元]}, en: {read: [$]}}}]";
    let site = Fixture::small()
        .adding(ZH, "\n\n又收回5万元。\n")
        .adding(EN, "\n\nAnother $50,000 was recovered.\n")
        .replacing(FIRST, "corrections:\n  - {on: 2024-01-10, text: {zh: 罚款由 140 万元更正为 147.6 万元。, en: The fines were corrected from CNY 1.4 million to CNY 1.476 million.}}\n", "")
        .replacing(FIRST, FINES, "value: 1476000, unit: CAD}")
        .adding(NOTICE, &format!("\n{units}\n"))
        .compile();
    assert!(shown(&site)[0].contains("147.6万加拿大元") && shown(&site)[1].contains("CAD 1.476 million"));
}

#[test]
fn a_unit_is_written_otherwise() {
    let site = with_fines("value: 530000000, unit: HKD}", "units: [{id: HKD, words: {en: {prefix: HK$}}}]");
    let pages = shown(&site);
    assert!(pages[0].contains("5.3亿港元") && pages[1].contains("HK$530 million"));
}

#[test]
fn a_unit_of_the_notice_s_own_is_written_and_read_and_converted() {
    let units = "units:\n  - {id: ferry, kind: counter, words: {zh: {suffix: 艘次}, en: {suffix: sailings, one: sailing}}}\n  \
                 - {id: nautical-mile, words: {zh: {suffix: 海里, read: [浬]}, en: {suffix: nautical miles, read: [nmi]}}, converts: {to: metre, by: 1852}}";
    let site = with_fines("value: 1, unit: ferry}", units);
    assert!(shown(&site)[0].contains("1艘次") && shown(&site)[1].contains("1 sailing"));
    let site = with_fines("value: 2, unit: nautical-mile}", units);
    assert!(shown(&site)[0].contains("2海里") && shown(&site)[1].contains("2 nautical miles"));

    let said = |zh: &str, en: &str| {
        let fixture = Fixture::small()
            .adding(ZH, &format!("\n\n{zh}\n"))
            .adding(EN, &format!("\n\n{en}\n"))
            .adding(NOTICE, &format!("\n{units}\n"));
        let found = fixture.compile().shown();
        found.iter().filter(|line| line.starts_with("figures-differ")).count()
    };
    assert_eq!(said("航程为3浬。", "The route is 3 nmi long."), 0);
    assert_eq!(said("航程为3海里。", "The route is 5.556 km long."), 0);
    assert!(said("航程为3海里。", "The route is 3 km long.") > 0);
    assert_eq!(said("增开3艘次。", "3 sailings were added."), 0);
}

#[test]
fn a_unit_that_is_not_known_is_named_with_what_to_write() {
    let found = with_fines("value: 3, unit: ferry}", "");
    assert!(
        helps(&found).iter().any(|help| help.contains("- {id: ferry, words: {zh: {suffix: …}}}")),
        "{:?}",
        helps(&found)
    );
    let found = with_fines("value: 3, unit: ferry}", "units: [{id: ferry, words: {zh: {suffix: 艘}}}]");
    assert!(
        helps(&found).iter().any(|help| help.contains("- {id: ferry, words: {en: {suffix: …}}}")),
        "{:?}",
        helps(&found)
    );
}

#[test]
fn figures_on_the_scale_of_their_source() {
    let site = with_fines("value: 2510235400, unit: CNY, shown_in: 万}", "");
    assert!(shown(&site)[0].contains("251023.54万元") && shown(&site)[1].contains("CNY 2.5102354 billion"));
    let site =
        with_fines("value: 64337546, unit: USD}", "shown_in: 万, none\nunits: [{id: USD, words: {en: {prefix: $}}}]");
    assert!(shown(&site)[0].contains("6433.7546万美元") && shown(&site)[1].contains("$64,337,546"));
    let found = with_fines("value: 1476000, unit: CNY, shown_in: 丈}", "");
    assert!(found.shown().iter().any(|line| line.starts_with("unknown-measure")), "{:?}", found.shown());
    assert!(helps(&found).iter().any(|help| help.contains("亿, 万")), "{:?}", helps(&found));
}
