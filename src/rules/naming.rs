//! What a notice calls the scrutiny that it answers, what was found and what is done about it: words that every
//! language has, and the kind that the notice speaks of.

use super::example::Example::Shown;
use super::example::ExampleChange::{Added, Part};
use super::example::NOTICE;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Message, Place, Severity, nearest};
use crate::notice::edition::Edition;
use crate::notice::{Inspection, Naming, wording};
use crate::say;
use crate::text::locale::{Locale, Wording};
use crate::value::width::is_wide;
use crate::value::{Localized, Text};

pub(super) static UNKNOWN_KIND: Rule = Rule {
    id: "unknown-kind",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "检查的种类（inspection 的 kind）、一项事项的叫法（noun）和怎样处理（work）是各语言都认识的词，或者按语言各写各的。只有一种语言的通报，可以直接写自己的词，但不能像是已有的词的误写，也不能是别的语言的词。",
        "The kind of an inspection (`kind`), what one issue is called (`noun`) and what is done about it (`work`) are words that every language knows, or are written for each language. A notice in one language may write a word of its own alone, unless it looks like a slip for a known one or is written in another script.",
    ),
    why: Words(
        "程序不认识的词，译不出来：英文页面上会出现中文词。误写的词会原样出现在每一页的页首。",
        "A word that is not known cannot be rendered in the other languages: English pages would show a Chinese word. A misspelt one would stand at the head of every page.",
    ),
    example: Shown(&[Added(NOTICE, "noun: 难题\n", "noun: recommendation\n")]),
    check: Check::Complete(unknown),
};

pub(super) static KIND_DIFFERS: Rule = Rule {
    id: "kind-differs",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "标题、检查机构的名称说的是哪一种检查，inspection 的 kind 就写哪一种。",
        "The title and the name of the inspecting body speak of the kind of scrutiny that `kind` names.",
    ),
    why: Words(
        "巡视、巡察、审计、督察是不同的权力；标题说巡察，页面说巡视，就是说错了。",
        "An inspection, a patrol inspection and an audit are different powers; pages that name another one than the title does are wrong.",
    ),
    example: Shown(&[Part(NOTICE, "inspection:\n  kind: 巡视\n  body", "inspection:\n  body")]),
    check: Check::Complete(differing),
};

/// The words of a table of a language: ids with what they are called.
type WordTable = fn(&Wording) -> Vec<(&str, &str)>;

const KINDS: WordTable = |wording| wording.kinds().collect();
const NOUNS: WordTable = |wording| wording.nouns().collect();
const WORKS: WordTable = |wording| wording.works().collect();

fn unknown(edition: &Edition) -> Vec<Diagnostic> {
    let (record, locales) = (&edition.notice.record, &edition.theme.locales);
    let inspections = record.inspections().iter();
    let kinds = inspections
        .filter_map(|of| of.kind.as_ref())
        .map(|kind| (written(kind), wording::known_kind(kind, locales), KINDS));
    let noun = record.noun.iter().map(|noun| (written(noun), wording::known_noun(noun, locales), NOUNS));
    let work = record.work.iter().map(|work| (written(work), wording::known_work(work, locales), WORKS));
    let words = kinds.chain(noun).chain(work);
    let found = |(word, id, table): (Option<&Text>, Option<&str>, WordTable)| match &locales[..] {
        [only] => id.is_none().then(|| doubted(edition, word?, only, table)).flatten(),
        _ => not_known(edition, word?, id, table),
    };
    words.filter_map(found).collect()
}

/// Returns the word of a naming that is one.
fn written<T>(naming: &Naming<T>) -> Option<&Text> {
    match naming {
        Naming::Word(word) => Some(word),
        Naming::Own(_) => None,
    }
}

