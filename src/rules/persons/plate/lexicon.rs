//! What tells number plates from other letters with digits: provinces, papers, cars and what is none.

/// Words before a plate.
pub(super) const CARS: &[&str] = &["车牌", "号牌", "车辆", "驾驶", "轿车", "客车", "货车", "车号", "车"];

/// Words that say that a plate follows, if not at once.
pub(super) const PLATES: [&str; 6] = ["车牌", "号牌", "牌照", "车号", "驾驶", "驾车"];

/// Papers, which words for a car before them make no cars.
pub(super) const PAPERS: [&str; 12] =
    ["文件", "文号", "号文", "公告", "号公告", "通知", "号通知", "批复", "号批复", "决定", "号决定", "号令"];

/// What no car is: after letters and digits, and perhaps 号, they say whose name, model or number these are.
pub(super) const NO_CARS: &[&str] = &[
    "平台",
    "系统",
    "软件",
    "程序",
    "服务器",
    "数据",
    "云",
    "版",
    "型",
    "款",
    "文件",
    "文号",
    "公告",
    "通知",
    "批复",
    "决定",
    "案件",
    "线索",
    "信访件",
    "工单",
    "项目",
    "工程",
    "标段",
    "合同",
    "订单",
    "批次",
    "编号",
    "编码",
    "代码",
    "地块",
    "宗地",
    "图斑",
    "林班",
    "机组",
    "设备",
    "仪器",
    "钻孔",
    "样品",
    "产品",
    "药品",
    "证书",
    "账号",
    "账户",
    "股",
    "债券",
    "基金",
    "航班",
    "车次",
    "列车",
    "高速",
    "国道",
    "省道",
    "公路",
    "品种",
    "菌株",
    "井",
    "矿区",
    "展位",
    "柜",
    "线路",
];

/// The short names of provinces, which a plate begins with.
pub(super) const PROVINCES: &[&str] = &[
    "京", "津", "沪", "渝", "冀", "豫", "云", "辽", "黑", "湘", "皖", "鲁", "新", "苏", "浙", "赣", "鄂", "桂", "甘",
    "晋", "蒙", "陕", "吉", "闽", "贵", "粤", "青", "藏", "川", "宁", "琼",
];

/// Words that end with the short name of a province: a letter and digits after them are a model or a version.
pub(super) const WORDS: [&str; 28] = [
    "更新",
    "创新",
    "最新",
    "全新",
    "重新",
    "高新",
    "革新",
    "翻新",
    "刷新",
    "崭新",
    "维新",
    "里云",
    "讯云",
    "为云",
    "务云",
    "上云",
    "白云",
    "私有云",
    "公有云",
    "年青",
    "安宁",
    "丽江宁",
    "珍贵",
    "宝贵",
    "名贵",
    "墨黑",
    "漆黑",
    "冰川",
];
