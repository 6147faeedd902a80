//! Wording: punctuation of each language, and the office's own list of terms. Marks that come in pairs are looked at in
//! `marks`.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::context::Context;
use super::example::Example::Shown;
use super::example::ExampleChange::{Added, File, Part};
use super::example::{FIRST, FIRST_EN, FIRST_ZH, THIRD_EN, THIRD_ZH};
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Edit, Place, Severity};
use crate::notice::{Passage, WrongTerm};
use crate::say;
use crate::text::markdown::{OBJECT, Prose};

const GLOSSARY: &str = "wrong:\n  - {lang: zh, wrong: 布署, right: 部署}\n";

const CALL: &str = "\nEnquiries: 0599-0000000.\n";

pub(super) static UNTRANSLATED: Rule = Rule {
    id: "untranslated",
    group: RuleGroup::Languages,
    severity: Severity::Error,
    demand: Words(
        "英文等其他语言的文本已经译出，不是照抄的中文。",
        "Texts in English and other languages are translations, not copies of the Chinese.",
    ),
    why: Words(
        "复制了中文又忘了翻译，数字当然都对得上，读英文的人却一个字也看不懂。",
        "A copy that was never translated agrees in every figure, and tells readers of English nothing.",
    ),
    example: Shown(&[Part(FIRST, "title: {zh: 串通投标, en: 串通投标}", "title: {zh: 串通投标, en: Bid-rigging}")]),
    check: Check::Prose(untranslated),
};

pub(super) static WRONG_TERM: Rule = Rule {
    id: "wrong-term",
    group: RuleGroup::Wording,
    severity: Severity::Error,
    demand: Words(
        "不用本单位词表（glossary.yaml 的 wrong）列出的错误用语。",
        "No term is used that the office's own list (`wrong` in glossary.yaml) calls wrong.",
    ),
    why: Words(
        "机构名称、政治表述和常错的字，一处写错就会被截图传播。",
        "One wrong name of a body or wrong phrase of policy, and screenshots circulate.",
    ),
    example: Shown(&[
        File("content/glossary.yaml", GLOSSARY, GLOSSARY),
        Added(THIRD_ZH, "\n招聘工作已经布署。\n", "\n招聘工作已经部署。\n"),
        Added(THIRD_EN, "\nThe work has been assigned.\n", "\nThe work has been assigned.\n"),
    ]),
    check: Check::Prose(wrong_terms),
};

pub(super) static HALF_WIDTH_PUNCTUATION: Rule = Rule {
    id: "half-width-punctuation",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words("中文里的标点用全角。", "Chinese text has full-width punctuation."),
    why: Words(
        "汉字中间夹着半角逗号，排版不齐，不合公文规范。",
        "A half-width comma between Chinese characters looks careless and breaks the rules for official documents.",
    ),
    example: Shown(&[Part(FIRST_ZH, "查处串通投标案件{{ cases }},罚款", "查处串通投标案件{{ cases }}，罚款")]),
    check: Check::Prose(half_width),
};

pub(super) static FULL_WIDTH_PUNCTUATION: Rule = Rule {
    id: "full-width-punctuation",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words("英文等其他语言里的标点用半角。", "English and other languages have no full-width punctuation."),
    why: Words(
        "英文里的全角标点前后空得很大，一看就是没有校对过。",
        "A full-width mark leaves a wide gap in English and shows that nobody proofread it.",
    ),
    example: Shown(&[Part(FIRST_EN, "imposed fines of {{ fines }}。", "imposed fines of {{ fines }}.")]),
    check: Check::Prose(full_width),
};

pub(super) static TELEPHONE_DASH: Rule = Rule {
    id: "telephone-dash",
    group: RuleGroup::Wording,
    severity: Severity::Warning,
    demand: Words("电话号码里用半角连字符“-”。", "Telephone numbers are written with a hyphen, not a dash."),
    why: Words(
        "用了破折号，手机上点号码拨不出去，复制下来也不能用。",
        "With a dash, the number cannot be dialled with a tap or copied.",
    ),
    example: Shown(&[
        Added(THIRD_ZH, "\n咨询电话：0599—0000000。\n", "\n咨询电话：0599-0000000。\n"),
        Added(THIRD_EN, CALL, CALL),
    ]),
    check: Check::Several(&[Check::Prose(telephone_dashes), Check::Text(telephone_dashes_of_contact)]),
};

