//! Files of `content/` that have no place: what is wrong with their names, and what they should be called.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Message, Place, nearest};
use crate::notice::STRAY_FILE;
use crate::say;
use crate::value::{Lang, RelPath, is_id};

/// What names of new files are made of.
pub(super) struct NewNames {
    /// The first language of the notice.
    pub(super) lang: Lang,
    /// Whether the notice has sections.
    pub(super) has_sections: bool,
    /// The highest number of an issue, by folder where each folder has numbers of its own.
    pub(super) taken: BTreeMap<Option<String>, u32>,
}

/// `2-party-governance` is section 2 with the slug `party-governance`.
pub(super) fn section_name(folder: &str) -> Option<(u32, &str)> {
    let (number, slug) = folder.split_once('-')?;
    let number = number.bytes().all(|b| b.is_ascii_digit()).then_some(number)?.parse().ok().filter(|n| *n > 0)?;
    is_id(slug).then_some((number, slug))
}

/// Returns the number that a file of an issue begins with: 26 for `026.yaml` and `026.zh.md`.
pub(super) fn number(name: &str) -> Option<u32> {
    name.split('.').next()?.parse().ok()
}

/// Folders of texts that are no issue's, each with the form of the names in it.
const ARTICLES: [(&str, &str); 2] = [("parts", "10-next-steps"), ("pages", "privacy")];

impl NewNames {
    /// Says that a file has no place, and what to do.
    pub(super) fn stray(&self, path: &RelPath) -> Diagnostic {
        let folder = path.folder();
        let message = say!("{folder}/ 里不该有这个文件", "this file has no place in {folder}/");
        Diagnostic::of(STRAY_FILE, Place::File(path.clone()), message).help(self.help(path))
    }

    fn help(&self, path: &RelPath) -> Message {
        let inside = path.as_str().strip_prefix("content/").unwrap_or_default();
        let (folder, name) = inside.rsplit_once('/').map_or((None, inside), |(folder, name)| (Some(folder), name));
        let of_articles = ARTICLES.iter().find(|(own, _)| folder == Some(own));
        if let Some((own, form)) = of_articles {
            let lang = self.lang;
            return hidden_ending(name).unwrap_or_else(|| {
                say!(
                    "content/{own}/ 里的文件写成 {form}.{lang}.md，英文简称只用小写字母、数字和连字符",
                    "the files of content/{own}/ are named {form}.{lang}.md, in small letters, digits and hyphens"
                )
            });
        }
        if folder.is_some_and(|folder| folder.contains('/') || section_name(folder).is_none()) {
            return say!(
                "方面的文件夹要写成“序号-英文简称”，如 2-party-governance；附件放进 content/files/",
                "a section's folder is named `number-slug`, such as 2-party-governance; attachments go to content/files/"
            );
        }
        let own: &[&str] = match folder {
            Some(_) => &["section.yaml"],
            None => &[
                "notice.yaml",
                "units.yaml",
                "places.yaml",
                "glossary.yaml",
                "accountability.yaml",
                "translations.yaml",
            ],
        };
        hidden_ending(name)
            .or_else(|| self.copied(path.folder(), name))
            .or_else(|| self.outside_sections(folder, name))
            .or_else(|| nearest(name, own.iter().copied()).map(|near| say!("是不是“{near}”？", "did you mean `{near}`?")))
            .or_else(|| self.misnamed(name))
            .unwrap_or_else(|| {
                say!(
                    "问题的文件写成 026.yaml、026.zh.md、026.en.md；附件放进 content/files/；其他文件请移到 content/ 之外",
                    "the files of an issue are 026.yaml, 026.zh.md, 026.en.md; attachments go to content/files/; anything else belongs outside content/"
                )
            })
    }

    /// Returns help for a file that Windows or WPS named a copy of another: most likely the next issue, made from the
    /// one before.
    fn copied(&self, folder: &str, name: &str) -> Option<Message> {
        let (stem, ending) = name.split_once('.')?;
        let marks = ["副本", "复制", "copy", "Copy", "拷贝", "(", "（"];
        let first = marks.iter().filter_map(|mark| stem.find(mark)).min()?;
        let original = stem[..first].trim_end_matches([' ', '-', '_']);
        if original.is_empty() || !is_record_or_narrative(ending) {
            return None;
        }
        let next = match original.bytes().all(|b| b.is_ascii_digit()) {
            true => format!("{:03}", self.next(folder)),
            false => original.to_owned(),
        };
        Some(say!(
            "这是“{original}.{ending}”的副本：要写新的问题，请改名为 {next}.{ending}，并改正里面的 number；否则请删去",
            "this is a copy of {original}.{ending}: for a new issue rename it to {next}.{ending} and correct its `number`; else remove it"
        ))
    }

