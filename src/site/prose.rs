//! Markdown of a notice, set for one page: which names it may quote and where its links lead.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::edition::{Edition, IssueTexts, Texts};
use crate::locale::Locale;
use crate::markdown::{self, Labels, SetText, Setting, Target};
use crate::model::{Figure, Issue, Narrative};
use crate::say;
use crate::statistics::Statistics;
use crate::value::RelPath;

use super::parts::Html;

/// A place where Markdown is set.
#[derive(Clone, Copy)]
pub struct Prose<'a> {
    /// What is published.
    pub edition: &'a Edition,
    /// The language.
    pub locale: &'a Locale,
    /// Leads from the page to the root of its language: empty or `../`.
    pub root: &'a str,
    /// Makes ids unique where many texts stand on one page.
    pub id_prefix: &'a str,
    /// The level of the highest heading.
    pub heading_level: u8,
    /// The figures that may be quoted.
    pub figures: &'a [Figure],
}

/// The texts of an issue in one language, as they stand in one place.
#[derive(Clone, Copy)]
pub struct IssueProse<'a> {
    issue: &'a Issue,
    prose: Prose<'a>,
}

/// Sets the texts of issues that stand the same anywhere, but for those that are known.
pub fn set_texts(edition: &Edition, known: &mut Texts) {
    known.set_by(&edition.theme.locales);
    let new: Vec<&Issue> = edition.notice.issues.iter().filter(|issue| known.of(issue).is_none()).collect();
    let texts: Vec<_> = new.into_par_iter().map(|issue| (issue.path.clone(), texts_of(edition, issue))).collect();
    known.add(texts);
}

fn texts_of(edition: &Edition, issue: &Issue) -> IssueTexts {
    let mut texts = IssueTexts::default();
    for locale in &edition.theme.locales {
        let prose = IssueProse::new(edition, locale, issue);
        let set = |(text, file): (&str, &RelPath)| {
            let set = Some(text).filter(|text| asks_nothing(text)).map(|text| prose.prose.set(text, file));
            set.filter(|set| set.stands_anywhere)
        };
        if let Some(response) = prose.response_source().and_then(set) {
            texts.response.insert(locale.lang.clone(), response);
        }
        if let Some(next_steps) = prose.next_steps_source().and_then(set) {
            texts.next_steps.insert(locale.lang.clone(), next_steps);
        }
    }
    texts
}

/// Whether there is a text, and nothing in it can depend on the counts of the notice.
fn asks_nothing(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains("statistics")
}

impl<'a> IssueProse<'a> {
    /// The texts of an issue at the root of the language.
    pub fn new(edition: &'a Edition, locale: &'a Locale, issue: &'a Issue) -> IssueProse<'a> {
        let prose = Prose { edition, locale, root: "", id_prefix: "", heading_level: 3, figures: &issue.figures };
        IssueProse { issue, prose }
    }

    /// The same on a page that `root` leads up from, in a part of it that makes the ids unique.
    pub fn at(self, root: &'a str, part: &'a str) -> IssueProse<'a> {
        IssueProse { prose: Prose { root, id_prefix: part, ..self.prose }, ..self }
    }

    /// What was done.
    pub fn response(&self) -> Option<Cow<'a, SetText>> {
        let known = self.known().and_then(|texts| texts.response.get(&self.prose.locale.lang));
        known.map(Cow::Borrowed).or_else(|| Some(self.set(self.response_source()?, "")))
    }

    /// What is still to be done.
    pub fn next_steps(&self) -> Option<Cow<'a, SetText>> {
        let known = self.known().and_then(|texts| texts.next_steps.get(&self.prose.locale.lang));
        known.map(Cow::Borrowed).or_else(|| Some(self.set(self.next_steps_source()?, "next-")))
    }

    /// What is set once for all places.
    pub fn known(&self) -> Option<&'a IssueTexts> {
        self.prose.edition.texts.of(self.issue)
    }

    fn set(&self, (text, file): (&str, &RelPath), which: &str) -> Cow<'a, SetText> {
        let id_prefix = format!("{}i{}-{which}", self.prose.id_prefix, self.issue.number);
        Cow::Owned(Prose { id_prefix: &id_prefix, ..self.prose }.set(text, file))
    }

    /// The narrative and its file; empty where it cannot be read, which the rules report.
    fn response_source(&self) -> Option<(&'a str, &'a RelPath)> {
        let file = self.issue.narrative.as_ref()?.files.get(&self.prose.locale.lang)?;
        Some((self.prose.edition.tree.text(file.as_str()).unwrap_or_default(), file))
    }

    fn next_steps_source(&self) -> Option<(&'a str, &'a RelPath)> {
        Some((self.issue.next_steps.as_ref()?.text(&self.prose.locale.lang), &self.issue.path))
    }
}

