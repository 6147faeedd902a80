//! Where links of a text lead: to a page, to a file of the content, or to a host that the notice allows.

use std::borrow::Cow;

use super::MarkdownRenderer;
use crate::say;
use crate::site::picture_size;
use crate::site::plan::{PageKind, article_page};
use crate::source::SourceTree;
use crate::text::markdown::Target;
use crate::value::RelPath;
use crate::value::url::{self, Host};

impl MarkdownRenderer<'_> {
    /// Where a link leads: to a page of another text, to a file under `content/files/`, or to a host that the notice allows.
    pub(super) fn link(&self, destination: &str, file: &RelPath) -> Target {
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
    pub(super) fn size(&self, destination: &str, file: &RelPath) -> Option<[u32; 2]> {
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
