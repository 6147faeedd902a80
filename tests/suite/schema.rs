//! Schema and `check` are two hands that measure the same records: one is a JSON Schema validator by others, one is ours.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use gongkai::notice;
use gongkai::notice::content::{self, ParsedFiles, Schemas};
use gongkai::source::SourceTree;
use gongkai::value::RelPath;

use crate::fixture::Fixture;

const FIRST: &str = "content/1-projects/001.yaml";
const SECOND: &str = "content/1-projects/002.yaml";
const THIRD: &str = "content/2-people/003.yaml";
const NOTICE: &str = "content/notice.yaml";
const SECTION: &str = "content/1-projects/section.yaml";
const UNITS: &str = "content/units.yaml";
const GLOSSARY: &str = "content/glossary.yaml";
const ACCOUNTABILITY: &str = "content/accountability.yaml";

/// In a record of the small notice, the second text takes the place of the first; without a first it is the whole record.
type Row = (&'static str, &'static str, &'static str);

/// What both refuse.
#[rustfmt::skip]
const REFUSED: &[Row] = &[
    // Not to be read at all.
    (FIRST, "number: 1", "number: [1"),
    (FIRST, "title: {zh: 串通投标", "title: {zh: \"串通投标"),
    (FIRST, "topic: tendering", "topic tendering"),
    (FIRST, "topic: tendering", "topic: tendering\ntopic: funds"),
    // Keys.
    (FIRST, "statement:", "statment:"),
    (FIRST, "status:", "stauts:"),
    (FIRST, "number: 1\n", ""),
    (FIRST, "title: {zh: 串通投标, en: Bid-rigging}\n", ""),
    (FIRST, "status: completed\n", ""),
    (FIRST, "unit: CNY}", "unti: CNY}"),
    (FIRST, ", unit: CNY}", "}"),
    (FIRST, "{id: fines, ", "{"),
    (FIRST, "label: {zh: 罚款, en: Fines}, ", ""),
    (FIRST, "value: 1476000, ", ""),
    (FIRST, "{on: 2023-07-01, status", "{date: 2023-07-01, status"),
    (FIRST, "{on: 2023-07-01, ", "{"),
    (FIRST, "- {on: 2024-01-10, text", "- {on: 2024-01-10, texts"),
    (NOTICE, "issued_on:", "issued:"),
    (NOTICE, "issued_on: 2024-03-01\n", ""),
    (NOTICE, "as_of: 2024-02-29\n", ""),
    (NOTICE, "languages: [zh, en]\n", ""),
    (NOTICE, "  telephones:", "  telephone:"),
    (NOTICE, "  from: 2023-03-01\n", "  since: 2023-03-01\n"),
    (NOTICE, "domain: notice.example", "domian: notice.example"),
    (SECTION, "topics:", "topic:"),
    (SECTION, "- {id: tendering", "- {name: tendering"),
    (UNITS, "name: {zh: 县住建局", "title: {zh: 县住建局"),
    (UNITS, "{id: audit-bureau, ", "{"),
    (GLOSSARY, "", "wrong: [{lang: zh, wrong: 布署}]"),
    (GLOSSARY, "", "term: [{zh: 市委, en: the Municipal Committee}]"),
    (ACCOUNTABILITY, "", "groups: [{id: a, stated: 5}]"),
    (ACCOUNTABILITY, "", "groups: [{id: a, title: {zh: 处分, en: Sanctions}, persons: [{name: {zh: 王, en: Wang}}]}]"),
    // Values.
    (FIRST, "number: 1", "number: one"),
    (FIRST, "number: 1", "number: \"1\""),
    (FIRST, "number: 1", "number: 0"),
    (FIRST, "number: 1", "number: -1"),
    (FIRST, "number: 1", "number: 1.5"),
    (FIRST, "number: 1", "number: 1000000"),
    (FIRST, "number: 1", "number:"),
    (FIRST, "number: 1", "number: true"),
    (FIRST, "topic: tendering", "topic: 招投标"),
    (FIRST, "topic: tendering", "topic: [tendering]"),
    (FIRST, "status: completed", "status: 已完成"),
    (FIRST, "status: completed", "status: [completed]"),
    (FIRST, "status: completed", "status:"),
    (FIRST, "status: completed\n", "status: completed\nstatus_basis: guessed\n"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 2023-13-01"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 2023-00-01"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 2023-11-32"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 30 November 2023"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 2023年11月30日"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 2023/11/30"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 2023-1-5"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 20231130"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 23"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: [2023-11-30]"),
    (FIRST, "value: 1476000", "value: 147.6万"),
    (FIRST, "value: 1476000", "value: \"1,476,000\""),
    (FIRST, "value: 1476000", "value: {a: 1}"),
    (FIRST, "value: 1476000", "value:"),
    (FIRST, "value: 1476000", "value: true"),
    (FIRST, "{id: fines", "{id: Fines"),
    (FIRST, "{id: fines", "{id: 罚款"),
    (FIRST, "{id: fines", "{id: fine_s"),
    (FIRST, "{id: fines", "{id: -fines"),
    (FIRST, "title: {zh: 串通投标, en: Bid-rigging}", "title: [串通投标]"),
    (FIRST, "title: {zh: 串通投标, en: Bid-rigging}", "title:"),
    (FIRST, "title: {zh: 串通投标, en: Bid-rigging}", "title: {}"),
    (FIRST, "title: {zh: 串通投标, en: Bid-rigging}", "title: {zh: [串通投标], en: Bid-rigging}"),
    (FIRST, "title: {zh: 串通投标, en: Bid-rigging}", "title: {zh_CN: 串通投标, en: Bid-rigging}"),
    (FIRST, "lead: [housing-bureau]", "lead: {a: b}"),
    (FIRST, "lead: [housing-bureau]", "lead:"),
    (SECOND, "approx: over", "approx: more"),
    (SECOND, "figures:\n", "figures: none\nx:\n"),
    (THIRD, "next_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}", "next_steps: [招聘医师]"),
    (FIRST, "value: 1476000", "value: \"01476000\""),
    (NOTICE, "languages: [zh, en]", "languages: []"),
    (NOTICE, "languages: [zh, en]", "languages: [zh, English]"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: notice.example"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: https://notice.example/?a=b"),
    (NOTICE, "value: 3, unit", "value: three, unit"),
    (SECTION, "topics:\n", "topics: none\nx:\n"),
    (UNITS, "- {id: housing-bureau", "- housing-bureau\n- {id: b"),
];

/// Who alone refuses a record, and why that is so.
enum Alone {
    /// The schema: editors say something that `check` lets pass.
    Schema,
    /// `check`: editors stay silent about something that is refused.
    Check,
}

/// The differences that are known.
#[rustfmt::skip]
const DIFFERENT: &[(Row, Alone, &str)] = &[
    ((NOTICE, "  telephones: [0599-0000000]", "  telephones: [12345]"), Alone::Schema, "a plain number where text stands: for YAML it is a number, for us the text as typed"),
    ((FIRST, "{zh: 串通投标, en: Bid-rigging}", "{zh: 12, en: 12}"), Alone::Schema, "likewise: what looks like a number stays text"),
    ((FIRST, "{zh: 串通投标, en: Bid-rigging}", "{zh: 串通投标, en: true}"), Alone::Schema, "likewise: a word that YAML takes for a truth value"),
    ((FIRST, "completed_on: 2023-11-30", "completed_on: 2023-11-31"), Alone::Check, "the calendar: a schema counts no days"),
    ((FIRST, "completed_on: 2023-11-30", "completed_on: 2023-02-29"), Alone::Check, "the calendar: nor leap years"),
    ((FIRST, "value: 1476000", "value: 1e6"), Alone::Check, "a number with an exponent: for YAML a number, for us not written out"),
    ((FIRST, "value: 1476000", "value: .5"), Alone::Check, "a number without its zero, likewise"),
    ((FIRST, "number: 1", "number: 1.0"), Alone::Check, "1.0 is whole for a schema; a number of an issue has no decimals"),
    ((FIRST, "{zh: 串通投标, en: Bid-rigging}", "{zh: 串通投标}"), Alone::Check, "which languages a text needs stands in another file"),
    ((FIRST, "{zh: 串通投标, en: Bid-rigging}", "{zh: 串通投标, en: Bid-rigging, fr: Trucage}"), Alone::Check, "likewise which it may have"),
    ((FIRST, "{zh: 串通投标, en: Bid-rigging}", "{zh: 串通投标, en: \"\"}"), Alone::Check, "an empty text is a text for a schema"),
    ((FIRST, "title: {zh: 串通投标, en: Bid-rigging}", "title: 串通投标"), Alone::Check, "a text alone is enough in a notice of one language, which another file says"),
    ((FIRST, "lead: [housing-bureau]", "lead: housing-bureau, audit-bureau"), Alone::Check, "one text may stand where several may; for a schema these two are one"),
    ((FIRST, "zh: 串通投标,", "zh: \"“串通投标”\","), Alone::Check, "a schema sees no quotation marks"),
    ((FIRST, "topic: tendering", "topic: &a tendering"), Alone::Check, "anchors are read before a schema sees the record"),
    ((FIRST, "lead: [housing-bureau]", "lead: [housing]"), Alone::Check, "whether an id exists stands in another file"),
    ((FIRST, "{id: cases", "{id: fines"), Alone::Check, "a schema does not compare ids"),
    ((FIRST, "status: completed", "status: complete"), Alone::Check, "which statuses there are stands in another file"),
    ((FIRST, "number: 1", "number: 2"), Alone::Check, "a schema does not know the file's name"),
    ((FIRST, "topic: tendering\n", ""), Alone::Check, "whether the section has topics stands in another file"),
    ((FIRST, "topic: tendering", "topic:"), Alone::Check, "likewise"),
];

/// What both let pass.
#[rustfmt::skip]
const ACCEPTED: &[Row] = &[
    (FIRST, "number: 1\n", "# yaml-language-server: $schema=../.schema/issue.json\nnumber: 1\n"),
    (FIRST, "topic: tendering", "topic: \"tendering\""),
    (FIRST, "lead: [housing-bureau]", "lead: housing-bureau"),
    (FIRST, "zh: 串通投标,", "zh: no,"),
    (FIRST, "zh: 串通投标,", "zh: 𠀀𪜶串通投标,"),
    (FIRST, "verified_on: 2023-12-15", "verified_on:"),
    (FIRST, "verified_on: 2023-12-15", "verified_on: ~"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: \"2023-11-30\""),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 2023-11"),
    (FIRST, "completed_on: 2023-11-30", "completed_on: 2023"),
    (FIRST, "value: 1476000", "value: \"1476000\""),
    (FIRST, "value: 1476000", "value: -1476000.50"),
    (SECOND, "due: 2023-12\n", "due: 2023\n"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: http://notice.example:8080/county/"),
    (NOTICE, "base_url: https://notice.example/county", "base_url:"),
];

/// The name of the schema of a record.
fn kind(path: &str) -> &str {
    match path.rsplit('/').next().and_then(|name| name.strip_suffix(".yaml")).expect("a record") {
        stem if stem.bytes().all(|b| b.is_ascii_digit()) => "issue",
        stem => stem,
    }
}

/// The validators of every record, made once.
struct Validators(Vec<(&'static str, jsonschema::Validator)>);

impl Validators {
    fn new() -> Validators {
        let named = Schemas::of_records();
        Validators(
            named
                .named()
                .map(|(name, schema)| (name, jsonschema::validator_for(schema.json()).expect("a schema")))
                .into(),
        )
    }

    /// What a JSON Schema validator says of a record, read as an editor reads it.
    fn refusals(&self, path: &str, text: &str) -> Vec<String> {
        let (_, validator) =
            self.0.iter().find(|(known, _)| *known == kind(path)).unwrap_or_else(|| panic!("no schema for {path}"));
        let read = serde_yaml::from_str::<serde_yaml::Value>(text).map_err(|error| error.to_string());
        match read.and_then(|value| serde_json::to_value(value).map_err(|error| error.to_string())) {
            Ok(value) => validator.iter_errors(&value).map(|error| error.to_string()).collect(),
            Err(error) => vec![error],
        }
    }
}

/// What our own reader says of the notice: shape and references, not yet sense.
fn findings(tree: &SourceTree) -> Vec<String> {
    let content = content::parse(tree, &mut ParsedFiles::new());
    let complete = content.diagnostics.is_empty();
    let notice = notice::resolve(content.value, complete);
    content.diagnostics.iter().chain(&notice.diagnostics).map(|d| format!("{} {}", d.rule, d.message.en)).collect()
}

fn changed((path, from, to): &Row) -> (SourceTree, String) {
    let small = Fixture::small();
    let fixture = if from.is_empty() { small.with(path, to) } else { small.replacing(path, from, to) };
    let tree = fixture.into_tree();
    let text = tree.text(path).expect("text").to_owned();
    (tree, text)
}

#[test]
fn schema_and_check_refuse_the_same() {
    let validators = Validators::new();
    let mut wrong = Vec::new();
    for row in REFUSED {
        let (tree, text) = changed(row);
        let (by_schema, by_check) = (validators.refusals(row.0, &text), findings(&tree));
        if by_schema.is_empty() || by_check.is_empty() {
            wrong.push(format!("{row:?}\n    schema: {by_schema:?}\n    check: {by_check:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(REFUSED.len() >= 50, "{}", REFUSED.len());
}

#[test]
fn schema_and_check_accept_the_same() {
    let validators = Validators::new();
    for row in ACCEPTED {
        let (tree, text) = changed(row);
        assert_eq!((validators.refusals(row.0, &text), findings(&tree)), (vec![], vec![]), "{row:?}");
    }
}

#[test]
fn where_they_differ_is_known() {
    let validators = Validators::new();
    for (row, alone, why) in DIFFERENT {
        let (tree, text) = changed(row);
        let (by_schema, by_check) = (validators.refusals(row.0, &text), findings(&tree));
        let expected = match alone {
            Alone::Schema => (false, true),
            Alone::Check => (true, false),
        };
        assert_eq!(
            (by_schema.is_empty(), by_check.is_empty()),
            expected,
            "{row:?} ({why})\n{by_schema:?}\n{by_check:?}"
        );
    }
}

/// Every record of the sample, when it is there, and of the small notice.
#[test]
fn every_record_is_valid() {
    let validators = Validators::new();
    let mut count = 0;
    for fixture in [Fixture::small(), Fixture::notice()] {
        let tree = fixture.into_tree();
        let records = tree.under("content").filter(|path| path.as_str().ends_with(".yaml"));
        for path in
            records.filter(|path| path.name() != "translations.yaml" && !path.as_str().starts_with("content/files/"))
        {
            let text = tree.text(path.as_str()).expect("text");
            assert_eq!(validators.refusals(path.as_str(), text), Vec::<String>::new(), "{path}");
            count += 1;
        }
    }
    assert!(count >= 7, "{count}");
}

/// Every record of the sample begins with where its schema is kept, and the kept schemas are those that the program writes.
#[test]
fn the_sample_keeps_the_schemas_that_its_records_name() {
    let kept: BTreeMap<RelPath, String> = Schemas::of_records().files().collect();
    for (path, schema) in &kept {
        let file = std::fs::read_to_string(path.as_str()).unwrap_or_default();
        assert!(file == *schema, "{path} is old: run `gongkai schema --write`");
    }
    assert_eq!(std::fs::read_dir("content/.schema").expect("a folder").count(), kept.len());
    let tree = Fixture::notice().into_tree();
    let records =
        tree.under("content").filter(|path| path.as_str().ends_with(".yaml") && path.name() != "translations.yaml");
    let named: BTreeSet<&RelPath> =
        records.map(|record| named_schema(&kept, record, tree.text(record.as_str()).expect("text"))).collect();
    let others: Vec<&str> = kept.keys().filter(|path| !named.contains(path)).map(RelPath::as_str).collect();
    assert_eq!(others, ["content/.schema/persons.json"], "the sample has a record of every other kind");
}

/// The schema that the first line of a record names, from where the record stands; it must be that of its kind.
fn named_schema<'a>(kept: &'a BTreeMap<RelPath, String>, record: &RelPath, text: &str) -> &'a RelPath {
    let first = text.lines().next().unwrap_or_default();
    let name = first
        .strip_prefix("# yaml-language-server: $schema=")
        .unwrap_or_else(|| panic!("{record} names no schema: {first}"));
    let steps = name.matches("../").count();
    let folder = (0..steps).fold(record.folder(), |folder, _| folder.rsplit_once('/').map_or("", |(above, _)| above));
    let path = RelPath::of(format!("{folder}/{}", &name[3 * steps..]));
    let (path, _) = kept.get_key_value(&path).unwrap_or_else(|| panic!("{record} names {path}, which is not kept"));
    assert_eq!(path.name(), format!("{}.json", kind(record.as_str())), "{record}");
    path
}

/// `gongkai schema --write` writes what it prints, where no reader of content looks, and again without complaint.
#[test]
fn schemas_are_written_beside_the_content() {
    let root = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
        command.arg("--root").arg(root.path()).args(["--lang", "en"]).args(arguments).output().expect("gongkai runs")
    };
    assert_eq!(run(&["schema", "--write"]).status.code(), Some(2), "there is no content/ yet");
    let small = Fixture::small().into_tree();
    for path in small.under("content") {
        let target = root.path().join(path.as_str());
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        std::fs::write(target, small.bytes(path.as_str()).expect("bytes")).expect("a file");
    }
    for _ in 0..2 {
        let output = run(&["schema", "--write"]);
        assert_eq!(
            (output.status.code(), String::from_utf8_lossy(&output.stderr).contains("$schema=../.schema/issue.json")),
            (Some(0), true)
        );
    }
    for (name, schema) in Schemas::of_records().named() {
        let written =
            std::fs::read_to_string(root.path().join(format!("content/.schema/{name}.json"))).expect("a schema");
        assert_eq!(written, format!("{:#}\n", schema.json()));
        assert_eq!(run(&["schema", name]).stdout, written.as_bytes());
    }
    assert_eq!(std::fs::read_dir(root.path().join("content/.schema")).expect("a folder").count(), 8);
    assert_eq!(run(&["check", "--strict"]).status.code(), Some(0), "the folder is no stray");
}