impl Prose<'_> {
    /// The text of a file in this language, set. Problems are reported by the rules.
    pub fn file(&self, narrative: &Narrative) -> Html {
        let Some(path) = narrative.files.get(&self.locale.lang) else { return Html::default() };
        let text = self.edition.tree.text(path.as_str()).unwrap_or_default();
        Html::of(&self.set(text, path))
    }

    /// A text of a file, set.
    pub fn set(&self, text: &str, file: &RelPath) -> SetText {
        self.with_setting(file, |setting| markdown::set(text, setting))
    }

    fn with_setting<T>(&self, file: &RelPath, set: impl FnOnce(&Setting<'_>) -> T) -> T {
        let [footnotes, footnote, back, table] =
            ["footnotes", "footnote", "back", "table"].map(|key| self.locale.text(&format!("prose.{key}")));
        set(&Setting {
            lang_is_east_asian: self.locale.rules.language.east_asian,
            heading_level: self.heading_level,
            id_prefix: self.id_prefix,
            quote: &|name| self.quote(name),
            names: &|| known_names(self.figures),
            link: &|destination| self.link(destination, file),
            labels: Labels { footnotes: &footnotes, footnote: &footnote, back: &back, table: &table },
        })
    }

    /// A figure or a statistic by its name, in this language.
    fn quote(&self, name: &str) -> Option<String> {
        if let Some(statistic) = name.strip_prefix("statistics.") {
            return self.edition.statistics.get(statistic).map(|n| self.locale.number(n));
        }
        let figure = self.figures.iter().find(|f| f.id == name)?;
        self.locale.figure(figure.value, &figure.unit, figure.approx).or_else(|| Some(self.locale.decimal(figure.value)))
    }

    /// Where a link leads: to a page of another text, to a file under `content/files/`, or to a host that the notice allows.
    fn link(&self, destination: &str, file: &RelPath) -> Target {
        if let Some((_, rest)) = destination.split_once("://") {
            return self.external(destination, rest);
        }
        if destination.starts_with("mailto:") || destination.starts_with("tel:") {
            return Target::Href(destination.to_owned());
        }
        let (path, anchor) = destination.split_once('#').map_or((destination, None), |(path, anchor)| (path, Some(anchor)));
        let found = file.beside(path).and_then(|path| self.address_of(&RelPath::new(&path).ok()?));
        match found {
            Some(address) => Target::Href(format!("{address}{}", anchor.map(|a| format!("#{a}")).unwrap_or_default())),
            None => Target::Broken(
                say!("链接“{destination}”没有对应的文件", "the link `{destination}` leads nowhere"),
                say!(
                    "请写相对路径，指向 content/ 里的 .md 文件或 content/files/ 里的附件",
                    "write a relative path to a .md file of content/ or to a file in content/files/"
                ),
            ),
        }
    }

    fn external(&self, destination: &str, rest: &str) -> Target {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        let allowed = &self.edition.notice.allowed_hosts;
        if allowed.iter().any(|h| host == *h || host.ends_with(&format!(".{h}"))) {
            return Target::Href(destination.to_owned());
        }
        Target::Broken(
            say!("链接指向未列入的网站“{host}”", "the link leads to a host that is not allowed, `{host}`"),
            say!(
                "确需链接时，请把“{host}”写进 notice.yaml 的 allowed_hosts",
                "if it is wanted, add `{host}` to allowed_hosts in notice.yaml"
            ),
        )
    }

    /// The address on this page of a file of the content.
    fn address_of(&self, path: &RelPath) -> Option<String> {
        let notice = &self.edition.notice;
        if let Some(name) = path.as_str().strip_prefix("content/files/") {
            let up = if notice.default_language() == &self.locale.lang { "" } else { "../" };
            return self.edition.tree.has(path.as_str()).then(|| format!("{}{up}files/{name}", self.root));
        }
        let stem = path.as_str().strip_suffix(".md").and_then(|p| p.rsplit_once('.')).map_or(path.as_str(), |(stem, _)| stem);
        let stem = stem.trim_end_matches(".yaml");
        let kind = match stem {
            "content/overview" => super::Kind::Overview,
            "content/accountability" => super::Kind::Accountability,
            "content/closing" => super::Kind::Notice,
            _ => super::Kind::Issue(notice.issues.iter().position(|i| i.path.as_str().strip_suffix(".yaml") == Some(stem))?),
        };
        Some(format!("{}{}", self.root, kind.href(notice)))
    }
}

/// Every name that a text may quote.
pub fn known_names(figures: &[Figure]) -> Vec<String> {
    let figures = figures.iter().map(|f| f.id.clone());
    figures.chain(Statistics::NAMES.iter().map(|name| format!("statistics.{name}"))).collect()
}
