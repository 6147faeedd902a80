//! `gongkai explain`: the page of a rule, or the list of all.

use super::{COULD_NOT_RUN, Shell};
use crate::diagnostic::nearest;
use crate::manual;
use crate::rules::{self, RULES, Rule};
use crate::say;
use crate::shell::cli::{ExplainArgs, PageFormat};
use crate::shell::report;
use crate::value::Lang;

pub(super) fn run(shell: &Shell<'_>, args: &ExplainArgs) -> Result<(), u8> {
    let rule = match &args.rule {
        Some(id) => Some(rules::find(id).ok_or_else(|| unknown(shell, id))?),
        None => None,
    };
    shell.give(&text(shell, rule, args.format))?;
    if rule.is_none() && args.format == PageFormat::Text {
        shell.say(&say!(
            "查看一条规则的理由和例子：gongkai explain 规则",
            "why a rule is there, with an example: gongkai explain RULE"
        ));
    }
    Ok(())
}

fn text(shell: &Shell<'_>, rule: Option<&Rule>, format: PageFormat) -> String {
    match (rule, format) {
        (Some(rule), PageFormat::Text) => report::page(rule, shell.tongue),
        (Some(rule), PageFormat::Markdown) => report::markdown_page(rule, shell.tongue),
        (None, PageFormat::Text) => report::list(shell.tongue),
        (None, PageFormat::Markdown) => manual::rules(&Lang::new(match shell.tongue {
            report::Tongue::Zh => "zh",
            report::Tongue::En => "en",
        })),
    }
}

fn unknown(shell: &Shell<'_>, id: &str) -> u8 {
    shell.say(&say!("没有规则“{id}”", "there is no rule `{id}`"));
    shell.say(&match nearest(id, RULES.iter().map(|rule| rule.id)) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("运行 gongkai explain 可列出全部规则", "`gongkai explain` lists all rules"),
    });
    COULD_NOT_RUN
}
