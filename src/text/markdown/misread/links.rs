//! Brackets that look like a link and are none.

use super::super::run::Run;
use super::super::{Problem, quoted};
use super::{problem, window};
use crate::say;

/// Brackets that look like a link and are none: full-width ones, a space between them, a space in the address.
pub(super) fn links(run: &Run<'_>, found: &mut Vec<Problem>) {
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

/// `[words][name]` where no line says what the name stands for.
pub(super) fn references(run: &Run<'_>, found: &mut Vec<Problem>) {
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

/// Whether words in brackets are an address, and no remark such as 60km/h: a path, or the name of a file.
fn leads_somewhere(address: &str) -> bool {
    const ENDINGS: [&str; 15] =
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "png", "jpg", "jpeg", "md", "html", "zip"];
    let starts = ["../", "./", "/", "files/", "http://", "https://", "www.", "mailto:", "tel:"];
    let ending = address.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    starts.iter().any(|start| address.starts_with(start)) || ending.is_some_and(|ending| ENDINGS.contains(&&*ending))
}
