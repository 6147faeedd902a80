//! Reports for programs: SARIF against its own schema, JSON as it is documented.

use std::sync::Arc;

use gongkai::cache::Cache;
use gongkai::compile::{Options, compile_with};
use gongkai::diagnostic::{Checked, Diagnostic};
use gongkai::inspect;
use gongkai::progress::Progress;
use gongkai::rules::RULES;
use gongkai::shell::report::{self, MessageLang, Summary};
use gongkai::source::SourceTree;
use serde_json::Value;

use crate::fixture::Fixture;

const FIRST: &str = "content/1-projects/001.yaml";
const FIRST_ZH: &str = "content/1-projects/001.zh.md";

/// Notices with mistakes of every kind of place: in a line, over several lines, at a point, in a file as a whole, in two places at once.
fn notices() -> [Fixture; 5] {
    [
        Fixture::small(),
        Fixture::small()
            .replacing(FIRST, "topic: tendering", "topic: tendering\ntopic: funds")
            .replacing("content/1-projects/002.yaml", "status: substantially-completed\n", "")
            .replacing("content/2-people/003.yaml", "{zh: 空编率高", "{zh: \"空编率高")
            .with("content/1-projects/名单 1.txt", "甲\n"),
        Fixture::small()
            .replacing(FIRST, "in 15 projects", "in 51 projects")
            .replacing("content/1-projects/002.yaml", "due: 2023-12\n", "due: 2022-12\n")
            .replacing(FIRST_ZH, "{{ cases }}，", "{{ cases }},")
            .replacing(FIRST_ZH, "全面", "全面（13800138000）")
            .replacing(
                FIRST,
                "documents:",
                "accepted:\n  - {rule: mobile-number, text: \"13800138000\", reason: 举报电话}\ndocuments:",
            ),
        Fixture::small().without("content/notice.yaml"),
        Fixture::small().adding(FIRST_ZH, "\n##甲\n\n由李**任组长，王**任副组长。\n一是乙。\n"),
    ]
}

fn checked(fixture: Fixture) -> (Arc<SourceTree>, Vec<Diagnostic>, Summary) {
    let tree = Arc::new(fixture.into_tree());
    let Checked { value: (site, counts), mut diagnostics } =
        compile_with(&tree, &Options::default(), &mut Cache::default());
    let (inspected, found) =
        site.as_ref().map(|site| inspect::look_at_all(site, &Progress::default())).unwrap_or_default();
    diagnostics.extend(found);
    let summary = Summary::of(counts, inspected, &diagnostics);
    (tree, diagnostics, summary)
}

fn sarif(fixture: Fixture, lang: MessageLang) -> Value {
    let (tree, diagnostics, _) = checked(fixture);
    serde_json::from_str(&report::sarif(&tree, &diagnostics, lang, "notices/2025 年/")).expect("JSON")
}

#[test]
fn sarif_is_valid_by_its_own_schema() {
    let schema = std::fs::read_to_string("tests/suite/fixtures/sarif/sarif-2.1.0-rtm.5.json").expect("the schema");
    // The pattern of languages has a stray bracket, over which a strict reader of patterns stumbles; this is what it means, and refuses more.
    let schema = schema.replace("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    for fixture in notices() {
        for lang in [MessageLang::Zh, MessageLang::En] {
            let report = sarif(fixture.clone(), lang);
            let errors: Vec<String> =
                validator.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).collect();
            assert_eq!(errors, Vec::<String>::new());
        }
    }
    let wrong = serde_json::json!({"version": "2.1.0", "runs": [{"results": []}]});
    assert!(!validator.is_valid(&wrong), "the schema does refuse something");
}

#[test]
fn sarif_says_what_and_where() {
    let [_, shape, sense, ..] = notices();
    let report = sarif(shape, MessageLang::Zh);
    let run = &report["runs"][0];
    assert_eq!(
        (&run["columnKind"], &run["tool"]["driver"]["language"]),
        (&Value::from("unicodeCodePoints"), &Value::from("zh-CN"))
    );
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), RULES.len());
    let results = run["results"].as_array().expect("results");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let find = |id: &str| {
        results.iter().find(|result| result["ruleId"] == id).unwrap_or_else(|| panic!("no {id}: {results:?}"))
    };
    let region = |line: u32, from: u32, to: u32| serde_json::json!({"startLine": line, "startColumn": from, "endLine": line, "endColumn": to});
    let twice = find("duplicate-key");
    assert_eq!(twice["level"], "error");
    assert_eq!(twice["message"]["text"], "键“topic”写了两次\n请只保留其中一处");
    assert_eq!(twice["locations"][0]["physicalLocation"]["region"], region(3, 1, 6));
    assert_eq!(twice["relatedLocations"][0]["physicalLocation"]["region"], region(2, 1, 6));
    assert_eq!(twice["relatedLocations"][0]["message"]["text"], "第一次写在这里");
    let stray = &find("stray-file")["locations"][0]["physicalLocation"];
    assert_eq!(
        stray["artifactLocation"]["uri"],
        "notices/2025%20%E5%B9%B4/content/1-projects/%E5%90%8D%E5%8D%95%201.txt"
    );
    assert_eq!(stray["region"], Value::Null);
    let report = sarif(sense, MessageLang::En);
    let results = report["runs"][0]["results"].as_array().expect("results");
    let comma = results.iter().find(|result| result["ruleId"] == "half-width-punctuation").expect("a warning");
    assert_eq!(
        (comma["level"].as_str(), &comma["locations"][0]["physicalLocation"]["region"]),
        (Some("warning"), &region(1, 20, 21))
    );
    let accepted = results.iter().find(|result| result["ruleId"] == "mobile-number").expect("a note");
    assert_eq!(
        (accepted["level"].as_str(), results.iter().any(|r| r["ruleId"] == "unused-acceptance")),
        (Some("note"), false)
    );
    assert_eq!(accepted["suppressions"], serde_json::json!([{"kind": "inSource", "justification": "举报电话"}]));
    assert!(
        !accepted["message"]["text"].as_str().expect("a text").contains("举报电话"),
        "the reason is said once: {accepted}"
    );
    let suppressed =
        results.iter().map(|result| result["suppressions"].as_array().expect("all or none").len()).sum::<usize>();
    assert_eq!(suppressed, 1);
}

