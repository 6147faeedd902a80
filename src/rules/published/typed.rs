//! Figures that are typed in a text, and no longer those that were published: clause by clause, since a clause whose
//! words stayed is about the same thing. What a text quotes by name is no figure of its own.

use std::collections::BTreeMap;

use super::read::Texts;
use crate::diagnostic::Place;
use crate::notice::Passage;
use crate::text::locale::{Locale, Rules};
use crate::text::markdown::{BlockKind, OBJECT, Prose};
use crate::text::quantity::{self, Form, Quantity, QuantityKind};
use crate::value::{Date, Decimal};

/// A figure that is typed in a text, with the words around it in each language that has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TypedFigure {
    /// Its value in the base unit.
    pub(super) value: Decimal,
    /// The code of its unit; empty if it has none.
    pub(super) unit: String,
    /// It and the words around it, by the code of the language.
    pub(super) words: Texts,
}

/// A figure that was published and is another one now.
pub(super) struct TypedChange {
    pub(super) was: TypedFigure,
    pub(super) is: TypedFigure,
    /// Where it stands.
    pub(super) at: Place,
    kind: QuantityKind,
}

/// The days that two editions hold for.
#[derive(Clone, Copy)]
pub(super) struct Days {
    pub(super) published: Date,
    pub(super) now: Date,
}

/// Compares a text with what was published of it, in every language that both have.
pub(super) fn changes(passages: &[Passage<'_>], published: &Texts, locales: &[Locale], days: Days) -> Vec<TypedChange> {
    let mut found: Vec<TypedChange> = Vec::new();
    for locale in locales {
        let passage = passages.iter().find(|passage| passage.lang == Some(locale.lang));
        let (Some(passage), Some(before)) = (passage, published.get(locale.lang.code())) else { continue };
        if has_same_words(passage.text(), before) {
            continue;
        }
        for change in in_language(passage, before, locale, days) {
            match found.iter_mut().find(|other| other.is_translated_by(&change)) {
                Some(other) => other.add(change),
                None => found.push(change),
            }
        }
    }
    found
}

impl TypedFigure {
    /// Returns it as the text has it; in a language whose text has it not as pages set figures.
    pub(super) fn shown(&self, locale: &Locale) -> String {
        match self.words.get(locale.lang.code()) {
            Some(words) => format!("“{words}”"),
            None => locale.figure(self.value, &self.unit, None).unwrap_or_else(|| locale.decimal(self.value)),
        }
    }
}

impl TypedChange {
    /// Returns whether a change in another language is this one.
    fn is_translated_by(&self, other: &TypedChange) -> bool {
        let is_same = |one: &TypedFigure, two: &TypedFigure| one.value == two.value;
        let is_new = other.is.words.keys().all(|lang| !self.is.words.contains_key(lang));
        is_new && self.kind.converts_to(&other.kind) && is_same(&self.was, &other.was) && is_same(&self.is, &other.is)
    }

    fn add(&mut self, other: TypedChange) {
        self.was.words.extend(other.was.words);
        self.is.words.extend(other.is.words);
    }
}

/// Returns whether two texts have the same letters and digits, whatever stands where the first quotes figures by name: then
/// nothing that is typed can differ but marks, and nothing is parsed.
fn has_same_words(text: &str, published: &str) -> bool {
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let published = words(published);
    let mut typed = text.split("{{").enumerate().map(|(at, part)| match part.split_once("}}") {
        Some((_, after)) if at > 0 => words(after),
        _ => words(part),
    });
    let Some(mut rest) = typed.next().and_then(|first| published.strip_prefix(&*first)) else { return false };
    let mut last = None;
    for part in typed {
        let Some((_, after)) = rest.split_once(&*part) else { return false };
        rest = after;
        last = Some(part);
    }
    rest.is_empty() || last.is_some_and(|last| published.ends_with(&last))
}

fn in_language(passage: &Passage<'_>, published: &str, locale: &Locale, days: Days) -> Vec<TypedChange> {
    let prose = passage.prose();
    let text = in_rows(&prose);
    let (now, before) = (ReadText::of(&text, &locale.rules), ReadText::of(published, &locale.rules));
    let mut found: Vec<TypedChange> = Vec::new();
    for (words, clauses) in &now.clauses {
        let Some(published) = before.clauses.get(words) else { continue };
        for (is, was) in pairs(&now, clauses, &before, published) {
            if !was.is_as_much_as(is) && !is_the_day(was, is, days) {
                let at = passage.place(prose.place(is.range.clone()));
                let (was, kind) = (before.typed(was, locale), is.kind.clone());
                found.push(TypedChange { was, is: now.typed(is, locale), at, kind });
            }
        }
    }
    found.sort_by_key(|change| change.at.range().map(|range| range.start));
    found
}

/// Returns whether a date only moved from the day of the published edition to that of the new one.
fn is_the_day(was: &Quantity, is: &Quantity, days: Days) -> bool {
    let nth = match is.kind {
        QuantityKind::Year => 0,
        QuantityKind::Month => 1,
        QuantityKind::Day => 2,
        QuantityKind::Number | QuantityKind::Measure(_) => return false,
    };
    let is_part = |day: Date, value: Decimal| {
        day.to_string()
            .split('-')
            .nth(nth)
            .and_then(|part| part.parse().ok())
            .is_some_and(|part: Decimal| part == value)
    };
    is_part(days.published, was.value) && is_part(days.now, is.value)
}

/// The words of a text as downloads have them: the cells of a row in a line, lines that the author broke joined. Places
/// stay.
fn in_rows(prose: &Prose<'_>) -> String {
    let mut text = prose.text.clone().into_owned().into_bytes();
    for block in &prose.blocks {
        let inner = &mut text[block.range.clone()];
        inner.iter_mut().filter(|b| **b == b'\n').for_each(|b| *b = b' ');
        if matches!(block.kind, BlockKind::Cell(column) if column > 0) {
            let gap = block.range.start.saturating_sub(2)..block.range.start;
            text[gap].iter_mut().filter(|b| **b == b'\n').for_each(|b| *b = b' ');
        }
    }
    String::from_utf8(text).unwrap_or_else(|_| prose.text.clone().into_owned())
}

/// The figures of a clause, by their place among those of the text; none where one is quoted by name.
type ClauseFigures = Vec<Option<usize>>;

/// A text and its clauses, by their words without figures.
struct ReadText<'a> {
    text: &'a str,
    figures: Vec<Quantity>,
    clauses: BTreeMap<String, Vec<ClauseFigures>>,
}

