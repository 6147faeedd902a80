//! What CommonMark reads as structure although the author most likely meant it as text.

use std::ops::Range;

use super::joined::line_ending;
use super::{Problem, mask, quoted};
use crate::diagnostic::{Edit, Message};
use crate::say;
use crate::text::markdown::{ACCIDENTAL_EMPHASIS, MISREAD_MARKUP, ORDERED_LIST_START, UNMEANT_STRUCTURE};

/// The number that an item of a numbered list has, where readers see another: a list counts from its first number on, whatever is typed. A list
/// whose first number is not 1 is most likely a year or a section that begins a line.
pub(super) fn item_number(source: &str, expected: u64, is_first: bool, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let start = at.start + text.find(|c: char| c.is_ascii_digit())?;
    let digits: String = source.get(start..)?.chars().take_while(char::is_ascii_digit).collect();
    let typed = digits.parse().unwrap_or(u64::MAX);
    let problem = |message, help| {
        Problem::new(ORDERED_LIST_START, start..(start + digits.len() + 1).min(source.len()), message, help)
    };
    let sign = if source[start + digits.len()..].starts_with(')') { ')' } else { '.' };
    if is_first {
        return (typed != 1).then(|| {
            problem(
                say!("这里成了从 {typed} 开始编号的列表", "this is read as a list that is numbered from {typed}"),
                say!(
                    "如果不是列表，请加反斜杠写成 {digits}\\{sign}；如果是列表，请从 1 开始编号",
                    "if no list is meant, write {digits}\\{sign} with a backslash; if one is, number it from 1"
                ),
            )
        });
    }
    // A longer number would move the text of the item, and leave the lines below it behind.
    let number = expected.to_string();
    let keeps_lines = number.len() == digits.len() || text.trim_end().lines().count() == 1;
    let renumbered = keeps_lines.then(|| Edit::replace(start..start + digits.len(), number));
    (typed != expected).then(|| {
        problem(
            say!("这一项写的是 {digits}，页面上会显示为 {expected}", "this item is typed as {digits} and would be shown as {expected}"),
            say!(
                "列表逐项加一：请改为 {expected}{sign}；要显示 {digits}，请写成 {digits}\\{sign} 并另起一段",
                "items count up by one: write {expected}{sign}, or {digits}\\{sign} in a paragraph of its own to show {digits}"
            ),
        )
        .fixed_by(renumbered.into_iter().collect())
    })
}

/// A list that a typed sign or number began: a line `- 3%` below a sentence. The minus would be a bullet; so would the star of `* 注：`.
pub(super) fn accidental_list(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?.trim_start_matches([' ', '\t']);
    let start = at.end - text.len().min(at.len());
    let line = text.lines().next().unwrap_or_default();
    let content = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['-', '+', '*', '.', ')']);
    let content = content.trim_start();
    let figure = content.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，'));
    let above = source[..start].trim_end_matches([' ', '\t', '>']);
    let interrupts = above.ends_with('\n') && !above.trim_end_matches('\n').is_empty() && !above.ends_with("\n\n");
    let above = above.trim_end();
    let continues = interrupts && !above.ends_with(['：', ':', '；', ';', '。', '|']) && !above.ends_with("-->");
    let is_single = text.trim_end().lines().take(2).count() == 1;
    let is_measure = figure.starts_with(['%', '％', '‰', '℃', '°']);
    let begins_with_figure = content.starts_with(|c: char| c.is_ascii_digit());
    let mark = &line[..line.len() - content.len()];
    let is_note = mark.starts_with('*')
        && ["注：", "注:", "备注", "说明：", "说明:"].iter().any(|note| content.starts_with(note));
    let is_sign = continues || is_single && is_measure || mark.starts_with('+');
    (is_note || begins_with_figure && is_sign).then(|| {
        let mark = mark.trim();
        unmeant(
            start..start + mark.len(),
            say!("行首的“{mark}”成了列表的记号，不会显示", "the `{mark}` that begins this line makes it an item of a list and is not shown"),
            say!(
                "如果是负号、加号或数字，请与上一行写在一起，或写成 \\{mark}；如果是列表，请在前面空一行",
                "if it is a sign or a number, write it on the line above, or \\{mark}; if a list is meant, leave an empty line before it"
            ),
        )
    })
}

