//! Wording: punctuation of each language, pairs of quotation marks and brackets.

use unicode_width::UnicodeWidthChar;

use super::texts::{self, Piece};
use crate::diagnostic::Diagnostic;
use crate::edition::Edition;
use crate::model::WrongTerm;
use crate::say;

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    texts::each(edition, |piece| {
        let prose = texts::prose_only(piece.text());
        let mut found = pairs(piece, &prose);
        found.extend(wrong_terms(piece, &prose, &edition.notice.wrong_terms));
        if edition.theme.locale(&piece.lang).rules.language.east_asian {
            found.extend(half_width(piece, &prose));
            found.extend(telephone_dashes(piece, &prose));
        } else {
            found.extend(full_width(piece, &prose));
        }
        found
    })
}

/// A Han character, or full-width punctuation.
fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

/// Half-width punctuation beside a Han character.
fn half_width(piece: &Piece<'_>, prose: &str) -> Vec<Diagnostic> {
    const FORMS: [(char, char); 8] =
        [(',', '，'), (';', '；'), (':', '：'), ('!', '！'), ('?', '？'), ('(', '（'), (')', '）'), ('"', '“')];
    let mut found = Vec::new();
    let mut before = ' ';
    let mut chars = prose.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        let form = FORMS.iter().find(|(half, _)| *half == c);
        let quotes_value = c == '"' && (at == 0 || at + 1 == prose.len());
        if let Some((half, full)) = form.filter(|_| (is_wide(before) || is_wide(after)) && !quotes_value) {
            found.push(
                Diagnostic::warning(
                    "half-width-punctuation",
                    piece.place(at..at + 1),
                    say!("中文里用了半角标点“{half}”", "half-width punctuation in Chinese text, `{half}`"),
                )
                .help(say!("请改为全角“{full}”", "write the full-width form, `{full}`")),
            );
        }
        before = c;
    }
    found
}

/// Full-width punctuation in a language that has none.
fn full_width(piece: &Piece<'_>, prose: &str) -> Vec<Diagnostic> {
    let wide = prose.char_indices().filter(|(_, c)| matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}'));
    wide.map(|(at, c)| {
        Diagnostic::warning(
            "full-width-punctuation",
            piece.place(at..at + c.len_utf8()),
            say!("非中文文本里用了全角字符“{c}”", "a full-width character in this language, `{c}`"),
        )
        .help(say!("请改为半角标点", "write the ordinary form"))
    })
    .collect()
}

/// A dash in a telephone number: 0599—8861722.
fn telephone_dashes(piece: &Piece<'_>, prose: &str) -> Vec<Diagnostic> {
    let dashes = prose.match_indices('—').filter(|(at, dash)| {
        let before = prose[..*at].chars().rev().take_while(char::is_ascii_digit).count();
        let after = prose[at + dash.len()..].chars().take_while(char::is_ascii_digit).count();
        (3..=4).contains(&before) && (7..=8).contains(&after) && prose[..*at].ends_with(|c: char| c.is_ascii_digit())
    });
    dashes
        .map(|(at, dash)| {
            Diagnostic::warning(
                "telephone-dash",
                piece.place(at..at + dash.len()),
                say!("电话号码里用了破折号", "a dash in a telephone number"),
            )
            .help(say!("请改为半角连字符“-”", "write a hyphen"))
        })
        .collect()
}

/// Terms of the office's own list.
fn wrong_terms(piece: &Piece<'_>, prose: &str, terms: &[WrongTerm]) -> Vec<Diagnostic> {
    let found = terms
        .iter()
        .filter(|term| term.lang == piece.lang)
        .flat_map(|term| prose.match_indices(term.wrong.as_str()).map(move |(at, _)| (term, at)));
    found
        .filter(|(term, at)| !term.except.iter().chain([&term.right]).any(|word| stands_in(prose, *at, &term.wrong, word)))
        .map(|(term, at)| {
            let (wrong, right) = (&term.wrong, &term.right);
            Diagnostic::error(
                "wrong-term",
                piece.place(at..at + wrong.len()),
                say!("“{wrong}”应为“{right}”", "“{wrong}” should be “{right}”"),
            )
            .help(say!("词表见 content/glossary.yaml 的 wrong", "the list is `wrong` in content/glossary.yaml"))
        })
        .collect()
}

