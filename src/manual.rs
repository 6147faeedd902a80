//! The manual: what `gongkai help TOPIC` prints, in one language at a time, so that every office has it offline.
//!
//! Pages are Markdown files in `manual/zh` and `manual/en`, embedded in the program. What the code knows best is not
//! written there: a line such as `<!-- fields -->` is replaced with a part that is generated from the record types, the
//! rules, the views or the built-in theme.

mod fields;
mod reading;
mod rules;
mod units;
mod views;

use include_dir::{Dir, include_dir};

use crate::value::Lang;

pub use fields::{RecordField, fields};
pub use rules::{escaped, rules};
pub use views::{TEMPLATES, field_names};

static ZH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/manual/zh");
static EN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/manual/en");

/// Every topic, in the order in which a reader needs them.
pub const TOPICS: [&str; 22] = [
    "start",
    "import",
    "export",
    "records",
    "offices",
    "statuses",
    "narratives",
    "parts",
    "figures",
    "languages",
    "check",
    "rules",
    "corrections",
    "publish",
    "hosting",
    "data",
    "themes",
    "integrate",
    "commands",
    "limits",
    "measurements",
    "contribute",
];

/// A part of a page that is generated.
type GeneratedPart = fn(Lang) -> String;

/// The generated parts, by the name in their mark.
const PARTS: [(&str, GeneratedPart); 5] = [
    ("fields", fields::page),
    ("reading", reading::reading),
    ("rules", rules::rules),
    ("units", units::units),
    ("views", views::views),
];

/// Returns the page of a topic, complete. `None` if there is no such topic or language.
pub fn page(topic: &str, lang: Lang) -> Option<String> {
    let mut page = source(topic, lang)?.to_owned();
    for (name, part) in PARTS {
        let mark = format!("<!-- {name} -->\n");
        if page.contains(&mark) {
            page = page.replace(&mark, &part(lang));
        }
    }
    Some(page)
}

/// Returns the heading of a topic, which says what it is about.
pub fn title(topic: &str, lang: Lang) -> Option<&'static str> {
    source(topic, lang)?.lines().next()?.strip_prefix("# ")
}

/// Returns every topic with its heading, one a line.
pub fn contents(lang: Lang) -> String {
    let width = TOPICS.iter().map(|topic| topic.len()).max().unwrap_or(0);
    let line = |topic: &&str| format!("  {topic:width$}  {}\n", title(topic, lang).unwrap_or_default());
    TOPICS.iter().map(line).collect()
}

fn source(topic: &str, lang: Lang) -> Option<&'static str> {
    let pages = match lang.code() {
        "zh" => &ZH,
        "en" => &EN,
        _ => return None,
    };
    pages.get_file(format!("{topic}.md"))?.contents_utf8()
}

/// Returns one of two texts, by language.
fn either<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    if lang.code() == "zh" { zh } else { en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_a_page_in_each_language_and_no_page_is_forgotten() {
        for (code, pages) in [("zh", &ZH), ("en", &EN)] {
            let lang = Lang::new(code);
            for topic in TOPICS {
                assert!(title(topic, lang).is_some(), "{code}: {topic} has no page, or its page no heading");
            }
            assert_eq!(pages.files().count(), TOPICS.len(), "a file in manual/{code} is not a topic");
        }
    }

    #[test]
    fn every_mark_is_replaced_and_every_part_is_used() {
        for code in ["zh", "en"] {
            let lang = Lang::new(code);
            let sources: String = TOPICS.iter().filter_map(|topic| source(topic, lang)).collect();
            for (name, _) in PARTS {
                assert_eq!(sources.matches(&format!("<!-- {name} -->\n")).count(), 1, "{code}: {name}");
            }
            for topic in TOPICS {
                assert!(!page(topic, lang).unwrap_or_default().contains("<!--"), "{code}: {topic}");
            }
        }
    }

    #[test]
    fn english_pages_are_english() {
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for topic in ["start", "check", "rules", "publish", "hosting", "themes", "limits", "measurements"] {
            let page = page(topic, Lang::new("en")).unwrap_or_default();
            let han: Vec<&str> = page
                .lines()
                .filter(|line| line.contains(is_han) && !line.contains('`') && !line.contains("{zh: "))
                .collect();
            assert_eq!(han, Vec::<&str>::new(), "{topic}");
        }
    }
}
