//! Texts that begin with the heading that pages set above them.

use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::notice::Issue;
use crate::rules::context::Context;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST_ZH;
use crate::rules::{Check, ReadPassage, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::Prose;

pub(in crate::rules) static REPEATED_HEADING: Rule = Rule {
    id: "repeated-heading",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words(
        "问题的正文不以“整改情况：”开头：这几个字就是它上面的标题。",
        "The text of an issue does not begin with its own heading, such as “What was done:”.",
    ),
    why: Words("网页上会一上一下印两遍。", "Pages would say it twice, one below the other."),
    example: Shown(&[Part(FIRST_ZH, "整改情况：查处串通投标", "查处串通投标")]),
    check: Check::OfIssue(repeated),
};

/// Returns diagnostics for texts of an issue that begin with the words of the heading above them.
fn repeated(context: &Context, _: &Issue, texts: &[ReadPassage<'_>]) -> Vec<Diagnostic> {
    let found = texts.iter().filter_map(|(passage, prose)| {
        let doc = passage.doc()?;
        let key = if passage.is_file() { "issue.response" } else { "issue.next_steps" };
        let heading = context.locale(passage.lang?)?.text(key);
        let length = repetition(prose, &heading)?;
        let range = prose.place(0..length);
        let message = say!("正文开头又写了一遍标题“{heading}”", "the text begins with its own heading, `{heading}`");
        let edits = typed(doc.source(), &heading).map(|length| Edit::replace(0..length, "")).into_iter();
        Some(
            Diagnostic::of(&REPEATED_HEADING, passage.place(range), message)
                .help(say!("请删去开头的“{heading}”，网页上有这个标题", "take out `{heading}`: pages have the heading"))
                .fix(passage.edits(&edits.collect::<Vec<_>>())),
        )
    });
    found.collect()
}

/// Returns how many bytes at the beginning of a text are the heading again: with a colon, or as all of a block.
fn repetition(prose: &Prose<'_>, heading: &str) -> Option<usize> {
    let block = prose.blocks.first().filter(|block| block.range.start == 0)?;
    let text = &prose.text[block.range.clone()];
    let rest = text.strip_prefix(heading)?;
    let behind = rest.trim_start().strip_prefix(['：', ':']).map(str::trim_start);
    match behind {
        Some(behind) => Some(text.len() - behind.len()),
        None => rest.trim().is_empty().then_some(text.len()),
    }
}

/// Returns how many bytes of the source are the heading with its colon, bold or not.
fn typed(source: &str, heading: &str) -> Option<usize> {
    let forms = ["：", ":"].into_iter().flat_map(|colon| {
        let whole = format!("{heading}{colon}");
        [format!("**{heading}**{colon}"), format!("**{whole}**"), whole]
    });
    let rest = forms.into_iter().find_map(|form| source.strip_prefix(&*form))?.trim_start_matches(' ');
    Some(source.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_a_text_repeats() {
        let repeated = |text: &str| {
            let doc = crate::text::markdown::parse(text);
            repetition(&doc.prose(), "整改情况").map(|length| doc.prose().text[..length].to_owned())
        };
        for (text, expected) in [
            ("整改情况：已办结。", Some("整改情况：")),
            ("整改情况: 已办结。", Some("整改情况: ")),
            ("**整改情况：**已办结。", Some("整改情况：")),
            ("## 整改情况\n\n已办结。", Some("整改情况")),
            ("整改情况良好。", None),
            ("已办结。整改情况：好。", None),
            ("整改情况的说明：已办结。", None),
        ] {
            assert_eq!(repeated(text).as_deref(), expected, "{text}");
        }
        let mended = |text: &'static str| typed(text, "整改情况").map(|length| &text[length..]);
        assert_eq!(mended("整改情况： 已办结。"), Some("已办结。"));
        assert_eq!(mended("**整改情况：**已办结。"), Some("已办结。"));
        assert_eq!(mended("**整改情况**：已办结。"), Some("已办结。"));
        assert_eq!(mended("## 整改情况\n\n已办结。"), None);
    }
}
