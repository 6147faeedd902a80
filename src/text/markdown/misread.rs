//! What an author meant as Markdown and the parser read as words, so that it would be published as typed.

use std::ops::Range;

use super::character::is_cjk;
use super::pasted::{self, Pasted};
use super::run::Run;
use super::{Problem, mask, quoted, stray};
use crate::diagnostic::Message;
use crate::say;
use crate::text::markdown::MISREAD_MARKUP;

/// Reports the marks that are left in a run of text.
pub(super) fn leftover(source: &str, run: &Run<'_>, pasted: &mut Pasted, found: &mut Vec<Problem>) {
    asterisks(run, found);
    links(run, found);
    references(run, found);
    dialects(run, found);
    stray::marks(source, run, found);
    found.extend(tabs(source, run, pasted));
    found.extend(line_start(source, run, pasted));
}

/// Text that is set as code because it is indented by four spaces: Chinese is no code.
pub(super) fn indented(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let first = text.lines().next().unwrap_or_default();
    let message = say!("行首的四个空格使这段文字成了代码", "the four spaces before this text make it code");
    let help =
        say!("请删去行首的空格；段首缩进由外观决定", "remove them; how paragraphs are indented is up to the theme");
    text.contains(is_cjk).then(|| problem(at.start..at.start + first.len(), message, help))
}

/// The finding for a definition that no link uses: such a line is not shown at all, and a note is easily written like one.
pub(super) fn swallowed(source: &str, range: Range<usize>) -> Problem {
    let shown = quoted(source.get(range.clone()).unwrap_or_default());
    problem(
        range,
        say!("“{shown}”成了链接的定义，不会显示", "`{shown}` is read as the address of a link and would not be shown"),
        say!(
            "如果是说明文字，请用全角冒号“：”；如果是脚注，请写 [^1]: …",
            "if it is a note, write \\[ for its first bracket; a footnote begins [^1]:"
        ),
    )
}

/// Two asterisks that make nothing bold. More of them, or one, are a mask or a sign, and so are those that hide a part of a word: 138****8000,
/// 5*3, 李**.
fn asterisks(run: &Run<'_>, found: &mut Vec<Problem>) {
    for (signs, sign) in [("**", '*'), ("＊＊", '＊'), ("__", '_')] {
        // Nobody who means bold letters writes the full-width mark on one side alone: ＊＊镇 is a mask.
        if sign == '＊' && run.text().match_indices(signs).nth(1).is_none() {
            continue;
        }
        let mut from = 0;
        while let Some(at) = run.find(signs, from) {
            let end = at + signs.len();
            let more = run.text()[end..].chars().take_while(|c| *c == sign).count();
            from = end + more * sign.len_utf8();
            let before = run.text()[..at].chars().next_back();
            if more == 0 && !mask::hides(before, run.text()[end..].chars().next()) {
                let message = say!(
                    "这里的“{signs}”没有起作用，会原样显示",
                    "this `{signs}` makes nothing bold and would be shown"
                );
                let help = say!(
                    "加粗要在文字两边写半角 **，内侧不留空格；隐去的字请写“某”或 \\*\\*",
                    "write ** on either side of the words, with no space inside; for a masked word write \\*\\*"
                );
                found.push(problem(run.place(at..end), message, help));
            }
        }
    }
}

/// Pairs of marks of other programs.
const DIALECTS: [(&str, &str); 7] =
    [("~~", "~~"), ("==", "=="), ("[[", "]]"), ("{%", "%}"), ("{#", "#}"), ("{#", "}"), ("{.", "}")];

/// Marks of other programs, which mean nothing here: ~~struck out~~, ==marked==, [[a page]], [TOC], `:::`, {#anchor}, {% tag %}.
fn dialects(run: &Run<'_>, found: &mut Vec<Problem>) {
    let text = run.text();
    let mut pairs: Vec<(usize, &str)> = Vec::new();
    for (opening, closing) in DIALECTS {
        let mut from = 0;
        while let Some(at) = run.find(opening, from) {
            let (inside, sign) = (at + opening.len(), opening.chars().next_back());
            let rest = window(text, inside);
            let length = rest.find(closing).filter(|end| {
                let words = &rest[..*end];
                let may_be_spaced = closing.len() > 1 && opening.starts_with('{');
                !words.contains('\n')
                    && !words.trim().is_empty()
                    && (may_be_spaced || words.trim() == words)
                    && !words.starts_with(|c| Some(c) == sign)
            });
            pairs.extend(length.filter(|_| !text[..at].ends_with(['~', '=', '{'])).map(|_| (at, opening)));
            from = length.map_or(inside, |length| inside + length + closing.len());
        }
    }
    let whole = text.trim();
    if whole.eq_ignore_ascii_case("[toc]") || whole.starts_with(":::") {
        pairs.push((text.len() - text.trim_start().len(), &whole[..if whole.starts_with(':') { 3 } else { 5 }]));
    }
    pairs.sort_unstable();
    pairs.dedup();
    found.extend(pairs.into_iter().map(|(at, mark)| {
        problem(
            run.place(at..at + mark.len()),
            say!(
                "“{mark}”是别的软件的记号，这里会原样显示",
                "`{mark}` is a mark of other programs and would be shown here"
            ),
            say!(
                "请删去它；加粗写成 **文字**，链接写成 [文字](地址)，标题写成“## 标题”",
                "delete it; bold text is written **words**, a link [words](address), a heading `## Heading`"
            ),
        )
    }));
}

