//! What the languages say, and what a record says, agree: denials, names, claims and deadlines, with as many honest pairs as false ones.

use crate::fixture::Fixture;

const FIRST_ZH: &str = "content/1-projects/001.zh.md";
const FIRST_EN: &str = "content/1-projects/001.en.md";
const SECOND: &str = "content/1-projects/002.yaml";
const THIRD: &str = "content/2-people/003.yaml";
const THIRD_ZH: &str = "content/2-people/003.zh.md";
const THIRD_EN: &str = "content/2-people/003.en.md";

/// How often a rule is broken.
fn found(fixture: Fixture, rule: &str) -> usize {
    fixture.compile().diagnostics.iter().filter(|d| d.rule == rule).count()
}

/// A sentence in Chinese and in English, put at the end of a narrative.
fn with(zh: &str, en: &str) -> Fixture {
    Fixture::small().adding(FIRST_ZH, &format!("\n{zh}\n")).adding(FIRST_EN, &format!("\n{en}\n"))
}

#[test]
fn what_one_language_affirms_the_other_does_not_deny() {
    for (zh, en) in [
        ("罚款尚未收缴。", "The fines have been collected."),
        ("罚款已经收缴。", "The fines have not yet been collected."),
        ("罚款已经收缴。", "The fines were never collected."),
        ("罚款未收缴，账目不清。", "The fines were collected and the books in disorder."),
        ("不断完善制度，罚款已经收缴。", "The rules were improved; the fines were not collected."),
        ("未来清查，全部收缴。", "Checks will be made. Not all have been collected."),
    ] {
        assert_eq!(found(with(zh, en), "polarity-differs"), 1, "{zh} {en}");
    }
    for (zh, en) in [
        ("罚款尚未收缴。", "The fines have yet to be collected."),
        ("罚款尚未收缴。", "The fines remain to be collected."),
        ("检查未发现问题。", "The checks found no problems."),
        ("有关事项未办结。", "The matters are unresolved."),
        ("疑点未消的，提级复核。", "Where doubts remained, they were examined again."),
        ("无证的予以关闭。", "Those that had not been licensed were closed."),
        ("未来还要巩固。", "More will be done in future."),
        ("不仅要查，还要改。", "They are not only to be found but to be mended."),
        ("没收保证金。", "The deposits were forfeited."),
        ("拒不履行的，依法执行。", "Where they do not comply, the law is enforced."),
    ] {
        assert_eq!(found(with(zh, en), "polarity-differs"), 0, "{zh} {en}");
    }
}

/// A currency may be named before the number, with the plain word for money behind it.
#[test]
fn a_currency_is_named_before_the_number_or_behind_it() {
    for (zh, en) in [
        ("涉及港币3500万元。", "It involves HK$35 million."),
        ("涉及新台币3,500万元。", "It involves NT$35 million."),
        ("涉及美元3500万元。", "It involves USD 35 million."),
        ("涉及约欧元3500万。", "It involves about EUR 35 million."),
        ("涉及澳门币3500万元，已收回。", "It involves MOP 35 million, which was recovered."),
        ("涉及人民币3500万元。", "It involves CNY 35 million."),
        ("涉及3500万港元。", "It involves HK$35 million."),
    ] {
        assert_eq!(found(with(zh, en), "figures-differ"), 0, "{zh} {en}");
    }
    for (zh, en) in [
        ("涉及港币3500万元。", "It involves CNY 35 million."),
        ("涉及港币3500万元。", "It involves HK$3.5 million."),
        ("涉及美元3500万元。", "It involves EUR 35 million."),
    ] {
        assert!(found(with(zh, en), "figures-differ") > 0, "{zh} {en}");
    }
}

/// What is treated, made or supplied in a day: one language says so behind the unit, the other before the number.
#[test]
fn what_flows_in_a_day_is_compared_as_what_flows() {
    for (zh, en) in [
        ("日处理能力3000吨。", "The plant treats 3,000 tonnes a day."),
        ("日处理能力3000吨。", "It can treat 3,000 tonnes per day."),
        ("日处理能力3000吨。", "The daily treatment capacity is 3,000 tonnes."),
        ("建成日处理3万立方米的污水厂。", "A sewage plant was built for 30,000 m³ a day."),
        ("日供水1.2万吨。", "It supplies 12,000 tonnes of water daily."),
        ("每日清运垃圾800吨。", "Of refuse, 800 tonnes a day are collected."),
        ("处理能力为3000吨/日。", "It has a daily capacity of 3,000 tonnes."),
        ("日排放污水500立方米。", "It discharged 500 cubic metres per day of sewage."),
    ] {
        assert_eq!(found(with(zh, en), "figures-differ"), 0, "{zh} {en}");
    }
    for (zh, en) in [
        ("日处理能力3000吨。", "The plant treats 300 tonnes a day."),
        ("日处理能力3000吨。", "It can treat 3,000 m³ per day."),
        ("处理能力为3000吨/日。", "It has a daily capacity of 30,000 tonnes."),
    ] {
        assert!(found(with(zh, en), "figures-differ") > 0, "{zh} {en}");
    }
}

