//! Words that tell a home from an office, and names of roads from others.

/// What names of roads, quarters and villages end with.
pub(super) const ROADS: [&str; 33] = [
    "路", "街", "巷", "道", "弄", "胡同", "里", "村", "镇", "乡", "小区", "社区", "苑", "花园", "城", "公寓", "家园",
    "新村", "院", "庭", "府", "园", "湾", "山庄", "坊", "居", "郡", "公馆", "宿舍", "大院", "广场", "段", "楼",
];

/// Words that say that somebody lives there.
pub(super) const LIVES: [&str; 25] = [
    "家住",
    "住址",
    "住在",
    "住于",
    "现住",
    "居住于",
    "居住在",
    "居住地",
    "租住",
    "家庭地址",
    "家庭住址",
    "户籍地",
    "户籍",
    "户口",
    "常住",
    "家在",
    "家位于",
    "住处",
    "住所",
    "其住",
    "居住",
    "入户",
    "上门到",
    "家中",
    "住:",
];

/// Words that say that a person is spoken of.
pub(super) const PERSONS: [&str; 13] =
    ["某", "先生", "女士", "同志", "身份证", "业主", "户主", "村民", "居民", "当事人", "被告", "申请人", "举报人"];

/// Words that say that an office or a business is there.
pub(super) const OFFICES: [&str; 32] = [
    "办公",
    "公司",
    "局",
    "委员会",
    "中心",
    "厅",
    "法院",
    "检察",
    "政府",
    "大厦",
    "窗口",
    "有限",
    "学校",
    "小学",
    "中学",
    "医院",
    "受理",
    "信访",
    "来信",
    "邮寄",
    "寄",
    "项目",
    "会议",
    "单位",
    "机关",
    "门店",
    "厂",
    "银行",
    "协会",
    "商铺",
    "店",
    "仓库",
];