/// A quotation that a typed sign began: a line `> 95%` below a sentence. The sign would not be shown.
pub(super) fn accidental_quotation(source: &str, at: &Range<usize>) -> Option<Problem> {
    let above = source.get(..at.start)?.trim_end_matches([' ', '\t']);
    // Of quotations within each other the outermost is looked at.
    let content = source.get(at.clone()).filter(|_| !above.ends_with('>'))?.trim_start_matches(['>', ' ']);
    let figure = content.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，'));
    let continues =
        above.ends_with('\n') && !above.ends_with("\n\n") && !above.trim_end().ends_with(['：', ':', '。', '；']);
    let is_measure = figure.starts_with(['%', '％', '‰', '℃', '°', '万', '亿', '元']);
    let is_figure = figure.len() < content.len() && !figure.starts_with(['、', '年', '月', '．', ' ']);
    (is_figure && (is_measure || continues && !above.trim().is_empty())).then(|| {
        unmeant(
            at.start..at.start + 1,
            say!("行首的“>”成了引用的记号，不会显示", "the `>` that begins this line makes it a quotation and is not shown"),
            say!(
                "如果是大于号，请写“大于”或 \\>；如果是引用，请在前面空一行，数字前写上文字",
                "if more than is meant, write so, or \\>; if a quotation is meant, leave an empty line before it and begin it with a word"
            ),
        )
    })
}

/// A line below a table that became one of its rows, since no empty line parts them.
pub(super) fn accidental_row(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?.trim_end();
    let start = at.start + (text.len() - text.trim_start().len());
    (!text.is_empty() && !text.contains('|')).then(|| {
        let shown = quoted(text.trim_start());
        let begins_line = source[..at.start].ends_with('\n');
        let parted = begins_line.then(|| Edit::insert(at.start, line_ending(source, at.start)));
        unmeant(
            start..at.start + text.len(),
            say!("“{shown}”会成为上面表格的一行", "`{shown}` becomes a row of the table above it"),
            say!(
                "请在它前面空一行；是表格的一行，请用 | 分开各格",
                "leave an empty line before it; a row of a table has | between its cells"
            ),
        )
        .fixed_by(parted.into_iter().collect())
    })
}

/// A heading that the sign of a number began: `# 1机组` for `#1机组`.
pub(super) fn accidental_number(source: &str, at: &Range<usize>) -> Option<Problem> {
    const THINGS: &str = "机楼炉标泵井罐闸变桥栋幢库仓窑塔线厂池";
    let text = source.get(at.clone())?.strip_prefix("# ")?.trim_start();
    let thing = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (thing.len() < text.len() && thing.starts_with(|c| THINGS.contains(c))).then(|| {
        unmeant(
            at.start..at.start + 1,
            say!(
                "行首的“#”使这一行成了标题，不会显示",
                "the `#` that begins this line makes a heading of it and is not shown"
            ),
            say!(
                "如果是编号，请写成“1号…”或 \\#1；标题请写成“## 标题”",
                "if it is the sign of a number, write \\#1 or No. 1; a heading is written `## Heading`"
            ),
        )
    })
}

/// A sentence that the line of dashes or equals signs below it made a heading.
pub(super) fn accidental_heading(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?.trim_end();
    let (heading, line) = text.rsplit_once('\n').filter(|_| !text.starts_with('#'))?;
    let heading = heading.trim_end();
    let is_sentence = heading.ends_with(['。', '；', '：', '，', '！', '？', '.', ';', ':', ',', '!', '?']);
    (is_sentence || heading.contains('\n')).then(|| {
        let start = at.start + text.len() - line.len();
        let is_rule = line.trim_matches([' ', '\t']).len() > 2 && line.trim().bytes().all(|b| b == b'-');
        let parted = is_rule.then(|| Edit::insert(start, line_ending(source, start)));
        let line = quoted(line.trim());
        unmeant(
            start..at.start + text.len(),
            say!("这一行“{line}”使上面的文字成了标题", "the line `{line}` makes a heading of the text above it"),
            say!(
                "请在它前面空一行；标题请写成“## 标题”",
                "leave an empty line before it; a heading is written `## Heading`"
            ),
        )
        .fixed_by(parted.into_iter().collect())
    })
}

/// A heading without words.
pub(super) fn empty_heading(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?.trim_end();
    let is_empty = text.starts_with('#') && text.trim_matches(['#', ' ', '\t']).is_empty();
    is_empty.then(|| {
        Problem::new(
            MISREAD_MARKUP,
            at.start..at.start + text.len(),
            say!("这个标题没有文字", "this heading has no words"),
            say!("请在“{text}”后面写标题，或删去这一行", "write the heading after `{text}`, or delete the line"),
        )
    })
}

/// A block of code that no fence ends, so that all the rest of the text is set as code.
pub(super) fn unclosed_fence(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let sign = text.chars().next()?;
    let width = text.chars().take_while(|c| *c == sign).count();
    let last = text.trim_end().lines().skip(1).last().unwrap_or_default();
    let last = last.trim_matches([' ', '\t', '>']);
    let is_closed = last.len() >= width && last.chars().all(|c| c == sign);
    let fence = &text[..width];
    (!is_closed).then(|| {
        unmeant(
            at.start..at.start + width,
            say!(
                "“{fence}”之后的文字都成了代码，因为没有结束的“{fence}”",
                "everything after this `{fence}` is set as code, as no `{fence}` ends it"
            ),
            say!(
                "请在代码后面另起一行写“{fence}”，或删去它",
                "write `{fence}` on a line of its own after the code, or delete it"
            ),
        )
    })
}