/// Makes the changes that a report gives for a finding; lines and columns count from 1, columns in characters.
fn changed(text: &str, changes: &[[u64; 4]], texts: &[&str]) -> String {
    let place = |line: u64, column: u64| {
        let (line, column) = (usize::try_from(line).expect("small"), usize::try_from(column).expect("small"));
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        start + text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
    };
    let mut changed = text.to_owned();
    for ([line, column, end_line, end_column], text) in changes.iter().zip(texts).rev() {
        changed.replace_range(place(*line, *column)..place(*end_line, *end_column), text);
    }
    changed
}

#[test]
fn reports_give_the_changes_that_mend_a_finding() {
    let [.., pasted] = notices();
    let (tree, diagnostics, summary) = checked(pasted.clone());
    let text = tree.text(FIRST_ZH).expect("the narrative");
    let report = sarif(pasted, MessageLang::En);
    let json: Value =
        serde_json::from_str(&report::json(&tree, &diagnostics, &summary, MessageLang::En)).expect("JSON");
    let results = report["runs"][0]["results"].as_array().expect("results");
    for (rule, from, to) in [
        ("misread-markup", "##甲", "## 甲"),
        ("accidental-emphasis", "李**任组长，王**", "李\\*\\*任组长，王\\*\\*"),
        ("unmeant-structure", "一是乙", "\n一是乙"),
    ] {
        let number = |value: &Value, key: &str| value[key].as_u64().expect("a number");
        let result = results.iter().find(|result| result["ruleId"] == rule).expect("a result");
        assert_eq!(
            result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"],
            format!("notices/2025%20%E5%B9%B4/{FIRST_ZH}")
        );
        let replacements = &result["fixes"][0]["artifactChanges"][0]["replacements"];
        let replacements = replacements.as_array().expect("replacements");
        let regions: Vec<_> = replacements
            .iter()
            .map(|r| ["startLine", "startColumn", "endLine", "endColumn"].map(|key| number(&r["deletedRegion"], key)))
            .collect();
        let texts: Vec<_> =
            replacements.iter().map(|r| r["insertedContent"]["text"].as_str().expect("a text")).collect();
        assert_eq!(changed(text, &regions, &texts), text.replace(from, to), "{rule}");
        let found = json["diagnostics"].as_array().expect("findings").iter().find(|found| found["rule"] == rule);
        let fix = found.expect("a finding")["fix"].as_array().expect("changes");
        let regions: Vec<_> = fix
            .iter()
            .map(|change| ["line", "column", "end_line", "end_column"].map(|key| number(change, key)))
            .collect();
        let texts: Vec<_> = fix.iter().map(|change| change["text"].as_str().expect("a text")).collect();
        assert_eq!(changed(text, &regions, &texts), text.replace(from, to), "{rule}");
    }
}

/// The form that the header of `src/shell/report/json.rs` documents.
#[test]
fn json_is_stable() {
    let [_, _, sense, ..] = notices();
    let (tree, diagnostics, summary) = checked(sense);
    let shown = report::json(&tree, &diagnostics, &summary, MessageLang::Zh);
    let expected =
        snapbox::Data::read_from("tests/suite/snapshots/check.json".as_ref(), Some(snapbox::data::DataFormat::Text));
    snapbox::assert_data_eq!(shown, expected.raw());
}

#[test]
fn a_run_without_findings_says_how_much_was_checked() {
    let [good, _, _, nothing, _] = notices();
    let (tree, diagnostics, summary) = checked(good);
    let report: Value =
        serde_json::from_str(&report::json(&tree, &diagnostics, &summary, MessageLang::En)).expect("JSON");
    assert_eq!(report["diagnostics"], serde_json::json!([]));
    let counted = ["records", "narratives", "figures"].map(|key| report["summary"][key].as_u64());
    assert_eq!(counted, [Some(7), Some(6), Some(24)]);
    assert!(
        report["summary"]["links"].as_u64() > Some(1000) && report["summary"]["pages"].as_u64() > Some(30),
        "{report}"
    );
    let (_, _, summary) = checked(nothing);
    assert_eq!(summary.found().en, "1 error, 0 warnings, 0 notes");
    assert!(summary.checked().en.contains("6 records, 6 narratives and 0 figures"), "{}", summary.checked().en);
}
