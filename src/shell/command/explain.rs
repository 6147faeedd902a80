//! `gongkai explain`: the page of a rule, or the list of all.

use super::{ExitCode, Shell};
use crate::diagnostic::nearest;
use crate::manual;
use crate::rules::{self, RULES, Rule};
use crate::say;
use crate::shell::cli::{ExplainArgs, PageFormat};
use crate::shell::report;

pub(super) fn run(shell: &Shell<'_>, args: &ExplainArgs) -> Result<(), ExitCode> {
    let rule = match &args.rule {
        Some(id) => Some(rules::find(id).ok_or_else(|| unknown(shell, id))?),
        None => None,
    };
    shell.give(&text(shell, rule, args.format))?;
    if rule.is_none() && args.format == PageFormat::Text {
        shell.say(&say!(
            "查看一条规则的理由和示例：gongkai explain 规则",
            "for the reason and an example, run: gongkai explain RULE"
        ));
    }
    Ok(())
}

fn text(shell: &Shell<'_>, rule: Option<&Rule>, format: PageFormat) -> String {
    match (rule, format) {
        (Some(rule), PageFormat::Text) => report::page(rule, shell.lang),
        (Some(rule), PageFormat::Markdown) => report::markdown_page(rule, shell.lang),
        (None, PageFormat::Text) => report::list(shell.lang),
        (None, PageFormat::Markdown) => manual::rules(shell.lang.lang()),
    }
}

fn unknown(shell: &Shell<'_>, id: &str) -> ExitCode {
    shell.say(&say!("没有规则“{id}”", "unknown rule `{id}`"));
    shell.say(&match nearest(id, RULES.iter().map(|rule| rule.id)) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("运行 gongkai explain 可列出全部规则", "`gongkai explain` lists all rules"),
    });
    ExitCode::CouldNotRun
}