/// Returns a diagnostic for a word of a notice in one language that its office can hardly mean. There any word of its
/// own will do, and braces say that it is meant.
fn doubted(edition: &Edition, word: &Text, locale: &Locale, table: WordTable) -> Option<Diagnostic> {
    let (known, lang) = (table(&locale.wording), locale.lang);
    let own = format!("{lang}: {word}");
    let is_east_asian = locale.rules.language.east_asian;
    let (message, help) = match slip_for(word, &known, is_east_asian) {
        Some(meant) => (
            say!("“{word}”像是“{meant}”的误写", "`{word}` looks like a slip for `{meant}`"),
            say!(
                "请改为 {meant}；确实就叫“{word}”的，请写 {{{own}}}",
                "write `{meant}`; if `{word}` is meant, write {{{own}}}"
            ),
        ),
        None if is_of_script(word, is_east_asian) => return None,
        None => (
            say!(
                "“{word}”不是通报所用语言（{lang}）的词",
                "`{word}` is not written in the language of the notice ({lang})"
            ),
            known_words(word, &known, &format!("{lang}: …")),
        ),
    };
    let place = Place::span(&edition.notice.path, word.span());
    Some(Diagnostic::of(&UNKNOWN_KIND, place, message).help(help))
}

/// Returns the known word that a word is most likely a slip for.
fn slip_for<'a>(word: &str, known: &[(&'a str, &'a str)], is_east_asian: bool) -> Option<&'a str> {
    let all = || known.iter().flat_map(|(id, name)| [*id, *name]);
    if is_east_asian && is_of_script(word, true) {
        return all().find(|known| is_slip_of_characters(word, known));
    }
    nearest(word, all()).filter(|known| strsim::damerau_levenshtein(word, known) <= MOST_SLIPS)
}

/// How many letters of a word may be wrong for it to be a slip and no other word.
const MOST_SLIPS: usize = 2;

/// Returns whether a word of characters is a known one with one too many inside, one left out, or in another order.
/// Another character makes another word (督导 is no 督察), and so does one before or behind (大督查, 建议书).
fn is_slip_of_characters(word: &str, known: &str) -> bool {
    let (word, known): (Vec<char>, Vec<char>) = (word.chars().collect(), known.chars().collect());
    let lacks_one_of = |short: &[char], long: &[char]| {
        short.len() + 1 == long.len() && (0..long.len()).any(|at| [&long[..at], &long[at + 1..]].concat() == short)
    };
    let has_its_ends = word.first() == known.first() && word.last() == known.last();
    let sorted = |word: &[char]| {
        let mut all = word.to_vec();
        all.sort_unstable();
        all
    };
    has_its_ends && lacks_one_of(&known, &word)
        || known.len() > 2 && lacks_one_of(&word, &known)
        || sorted(&word) == sorted(&known)
}

/// Returns whether a word has a letter of a script that is set wide, or of one that is not.
fn is_of_script(word: &str, wide: bool) -> bool {
    word.chars().any(|c| c.is_alphabetic() && is_wide(c) == wide)
}

/// Returns a diagnostic for a word that some language does not have.
fn not_known(edition: &Edition, word: &Text, id: Option<&str>, table: WordTable) -> Option<Diagnostic> {
    let locales = &edition.theme.locales;
    let called = |locale: &Locale| {
        let words = table(&locale.wording).into_iter();
        words.filter(|(known, _)| Some(*known) == id).map(|(_, name)| name.to_owned()).next()
    };
    let lacking: Vec<&str> = locales.iter().filter(|l| called(l).is_none()).map(|l| l.lang.code()).collect();
    let own = locales.iter().map(|l| format!("{}: {}", l.lang, called(l).unwrap_or_else(|| "…".to_owned())));
    let own = own.collect::<Vec<_>>().join(", ");
    let help = match id {
        _ if lacking.is_empty() => return None,
        None => known_words(word, &table(&locales.first()?.wording), &own),
        Some(_) => {
            let langs = lacking.join(", ");
            say!(
                "{langs} 没有这个词，请按语言写：{{{own}}}",
                "{langs} has no such word; write one for each language: {{{own}}}"
            )
        }
    };
    let place = Place::span(&edition.notice.path, word.span());
    let message = say!("不是每种语言都认识“{word}”这个词", "not every language knows the word `{word}`");
    Some(Diagnostic::of(&UNKNOWN_KIND, place, message).help(help))
}

