//! A file read into nodes: slips that have one plain cure are put right, so that one run names them all.

use granit_parser::Parser;

use super::super::{account, syntax};
use super::Node;
use super::builder::Builder;
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::source::YAML_SYNTAX;
use crate::value::RelPath;

/// Slips that are put right, at most, to look for more of them.
const MAX_SLIPS: usize = 32;

/// What was read of a file, and what is wrong with it as YAML.
pub(in crate::source::yaml) struct Parsed {
    /// The whole file, if it could be read to its end.
    pub(in crate::source::yaml) root: Option<Node>,
    /// What a record must not have.
    pub(in crate::source::yaml) found: Vec<Diagnostic>,
    /// Whether everything that was found has been put right in `root`, so that reading may go on.
    pub(in crate::source::yaml) is_repaired: bool,
}

/// Reads a file into nodes. A slip that has one plain cure is reported and put right, and reading begins again: one run
/// names them all.
pub(in crate::source::yaml) fn parse(path: &RelPath, text: &str) -> Parsed {
    let mut repaired = std::borrow::Cow::Borrowed(text);
    let mut slips = Vec::new();
    loop {
        let (builder, failed) = read(path, &repaired);
        let Some(error) = failed else { return finish(builder, slips) };
        let slip = syntax::slip(path, &repaired, &error);
        slips.push(slip.diagnostic);
        match slip.cure.filter(|_| slips.len() < MAX_SLIPS) {
            Some((range, cure)) => repaired.to_mut().replace_range(range, &cure),
            None => {
                slips.extend(builder.found);
                return Parsed { root: None, found: slips, is_repaired: false };
            }
        }
    }
}

/// Reads a file as far as it goes.
fn read<'a>(path: &'a RelPath, text: &'a str) -> (Builder<'a>, Option<granit_parser::ScanError>) {
    let mut options = granit_parser::options! { emit_anchor_events: true };
    options.set_emit_comments(false);
    let mut builder = Builder::new(path, text);
    for step in Parser::new_from_str_with_options(text, options) {
        match step {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => return (builder, Some(error)),
        }
    }
    (builder, None)
}

fn finish(builder: Builder<'_>, mut found: Vec<Diagnostic>) -> Parsed {
    let is_repaired = builder.found.is_empty();
    found.extend(builder.found);
    if is_repaired {
        found.extend(account::unaccounted(builder.path, builder.text, &builder.stated));
    }
    if builder.root.is_none() && found.is_empty() {
        found.push(empty(builder.path));
    }
    Parsed { root: builder.root, found, is_repaired }
}

fn empty(path: &RelPath) -> Diagnostic {
    Diagnostic::of(YAML_SYNTAX, Place::File(path.clone()), say!("文件是空的", "the file is empty"))
        .help(say!("请写入内容，或删去这个文件", "write the record, or remove the file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Vec<(String, String)> {
        let at = |d: &Diagnostic| {
            let range = d.place.as_ref().and_then(Place::range).unwrap_or(0..0);
            let line = text[..range.start].matches('\n').count() + 1;
            let column = text[..range.start].rsplit('\n').next().unwrap_or("").chars().count() + 1;
            (d.rule.to_owned(), format!("{line}:{column}"))
        };
        parse(&RelPath::of("x.yaml"), text).found.iter().map(at).collect()
    }

    #[test]
    fn what_a_record_must_not_have() {
        for (text, rule, at) in [
            ("a: 1\nb: 2\na: 3\n", "duplicate-key", "3:1"),
            ("a: &x 1\n", "yaml-feature", "1:4"),
            ("a: !y 1\n", "yaml-feature", "1:7"),
            ("a: 1\n---\nb: 2\n", "yaml-feature", "2:1"),
            ("a: \"南平\nb: 2\n", "yaml-syntax", "1:4"),
            ("a: 'x\n", "yaml-syntax", "1:4"),
            ("a:\n\tb: 2\n", "yaml-syntax", "2:2"),
            ("", "yaml-syntax", "1:1"),
            ("a: [1, 2\n", "yaml-syntax", "1:4"),
        ] {
            let found = check(text);
            assert_eq!(found.first().map(|(r, p)| (r.as_str(), p.as_str())), Some((rule, at)), "{text:?} {found:?}");
        }
        let deep = "[".repeat(40) + &"]".repeat(40);
        assert_eq!(check(&deep).len(), 1);
    }

    #[test]
    fn a_key_that_is_given_twice_is_found_however_long_the_mapping_is() {
        for long in [2, 200] {
            let text = (0..long).map(|n| format!("k{n}: 1\n")).collect::<String>() + "k1: 2\nk0: 3\n";
            let found = parse(&RelPath::of("x.yaml"), &text).found;
            let first = found.iter().filter_map(|d| d.related.as_ref()?.0.range()).map(|range| range.start);
            assert_eq!(first.collect::<Vec<_>>(), [6, 0], "{long}");
        }
    }

    #[test]
    fn a_null_is_nothing_and_a_quoted_null_is_text() {
        let root = parse(&RelPath::of("x.yaml"), "a:\nb: ~\nc: 'null'\n").root.expect("parses");
        let nulls: Vec<_> = ["a", "b", "c"].iter().map(|k| root.child(k).is_some_and(|(_, n)| n.is_null())).collect();
        assert_eq!(nulls, [true, true, false]);
    }
}
