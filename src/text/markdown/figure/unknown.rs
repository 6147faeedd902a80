//! Names that stand for nothing, and those that may be meant.

use std::ops::Range;

use super::super::{Problem, RenderContext, quoted};
use crate::diagnostic::{Message, nearest};
use crate::say;
use crate::text::markdown::UNKNOWN_FIGURE;

/// How many known names a message lists when none of them is near.
const NAMES_SHOWN: usize = 8;

/// The problem with a name that stands for nothing.
pub(in crate::text::markdown) fn unresolved(
    name: &str,
    range: Range<usize>,
    context: &RenderContext<'_>,
) -> Option<Problem> {
    (context.quote)(name).is_none().then(|| {
        let (message, help) = (unknown(name), suggestion(name, &(context.names)()));
        Problem::new(UNKNOWN_FIGURE, range, message, help)
    })
}

fn unknown(name: &str) -> Message {
    let name = quoted(name);
    say!("没有名为“{name}”的数据", "there is no figure named \"{name}\"")
}

fn suggestion(name: &str, known: &[String]) -> Message {
    if let Some(near) = nearest(name, known.iter().map(String::as_str)) {
        return say!("是不是想写 {{{{ {near} }}}}？", "did you mean {{{{ {near} }}}}?");
    }
    if known.is_empty() {
        return say!(
            "这里没有可以引用的数据；请先在记录的 figures 里写明",
            "nothing can be quoted here yet: state it under figures in the record first"
        );
    }
    let some = known.iter().take(NAMES_SHOWN).map(String::as_str).collect::<Vec<_>>();
    let (zh, en) = (some.join("、"), some.join(", "));
    let more = if known.len() > NAMES_SHOWN { "……" } else { "" };
    say!("可以引用的有：{zh}{more}", "these can be quoted: {en}{more}")
}
