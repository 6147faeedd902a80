//! Raw HTML is refused: what an office types must not become markup that nobody has checked. The message says what to write instead.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Problem, quoted};
use crate::diagnostic::Message;
use crate::say;
use crate::text::markdown::RAW_HTML;

/// The finding for a piece of raw HTML; none for a closing tag whose opening tag was reported already. `reported` keeps the names.
pub(super) fn refuse(source: &str, at: &Range<usize>, reported: &mut BTreeSet<String>) -> Option<Problem> {
    let html = source.get(at.clone()).unwrap_or_default();
    let name = name(html);
    let slash = if html.starts_with("</") { "/" } else { "" };
    if !slash.is_empty() && reported.contains(&name) {
        return None;
    }
    let line = first_line(html);
    let shown = if name.is_empty() { quoted(line) } else { format!("<{slash}{name}>") };
    let help = instead(&name);
    reported.insert(name);
    Some(Problem::new(
        RAW_HTML,
        at.start..at.start + line.len(),
        say!("正文里不能写 HTML：{shown}", "raw HTML is not allowed: {shown}"),
        help,
    ))
}

/// The name of a tag in lower case; nothing for comments and the like.
fn name(html: &str) -> String {
    let name = html.trim_start_matches(['<', '/']);
    name.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>().to_ascii_lowercase()
}

/// The first line of a piece of HTML, at most as far as its first tag ends.
fn first_line(html: &str) -> &str {
    let line = html.lines().next().unwrap_or_default();
    let end = match line.starts_with("<!--") {
        true => line.find("-->").map(|at| at + 3),
        false => line.find('>').map(|at| at + 1),
    };
    &line[..end.unwrap_or(line.len())]
}

fn instead(name: &str) -> Message {
    match name {
        "" => say!(
            "请删除它：注释和声明也会随页面公开",
            "delete it: comments and declarations would be published with the page"
        ),
        "br" => say!(
            "换行请在行末写一个反斜杠，另起一段请空一行；表格里不能换行",
            "end the line with a backslash to break it, leave an empty line to begin a paragraph; a table cannot break lines"
        ),
        "p" | "div" | "section" => {
            say!("请删除标签；段落之间空一行即可", "delete the tag: an empty line parts paragraphs")
        }
        "b" | "strong" => say!("加粗请写 **文字**", "write **text** for bold text"),
        "i" | "em" | "u" | "mark" => say!("强调请写 *文字*", "write *text* for emphasis"),
        "a" => say!("链接请写 [文字](地址)", "write [text](address) for a link"),
        "img" => say!("图片请写 ![图片内容](文件)", "write ![what it shows](file) for a picture"),
        "table" | "tr" | "td" | "th" => {
            say!("表格请用 | 分列、一行一行地写", "write the table in lines, its cells parted by |")
        }
        "ul" | "ol" | "li" => {
            say!("列表请每项另起一行，写“- ”或“1. ”", "begin each item of the list on a line with \"- \" or \"1. \"")
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => say!("标题请写 ## 标题", "write ## Heading for a heading"),
        "sup" | "sub" => {
            say!("脚注请写 [^1]；平方等请用字符 ²", "write [^1] for a footnote; use characters such as ² for powers")
        }
        _ => say!("请删除标签；如果是小于号，请写 \\<", "delete the tag; if it is a less-than sign, write \\<"),
    }
}
