//! The words by which offices name what follows: what was found, what was done, how far it has come, by when, by whom.

use super::fold::fold;

/// What a label says that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// What was found.
    Statement,
    /// What was done.
    Response,
    /// What is done, item by item.
    Measures,
    /// How far it has come, or what was done.
    StatusOrResponse,
    /// How far it has come.
    Status,
    /// Whether the status is stated or inferred, in a ledger that gongkai made.
    StatusBasis,
    /// By when.
    Due,
    /// When it was completed.
    CompletedOn,
    /// Lead bodies.
    Lead,
    /// Responsible bodies.
    Responsible,
    /// What is still to be done.
    NextSteps,
    /// The number of an issue, in a ledger.
    Number,
    /// The section, in a ledger.
    Section,
    /// The topic, in a ledger.
    Topic,
    /// The title of an issue, in a ledger that gongkai made.
    Title,
    /// Something that becomes a field of the office's own.
    Field,
}

/// Labels by slot; the longest that fits counts.
const LABELS: &[(Slot, &[&str])] = &[
    (
        Slot::Response,
        &[
            "整改情况",
            "整改完成情况",
            "整改进展情况",
            "整改落实情况",
            "整改推进情况",
            "整改进展",
            "整改落实",
            "落实情况",
            "进展情况",
            "整改成效",
            "整改措施及成效",
            "整改措施及完成情况",
            "整改措施和成效",
            "整改措施及落实情况",
            "整改工作情况",
            "整改开展情况",
            "办理情况",
            "采取的措施及成效",
        ],
    ),
    (Slot::StatusOrResponse, &["完成情况", "整改完成程度", "整改结果", "办理结果", "办结情况"]),
    (Slot::Measures, &["整改措施", "主要措施", "具体措施", "整改具体措施"]),
    (
        Slot::Status,
        &["整改状态", "完成状态", "状态", "是否完成", "是否完成整改", "整改结论", "销号情况", "整改完成与否"],
    ),
    (
        Slot::Due,
        &[
            "完成时限",
            "整改时限",
            "整改期限",
            "完成期限",
            "时限",
            "期限",
            "取得明显成效时限",
            "整改完成时限",
            "计划完成时间",
            "拟完成时间",
        ],
    ),
    (Slot::CompletedOn, &["完成时间", "完成日期", "整改完成时间", "实际完成时间", "销号时间"]),
    (Slot::Lead, &["牵头单位", "牵头部门", "牵头责任单位"]),
    (Slot::Responsible, &["责任单位", "责任部门", "整改责任单位", "整改单位", "责任主体", "整改责任部门"]),
    (
        Slot::NextSteps,
        &[
            "下一步措施",
            "下一步工作措施",
            "下一步整改措施",
            "下一步工作",
            "下一步打算",
            "下一步工作打算",
            "下步措施",
            "下一步计划",
        ],
    ),
    (
        Slot::Statement,
        &[
            "反馈问题",
            "反馈的问题",
            "问题描述",
            "具体问题",
            "存在问题",
            "存在的问题",
            "主要问题",
            "问题",
            "整改任务",
            "具体内容",
            "问题内容",
            "反馈问题内容",
            "巡察反馈问题",
            "巡视反馈问题",
            "审计发现问题",
            "发现问题",
            "问题表现",
            "具体表现",
            "反馈意见",
            "督察反馈问题",
            "整改问题",
            "问题表述",
        ],
    ),
    (Slot::Number, &["序号", "编号", "问题编号", "问题序号"]),
    (Slot::Section, &["方面", "类别", "问题类别", "问题类型", "领域", "一级问题", "反馈方面", "分类"]),
    (Slot::Topic, &["二级问题", "具体方面", "子类别", "类项"]),
    (
        Slot::Field,
        &[
            "整改目标",
            "牵头领导",
            "责任领导",
            "分管领导",
            "责任人",
            "整改责任人",
            "经办人",
            "责任处室",
            "责任科室",
            "配合单位",
            "配合部门",
            "参与单位",
            "协办单位",
            "督导单位",
            "验收单位",
            "备注",
            "整改类型",
            "主要数据",
            "制定的文件",
            "状态变化",
            "地方",
        ],
    ),
];

/// A label at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    /// What follows.
    pub slot: Slot,
    /// The label as the table has it.
    pub word: &'static str,
    /// How many bytes of the folded text it takes, with its sign and the blanks behind it.
    pub length: usize,
}

/// Returns the slot of a head of a column, if it is a known one.
pub(super) fn head(text: &str) -> Option<(Slot, &'static str)> {
    let close = super::fold::close(text);
    let close = close.split('(').next().unwrap_or_default();
    every().find(|(_, word)| *word == close)
}

fn every() -> impl Iterator<Item = (Slot, &'static str)> {
    LABELS.iter().flat_map(|(slot, words)| words.iter().map(|word| (*slot, *word)))
}

/// Returns the label that a folded text begins with: a known word and a colon, or in brackets of its own.
pub(super) fn label(folded: &str) -> Option<Label> {
    let text = folded.trim_start();
    let inner = text.trim_start_matches(['【', '[', '〖', '*', '#']).trim_start();
    let is_bracketed = inner.len() < text.len();
    let fits = every().filter_map(|(slot, word)| Some((slot, word, after_word(inner, word)?)));
    let (slot, word, rest) = fits.max_by_key(|(_, word, _)| word.len())?;
    let rest = rest.trim_start();
    let closed = rest.trim_start_matches(['】', ']', '〗', '*']).trim_start();
    let signed = closed.strip_prefix([':', ';']).or_else(|| closed.strip_prefix("--"));
    let end = match signed {
        Some(rest) => rest,
        None if is_bracketed && closed.len() < rest.len() => closed,
        None if rest.is_empty() => rest,
        None => return None,
    };
    Some(Label { slot, word, length: folded.len() - end.trim_start().len() })
}

