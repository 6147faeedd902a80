//! What changed since a notice was published, and how pages show it.

use std::borrow::Cow;

use super::read::{PublishedFigure, Texts};
use super::typed::TypedFigure;
use crate::diagnostic::Place;
use crate::notice::Figure;
use crate::notice::fields::ToldIn;
use crate::text::locale::Locale;
use crate::value::{Approximation, Date, Decimal, Localized};

/// A change of something that was published.
pub(super) struct PublishedChange<'a> {
    /// Where readers should be told.
    pub(super) told_in: ToldIn,
    /// Where the new value stands; none if it stands nowhere.
    pub(super) at: Option<Place>,
    /// What changed.
    pub(super) what: What<'a>,
}

impl PublishedChange<'_> {
    /// Returns whether it is one of the course of an issue: of a figure that is typed in a text, or of a measure.
    pub(super) fn is_of_course(&self) -> bool {
        let What::Value { label, was, .. } = &self.what else { return false };
        matches!(label, ValueLabel::Measure(..)) || matches!(was, ShownValue::Typed(_))
    }
}

/// What changed.
pub(super) enum What<'a> {
    /// A value is another one, or is gone.
    Value { label: ValueLabel<'a>, was: ShownValue<'a>, is: Option<ShownValue<'a>> },
    /// An issue is not there any more.
    Gone { name: String, title: Texts },
    /// An issue has another number, or is called otherwise.
    Renumbered { from: String, to: String, title: Texts },
}

/// What a value is called.
pub(super) enum ValueLabel<'a> {
    /// A column of the table.
    Column(&'static str),
    /// A figure.
    Figure(&'a Localized),
    /// A figure that is gone.
    Published(Texts),
    /// A column of an item of the issue, by the title that it had.
    Item(Texts, &'static str),
    /// A column of a measure of the issue, by its label or number.
    Measure(String, &'static str),
    /// What stands in the data under something that has a name: the message of its column, if it has one.
    Leaf(Texts, Option<&'static str>),
}

impl ValueLabel<'_> {
    /// Returns whether it is the name of a list, which does not tell what of it is meant.
    pub(super) fn is_of_many(&self) -> bool {
        matches!(self, ValueLabel::Leaf(name, _) if name.is_empty())
    }

    /// Returns it in a language; nothing if it was not published in that language.
    pub(super) fn shown(&self, locale: &Locale) -> String {
        match self {
            ValueLabel::Column(key) => locale.text(&format!("data.columns.{key}.title")),
            ValueLabel::Figure(label) => label.text(locale.lang).to_owned(),
            ValueLabel::Published(label) => label.get(locale.lang.code()).cloned().unwrap_or_default(),
            ValueLabel::Item(title, key) => {
                let title = title.get(locale.lang.code()).map_or("", String::as_str);
                [title, locale.word("head.dot"), &ValueLabel::Column(key).shown(locale)].concat()
            }
            ValueLabel::Measure(name, key) => {
                let between = if locale.rules.language.east_asian { "" } else { " " };
                let measures = ValueLabel::Column("measures").shown(locale);
                let column = ValueLabel::Column(key).shown(locale);
                [&measures, between, name, locale.word("head.dot"), &column].concat()
            }
            ValueLabel::Leaf(name, column) => {
                let name = name.get(locale.lang.code()).map_or("", String::as_str);
                let column = column.map(|column| locale.text(column)).unwrap_or_default();
                let dot = if name.is_empty() || column.is_empty() { "" } else { locale.word("head.dot") };
                [name, dot, &column].concat()
            }
        }
    }
}

/// A value that pages show.
#[derive(PartialEq)]
pub(super) enum ShownValue<'a> {
    /// One of a few words; what pages call it is the message `PREFIX.WORD`.
    Word(&'static str, String),
    /// A date.
    Date(Date),
    /// A choice of a field of the office's own, by its id and, if there is still such, its name.
    Choice(String, Option<&'a Localized>),
    /// A number that has no unit.
    Number(Decimal),
    /// A figure: value, unit and how exact it is.
    Figure(Decimal, Cow<'a, str>, Option<Approximation>),
    /// A figure that is typed in a text.
    Typed(TypedFigure),
    /// A text in each language, or in those in which it is another one.
    Texts(Texts),
    /// What is the same in every language.
    Code(String),
}

impl<'a> ShownValue<'a> {
    pub(super) fn figure(figure: &'a Figure) -> ShownValue<'a> {
        ShownValue::Figure(*figure.value, figure.unit.as_str().into(), figure.approx)
    }

    pub(super) fn published<'p>(figure: &PublishedFigure) -> ShownValue<'p> {
        ShownValue::Figure(figure.value, figure.unit.clone().into(), figure.approx)
    }

    /// Returns it as pages in a language set it.
    pub(super) fn shown(&self, locale: &Locale) -> String {
        match self {
            // A status that the notice no longer has has no other name.
            ShownValue::Word(prefix, word) => match format!("{prefix}.{word}") {
                key if locale.messages.has(&key) => locale.text(&key),
                _ => word.clone(),
            },
            ShownValue::Date(date) => locale.date(*date),
            ShownValue::Choice(id, name) => name.map_or_else(|| id.clone(), |name| name.text(locale.lang).to_owned()),
            ShownValue::Number(number) => locale.decimal(*number),
            ShownValue::Figure(value, unit, approx) => {
                locale.figure(*value, unit, *approx).unwrap_or_else(|| format!("{} {unit}", locale.decimal(*value)))
            }
            ShownValue::Typed(figure) => figure.shown(locale),
            ShownValue::Texts(texts) => {
                let words = texts.get(locale.lang.code()).or_else(|| texts.values().next());
                format!("“{}”", words.map_or("", String::as_str))
            }
            ShownValue::Code(code) => code.clone(),
        }
    }
}