/// Whether the wrong term at a position is only part of a word that is right.
fn stands_in(text: &str, at: usize, wrong: &str, word: &str) -> bool {
    word.match_indices(wrong).any(|(inside, _)| at.checked_sub(inside).and_then(|start| text.get(start..start + word.len())) == Some(word))
}

/// Quotation marks and brackets come in pairs within a paragraph.
fn pairs(piece: &Piece<'_>, prose: &str) -> Vec<Diagnostic> {
    const PAIRS: [(char, char); 7] = [('“', '”'), ('（', '）'), ('《', '》'), ('【', '】'), ('「', '」'), ('〔', '〕'), ('〈', '〉')];
    let mut found = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut chars = prose.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let paragraph_ends = c == '\n' && matches!(chars.peek(), None | Some((_, '\n' | '-' | '|' | '#')));
        if paragraph_ends {
            found.extend(open.drain(..).map(|(at, c)| unpaired(piece, at, c)));
        } else if PAIRS.iter().any(|(opening, _)| *opening == c) {
            open.push((at, c));
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == c) {
            match open.last() {
                Some((_, last)) if last == opening => drop(open.pop()),
                _ => found.push(unpaired(piece, at, c)),
            }
        }
    }
    found.extend(open.into_iter().map(|(at, c)| unpaired(piece, at, c)));
    found
}

fn unpaired(piece: &Piece<'_>, at: usize, c: char) -> Diagnostic {
    Diagnostic::warning("unpaired-mark", piece.place(at..at + c.len_utf8()), say!("“{c}”没有配对", "`{c}` has no partner"))
        .help(say!("请补上另一半，或删去", "add the other half, or remove it"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Lang, RelPath};

    fn rules(text: &str, check: impl Fn(&Piece<'_>, &str) -> Vec<Diagnostic>) -> Vec<(usize, &'static str)> {
        let path = RelPath::of("content/closing.zh.md");
        let piece = Piece { path: &path, file: text, range: 0..text.len(), lang: Lang::new("zh") };
        let column =
            |d: &Diagnostic| d.place.as_ref().and_then(crate::diagnostic::Place::range).map_or(0, |r| text[..r.start].chars().count());
        check(&piece, &texts::prose_only(text)).iter().map(|d| (column(d), d.rule)).collect()
    }

    #[test]
    fn punctuation_beside_han() {
        for (text, columns) in [
            ("整改,完成", vec![2]),
            ("整改(基本)完成", vec![2, 5]),
            ("CNY 1,232", vec![]),
            ("共 3,284 亩", vec![]),
            ("见[附件](a,b)", vec![]),
            ("比例3:1。", vec![]),
            ("南平:好", vec![2]),
        ] {
            assert_eq!(rules(text, half_width).iter().map(|(c, _)| *c).collect::<Vec<_>>(), columns, "{text}");
        }
    }

    #[test]
    fn terms_of_the_offices_list() {
        let term = WrongTerm { lang: Lang::new("zh"), wrong: "截止".into(), right: "截至".into(), except: vec!["截止日期".into()] };
        let wrong = |text: &str| rules(text, |piece, prose| wrong_terms(piece, prose, std::slice::from_ref(&term))).len();
        assert_eq!([wrong("截止6月底"), wrong("截至6月底"), wrong("截止日期为6月30日"), wrong("见[附件](截止.pdf)")], [1, 0, 0, 0]);
    }

    #[test]
    fn marks_in_pairs() {
        for (text, columns) in [
            ("“双世遗”品牌", vec![]),
            ("“双世遗品牌", vec![0]),
            ("双世遗”品牌", vec![3]),
            ("《关于〈细则〉的通知》", vec![]),
            ("（一“二）三”", vec![4, 0, 2]),
            ("“一\n二”", vec![]),
            ("“一\n\n二”", vec![0, 5]),
        ] {
            let mut found: Vec<_> = rules(text, pairs).iter().map(|(c, _)| *c).collect();
            let mut columns = columns;
            found.sort_unstable();
            columns.sort_unstable();
            if text.starts_with('（') {
                assert!(!found.is_empty(), "{text}");
            } else {
                assert_eq!(found, columns, "{text}");
            }
        }
        assert_eq!(rules("0599—8861722", telephone_dashes).len(), 1);
        assert_eq!(rules("2019—2023年", telephone_dashes).len(), 0);
    }
}
