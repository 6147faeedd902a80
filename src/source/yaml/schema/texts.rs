//! Texts: nothing that was written is lost to a comment, to YAML's word for nothing, or between two paragraphs; nothing
//! is shown that belongs to the record and not to the text.

use std::ops::Range;

use super::super::node::{Node, NodeKind};
use super::super::shape::{Expected, Keys, Others, Scalar};
use super::super::short;
use super::comparison::Comparison;
use crate::say;

/// Keys whose text names something: quotation marks around all of it belong to the record.
const NAMES: [&str; 8] = ["title", "short_title", "statement", "label", "name", "issuer", "post", "text"];

/// Pairs of marks that quote.
const PAIRS: [(char, char); 6] = [('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\''), ('「', '」'), ('＂', '＂')];

impl Comparison<'_> {
    /// Returns whether something was written where YAML reads nothing, and a text may stand: `# …`, `~`, `null`.
    pub(super) fn swallowed(&mut self, node: &Node, expected: &Expected, key: Option<&str>) -> bool {
        if !self.closely || !is_text(expected) {
            return false;
        }
        let name = key.unwrap_or("title");
        let range = node.range();
        if let Some(comment) = self.comment_behind(range.end) {
            let text = self.file[comment.clone()].to_owned();
            let quote = if text.contains('\'') { '"' } else { '\'' };
            self.wrong_at(
                comment,
                key,
                say!("“{text}”被当作注释，不会公布", "`{text}` is taken for a comment and not published"),
                say!(
                    "若是正文，请加引号：{name}: {quote}{text}{quote}；若是注释，请另起一行",
                    "if it is text, put it in quotes: {name}: {quote}{text}{quote}; if it is a comment, give it a line of its own"
                ),
            );
            return true;
        }
        let written = self.file[range.clone()].trim().to_owned();
        if written.is_empty() {
            return false;
        }
        self.wrong(
            node,
            key,
            say!(
                "“{written}”在这里表示没有内容，不会公布",
                "`{written}` stands for “no value” here, and is not published"
            ),
            say!(
                "要公布这几个字，请加引号：{name}: \"{written}\"；没有内容，请删去这个键",
                "to publish it, put it in quotes: {name}: \"{written}\"; if there is nothing, remove the key"
            ),
        );
        true
    }

    /// `title: #1 标段`, and the text on the next line.
    pub(super) fn comment_before(&mut self, node: &Node, expected: &Expected, key: Option<&str>) {
        if !self.closely || !is_text(expected) {
            return;
        }
        let start = node.range().start;
        let above = self.file[..start].trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
        let Some(above) = above.strip_suffix('\n') else { return };
        let mut lines = above.rsplit('\n').map(str::trim);
        let Some(line) = lines.find(|line| !line.is_empty() && !line.starts_with('#')) else { return };
        let opens = |at: &usize| line[..*at].ends_with([' ', '\t']) && line[..*at].trim_end().ends_with([':', '-']);
        if let Some(at) = line.match_indices('#').map(|(at, _)| at).find(opens) {
            let offset = line.as_ptr() as usize - self.file.as_ptr() as usize;
            self.lost_to_comment(offset + at..offset + line.len(), None, key);
        }
    }

    pub(super) fn text(&mut self, node: &Node, text: &str, plain: bool, expected: Scalar, key: Option<&str>) {
        if !self.closely {
            return;
        }
        let range = node.range();
        let written = &self.file[range.clone()];
        let header = written.starts_with(['|', '>']).then(|| written.lines().next().unwrap_or_default().len());
        let comment = match header {
            Some(length) => written[..length].find('#').map(|at| range.start + at..range.start + length),
            None if plain => self.comment_behind(range.end),
            None => None,
        };
        if let Some(comment) = comment {
            self.lost_to_comment(comment, header.is_none().then_some(text), key);
        }
        if header.is_some() && text.is_empty() {
            self.nothing(node, key);
        }
        let paragraphs = text.split('\n').filter(|line| !line.trim().is_empty()).count();
        match expected {
            Scalar::Text if paragraphs > 1 => self.wrong(
                node,
                key,
                say!(
                    "这里只能写一段文字，现在分成了 {paragraphs} 段",
                    "one paragraph is expected here, not {paragraphs}"
                ),
                say!(
                    "请合并成一段：删去空行；有“|”的，改为“>”，各行会连成一段",
                    "make it one paragraph: remove the empty lines, and write `>` for `|`, which joins the lines"
                ),
            ),
            Scalar::Markdown if paragraphs > 1 && self.folds_paragraphs(written) => self.wrong(
                node,
                key,
                say!(
                    "这样写，空行前后的两段会连成一段",
                    "written so, the paragraphs beside the empty line run together"
                ),
                say!(
                    "要分段，请在键后写“|”，下一行起写文字并缩进，段与段之间空一行",
                    "to keep them apart, write `|` after the key, and the text on the next lines, indented"
                ),
            ),
            _ => {}
        }
    }

    /// Returns whether an empty line within the text is one line break to YAML, which no longer parts paragraphs in
    /// Markdown.
    fn folds_paragraphs(&self, written: &str) -> bool {
        let lines: Vec<&str> = written.lines().map(str::trim).collect();
        !written.starts_with('|')
            && lines.windows(3).any(|three| !three[0].is_empty() && three[1].is_empty() && !three[2].is_empty())
    }

    fn lost_to_comment(&mut self, comment: Range<usize>, text: Option<&str>, key: Option<&str>) {
        let lost = self.file[comment.clone()].trim_end().to_owned();
        let name = key.unwrap_or("title");
        let quote = if lost.contains('\'') || text.is_some_and(|text| text.contains('\'')) { '"' } else { '\'' };
        let help = match text {
            Some(text) => say!(
                "若是正文，请给整段文字加引号：{name}: {quote}{text} {lost}{quote}；若是注释，请另起一行",
                "if it is text, put the whole text in quotes: {name}: {quote}{text} {lost}{quote}; if it is a comment, give it a line of its own"
            ),
            None => say!(
                "若是正文，请写到下一行；若是注释，请另起一行写在这个键的前面",
                "if it is text, write it on the next line; if it is a comment, give it a line of its own above the key"
            ),
        };
        let message = say!("“{lost}”被当作注释，不会公布", "`{lost}` is taken for a comment and not published");
        self.wrong_at(comment, key, message, help);
    }

    /// Returns the comment after a place, on its line.
    fn comment_behind(&self, at: usize) -> Option<Range<usize>> {
        let rest = self.file.get(at..)?;
        // Nothing stands before the colon of its key, or after the dash of its item.
        let behind = rest.trim_start_matches([':', '-', ' ', '\t']);
        // Only then is the rest of the line read, which may be as long as the file.
        let comment = behind.starts_with('#').then(|| behind.lines().next().unwrap_or_default().trim_end())?;
        let start = at + rest.len() - behind.len();
        Some(start..start + comment.len())
    }

    /// `title: “工程建设”`: the marks would be published.
    pub(super) fn whole_quotation(&mut self, lang: &str, value: &Node, owner: Option<&str>) {
        let Some(owner) = owner.filter(|owner| self.closely && NAMES.contains(owner)) else { return };
        let NodeKind::Scalar { text, .. } = &value.kind else { return };
        let Some(inner) = quoted(text) else { return };
        self.wrong(
            value,
            Some(owner),
            say!("引号会原样公布在页面上", "the quotation marks would be published as they stand"),
            say!(
                "请删去引号：{lang}: {inner}；要用引号，请用半角引号 \"\"",
                "remove them: {lang}: {inner}; marks that belong to the record are straight ones"
            ),
        );
    }

    /// A single text where each language has its own.
    pub(super) fn languages(&mut self, node: &Node, text: &str, key: Option<&str>) {
        let name = key.unwrap_or("title");
        let start = node.range().start;
        let mistyped = short::is_mistyped(text);
        let mark = self.file[node.range()].find(['｛', '：', ':']).filter(|_| mistyped).map(|at| start + at);
        if let Some(at) = mark {
            let c = self.file[at..].chars().next().unwrap_or(' ');
            let plain = text.replace('｛', "{").replace('｝', "}").replacen('：', ": ", 1).replace('，', ", ");
            let plain = if plain.starts_with('{') { plain } else { format!("{{{plain}}}") };
            return self.wrong_at(
                at..at + c.len_utf8(),
                key,
                say!(
                    "这里的“{c}”不是要用的半角符号，或后面少一个空格",
                    "the `{c}` here is a full-width mark, or lacks a space after it"
                ),
                say!("请写成 {name}: {plain}", "write {name}: {plain}"),
            );
        }
        self.wrong(
            node,
            key,
            say!("这里要按语言分别写", "a text for each language is expected here"),
            say!(
                "请写成 {name}: {{zh: {text}, en: English}}；只有一种语言的通报可以直接写文字",
                "write {name}: {{zh: 中文, en: English}}; only a notice in one language may have the text alone"
            ),
        );
    }
}

/// Returns whether a text is expected, in one language or in each.
fn is_text(expected: &Expected) -> bool {
    match expected {
        Expected::Keys(Keys { others: Others::EachLanguage(_), .. }) => true,
        Expected::Scalar(scalar) => matches!(scalar, Scalar::Text | Scalar::Markdown),
        Expected::Forms(forms) => forms.iter().any(|form| is_text(&form.expected)),
        _ => false,
    }
}

/// Returns the text within marks that quote all of it.
fn quoted(text: &str) -> Option<&str> {
    let (open, close) = PAIRS.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let inner = text.strip_prefix(open)?.trim_end_matches(['。', '.']).strip_suffix(close)?;
    (!inner.is_empty() && !inner.contains([open, close])).then_some(inner)
}
