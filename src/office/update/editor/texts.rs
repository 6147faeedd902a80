//! Texts in a record: what a cell says in its language, beside what the record says in others.

use super::super::cell::CellKind;
use super::super::narrative;
use super::super::target::CellTarget;
use super::{Editor, list};
use crate::office::report::Certainty;
use crate::say;
use crate::site::MarkdownRenderer;
use crate::site::formats::ledger_tidy as tidy;
use crate::source::yaml::Value;

impl Editor<'_> {
    /// A text in the language of the ledger: where the record has one text for all, that text.
    pub(super) fn own_text(&mut self, target: &CellTarget<'_>, keys: &mut Vec<String>, was: &str, is: &str) -> Value {
        let path: Vec<&str> = target.keys.iter().map(String::as_str).collect();
        let is_short = matches!(self.value(target.path).get(&path), Some(Value::Text(_)));
        if !is_short {
            keys.push(self.lang.code().to_owned());
        }
        let path: Vec<&str> = keys.iter().map(String::as_str).collect();
        let old = self.value(target.path).str(&path).unwrap_or_default().to_owned();
        let end = "\n".repeat(old.len() - old.trim_end_matches('\n').len());
        if !matches!(target.kind, CellKind::Markdown) {
            return Value::text(format!("{is}{end}"));
        }
        let meant = self.meant(target, &path).and_then(|value| value.str(&[]).map(str::to_owned)).unwrap_or_default();
        let replaced = self.replaced(target, &meant, was, is);
        if !meant.is_empty() {
            self.tell_whole(target, &replaced);
        }
        Value::text(format!("{}{end}", replaced.text.trim_end_matches('\n')))
    }

    /// A text that is the same in every language, unless the record has it in each.
    pub(super) fn common_text(
        &mut self,
        target: &CellTarget<'_>,
        keys: &mut Vec<String>,
        was: &str,
        is: &str,
    ) -> Value {
        let path: Vec<&str> = target.keys.iter().map(String::as_str).collect();
        match self.value(target.path).get(&path) {
            Some(Value::Map(_)) => self.own_text(target, keys, was, is),
            _ => Value::text(is),
        }
    }

    /// Several texts: those that are there keep what they say in other languages.
    pub(super) fn texts(&mut self, target: &CellTarget<'_>, is: &str) -> Value {
        let lang = self.lang.code().to_owned();
        let path: Vec<&str> = target.keys.iter().map(String::as_str).collect();
        let old = list(self.value(target.path).get(&path));
        let meant = list(self.meant(target, &path).as_ref());
        let lines: Vec<&str> = is.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let is_as_long = lines.len() == old.len();
        let said = |value: &Value| value.str(&[&lang]).or(value.str(&[])).map(tidy);
        let text = |(at, line): (usize, &&str)| {
            let same = meant.iter().position(|value| said(value).as_deref() == Some(line)).and_then(|at| old.get(at));
            if let Some(same) = same {
                return same.clone();
            }
            let mut value = match old.get(at).filter(|_| is_as_long) {
                Some(value) => value.clone(),
                None => Value::Map(Vec::new()),
            };
            match value {
                Value::Text(_) => Value::text(*line),
                _ => {
                    value.set(&[&lang], Value::text(*line), &[]);
                    value
                }
            }
        };
        Value::List(lines.iter().enumerate().map(text).collect())
    }

    /// A text in Markdown of an issue that says something else.
    pub(super) fn replaced(&self, target: &CellTarget<'_>, source: &str, was: &str, is: &str) -> narrative::Replaced {
        let (edition, locale) = (self.edition, self.locale());
        let issue = edition.notice.issues.iter().find(|issue| issue.path == *target.path);
        let of_notice = || MarkdownRenderer::of_notice(edition, locale);
        let renderer = issue.map_or_else(of_notice, |issue| MarkdownRenderer::of_issue(edition, locale, issue));
        narrative::replaced(source, was, is, |text| tidy(&renderer.shown(text, target.path)))
    }

    pub(super) fn tell_whole(&mut self, target: &CellTarget<'_>, replaced: &narrative::Replaced) {
        if replaced.is_whole {
            let path = target.path;
            self.report.at(
                Certainty::Likely,
                target.row,
                "",
                say!(
                    "{path}：这段文字整段换过，原来的加粗、链接和数据引用没有保留，请核对",
                    "{path}: the whole text was replaced; emphasis, links and quoted figures are gone, please check"
                ),
            );
        }
    }
}
