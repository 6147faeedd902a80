//! Issues moved on by one: names of files, numbers in records, links and the list of translations.

use std::collections::BTreeMap;

use super::Refused;
use super::layout::{Folder, Layout};
use crate::notice::content::FOLDER;
use crate::say;
use crate::source::SourceTree;
use crate::source::yaml::{self, Value};
use crate::value::RelPath;

pub(super) fn addresses(layout: &Layout, moved: &[(&Folder, u32, &RelPath)]) -> Vec<(String, String)> {
    moved
        .iter()
        .map(|(folder, number, _)| (layout.address(folder, *number), layout.address(folder, number + 1)))
        .collect()
}

pub(super) fn would_move(moved: &[(String, String)]) -> Refused {
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
pub(super) fn move_on(
    after: &mut SourceTree,
    tree: &SourceTree,
    moved: &[(&Folder, u32, &RelPath)],
) -> Result<(), Refused> {
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
