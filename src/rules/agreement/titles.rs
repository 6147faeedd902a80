//! Titles of documents, which are translated alike wherever they are named.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::edition::Edition;
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::THIRD;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::value::{Lang, Localized, RelPath, Text};

pub(in crate::rules) static DOCUMENT_TITLES_DIFFER: Rule = Rule {
    id: "document-titles-differ",
    group: RuleGroup::Languages,
    severity: Severity::Warning,
    demand: Words(
        "同一份制度文件在各条记录里名称一致：一种语言相同的，其他语言也相同。",
        "A document that has one title in a language has one in every other language, too.",
    ),
    why: Words(
        "中文写了两个名称，英文是同一个，读者分不清是一份文件还是两份。",
        "Two titles in Chinese and one in English: readers cannot tell whether there are one or two documents.",
    ),
    example: Shown(&[Added(
        THIRD,
        "documents: [{zh: 《招投标管理办法》, en: Rules for Tendering}]\n",
        "documents: [{zh: 《招投标管理办法》, en: Measures for Tendering}]\n",
    )]),
    check: Check::Complete(titles_agree),
};

/// A title in a language, where it was first read, and the whole of it.
type Titles<'a> = BTreeMap<(Lang, &'a str), (&'a RelPath, &'a Localized)>;

fn titles_agree(edition: &Edition) -> Vec<Diagnostic> {
    let (mut known, mut found) = (Titles::new(), Vec::new());
    for issue in &edition.notice.issues {
        for title in &issue.record.documents {
            let differing = title.iter().find_map(|(lang, text)| {
                let (path, first) = *known.entry((lang, text.as_str())).or_insert((&issue.path, title));
                let other = title.iter().find(|(lang, text)| first.get(*lang).is_some_and(|first| first != *text));
                Some((path, first, other?, text))
            });
            found.extend(differing.map(|(path, first, (lang, other), same)| {
                title_differs((&issue.path, other), (path, first.get(lang)), same)
            }));
        }
    }
    found
}

fn title_differs(here: (&RelPath, &Text), first: (&RelPath, Option<&Text>), same: &Text) -> Diagnostic {
    let (path, title) = here;
    let (first_path, there) = (first.0, first.1.map_or("", Text::as_str));
    let message = say!(
        "这里写“{title}”，{first_path} 里写“{there}”，而另一种语言都是“{same}”",
        "“{title}” here is “{there}” in {first_path}, while both are “{same}” in another language"
    );
    let found = Diagnostic::of(&DOCUMENT_TITLES_DIFFER, Place::span(path, title.span()), message).help(say!(
        "同一份文件请写同一个名称；是两份文件的，各语言都要分开",
        "write one title for one document; for two documents write two titles in every language"
    ));
    match first.1 {
        Some(there) => found.related(Place::span(first_path, there.span()), say!("另一处", "the other")),
        None => found,
    }
}
