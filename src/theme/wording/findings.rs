//! What is said of a message that no page asks for, or that does not hold what it should.

use std::ops::Range;

use super::super::{MESSAGE_PLACEHOLDER, UNKNOWN_MESSAGE};
use super::file::MessagesFile;
use super::reference::MessageParts;
use crate::diagnostic::{Diagnostic, Message, Place, nearest};
use crate::say;
use crate::source::WRONG_VALUE;
use crate::source::yaml::Node;

impl MessagesFile<'_> {
    pub(super) fn unknown_key(&mut self, key: &str, range: Range<usize>, inner: Option<&str>) {
        let shown = key.strip_prefix("text.").unwrap_or(key);
        let message = say!("没有页面用到用语“{shown}”", "no page asks for the message `{shown}`");
        let help = self.meant(key, inner);
        self.say(Diagnostic::of(UNKNOWN_MESSAGE, Place::span(self.path, range), message).help(help));
        self.unknown.insert(shown.to_owned());
    }

    /// Returns the key that is meant: one of the same group, one that ends in the same way, or the keys that exist.
    fn meant(&self, key: &str, inner: Option<&str>) -> Message {
        let (group, name) = key.rsplit_once('.').unwrap_or_default();
        let parts: Vec<&str> = key.split('.').skip(1).chain(inner).collect();
        let is_longer = |known: &&str| parts.iter().all(|part| known.split('.').any(|step| step == *part));
        let all = || self.reference.messages.keys().map(String::as_str);
        let near = nearest(name, self.reference.in_group(group)).map(|near| format!("{group}.{near}"));
        let near = near.or_else(|| all().find(is_longer).map(str::to_owned));
        match near.or_else(|| nearest(key, all()).map(str::to_owned)) {
            Some(near) => {
                let shown = near.strip_prefix("text.").unwrap_or(&near);
                let steps =
                    shown.split('.').collect::<Vec<_>>().join(": {") + ": …" + &"}".repeat(shown.matches('.').count());
                say!("是不是“{shown}”？写成 {steps}", "did you mean `{shown}`? Write {steps}")
            }
            None => {
                let known = self.reference.in_group(group).collect::<Vec<_>>().join(", ");
                let shown = key.strip_prefix("text.").unwrap_or(key);
                say!(
                    "请删去，或在模板里用 {{{{ t.{shown} }}}} 引用它；这一组有：{known}",
                    "remove it, or name it in a template: {{{{ t.{shown} }}}}; the keys of this group: {known}"
                )
            }
        }
    }

    pub(super) fn unfilled(&mut self, node: &Node, name: &str, known: &MessageParts) {
        let range = node.range();
        let at = self.text[range.clone()].find(&format!("{{{name}}}"));
        let range = at.map_or(range.clone(), |at| range.start + at..range.start + at + name.len() + 2);
        let list = known.placeholders.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>();
        let (zh, en) = (list.join("、"), list.join(", "));
        let help = match nearest(name, known.placeholders.iter().map(String::as_str)) {
            Some(near) => say!("是不是 {{{near}}}？", "did you mean {{{near}}}?"),
            None if list.is_empty() => {
                say!("这一条没有可填的内容，请去掉花括号", "nothing is filled in here: remove the brackets")
            }
            None => say!("这一条里可用：{zh}", "this message may hold {en}"),
        };
        let message = say!(
            "“{{{name}}}”没有内容可填，会原样公布",
            "nothing fills `{{{name}}}`: it would be published as it stands"
        );
        self.say(Diagnostic::of(MESSAGE_PLACEHOLDER, Place::span(self.path, range), message).help(help));
    }

    pub(super) fn lost_figure(&mut self, node: &Node, name: &str) {
        let message =
            say!("这一条少了 {{{name}}}，数字或日期会丢失", "{{{name}}} is missing: a figure or date would be lost");
        let help = say!("请在文字里写上 {{{name}}}", "write {{{name}}} where it belongs in the text");
        self.say(Diagnostic::of(MESSAGE_PLACEHOLDER, Place::span(self.path, node.range()), message).help(help));
    }

    pub(super) fn no_text(&mut self, key: &str, node: &Node) {
        let name = key.rsplit('.').next().unwrap_or(key);
        let message = say!("{name}：这里要写一段文字", "{name}: a text is expected here");
        let written = self.text[node.range()].trim();
        let help = match written {
            "" | "~" | "null" => say!("请写上文字，或删去这个键", "write a text, or remove the key"),
            _ => say!("请加引号：\"{written}\"", "put it in quotes: \"{written}\""),
        };
        self.say(Diagnostic::of(WRONG_VALUE, Place::span(self.path, node.range()), message).help(help));
    }

    pub(super) fn not_a_group(&mut self, key: &str, node: &Node) {
        self.unknown.insert(key.strip_prefix("text.").unwrap_or(key).to_owned());
        let known = self.reference.in_group(key).collect::<Vec<_>>().join(", ");
        let name = key.rsplit('.').next().unwrap_or(key);
        let message = say!("{name} 是一组用语，不是一段文字", "{name} is a group of messages, not a text");
        let help = say!(
            "请写成 {name}: {{键: 文字}}；这一组的键有：{known}",
            "write {name}: {{key: text}}; the keys of the group: {known}"
        );
        self.say(Diagnostic::of(WRONG_VALUE, Place::span(self.path, node.range()), message).help(help));
    }

    pub(super) fn not_a_message(&mut self, key: &str, node: &Node) {
        self.unknown.insert(key.strip_prefix("text.").unwrap_or(key).to_owned());
        let name = key.rsplit('.').next().unwrap_or(key);
        let message = say!("{name} 是一段文字，不是一组用语", "{name} is a text, not a group of messages");
        let help = say!(
            "请写成 {name}: 文字；分单复数时写 {name}: {{one: …, other: …}}",
            "write {name}: text, or with plurals {name}: {{one: …, other: …}}"
        );
        self.say(Diagnostic::of(WRONG_VALUE, Place::span(self.path, node.range()), message).help(help));
    }

    fn say(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }
}
