//! The words that names are made of, and those that join them.

/// The surnames that most people have. A single one of these before two asterisks begins a name.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤\
    温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项芦麦褚娄窦戚岑景党\
    宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

/// Nouns behind the hidden part of a name: 福建**公司, 建设路**号.
pub(super) const NOUNS: [&str; 46] = [
    "有限",
    "股份",
    "公司",
    "集团",
    "企业",
    "工厂",
    "厂",
    "店",
    "银行",
    "支行",
    "学校",
    "小学",
    "中学",
    "大学",
    "医院",
    "卫生院",
    "中心",
    "委员会",
    "办公室",
    "局",
    "所",
    "站",
    "队",
    "合作社",
    "协会",
    "小区",
    "社区",
    "街道",
    "花园",
    "省",
    "市",
    "县",
    "区",
    "镇",
    "乡",
    "村",
    "路",
    "街",
    "号",
    "栋",
    "幢",
    "单元",
    "室",
    "组",
    "项目部",
    "分公司",
];

/// What is counted behind a number, or numbered: 第**条、第**款, **年**月**日.
pub(super) const COUNTED: [&str; 18] =
    ["条", "款", "项", "年", "月", "日", "人", "名", "家", "户", "份", "批", "期", "次", "元", "万元", "亩", "件"];

/// Words that join two names.
pub(super) const JOINING: [char; 6] = ['与', '和', '及', '跟', '同', '或'];

pub(super) fn is_surname(c: char) -> bool {
    SURNAMES.contains(c)
}

pub(super) fn has_noun(text: &str) -> bool {
    NOUNS.iter().any(|noun| text.starts_with(noun))
}
