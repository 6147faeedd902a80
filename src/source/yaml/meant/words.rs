//! The word of a record that is meant by a word of an office, and what to say of one that is not known.

use super::plain;
use crate::diagnostic::{Message, nearest};
use crate::say;

/// Words that offices write, each with the word of a record that says the same. What a schema says of its words comes
/// first.
const HEARD: &[(&str, &[&str])] = &[
    (
        "completed",
        &[
            "完成",
            "已经完成",
            "全部完成",
            "整改完成",
            "已整改",
            "已整改完成",
            "已完成整改",
            "整改到位",
            "已整改到位",
            "全部整改到位",
            "整改完毕",
            "已整改完毕",
            "全部整改完毕",
            "整改销号",
            "已销号",
            "办结",
            "已办结",
            "done",
            "finished",
            "complete",
        ],
    ),
    (
        "substantially-completed",
        &["基本完成整改", "基本整改到位", "基本到位", "基本整改完成", "大部分完成", "取得阶段性成效", "阶段性完成"],
    ),
    (
        "in-progress",
        &[
            "整改中",
            "推进中",
            "进行中",
            "办理中",
            "正在推进",
            "正在进行",
            "正在办理",
            "正在落实",
            "加快推进",
            "持续推进",
            "推进",
            "未完成",
            "部分完成",
            "未整改到位",
            "open",
            "underway",
        ],
    ),
    (
        "ongoing",
        &[
            "长期",
            "长期整改",
            "持续整改",
            "长期推进",
            "持续坚持",
            "坚持",
            "常态化",
            "常态化推进",
            "立行立改并长期坚持",
            "continuous",
        ],
    ),
    ("not-started", &["尚未启动", "未开始", "尚未开始", "没有启动", "未整改", "尚未整改", "待启动", "待整改", "todo"]),
    ("over", &["余", "多", "超过", "逾", "以上", "more"]),
    ("nearly", &["近", "将近", "接近"]),
    ("about", &["约", "大约", "左右", "约数", "approximately", "circa"]),
    ("stated", &["写明", "公布", "发布单位写明"]),
    ("inferred", &["推定", "推断", "推算"]),
];

/// A word that may stand in a place, and what it means in Chinese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedWord {
    /// The word.
    pub word: String,
    /// What it means; several words for it with 、 between them.
    pub zh: String,
}

impl ExpectedWord {
    /// Returns the word with its meaning.
    pub fn explained(&self) -> String {
        if self.zh.is_empty() { self.word.clone() } else { format!("{}（{}）", self.word, self.zh) }
    }
}

/// Returns the word that is meant.
pub fn word<'a>(text: &str, words: &'a [ExpectedWord]) -> Option<&'a str> {
    let plain = plain(text);
    let known = |meant: &str| words.iter().find(|word| word.word == meant).map(|word| word.word.as_str());
    let lower = plain.to_lowercase().replace([' ', '_'], "-");
    let said = words.iter().find(|word| !word.zh.is_empty() && word.zh.split('、').any(|zh| zh == plain));
    let heard = || HEARD.iter().find(|(_, heard)| heard.contains(&&*plain)).and_then(|(meant, _)| known(meant));
    said.map(|word| word.word.as_str())
        .or_else(heard)
        .or_else(|| known(&lower))
        .or_else(|| nearest(&lower, words.iter().map(|word| word.word.as_str())))
}

/// Returns the list of some words, explained in Chinese, and bare.
pub(in crate::source::yaml) fn listed(words: &[ExpectedWord]) -> (String, String) {
    let zh = words.iter().map(ExpectedWord::explained).collect::<Vec<_>>().join("、");
    (zh, words.iter().map(|word| &*word.word).collect::<Vec<_>>().join(", "))
}

/// Returns what is wrong with a word that is none of some, and what to write at its key; `meant` is the one that is
/// meant.
pub fn unknown_word(name: &str, text: &str, meant: Option<&str>, words: &[ExpectedWord]) -> (Message, Message) {
    let (list, listed) = listed(words);
    let example = words.iter().find(|word| word.word == "in-progress").or(words.first());
    let help = match (meant, example) {
        (_, Some(example)) if name == "status" && is_overdue(text) => {
            let (explained, word) = (example.explained(), &example.word);
            say!(
                "逾期由程序按 due 和统计截至日期算出，不用写；这里写实际进展，如 status: {explained}。可用的有：{list}",
                "overdue follows from `due` and is never written; write how far it has come, such as status: {word}. One of: {listed}"
            )
        }
        (Some(word), _) => say!("请写成 {name}: {word}。可用的有：{list}", "write {name}: {word}. One of: {listed}"),
        (None, _) => say!("可用的有：{list}", "one of: {listed}"),
    };
    let message = say!("{name}：“{text}”不是这里可用的词", "{name}: `{text}` is not one of the words allowed here");
    (message, help)
}

/// Returns whether a text says that a deadline has passed: that is never written, it follows.
fn is_overdue(text: &str) -> bool {
    let plain = plain(text).to_lowercase();
    ["overdue", "逾期", "已逾期", "超期", "已超期", "逾期未完成"].contains(&&*plain)
}