#[test]
fn titles_and_labels_may_be_worded_in_another_way() {
    let titled =
        Fixture::small().replacing(THIRD, "{zh: 空编率高, en: Many vacancies}", "{zh: 岗位未配齐, en: Many vacancies}");
    assert_eq!(found(titled, "polarity-differs"), 0);
}

#[test]
fn both_languages_name_the_same_bodies_and_places() {
    let names = "names:\n  - {zh: 松溪, en: Songxi}\n  - {zh: 政和, en: Zhenghe}\n  - {zh: 市委, en: Municipal Party Committee}\n  \
                 - {zh: 市委, en: CPC Sample Committee}\n  - {zh: 市委组织部, en: Organisation Department}\n";
    let with = |zh, en| with(zh, en).with("content/glossary.yaml", names);
    for (zh, en) in [
        ("县审计局已复核。", "The County Housing Bureau has checked them."),
        ("松溪县已复核。", "Zhenghe County has checked them."),
        ("县审计局在松溪复核。", "The County Audit Bureau checked them in Zhenghe."),
        ("市委组织部已复核。", "The County Audit Bureau has checked them."),
        ("松溪和松溪的乡镇已复核。", "Songxi and townships of Zhenghe have checked them."),
        ("松溪和政和的乡镇已复核。", "Songxi and townships of Songxi have checked them."),
    ] {
        assert_eq!(found(with(zh, en), "names-differ"), 1, "{zh} {en}");
    }
    for (zh, en) in [
        ("县审计局已复核。", "The county audit bureau has checked them."),
        ("县审计局已复核。", "The bureau has checked them."),
        ("县审计局、县住建局已复核。", "The County Housing Bureau and the County Audit Bureau have checked them."),
        ("松溪县已复核。", "The county has checked them."),
        ("市委已复核。", "The CPC Sample Committee has checked them."),
        ("县某局已复核。", "Zhenghe County has checked them."),
    ] {
        assert_eq!(found(with(zh, en), "names-differ"), 0, "{zh} {en}");
    }
}

#[test]
fn a_name_that_a_language_never_gives_is_a_note() {
    for (zh, en, n) in [
        ("县审计局已复核。", "They have been checked.", 1),
        ("它们已复核。", "The County Audit Bureau has checked them.", 1),
        ("县审计局已复核，县审计局已公布。", "They have been checked and published.", 1),
        ("县审计局已复核。", "The county audit bureau has checked them.", 0),
        ("县审计局已复核。", "They have been checked.\n\nThe County Audit Bureau did so.", 0),
        ("它们已复核。", "They have been checked.", 0),
        ("县审计局已复核。", "The County Housing Bureau has checked them.", 2),
        // In parts, in the title of a document, within another word of the glossary.
        ("县委办已复核。", "The County Committee had its General Office check them.", 0),
        ("县委办已复核。", "They were checked by its General Office.", 1),
        ("印发《县审计局办法》。", "Rules were issued.", 0),
        ("县管干部已复核。", "Officials managed by the County Committee have checked them.", 0),
    ] {
        let glossary = "names:\n  - {zh: 县委, en: County Committee}\n  - {zh: 县委办, en: General Office of the County Committee}\n\
                        terms:\n  - {zh: 县管干部, en: officials managed by the County Committee}\n";
        let found = with(zh, en).with("content/glossary.yaml", glossary).compile().diagnostics;
        assert_eq!(found.iter().filter(|d| d.rule == "name-missing").count(), n, "{zh} {en}");
    }
}

#[test]
fn no_measure_or_item_is_due_after_its_issue() {
    let late = |more: &str| {
        let moved = "original_due: 2023-09";
        found(Fixture::small().replacing(SECOND, moved, &format!("{moved}\n{more}")), "late-step")
    };
    for (due, n) in
        [("2024-01", 1), ("2024-01-01", 1), ("2023-12-31", 0), ("2023-12", 0), ("2023", 0), ("2023-10-15", 0)]
    {
        assert_eq!(late(&format!("measures: [{{text: {{zh: 追缴, en: Recover}}, due: {due}}}]")), n, "{due}");
        let item = format!("items: [{{title: {{zh: 甲, en: A}}, status: in-progress, due: {due}}}]");
        assert_eq!(late(&item), n, "{due}");
    }
    // One that was extended was in time before.
    for (original, n) in [("2023-11", 0), ("2024-02", 1)] {
        let measure = format!("{{text: {{zh: 追缴, en: Recover}}, due: 2024-03, original_due: {original}}}");
        assert_eq!(late(&format!("measures: [{measure}]")), n, "{original}");
        let item = format!("{{title: {{zh: 甲, en: A}}, status: in-progress, due: 2024-03, original_due: {original}}}");
        assert_eq!(late(&format!("items: [{item}]")), n, "{original}");
    }
}