/// Returns what may be written in place of a word that no language has.
fn known_words(word: &Text, known: &[(&str, &str)], own: &str) -> Message {
    let explained = |(id, name): &(&str, &str)| if id == name { (*id).to_owned() } else { format!("{id}（{name}）") };
    let list = known.iter().map(explained).collect::<Vec<_>>().join("、");
    let ids = known.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", ");
    let near = nearest(word, known.iter().flat_map(|(id, name)| [*id, *name]));
    let [near, near_en] =
        near.map_or_else(Default::default, |near| [format!("是不是“{near}”？"), format!("did you mean `{near}`? ")]);
    say!(
        "{near}可用的词有：{list}；自己的词请按语言写：{{{own}}}",
        "{near_en}known words are {ids}; write a word of your own for each language: {{{own}}}"
    )
}

fn differing(edition: &Edition) -> Vec<Diagnostic> {
    let record = &edition.notice.record;
    let kinds: Vec<&Inspection> = record.inspections().iter().filter(|inspection| inspection.kind.is_some()).collect();
    if kinds.is_empty() {
        return Vec::new();
    }
    let in_title = differing_in(edition, &record.title, &kinds);
    // An office that writes words of its own means them, whoever inspects: an audit office also evaluates.
    let is_known = |inspection: &&&Inspection| {
        inspection.kind.as_ref().is_some_and(|kind| wording::known_kind(kind, &edition.theme.locales).is_some())
    };
    let bodies = kinds.iter().filter(is_known).filter_map(|inspection| Some((inspection, inspection.body.as_ref()?)));
    in_title
        .into_iter()
        .chain(bodies.flat_map(|(inspection, body)| differing_in(edition, body, &[inspection])))
        .collect()
}

/// Returns a diagnostic for a text that names a kind which the notice does not state, and leaves out one that it states;
/// one for all of its languages.
fn differing_in(edition: &Edition, text: &Localized, inspections: &[&Inspection]) -> Option<Diagnostic> {
    let locales = &edition.theme.locales;
    locales.iter().find_map(|locale| {
        let written = text.get(locale.lang)?;
        let lower = written.to_lowercase();
        let words =
            inspections.iter().map(|inspection| wording::words_of(&edition.notice, inspection, locales, locale));
        let stated: Vec<String> = words.filter_map(|words| words.get("kind").map(str::to_lowercase)).collect();
        let said = said(&locale.wording, &lower, &stated)?;
        Some(differs(Place::span(&edition.notice.path, written.span()), said, &stated))
    })
}

/// Returns the kind that a text names in place of one that is stated. A text that names all of them may name others,
/// too: a check of how an audit was followed up.
fn said<'a>(wording: &'a Wording, text: &str, stated: &[String]) -> Option<&'a str> {
    let is_stated = |kind: &str| stated.iter().any(|stated| stated.contains(kind) || kind.contains(stated.as_str()));
    if stated.iter().all(|stated| text.contains(stated.as_str())) {
        return None;
    }
    let named = wording.kinds().map(|(_, kind)| kind).filter(|kind| names(text, kind));
    named.max_by_key(|kind| kind.len()).filter(|kind| !is_stated(kind))
}

/// Returns whether a text has a word of its own: no part of a longer one, where words are parted by spaces.
fn names(text: &str, word: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    text.match_indices(word)
        .any(|(at, _)| !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + word.len()..].chars().next()))
}

fn differs(place: Place, said: &str, stated: &[String]) -> Diagnostic {
    let (stated_zh, stated_en) = (stated.join("、"), stated.join(", "));
    let message =
        say!("这里说的是“{said}”，kind 写的是“{stated_zh}”", "this speaks of {said}, but `kind` says {stated_en}");
    let help: Message = say!("请改为 kind: {said}，或改正这里的文字", "write `kind: {said}`, or correct the text");
    Diagnostic::of(&KIND_DIFFERS, place, message).help(help)
}
