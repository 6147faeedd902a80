//! What `check` looks for, and so what `build` refuses: [`RULES`], one row a rule.
//!
//! Takes an [`Edition`]; gives findings. Rules of shape are applied by the rooms that read and resolve; their rows here carry no check of
//! their own, so that the table is the whole list.

mod accepted;
mod characters;
mod equations;
mod languages;
mod persons;
mod prose;
mod sense;
mod texts;
mod totals;
mod translations;
mod wording;

pub use accepted::apply as apply_accepted;
pub use persons::personal_number;
pub use translations::{FILE as TRANSLATIONS, fingerprint, source as translation_source};

use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::Edition;

/// A rule: what it is called, what it says, how grave it is.
pub struct Rule {
    /// The id that reports show.
    pub id: &'static str,
    /// The group in the manual.
    pub group: Group,
    /// How grave a breach is.
    pub severity: Severity,
    /// What it demands, in Chinese.
    pub zh: &'static str,
    /// What it demands, in English.
    pub en: &'static str,
}

/// A group of rules, as the manual lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Files and records have the right shape.
    Shape,
    /// What they say makes sense.
    Sense,
    /// Figures add up.
    Totals,
    /// The languages say the same.
    Languages,
    /// Links lead somewhere.
    Links,
    /// Narratives are safe and well set.
    Prose,
    /// No personal information gets out.
    Persons,
    /// Wording and punctuation.
    Wording,
    /// The theme is whole.
    Theme,
}

const fn error(id: &'static str, group: Group, zh: &'static str, en: &'static str) -> Rule {
    Rule { id, group, severity: Severity::Error, zh, en }
}

const fn warning(id: &'static str, group: Group, zh: &'static str, en: &'static str) -> Rule {
    Rule { id, group, severity: Severity::Warning, zh, en }
}

