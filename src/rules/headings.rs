//! Headings: numbers that are set by gongkai and typed by the author as well, headings that a text repeats.

use super::context::Context;
use super::example::Example::Shown;
use super::example::ExampleChange::Part;
use super::example::{FIRST_ZH, SECTION};
use super::{Check, ReadPassage, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Edit, Place, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Narrative, NarrativeFile, Notice};
use crate::say;
use crate::text::markdown::{BlockKind, Prose};
use crate::value::{Localized, RelPath};

pub(super) static NUMBERED_HEADING: Rule = Rule {
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

pub(super) static REPEATED_HEADING: Rule = Rule {
    id: "repeated-heading",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words(
        "问题的正文不以“整改情况：”开头：这几个字就是它上面的标题。",
        "The text of an issue does not begin with its own heading, such as “What was done:”.",
    ),
    why: Words("网页上会一上一下印两遍。", "Pages would say it twice, one below the other."),
    example: Shown(&[Part(FIRST_ZH, "整改情况：查处串通投标", "查处串通投标")]),
    check: Check::OfIssue(repeated),
};

/// Returns how many bytes of a heading are a number of its own, with the space after it; none if it has none.
fn number_length(heading: &str) -> Option<usize> {
    let rest = match heading.strip_prefix(['（', '(']) {
        Some(inside) => numeral(inside)?.1.strip_prefix(['）', ')'])?,
        None => {
            let (numeral_kind, behind) = numeral(heading)?;
            let rest = behind.strip_prefix(['、', '．', '.'])?;
            // 1.5万亩, 一、二类, 3、4号楼 and A.I. go on.
            let goes_on = numeral(rest).is_some() || numeral_kind == Numeral::Roman && !rest.starts_with(' ');
            if goes_on {
                return None;
            }
            rest
        }
    };
    let rest = rest.trim_start();
    (!rest.is_empty()).then(|| heading.len() - rest.len())
}

#[derive(Clone, Copy, PartialEq)]
enum Numeral {
    Han,
    Digits,
    Roman,
}

/// Returns the numeral that a text begins with, of at most three signs, and what follows it.
fn numeral(text: &str) -> Option<(Numeral, &str)> {
    const SIGNS: [(Numeral, &str); 3] = [
        (Numeral::Han, "一二三四五六七八九十百"),
        (Numeral::Digits, "0123456789０１２３４５６７８９"),
        (Numeral::Roman, "IVX"),
    ];
    SIGNS.into_iter().find_map(|(kind, signs)| {
        let rest = text.trim_start_matches(|c| signs.contains(c));
        let length = text[..text.len() - rest.len()].chars().count();
        (1..=3).contains(&length).then_some((kind, rest))
    })
}

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

/// Returns diagnostics for texts of an issue that begin with the words of the heading above them.
fn repeated(context: &Context, _: &Issue, texts: &[ReadPassage<'_>]) -> Vec<Diagnostic> {
    let found = texts.iter().filter_map(|(passage, prose)| {
        let doc = passage.doc()?;
        let key = if passage.is_file() { "issue.response" } else { "issue.next_steps" };
        let heading = context.locale(passage.lang?)?.text(key);
        let length = repetition(prose, &heading)?;
        let range = prose.place(0..length);
        let message = say!("正文开头又写了一遍标题“{heading}”", "the text begins with its own heading, `{heading}`");
        let edits = typed(doc.source(), &heading).map(|length| Edit::replace(0..length, "")).into_iter();
        Some(
            Diagnostic::of(&REPEATED_HEADING, passage.place(range), message)
                .help(say!("请删去开头的“{heading}”，网页上有这个标题", "take out `{heading}`: pages have the heading"))
                .fix(passage.edits(&edits.collect::<Vec<_>>())),
        )
    });
    found.collect()
}

/// Returns how many bytes at the beginning of a text are the heading again: with a colon, or as all of a block.
fn repetition(prose: &Prose<'_>, heading: &str) -> Option<usize> {
    let block = prose.blocks.first().filter(|block| block.range.start == 0)?;
    let text = &prose.text[block.range.clone()];
    let rest = text.strip_prefix(heading)?;
    let behind = rest.trim_start().strip_prefix(['：', ':']).map(str::trim_start);
    match behind {
        Some(behind) => Some(text.len() - behind.len()),
        None => rest.trim().is_empty().then_some(text.len()),
    }
}

/// Returns how many bytes of the source are the heading with its colon, bold or not.
fn typed(source: &str, heading: &str) -> Option<usize> {
    let forms = ["：", ":"].into_iter().flat_map(|colon| {
        let whole = format!("{heading}{colon}");
        [format!("**{heading}**{colon}"), format!("**{whole}**"), whole]
    });
    let rest = forms.into_iter().find_map(|form| source.strip_prefix(&*form))?.trim_start_matches(' ');
    Some(source.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headings() {
        for (heading, number) in [
            ("一、聚焦主责", "一、"),
            ("十二、其他", "十二、"),
            ("（一）聚焦主责", "（一）"),
            ("(3) 聚焦", "(3) "),
            ("（10）聚焦", "（10）"),
            ("1. 聚焦", "1. "),
            ("1.聚焦", "1."),
            ("３．聚焦", "３．"),
            ("2、聚焦", "2、"),
            ("IV. Next steps", "IV. "),
        ] {
            assert_eq!(number_length(heading), Some(number.len()), "{heading}");
        }
        for heading in [
            "一、二类水源保护不力",
            "1.5万亩耕地闲置",
            "3、4号楼未验收",
            "2021年预算执行不严",
            "“一把手”监督不力",
            "一岗双责落实不到位",
            "（试行）办法没有修订",
            "（2021）12号文件没有落实",
            "12345热线办理不力",
            "I.V. therapy",
            "一、",
            "Next steps",
        ] {
            assert_eq!(number_length(heading), None, "{heading}");
        }
    }

    #[test]
    fn headings_that_a_text_repeats() {
        let repeated = |text: &str| {
            let doc = crate::text::markdown::parse(text);
            repetition(&doc.prose(), "整改情况").map(|length| doc.prose().text[..length].to_owned())
        };
        for (text, expected) in [
            ("整改情况：已办结。", Some("整改情况：")),
            ("整改情况: 已办结。", Some("整改情况: ")),
            ("**整改情况：**已办结。", Some("整改情况：")),
            ("## 整改情况\n\n已办结。", Some("整改情况")),
            ("整改情况良好。", None),
            ("已办结。整改情况：好。", None),
            ("整改情况的说明：已办结。", None),
        ] {
            assert_eq!(repeated(text).as_deref(), expected, "{text}");
        }
        let mended = |text: &'static str| typed(text, "整改情况").map(|length| &text[length..]);
        assert_eq!(mended("整改情况： 已办结。"), Some("已办结。"));
        assert_eq!(mended("**整改情况：**已办结。"), Some("已办结。"));
        assert_eq!(mended("**整改情况**：已办结。"), Some("已办结。"));
        assert_eq!(mended("## 整改情况\n\n已办结。"), None);
    }
}
