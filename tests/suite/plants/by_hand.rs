//! Differences planted by hand, written before the words of the rules were read: kind, file, what stands there, what is put in its place.

use super::garden::{Edit, Garden, Plant};

/// Each stands once in its file.
#[rustfmt::skip]
const TABLE: &[(&str, &str, &str, &str)] = &[
    ("missing figure", "1-policy-delivery/001.zh.md", "红色旅游精品路线10条", "红色旅游精品路线多条"),
    ("ordinal", "1-policy-delivery/001.en.md", "Volume III", "Volume II"),
    ("ordinal", "1-policy-delivery/001.en.md", "Session of the 10th CPC", "Session of the 9th CPC"),
    ("exchanged", "1-policy-delivery/001.en.md", "{{ measures }} measures, broken down into {{ tasks }}", "{{ tasks }} measures, broken down into {{ measures }}"),
    ("date", "1-policy-delivery/001.en.md", "1 July speech", "1 June speech"),
    ("negation", "1-policy-delivery/001.zh.md", "学习考评已经完成", "学习考评尚未完成"),
    ("date", "1-policy-delivery/002.en.md", "In January–June 2021", "In January–May 2021"),
    ("ordinal", "1-policy-delivery/002.zh.md", "居全省第二", "居全省第三"),
    ("ordinal", "1-policy-delivery/002.zh.md", "连续三年排名第三", "连续三年排名第四"),
    ("number in words", "1-policy-delivery/002.zh.md", "连续三年", "连续四年"),
    ("number in words", "1-policy-delivery/002.zh.md", "| 五百亿 |", "| 六百亿 |"),
    ("date", "1-policy-delivery/005.en.md", "average by 2025", "average by 2026"),
    ("value", "1-policy-delivery/005.en.md", "against 11 enterprises", "against 12 enterprises"),
    ("negation", "1-policy-delivery/006.zh.md", "11个已完工", "11个尚未完工"),
    ("date", "1-policy-delivery/006.en.md", "service at the end of December", "service at the beginning of December"),
    ("negation", "1-policy-delivery/006.en.md", "passed its completion inspection", "did not pass its completion inspection"),
    ("exchanged", "1-policy-delivery/006.yaml", "水南片区2021年12月底前完成，高铁片区2022年12月底前完成", "水南片区2022年12月底前完成，高铁片区2021年12月底前完成"),
    ("deadline", "1-policy-delivery/006.yaml", "due: 2022-12", "due: 2022-11"),
    ("unit", "1-policy-delivery/006.en.md", "2.954 km", "2.954 metres"),
    ("direction", "1-policy-delivery/007.zh.md", "比全省低1.4个百分点", "比全省高1.4个百分点"),
    ("direction", "1-policy-delivery/007.en.md", "fell by {{ large-fewer }}", "rose by {{ large-fewer }}"),
    ("direction", "1-policy-delivery/007.en.md", "share is down {{ narrowed }}", "share is up {{ narrowed }}"),
    ("direction", "1-policy-delivery/007.zh.md", "收窄{{ narrowed }}", "扩大{{ narrowed }}"),
    ("ordinal", "1-policy-delivery/007.en.md", "| Fixed-asset investment | 19.3% | — | 3rd |", "| Fixed-asset investment | 19.3% | — | 2nd |"),
    ("digits exchanged", "1-policy-delivery/007.en.md", "1,398 times", "1,389 times"),
    ("value", "1-policy-delivery/013.zh.md", "10个县（市、区）", "12个县（市、区）"),
    ("number in words", "1-policy-delivery/013.en.md", "“three reviews and", "“four reviews and"),
    ("ordinal", "2-party-governance/021.en.md", "tenth round of inspection by the Provincial", "ninth round of inspection by the Provincial"),
    ("ordinal", "2-party-governance/021.en.md", "in the ninth and tenth rounds", "in the eighth and tenth rounds"),
    ("date", "2-party-governance/021.zh.md", "2020年度绩效考评", "2021年度绩效考评"),
    ("direction", "2-party-governance/024.en.md", "up 12.5%", "down 12.5%"),
    ("direction", "2-party-governance/024.zh.md", "均比上年同期增加", "均比上年同期减少"),
    ("direction", "2-party-governance/024.en.md", "Increase on a year earlier", "Decrease on a year earlier"),
    ("exchanged", "2-party-governance/024.en.md", "sixth plenary session of the fifth", "fifth plenary session of the sixth"),
    ("scale", "2-party-governance/026.yaml", "totalling CNY 3.04 million", "totalling CNY 30.4 million"),
    ("two records", "2-party-governance/026.yaml", "value: 1476000", "value: 1467000"),
    ("negation", "2-party-governance/026.zh.md", "3个项目仍在诉讼中", "3个项目已不再诉讼"),
    ("date", "2-party-governance/030.en.md", "Since January 2021", "Since January 2020"),
    ("negation", "2-party-governance/030.en.md", "are strictly forbidden", "are not forbidden"),
    ("number in words", "2-party-governance/030.en.md", "city’s four leading", "city’s five leading"),
    ("approximation", "3-party-organisation/034.zh.md", "岗位2万余个", "岗位近2万个"),
    ("approximation", "3-party-organisation/034.en.md", "over 400 enterprises", "under 400 enterprises"),
    ("direction", "3-party-organisation/034.en.md", "in health care has fallen to {{ vacancy }}", "in health care has risen to {{ vacancy }}"),
    ("exchanged", "3-party-organisation/034.en.md", "at 4 city-owned hospitals, 234 people", "at 234 city-owned hospitals, 4 people"),
    ("equation", "3-party-organisation/034.yaml", "value: 10.36", "value: 10.63"),
    ("deadline", "3-party-organisation/036.yaml", "due: 2022-01", "due: 2022-02"),
    ("number in words", "3-party-organisation/036.en.md", "and one deputy", "and two deputy"),
    ("period", "3-party-organisation/036.zh.md", "每月更新", "每季更新"),
    ("exchanged", "3-party-organisation/037.en.md", "{{ criticised }} were criticised and counselled and {{ explained }}", "{{ explained }} were criticised and counselled and {{ criticised }}"),
    ("equation", "3-party-organisation/037.yaml", "value: 8,", "value: 7,"),
    ("bound", "3-party-organisation/039.en.md", "fewer than 3 members", "more than 3 members"),
    ("negation", "3-party-organisation/039.zh.md", "均已补齐", "均未补齐"),
    ("date", "3-party-organisation/040.en.md", "By February 2021", "By January 2021"),
    ("date", "3-party-organisation/041.en.md", "2020 were completed by the end of March", "2020 were completed by the beginning of March"),
    ("date", "3-party-organisation/041.en.md", "In March those", "In April those"),
    ("negation", "3-party-organisation/041.zh.md", "均按期召开了考核会议", "均未按期召开考核会议"),
    ("name", "3-party-organisation/041.en.md", "Municipal Health Commission", "Municipal Education Bureau"),
    ("place", "3-party-organisation/044.en.md", "Pucheng Industrial Park", "Zhenghe Industrial Park"),
    ("bound", "3-party-organisation/044.en.md", "into use before July", "into use after July"),
    ("direction", "3-party-organisation/044.en.md", "has risen by {{ rise }}", "has fallen by {{ rise }}"),
    ("scale", "4-follow-up-rectification/046.yaml", "CNY 12.398 million", "CNY 12.398 billion"),
    ("negation", "4-follow-up-rectification/048.en.md", "this sum has been recovered", "this sum has yet to be recovered"),
    ("date", "4-follow-up-rectification/048.zh.md", "2021年7月1日", "2021年7月11日"),
    ("equation", "4-follow-up-rectification/048.yaml", "value: 13815600", "value: 13805600"),
    ("exchanged", "4-follow-up-rectification/049.zh.md", "其中8个已依法查处，共处罚{{ inspection-fines }}，另外2个", "其中2个已依法查处，共处罚{{ inspection-fines }}，另外8个"),
    ("bound", "4-follow-up-rectification/049.en.md", "20% or more", "20% or less"),
    ("date", "4-follow-up-rectification/049.zh.md", "2019年以来", "2018年以来"),
    ("two records", "4-follow-up-rectification/049.yaml", "value: 15,", "value: 16,"),
    ("date", "accountability.en.md", "By 17 August", "By 27 August"),
    ("persons", "accountability.yaml", "stated: 11", "stated: 12"),
    ("claim", "4-follow-up-rectification/048.zh.md", "法院判决的违约金已追回", "法院判决的违约金尚未全部追回"),
    ("claim", "1-policy-delivery/013.yaml", "status: completed", "status: in-progress"),
];

/// The differences, each in its file.
pub fn plants(garden: &Garden) -> Vec<Plant> {
    let plant = |&(kind, path, from, to): &(&'static str, &str, &str, &str)| {
        let path = format!("content/{path}");
        let places: Vec<usize> = garden.file(&path).match_indices(from).map(|(at, _)| at).collect();
        let [at] = places[..] else { panic!("{path}: “{from}” stands {} times", places.len()) };
        Plant { kind, edits: vec![Edit { path, range: at..at + from.len(), to: to.to_owned() }] }
    };
    TABLE.iter().map(plant).collect()
}