/// How far behind a bracket its partner is sought, in bytes.
const REACH: usize = 1024;

/// The text from a place on, as far as it is looked at.
fn window(text: &str, from: usize) -> &str {
    let end = (from + REACH).min(text.len());
    let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    &text[from..end]
}

/// `[words][name]` where no line says what the name stands for.
fn references(run: &Run<'_>, found: &mut Vec<Problem>) {
    let mut from = 0;
    while let Some(at) = run.find("][", from) {
        from = at + 2;
        let begins = run.text()[..at].rfind(['[', ']']).is_some_and(|open| run.text()[open..].starts_with('['));
        let Some(name) = window(run.text(), from).split_once(']').map(|(name, _)| name) else { continue };
        if begins && !name.contains('[') {
            let shown = quoted(name);
            let message = say!(
                "这里不是链接：没有写明“{shown}”的地址",
                "this is not a link: nothing says what `{shown}` stands for"
            );
            let help =
                say!("请写 [文字](地址)；不是链接请写 \\[", "write [words](address), or \\[ if no link is meant");
            found.push(problem(run.place(at..at + 2), message, help));
        }
    }
}

/// A table that was pasted with tabs between its cells: they would be shown as blanks.
fn tabs(source: &str, run: &Run<'_>, pasted: &mut Pasted) -> Option<Problem> {
    let at = run.find("\t", 0).filter(|at| !run.text()[..*at].trim().is_empty())?;
    let message = say!(
        "这里有制表符，各列会连成一行文字",
        "there is a tab here: the columns would be shown as one line of words"
    );
    let help = say!(
        "粘贴的表格请写成 | 甲 | 乙 |，表头下面写一行 | --- | --- |",
        "write a pasted table as | A | B |, with a line | --- | --- | below its head"
    );
    let edits = pasted.report(source)?;
    Some(problem(run.place(at..at + 1), message, help).fixed_by(edits))
}

/// Brackets that look like a link and are none: full-width ones, a space between them, a space in the address.
fn links(run: &Run<'_>, found: &mut Vec<Problem>) {
    ["]", "】", "］"].into_iter().for_each(|bracket| links_behind(bracket, run, found));
}

fn links_behind(bracket: &str, run: &Run<'_>, found: &mut Vec<Problem>) {
    let mut from = 0;
    while let Some(at) = run.find(bracket, from) {
        from = at + bracket.len();
        let rest = window(run.text(), from);
        let Some(address) = rest.trim_start_matches(' ').strip_prefix(['(', '（']) else { continue };
        let Some(address) = address.find([')', '）']).map(|end| &address[..end]) else { continue };
        let is_link = match bracket {
            "]" => rest.starts_with('(') || address.contains(['/', '.']) && !address.contains(' '),
            _ => leads_somewhere(address),
        };
        if is_link {
            let shown = quoted(address);
            let message = say!(
                "这里不是链接，方括号和“{shown}”会原样显示",
                "this is not a link: the brackets and `{shown}` would be shown"
            );
            let help = say!(
                "请写 [文字](地址)：半角圆括号，紧跟方括号；地址里有空格的，写成 <地址>",
                "write [words](address) with nothing between the brackets; put an address with spaces between < and >"
            );
            found.push(problem(run.place(at..at + bracket.len()), message, help));
        }
    }
}

/// Whether words in brackets are an address, and no remark such as 60km/h: a path, or the name of a file.
fn leads_somewhere(address: &str) -> bool {
    const ENDINGS: [&str; 15] =
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "png", "jpg", "jpeg", "md", "html", "zip"];
    let starts = ["../", "./", "/", "files/", "http://", "https://", "www.", "mailto:", "tel:"];
    let ending = address.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    starts.iter().any(|start| address.starts_with(start)) || ending.is_some_and(|ending| ENDINGS.contains(&&*ending))
}

