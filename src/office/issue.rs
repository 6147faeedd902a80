//! One issue more: its record and a narrative in each language, with comments that say what belongs there.
//!
//! Takes the files of a notice, which may have mistakes elsewhere; gives the files as they would be. An issue that is put between others moves
//! those behind it on by one, with everything that names their files.

use std::collections::BTreeMap;

use crate::diagnostic::Message;
use crate::notice::content::FOLDER;
use crate::rules::Words;
use crate::rules::placeholders::{DONE, STATEMENT, TITLE};
use crate::say;
use crate::source::SourceTree;
use crate::source::yaml::{self, Value};
use crate::value::{Lang, RelPath};

/// Where the issue is to stand, and what it is called.
#[derive(Clone, Debug, Default)]
pub struct NewIssue {
    /// Its section, by number, folder or name.
    pub section: Option<String>,
    /// The number of the issue that it follows.
    pub after: Option<u32>,
    /// Its title, in the first language.
    pub title: Option<String>,
    /// Whether others may be moved on.
    pub renumber: bool,
}

/// The files with one issue more.
#[derive(Clone, Debug)]
pub struct Added {
    /// The files as they would be.
    pub tree: SourceTree,
    /// Those that are new.
    pub files: Vec<RelPath>,
    /// Addresses of pages that are others now: from, to.
    pub moved: Vec<(String, String)>,
}

/// Why no issue is added, and what to do.
#[derive(Clone, Debug)]
pub struct Refused(pub Message, pub Message);

/// Adds an issue to a notice.
///
/// # Errors
/// If it is not clear where it belongs, or others would have to be moved on and may not.
pub fn add(tree: &SourceTree, wanted: &NewIssue) -> Result<Added, Refused> {
    let layout = Layout::of(tree);
    let folder = layout.folder(wanted)?;
    let number = layout.number(folder, wanted)?;
    let moved = layout.moved(folder, number);
    let addresses = addresses(&layout, &moved);
    if !moved.is_empty() && !wanted.renumber {
        return Err(would_move(&addresses));
    }
    let mut added = Added { tree: tree.clone(), files: Vec::new(), moved: addresses };
    move_on(&mut added.tree, tree, &moved)?;
    let stem = format!("{}/{number:03}", folder.path);
    let topic = layout.topic(tree, folder, wanted);
    let record = record(&layout, folder, number, topic.as_deref(), wanted.title.as_deref());
    added.files.push(RelPath::of(format!("{stem}.yaml")));
    added.tree.insert(added.files[0].clone(), record.into_bytes());
    for lang in &layout.languages {
        let path = RelPath::of(format!("{stem}.{lang}.md"));
        added.tree.insert(path.clone(), format!("{}\n", words(lang, DONE)).into_bytes());
        added.files.push(path);
    }
    Ok(added)
}

/// How a notice is laid out, as far as names of files say so: records may have mistakes.
struct Layout {
    folders: Vec<Folder>,
    languages: Vec<Lang>,
    is_per_section: bool,
    /// Whether numbers may have gaps.
    is_own: bool,
}

/// A folder of issues.
struct Folder {
    path: String,
    /// The number of the section; none where there are no sections.
    section: Option<u32>,
    slug: String,
    /// Issues in order: each its number and the path of its record.
    issues: Vec<(u32, RelPath)>,
}

impl Layout {
    fn of(tree: &SourceTree) -> Layout {
        let notice = RelPath::of(format!("{FOLDER}/notice.yaml"));
        let codes = yaml::peek(tree, &notice, "languages").unwrap_or_default();
        let mut languages: Vec<Lang> = codes.iter().filter_map(|code| Lang::of(code)).collect();
        if languages.is_empty() {
            languages.push(Lang::new("zh"));
        }
        let numbering = yaml::peek(tree, &notice, "numbering").unwrap_or_default();
        let [is_per_section, is_own] = ["per-section", "own"].map(|word| numbering == [word]);
        let mut folders: BTreeMap<(Option<u32>, String), Folder> = BTreeMap::new();
        for path in tree.under(FOLDER) {
            let Some((section, slug)) = section_of(path) else { continue };
            let issue = issue_number(path).map(|number| (number, path.clone()));
            if path.name() != "section.yaml" && issue.is_none() {
                continue;
            }
            let key = (section, path.folder().to_owned());
            let new = || Folder { path: path.folder().to_owned(), section, slug: slug.to_owned(), issues: Vec::new() };
            folders.entry(key).or_insert_with(new).issues.extend(issue);
        }
        let mut folders: Vec<Folder> = folders.into_values().collect();
        if folders.iter().any(|folder| folder.section.is_some()) {
            folders.retain(|folder| folder.section.is_some());
        } else if folders.is_empty() {
            folders.push(Folder { path: FOLDER.to_owned(), section: None, slug: String::new(), issues: Vec::new() });
        }
        folders.iter_mut().for_each(|folder| folder.issues.sort());
        Layout { folders, languages, is_per_section, is_own }
    }

