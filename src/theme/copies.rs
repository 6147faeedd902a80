//! Files of the built-in theme to start from: their names, and copies of them for a theme of one's own.

mod excerpt;

use std::collections::BTreeMap;

use super::built_in::BUILT_IN_FILES;
use super::{BUILT_IN, FOLDER};
use crate::diagnostic::{Message, nearest};
use crate::say;
use crate::source::SourceTree;
use crate::value::{Lang, RelPath};
use excerpt::{excerpt, groups};

/// The record of a theme that changes the built-in one.
pub const EXTENDING: &str = "# 只放要改的文件，其余用自带外观的。Only what differs; all else is that of the built-in theme.\nextends: bulletin\n";

/// The folder of messages.
const MESSAGES: &str = "messages/";

/// What parts a file of messages from a key in it.
const MARK: char = '#';

/// Returns every file that can be copied; of messages, their groups of keys, since a copy of all of them would change
/// none.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = files().filter(|name| *name != "theme.yaml" && !name.starts_with(MESSAGES)).collect();
    for file in files().filter(|name| name.starts_with(MESSAGES)) {
        names.extend(groups(&file).into_iter().map(|key| format!("{file}{MARK}{key}")));
    }
    names.sort();
    names
}

/// Copies for a theme: each with its path in the theme. Keys of one file of messages make one copy.
///
/// # Errors
/// What is wrong with a name, and what to write.
pub fn copies(names: &[String]) -> Result<Vec<(RelPath, String)>, [Message; 2]> {
    let mut keys: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut copies = Vec::new();
    for name in names {
        let name = name.trim_start_matches(&format!("{FOLDER}/")).trim_start_matches(&format!("{BUILT_IN}/"));
        match name.split_once(MARK) {
            Some((file, key)) => keys.entry(file.to_owned()).or_default().push(key),
            None => copies.push(whole(name)?),
        }
    }
    for (file, keys) in keys {
        copies.push(excerpt(&file, &keys)?);
    }
    Ok(copies)
}

fn files() -> impl Iterator<Item = String> {
    let tree = super::with_built_in(SourceTree::default());
    let folder = format!("{FOLDER}/{BUILT_IN}");
    let names: Vec<String> = tree.under(&folder).map(|path| path.as_str()[folder.len() + 1..].to_owned()).collect();
    names.into_iter()
}

fn text(name: &str) -> Option<&'static str> {
    BUILT_IN_FILES.get_file(name)?.contents_utf8()
}

/// Returns a file as it is; of a language that is not built in, the messages of English, to be translated.
fn whole(name: &str) -> Result<(RelPath, String), [Message; 2]> {
    let lang = name.strip_prefix(MESSAGES).and_then(|file| file.strip_suffix(".yaml")).and_then(Lang::of);
    match (text(name), lang) {
        (Some(_), Some(_)) => Err(no_key(name)),
        (None, Some(lang)) => {
            let english = text("messages/en.yaml").unwrap_or_default();
            Ok((RelPath::of(name), english.replacen("  tag: en\n", &format!("  tag: {lang}\n"), 1)))
        }
        (Some(text), None) => Ok((RelPath::of(name), text.to_owned())),
        (None, None) => Err(no_file(name)),
    }
}

fn no_file(name: &str) -> [Message; 2] {
    let known: Vec<String> = files().collect();
    let help = match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
        None => say!("全部文件：gongkai theme copy --list", "all files: gongkai theme copy --list"),
    };
    [say!("自带外观没有“{name}”", "the built-in theme has no `{name}`"), help]
}

fn no_key(file: &str) -> [Message; 2] {
    let groups = groups(file).join(", ");
    [
        say!("请写明要改 {file} 里的哪些用语", "say which messages of {file} you will change"),
        say!(
            "例如 {file}#pages.home，可写几个；各组：{groups}",
            "for example {file}#pages.home, one or several; the groups are {groups}"
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::excerpt::root;
    use super::*;
    use crate::source::yaml::{self, Node};

    fn copied(names: &[&str]) -> Result<Vec<(String, String)>, [Message; 2]> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Ok(copies(&names)?.into_iter().map(|(path, text)| (path.to_string(), text)).collect())
    }

    #[test]
    fn files_are_copied_as_they_are() {
        for name in
            ["templates/contact.html", "bulletin/templates/contact.html", "themes/bulletin/templates/contact.html"]
        {
            let expected = ("templates/contact.html".to_owned(), text("templates/contact.html").unwrap().to_owned());
            assert_eq!(copied(&[name]).unwrap(), [expected]);
        }
        let [(path, words)] = &copied(&["messages/fr.yaml"]).unwrap()[..] else { panic!("one file") };
        let english = text("messages/en.yaml").unwrap();
        assert_eq!((path.as_str(), words.replace("tag: fr", "tag: en").as_str()), ("messages/fr.yaml", english));
        assert!(words.contains("\n  tag: fr\n"));
    }

    #[test]
    fn only_the_keys_that_are_asked_for_are_copied_and_they_are_messages() {
        let names =
            ["messages/en.yaml#pages.home", "messages/en.yaml#outstanding.count", "messages/en.yaml#units.piece"];
        let [(path, words)] = &copied(&names).unwrap()[..] else { panic!("one file") };
        assert_eq!(path, "messages/en.yaml");
        let tree = SourceTree::of([(path.as_str(), words.as_bytes())]);
        let (copy, whole) = (yaml::node(&tree, &RelPath::of(path)).expect("YAML"), root("messages/en.yaml").unwrap());
        let at = |node: &Node, key: &str, file: &str| {
            let found = key.split('.').try_fold(node, |node, step| Some(node.child(step)?.1));
            file[found.unwrap_or_else(|| panic!("{key} in {words}")).range()].split_whitespace().collect::<String>()
        };
        for key in ["text.pages.home.nav", "text.outstanding.count", "units.piece"] {
            assert_eq!(at(&copy, key, words), at(&whole, key, text("messages/en.yaml").unwrap()), "{key}");
        }
        assert!(copy.child("language").is_none() && words.lines().count() < 20, "{words}");
    }

    #[test]
    fn a_name_that_is_wrong_is_answered_with_one_that_is_right() {
        for (name, answer) in [
            ("templates/contct.html", "templates/contact.html"),
            ("messages/en.yaml", "messages/en.yaml#pages.home"),
            ("messages/en.yaml#nothing", "pages"),
            ("messages/fr.yaml#pages", "messages/en.yaml"),
            ("../x", "--list"),
        ] {
            let [_, help] = copied(&[name]).expect_err(name);
            assert!(help.en.contains(answer), "{name}: {}", help.en);
        }
    }

    #[test]
    fn every_file_that_is_listed_can_be_copied() {
        let names = names();
        assert!(names.len() > 60 && names.contains(&"messages/zh.yaml#pages".to_owned()), "{names:?}");
        assert!(!copies(&names).expect("copies").is_empty());
    }
}
