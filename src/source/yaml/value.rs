//! What a file says, apart from how it is written: the value that an edit wants.

use super::node::{NOTHING, Node, NodeKind};

/// A value: what a file, or a part of it, says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, a truth value or nothing, as it is written.
    Plain(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys with their values, in order.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// Returns what a node says.
    pub fn of(node: &Node) -> Value {
        match &node.kind {
            NodeKind::Scalar { text, plain: true } => Value::word(text),
            NodeKind::Scalar { text, .. } => Value::Text(text.clone()),
            NodeKind::Sequence(items) => Value::List(items.iter().map(Value::of).collect()),
            NodeKind::Mapping(entries) => {
                Value::Map(entries.iter().map(|(key, node)| (key.text.clone(), Value::of(node))).collect())
            }
        }
    }

    /// Returns a text.
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// Returns a word as it is written: text where YAML reads it as text.
    pub fn word(word: &str) -> Value {
        match word {
            word if NOTHING.contains(&word) => Value::Plain("null".to_owned()),
            word if is_text(word) => Value::text(word),
            word => Value::Plain(word.to_owned()),
        }
    }

    /// Returns what is said at a path of keys and positions.
    pub fn get(&self, path: &[&str]) -> Option<&Value> {
        let [step, rest @ ..] = path else { return Some(self) };
        let child = match self {
            Value::Map(entries) => entries.iter().find(|(key, _)| key == step).map(|(_, value)| value),
            Value::List(items) => step.parse().ok().and_then(|at: usize| items.get(at)),
            _ => None,
        };
        child?.get(rest)
    }

    /// Returns the text or the word at a path.
    pub fn str(&self, path: &[&str]) -> Option<&str> {
        match self.get(path)? {
            Value::Text(text) | Value::Plain(text) => Some(text),
            _ => None,
        }
    }

    /// Says something at a path: what stood there is replaced, maps on the way are made, and the position after the
    /// last item of a list adds one. A new key of the outermost map stands where `order` has it, others come last.
    pub fn set(&mut self, path: &[&str], value: Value, order: &[&str]) {
        let [step, rest @ ..] = path else {
            *self = value;
            return;
        };
        if let Value::List(items) = self {
            match step.parse::<usize>().ok().and_then(|at| items.get_mut(at)) {
                Some(item) => item.set(rest, value, &[]),
                None => {
                    items.push(Value::Map(Vec::new()));
                    items.iter_mut().next_back().into_iter().for_each(|item| item.set(rest, value.clone(), &[]));
                }
            }
            return;
        }
        if !matches!(self, Value::Map(_)) {
            *self = Value::Map(Vec::new());
        }
        let Value::Map(entries) = self else { return };
        let at = entries.iter().position(|(key, _)| key == step).unwrap_or_else(|| {
            let at = place(entries, step, order);
            entries.insert(at, ((*step).to_owned(), Value::Map(Vec::new())));
            at
        });
        entries[at].1.set(rest, value, &[]);
    }

    /// Takes away what is said at a path, and what is empty then on the way to it.
    pub fn remove(&mut self, path: &[&str]) {
        let [step, rest @ ..] = path else { return };
        match self {
            Value::Map(entries) => {
                let Some(at) = entries.iter().position(|(key, _)| key == step) else { return };
                entries[at].1.remove(rest);
                if rest.is_empty() || entries[at].1.is_empty() {
                    entries.remove(at);
                }
            }
            Value::List(items) => {
                let Some(at) = step.parse::<usize>().ok().filter(|at| *at < items.len()) else { return };
                items[at].remove(rest);
                if rest.is_empty() || items[at].is_empty() {
                    items.remove(at);
                }
            }
            _ => {}
        }
    }

    /// Returns whether it is a list or a map of nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
            _ => false,
        }
    }
}

/// Returns where a new key belongs: after the last of those that come before it.
fn place(entries: &[(String, Value)], key: &str, order: &[&str]) -> usize {
    let rank = |key: &str| order.iter().position(|known| *known == key);
    let Some(own) = rank(key) else { return entries.len() };
    entries.iter().rposition(|(other, _)| rank(other).is_some_and(|rank| rank < own)).map_or(0, |at| at + 1)
}

/// Returns whether a scalar without quotes is read as text, by the core schema of YAML 1.2.
pub(super) fn is_text(text: &str) -> bool {
    let is_word = NOTHING.contains(&text) || ["true", "True", "TRUE", "false", "False", "FALSE"].contains(&text);
    let is_number = text.contains(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok();
    !is_word && !is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_changed_at_a_path_and_new_keys_stand_in_their_order() {
        let mut value = Value::Map(vec![("number".into(), Value::word("1")), ("status".into(), Value::word("done"))]);
        value.set(&["title", "zh"], Value::text("甲"), &["number", "title", "status"]);
        value.set(&["history"], Value::List(Vec::new()), &[]);
        value.set(&["history", "0", "on"], Value::word("2021-06-01"), &[]);
        value.set(&["number"], Value::word("2"), &[]);
        let Value::Map(entries) = &value else { panic!("a map") };
        let keys: Vec<_> = entries.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["number", "title", "status", "history"]);
        assert_eq!((value.str(&["history", "0", "on"]), value.str(&["number"])), (Some("2021-06-01"), Some("2")));
        value.remove(&["title", "zh"]);
        value.remove(&["history", "0", "on"]);
        assert_eq!((value.get(&["title"]), value.get(&["history"])), (None, None));
    }
}
