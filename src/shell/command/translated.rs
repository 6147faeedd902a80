//! `gongkai translated`: records which source each translation was made from, in `content/translations.yaml`. The
//! author's texts stay untouched.

use std::collections::BTreeMap;

use super::{Compiled, ExitCode, Shell};
use crate::compile::Options;
use crate::compile::Site;
use crate::rules;
use crate::say;
use crate::shell::cli::TranslatedArgs;
use crate::source::SourceTree;
use crate::source::yaml::{self, Value};
use crate::value::RelPath;

/// The beginning of the file.
const HEADER: &str = "# 由 gongkai translated 登记：每份译文对应的原文。Recorded by `gongkai translated`: the source that each translation was made from.\n";

pub(super) fn run(shell: &Shell<'_>, args: &TranslatedArgs) -> Result<(), ExitCode> {
    let held = shell.hold()?;
    let Compiled { tree, site, diagnostics, .. } = shell.compile(&Options::default())?;
    let Some(site) = site else {
        shell.show(&tree, &diagnostics);
        return Err(ExitCode::Findings);
    };
    let translations = translations(&site);
    let asked = asked(shell, args, &translations)?;
    let mut noted = site.edition.notice.translations.as_ref().map(|(_, noted)| noted.clone()).unwrap_or_default();
    noted.retain(|name, _| translations.contains_key(name));
    noted.extend(asked);
    let path = RelPath::of(rules::TRANSLATIONS);
    let written = tree.text(path.as_str());
    let mut wanted = written.and_then(|text| yaml::value(&path, text)).unwrap_or(Value::Map(Vec::new()));
    if let Value::Map(entries) = &mut wanted {
        entries.retain(|(name, _)| noted.contains_key(name));
    }
    let order: Vec<&str> = noted.keys().map(String::as_str).collect();
    noted.iter().for_each(|(name, source)| wanted.set(&[name], Value::text(source), &order));
    let text = match written {
        Some(text) => yaml::rewritten(&path, text, &wanted).map_err(|message| shell.refuse(&message))?,
        None => format!("{HEADER}{}", yaml::written_anew(&wanted)),
    };
    let mut changed = SourceTree::clone(&tree);
    changed.rewrite(&path, &text);
    shell.rewrite(&held, &tree, &changed, &path)?;
    let n = noted.len();
    shell.say(&say!("已登记 {n} 份译文", "{n} translations recorded"));
    Ok(())
}

/// Returns every translation, named from `content/`, with the fingerprint of its source.
fn translations(site: &Site) -> BTreeMap<String, String> {
    let edition = &site.edition;
    let each = edition.tree.under(crate::notice::content::FOLDER).filter_map(|path| {
        let source = rules::translation_source(&edition.notice, path)?;
        let name = path.as_str().strip_prefix("content/")?;
        Some((name.to_owned(), rules::fingerprint(&edition.tree, &source)?))
    });
    each.collect()
}

/// Returns the translations that the author named; all of them if none.
fn asked(
    shell: &Shell<'_>,
    args: &TranslatedArgs,
    all: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, ExitCode> {
    if args.files.is_empty() {
        return Ok(all.clone());
    }
    let mut asked = BTreeMap::new();
    for file in &args.files {
        let name = file.to_string_lossy().replace('\\', "/");
        let name = name.rsplit_once("content/").map_or(&*name, |(_, name)| name);
        match all.get_key_value(name) {
            Some((name, fingerprint)) => drop(asked.insert(name.clone(), fingerprint.clone())),
            None => {
                shell.say(&say!(
                    "{name} 不是译文：译文的文件名是“名称.语言.md”，并有默认语言的原文",
                    "{name} is not a translation: translations are named `name.language.md` and have a source in the first language"
                ));
                return Err(ExitCode::CouldNotRun);
            }
        }
    }
    Ok(asked)
}