    /// Returns the folder that the issue belongs to.
    fn folder(&self, wanted: &NewIssue) -> Result<&Folder, Refused> {
        let has = |folder: &&Folder, number: u32| folder.issues.iter().any(|(known, _)| *known == number);
        let found: Vec<&Folder> = match (&wanted.section, wanted.after) {
            (Some(name), _) => self.folders.iter().filter(|folder| folder.is_called(name)).collect(),
            (None, Some(after)) => self.folders.iter().filter(|folder| has(folder, after)).collect(),
            (None, None) => self.folders.iter().collect(),
        };
        match (&found[..], wanted.after) {
            ([folder], Some(after)) if !has(folder, after) => Err(self.no_issue(after)),
            ([folder], _) => Ok(folder),
            ([], Some(after)) if wanted.section.is_none() => Err(self.no_issue(after)),
            _ => Err(self.which_section()),
        }
    }

    fn which_section(&self) -> Refused {
        let names: Vec<&str> = self.folders.iter().map(|folder| folder.path.rsplit('/').next().unwrap_or("")).collect();
        let list = names.join("、");
        let first = self.folders.first().and_then(|folder| folder.section).unwrap_or(1);
        let en = names.join(", ");
        Refused(
            say!("请写明放在哪个方面：{list}", "say which section it belongs to: {en}"),
            say!(
                "写序号或文件夹名，如 gongkai new {first}",
                "give its number or its folder, such as `gongkai new {first}`"
            ),
        )
    }

    fn no_issue(&self, after: u32) -> Refused {
        Refused(
            say!("没有第 {after} 个问题", "there is no issue {after}"),
            say!(
                "--after 写已有问题的序号（文件名里的数）；放在最后的，不写 --after",
                "`--after` takes the number in the name of a record that is there; leave it out to add the issue at the end"
            ),
        )
    }

    /// Returns the issues whose numbers the new one must not have.
    fn scope<'a>(&'a self, folder: &'a Folder) -> impl Iterator<Item = (&'a Folder, u32, &'a RelPath)> {
        let is_of = move |other: &&Folder| !self.is_per_section || other.path == folder.path;
        self.folders
            .iter()
            .filter(is_of)
            .flat_map(|folder| folder.issues.iter().map(move |(number, path)| (folder, *number, path)))
    }

    /// Returns the number of the new issue: behind the one that it follows, or behind the last of its section and of those before it. Where
    /// numbers may have gaps it is one that nobody has.
    fn number(&self, folder: &Folder, wanted: &NewIssue) -> Result<u32, Refused> {
        let own = folder.issues.iter().map(|(number, _)| *number).max();
        let before = self.scope(folder).filter(|(other, ..)| other.section < folder.section).map(|(_, n, _)| n).max();
        let mut last = wanted.after.or(own).or(before).unwrap_or(0);
        if self.is_own && wanted.after.is_none() && self.scope(folder).any(|(_, number, _)| number == last + 1) {
            last = self.scope(folder).map(|(_, number, _)| number).max().unwrap_or(last);
        }
        last.checked_add(1).filter(|number| *number < 1_000_000).ok_or_else(|| self.no_issue(last))
    }

    /// Returns the issues that have to move on by one: those from the number on, up to the first gap.
    fn moved<'a>(&'a self, folder: &'a Folder, number: u32) -> Vec<(&'a Folder, u32, &'a RelPath)> {
        let mut all: Vec<_> = self.scope(folder).filter(|(_, other, _)| *other >= number).collect();
        all.sort_by_key(|(_, number, _)| *number);
        let run = (number..).zip(&all).take_while(|(expected, (_, number, _))| expected == number).count();
        all.truncate(run);
        all
    }

    /// Returns the topic of the issue that it follows, or the last of the section.
    fn topic(&self, tree: &SourceTree, folder: &Folder, wanted: &NewIssue) -> Option<String> {
        let issue = match wanted.after {
            Some(after) => folder.issues.iter().find(|(number, _)| *number == after),
            None => folder.issues.last(),
        };
        let of_issue = issue.and_then(|(_, path)| yaml::peek(tree, path, "topic")?.into_iter().next());
        let section = RelPath::of(format!("{}/section.yaml", folder.path));
        let value = || yaml::value(&section, tree.text(section.as_str())?);
        of_issue.or_else(|| value()?.str(&["topics", "0", "id"]).map(str::to_owned))
    }

    /// Returns the address of an issue.
    fn address(&self, folder: &Folder, number: u32) -> String {
        let section = folder.section.filter(|_| self.is_per_section).map(|n| format!("{n}-")).unwrap_or_default();
        format!("issues/{section}{number:03}.html")
    }
}

