//! Texts beside the quantities that they hold.

use std::sync::LazyLock;

use super::{Form, QuantityKind, read};
use crate::text::locale::{Locale, MessagesRecord};
use crate::value::{Hedge, Lang, Trend};

fn locale(code: &str) -> &'static Locale {
    static LOCALES: LazyLock<[Locale; 4]> = LazyLock::new(|| ["zh", "zh-Hant", "en", "fr"].map(read_locale));
    LOCALES.iter().find(|locale| locale.lang.code() == code).expect("a language of the tests")
}

fn read_locale(code: &str) -> Locale {
    let text = match code {
        "zh" => include_str!("../../../themes/bulletin/messages/zh.yaml"),
        "zh-Hant" => include_str!("../../../themes/bulletin/messages/zh-Hant.yaml"),
        "en" => include_str!("../../../themes/bulletin/messages/en.yaml"),
        _ => include_str!("../../../tests/suite/fixtures/county/themes/county/messages/fr.yaml"),
    };
    let record: MessagesRecord = serde_yaml::from_str(text).expect("messages");
    record.into_locale(Lang::new(code))
}

/// Quantities as `value unit~approximation`, words in brackets.
fn shown(text: &str, code: &str) -> Vec<String> {
    let show = |q: &super::Quantity| {
        let kind = match &q.kind {
            QuantityKind::Number => String::new(),
            QuantityKind::Measure(code) => format!(" {code}"),
            QuantityKind::Year => " y".into(),
            QuantityKind::Month => " m".into(),
            QuantityKind::Day => " d".into(),
        };
        let approx = match q.hedge {
            Hedge::Exact => "",
            Hedge::Over => "+",
            Hedge::Nearly => "-",
            Hedge::About => "~",
            Hedge::Below => "<",
            Hedge::AtLeast => ">=",
            Hedge::AtMost => "<=",
            Hedge::OrMore => "+or",
            Hedge::OrLess => "-or",
            Hedge::Within => "<in",
            Hedge::Some => "~+",
            Hedge::Under => "<or",
            Hedge::Recent => "<-",
        };
        let trend = match q.trend {
            None => "",
            Some(Trend::Up) => "^",
            Some(Trend::Down) => "v",
        };
        let approx = format!("{approx}{trend}");
        match q.form {
            Form::Digits => format!("{}{kind}{approx}", q.value),
            Form::CountingWord => format!("({}!){kind}{approx}", q.value),
            Form::Word => format!("({}){kind}{approx}", q.value),
            Form::Ordinal => format!("({}.){kind}{approx}", q.value),
        }
    };
    read(text, &locale(code).rules).iter().map(show).collect()
}

