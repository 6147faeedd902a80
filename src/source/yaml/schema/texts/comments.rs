//! Texts that are lost to a comment, or to the word of YAML for nothing.

use std::ops::Range;

use super::super::comparison::Comparison;
use super::is_text;
use crate::say;
use crate::source::yaml::node::Node;
use crate::source::yaml::shape::Expected;

impl Comparison<'_> {
    /// Returns whether something was written where YAML reads nothing, and a text may stand: `# …`, `~`, `null`.
    pub(in crate::source::yaml::schema) fn swallowed(
        &mut self,
        node: &Node,
        expected: &Expected,
        key: Option<&str>,
    ) -> bool {
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
    pub(in crate::source::yaml::schema) fn comment_before(
        &mut self,
        node: &Node,
        expected: &Expected,
        key: Option<&str>,
    ) {
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

    pub(super) fn lost_to_comment(&mut self, comment: Range<usize>, text: Option<&str>, key: Option<&str>) {
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
    pub(super) fn comment_behind(&self, at: usize) -> Option<Range<usize>> {
        let rest = self.file.get(at..)?;
        // Nothing stands before the colon of its key, or after the dash of its item.
        let behind = rest.trim_start_matches([':', '-', ' ', '\t']);
        // Only then is the rest of the line read, which may be as long as the file.
        let comment = behind.starts_with('#').then(|| behind.lines().next().unwrap_or_default().trim_end())?;
        let start = at + rest.len() - behind.len();
        Some(start..start + comment.len())
    }
}
