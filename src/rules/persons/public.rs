//! What a notice publishes on purpose: numbers and addresses under `contact`, which may stand anywhere on the site.

use super::Find;
use super::reading::compact;
use crate::notice::{Figure, Notice, Written, WrittenText};
use crate::value::RelPath;

/// Returns every figure, and the file that states it.
pub(super) fn figures(notice: &Notice) -> impl Iterator<Item = (&RelPath, &Figure)> {
    let part = notice.accountability.as_ref();
    let lists = std::iter::once((&notice.path, &*notice.record.stated))
        .chain(part.map(|part| (&part.path, &*part.record.figures)))
        .chain(notice.issues.iter().map(|issue| (&issue.path, &*issue.record.figures)));
    lists.flat_map(|(path, figures)| figures.iter().map(move |figure| (path, figure)))
}

/// Numbers and addresses that may be published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Public {
    /// Letters and digits of the texts that state them.
    texts: Vec<String>,
    emails: Vec<String>,
}

impl Public {
    /// Returns what is stated under `contact`.
    pub fn of_notice(notice: &Notice) -> Public {
        let mut texts: Vec<&str> = Vec::new();
        notice.record.contact.each_text(&mut |text| match text {
            WrittenText::Bare(text) | WrittenText::Common(text) => texts.push(text.as_str()),
            WrittenText::Plain(all) => texts.extend(all.iter().map(|(_, text)| text.as_str())),
            WrittenText::Markdown(all) => texts.extend(all.iter().map(|(_, text)| text.source())),
        });
        Public::of(texts.into_iter())
    }

    /// Returns the amounts of a notice that are as long as a number of a person: what they count is looked at with
    /// their labels.
    pub fn amounts(notice: &Notice) -> Public {
        const SHORTEST: usize = 11;
        let values = figures(notice).flat_map(|(_, figure)| figure.values()).map(ToString::to_string);
        Public { texts: values.filter(|value| value.len() >= SHORTEST).collect(), emails: Vec::new() }
    }

    /// Returns what some texts state.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Public {
        let mut public = Public::default();
        for text in texts {
            let emails = super::finds(text).into_iter().filter(|find| find.is_email);
            public.emails.extend(emails.map(|find| find.value));
            public.texts.push(compact(text));
        }
        public
    }

    /// Returns the same with what more texts state.
    pub fn and(mut self, more: Public) -> Public {
        self.texts.extend(more.texts);
        self.emails.extend(more.emails);
        self
    }

    /// Returns whether an e-mail address is one of them.
    pub fn has_email(&self, address: &str) -> bool {
        self.emails.iter().any(|email| email.eq_ignore_ascii_case(address))
    }

    /// Returns whether a find is one of them.
    pub fn has(&self, find: &Find) -> bool {
        if find.is_email {
            self.has_email(&find.value)
        } else {
            self.texts.iter().any(|text| text.contains(&find.value))
        }
    }
}