/// Returns whether a text is set like Chinese.
fn is_east_asian(context: &Context, passage: &Passage<'_>) -> bool {
    let locale = passage.lang.and_then(|lang| context.locale(lang));
    locale.is_some_and(|locale| locale.rules.language.east_asian)
}

/// Returns a diagnostic at a range of the prose of a text.
fn place(passage: &Passage<'_>, prose: &Prose<'_>, range: Range<usize>) -> Place {
    passage.place(prose.place(range))
}

/// Returns whether a character is a Han character, full-width punctuation, or one that stands among them without being
/// a word.
fn is_wide(c: char) -> bool {
    c.width() == Some(2) || c == OBJECT
}

/// Half-width punctuation beside a Han character.
fn half_width(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if is_east_asian(context, passage) { half_width_marks(passage, prose) } else { Vec::new() }
}

/// Returns where brackets stand beside Chinese, or belong to one that does.
fn brackets_of_chinese(text: &str) -> BTreeSet<usize> {
    let mut wrong = BTreeSet::new();
    let mut open = Vec::new();
    for (at, bracket) in text.match_indices(['(', ')']) {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let is_wrong = [before, after].into_iter().flatten().any(is_wide);
        // The address of a link that did not become one is another mistake.
        let is_address = ["../", "./", "files/", "http"].iter().any(|start| text[at + 1..].starts_with(start));
        let partner = if bracket == "(" { None } else { open.pop() };
        match partner {
            Some((_, _, true)) => {}
            Some((start, starts_wrong, _)) if is_wrong || starts_wrong => wrong.extend([start, at]),
            None if is_wrong && !is_address => drop(wrong.insert(at)),
            _ => {}
        }
        if bracket == "(" {
            open.push((at, is_wrong, is_address));
        }
    }
    wrong
}

fn half_width_marks(passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    const FORMS: [(char, &str); 9] = [
        (',', "，"),
        ('.', "。"),
        (';', "；"),
        (':', "："),
        ('!', "！"),
        ('?', "？"),
        ('(', "（"),
        (')', "）"),
        ('"', "“"),
    ];
    let mut found = Vec::new();
    let mut before = ' ';
    let brackets = brackets_of_chinese(&prose.text);
    let mut chars = prose.text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        let form = FORMS.iter().find(|(half, _)| *half == c);
        let is_wrong = match c {
            '.' if ["../", "./"].iter().any(|path| prose.text[at..].starts_with(path)) => false,
            '.' => ends_sentence(before, after) || before != '.' && ends_paragraph(&prose.text, at),
            '(' | ')' => brackets.contains(&at),
            _ => is_wide(before) || is_wide(after) || brackets.contains(&(at + 1)),
        };
        if let Some((half, full)) = form.filter(|_| is_wrong) {
            let place = place(passage, prose, at..at + 1);
            found.push(match (c, after) {
                ('.', '.') => half_width_mark(place, *half, "……"),
                // Which of the two forms it is takes judgement.
                ('"', _) => half_width_mark(place, *half, full),
                _ => half_width_mark(place, *half, full).fix(widened(passage, prose.place(at..at + 1), full)),
            });
        }
        // A mark that is to be wide makes its neighbour one among Chinese, too.
        before = form.filter(|_| is_wrong && c != '.').and_then(|(_, full)| full.chars().next()).unwrap_or(c);
    }
    found
}

/// Returns the change that writes a mark in full width. What escapes it goes.
fn widened(passage: &Passage<'_>, mark: Range<usize>, full: &str) -> Vec<Edit> {
    let is_escaped = passage.doc().is_some() && passage.text()[..mark.start].ends_with('\\');
    passage.edits(&[Edit::replace(mark.start - usize::from(is_escaped)..mark.end, full)])
}

fn half_width_mark(place: Place, half: char, full: &str) -> Diagnostic {
    Diagnostic::of(
        &HALF_WIDTH_PUNCTUATION,
        place,
        say!("中文里用了半角标点“{half}”", "half-width punctuation in Chinese text, `{half}`"),
    )
    .help(say!("请改为全角“{full}”", "write the full-width form, `{full}`"))
}