/// Returns what stands behind a word, which may have blanks inside.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for c in word.chars() {
        rest = rest.trim_start().strip_prefix(c)?;
    }
    Some(rest)
}

/// Returns where in a folded text a label of what was done stands behind the end of a sentence, and the label.
pub(super) fn label_inside(folded: &str) -> Option<(usize, Label)> {
    let ends = |before: &str| {
        let before = before.trim_end();
        before.is_empty()
            || before.ends_with(['。', ';', '.', '!', '?', '”', ')', '」', '"'])
            || before.ends_with("问题")
    };
    let starts = folded.char_indices().map(|(at, _)| at).filter(|at| ends(&folded[..*at]));
    let mut found = starts.filter_map(|at| Some((at, label(&folded[at..])?)));
    found.find(|(at, found)| {
        let has_text = !folded[at + found.length..].trim().is_empty();
        matches!(found.slot, Slot::Response | Slot::Measures | Slot::StatusOrResponse) && has_text
    })
}

/// Status words in the order in which they are sought: a phrase that contains another stands before it.
const STATUSES: &[(&str, &[&str])] = &[
    ("substantially-completed", &["基本完成", "基本整改", "阶段性完成", "取得阶段性"]),
    ("not-started", &["未启动", "未开展", "未整改", "尚未整改"]),
    (
        "in-progress",
        &[
            "正在整改",
            "尚未完成",
            "未完成",
            "没有完成",
            "部分完成",
            "未能完成",
            "部分整改",
            "推进中",
            "整改中",
            "序时进度",
            "未办结",
            "未销号",
            "进行中",
            "正在推进",
            "正在办理",
            "需持续整改",
            "延期",
        ],
    ),
    (
        "completed",
        &[
            "已完成",
            "完成整改",
            "整改完成",
            "已销号",
            "销号",
            "办结",
            "已整改",
            "整改到位",
            "立行立改",
            "全部完成",
            "完成",
        ],
    ),
    ("ongoing", &["长期坚持", "长期", "持续整改", "持续推进", "持续"]),
];

/// What a document says of an issue whose status its notice does not state.
const NOT_STATED: [&str; 3] = ["没有写明", "未写明", "未说明"];

/// Whether a text says that no status is stated.
pub(super) fn is_not_stated(text: &str) -> bool {
    NOT_STATED.contains(&&*super::fold::close(text))
}

/// Returns the status that a text states.
pub(in crate::office) fn status(text: &str) -> Option<&'static str> {
    let folded = super::fold::close(text);
    let fits = |words: &&(&str, &[&str])| words.1.iter().any(|word| folded.contains(word));
    STATUSES.iter().find(fits).map(|(id, _)| *id)
}

/// Returns the status that the first sentence of a response states of its issue as a whole: `该问题已完成整改。`
pub(super) fn status_sentence(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let sentence = folded.trim_start().split(['。', ',', ';']).next()?;
    let rest = ["该问题", "该项问题", "此问题", "该事项", "该项整改任务", "该任务"]
        .iter()
        .find_map(|word| sentence.strip_prefix(word))?;
    let says = ["已", "正在", "基本", "尚未", "未", "仍在"].iter().any(|word| rest.starts_with(word));
    status(rest).filter(|_| says && rest.chars().count() <= 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_with_their_signs() {
        for (text, slot, rest) in [
            ("整改情况:一是", Slot::Response, "一是"),
            ("【整改情况】一是", Slot::Response, "一是"),
            ("整改 进展情况 : 一是", Slot::Response, "一是"),
            ("整改措施及成效;一是", Slot::Response, "一是"),
            ("整改措施:一是", Slot::Measures, "一是"),
            ("完成时限:2024年", Slot::Due, "2024年"),
            ("整改情况", Slot::Response, ""),
        ] {
            let found = label(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.slot, &text[found.length..]), (slot, rest), "{text}");
        }
        for text in ["整改情况良好。", "问题较多", "问题1:甲", "时限紧"] {
            assert_eq!(label(text), None, "{text}");
        }
        assert_eq!(label_inside("学得不够。整改情况:一是").map(|(at, _)| at), Some("学得不够。".len()));
        assert_eq!(label_inside("学得不够,没有报告整改情况:一是"), None);
    }

    #[test]
    fn statuses_are_read_from_their_words() {
        for (text, expected) in [
            ("基本完成事项", Some("substantially-completed")),
            ("正在整改尚未完成事项", Some("in-progress")),
            ("已完成整改，长期坚持", Some("completed")),
            ("未 完成", Some("in-progress")),
            ("未启动", Some("not-started")),
            ("长期坚持", Some("ongoing")),
            ("销号", Some("completed")),
            ("见附件", None),
        ] {
            assert_eq!(status(text), expected, "{text}");
        }
        assert_eq!(status_sentence("该问题已完成整改。一是"), Some("completed"));
        assert_eq!(status_sentence("该问题反映出完成意识不强,学习不够。"), None);
        assert_eq!(status_sentence("已完成12次。"), None);
    }
}
