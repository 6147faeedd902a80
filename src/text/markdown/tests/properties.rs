//! What holds for any text.

use proptest::prelude::*;

use super::*;

/// Elements that have no end tag.
const VOID: [&str; 3] = ["br", "hr", "img"];

/// Attributes that this room writes.
const ATTRIBUTES: [&str; 14] = [
    "alt",
    "aria-label",
    "class",
    "data-label",
    "href",
    "id",
    "loading",
    "rel",
    "role",
    "scope",
    "src",
    "start",
    "tabindex",
    "title",
];

/// Reads HTML back: its text, entities decoded, or what is wrong with it.
pub(super) fn read_back(html: &str) -> Result<String, String> {
    let (mut rest, mut open, mut text) = (html, Vec::new(), String::new());
    while let Some(at) = rest.find('<') {
        text.push_str(&decoded(&rest[..at])?);
        let tag = &rest[at + 1..];
        let end = tag_end(tag).ok_or_else(|| format!("unclosed tag: {tag}"))?;
        let (tag, after) = (&tag[..end], &tag[end + 1..]);
        match tag.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return Err(format!("closes nothing: {name}")),
            Some(_) => {}
            None => {
                let name = tag.split(' ').next().unwrap_or_default();
                attributes(&tag[name.len()..])?;
                if name == "a" && open.contains(&"a") {
                    return Err("a link within a link".into());
                }
                if !VOID.contains(&name) {
                    open.push(name);
                }
            }
        }
        rest = after;
    }
    text.push_str(&decoded(rest)?);
    if open.is_empty() { Ok(text) } else { Err(format!("left open: {open:?}")) }
}

/// Where a tag ends: at the first `>` outside quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quoted = false;
    tag.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == '>' && !quoted).then_some(at)
    })
}

fn attributes(mut rest: &str) -> Result<(), String> {
    while let Some(after) = rest.strip_prefix(' ') {
        let (name, value) = after.split_once("=\"").ok_or_else(|| format!("no attribute: {after}"))?;
        let (value, after) = value.split_once('"').ok_or_else(|| format!("unclosed value: {value}"))?;
        if !ATTRIBUTES.contains(&name) {
            return Err(format!("an attribute of somebody else: {name}"));
        }
        decoded(value)?;
        rest = after;
    }
    if rest.is_empty() { Ok(()) } else { Err(format!("after attributes: {rest}")) }
}

fn decoded(text: &str) -> Result<String, String> {
    if text.contains(['<', '>']) {
        return Err(format!("not escaped: {text}"));
    }
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let unescaped = plain.replace("&amp;", "");
    if unescaped.contains('&') { Err(format!("not escaped: {text}")) } else { Ok(plain.replace("&amp;", "&")) }
}

/// Texts made of what has a meaning to this room.
fn markdown() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "中",
        "文",
        "。",
        "（",
        "）",
        "“",
        "”",
        "a",
        "1",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "|",
        "|-|-|\n",
        "\\",
        "&",
        "&amp;",
        "&#x202E;",
        "{{ fines }}",
        "{{",
        "}}",
        "[^a]",
        "[^a]: ",
        "[x]: javascript:x\n",
        "[x]",
        "- ",
        "3. ",
        "# ",
        "> ",
        "    ",
        "\t",
        "---\n",
        "~",
        "~~",
        "$",
        "한",
        "\u{1BC9F}",
        "\u{1680}",
        "\r\n",
        "é",
        "\u{FE01}",
        "😀",
        "<https://a>",
        "(missing)",
        "\"",
    ]);
    prop::collection::vec(token, 0..60).prop_map(|tokens| tokens.concat())
}

fn holds(source: &str, lang: &str) -> Result<(), TestCaseError> {
    let rendered = rendered(source, lang);
    read_back(&rendered.html).map_err(|error| TestCaseError::fail(format!("{error}\n{}", rendered.html)))?;
    prop_assert!(!rendered.html.contains(flanking::RESERVED));
    prop_assert!(rendered.html.len() <= limit::bytes(source));
    for problem in &rendered.problems {
        prop_assert!(source.get(problem.range.clone()).is_some(), "{problem:?}");
    }
    prop_assert!(!rendered.plain.contains(flanking::RESERVED));
    prop_assert!(!rendered.plain.ends_with(char::is_whitespace));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markdown_becomes_well_formed_html(source in markdown()) {
        holds(&source, "zh")?;
        holds(&source, "en")?;
    }

    #[test]
    fn pieces_are_kept_as_they_were_read(source in markdown()) {
        let (pieces, _) = read::pieces(&source, &mut Vec::new());
        prop_assert_eq!(PackedPieces::of(&pieces).unpacked(), pieces);
    }

    #[test]
    fn any_text_becomes_well_formed_html(source in any::<String>()) {
        holds(&source, "zh")?;
    }

    /// Emphasis takes asterisks away and nothing else.
    #[test]
    fn words_are_preserved(source in "甲([中文a1。（）“”—,.]|\\*{1,3}|[中a]){0,40}") {
        let html = rendered(&source, "zh").html;
        let text = read_back(&html).map_err(TestCaseError::fail)?;
        let words = |text: &str| text.replace(['*', '\n', ' '], "");
        prop_assert_eq!(words(&text), words(&source));
    }

    /// What is typed in code is shown as typed.
    #[test]
    fn code_is_preserved(code in "[中。（*“a]{0,20}") {
        let html = rendered(&format!("甲`x{code}x`"), "zh").html;
        prop_assert_eq!(&*html, format!("<p>甲<code>x{code}x</code></p>\n"));
    }
}
