//! The words by which offices say how far an issue has come.

use super::fold::fold;

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
