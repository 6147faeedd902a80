//! What stands first of the notice: its number, in words, in a title and in a sentence.

use serde::Serialize;

use super::{Parts, as_of_text};
use crate::notice::edition::Edition;
use crate::notice::statistics::{Headline, Tally};
use crate::text::locale::{Argument, Locale};
use crate::value::StatusClass;

/// What stands first of the notice: what the issuer states of it, never a rate that rests on inference alone.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct HeadlineView {
    /// Its number or rate.
    pub number: String,
    /// What the number rests on, to stand beside it; empty if the issuer states all of it.
    pub basis: String,
    /// What it is a number of.
    pub words: String,
    /// Both in one line, for the title of a window.
    pub title: String,
    /// Both in a sentence with the date that they hold for.
    pub sentence: String,
}

impl Parts<'_> {
    pub(in crate::site) fn headline(&self) -> HeadlineView {
        let (locale, tally) = (self.locale, &self.edition.statistics.all);
        let is_partial = tally.not_stated().n > 0;
        let closed = self.own_labels(tally, StatusClass::Closed);
        let (key, number, basis) = match tally.headline() {
            Headline::Rate(rate) if is_partial => ("rate_of_stated", locale.percent(rate), locale.basis_of_rate(rate)),
            Headline::Rate(rate) => ("rate", locale.percent(rate), locale.basis_of_rate(rate)),
            Headline::Completed(count) => ("completed", locale.number(count.n), locale.basis(count)),
            Headline::Outstanding(stated) => ("outstanding", locale.number(stated), String::new()),
            Headline::Closed(stated) if closed.is_some() => {
                ("closed_with_labels", locale.number(stated), String::new())
            }
            Headline::Closed(stated) => ("closed", locale.number(stated), String::new()),
            Headline::Nothing => ("nothing", locale.number(tally.total()), String::new()),
            Headline::NoIssue => ("no_issue", locale.number(0), String::new()),
        };
        let whole = format!("{number}{basis}");
        let figure = match tally.headline() {
            Headline::Completed(count) => Argument::Issues(count),
            _ => Argument::Text(&whole),
        };
        let date = as_of_text(self.edition, locale);
        let of = if key == "rate_of_stated" { tally.rated().n } else { tally.total() };
        let count = match tally.headline() {
            Headline::Completed(count) => count.n,
            Headline::Outstanding(stated) | Headline::Closed(stated) => stated,
            _ => of,
        };
        let arguments = [
            ("n", Argument::Count(of)),
            ("count", Argument::Count(count)),
            ("number", figure),
            ("date", Argument::Text(&date)),
            ("labels", Argument::Text(closed.as_deref().unwrap_or_default())),
        ];
        let say = |part: &str| locale.say(&format!("headline.{key}.{part}"), &arguments);
        let (words, title) = (say("words"), say("title"));
        let sentence = say("sentence") + &self.others(tally);
        let basis = if words.contains(&basis) { String::new() } else { basis };
        HeadlineView { words, title, sentence, number, basis }
    }

    /// Sentences about the issues that are neither completed nor outstanding, each with the gap before it; none of what the headline says.
    fn others(&self, tally: &Tally) -> String {
        let sentences = match tally.headline() {
            Headline::Nothing => Vec::new(),
            Headline::Closed(_) => self.of_class(tally, StatusClass::NotStated).into_iter().collect(),
            _ => self.other_sentences(tally),
        };
        sentences.into_iter().map(|sentence| self.locale.text("head.gap") + &sentence).collect()
    }
}

/// A text about the notice with what stands first of it before it.
pub fn headed(edition: &Edition, locale: &Locale, text: &str) -> String {
    format!("{}{}{text}", Parts { edition, locale }.headline().sentence, locale.text("head.gap"))
}
