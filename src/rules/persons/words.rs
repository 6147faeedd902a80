//! What the words beside a number say of it.

use std::ops::Range;

use super::digits::NumberCandidate;
use super::reading::Reading;

/// How many characters before a number are read for a word that says what it is.
const REACH: usize = 14;

/// Words before a telephone number.
pub(super) const PHONE: &[&str] = &[
    "电话", "手机", "联系", "热线", "咨询", "举报", "致电", "拨打", "号码", "短信", "来电", "固话", "座机", "tel",
    "phone", "mobile", "cell", "call", "contact", "whatsapp", "text", "微信", "wechat",
];

/// Words before a number of an identity card.
pub(super) const IDENTITY: &[&str] = &[
    "身份证",
    "身份号",
    "身份证号",
    "证件号",
    "公民身份",
    "居民身份",
    "identity",
    "id card",
    "id number",
    "id no",
    "sfz",
    "id:",
];

/// Words before the number of a bank card.
pub(super) const CARD: &[&str] = &[
    "银行卡",
    "卡号",
    "储蓄卡",
    "借记卡",
    "信用卡",
    "工资卡",
    "社保卡",
    "一卡通",
    "个人账户",
    "个人账号",
    "尾号",
    "银联",
    "card",
];

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

/// Units after amounts.
const UNITS: &[&str] = &[
    "元", "万", "亿", "千元", "百元", "美元", "欧元", "港元", "日元", "角", "分钱", "度", "千瓦", "吨", "公斤", "千克",
    "克", "斤", "亩", "公顷", "平方", "立方", "平米", "公里", "千米", "米", "厘米", "毫米", "里程", "株", "字节", "次",
    "人次", "升", "毫升", "件", "倍", "%", "‰", "kwh", "kw", "kg", "m2", "m3", "㎡", "km", "yuan", "rmb", "cny", "usd",
    "mb", "gb", "kb", "bytes", "tonnes", "tons", "mu", "hectares", "metres", "px", "ms", "mm", "cm", "ml", "hz", "mw",
    "kv", "pcs",
];

/// Letters that may stand close before a number of a person.
const CLOSE: &[&str] = &[
    "tel", "phone", "mobile", "mob", "cell", "call", "sj", "dh", "lxdh", "sjh", "t", "m", "no", "id", "wechat", "wx",
    "vx", "v", "qq", "card", "kh", "acct", "bank", "number", "num", "to", "at", "sfz", "txt", "photo", "img", "scan",
    "pic", "file",
];

/// Returns where the last of some words ends in a text.
fn last(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| text.rfind(word).map(|at| at + word.len())).max()
}

/// Returns whether one of some words stands before a place.
pub(super) fn announces(reading: &Reading, at: usize, words: &[&str]) -> bool {
    last(&reading.before(at, REACH), words).is_some()
}

/// Returns whether the nearest words before a place say that a number belongs to a thing or is an amount, and not to a
/// person by `words`.
pub(super) fn is_of_a_thing(reading: &Reading, at: usize, words: &[&str]) -> bool {
    let before = reading.before(at, REACH);
    let person = last(&before, words);
    let is_nearer = last(&before, THINGS).is_some_and(|thing| person.is_none_or(|person| person < thing));
    let name = before.trim_end_matches([' ', ':', '\n', '(', '[', '约', '共', '达', '为', '是']);
    let ends = |names: &[&str]| names.iter().any(|word| name.ends_with(word));
    is_nearer || person.is_none() && (ends(SUMS) || before[name.len()..].contains(':') && ends(NAMES))
}

/// Returns whether a number is an amount: a unit stands after it, or a sign of money close before it.
pub(super) fn is_amount(reading: &Reading, range: &Range<usize>) -> bool {
    let money = reading.before(range.start, 4);
    let money = money.trim_end();
    let after = reading.after(range.end, 8);
    let after = after.trim_start_matches([' ', '余', '多']);
    let is_unit = |unit: &&str| {
        after.strip_prefix(*unit).is_some_and(|rest| !(is_latin(unit.chars().last()) && is_latin(rest.chars().next())))
    };
    UNITS.iter().any(is_unit)
        || after.starts_with('个') && !after.starts_with("个人")
        || ["¥", "￥", "$", "€", "£", "rmb", "cny", "usd", "元)"].iter().any(|sign| money.ends_with(sign))
}

fn is_latin(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphabetic())
}

/// Returns whether letters close before a number make it the number of a thing: A13800138000, NP-13800138000.
pub(super) fn is_lettered(reading: &Reading, start: usize) -> bool {
    let dash = usize::from(reading.char_before(start) == Some('-'));
    let end = start - dash;
    let length = reading.chars[..end].iter().rev().take(REACH).take_while(|c| c.is_ascii_alphabetic()).count();
    let letters = reading.text(end - length..end);
    let is_code = dash == 0 || letters.chars().all(|c| c.is_ascii_uppercase());
    let goes_on = reading.char_before(end - length).is_some_and(|c| c.is_ascii_digit());
    length > 0 && (goes_on && dash == 0 || is_code && !CLOSE.contains(&letters.to_ascii_lowercase().as_str()))
}

/// Returns whether a number is a part of the address of a page, and not what is asked or called there.
pub(super) fn is_in_address(reading: &Reading, at: usize) -> bool {
    const IDS: [&str; 10] = ["id", "_", "v", "t", "ts", "time", "timestamp", "version", "no", "code"];
    let Some(address) = reading.address_before(at) else { return false };
    let address: String = address.iter().map(char::to_ascii_lowercase).collect();
    let part = address.rsplit(['?', '&']).next().unwrap_or_default();
    match part.trim_end_matches(['+', ' ']).strip_suffix('=') {
        Some(key) => {
            let is_personal = ["mobile", "phone", "card", "contact", "tel"].iter().any(|word| key.contains(word));
            !is_personal && IDS.iter().any(|word| key.ends_with(word))
        }
        None => address.contains(['/', '.']),
    }
}

/// Returns whether dashes join a number to digits that are no number of a person and no date: 2021-13800138000-01.
pub(super) fn is_joined(number: &NumberCandidate<'_>, is_number: impl Fn(&str) -> bool) -> bool {
    let (before, behind) = number.neighbours();
    let is_date = |digits: &str| digits.len() == 8 && (digits.starts_with("20") || digits.starts_with("19"));
    let is_part_of_date = before.iter().rev().take(3).map(|group| group.len()).eq([2, 2, 4]);
    let is_kin = |digits: &str| digits == "86" || digits == "0086" || is_date(digits) || is_number(digits);
    // 附件1-13800138000: an item is numbered.
    let joined_before = number.gap_before() == ['-']
        && before.last().is_some_and(|group| group.len() > 2 && !is_kin(&number.digits_of(*group)))
        && !is_part_of_date;
    let joined_behind =
        number.gap_behind() == ['-'] && behind.first().is_some_and(|group| !is_kin(&number.digits_of(*group)));
    number.groups().len() == 1 && (joined_before || joined_behind)
}