    /// Returns the first number in a folder that no issue has.
    fn next(&self, folder: &str) -> u32 {
        let taken = self.taken.get(&None).or_else(|| self.taken.get(&Some(folder.to_owned())));
        taken.copied().unwrap_or(0) + 1
    }

    /// Returns help for an issue outside the folders of sections, though there are some.
    fn outside_sections(&self, folder: Option<&str>, name: &str) -> Option<Message> {
        let (_, ending) = name.split_once('.')?;
        let is_of_issue = number(name).is_some() && is_record_or_narrative(ending);
        (folder.is_none() && self.has_sections && is_of_issue).then(|| {
            say!(
                "这份通报分了方面：请把它移到所属方面的文件夹里；不分方面的，所有问题都直接放在 content/ 里",
                "this notice has sections: move the file to the folder of its section; without sections, every issue stands directly in content/"
            )
        })
    }

    /// Returns help for a record or a narrative by another name: `第4个问题.yaml`, `004.md`, `004.yml`.
    fn misnamed(&self, name: &str) -> Option<Message> {
        let (stem, ending) = name.split_once('.')?;
        let digits: String =
            stem.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let number: u32 = digits.parse().ok()?;
        let lang = self.lang;
        let right = match ending.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => format!("{number:03}.yaml"),
            "md" | "markdown" => format!("{number:03}.{lang}.md"),
            other => {
                let lang = other.strip_suffix(".md").and_then(Lang::of)?;
                format!("{number:03}.{lang}.md")
            }
        };
        Some(say!("请改名为 {right}", "rename it to {right}"))
    }
}

/// Returns help for a name that ends in `.txt`, which Windows does not show.
fn hidden_ending(name: &str) -> Option<Message> {
    let right = name.strip_suffix(".txt").or_else(|| name.strip_suffix(".TXT"))?;
    let (_, ending) = right.split_once('.')?;
    is_record_or_narrative(ending).then(|| {
        say!(
            "文件名末尾多了 .txt（Windows 平时不显示）：请在资源管理器的“查看”里勾选“文件扩展名”，再改名为 {right}",
            "the name ends in .txt, which Windows hides: let Explorer show file name extensions, and rename it to {right}"
        )
    })
}

fn is_record_or_narrative(ending: &str) -> bool {
    ending == "yaml" || ending == "md" || ending.strip_suffix(".md").is_some_and(|lang| Lang::of(lang).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_nearly_right() {
        let naming = NewNames { lang: Lang::new("zh"), has_sections: true, taken: BTreeMap::from([(None, 8)]) };
        for (path, expected) in [
            ("content/2-party/004.yaml.txt", "改名为 004.yaml"),
            ("content/2-party/001.zh.md.txt", "改名为 001.zh.md"),
            ("content/notice.yaml.txt", "改名为 notice.yaml"),
            ("content/2-party/004 - 副本.yaml", "改名为 009.yaml"),
            ("content/2-party/004 - 副本.zh.md", "改名为 009.zh.md"),
            ("content/2-party/004 - Copy (2).yaml", "改名为 009.yaml"),
            ("content/2-party/004(1).yaml", "改名为 009.yaml"),
            ("content/2-party/第4个问题.yaml", "改名为 004.yaml"),
            ("content/2-party/第4个问题.zh.md", "改名为 004.zh.md"),
            ("content/2-party/004.md", "改名为 004.zh.md"),
            ("content/2-party/004.yml", "改名为 004.yaml"),
            ("content/notice.yml", "是不是“notice.yaml”"),
            ("content/3-选人用人/section.yaml", "序号-英文简称"),
            ("content/三、选人用人/007.yaml", "序号-英文简称"),
            ("content/2-party/004.docx", "content/files/"),
            ("content/parts/下一步.md", "写成 10-next-steps.zh.md"),
            ("content/pages/Privacy.zh.md", "写成 privacy.zh.md"),
            ("content/说明.txt", "content/files/"),
            ("content/004.yaml", "移到所属方面"),
            ("content/004.zh.md", "移到所属方面"),
        ] {
            let found = naming.stray(&RelPath::of(path));
            let help = found.help.map_or(String::new(), |help| help.zh);
            assert!(help.contains(expected), "{path}: {help}");
        }
    }
}