impl Folder {
    fn is_called(&self, name: &str) -> bool {
        let name = name.trim_end_matches('/');
        let is_number = self.section.is_some_and(|number| number.to_string() == name);
        is_number || self.path == name || self.path.strip_prefix("content/") == Some(name) || self.slug == name
    }
}

/// The section that a file of `content/` belongs to, by its folder.
fn section_of(path: &RelPath) -> Option<(Option<u32>, &str)> {
    match path.folder().strip_prefix(FOLDER)?.strip_prefix('/') {
        None => Some((None, "")),
        Some(folder) => {
            let (number, slug) = folder.split_once('-').filter(|(_, slug)| !slug.contains('/'))?;
            Some((Some(number.parse().ok()?), slug))
        }
    }
}

/// The number of an issue by the name of its record.
fn issue_number(path: &RelPath) -> Option<u32> {
    path.name().strip_suffix(".yaml").filter(|stem| stem.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
}

fn addresses(layout: &Layout, moved: &[(&Folder, u32, &RelPath)]) -> Vec<(String, String)> {
    moved
        .iter()
        .map(|(folder, number, _)| (layout.address(folder, *number), layout.address(folder, number + 1)))
        .collect()
}

fn would_move(moved: &[(String, String)]) -> Refused {
    let n = moved.len();
    let map: String = moved.iter().map(|(from, to)| format!("\n  {from} → {to}")).collect();
    Refused(
        say!(
            "后面的 {n} 个问题要顺延一号，网址也跟着变，没有写任何文件：{map}",
            "{n} issues behind it would have to move on by one, and their addresses with them; nothing was written:{map}"
        ),
        say!(
            "这些网址还没有公布、或者确定要改的，加 --renumber。已经公布的，网址不宜改变：可放在最后一个方面；或在 notice.yaml 里写 numbering: own，再运行 gongkai new，就用没有用过的序号",
            "if none of these addresses has been published, or they are to change, add `--renumber`. Published addresses should stay: add the issue to the last section, or write `numbering: own` in notice.yaml and run `gongkai new` again, which then takes a number that nobody has"
        ),
    )
}

/// Gives issues the next number: names of files, numbers in records, links and the list of translations.
fn move_on(after: &mut SourceTree, tree: &SourceTree, moved: &[(&Folder, u32, &RelPath)]) -> Result<(), Refused> {
    let mut renamed: BTreeMap<RelPath, RelPath> = BTreeMap::new();
    for (folder, number, record) in moved {
        let stem = record.name().trim_end_matches(".yaml");
        let (width, next) = (stem.len(), number + 1);
        for path in tree.under(&folder.path) {
            let rest = path.name().strip_prefix(stem).filter(|rest| rest.starts_with('.'));
            if let Some(rest) = rest.filter(|_| path.folder() == folder.path) {
                let to = RelPath::of(format!("{}/{next:0width$}{rest}", folder.path));
                renamed.insert(path.clone(), to);
            }
        }
    }
    if renamed.is_empty() {
        return Ok(());
    }
    renamed.keys().for_each(|path| after.remove(path));
    for path in tree.under(FOLDER) {
        let to = renamed.get(path).unwrap_or(path);
        match tree.text(path.as_str()).map(|text| relinked(path, text, &renamed)) {
            Some(text) => {
                // With its mark, if it has one.
                after.insert(to.clone(), tree.bytes(path.as_str()).unwrap_or_default().to_vec());
                after.rewrite(to, &text);
            }
            None if to != path => after.insert(to.clone(), tree.bytes(path.as_str()).unwrap_or_default().to_vec()),
            None => {}
        }
    }
    for (_, number, record) in moved {
        let path = &renamed[*record];
        change(after, path, |value| value.set(&["number"], Value::word(&(number + 1).to_string()), &["number"]))?;
    }
    Ok(())
}

/// Makes a record say something else, if it is there.
fn change(tree: &mut SourceTree, path: &RelPath, edit: impl FnOnce(&mut Value)) -> Result<(), Refused> {
    let Some(text) = tree.text(path.as_str()) else { return Ok(()) };
    let unreadable = || Value::Map(Vec::new());
    let mut value = yaml::value(path, text).unwrap_or_else(unreadable);
    edit(&mut value);
    let text = yaml::rewritten(path, text, &value)
        .map_err(|message| Refused(message, say!("没有写任何文件", "nothing was written")))?;
    tree.rewrite(path, &text);
    Ok(())
}

/// Returns a text in which links to renamed files lead there; the names in the list of translations are such links.
fn relinked(path: &RelPath, text: &str, renamed: &BTreeMap<RelPath, RelPath>) -> String {
    const ENDS: [char; 9] = ['(', ')', '<', '>', '"', '\'', '[', ']', '#'];
    let is_end = |c: char| c.is_whitespace() || ENDS.contains(&c);
    let (mut changed, mut done) = (String::with_capacity(text.len()), 0);
    for (at, _) in text.match_indices(".md") {
        let end = at + ".md".len();
        let start =
            text[..at].rfind(is_end).map_or(0, |start| start + text[start..].chars().next().map_or(1, char::len_utf8));
        let target = path.beside(&text[start..end]).and_then(|target| RelPath::new(&target).ok());
        let Some(to) = target.and_then(|target| renamed.get(&target)).filter(|_| start >= done) else { continue };
        let name = text[start..end].rfind('/').map_or(start, |slash| start + slash + 1);
        changed.push_str(&text[done..name]);
        changed.push_str(to.name());
        done = end;
    }
    changed + &text[done..]
}

/// Chinese for Chinese, English for every other language until it is translated.
fn words(lang: &Lang, Words(zh, en): Words) -> &'static str {
    if lang.code() == "zh" { zh } else { en }
}

