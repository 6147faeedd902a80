//! Information about the document: its number, edition and period, the notice before it, and how long it is on display.

use serde_yaml::{Mapping, Value};

use super::super::passage::Passage;
use super::super::printed;
use super::MadeReader;
use crate::say;

impl MadeReader<'_> {
    pub(super) fn metadata(&mut self, passage: &Passage<'_>, key: &str) {
        let value = passage.value().to_owned();
        match key {
            "document_number" => self.draft.document_number = Some(value),
            "edition" | "meeting" | "speaker" | "disclosure" => {
                let text = self.text(&value);
                self.put(key, text);
            }
            "original" => self.put("original_url", value.into()),
            "period" => {
                let dates = printed::two(self.locale, "metadata.between", ["from", "to"], &value);
                let dates = dates.map(|(from, to)| [from, to].map(|on| printed::date(self.locale, on)));
                match dates {
                    Some([Some(from), Some(to)]) => {
                        let mut period = Mapping::new();
                        period.insert("from".into(), from.to_string().into());
                        period.insert("to".into(), to.to_string().into());
                        self.put("period", Value::Mapping(period));
                    }
                    _ => self.left(passage, &say!("时间段", "a period")),
                }
            }
            "previous" => {
                let dated = printed::two(self.locale, "metadata.dated", ["title", "date"], &value);
                let dated = dated.and_then(|(title, on)| Some((title, printed::date(self.locale, on)?)));
                let mut previous = Mapping::new();
                previous.insert("title".into(), self.text(dated.map_or(&*value, |(title, _)| title)));
                dated.map(|(_, on)| previous.insert("as_of".into(), on.to_string().into()));
                let link = passage.first.looks.iter().find_map(|look| look.link.as_deref());
                link.map(|link| previous.insert("url".into(), link.into()));
                self.put("previous", Value::Mapping(previous));
            }
            "publicity" => match self.publicity(&value) {
                Some(publicity) => self.put("publicity", publicity),
                None => self.left(passage, &say!("公示期", "a period of display")),
            },
            _ => self.left(passage, &say!("文件信息", "information about the document")),
        }
    }

    /// Returns a period of display, as far as it is of days.
    fn publicity(&self, text: &str) -> Option<Value> {
        const KEYS: [&str; 3] = ["publicity_open", "publicity_over", "publicity_to_come"];
        let split = |key: &str| printed::two(self.locale, &format!("metadata.{key}"), ["span", "date"], text);
        let (span, _) = KEYS.into_iter().find_map(split)?;
        let between = printed::two(self.locale, "metadata.between", ["from", "to"], span);
        let one = |key: &str, name: &str| {
            printed::behind(self.locale, key, name, span).filter(|(before, _)| before.is_empty()).map(|(_, on)| on)
        };
        let (from, to) = match between {
            Some((from, to)) => (Some(from), Some(to)),
            None => (one("metadata.since", "from"), one("metadata.until", "to")),
        };
        let mut publicity = Mapping::new();
        for (key, on) in [("from", from), ("to", to)] {
            if let Some(on) = on {
                publicity.insert(key.into(), printed::date(self.locale, on)?.to_string().into());
            }
        }
        (!publicity.is_empty()).then_some(Value::Mapping(publicity))
    }
}
