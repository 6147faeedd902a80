//! Files in every style, changed at random.

use std::ops::Range;

use proptest::prelude::*;

use super::blocks::folded;
use super::*;

fn file() -> RelPath {
    RelPath::of("x.yaml")
}

/// A file after some changes: `path = YAML`, or `path` alone for what goes.
fn changed(text: &str, changes: &[&str]) -> Result<String, Message> {
    let mut wanted = value(&file(), text).expect("YAML");
    for change in changes {
        let (path, new) = change.split_once(" = ").map_or((*change, None), |(path, new)| (path, Some(new)));
        let path: Vec<&str> = path.split('/').collect();
        match new {
            Some(new) => wanted.set(&path, value(&file(), new).expect("YAML"), &["a", "b", "c", "d"]),
            None => wanted.remove(&path),
        }
    }
    rewritten(&file(), text, &wanted)
}

#[test]
fn only_what_differs_is_replaced() {
    for (text, changes, expected) in [
        ("a: 1 # one\nb: 2\n", &["a = 3"][..], "a: 3 # one\nb: 2\n"),
        ("a: 'x' # one\nb: \"y\"\n", &["a = it's", "b = 'z\"'"], "a: 'it''s' # one\nb: \"z\\\"\"\n"),
        ("a: x\n", &["a = '12'"], "a: \"12\"\n"),
        ("a: x\n", &["a = 'a: b'"], "a: \"a: b\"\n"),
        ("a: x\r\nc: y\r\n", &["b = z"], "a: x\r\nb: z\r\nc: y\r\n"),
        ("c: y", &["b = z", "d = w"], "b: z\nc: y\nd: w"),
        (
            "# head\na:\n  zh: 甲 # 注\n  en: A\n# tail\n",
            &["a/zh = 乙"],
            "# head\na:\n  zh: 乙 # 注\n  en: A\n# tail\n",
        ),
        ("a: # why\n  - x\n  - y # z\nb: 1\n", &["a = done"], "a: done # why\nb: 1\n"),
        ("a: done # why\nb: 1\n", &["a = [{zh: 甲}, {zh: 乙}]"], "a: # why\n  - zh: 甲\n  - zh: 乙\nb: 1\n"),
        ("a:\nb: 1\n", &["a = x"], "a: x\nb: 1\n"),
        ("a: # why\nb: 1\n", &["a = x"], "a: x # why\nb: 1\n"),
        ("a: [x, y, z]\n", &["a = [x, z]"], "a: [x, z]\n"),
        ("a: [x, y, z]\n", &["a = [x]"], "a: [x]\n"),
        ("a: [x]\n", &["a = [w, x, z]"], "a: [w, x, z]\n"),
        ("a: [x]\n", &["a = []"], "a: []\n"),
        ("a: {zh: 甲, en: A}\n", &["a/zh = '乙,丙'"], "a: {zh: \"乙,丙\", en: A}\n"),
        ("a: {zh: 甲, en: A}\n", &["a/fr = B"], "a: {zh: 甲, en: A, fr: B}\n"),
        ("a: {zh: 甲, en: A}\n", &["a/en"], "a: {zh: 甲}\n"),
        ("a: {zh: 甲, en: A}\n", &["a/zh"], "a: {en: A}\n"),
        ("a:\n- x: 1\n  y: 2\n- x: 3\n", &["a/0/x"], "a:\n- y: 2\n- x: 3\n"),
        (
            "a:\n- x: 1\n  y: 2\n- x: 3 # c\nb: 1\n",
            &["a/2 = {x: 4, z: 5}"],
            "a:\n- x: 1\n  y: 2\n- x: 3 # c\n- x: 4\n  z: 5\nb: 1\n",
        ),
        ("a:\n  - x\n  # about y\n  - y\n", &["a/0"], "a:\n  # about y\n  - y\n"),
        ("a: |\n  甲\n  乙\nb: 1\n", &["a = \"丙\\n丁\\n\""], "a: |\n  丙\n  丁\nb: 1\n"),
        ("a: |- # why\n   甲\nb: 1\n", &["a = 丙"], "a: |- # why\n   丙\nb: 1\n"),
        ("a: >-\n  甲\n  乙\n", &["a = \"丙\\n丁\""], "a: >-\n  丙\n\n  丁\n"),
        ("a: x # why\n", &["a = \"甲\\n乙\""], "a: |- # why\n  甲\n  乙\n"),
        ("a:\n- []\nb: 1\n", &["a = [v, w]"], "a:\n- v\n- w\nb: 1\n"),
        ("- {x: 1}\n", &["1 = {x: 2}"], "- {x: 1}\n- x: 2\n"),
        ("- x: 1\n", &["0/z = {zh: 甲}"], "- x: 1\n  z:\n    zh: 甲\n"),
        ("a: 1\nb: 2 # two\n# end", &["b"], "a: 1\n# end"),
        ("x: 1\n", &["x = {z: 1}"], "x:\n  z: 1\n"),
        ("x:\n  y: 1\n  z: 2\n", &["x/w = [a, b]"], "x:\n  y: 1\n  z: 2\n  w: [a, b]\n"),
        ("a:\n  - x # why\n", &["a/0 = \"甲\\n乙\""], "a:\n  - |- # why\n    甲\n    乙\n"),
    ] {
        let found = changed(text, changes);
        assert_eq!(found.as_deref().map_err(|message| &*message.en), Ok(expected), "{text:?} {changes:?}");
    }
}

