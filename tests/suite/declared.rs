//! Fields that an office declares for itself, and measures as records of their own.

use crate::fixture::Fixture;

const FIELDS: &str = "
fields:
  - {id: goal, label: {zh: 整改目标, en: Goal}, meaning: {zh: 要达到的结果。, en: What is to be reached.}}
  - {id: leader, label: {zh: 责任领导, en: Leader in charge}, on: [issue, measure], shown: [page]}
  - id: risk
    label: {zh: 风险等级, en: Risk}
    type: choice
    choices: [{id: high, label: {zh: 高, en: High}}, {id: low, label: {zh: 低, en: Low}}]
    filter: true
  - {id: progress, label: {zh: 整改进度, en: Progress}, type: number, unit: percent}
  - {id: checked, label: {zh: 检查日期, en: Checked on}, type: date}
  - {id: checker, label: {zh: 督导单位, en: Supervised by}, type: units, filter: true, on: [issue]}
  - {id: batch, label: {zh: 批次, en: Batch}, on: [notice]}
values: {batch: {zh: 第二批, en: Second}}
";

const FIRST: &str = "content/1-projects/001.yaml";
const SECOND: &str = "content/1-projects/002.yaml";

const VALUES: &str = "
fields:
  goal: {zh: 全部项目公开招标, en: Open tenders for every project}
  leader: {zh: 分管副县长, en: The deputy county head}
  risk: high
  progress: 45.5
  checked: 2024-01
  checker: housing-bureau
measures:
  - text: {zh: 复核项目, en: Review projects}
    label: （一）
    status: in-progress
    due: 2024-06
    original_due: 2024-03
    responsible: housing-bureau
    fields: {leader: {zh: 局长, en: The head of the bureau}}
  - {text: {zh: 修订办法, en: Revise the rules}, status: completed, completed_on: 2023-12-20}
";

fn site() -> Fixture {
    Fixture::small()
        .adding("content/notice.yaml", FIELDS)
        .adding(FIRST, VALUES)
        .adding(SECOND, "\nfields: {risk: low}\n")
}

#[test]
fn what_is_declared_stands_wherever_a_field_stands() {
    let site = site().compile();
    let page = site.file("issues/001.html");
    for text in [
        "整改目标",
        "全部项目公开招标",
        "责任领导",
        "分管副县长",
        "风险等级",
        "<dd>高</dd>",
        "45.5%",
        "2024年1月",
        "督导单位",
    ] {
        assert!(page.contains(text), "{text}");
    }
    let page = site.file("en/issues/001.html");
    for text in ["Goal", "Open tenders for every project", "<dd>High</dd>", "45.5%", "January 2024", "Supervised by"] {
        assert!(page.contains(text), "{text}");
    }
    let notice = site.file("notice.html");
    assert!(notice.contains("全部项目公开招标") && notice.contains("批次") && notice.contains("第二批"));
    assert!(!notice.contains("分管副县长"), "shown on pages only");
    let of_measure = "The head of the bureau";
    assert!(site.file("en/issues/001.html").contains(of_measure) && !site.file("en/notice.html").contains(of_measure));
    assert!(site.file("en/index.html").contains("Second"));
    let csv = site.file("en/data/issues.csv");
    let mut lines = csv.lines();
    assert!(
        lines.next().is_some_and(|head| head.contains("Goal,Leader in charge,Risk,Progress,Checked on,Supervised by"))
    );
    assert!(csv.contains("Open tenders for every project,The deputy county head,High,45.5,2024-01,"));
    assert!(site.file("en/data.html").contains("What is to be reached."));
    assert!(site.file("search-text.js").contains("全部项目公开招标"));
}

#[test]
fn the_data_has_values_by_their_ids_and_agrees_with_its_schema() {
    let site = site().compile();
    let json: serde_json::Value = serde_json::from_str(&site.file("data/notice.json")).expect("JSON");
    let issue = &json["issues"][0];
    assert_eq!(issue["fields"]["risk"], "high");
    assert_eq!(issue["fields"]["progress"], "45.5");
    assert_eq!(issue["fields"]["checker"], serde_json::json!(["housing-bureau"]));
    assert_eq!(issue["measures"][0]["fields"]["leader"]["en"], "The head of the bureau");
    assert_eq!(issue["measures"][0]["original_due"], "2024-03");
    assert_eq!(json["fields"][2]["choices"]["high"]["zh"], "高");
    assert_eq!(json["values"]["batch"]["en"], "Second");
    let schema: serde_json::Value = serde_json::from_str(&site.file("data/schema.json")).expect("JSON");
    assert!(jsonschema::validator_for(&schema).expect("a schema").is_valid(&json));
}