impl<'a> ReadText<'a> {
    fn of(text: &'a str, rules: &Rules) -> ReadText<'a> {
        let mut figures = quantity::read(text, rules);
        figures.retain(|figure| matches!(figure.form, Form::Digits | Form::CountingWord));
        let mut read = ReadText { text, figures, clauses: BTreeMap::new() };
        let (mut words, mut in_clause) = (String::new(), Vec::new());
        let (mut at, mut next) = (0, 0);
        while let Some(c) = text[at..].chars().next() {
            if let Some(figure) = read.figures.get(next).filter(|figure| figure.range.start <= at) {
                at = figure.range.end.max(at);
                words.push(OBJECT);
                in_clause.push(Some(next));
                next += 1;
                continue;
            }
            at += c.len_utf8();
            if c == OBJECT {
                in_clause.push(None);
            }
            if ends_clause(c, &text[at..]) {
                read.add(std::mem::take(&mut words), std::mem::take(&mut in_clause));
            } else if !c.is_whitespace() {
                words.push(c);
            }
        }
        read.add(words, in_clause);
        read
    }

    /// Adds a clause if it has figures and says what they are of.
    fn add(&mut self, words: String, figures: ClauseFigures) {
        const FEWEST_LETTERS: usize = 2;
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= FEWEST_LETTERS && !figures.is_empty() {
            self.clauses.entry(words).or_default().push(figures);
        }
    }

    /// Returns a figure with the words around it: as many as tell what it is, and no other figure.
    fn typed(&self, figure: &Quantity, locale: &Locale) -> TypedFigure {
        let unit = if let QuantityKind::Measure(code) = &figure.kind { code.clone() } else { String::new() };
        let words = [(locale.lang.code().to_owned(), self.around(figure, locale))].into();
        TypedFigure { value: figure.value, unit, words }
    }

    /// Returns the values of a clause, each with its unit.
    fn values(&self, clause: &ClauseFigures) -> Vec<Option<(&str, Decimal)>> {
        let value = |at: &usize| (self.figures[*at].kind.base_code(), self.figures[*at].base_value());
        clause.iter().map(|at| at.as_ref().map(value)).collect()
    }

    fn around(&self, figure: &Quantity, locale: &Locale) -> String {
        // As many characters as a few words of the language have.
        let (most_before, most_behind) = if locale.rules.language.east_asian { (16, 8) } else { (48, 24) };
        let at = self.figures.partition_point(|other| other.range.start < figure.range.start);
        let last = at.checked_sub(1).map_or(0, |before| self.figures[before].range.end.min(figure.range.start));
        let next = self.figures.get(at + 1).map_or(self.text.len(), |next| next.range.start.max(figure.range.end));
        let (before, behind) = (&self.text[last..figure.range.start], &self.text[figure.range.end..next]);
        let is_end = |(at, c): (usize, char), text: &str| c == OBJECT || ends_clause(c, &text[at + c.len_utf8()..]);
        let cut =
            before.char_indices().rev().find(|found| is_end(*found, before)).map_or(0, |(at, c)| at + c.len_utf8());
        let before = last_words(&before[cut..], most_before);
        let end = behind.char_indices().find(|found| is_end(*found, behind)).map_or(behind.len(), |(at, _)| at);
        let behind = first_words(&behind[..end], most_behind);
        [before, &self.text[figure.range.clone()], behind].concat().trim().to_owned()
    }
}

/// Returns whether a clause ends with a character, before what follows.
fn ends_clause(c: char, behind: &str) -> bool {
    match c {
        '。' | '；' | '！' | '？' | '，' | '、' | '：' | ';' | '!' | '?' | ':' | '\n' => true,
        '.' | ',' => behind.is_empty() || behind.starts_with(char::is_whitespace),
        _ => false,
    }
}

/// Returns the last words of a text that are not much longer than a limit, in characters of Chinese.
fn last_words(text: &str, most: usize) -> &str {
    let mut from = text.char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at);
    while text[..from].ends_with(|c: char| c.is_ascii_alphanumeric())
        && text[from..].starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        from -= 1;
    }
    &text[from..]
}

