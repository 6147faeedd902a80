//! The host of an e-mail address, and the dots in it however they are disguised.

use std::ops::Range;

use crate::rules::persons::reading::Reading;

/// Hosts of mail that are known by name: beside them, other signs than @ are read as one.
const HOSTS: [&str; 16] = [
    "qq.com",
    "163.com",
    "126.com",
    "139.com",
    "189.cn",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "yeah.net",
    "foxmail.com",
    "aliyun.com",
    "gmail.com",
    "outlook.com",
    "hotmail.com",
    "icloud.com",
    "yahoo.com",
];

pub(super) fn has_host(reading: &Reading, at: usize) -> bool {
    HOSTS.iter().any(|host| reading.has_at(at, host))
}

/// Returns where the name of a host ends, if it is one: parts with dots, the last of letters. What only ends the name
/// of a file is no part.
pub(super) fn host_end(reading: &Reading, start: usize) -> Option<usize> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut next = Some(start);
    while let Some(part) = next.and_then(|next| Some(next..label(reading, next)?)) {
        next = dot(reading, part.end, parts.is_empty());
        parts.push(part);
    }
    parts.pop_if(|last| is_file_ending(reading, last.clone()));
    let last = parts.last().filter(|_| parts.len() > 1)?;
    let top = &reading.chars[last.clone()];
    (top.len() >= 2 && top.iter().all(|c| c.is_alphabetic())).then_some(last.end)
}

fn is_file_ending(reading: &Reading, range: Range<usize>) -> bool {
    const ENDINGS: [&str; 14] =
        ["png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "doc", "docx", "xls", "xlsx", "csv", "txt", "zip"];
    ENDINGS.contains(&reading.text(range).to_ascii_lowercase().as_str())
}

/// Returns where a part of the name of a host ends; Chinese names are those of a few domains.
fn label(reading: &Reading, start: usize) -> Option<usize> {
    if let Some(domain) = ["中国", "公司", "网络", "政务", "公益"].iter().find(|domain| reading.has_at(start, domain))
    {
        return Some(start + domain.chars().count());
    }
    let rest = reading.chars.get(start..)?;
    let length = rest.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == '-').count();
    (length > 0).then_some(start + length)
}

/// Returns where the next part begins after a dot. Spaces may stand around the first one.
fn dot(reading: &Reading, at: usize, is_first: bool) -> Option<usize> {
    if let Some(sign) = [" dot ", "(dot)", "[dot]", " (dot) ", " [dot] "].iter().find(|sign| reading.has_at(at, sign)) {
        return Some(at + sign.len());
    }
    let blank = |at: usize| usize::from(is_first && reading.char(at).is_some_and(|c| " \n".contains(c)));
    let sign = at + blank(at);
    let is_dot = reading.char(sign).is_some_and(|c| ".。·点".contains(c));
    let next = sign + 1 + blank(sign + 1);
    let is_latin = reading.char(next).is_some_and(|c| c.is_ascii_alphanumeric());
    (is_dot && (is_latin || reading.char(sign) == Some('.'))).then_some(next)
}