/// Every rule, by group.
pub static RULES: &[Rule] = &[
    error("not-utf8", Group::Shape, "文件要用 UTF-8 编码", "files are UTF-8"),
    error("file-too-large", Group::Shape, "一条记录不超过 1 MB", "a record is at most 1 MB"),
    error("unsafe-file", Group::Shape, "只读普通文件和文件夹", "only plain files and folders are read"),
    error("unsafe-file-name", Group::Shape, "文件名在各种系统上都能用", "file names work on every system"),
    error("clashing-names", Group::Shape, "文件名不能只差大小写或字形", "no two names differ only in case or composition"),
    error("stray-file", Group::Shape, "content/ 里每个文件都有归属", "every file of content/ has its place"),
    error("yaml-syntax", Group::Shape, "记录是正确的 YAML", "records are valid YAML"),
    error("yaml-feature", Group::Shape, "记录不用锚点、标签和多个文档", "records use no anchors, tags or second documents"),
    error("duplicate-key", Group::Shape, "一个键只写一次", "a key is given once"),
    error("unknown-key", Group::Shape, "只用已知的键", "only known keys are used"),
    error("missing-key", Group::Shape, "必填的键都要写", "required keys are given"),
    error("wrong-value", Group::Shape, "值的形式正确", "values have the right form"),
    error("no-notice", Group::Shape, "要有 content/notice.yaml", "there is a content/notice.yaml"),
    error("no-section", Group::Shape, "每个方面都有 section.yaml", "every section has a section.yaml"),
    error("number-mismatch", Group::Shape, "序号与文件名一致", "number and file name agree"),
    error("duplicate-number", Group::Shape, "序号不重复", "numbers are not used twice"),
    error("skipped-number", Group::Shape, "序号连续", "numbers are consecutive"),
    error("duplicate-id", Group::Shape, "标识不重复", "ids are not used twice"),
    error("unknown-topic", Group::Shape, "二级问题在 section.yaml 中", "topics stand in section.yaml"),
    error("unknown-unit", Group::Shape, "单位在 units.yaml 中", "units stand in units.yaml"),
    error("unknown-measure", Group::Shape, "数据的单位代码是已知的", "figures have a known unit of measure"),
    error("missing-translation", Group::Languages, "每种语言都有文本", "every text is there in every language"),
    error("figures-differ", Group::Languages, "各语言的数字一致", "figures are the same in every language"),
    error("unknown-language", Group::Languages, "只用通报列出的语言", "only the notice's languages are used"),
    error("due-before-inspection", Group::Sense, "整改时限不早于巡视反馈", "deadlines do not lie before the inspection"),
    error("missing-narrative", Group::Sense, "已完成的问题有整改情况", "completed issues have a response"),
    error("missing-due", Group::Sense, "未完成的问题有整改时限", "outstanding issues have a deadline"),
    error("missing-next-steps", Group::Sense, "未完成的问题有下一步措施", "outstanding issues have next steps"),
    error("needless-next-steps", Group::Sense, "已完成的问题没有下一步措施", "completed issues have no next steps"),
    error("date-after-as-of", Group::Sense, "已发生的日期不晚于统计截至日期", "what has happened does not lie after `as_of`"),
    error("wrong-order-of-dates", Group::Sense, "日期先后合理", "dates are in a sensible order"),
    error("history-differs", Group::Sense, "状态与最近一次变化一致", "the status is that of the latest change"),
    error(
        "no-history",
        Group::Sense,
        "--as-of 的日期在各记录的 history 之内",
        "the history of every record reaches back to the date of --as-of",
    ),
    error("unknown-statistic", Group::Totals, "引用的统计数存在", "statistics that are named exist"),
    error("stated-differs", Group::Totals, "公布的数与统计数一致", "stated figures equal their statistics"),
    error("persons-differ", Group::Totals, "公布的人数与名单一致", "stated numbers of persons equal the list"),
    error("equation", Group::Totals, "声明的等式成立", "declared equations hold"),
    warning("rate-rounding", Group::Totals, "比率四舍五入", "rates are rounded, not cut off"),
    warning("stale-translation", Group::Languages, "译文跟上原文", "translations are not behind their source"),
    warning("unused-acceptance", Group::Sense, "接受的提示仍然存在", "acceptances answer to a finding"),
    error("raw-html", Group::Prose, "正文不写 HTML", "narratives have no raw HTML"),
    error("forbidden-character", Group::Prose, "没有不可见字符和控制字符", "no invisible or control characters"),
    error("unknown-figure", Group::Prose, "引用的数据存在", "quoted figures exist"),
    error("footnote", Group::Prose, "脚注有定义也有引用", "footnotes are defined and referred to"),
    error("ordered-list-start", Group::Prose, "编号列表从 1 开始", "ordered lists begin with 1"),
    error("accidental-emphasis", Group::Prose, "乘号不当作强调", "asterisks between digits are no emphasis"),
    error("missing-alt", Group::Prose, "图片有文字说明", "pictures have a text alternative"),
    error("output-too-large", Group::Prose, "正文不会膨胀", "narratives do not blow up"),
    error("unsafe-link", Group::Links, "只用安全的链接协议", "links use safe schemes"),
    error("broken-link", Group::Links, "链接有去处", "links lead somewhere"),
    error("identity-card", Group::Persons, "不公开身份证号码", "no number of an identity card"),
    error("mobile-number", Group::Persons, "不公开个人手机号码", "no personal mobile number"),
    error("bank-card", Group::Persons, "不公开银行卡号", "no number of a bank card"),
    error("private-email", Group::Persons, "联系方式以外不出现电子邮箱", "no e-mail address outside the contact block"),
    error("named-person", Group::Persons, "公布姓名要有理由，期满隐去", "names have a reason and a limit in time"),
    error("mojibake", Group::Wording, "没有乱码", "no text in a wrong encoding"),
    error("wrong-term", Group::Wording, "不用词表列出的错误用语", "no term that the office's list calls wrong"),
    warning("half-width-punctuation", Group::Wording, "中文用全角标点", "Chinese has full-width punctuation"),
    warning("full-width-punctuation", Group::Wording, "其他语言不用全角标点", "other languages have no full-width punctuation"),
    warning("unpaired-mark", Group::Wording, "引号、括号、书名号成对", "quotation marks and brackets come in pairs"),
    warning("telephone-dash", Group::Wording, "电话号码用连字符", "telephone numbers have hyphens"),
    error("unknown-theme", Group::Theme, "外观存在", "the theme exists"),
    error("no-messages", Group::Theme, "每种语言都有用语文件", "every language has its messages"),
    error("missing-message", Group::Theme, "用语齐全", "messages are complete"),
    error(
        "output",
        Group::Theme,
        "做出的页面完整、链接有效、没有内联代码和个人号码",
        "finished pages are whole: links lead somewhere, nothing runs inline, no number of a person",
    ),
    error("template", Group::Theme, "模板正确", "templates are right"),
];

/// A check of the whole notice, and whether it makes sense while records are missing.
struct Check {
    apply: fn(&Edition) -> Vec<Diagnostic>,
    needs_every_record: bool,
}

/// The checks that need more than one file. Shape has been checked on the way here.
const CHECKS: [Check; 9] = [
    Check { apply: sense::check, needs_every_record: false },
    Check { apply: totals::check, needs_every_record: true },
    Check { apply: equations::check, needs_every_record: false },
    Check { apply: prose::check, needs_every_record: false },
    Check { apply: characters::check, needs_every_record: false },
    Check { apply: persons::check, needs_every_record: false },
    Check { apply: wording::check, needs_every_record: false },
    Check { apply: languages::check, needs_every_record: false },
    Check { apply: translations::check, needs_every_record: true },
];

/// Applies every check; `complete` says that every record could be read.
pub fn check(edition: &Edition, complete: bool) -> Vec<Diagnostic> {
    CHECKS.iter().filter(|check| complete || !check.needs_every_record).flat_map(|check| (check.apply)(edition)).collect()
}