fn record(layout: &Layout, folder: &Folder, number: u32, topic: Option<&str>, title: Option<&str>) -> String {
    let up = if folder.section.is_some() { "../" } else { "" };
    let texts = |given: Option<&str>, missing| {
        let text = |(at, lang): (usize, &Lang)| {
            let text = given.filter(|_| at == 0).unwrap_or_else(|| words(lang, missing));
            (lang.code().to_owned(), Value::text(text))
        };
        let map = Value::Map(layout.languages.iter().enumerate().map(text).collect());
        yaml::written_anew(&map).lines().map(|line| format!("  {line}\n")).collect::<String>()
    };
    let topic = topic.map_or(String::new(), |topic| format!("# 二级问题的标识 Id of its topic\ntopic: {topic}\n"));
    format!(
        "# yaml-language-server: $schema={up}.schema/issue.json
number: {number}
{topic}
# 标题 Title
title:
{title}# 反馈的问题，一句话。What was found, in a sentence.
statement:
{statement}
# 整改状态，必须填写。Status, which must be given: completed, substantially-completed, in-progress, ongoing, not-started
status:
# 整改时限：年、年月或年月日；没有写明的写 not-stated。Due: a year, a month or a day; `not-stated` where none is stated.
# due: 2026-12

# 牵头单位、责任单位，写 units.yaml 里的 id。Lead and responsible bodies, by their ids in units.yaml.
# lead: [general-office]
# responsible: [general-office]

# 下一步措施：没有完成的问题都要写。Next steps: needed while the issue is outstanding.
# next_steps:
#   {lang}: …
",
        title = texts(title, TITLE),
        statement = texts(None, STATEMENT),
        lang = layout.languages[0],
    )
}

#[cfg(test)]
mod tests;
