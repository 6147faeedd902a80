//! Words of a notice for what it is about that some language does not know.

use super::slip::{is_of_script, slip_for};
use super::written;
use crate::diagnostic::{Diagnostic, Message, Place, Severity, nearest};
use crate::notice::edition::Edition;
use crate::notice::wording;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::NOTICE;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::locale::{Locale, Wording};
use crate::value::Text;

pub(in crate::rules) static UNKNOWN_KIND: Rule = Rule {
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
