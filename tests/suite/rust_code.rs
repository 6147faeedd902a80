//! Rust source as tokens, for laws about it: words, numbers, punctuation and lines, without comments and the content of literals.

use std::path::{Path, PathBuf};

/// A word, a number, `::` or one character of punctuation, and its line, counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Token<'a> {
    pub text: &'a str,
    pub line: usize,
}

/// The `.rs` files under a folder, in order, with what is in them.
pub fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path if path.extension().is_some_and(|ending| ending == "rs") => {
                    let text = std::fs::read_to_string(&path).expect("text");
                    found.push((path, text));
                }
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// Whether a file holds tests only: `tests.rs`, or in a folder `tests`.
pub fn is_tests(path: &Path) -> bool {
    path.iter().any(|part| part == "tests" || part == "tests.rs")
}

/// A source without its module of tests, which is the last thing in a file.
pub fn without_tests(source: &str) -> &str {
    source.split_once("\n#[cfg(test)]\nmod tests {").map_or(source, |(code, _)| code)
}

/// The tokens of a source. A literal is one token, `"`.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut at, mut line) = (Vec::new(), 0, 1);
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        let (length, is_token) = length(rest, c);
        if is_token {
            let is_literal =
                c == '"' || c == '\'' && is_character(rest) || rest.starts_with("r\"") || rest.starts_with("r#\"");
            tokens.push(Token { text: if is_literal { "\"" } else { &rest[..length] }, line });
        }
        line += rest[..length].matches('\n').count();
        at += length;
    }
    tokens
}

/// The length of what a source begins with, and whether it is a token.
fn length(rest: &str, first: char) -> (usize, bool) {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), false);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(rest.len(), |end| end + 2), false);
    }
    if let Some(hashes) = raw_string(rest) {
        let end = format!("\"{}", "#".repeat(hashes));
        let begins = hashes + 2;
        return (rest[begins..].find(&end).map_or(rest.len(), |at| begins + at + end.len()), true);
    }
    match first {
        '"' => (literal(rest, '"'), true),
        '\'' if is_character(rest) => (literal(rest, '\''), true),
        '\'' => (1 + rest[1..].find(|c| !is_word(c)).unwrap_or(rest.len() - 1), true),
        ':' if rest.starts_with("::") => (2, true),
        _ if word > 0 => (word, true),
        _ => (first.len_utf8(), !first.is_whitespace()),
    }
}

/// The number of hashes of the raw string that a source begins with.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.bytes().take_while(|b| *b == b'#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// Whether an apostrophe begins a character and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut after = rest[1..].chars();
    match after.next() {
        Some('\\') => true,
        Some(_) => after.next() == Some('\''),
        None => false,
    }
}

/// The length of a literal up to the quote that ends it.
fn literal(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[test]
fn comments_and_literals_are_no_code() {
    let source = "a::b // {\n/* } */ \"{\\\"\" r#\"\"}\"# '{' 'a: '\\'' fn";
    let texts: Vec<&str> = tokens(source).iter().map(|token| token.text).collect();
    assert_eq!(texts, ["a", "::", "b", "\"", "\"", "\"", "'a", ":", "\"", "fn"]);
    assert_eq!(tokens(source).last().expect("a token").line, 2);
}