#[test]
fn what_cannot_be_read_or_written_back_is_refused() {
    for text in ["a: &x 1\n", "a: 1\na: 2\n", "a: [1\n", "a: !t x\n", "? a\n: 1\n"] {
        assert!(rewritten(&file(), text, &Value::Map(Vec::new())).is_err(), "{text:?}");
    }
    assert!(changed("a: {x: 1,\n  # why\n  y: 2}\n", &["a/x"]).is_err(), "a comment would go");
}

/// Texts that are awkward to write.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,4}",
        "[甲乙丙，。“”：]{1,4}",
        "[a甲'\":#,\\[\\]{}& *!|>%@`?=\\\\ \n-]{0,6}",
        Just("12".to_owned()),
        Just("null".to_owned()),
        Just("=1+1".to_owned()),
        Just("甲\n\n- 乙\n  - 丙\n".to_owned()),
        Just("2021-06".to_owned()),
        "\\PC{0,4}",
    ]
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![text().prop_map(Value::Text), "[0-9]{1,3}".prop_map(Value::Plain)];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            proptest::collection::btree_map("[a-h]", inner, 0..4).prop_map(|map| Value::Map(map.into_iter().collect())),
        ]
    })
}

fn record() -> impl Strategy<Value = Value> {
    proptest::collection::btree_map("[a-h]", any_value(), 1..5).prop_map(|map| Value::Map(map.into_iter().collect()))
}

/// Writes a value as people do: here in lines, there in brackets, in quotes of both kinds, with comments and blank
/// lines.
struct Author {
    dice: Vec<u8>,
    rolled: usize,
    list_indent: usize,
}

impl Author {
    fn roll(&mut self, sides: u8) -> u8 {
        self.rolled += 1;
        self.dice[self.rolled % self.dice.len()].wrapping_add(u8::try_from(self.rolled % 7).unwrap_or(0)) % sides
    }

    fn comment(&mut self, column: usize) -> String {
        match self.roll(5) {
            0 => format!("{}# note {}\n", " ".repeat(column), self.rolled),
            1 => "\n".to_owned(),
            _ => String::new(),
        }
    }

    fn scalar(&mut self, value: &Value, is_flow: bool) -> String {
        let quote = ["", "\"x\"", "'x'"][usize::from(self.roll(3))];
        write::scalar(value, quote, is_flow)
    }

