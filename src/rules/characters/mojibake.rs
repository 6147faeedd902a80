//! Text that was read in the wrong encoding once.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::Passage;
use crate::rules::context::Context;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST_ZH;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;

pub(in crate::rules) static MOJIBAKE: Rule = Rule {
    id: "mojibake",
    group: RuleGroup::Wording,
    severity: Severity::Error,
    demand: Words("没有乱码，如“锟斤拷”。", "No gibberish from a wrong encoding, such as 锟斤拷, appears."),
    why: Words(
        "乱码说明原来的字已经丢了；公布出去，一句话就没有人读得懂。",
        "Gibberish means that words have been lost; the public would read a sentence that says nothing.",
    ),
    example: Shown(&[Part(FIRST_ZH, "- **建章立制。**锟斤拷[问题 3]", "- **建章立制。**另见[问题 3]")]),
    check: Check::Text(mojibake),
};

/// What remains of Chinese or of punctuation that went through a wrong encoding.
const TRACES: [&str; 10] = ["锟斤拷", "烫烫烫", "屯屯屯", "â€", "Ã©", "ï¼", "ã€", "å…", "涓", "鈥"];

/// Finds any of them: hardly a text has one, so all are sought at once.
static ANY_TRACE: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(TRACES).ok());

fn mojibake(_: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    let text = passage.text();
    if ANY_TRACE.as_ref().is_some_and(|any| !any.is_match(text)) {
        return Vec::new();
    }
    let found = TRACES.iter().flat_map(|trace| text.match_indices(trace).take(1));
    found
        .map(|(at, trace)| {
            Diagnostic::of(
                &MOJIBAKE,
                passage.place(at..at + trace.len()),
                say!("这里像是乱码：“{trace}”", "this looks like text in a wrong encoding: “{trace}”"),
            )
            .help(say!("请从原稿重新复制这段文字", "copy the passage again from its original"))
        })
        .collect()
}