/// Returns whether a half-width full stop ends a Chinese sentence: 附件.pdf, 1.整改 and 3.5亩 have one that does not.
fn ends_sentence(before: char, after: char) -> bool {
    let in_word = |c: char| c.is_alphanumeric() && !is_wide(c);
    is_wide(before) && !in_word(after) || is_wide(after) && matches!(before, '%' | ')')
}

/// Returns whether a half-width full stop ends a paragraph that has Chinese in it: 共 3.
fn ends_paragraph(text: &str, at: usize) -> bool {
    let rest = &text[at + 1..];
    let ends = rest.chars().all(char::is_whitespace) || rest.starts_with("\n\n");
    ends && text[..at].rsplit("\n\n").next().is_some_and(|paragraph| paragraph.contains(is_wide))
}

/// Full-width punctuation in a language that has none.
fn full_width(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if is_east_asian(context, passage) {
        return Vec::new();
    }
    let wide =
        prose.text.char_indices().filter(|(_, c)| matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}'));
    wide.map(|(at, c)| {
        Diagnostic::of(
            &FULL_WIDTH_PUNCTUATION,
            place(passage, prose, at..at + c.len_utf8()),
            say!("非中文文本里用了全角字符“{c}”", "a full-width character in this language, `{c}`"),
        )
        .help(say!("请改为半角标点", "write the ordinary form"))
    })
    .collect()
}

/// Returns diagnostics for a text of another language that is mostly Chinese. A name in brackets may be.
fn untranslated(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if is_east_asian(context, passage) { Vec::new() } else { mostly_chinese(passage, prose).into_iter().collect() }
}

fn mostly_chinese(passage: &Passage<'_>, prose: &Prose<'_>) -> Option<Diagnostic> {
    let is_han = |c: &char| !c.is_ascii() && c.is_alphabetic() && is_wide(*c);
    let first = prose.text.char_indices().find(|(_, c)| is_han(c))?;
    let han = prose.text.chars().filter(is_han).count();
    let letters = prose.text.chars().filter(|c| c.is_alphabetic() && !is_wide(*c)).count();
    let [zh, en] = passage.lang?.names();
    let found = Diagnostic::of(
        &UNTRANSLATED,
        place(passage, prose, first.0..first.0 + first.1.len_utf8()),
        say!(
            "{zh}文本里大多是中文，像是没有翻译",
            "most of the {en} text is Chinese: it seems not to have been translated"
        ),
    );
    (han > letters).then(|| found.help(say!("请写上{zh}译文", "write it in {en}")))
}

/// Returns diagnostics for dashes in telephone numbers: 0599—8861722.
fn telephone_dashes(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    if is_east_asian(context, passage) { dashes_in_numbers(passage, prose) } else { Vec::new() }
}

/// The same in what has no language: the numbers of `contact`.
fn telephone_dashes_of_contact(_: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    if passage.lang.is_none() { dashes_in_numbers(passage, &passage.prose()) } else { Vec::new() }
}

fn dashes_in_numbers(passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    let dashes = prose.text.match_indices(['—', '–', '－', '―', '−']).filter(|(at, dash)| {
        let before = prose.text[..*at].chars().rev().take_while(char::is_ascii_digit).count();
        let after = prose.text[at + dash.len()..].chars().take_while(char::is_ascii_digit).count();
        (3..=4).contains(&before)
            && (7..=8).contains(&after)
            && prose.text[..*at].ends_with(|c: char| c.is_ascii_digit())
    });
    dashes
        .map(|(at, dash)| {
            Diagnostic::of(
                &TELEPHONE_DASH,
                place(passage, prose, at..at + dash.len()),
                say!("电话号码里用了破折号", "a dash in a telephone number"),
            )
            .help(say!("请改为半角连字符“-”", "write a hyphen"))
        })
        .collect()
}

/// Terms of the office's own list.
fn wrong_terms(context: &Context, passage: &Passage<'_>, prose: &Prose<'_>) -> Vec<Diagnostic> {
    terms_in(passage, prose, &context.wrong_terms)
}

