//! Clauses that state how far an issue has come: how each is put together, and the words of its parts.

/// One word of each stands behind the other.
type Groups = &'static [&'static [&'static str]];

const NOT: &[&str] = &["未", "尚未", "还未", "仍未", "暂未", "没有", "还没有", "尚没有", "未能", "尚未能"];
const ALREADY: &[&str] =
    &["已", "已经", "均已", "都已", "现已", "已全部", "已全面", "全部已", "全部", "全面", "已按期", "已如期", "已按时"];
const STEADILY: &[&str] = &["", "有序", "正常", "稳步", "加快", "积极", "按计划", "按序时进度", "全面", "深入"];
/// What is done when it is done.
const DONE: &[&str] = &[
    "完成",
    "完成整改",
    "整改完成",
    "整改到位",
    "整改落实到位",
    "落实到位",
    "整改完毕",
    "办结",
    "办理完毕",
    "销号",
    "完成销号",
    "验收销号",
    "整改销号",
    "完成整改并销号",
];
/// The same, where nothing before it says that it is done.
const DONE_ALONE: &[&str] = &[
    "完成整改",
    "整改完成",
    "整改到位",
    "整改落实到位",
    "整改完毕",
    "立行立改",
    "办结",
    "销号",
    "完成销号",
    "验收销号",
];
const DOING: &[&str] = &["推进", "整改", "办理", "进行", "落实", "实施"];
/// What is done, behind the word for it.
const WORK: &[&str] = &["", "任务", "工作", "整改", "整改任务", "整改工作"];

/// What a clause says, by the parts that it is made of; the first that fits counts.
pub(super) const CLAUSES: &[(&str, Groups)] = &[
    ("substantially-completed", &[&["", "已", "已经", "均已"], &["基本"], DONE, WORK]),
    ("substantially-completed", &[&["", "已", "已经", "均已"], &["基本"], &["整改", "到位"]]),
    ("substantially-completed", &[&["", "已"], &["阶段性完成"], WORK]),
    ("substantially-completed", &[&["", "已"], &["取得阶段性"], &["成效", "成果", "进展"]]),
    ("not-started", &[NOT, &["启动", "开展", "整改", "启动整改", "开展整改", "开始整改"]]),
    ("in-progress", &[&["", "正在整改", "正在推进", "逾期"], NOT, &["", "全部", "全面", "完全"], DONE, WORK]),
    ("in-progress", &[&["", "已"], &["部分"], &["", "已"], &["完成", "整改", "办结"], WORK]),
    ("in-progress", &[&["", "正在"], STEADILY, DOING, &["中"]]),
    ("in-progress", &[&["持续推进中", "持续整改中"]]),
    ("in-progress", &[&["正在", "仍在"], STEADILY, DOING, WORK]),
    ("in-progress", &[&["", "达到", "已达到", "按", "未达", "未达到"], &["序时进度"], &["", "推进", "要求"]]),
    ("in-progress", &[&["", "仍"], &["需", "需要"], &["持续整改"]]),
    ("in-progress", &[&["", "已", "申请", "已申请"], &["延期"], &["", "整改"]]),
    ("completed", &[ALREADY, DONE, WORK]),
    ("completed", &[&["已", "已经", "均已", "都已", "现已"], &["", "全部"], &["整改"]]),
    ("completed", &[DONE_ALONE, WORK]),
    ("ongoing", &[&["", "并", "需", "需要", "已"], &["长期"], &["", "坚持", "整改", "推进", "坚持整改"]]),
    ("ongoing", &[&["", "并", "正在"], &["持续"], &["", "坚持", "整改", "推进", "推进整改"]]),
];
