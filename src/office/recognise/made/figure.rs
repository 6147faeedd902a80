//! A figure that a document of ours knows: its id, what texts show of it, and its record.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};

use super::printed::lines;
use crate::text::locale::{Argument, Locale};
use crate::value::{Approximation, Date, Decimal, Lang, is_id};

/// A figure that a document knows.
#[derive(Debug, Clone)]
pub(super) struct KnownFigure {
    /// Its id.
    pub id: String,
    /// Its label in the language of the document.
    pub label: String,
    /// What texts show of it.
    pub text: String,
    value: Decimal,
    was: Option<Decimal>,
    /// What a record says of it beside these.
    facts: BTreeMap<String, String>,
}

impl KnownFigure {
    pub(super) fn read(text: &str) -> Option<KnownFigure> {
        let mut facts: BTreeMap<String, String> =
            lines(text).map(|(name, said)| (name.to_owned(), said.to_owned())).collect();
        let id = facts.remove("id").filter(|id| is_id(id))?;
        let (label, text) = (facts.remove("label")?, facts.remove("text")?);
        let value = facts.remove("value")?.parse().ok()?;
        let was = facts.remove("was").and_then(|was| was.parse().ok());
        Some(KnownFigure { id, label, text, value, was, facts })
    }

    /// Returns it as a list of figures shows it: with what it was, and the day that it holds for.
    pub(super) fn whole_text(&self, locale: &Locale) -> Option<String> {
        let mut text = self.text.clone();
        if let Some(was) = self.was {
            let fact = |name: &str| self.facts.get(name).map(String::as_str);
            let approx =
                fact("approx").and_then(|word| Approximation::ALL.into_iter().find(|known| known.word() == word));
            let was = locale.figure_in(was, fact("unit")?, approx, fact("shown_in"))?;
            text += &locale.say("money.was", &[("was", Argument::Text(&was))]);
        }
        if let Some(day) = self.facts.get("as_of") {
            let day = locale.date(day.parse::<Date>().ok()?);
            text += &locale.say("metadata.as_of", &[("date", Argument::Text(&day))]);
        }
        Some(text)
    }

    /// Returns its record with what it shows now.
    pub(super) fn with(&self, shown: Mapping, lang: Lang) -> Value {
        const SHOWN: [&str; 6] = ["value", "unit", "shown_in", "approx", "was", "as_of"];
        let mut figure = self.record(lang);
        if let Value::Mapping(figure) = &mut figure {
            SHOWN.iter().for_each(|name| drop(figure.remove(*name)));
            figure.extend(shown);
        }
        figure
    }

    /// Returns its record.
    pub(super) fn record(&self, lang: Lang) -> Value {
        let mut label = Mapping::new();
        label.insert(lang.code().into(), self.label.as_str().into());
        let mut figure = Mapping::new();
        figure.insert("id".into(), self.id.as_str().into());
        figure.insert("label".into(), Value::Mapping(label));
        figure.insert("value".into(), number(self.value));
        self.was.map(|was| figure.insert("was".into(), number(was)));
        figure.extend(self.facts.iter().map(|(name, said)| (name.as_str().into(), said.as_str().into())));
        Value::Mapping(figure)
    }
}

/// Returns a number as a record has it.
pub(super) fn number(value: Decimal) -> Value {
    let text = value.to_string();
    serde_yaml::from_str(&text).unwrap_or_else(|_| text.into())
}