/// A heading, an item or a table that its line begins and does not become one.
fn line_start(source: &str, run: &Run<'_>, pasted: &mut Pasted) -> Option<Problem> {
    let start = run.place(0..1).start;
    let before = source.get(..start)?;
    let first = run.text().chars().next()?;
    let line = before.trim_end_matches([' ', '\t', '>']);
    let begins_line = line.is_empty() || line.ends_with('\n');
    let is_typed = source[start..].starts_with(first);
    if run.text() == "！" && begins_line && source[start..].starts_with("！[") {
        return Some(problem(
            start..start + first.len_utf8(),
            say!("全角的“！”不起作用，图片只成了链接", "the full-width `！` is no mark: the picture is only a link"),
            say!("请写半角的“!”，后面不留空格", "write a half-width `!` with no space behind it"),
        ));
    }
    if is_typed && !begins_line && line.ends_with(['-', '*', '+']) {
        return task(run);
    }
    let (length, message, help) = unread(run.text(), before.ends_with('\n'))
        .or_else(|| full_width(run.text()))
        .filter(|_| is_typed && begins_line)?;
    let edits = if matches!(first, '|' | '｜') { pasted.report(source)? } else { pasted::mark(source, start) };
    Some(problem(run.place(0..length), message, help).fixed_by(edits))
}

/// The box of a task, `- [ ] …`.
fn task(run: &Run<'_>) -> Option<Problem> {
    let text = run.text().trim_start();
    let start = run.text().len() - text.len();
    ["[ ]", "[x]", "[X]"].iter().any(|mark| text.starts_with(mark)).then(|| {
        problem(
            run.place(start..start + 3),
            say!("方框会原样显示", "the box would be shown as typed"),
            say!("请删去方框，用文字写明是否完成", "delete it and say in words whether it is done"),
        )
    })
}

/// A mark of Markdown in full width at the beginning of a line.
fn full_width(text: &str) -> Option<(usize, Message, Message)> {
    let first = text.chars().next()?;
    let half = match first {
        '｜' => '|',
        '－' if text[first.len_utf8()..].starts_with([' ', '\u{3000}']) => '-',
        '＞' => '>',
        '０'..='９' => {
            let digits = text.trim_start_matches(|c| ('０'..='９').contains(&c));
            let length = text.len() - digits.len();
            return digits.starts_with(". ").then(|| {
                (
                    length + 1,
                    say!(
                        "全角数字不能作列表的编号，会原样显示",
                        "full-width digits number no list and would be shown as typed"
                    ),
                    say!(
                        "请写半角的“1. ”，第一项前面空一行",
                        "write `1. ` with half-width digits, and an empty line before the first item"
                    ),
                )
            });
        }
        _ => return None,
    };
    Some((
        first.len_utf8(),
        say!("全角的“{first}”不起作用，会原样显示", "the full-width `{first}` is no mark and would be shown"),
        say!("请写半角的“{half}”", "write a half-width `{half}`"),
    ))
}

/// How long the mark is that a line begins with, and why it is none.
fn unread(text: &str, continues: bool) -> Option<(usize, Message, Message)> {
    let hashes = text.len() - text.trim_start_matches(['#', '＃']).len();
    let next = text[hashes..].chars().next();
    if hashes > 0 && next.is_some_and(|c| !c.is_ascii_digit() || hashes > 1) {
        let mark = &text[..hashes];
        return Some((
            hashes,
            say!("“{mark}”没有成为标题，会原样显示", "this `{mark}` makes no heading and would be shown"),
            say!(
                "标题写成“## 标题”：半角 #，后面空一格；不是标题请写 \\#",
                "write `## Heading` with a space; write \\# if no heading is meant"
            ),
        ));
    }
    if text.starts_with('|') {
        return Some((
            1,
            say!("这一行没有成为表格，竖线会原样显示", "this line is in no table: its bars would be shown"),
            say!(
                "表头下面要有一行 | --- | --- |，列数相同，表格前面空一行",
                "a table has a line | --- | --- | below its head, with as many columns, and an empty line before it"
            ),
        ));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = if continues && (1..=2).contains(&digits) { text[digits..].strip_prefix('.') } else { None };
    let rest = mark.or_else(|| text.strip_prefix('-'))?;
    let length = text.len() - rest.len();
    let mark = &text[..length];
    rest.starts_with(is_cjk).then(|| {
        (
            length,
            say!(
                "“{mark}”后面没有空格，这一行没有成为列表的一项",
                "there is no space after `{mark}`, so this line is no item of a list"
            ),
            say!(
                "请在“{mark}”后面空一格，第一项前面空一行",
                "put a space after `{mark}`, and an empty line before the first item"
            ),
        )
    })
}

fn problem(range: Range<usize>, message: Message, help: Message) -> Problem {
    Problem::new(MISREAD_MARKUP, range, message, help)
}
