//! The deadline of an issue, with the day that words are counted as and the date before it was moved.

use super::super::passage::Passage;
use super::super::printed;
use super::IssueReader;
use crate::office::report::Certainty;
use crate::say;
use crate::value::Date;

impl IssueReader<'_, '_> {
    /// A deadline: its date or its words, the day that is counted to, the date before it was moved.
    pub(super) fn due(&mut self, passage: &Passage<'_>) {
        let locale = self.made.locale;
        let value = passage.value();
        if value == locale.text("issue.no_due") {
            return self.last(|issue| drop(issue.more.insert("due".into(), "not-stated".into())));
        }
        // Words that the document knows the day of stand first.
        let is_of = |(words, _): &&(String, Date)| {
            let behind = value.strip_prefix(&**words).map(str::trim_start);
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(['（', '(']))
        };
        let of = self.made.deadlines.iter().filter(is_of);
        let known = of.max_by_key(|(words, _)| words.len()).cloned();
        let (rest, was) = self.taken(value, "issue.original_due");
        let (rest, counted) = self.taken(rest, "issue.counted_as");
        let date = printed::date(locale, rest).or_else(|| self.before_brackets(passage, rest));
        let rest = known.as_ref().map_or(rest, |(words, _)| words.as_str());
        let known = known.as_ref().map(|(_, day)| *day);
        let counted = known.or(counted);
        if date.is_none() && counted.is_none() {
            let message = say!(
                "时限看不出是哪一天，按原话读，请核对 due",
                "no day can be read from the deadline, which is read in its own words; please check `due`"
            );
            self.made.report.at(Certainty::Likely, passage.first.number, value, message);
        }
        let words = date.filter(|_| known.is_none()).is_none().then(|| rest.to_owned());
        self.last(|issue| {
            issue.due = known.or(date).or(counted);
            issue.due_text = words;
            was.map(|was| issue.more.insert("original_due".into(), was.to_string().into()));
        });
    }

    /// Returns the date before brackets whose words no language of gongkai has, and says that they are left out. In a language that it has, they
    /// belong to the deadline: `2024年6月（已延期）`.
    fn before_brackets(&mut self, passage: &Passage<'_>, text: &str) -> Option<Date> {
        let is_unknown = self.made.locale.lang != self.made.lang;
        let at = text.find(['(', '（']).filter(|_| is_unknown)?;
        let date = printed::date(self.made.locale, &text[..at])?;
        let message = say!("时限后面括号里的话没有收入", "the words in brackets behind a deadline were not taken over");
        self.made.report.at(Certainty::LeftOut, passage.first.number, &text[at..], message);
        Some(date)
    }

    /// Takes a date in the words of a message from the end of a text.
    pub(in crate::office::recognise::made) fn taken<'t>(&self, text: &'t str, key: &str) -> (&'t str, Option<Date>) {
        let found = printed::behind(self.made.locale, key, "date", text);
        let dated = found.and_then(|(rest, on)| Some((rest, printed::date(self.made.locale, on)?)));
        dated.map_or((text, None), |(rest, on)| (rest, Some(on)))
    }
}