    fn flow(&mut self, value: &Value) -> String {
        match value {
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.flow(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(entries) => {
                let entries: Vec<String> =
                    entries.iter().map(|(key, value)| format!("{key}: {}", self.flow(value))).collect();
                format!("{{{}}}", entries.join(", "))
            }
            value => self.scalar(value, true),
        }
    }

    fn entry(&mut self, prefix: &str, value: &Value, column: usize) -> String {
        let indent = " ".repeat(column);
        let before = self.comment(column);
        let trailing = if self.roll(4) == 0 { " # trailing" } else { "" };
        let style = YamlStyle { ending: "\n", list_indent: self.list_indent };
        match value {
            Value::Map(entries) if !entries.is_empty() && self.roll(3) > 0 => {
                let lines: String =
                    entries.iter().map(|(key, value)| self.entry(&format!("{key}:"), value, column + 2)).collect();
                match prefix == "-" {
                    true if !lines.trim_start_matches(' ').starts_with(['#', '\n']) => {
                        format!("{before}{indent}- {}", lines.trim_start_matches(' '))
                    }
                    true => format!("{before}{indent}- {}\n", self.flow(value)),
                    false => format!("{before}{indent}{prefix}{trailing}\n{lines}"),
                }
            }
            Value::List(items) if !items.is_empty() && prefix != "-" && self.roll(3) > 0 => {
                let column = column + self.list_indent;
                let lines: String = items.iter().map(|item| self.entry("-", item, column)).collect();
                format!("{before}{indent}{prefix}{trailing}\n{lines}")
            }
            Value::Text(text) if write::fits_block(text) && self.roll(3) == 0 => {
                let is_folded = self.roll(2) == 0 && !text.contains("\n ");
                let (mark, lines) = if is_folded { ('>', folded(text)) } else { ('|', text.clone()) };
                format!(
                    "{before}{indent}{prefix} {}{trailing}\n{}",
                    write::header(mark, text),
                    style.literal(&lines, column + 2)
                )
            }
            Value::List(_) | Value::Map(_) => format!("{before}{indent}{prefix} {}{trailing}\n", self.flow(value)),
            value => format!("{before}{indent}{prefix} {}{trailing}\n", self.scalar(value, false)),
        }
    }

    fn record(&mut self, value: &Value) -> String {
        let Value::Map(entries) = value else { return String::new() };
        entries.iter().map(|(key, value)| self.entry(&format!("{key}:"), value, 0)).collect()
    }
}

/// Lines of `part` that `whole` does not have, each counted as often as it stands.
fn missing<'a>(part: &'a str, whole: &str) -> Vec<&'a str> {
    let mut left: Vec<&str> = whole.lines().collect();
    let is_missing = |line: &&str| match left.iter().position(|other| other == line) {
        Some(at) => {
            left.remove(at);
            false
        }
        None => true,
    };
    part.lines().filter(is_missing).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands there and whatever is wanted: the result says it, or it is refused; and it is refused seldom.
    #[test]
    fn a_file_says_what_is_wanted(
        before in record(), key in "[a-h]", new in any_value(), dice in proptest::collection::vec(any::<u8>(), 8..40), is_dos: bool,
    ) {
        let mut author = Author { dice, rolled: 0, list_indent: 2 };
        author.list_indent = usize::from(author.roll(2)) * 2;
        let mut text = author.record(&before);
        if is_dos {
            text = text.replace('\n', "\r\n");
        }
        let Some(read) = value(&file(), &text) else { return Ok(()) };
        prop_assert_eq!(&read, &before, "the author writes what is meant: {}", text);
        prop_assert_eq!(rewritten(&file(), &text, &read).ok(), Some(text.clone()), "nothing to change, nothing changed");
        let mut wanted = read.clone();
        wanted.set(&[&key], new, &["a", "b", "c", "d", "e", "f", "g", "h"]);
        let changed = rewritten(&file(), &text, &wanted);
        prop_assert!(changed.is_ok(), "refused: {:?}\n{}\n{:?}", changed, text, wanted);
        let changed = changed.unwrap_or_default();
        prop_assert_eq!(value(&file(), &changed), Some(wanted));
        prop_assert_eq!(is_dos && changed.contains('\n'), changed.contains("\r\n"));
        // What belongs to other keys is there line by line.
        let own = own_lines(&text, &key);
        let rest: String = text.lines().enumerate().filter(|(at, _)| !own.contains(at)).map(|(_, line)| format!("{line}\n")).collect();
        prop_assert_eq!(missing(&rest, &changed), Vec::<&str>::new(), "{}\n=>\n{}", text, changed);
    }
}

/// The blank lines behind a block that keeps them are part of it: what is added stands behind them.
#[test]
fn what_is_added_stands_behind_the_blank_lines_of_a_block() {
    for text in ["a:\n  - x\n  - |+\n    a\n\n", "a: |+\n  a\n\n\n", "a: |+\n  a\n", "a:\n  b: >+\n    a\n\n"] {
        let mut wanted = value(&file(), text).expect("a value");
        wanted.set(&["b"], Value::Text("c".to_owned()), &["a", "b"]);
        assert_eq!(rewritten(&file(), text, &wanted).ok(), Some(format!("{text}b: c\n")), "{text}");
    }
}

/// The numbers of the lines of an outermost key.
fn own_lines(text: &str, key: &str) -> Range<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let Some(first) = lines.iter().position(|line| line.starts_with(&format!("{key}:"))) else { return 0..0 };
    let is_next = |line: &&&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    first..first + 1 + lines[first + 1..].iter().take_while(|line| !is_next(line)).count()
}