/// Measures are a table of their own, with the fields that are declared for them, and are found by who does them.
#[test]
fn measures_are_a_table_and_are_found() {
    let site = site().compile();
    let table = site.file("en/data/measures.csv");
    let table = table.trim_start_matches('\u{feff}');
    let heads = "issue,title,measure,label,text,status,status_label,due,due_last_day,due_text,original_due,completed_on,lead,responsible,field_leader";
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 3, "{table}");
    assert_eq!(rows[0], heads);
    assert!(
        rows[1].ends_with(
            ",1,（一）,Review projects,in-progress,In progress,2024-06,2024-06-30,,2024-03,,,housing-bureau,The head of the bureau"
        ),
        "{table}"
    );
    assert!(rows[2].ends_with(",2,,Revise the rules,completed,Completed,,,,,2023-12-20,,,"), "{table}");
    assert!(site.file("data/measures.csv").contains(",正在整改,") && site.file("data/measures.csv").contains(",局长"));
    let package: serde_json::Value = serde_json::from_str(&site.file("en/data/datapackage.json")).expect("JSON");
    let resources = package["resources"].as_array().expect("resources");
    let measures = resources.iter().find(|of| of["name"] == "measures").expect("the measures");
    let fields = measures["schema"]["fields"].as_array().expect("fields");
    let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
    assert_eq!(names.join(","), heads);
    assert_eq!(fields.last().expect("a field")["description"], "Leader in charge");
    assert!(site.file("data.html").contains("data/measures.csv\" download"));
    for (path, words) in [
        ("search-text.js", "责任领导：局长"),
        ("search-text.js", "责任单位：县住建局"),
        ("en/search-text.js", "Leader in charge: The head of the bureau"),
    ] {
        assert!(site.file(path).contains(words), "{path}: {words}");
    }
}

/// A notice without measures has no table of them.
#[test]
fn without_measures_there_is_no_table_of_them() {
    let site = Fixture::small().compile();
    let has = |name: &str| site.site().outputs().iter().any(|output| output.path().as_str() == name);
    assert!(has("data/persons.csv") && !has("data/measures.csv"));
    assert!(!site.file("data.html").contains("measures.csv"));
}

#[test]
fn lists_are_filtered_by_choices_and_units() {
    let page = site().compile().file("en/issues.html");
    assert!(page.contains("<select id=\"filter-field-risk\" name=\"field-risk\">"));
    assert!(page.contains("data-fields=\"risk=high checker=housing-bureau \""));
    assert!(!page.contains("filter-field-checker"), "one value is no choice");
}

#[test]
fn measures_say_who_does_them_and_by_when() {
    let site = site().compile();
    for path in ["en/issues/001.html", "en/notice.html"] {
        let page = site.file(path);
        for text in ["Review projects", "（一）", "June 2024", "March 2024", "Revise the rules", "20 December 2023"]
        {
            assert!(page.contains(text), "{path}: {text}");
        }
    }
    let stated = "{id: measures, label: {zh: 整改措施, en: Measures}, value: 2, unit: measure, equals: measures}";
    let of_two = super::declared::site().replacing(
        "content/notice.yaml",
        "{id: measures, label: {zh: 整改措施, en: Measures}, value: 12, unit: measure}",
        stated,
    );
    assert_eq!(of_two.compile().shown(), Vec::<String>::new());
}

#[test]
fn the_full_notice_is_full() {
    let notice = Fixture::small().compile().file("en/notice.html");
    for text in ["Housing", "CNY 1.476 million", "Fines"] {
        assert!(notice.contains(text), "{text}");
    }
}

#[test]
fn what_does_not_fit_its_declaration_is_named() {
    for (file, from, to, rule) in [
        (FIRST, "goal:", "gaol:", "unknown-field"),
        (FIRST, "risk: high", "risk: 高", "wrong-value"),
        (FIRST, "progress: 45.5", "progress: half", "wrong-value"),
        (FIRST, "checked: 2024-01", "checked: January", "wrong-value"),
        (FIRST, "checker: housing-bureau", "checker: nobody", "wrong-value"),
        (FIRST, "goal: {zh: 全部项目公开招标, en: Open tenders for every project}", "goal: all", "wrong-value"),
        (
            FIRST,
            "goal: {zh: 全部项目公开招标, en: Open tenders for every project}",
            "goal: {zh: 甲}",
            "missing-translation",
        ),
        (
            FIRST,
            "fields: {leader: {zh: 局长, en: The head of the bureau}}",
            "fields: {goal: {zh: 甲, en: A}}",
            "unknown-field",
        ),
        ("content/notice.yaml", "{id: goal,", "{id: status,", "wrong-value"),
        ("content/notice.yaml", "type: number", "type: choice", "missing-key"),
        ("content/notice.yaml", "type: date", "filter: true", "wrong-value"),
        ("content/notice.yaml", "id: leader,", "id: goal,", "duplicate-id"),
    ] {
        let shown = site().replacing(file, from, to).compile().shown();
        assert!(shown.iter().any(|line| line.starts_with(&format!("{rule} "))), "{to}: {shown:?}");
    }
}