/// The next steps may end in the deadline of an item that was extended.
#[test]
fn next_steps_may_end_in_an_extended_deadline() {
    let steps = "next_steps:\n  zh: 继续追缴余款。\n  en: The rest is still being pursued.\n";
    let differs = |item: &str| {
        let own =
            "next_steps:\n  zh: 2024年3月底前追缴余款。\n  en: The rest will be recovered by the end of March 2024.\n";
        let items = format!("items: [{{title: {{zh: 甲, en: A}}, status: in-progress, {item}}}]\n");
        found(Fixture::small().replacing(SECOND, steps, &format!("{own}{items}")), "deadline-differs")
    };
    assert_eq!(differs("due: 2024-03, original_due: 2023-11"), 0);
    assert_eq!(differs("due: 2024-02, original_due: 2023-11"), 1);
    assert_eq!(differs("due: 2023-12"), 1);
}

#[test]
fn the_first_paragraph_claims_what_the_status_says() {
    let outstanding = |zh: &str, en: &str| Fixture::small().with(THIRD_ZH, zh).with(THIRD_EN, en);
    for (zh, en) in [
        ("有关问题均已整改完毕。\n", "All the problems have been rectified.\n"),
        ("岗位已配齐。\n", "The matter has been fully resolved.\n"),
        ("招聘已全部完成。\n", "Recruitment was done.\n"),
    ] {
        assert_eq!(found(outstanding(zh, en), "status-contradicted"), 1, "{zh}");
    }
    for (zh, en) in [
        ("岗位尚未全部配齐，招聘尚未完成。\n", "Not all posts are filled yet, and recruitment is not yet completed.\n"),
        ("部分问题已整改完毕。\n", "Some of the problems have been rectified.\n"),
        ("正在招聘。\n\n第一批已全部完成。\n", "Recruitment is under way.\n\nThe first group was completed in all.\n"),
    ] {
        assert_eq!(found(outstanding(zh, en), "status-contradicted"), 0, "{zh}");
    }
    let completed = |zh, en| {
        let lead = Fixture::small().replacing(FIRST_ZH, "查处串通", &format!("{zh}查处串通"));
        found(lead.replacing(FIRST_EN, "The county dealt", &format!("{en} The county dealt")), "status-contradicted")
    };
    assert_eq!(completed("整改仍在进行。", "Rectification is still under way."), 1);
    assert_eq!(completed("有关问题已整改。", "The matter is not yet settled."), 1);
    assert_eq!(completed("整改已经完成。", "Rectification has been completed."), 0);
}

#[test]
fn the_latest_deadline_of_the_next_steps_is_that_of_the_record() {
    let steps = |zh: &str, en: &str| {
        let text = Fixture::small().text(SECOND);
        let (record, _) = text.split_once("next_steps:").expect("next steps");
        found(
            Fixture::small().with(SECOND, format!("{record}next_steps:\n  zh: {zh}\n  en: {en}\n")),
            "deadline-differs",
        )
    };
    for (zh, en) in [
        ("2024年6月底前收回。", "Recovery by the end of June 2024."),
        ("2023年底前收回一半，2024年3月15日前全部收回。", "Half by the end of 2023, all by 15 March 2024."),
        ("2023年11月底前收回。", "Recovery by the end of November 2023."),
    ] {
        assert_eq!(steps(zh, en), 1, "{zh}");
    }
    for (zh, en) in [
        ("2023年12月底前收回。", "Recovery by the end of December 2023."),
        ("2023年底前收回。", "Recovery by the end of 2023."),
        (
            "2023年9月底前收回一半，12月底前全部收回。",
            "Half by the end of September 2023, all by the end of December 2023.",
        ),
        ("2023年3月的审计已经指出，继续追缴。", "As the audit of March 2023 found, it is still being pursued."),
        ("继续追缴。", "It is still being pursued."),
    ] {
        assert_eq!(steps(zh, en), 0, "{zh}");
    }
}

/// What a third language says is compared by the words of its own messages.
#[test]
fn a_third_language_is_compared_like_the_second() {
    let county = |fr: &str| {
        let said = [("zh", "县审计局已经复核。"), ("en", "The County Audit Bureau has checked them."), ("fr", fr)];
        said.into_iter().fold(Fixture::county(), |county, (lang, text)| {
            county.adding(&format!("content/1-projects/002.{lang}.md"), &format!("\n{text}\n"))
        })
    };
    let wrong = || county("Le Bureau des eaux du comté ne les a pas encore vérifiées.");
    assert_eq!(["names-differ", "polarity-differs"].map(|rule| found(wrong(), rule)), [1, 1]);
    let right = || county("Le Bureau d’audit du comté les a vérifiées.");
    assert_eq!(["names-differ", "polarity-differs"].map(|rule| found(right(), rule)), [0, 0]);
}
