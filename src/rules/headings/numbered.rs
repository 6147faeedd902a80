//! Titles and headings that have a number of their own beside the one that pages set.

use super::number::number_length;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Narrative, NarrativeFile, Notice};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::SECTION;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::BlockKind;
use crate::value::{Localized, RelPath};

pub(in crate::rules) static NUMBERED_HEADING: Rule = Rule {
    id: "numbered-heading",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words(
        "标题里不写“一、”“（一）”“1.”“（1）”：序号由程序排。",
        "Titles have no number of their own, 一、, (1) or 1.: gongkai sets the numbers.",
    ),
    why: Words(
        "自己写上序号，网页上就印成“（一）一、……”，或者同一份通报里有两个“二”。",
        "A number that is typed is printed beside the one that is set, or the document has two parts of one number.",
    ),
    example: Shown(&[Part(SECTION, "title: {zh: 一、工程项目方面,", "title: {zh: 工程项目方面,")]),
    check: Check::Notice(numbered),
};

fn numbered(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let mut found: Vec<Diagnostic> = titles(notice).flat_map(|(path, title)| numbered_titles(path, title)).collect();
    let accountability = notice.accountability.iter().filter_map(|part| part.narrative.as_ref());
    for narrative in notice.articles.iter().map(|article| &article.narrative).chain(accountability) {
        found.extend(narrative.files.iter().flat_map(|(_, file)| numbered_in(narrative, file)));
    }
    found
}

/// Returns every title that gongkai numbers, of records.
fn titles(notice: &Notice) -> impl Iterator<Item = (&RelPath, &Localized)> {
    let parts = notice.record.parts.iter().filter_map(|part| Some((&notice.path, part.title.as_ref()?)));
    let sections = notice.sections.iter().flat_map(|section| {
        let topics = section.record.topics.iter().map(|topic| &topic.title);
        std::iter::once(&section.record.title).chain(topics).map(move |title| (&section.path, title))
    });
    parts.chain(sections).chain(notice.issues.iter().map(|issue| (&issue.path, &issue.record.title)))
}

fn numbered_titles<'a>(path: &'a RelPath, title: &'a Localized) -> impl Iterator<Item = Diagnostic> + 'a {
    title.iter().filter_map(move |(_, text)| {
        let (number, rest) = text.split_at(number_length(text)?);
        Some(twice(Place::span(path, text.span()), number.trim_end(), rest))
    })
}

fn twice(place: Place, number: &str, rest: &str) -> Diagnostic {
    let message = say!(
        "标题自己带着序号“{number}”，网页上还会再排一次",
        "the title has a number of its own, `{number}`, beside the one that pages set"
    );
    Diagnostic::of(&NUMBERED_HEADING, place, message).help(say!("请写成：{rest}", "write: {rest}"))
}

/// Returns diagnostics for the title of a text, and for headings in it, that are numbered like parts of the document.
fn numbered_in(narrative: &Narrative, file: &NarrativeFile) -> Vec<Diagnostic> {
    let prose = file.doc().prose();
    let headings = prose.blocks.iter().filter(|block| block.kind == BlockKind::Heading);
    let is_title = |start: usize| start == 0 && narrative.title.is_some();
    let found = headings.filter_map(|block| {
        let heading = &prose.text[block.range.clone()];
        let (number, rest) = heading.split_at(number_length(heading)?);
        let place = Place::span(&file.path, prose.place(block.range.start..block.range.start + number.len()));
        if is_title(block.range.start) {
            return Some(twice(place, number.trim_end(), rest));
        }
        number.ends_with('、').then(|| like_a_part(place, number, rest))
    });
    found.collect()
}

fn like_a_part(place: Place, number: &str, rest: &str) -> Diagnostic {
    let message = say!(
        "正文里的标题带着序号“{number}”，会和通报各部分的序号相混",
        "a heading in the text is numbered `{number}`, like a part of the document"
    );
    Diagnostic::of(&NUMBERED_HEADING, place, message).help(say!(
        "如果它是通报的一个部分，请把它移到 content/parts/ 里的一个文件，如 20-duty.zh.md，第一行写“# {rest}”；如果不是，请删去“{number}”",
        "if it is a part of the document, move it to a file of its own such as content/parts/20-duty.zh.md that begins with `# {rest}`; if not, take out `{number}`"
    ))
}
