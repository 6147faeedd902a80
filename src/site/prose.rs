//! Markdown on one page: which names it may quote, and where its links lead.

use std::borrow::Cow;

use crate::notice::breakdown;
use crate::notice::edition::Edition;
use crate::notice::fields::MarkdownField;
use crate::notice::statistics::Statistics;
use crate::notice::{EditorNote, EditorNotes, Figure, Issue, Item, Narrative, NarrativeFile};
use crate::say;
use crate::source::SourceTree;
use crate::text::locale::Locale;
use crate::text::markdown::{Doc, FlowBlock, Labels, NoteMark, Problem, RenderContext, Target};
use crate::value::RelPath;
use crate::value::url::{self, Host};

use super::parts::{Html, mark};
use super::picture_size;
use super::plan::{PageKind, article_page};

/// A place where Markdown is rendered.
#[derive(Clone, Copy)]
pub struct MarkdownRenderer<'a> {
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
    /// The notes that stand at them.
    pub notes: EditorNotes<'a>,
}

impl<'a> MarkdownRenderer<'a> {
    /// The texts of the notice as a whole at the root of the language.
    pub fn of_notice(edition: &'a Edition, locale: &'a Locale) -> MarkdownRenderer<'a> {
        let record = &edition.notice.record;
        let (figures, notes) = (&*record.stated, record.editor_notes());
        MarkdownRenderer { edition, locale, root: "", id_prefix: "", heading_level: 3, figures, notes }
    }

    /// The texts of an issue at the root of the language.
    pub fn of_issue(edition: &'a Edition, locale: &'a Locale, issue: &'a Issue) -> MarkdownRenderer<'a> {
        let (figures, notes) = (&issue.record.figures, issue.editor_notes());
        MarkdownRenderer { edition, locale, root: "", id_prefix: "", heading_level: 3, figures, notes }
    }

    /// A narrative in this language; nothing where it has none.
    pub fn narrative(&self, narrative: &Narrative) -> Html {
        let file = narrative.files.get(self.locale.lang);
        file.map(|file| self.html(&body(narrative, file.doc()), &file.path)).unwrap_or_default()
    }

    /// The paragraphs and tables of a narrative in this language, without its title.
    pub fn flow_of(&self, narrative: &Narrative) -> Vec<FlowBlock> {
        let file = narrative.files.get(self.locale.lang);
        file.map(|file| self.flow(&body(narrative, file.doc()), &file.path)).unwrap_or_default()
    }

    /// The paragraphs and tables of a text of an issue.
    pub fn flow_field(&self, issue: &Issue, field: MarkdownField) -> Vec<FlowBlock> {
        field.of(issue, self.locale.lang).map(|(doc, file)| self.flow(doc, file)).unwrap_or_default()
    }

    /// The paragraphs and tables of what was done about an item of an issue.
    pub fn flow_item(&self, issue: &Issue, item: &Item) -> Vec<FlowBlock> {
        let doc = item.response.as_ref().and_then(|response| response.get(self.locale.lang));
        doc.map(|doc| self.flow(doc, &issue.path)).unwrap_or_default()
    }

    fn flow(&self, doc: &Doc, file: &RelPath) -> Vec<FlowBlock> {
        self.with_context(file, |context| doc.flow(context))
    }

    /// The bold words that the items of an issue's response begin with.
    pub fn run_ins(&self, issue: &Issue) -> Vec<String> {
        let response = MarkdownField::Response.of(issue, self.locale.lang);
        response.map(|(doc, _)| doc.run_ins()).unwrap_or_default()
    }

    /// The words of a narrative in this language, without its title.
    pub fn words(&self, narrative: &Narrative) -> String {
        let file = narrative.files.get(self.locale.lang);
        let words =
            |file: &NarrativeFile| self.with_context(&file.path, |context| body(narrative, file.doc()).plain(context));
        file.map(words).unwrap_or_default()
    }

    /// A text of an issue as HTML, its ids made unique by the number of the issue.
    pub fn field(&self, issue: &Issue, field: MarkdownField) -> Option<Html> {
        let (doc, file) = field.of(issue, self.locale.lang)?;
        let which = match field {
            MarkdownField::Response => "",
            MarkdownField::Answer => "answer-",
            MarkdownField::NextSteps => "next-",
        };
        Some(self.piece(issue, which, doc, file))
    }

    /// What was done about the items of an issue, for those that say so.
    pub fn items(&self, issue: &Issue) -> Vec<Option<Html>> {
        let response = |(n, item): (usize, &Item)| {
            let doc = item.response.as_ref()?.get(self.locale.lang)?;
            Some(self.piece(issue, &format!("item-{n}-"), doc, &issue.path))
        };
        (1..).zip(&issue.record.items).map(response).collect()
    }

    /// The words of what was done about an item of an issue.
    pub fn plain_item(&self, issue: &Issue, item: &Item) -> Option<String> {
        let doc = item.response.as_ref()?.get(self.locale.lang)?;
        Some(self.with_context(&issue.path, |context| doc.plain(context)))
    }

    fn piece(&self, issue: &Issue, which: &str, doc: &Doc, file: &RelPath) -> Html {
        let id_prefix = format!("{}i{}-{which}", self.id_prefix, issue.key);
        MarkdownRenderer { id_prefix: &id_prefix, ..*self }.html(doc, file)
    }

    /// The words of a text of an issue.
    pub fn plain(&self, issue: &Issue, field: MarkdownField) -> Option<String> {
        let (doc, file) = field.of(issue, self.locale.lang)?;
        Some(self.with_context(file, |context| doc.plain(context)))
    }

    /// What is wrong with the names and addresses of a text.
    pub fn unresolved(&self, doc: &Doc, file: &RelPath) -> Vec<Problem> {
        self.with_context(file, |context| doc.unresolved(context))
    }

    fn html(&self, doc: &Doc, file: &RelPath) -> Html {
        Html::made(self.with_context(file, |context| doc.html(context)))
    }

    fn with_context<T>(&self, file: &RelPath, render: impl FnOnce(&RenderContext<'_>) -> T) -> T {
        let notes = self.notes.list();
        render(&RenderContext {
            lang_is_east_asian: self.locale.rules.language.east_asian,
            heading_level: self.heading_level,
            id_prefix: self.id_prefix,
            quote: &|name| self.quote(name),
            marks: &|name| self.marks(name, &notes),
            names: &|| known_names(&self.edition.statistics, self.figures),
            link: &|destination| self.link(destination, file),
            size: &|destination| self.size(destination, file),
            dates: &|text| self.locale.dates_in(text),
            labels: Labels {
                footnotes: self.locale.word("prose.footnotes"),
                footnote: self.locale.word("prose.footnote"),
                back: self.locale.word("prose.back"),
                table: self.locale.word("prose.table"),
            },
        })
    }

    /// A figure or a statistic by its name, in this language.
    fn quote(&self, name: &str) -> Option<String> {
        if let Some(statistic) = name.strip_prefix("statistics.") {
            return self.edition.statistics.get(statistic).map(|count| self.locale.count(count));
        }
        let (figure, value) = breakdown::named(self.figures, name)?;
        // Only the present value is said to be nearly so much; the earlier one is what it is.
        let text = if breakdown::id_in(name) == name { figure.set(self.locale) } else { figure.set_was(self.locale) };
        text.or_else(|| Some(self.locale.decimal(value)))
    }

    /// The marks of the notes that stand at a figure.
    fn marks(&self, figure: &str, notes: &[EditorNote<'_>]) -> Vec<NoteMark> {
        let figure = breakdown::id_in(figure);
        let numbered = notes.iter().enumerate().filter(|(_, note)| note.figures.contains(&figure));
        numbered.map(|(at, _)| mark(self.locale, self.notes, at + 1)).collect()
    }

    /// Where a link leads: to a page of another text, to a file under `content/files/`, or to a host that the notice allows.
    fn link(&self, destination: &str, file: &RelPath) -> Target {
        if destination.contains("://") {
            return self.external(destination);
        }
        if destination.starts_with("mailto:") || destination.starts_with("tel:") {
            return Target::Href(destination.to_owned());
        }
        match self.within(destination, file) {
            Some(address) => Target::Href(address),
            None => Target::Broken(
                say!("链接“{destination}”没有对应的文件", "the link `{destination}` leads nowhere"),
                say!(
                    "请写相对路径，指向 content/ 里的 .md 文件或 content/files/ 里的附件",
                    "write a relative path to a .md file of content/ or to a file in content/files/"
                ),
            ),
        }
    }

    /// The address of a file of the content that a text links to.
    fn within(&self, destination: &str, file: &RelPath) -> Option<String> {
        let address = |path: &str| file.beside(path).and_then(|path| self.address_of(&RelPath::new(&path).ok()?));
        readings(destination).find_map(|(path, anchor)| Some(address(&path)? + anchor))
    }

    /// The width and height of a picture of the content in pixels.
    fn size(&self, destination: &str, file: &RelPath) -> Option<[u32; 2]> {
        let size_of = |path: &str| picture_size::of(self.edition.tree.bytes(&file.beside(path)?)?);
        readings(destination).find_map(|(path, _)| size_of(&path))
    }

    fn external(&self, destination: &str) -> Target {
        let Ok((host, usual)) = Host::of(destination) else {
            return Target::Broken(
                say!("链接“{destination}”的域名不对", "the link `{destination}` has no proper host"),
                say!(
                    "请写成 https://www.example.gov.cn/…，不带用户名和密码",
                    "write it as https://www.example.gov.cn/…, without a user and password"
                ),
            );
        };
        let allowed = &self.edition.notice.record.allowed_hosts;
        if allowed.iter().any(|listed| Host::new(listed).is_ok_and(|listed| listed.allows(&host, usual))) {
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
            let up = if notice.default_language() == self.locale.lang { "" } else { "../" };
            return self
                .edition
                .tree
                .has(path.as_str())
                .then(|| format!("{}{up}files/{}", self.root, url::encoded_path(name)));
        }
        let stem = path.as_str().strip_suffix(".md").and_then(|p| p.rsplit_once('.'));
        let stem = stem.map_or(path.as_str(), |(stem, _)| stem).trim_end_matches(".yaml");
        let kind = match stem {
            "content/accountability" => PageKind::Accountability,
            _ => match notice.article_ids().find(|id| notice.article(*id).narrative.is_at(stem)) {
                Some(article) => article_page(notice, article).unwrap_or(PageKind::Notice),
                None => PageKind::Issue(notice.issue_of_record(&format!("{stem}.yaml"))?),
            },
        };
        Some(format!("{}{}", self.root, kind.href(notice)))
    }
}

/// What is set of a text: its title stands elsewhere.
fn body<'a>(narrative: &Narrative, doc: &'a Doc) -> Cow<'a, Doc> {
    if narrative.title.is_some() { Cow::Owned(doc.body()) } else { Cow::Borrowed(doc) }
}

/// The file of `content/files/` that a destination in a text leads to.
pub fn attachment(tree: &SourceTree, file: &RelPath, destination: &str) -> Option<RelPath> {
    let attached = |path: &str| {
        let path = RelPath::new(&file.beside(path)?).ok()?;
        (path.as_str().starts_with("content/files/") && tree.has(path.as_str())).then_some(path)
    };
    readings(destination).find_map(|(path, _)| attached(&path))
}

/// The paths that a destination may mean, each with its anchor. A name may be written as it is or as browsers show it, with `%20` for a blank;
/// as it is comes first, so that `100%25.txt` and `a#b.txt` are found under their own names.
fn readings(destination: &str) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
    let (path, anchor) = destination.split_at(destination.find('#').unwrap_or(destination.len()));
    let whole = (Cow::Borrowed(destination), "");
    [whole, (Cow::Borrowed(path), anchor), (url::decoded(path), anchor)].into_iter()
}

/// Every name that a text may quote.
pub fn known_names(statistics: &Statistics, figures: &[Figure]) -> Vec<String> {
    breakdown::names(figures).chain(statistics.names().map(|name| format!("statistics.{name}"))).collect()
}