/// Returns the first words of a text that are not much longer than a limit.
fn first_words(text: &str, most: usize) -> &str {
    let mut to = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    while text[..to].ends_with(|c: char| c.is_ascii_alphanumeric())
        && text[to..].starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        to += 1;
    }
    &text[..to]
}

/// Returns the figures of clauses of the same words that may be each other's, in order: clauses that stayed are left
/// out, and where one was added or left out nobody knows which is which.
fn pairs<'q>(
    now: &'q ReadText<'_>,
    clauses: &[ClauseFigures],
    before: &'q ReadText<'_>,
    published: &[ClauseFigures],
) -> Vec<(&'q Quantity, &'q Quantity)> {
    let mut stayed: BTreeMap<Vec<Option<(&str, Decimal)>>, usize> = BTreeMap::new();
    published.iter().for_each(|clause| *stayed.entry(before.values(clause)).or_default() += 1);
    let is_new = |clause: &&ClauseFigures| match stayed.get_mut(&now.values(clause)).filter(|left| **left > 0) {
        Some(left) => {
            *left -= 1;
            false
        }
        None => true,
    };
    let new: Vec<&ClauseFigures> = clauses.iter().filter(is_new).collect();
    let is_left = |clause: &&ClauseFigures| {
        let left = stayed.get_mut(&before.values(clause)).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    };
    let left: Vec<&ClauseFigures> = published.iter().filter(is_left).collect();
    if new.len() != left.len() {
        return Vec::new();
    }
    let figures = new.into_iter().zip(left).flat_map(|(is, was)| is.iter().zip(was));
    figures.filter_map(|(is, was)| Some((&now.figures[(*is)?], &before.figures[(*was)?]))).collect()
}

#[cfg(test)]
mod tests {
    use super::has_same_words;

    #[test]
    fn a_text_is_the_published_one_whatever_its_quotations_say() {
        for (text, published, is_same) in [
            ("罚款**5万元**。", "罚款5万元。", true),
            ("罚款5万元。", "罚款3万元。", false),
            ("追回{{ back }}，涉及{{n}}人。", "追回147.6万元，涉及12人。", true),
            ("追回{{ back }}，罚款5元", "追回147.6万元，罚款3元", false),
            ("罚款5元，追回{{ back }}", "罚款3元，追回147.6万元", false),
            ("{{ a }}罚5元{{ b }}", "7万元罚3元8", false),
            ("追回{{ back }}", "追回147.6万元", true),
            ("追回5元", "追回5元整", false),
            ("", "", true),
        ] {
            assert_eq!(has_same_words(text, published), is_same, "{text}");
        }
    }
}