fn terms_in(passage: &Passage<'_>, prose: &Prose<'_>, terms: &[WrongTerm]) -> Vec<Diagnostic> {
    let found = terms
        .iter()
        .filter(|term| Some(*term.lang) == passage.lang)
        .flat_map(|term| prose.text.match_indices(term.wrong.as_str()).map(move |(at, _)| (term, at)));
    found
        .filter(|(term, at)| {
            !term.except.iter().chain([&term.right]).any(|word| stands_in(&prose.text, *at, &term.wrong, word))
        })
        .map(|(term, at)| {
            let (wrong, right) = (&term.wrong, &term.right);
            Diagnostic::of(
                &WRONG_TERM,
                place(passage, prose, at..at + wrong.len()),
                say!("“{wrong}”应为“{right}”", "“{wrong}” should be “{right}”"),
            )
            .help(say!("词表见 content/glossary.yaml 的 wrong", "the list is `wrong` in content/glossary.yaml"))
        })
        .collect()
}

/// Returns whether the wrong term at a position is only part of a word that is right.
fn stands_in(text: &str, at: usize, wrong: &str, word: &str) -> bool {
    word.match_indices(wrong)
        .any(|(inside, _)| at.checked_sub(inside).and_then(|start| text.get(start..start + word.len())) == Some(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::NarrativeFile;
    use crate::value::{Lang, RelPath, Spanned};

    fn rules(text: &str, check: impl Fn(&Passage<'_>, &Prose<'_>) -> Vec<Diagnostic>) -> Vec<(usize, &'static str)> {
        let file = NarrativeFile::new(RelPath::of("content/closing.zh.md"), text);
        let passage = Passage::of_file(Lang::new("zh"), &file);
        let column = |d: &Diagnostic| {
            d.place.as_ref().and_then(crate::diagnostic::Place::range).map_or(0, |r| text[..r.start].chars().count())
        };
        check(&passage, &passage.prose()).iter().map(|d| (column(d), d.rule)).collect()
    }

    #[test]
    fn punctuation_beside_han() {
        for (text, columns) in [
            ("整改,完成", vec![2]),
            ("整改(基本)完成", vec![2, 5]),
            ("(1)整改；(2)完成", vec![0, 2, 6, 8]),
            ("整改(1.5 km) x", vec![2, 9]),
            ("x (a) 整改", vec![]),
            ("CNY 1,232", vec![]),
            ("共 3,284 亩", vec![]),
            ("见[附件](a,b)", vec![]),
            ("比例3:1。", vec![]),
            ("南平:好", vec![2]),
            ("已完成.", vec![3]),
            ("已完成. 下一步", vec![3]),
            ("**已完成**.", vec![7]),
            ("完成率95%.下一步", vec![6]),
            ("罚款{{ fines }}.", vec![13]),
            ("见[附件](a.pdf).", vec![12]),
            ("等等...", vec![2]),
            ("1.整改，见附件.pdf，3.5亩", vec![]),
            ("1. 整改\n2. 完成[^1]\n\n[^1]: 说明", vec![]),
            ("U.S. 企业，Xi’an No.1", vec![]),
            ("见[附件](表(1).pdf)。", vec![]),
        ] {
            assert_eq!(rules(text, half_width_marks).iter().map(|(c, _)| *c).collect::<Vec<_>>(), columns, "{text}");
        }
    }

    #[test]
    fn terms_of_the_offices_list() {
        let term = WrongTerm {
            lang: Spanned::of(Lang::new("zh")),
            wrong: "截止".into(),
            right: "截至".into(),
            except: vec!["截止日期".into()],
        };
        let wrong =
            |text: &str| rules(text, |passage, prose| terms_in(passage, prose, std::slice::from_ref(&term))).len();
        assert_eq!(
            [wrong("截止6月底"), wrong("截至6月底"), wrong("截止日期为6月30日"), wrong("见[附件](截止.pdf)")],
            [1, 0, 0, 0]
        );
    }

    #[test]
    fn dashes_in_telephone_numbers() {
        assert_eq!(rules("0599—8861722", dashes_in_numbers).len(), 1);
        assert_eq!(rules("2019—2023年", dashes_in_numbers).len(), 0);
    }
}