#[test]
fn chinese_on_falling_scales() {
    for (text, quantities) in [
        ("化解1亿2000万元", "120000000 CNY"),
        ("化解1亿2千万元", "120000000 CNY"),
        ("化解12亿3456.78万元", "1234567800 CNY"),
        ("化解3亿零500万元", "305000000 CNY"),
        ("涉及3万5千人", "35000"),
        ("投入1亿元、2000万元", "100000000 CNY|20000000 CNY"),
    ] {
        assert_eq!(shown(text, "zh"), quantities.split('|').collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn chinese() {
    for (text, quantities) in [
        ("处罚147.6万元", "1476000 CNY"),
        ("总投资1692亿元", "169200000000 CNY"),
        ("受众达35万人次", "350000"),
        ("宣讲8500余场", "8500+"),
        ("岗位2万余个", "20000+"),
        ("近60%", "60 percent-"),
        ("30岁左右", "30~"),
        ("超10万元", "100000 CNY+"),
        ("五百亿产业集群", "(50000000000)"),
        ("千亿产业集群", "(100000000000)"),
        ("亿元以上项目", "(100000000) CNY+or"),
        ("百名局长", ""),
        ("约3284亩", "3284 mu~"),
        ("收窄27.7个百分点", "27.7 percentage-pointsv"),
        ("1—6月", "1 m|6 m"),
        ("2021年1—7月", "2021 y|1 m|7 m"),
        ("截至2021年6月30日", "2021 y|6 m|30 d"),
        ("2020—2022年", "2020 y|2022 y"),
        ("管网74.137公里", "74.137 km"),
        ("三轮督导", "(3!)"),
        ("第一时间", "(1)"),
        ("召开第二届博览会", "(2.)"),
        ("巡察一组", "(1.)"),
        ("“十四五”规划", "(14!)|(5)"),
        ("15和40亩", "15|40 mu"),
        ("“3+4+5”产业集群", "3|4|5"),
        ("居全省第3位", "3"),
        ("任职满7年", "7 year"),
        ("在3个月内", "3 month<in"),
        ("12345热线", "(12345)"),
        ("节约50万元", "500000 CNYv"),
        ("历时3个多月", "3 month+"),
        ("满意率80%以上", "80 percent+or"),
        ("不超过5个工作日", "5 working-day<="),
        ("1~2万元", "10000 CNY|20000 CNY"),
        ("一亿二千万元", "(120000000) CNY"),
        ("三分之一", "(1!) 1/3"),
        ("千分之三", "(0.3!) percent"),
        ("下午2时30分", "870 clock"),
        ("1986 年 6 月 30 日", "1986 y|6 m|30 d"),
        ("聘请第三方评估", "(3)"),
        ("第三方面", "(3!)"),
        ("中央八项规定", "(8)"),
        ("二次供水", "(2)"),
        ("“3·15”活动", "(3)|(15)"),
        ("近百名干部", "(100!)-"),
        ("千余户群众", "(1000!)+"),
        ("首批8个项目", "(1.)|8"),
        ("保存不少于30日", "30 day>=v"),
        ("每月10日前", "10 d"),
        ("15日内", "15 day<in"),
        ("6月15日内", "6 m|15 d<in"),
        ("6月底", "6 m|(3) part"),
        ("5万日元", "50000 JPY"),
        ("5新元", "5 SGD"),
        ("35微克/立方米", "35 microgram-per-cubic-metre"),
        ("30千瓦", "30 kilowatt"),
        ("12台", "12"),
        ("十九届五中全会", "(19.)|(5.)"),
        ("共777777777777777777777个，3个", "3"),
        ("比例0.1234567890123456789，3个", "3"),
    ] {
        let expected: Vec<&str> = quantities.split('|').filter(|q| !q.is_empty()).collect();
        assert_eq!(shown(text, "zh"), expected, "{text}");
    }
}

#[test]
fn fiscal_years_are_years() {
    for (code, text, quantities) in [
        ("zh", "2023—24年度", "2023 y|2024 y"),
        ("zh", "2023/24财年", "2023 y|2024 y"),
        ("zh", "2023财年", "2023 y"),
        ("zh", "2023至2024会计年度", "2023 y|2024 y"),
        ("zh-Hant", "2023-24財政年度", "2023 y|2024 y"),
        ("zh-Hant", "二零二三至二四年度", "2023 y|2024 y"),
        ("zh-Hant", "二○二三至二○二四年度", "2023 y|2024 y"),
        ("zh-Hant", "二零二三至二四財政年度", "2023 y|2024 y"),
        ("zh-Hant", "二零二三年三月三十一日", "2023 y|3 m|31 d"),
        ("en", "FY2023-24", "2023 y|2024 y"),
        ("en", "fiscal year 2023/24", "2023 y|2024 y"),
    ] {
        assert_eq!(shown(text, code), quantities.split('|').collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn hotlines_are_words_and_amounts_with_their_digits_are_none() {
    for (text, quantities) in [
        ("拨打12315，1小时内", "(12315)|1 hour<in"),
        ("12333人社热线", "(12333)"),
        ("投入12315万元", "123150000 CNY"),
        ("共计12396个", "12396"),
        ("罚款123150元", "123150 CNY"),
        ("面积12388.5亩", "12388.5 mu"),
        ("受理12336 件", "12336"),
    ] {
        let expected: Vec<&str> = quantities.split('|').filter(|q| !q.is_empty()).collect();
        assert_eq!(shown(text, "zh"), expected, "{text}");
    }
}

#[test]
fn english() {
    for (text, quantities) in [
        ("fines of CNY 1.476 million", "1476000 CNY"),
        ("worth CNY 169.2 billion", "169200000000 CNY"),
        ("the Second Team", "(2.)"),
        ("Ten Million Jobs", "(10000000)"),
        ("1,683.36 of 3,284 mu", "1683.36|3284 mu"),
        ("350,000 people", "350000"),
        ("over 8,500 talks", "8500+"),
        ("more than 20,000 posts", "20000+"),
        ("nearly 60%", "60 percent-"),
        ("about 3,284 mu", "3284 mu~"),
        ("27.7 percentage points", "27.7 percentage-points"),
        ("January–June 2021", "1 m|6 m|2021 y"),
        ("as at 30 June 2021", "30 d|6 m|2021 y"),
        ("from 2020 to 2022", "2020 y|2022 y"),
        ("2020–2022", "2020 y|2022 y"),
        ("74.137 km of sewers", "74.137 km"),
        ("three rounds", "(3)"),
        ("ranked 3rd", "3"),
        ("the 14th Five-Year Plan", "14|(5)"),
        ("It may take two", "(2)"),
        ("over CNY 1 million", "1000000 CNY+"),
        ("in 2,021 cases", "2021"),
        ("twice", "(2)"),
        ("3–5%", "3 percent|5 percent"),
        ("US$1–2 million", "1000000 USD|2000000 USD"),
        ("at least 3 hectares", "3 hectare>="),
        ("100 people or more", "100>="),
        ("Coverage rose by 5%", "5 percent^"),
        ("2:30 p.m.", "870 clock"),
        ("done in May", "5 m"),
        ("two-thirds of them", "(2) 1/3"),
        ("talks about 5 issues", "5"),
        ("FY2015/16", "2015 y|2016 y"),
        ("3/4 of them", "75 percent"),
        ("1/3 of them", "1 1/3"),
        ("24/7", "24|7"),
        ("S$5 million", "5000000 SGD"),
        ("US$5 million", "5000000 USD"),
        ("₹12,000", "12000 INR"),
        ("35 µg/m³", "35 microgram-per-cubic-metre"),
    ] {
        let expected: Vec<&str> = quantities.split('|').collect();
        assert_eq!(shown(text, "en"), expected, "{text}");
    }
}

#[test]
fn traditional_chinese() {
    for (text, quantities) in [
        ("處罰147.6萬元", "1476000 CNY"),
        ("人民幣5億元", "500000000 CNY"),
        ("5.3億港元", "530000000 HKD"),
        ("新臺幣3,500萬元", "35000000 TWD"),
        ("港幣5萬", "50000 HKD"),
        ("10個工作天", "10 working-day"),
        ("兩輪督導", "(2!)"),
        ("一億二千萬元", "(120000000) CNY"),
        ("2024年第二季", "2024 y|(2) quarter"),
        ("超過30%", "30 percent+"),
        ("歷時3個多月", "3 month+"),
        ("2015-16", "2015 y|2016 y"),
    ] {
        let expected: Vec<&str> = quantities.split('|').filter(|q| !q.is_empty()).collect();
        assert_eq!(shown(text, "zh-Hant"), expected, "{text}");
    }
}

#[test]
fn french() {
    for (text, quantities) in [
        ("plus de 1\u{202F}250 hectares", "1250 hectare+"),
        ("soit 43,5 %", "43.5 percent"),
        ("environ 1 250,5 km", "1250.5 km~"),
        ("au moins trois semaines", "(3) week>="),
        ("1,2 million", "1200000"),
    ] {
        let expected: Vec<&str> = quantities.split('|').collect();
        assert_eq!(shown(text, "fr"), expected, "{text}");
    }
}

#[test]
fn amounts_in_units_that_convert() {
    for (zh, en, same) in [
        ("15亩", "1 hectare", true),
        ("1公顷", "1 mu", false),
        ("2周", "14 days", true),
        ("5个工作日", "5 days", false),
        ("1500千克", "1.5 tonnes", true),
        ("三成", "30%", true),
        ("5美元", "CNY 5", false),
        ("5个", "5 km", false),
        ("5公里", "5", true),
        ("2毫克/升", "2,000 µg/m³", false),
        ("2毫克/立方米", "2,000 µg/m³", true),
        ("约七成", "about 70%", true),
        ("一亿二千万", "120 million", true),
        ("1亿2000万", "120 million", true),
        ("1亿2000万", "1.02 billion", false),
        ("下午2:30", "14:30", true),
        ("24小时", "round the clock", true),
        ("四分之三", "3/4", true),
        ("15亩", "15 of 40 mu", true),
        ("15公顷", "15 of 40 mu", false),
        ("15公顷", "15 of 40 hectares", true),
    ] {
        let [one, two] = [(zh, "zh"), (en, "en")].map(|(text, code)| read(text, &locale(code).rules));
        assert_eq!(one[0].is_as_much_as(&two[0]), same, "{zh} {en}");
    }
}

mod properties {
    use proptest::prelude::*;

    use super::super::{Form, QuantityKind, read};
    use super::locale;
    use crate::text::locale::Locale;
    use crate::value::{Approximation, Decimal, Hedge};

    /// A sentence that holds a figure as a language sets it.
    fn sentence(locale: &Locale, value: Decimal, unit: &str, approx: Option<Approximation>) -> String {
        let text = locale.figure(value, unit, approx).expect("a unit");
        match locale.lang.code() {
            "zh" => format!("共计{text}。"),
            "zh-Hant" => format!("共計{text}。"),
            "en" => format!("in all {text}."),
            _ => format!("en tout {text}."),
        }
    }

    /// What a figure of a unit is read as: counters have no kind of their own.
    fn kind(locale: &Locale, unit: &str) -> QuantityKind {
        let is_measure = locale.rules.reading.units.values().any(|code| code == unit);
        if is_measure { QuantityKind::Measure(unit.to_owned()) } else { QuantityKind::Number }
    }

    proptest! {
        /// What the formatter sets always reads back as the same quantity, whatever the unit, the words beside it and
        /// the language.
        #[test]
        fn what_is_set_reads_back(digits in 1i64..10_000_000_000_000, places in 0u32..4, approx in prop::option::of(prop::sample::select(&Approximation::ALL[..]))) {
            let value = Decimal::whole(digits).shifted_down(places);
            for code in ["zh", "zh-Hant", "en", "fr"] {
                let locale = locale(code);
                for unit in locale.units() {
                    // 2021年 is a year and no duration.
                    if unit == "year" && value >= Decimal::whole(1900) && value < Decimal::whole(2100) {
                        continue;
                    }
                    let sentence = sentence(locale, value, unit, approx);
                    let read = read(&sentence, &locale.rules);
                    prop_assert_eq!(read.len(), 1, "{}", sentence);
                    prop_assert_eq!(read[0].value, value, "{}", sentence);
                    prop_assert_eq!(&read[0].kind, &kind(locale, unit), "{}", sentence);
                    prop_assert_eq!(read[0].hedge, approx.map_or(Hedge::Exact, Hedge::from), "{}", sentence);
                    prop_assert_eq!(read[0].form, Form::Digits, "{}", sentence);
                }
            }
        }

        /// No text makes the reader fail.
        #[test]
        fn any_text_is_read(text in "[约近超余多个月年亿万千百一二半分之时点上下午至到0-9a-zé.,: \u{A0}%$—-]{0,40}|\\PC{0,60}") {
            for code in ["zh", "zh-Hant", "en", "fr"] {
                for quantity in read(&text, &locale(code).rules) {
                    prop_assert!(text.get(quantity.range.clone()).is_some());
                }
            }
        }
    }
}
