//! Words before a number that is one of a thing and not of a person.

use super::{REACH, last};
use crate::rules::persons::reading::Reading;

/// Words that say that a number is that of a thing: a paper, a project, goods.
const THINGS: &[&str] = &[
    "编号",
    "文号",
    "项目号",
    "标段",
    "标号",
    "合同号",
    "订单号",
    "流水",
    "单号",
    "案号",
    "备案号",
    "索引号",
    "代码",
    "编码",
    "货号",
    "型号",
    "批号",
    "证书号",
    "许可证",
    "执照",
    "注册号",
    "登记号",
    "登记证",
    "档案号",
    "条码",
    "条形码",
    "发票",
    "票号",
    "序列号",
    "序号",
    "串号",
    "imei",
    "isbn",
    "issn",
    "坐标",
    "经度",
    "纬度",
    "东经",
    "北纬",
    "税号",
    "宗地",
    "地块",
    "图号",
    "档号",
    "凭证",
    "文书号",
    "学号",
    "工号",
    "卷号",
    "批复",
    "决定书",
    "地籍",
    "不动产权",
    "标识码",
    "防伪码",
    "验证码",
    "ticket no",
    "project no",
    "contract no",
    "order no",
    "invoice no",
    "serial no",
    "reference no",
    "tender no",
    "ticket number",
    "project number",
    "contract number",
    "order number",
    "invoice number",
    "serial number",
    "reference number",
    "tender number",
    "code:",
    "code ",
];

/// Words after which a colon and a number mean that the number is theirs.
const NAMES: &[&str] =
    &["项目", "招标", "投标", "合同", "订单", "设备", "采购", "快递", "project", "contract", "order", "tender"];

/// Words for what an amount shortly after them is of.
const SUMS: &[&str] = &[
    "人民币",
    "金额",
    "共计",
    "合计",
    "总计",
    "总额",
    "资金",
    "投资",
    "产值",
    "收入",
    "支出",
    "税收",
    "价款",
    "造价",
    "预算",
    "财政",
];

/// Returns whether the nearest words before a place say that a number belongs to a thing or is an amount, and not to a
/// person by `words`.
pub(in crate::rules::persons) fn is_of_a_thing(reading: &Reading, at: usize, words: &[&str]) -> bool {
    let before = reading.before(at, REACH);
    let person = last(&before, words);
    let is_nearer = last(&before, THINGS).is_some_and(|thing| person.is_none_or(|person| person < thing));
    let name = before.trim_end_matches([' ', ':', '\n', '(', '[', '约', '共', '达', '为', '是']);
    let ends = |names: &[&str]| names.iter().any(|word| name.ends_with(word));
    is_nearer || person.is_none() && (ends(SUMS) || before[name.len()..].contains(':') && ends(NAMES))
}