/// Front matter, as other programs have it: it would be shown as a rule and a heading.
pub(super) fn front_matter(source: &str) -> Option<Problem> {
    let fence = source.lines().next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++"))?;
    let is_key = |line: &str| line.contains([':', '=', '：']) || line.starts_with([' ', '-', '#']);
    let keys = source.lines().skip(1).take_while(|line| line.trim_end() != fence && is_key(line)).count();
    let is_closed = source.lines().nth(keys + 1).is_some_and(|line| line.trim_end() == fence);
    let length: usize = source.split_inclusive('\n').take(keys + 2).map(str::len).sum();
    (keys > 0 && is_closed).then(|| {
        unmeant(
            0..length,
            say!("开头的这几行会作为正文显示", "these lines at the beginning would be shown as text"),
            say!(
                "请删去；标题和状态写在记录文件（.yaml）里",
                "delete them: titles and statuses belong in the record (.yaml)"
            ),
        )
    })
}

fn unmeant(range: Range<usize>, message: Message, help: Message) -> Problem {
    Problem::new(UNMEANT_STRUCTURE, range, message, help)
}

/// Emphasis that most likely is none: two signs of multiplication, `5**3和4**2`, or two masks, `李**收受礼金，王**违规`. Emphasis of a figure
/// within words, `共**49**个`, is left alone.
pub(super) fn accidental_emphasis(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let is_blank = text.starts_with('_');
    let sign = if is_blank { b'_' } else { b'*' };
    let width = text.bytes().take_while(|b| *b == sign).take(2).count();
    let content = text.get(width..text.len().checked_sub(width)?).filter(|_| width > 0)?;
    let before = source[..at.start].chars().next_back();
    if is_blank {
        return blanks(at, width, mask::is_between_blanks(width, before, content, &source[at.end..]));
    }
    let after = source[at.end..].chars().next();
    let behind = &source[at.end..];
    // Of three asterisks two are looked at, within the third.
    let is_outer = content.starts_with('*');
    let is_mask = mask::is_between(before, content)
        || !is_outer && (mask::breaks_out(before, content) || mask::is_part_of_a_list(width, content, behind));
    let is_product = is_product(before, content, after);
    let help = if is_product {
        say!("如果是乘号，请写 × 或 \\*", "if they are signs of multiplication, write × or \\*")
    } else if is_mask {
        say!(
            "如果是隐去的字，请在每个星号前写反斜杠：\\*",
            "if they hide a part of a name, write a backslash before each: \\*"
        )
    } else if mask::may_be_between(before, content, behind) {
        say!(
            "隐去名称的，在每个星号前写反斜杠：\\*；要加粗的，把 ** 移到词的两头，如 **整个名称**",
            "if they hide a part of a name, write a backslash before each: \\*; if it is to be bold, set the ** around whole words"
        )
    } else {
        return None;
    };
    let asterisks = (at.start..at.start + width).chain(at.end - width..at.end);
    let escaped = asterisks.map(|at| Edit::insert(at, "\\"));
    let message = say!(
        "两处星号之间的文字成了强调，星号不会显示",
        "the text between these asterisks is emphasised and the asterisks disappear"
    );
    let is_clear = !is_product && is_mask && before != Some('*') && after != Some('*');
    let edits = if !is_clear { Vec::new() } else { escaped.collect() };
    Some(Problem::new(ACCIDENTAL_EMPHASIS, at.clone(), message, help).fixed_by(edits))
}

/// Two blanks to be filled in, which became emphasis of what stands between: 姓名：__，电话：__.
fn blanks(at: &Range<usize>, width: usize, are_blanks: bool) -> Option<Problem> {
    let underscores = (at.start..at.start + width).chain(at.end - width..at.end);
    let escaped = underscores.map(|at| Edit::insert(at, "\\")).collect();
    are_blanks.then(|| {
        let message = say!(
            "两处下划线之间的文字成了强调，下划线不会显示",
            "the text between these underscores is emphasised and the underscores disappear"
        );
        let help = say!(
            "如果是留空，请填上，或在每个下划线前写反斜杠：\\_",
            "if they are blanks, fill them in, or write a backslash before each: \\_"
        );
        Problem::new(ACCIDENTAL_EMPHASIS, at.clone(), message, help).fixed_by(escaped)
    })
}

/// Whether a delimiter stands between a digit outside and a character of a word inside, and what is emphasised begins or ends with a digit.
fn is_product(before: Option<char>, content: &str, after: Option<char>) -> bool {
    let (Some(first), Some(last)) = (content.chars().next(), content.chars().next_back()) else { return false };
    let multiplies =
        |outside: Option<char>, inside: char| outside.is_some_and(char::is_numeric) && inside.is_alphanumeric();
    (multiplies(before, first) || multiplies(after, last)) && (first.is_numeric() || last.is_numeric())
}
