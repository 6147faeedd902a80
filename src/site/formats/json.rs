//! `notice.json`: the whole notice as data, in all languages, and the schema that describes it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::ser::{Formatter, PrettyFormatter};

use super::ISSUES_OF_A_PIECE;
use crate::notice::breakdown::{Breakdown, Wholes, breakdowns};
use crate::notice::edition::Edition;
use crate::notice::fields::{self, FIELDS, Field, FieldKind, MarkdownField, STATUS, When};
use crate::notice::statistics::Tally;
use crate::notice::{
    Change, CommonText, Correction, EditorNotes, ExternalRecord, FieldRecord, FieldValue, FieldValues, Figure,
    GroupRecord, Inspection, Issue, Item, Measure, Notice, NoticeRecord, Part, Person, PlaceRecord, Publicity,
    SectionId, wording,
};
use crate::site::{MarkdownRenderer, WholeText, issuer, part_title, whole_texts};
use crate::source::pieces::{Pieces, Put};
use crate::text::locale::Locale;
use crate::value::{Count, Date, Fingerprint, Lang, Localized, PartKind, Rate, StatusBasis, StatusClass, Text};

/// How a schema describes [`JsonTexts`].
type Dictionary = BTreeMap<String, String>;

/// A text in every language that has it, by code.
#[derive(Default)]
struct JsonTexts<'a>(Vec<(Lang, Cow<'a, str>)>);

impl<'a> JsonTexts<'a> {
    fn of(texts: impl Iterator<Item = (Lang, Cow<'a, str>)>) -> JsonTexts<'a> {
        let mut texts: Vec<_> = texts.collect();
        texts.sort_unstable_by_key(|(lang, _)| *lang);
        JsonTexts(texts)
    }
}

impl JsonTexts<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for JsonTexts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(lang, text)| (lang, text)))
    }
}

/// The form of the data. It grows when what older versions read is no longer there; version 0.1.0 wrote none, which is the same as 0.
pub const DATA_VERSION: u32 = 1;

/// 通报的公开数据。The published data of a notice.
#[derive(Serialize, JsonSchema)]
pub struct NoticeData<'a> {
    /// 数据格式的版本。Version of the form of the data.
    version: u32,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 发布单位。Issuer.
    #[schemars(with = "Dictionary")]
    issuer: JsonTexts<'a>,
    /// 联合发布的各个单位。Each of the issuers.
    #[schemars(with = "Vec<Dictionary>")]
    issuers: Vec<JsonTexts<'a>>,
    /// 通报所答复的检查，各有种类。What the notice answers, each with its kind.
    inspections: Vec<InspectionData<'a>>,
    /// 文号、公示期等。Document number, period of display and the like.
    metadata: MetadataData<'a>,
    /// 发布日期。Date of issue.
    issued_on: String,
    /// 统计截至日期。The date that statuses and statistics hold for.
    as_of: String,
    /// 状态截至日期；早于统计截至日期时，状态仍是这一天的。The date that statuses are known of; where it is earlier than `as_of`, they are still those of that day.
    statuses_as_of: String,
    /// 说明。A note on this site.
    #[schemars(with = "Dictionary")]
    disclaimer: JsonTexts<'a>,
    /// 统计口径。How statuses were established.
    #[schemars(with = "Dictionary")]
    method: JsonTexts<'a>,
    /// 使用许可，没有就不写。The licence, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<LicenceData<'a>>,
    /// 通报自定的状态。The statuses that the notice declares.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    statuses: Vec<StatusData<'a>>,
    /// 统计。Counts.
    statistics: StatisticsData<'a>,
    /// 各种答复的数量，有答复时才有。Issues by the response to them, where there are any.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    responses: BTreeMap<&'a str, u64>,
    /// 发布单位公布的数据。Figures that the issuer states.
    stated: Vec<FigureData<'a>>,
    /// 线索处理和问责的数据。Figures of leads handled and persons held to account.
    accountability: Vec<FigureData<'a>>,
    /// 总体数据的编者注。Editor's notes at figures of the notice as a whole.
    notes: Vec<NoteData<'a>>,
    /// 线索处理和问责数据的截至日期。The date that figures of accountability hold for.
    accountability_as_of: Option<Date>,
    /// 受处理人员，按处理方式。Persons held to account, by the measure.
    accountability_groups: Vec<GroupData<'a>>,
    /// 线索处理和问责数据的编者注。Editor's notes at figures of accountability.
    accountability_notes: Vec<NoteData<'a>>,
    /// 通报的更正。Corrections of the notice as a whole.
    corrections: Vec<CorrectionData<'a>>,
    /// 通报的各部分，按顺序。The parts of the document, in order.
    parts: Vec<PartData<'a>>,
    /// 通报以外的页面。Pages beside the document.
    pages: Vec<PartData<'a>>,
    /// 页面另行访问的网站，没有就不写。Other hosts that pages ask, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    external: Vec<ExternalData<'a>>,
    /// 方面。Sections.
    sections: Vec<SectionData<'a>>,
    /// 单位。Units.
    units: Vec<UnitData<'a>>,
    /// 地方，没有就不写。Places, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<PlaceData<'a>>,
    /// 通报自定的栏目，没有就不写。The fields that the notice declares, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldData<'a>>,
    /// 整份通报在自定栏目里的内容。What the notice as a whole says in them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    values: BTreeMap<&'a str, DeclaredData<'a>>,
    /// 通报的各项。The entries of the notice, `issues` in this format whatever the notice calls them.
    // They are written behind all else, in pieces.
    issues: Vec<IssueData<'a>>,
}

/// 使用许可。A licence.
#[derive(Serialize, JsonSchema)]
struct LicenceData<'a> {
    /// 名称。What it is called.
    #[schemars(with = "Dictionary")]
    name: JsonTexts<'a>,
    /// 条款的网址。Address of its terms.
    url: Option<&'a str>,
}

/// 一次检查：种类、检查机构、被检查单位、日期。One scrutiny: its kind, by whom, of whom and when.
#[derive(Serialize, JsonSchema)]
struct InspectionData<'a> {
    /// 种类。The kind.
    #[schemars(with = "Dictionary")]
    kind: JsonTexts<'a>,
    /// 检查机构。Who carried it out.
    #[schemars(with = "Dictionary")]
    body: JsonTexts<'a>,
    /// 被检查单位。Of whom.
    #[schemars(with = "Dictionary")]
    subject: JsonTexts<'a>,
    /// 开始日期。First day.
    from: Option<Date>,
    /// 结束日期。Last day.
    to: Option<Date>,
    /// 反馈日期。The day on which the findings were reported.
    fed_back_on: Option<Date>,
}

/// 文号、公示期等。What the notice says of itself beside its title.
#[derive(Serialize, JsonSchema)]
struct MetadataData<'a> {
    /// 文号。Document number.
    document_number: Option<&'a str>,
    /// 期次。Which edition it is.
    #[schemars(with = "Dictionary")]
    edition: JsonTexts<'a>,
    /// 报告时段的第一天。First day of the period that it covers.
    period_from: Option<Date>,
    /// 报告时段的最后一天。Last day of the period that it covers.
    period_to: Option<Date>,
    /// 会议。The meeting at which it was given.
    #[schemars(with = "Dictionary")]
    meeting: JsonTexts<'a>,
    /// 报告人。Who gave it.
    #[schemars(with = "Dictionary")]
    speaker: JsonTexts<'a>,
    /// 称呼。Whom it addresses.
    #[schemars(with = "Dictionary")]
    addressed_to: JsonTexts<'a>,
    /// 公开方式。How it is disclosed.
    #[schemars(with = "Dictionary")]
    disclosure: JsonTexts<'a>,
    /// 公示期的第一天。First day of the period of display.
    publicity_from: Option<Date>,
    /// 公示期的最后一天。Last day of the period of display.
    publicity_to: Option<Date>,
    /// 公示期的工作日数，写明的才有。How many working days it has, where that is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    publicity_working_days: Option<u32>,
    /// 上一期的标题。Title of the edition before it.
    #[schemars(with = "Dictionary")]
    previous_title: JsonTexts<'a>,
    /// 上一期的网址。Address of the edition before it.
    previous_url: Option<&'a str>,
    /// 上一期的统计截至日期。The date that the statistics of the edition before it hold for.
    previous_as_of: Option<Date>,
    /// 原文网址。Address of the original.
    original_url: Option<&'a str>,
}

/// 统计。Counts of a group of issues.
#[derive(Serialize, JsonSchema)]
struct StatisticsData<'a> {
    /// 总数。All issues.
    total: u64,
    /// 各状态的数量。Issues by status.
    by_status: BTreeMap<&'a str, u64>,
    /// 其中状态为推定的数量。How many of them have a status that is inferred.
    inferred_by_status: BTreeMap<&'a str, u64>,
    /// 逾期。Issues past their deadline.
    overdue: u64,
    /// 逾期的各项中，状态为推定的数量。Overdue entries whose status is inferred.
    inferred_overdue: u64,
    /// 完成率，百分数，保留一位小数；不足5项时为空。Share completed in per cent with one decimal place; null for fewer than 5 entries.
    completion_rate_percent: Option<String>,
    /// 完成率以多少项为基数，不是全部时才有。How many entries the rate is a share of, where they are not all.
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_rate_of: Option<u64>,
}

/// 状态。A status.
#[derive(Serialize, JsonSchema)]
struct StatusData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。What it is called.
    #[schemars(with = "Dictionary")]
    label: JsonTexts<'a>,
    /// 算作哪一类。What it counts as.
    counts_as: StatusClass,
}

/// 数据。A figure.
#[derive(Serialize, JsonSchema)]
struct FigureData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。Label.
    #[schemars(with = "Dictionary")]
    label: JsonTexts<'a>,
    /// 数值，按基本单位，用文字写出以免失真。Value in the base unit, as text so that no digit is lost.
    value: String,
    /// 单位代码。Code of the unit.
    unit: &'a str,
    /// 约数。How exact it is.
    approx: Option<&'static str>,
    /// 各语言的写法。As set in each language.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
    /// 截至日期，与其他数据不同时有。The date that it holds for, where it is another than that of the other figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<Date>,
    /// 是哪个数据的一部分，或说明哪个数据，是的才有。Id of the figure that it is a part of, or says something about, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    /// 这一部分怎样了，写明的才有。What became of this part, where that is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<PartKind>,
    /// 以前的数值，写明的才有。An earlier value, where one is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    /// 由哪些部分组成、还剩多少，有的才写。Its breakdowns, where it has any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<BreakdownData<'a>>,
}

/// 总数的一种分法。A breakdown of a whole.
#[derive(Serialize, JsonSchema)]
struct BreakdownData<'a> {
    /// 各部分的标识。Ids of the parts.
    figures: Vec<&'a str>,
    /// 其余，减出来的；没有剩余的为空。What is left, computed; null if nothing is.
    rest: Option<String>,
    /// 其余部分是否没有写明去向。Whether the source does not explain the rest.
    is_rest_unexplained: bool,
    /// 没有写明已收回、已办结的，写明各部分怎样了的才有。How much is not stated to be settled; null where no part says what became of it.
    missing: Option<String>,
}

/// 以同一方式处理的人员。Persons subject to one measure.
#[derive(Serialize, JsonSchema)]
struct GroupData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 处理方式。The measure.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 人数。How many persons.
    number: u32,
    /// 人数截至日期，与其他数据不同时有。The date that the number holds for, where it is another than that of the other figures.
    as_of: Option<Date>,
    /// 人员；只公布人数的为空。Persons; none where only their number is published.
    persons: Vec<PersonData<'a>>,
}

/// 人员。A person.
#[derive(Serialize, JsonSchema)]
struct PersonData<'a> {
    /// 职务。Post.
    #[schemars(with = "Dictionary")]
    post: JsonTexts<'a>,
    /// 姓名，公布的才有。Name, where it is shown.
    #[schemars(with = "Dictionary")]
    #[serde(skip_serializing_if = "JsonTexts::is_empty")]
    name: JsonTexts<'a>,
    /// 所在地方的标识，写明的才有。Ids of the places where that is, where they are given.
    #[serde(skip_serializing_if = "<[Text]>::is_empty")]
    #[schemars(with = "Vec<String>")]
    places: &'a [Text],
}

/// 小项：单独列出状态，不计入总数。An item of an entry: it has a status of its own and is not counted among the entries.
#[derive(Serialize, JsonSchema)]
struct ItemData<'a> {
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 原文所述。What is stated of it.
    #[schemars(with = "Dictionary")]
    statement: JsonTexts<'a>,
    /// 状态。Status.
    status: &'a str,
    /// 状态是写明的还是推定的。Whether the status is stated or inferred.
    status_basis: StatusBasis,
    /// 时限。Due date.
    due: Option<String>,
    /// 调整前的时限，没有就不写。The due date before it was moved, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    original_due: Option<String>,
    /// 完成日期。Date of completion.
    completed_on: Option<String>,
    /// 状态变化，没有就不写。Changes of status, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<ChangeData<'a>>,
    /// 办理情况，不带格式。What was done, without markup.
    #[schemars(with = "Dictionary")]
    response: JsonTexts<'a>,
}

/// 状态变化。A change of status.
#[derive(Serialize, JsonSchema)]
struct ChangeData<'a> {
    /// 日期。Date.
    on: Date,
    /// 变为何种状态。The status from that day on.
    status: &'a str,
    /// 说明，没有就不写。A note, where there is one.
    #[schemars(with = "Dictionary")]
    #[serde(skip_serializing_if = "JsonTexts::is_empty")]
    note: JsonTexts<'a>,
}

/// 页面另行访问的网站。Another host that pages ask.
#[derive(Serialize, JsonSchema)]
struct ExternalData<'a> {
    /// 域名。The host.
    host: &'a str,
    /// 用途。What it is asked for.
    uses: Vec<&'static str>,
    /// 理由。Why.
    #[schemars(with = "Dictionary")]
    reason: JsonTexts<'a>,
    /// 脚本的地址。Address of a script that every page runs.
    src: Option<&'a str>,
}

/// 编者注。An editor's note.
#[derive(Serialize, JsonSchema)]
struct NoteData<'a> {
    /// 标在哪些数据旁。Ids of the figures that it stands at.
    figures: Vec<&'a str>,
    /// 说明。What it tells readers.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
}

/// 通报的一个部分，或者一个页面。A part of the document, or a page beside it.
#[derive(Serialize, JsonSchema)]
struct PartData<'a> {
    /// 标识：issues、outstanding 等，或者文件的简称。Id: issues, outstanding and so on, or the name of its file.
    id: &'a str,
    /// 标题；没有标题的为空。Title; empty if it has none.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 正文，不带格式。The text, without markup.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
    /// 列出的人员，没有就不写。The persons that it lists, where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<GroupData<'a>>,
}

/// 方面。A section.
#[derive(Serialize, JsonSchema)]
struct SectionData<'a> {
    /// 序号。Number.
    number: u32,
    /// 原有的编号，没有就不写。The number that the office gives it, where it does.
    #[schemars(with = "Dictionary")]
    #[serde(skip_serializing_if = "JsonTexts::is_empty")]
    label: JsonTexts<'a>,
    /// 标识。Id.
    id: &'a str,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 统计。Counts.
    statistics: StatisticsData<'a>,
    /// 方面下的各类。Topics.
    topics: Vec<TopicData<'a>>,
}

/// 方面下的一类。A topic.
#[derive(Serialize, JsonSchema)]
struct TopicData<'a> {
    /// 序号。Number within the section.
    number: usize,
    /// 标识。Id.
    id: &'a str,
    /// 标题。Title.
    #[schemars(with = "Dictionary")]
    title: JsonTexts<'a>,
    /// 统计。Counts.
    statistics: StatisticsData<'a>,
}

/// 单位。A unit.
#[derive(Serialize, JsonSchema)]
struct UnitData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。Name.
    #[schemars(with = "Dictionary")]
    name: JsonTexts<'a>,
}

/// 地方。A place.
#[derive(Serialize, JsonSchema)]
struct PlaceData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。Name.
    #[schemars(with = "Dictionary")]
    name: JsonTexts<'a>,
    /// 别称。Other names.
    aliases: Vec<&'a str>,
    /// 在方块图上的列和行，没有为空。Column and row on the map of tiles; null if it has none.
    tile: Option<[u32; 2]>,
}

/// 措施。A measure.
#[derive(Serialize, JsonSchema)]
struct MeasureData<'a> {
    /// 原文的编号。What it is numbered by.
    label: Option<&'a str>,
    /// 原文的编号，有文字的，按语言。The same in each language, where its words differ.
    #[schemars(with = "Option<Dictionary>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<JsonTexts<'a>>,
    /// 内容。What is done.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
    /// 状态。Status.
    status: Option<&'a str>,
    /// 时限。Due date.
    due: Option<String>,
    /// 时限的原话，没有为空。The words of the due date; null where there are none.
    #[schemars(with = "Option<Dictionary>")]
    due_text: Option<JsonTexts<'a>>,
    /// 调整前的时限。The due date before it was moved.
    original_due: Option<String>,
    /// 完成日期。Date of completion.
    completed_on: Option<String>,
    /// 牵头单位的标识。Ids of lead bodies.
    lead: Vec<&'a str>,
    /// 责任单位的标识。Ids of responsible bodies.
    responsible: Vec<&'a str>,
    /// 自定栏目的内容，按标识。Values of the fields that the notice declares, by their ids.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    fields: BTreeMap<&'a str, DeclaredData<'a>>,
}

/// 自定栏目的内容。The value of a field that the notice declares.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum DeclaredData<'a> {
    /// 日期、数值或选项。A date, a number or the id of a choice.
    Word(String),
    /// 单位的标识。Ids of units.
    Units(Vec<&'a str>),
    /// 各语言的文字。A text in each language.
    Texts(#[schemars(with = "Dictionary")] JsonTexts<'a>),
}

/// 自定的栏目。A field that the notice declares.
#[derive(Serialize, JsonSchema)]
struct FieldData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。Label.
    #[schemars(with = "Dictionary")]
    label: JsonTexts<'a>,
    /// 数值的单位代码。Code of the unit of a number.
    unit: Option<&'a str>,
    /// 选项，按标识。Choices, by their ids.
    #[schemars(with = "BTreeMap<String, Dictionary>")]
    choices: BTreeMap<&'a str, JsonTexts<'a>>,
}

/// 更正。A correction.
#[derive(Serialize, JsonSchema)]
struct CorrectionData<'a> {
    /// 日期。Date.
    on: String,
    /// 内容。What was corrected.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
}

/// What stands behind the issues.
const END: &[u8] = b"]\n}\n";

pub(super) fn write(edition: &Edition, _: Lang, pieces: &mut Pieces, put: &mut Put<'_>) {
    let fields: Vec<Field> = data_fields(fields::fields_of(&edition.notice)).collect();
    let head = || {
        let mut head = pretty(&data(edition));
        head.truncate(head.len() - END.len());
        head
    };
    pieces.append(put, Fingerprint::of("head", b""), head);
    for (at, issues) in edition.notice.issues.chunks(ISSUES_OF_A_PIECE).enumerate() {
        let issues = || issues_of(edition, &fields, issues, at == 0);
        pieces.append(put, Fingerprint::of("issues", b""), issues);
    }
    if !edition.notice.issues.is_empty() {
        put(b"\n  ", true);
    }
    put(END, true);
}

/// Returns data that have only some of their issues: those of pieces that say so. Pieces are what the data were written in, in order.
pub fn excerpt(bytes: &[u8], pieces: &[(Range<usize>, bool)]) -> Option<Vec<u8>> {
    let ((head, _), issues) = pieces.split_first()?;
    let mut excerpt = bytes.get(head.clone())?.to_vec();
    let mut wanted = issues.iter().filter(|(_, is_wanted)| *is_wanted);
    if let Some((first, _)) = wanted.next() {
        let first = bytes.get(first.clone())?;
        excerpt.extend(first.strip_prefix(b",").unwrap_or(first));
    }
    for (place, _) in wanted {
        excerpt.extend(bytes.get(place.clone())?);
    }
    excerpt.extend(END);
    Some(excerpt)
}

/// Returns some issues as they stand in their list.
fn issues_of(edition: &Edition, fields: &[Field], issues: &[Issue], are_first: bool) -> Vec<u8> {
    let (mut inside, mut bytes) = (PrettyFormatter::new(), Vec::new());
    // They stand two levels deep. Writing to memory does not fail.
    let _ = inside.begin_object(&mut Vec::new()).and_then(|()| inside.begin_array(&mut Vec::new()));
    for (at, issue) in issues.iter().enumerate() {
        let mut formatter = inside.clone();
        let _ = formatter.begin_array_value(&mut bytes, are_first && at == 0);
        let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
        let _ = IssueData { edition, issue, fields }.serialize(&mut serializer);
    }
    bytes
}

pub(super) fn write_schema(_: &Edition, _: Lang) -> Vec<u8> {
    pretty(&schema())
}

/// The JSON Schema (2020-12) of the published data.
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<NoticeData>().to_value()
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = serde_json::to_writer_pretty(&mut bytes, value);
    bytes.push(b'\n');
    bytes
}

fn texts(text: &Localized) -> JsonTexts<'_> {
    JsonTexts::of(text.iter().map(|(lang, text)| (lang, text.as_str().into())))
}

fn optional(text: &Option<Localized>) -> JsonTexts<'_> {
    text.as_ref().map(texts).unwrap_or_default()
}

fn data(edition: &Edition) -> NoticeData<'_> {
    let notice = &edition.notice;
    let statistics = &edition.statistics;
    let accountability = notice.accountability.as_ref().map(|part| &part.record);
    NoticeData {
        version: DATA_VERSION,
        title: texts(&notice.record.title),
        issuer: JsonTexts::of(edition.theme.locales.iter().map(|l| (l.lang, issuer(&notice.record, l).into()))),
        issuers: notice.record.issuer.iter().map(texts).collect(),
        inspections: notice
            .record
            .inspections()
            .iter()
            .map(|inspection| inspection_data(edition, inspection))
            .collect(),
        metadata: metadata(&notice.record),
        issued_on: notice.record.issued_on.to_string(),
        as_of: edition.as_of.to_string(),
        statuses_as_of: edition.statuses_as_of().to_string(),
        disclaimer: optional(&notice.record.disclaimer),
        method: optional(&notice.record.method),
        licence: notice
            .record
            .licence
            .as_ref()
            .map(|licence| LicenceData { name: texts(&licence.name), url: licence.url.as_ref().map(Text::as_str) }),
        statuses: statuses(edition),
        statistics: counts(notice, &statistics.all),
        responses: responses(edition),
        stated: figures(edition, &notice.record.stated, &notice.record.equations),
        accountability: accountability
            .map_or_else(Vec::new, |record| figures(edition, &record.figures, &record.equations)),
        accountability_as_of: accountability.and_then(|record| record.as_of).map(|on| *on),
        accountability_groups: accountability.map_or_else(Vec::new, |record| groups(edition, &record.groups)),
        notes: notes(notice.record.editor_notes()),
        accountability_notes: accountability.map_or_else(Vec::new, |record| notes(record.editor_notes())),
        corrections: notice.record.corrections.iter().map(correction).collect(),
        parts: notice.parts.iter().map(|part| part_data(edition, part)).collect(),
        pages: whole_texts(notice)
            .filter(|text| notice.part(text.id).is_none())
            .map(|text| page_data(edition, text))
            .collect(),
        sections: notice.section_ids().map(|section| section_data(edition, section)).collect(),
        units: notice.units.iter().map(|unit| UnitData { id: &unit.id, name: texts(&unit.name) }).collect(),
        places: notice.places.iter().map(place).collect(),
        external: notice.record.external.iter().map(external).collect(),
        fields: notice.record.fields.iter().map(field_data).collect(),
        values: declared_data(edition, &notice.values),
        issues: Vec::new(),
    }
}

fn part_data<'a>(edition: &'a Edition, part: &'a Part) -> PartData<'a> {
    let title = |locale: &Locale| Some((locale.lang, part_title(edition, locale, part)?.into()));
    let title = JsonTexts::of(edition.theme.locales.iter().filter_map(title));
    match whole_texts(&edition.notice).find(|text| text.id == part.id) {
        Some(text) => PartData { title, ..page_data(edition, text) },
        None => PartData { id: &part.id, title, text: JsonTexts::default(), groups: Vec::new() },
    }
}

fn page_data<'a>(edition: &'a Edition, text: WholeText<'a>) -> PartData<'a> {
    let in_each = |of: &dyn Fn(&Locale) -> String| {
        JsonTexts::of(edition.theme.locales.iter().map(|locale| (locale.lang, of(locale).into())))
    };
    PartData {
        id: text.id,
        title: in_each(&|locale| text.title(edition, locale)),
        text: in_each(&|locale| text.words(edition, locale)),
        groups: groups(edition, text.groups),
    }
}

fn inspection_data<'a>(edition: &'a Edition, inspection: &'a Inspection) -> InspectionData<'a> {
    let locales = &edition.theme.locales;
    let kind = |locale: &Locale| {
        let words = wording::words_of(&edition.notice, inspection, locales, locale);
        let kind = words.get("kind").filter(|kind| !kind.is_empty())?;
        Some((locale.lang, kind.to_owned().into()))
    };
    InspectionData {
        kind: JsonTexts::of(locales.iter().filter_map(kind)),
        body: optional(&inspection.body),
        subject: optional(&inspection.subject),
        from: inspection.from.map(|on| *on),
        to: inspection.to.map(|on| *on),
        fed_back_on: inspection.fed_back_on.map(|on| *on),
    }
}

fn metadata(record: &NoticeRecord) -> MetadataData<'_> {
    let (publicity, previous) = (record.publicity.as_ref(), record.previous.as_ref());
    MetadataData {
        document_number: record.document_number.as_ref().map(crate::value::Text::as_str),
        edition: optional(&record.edition),
        period_from: record.period.as_ref().map(|period| *period.from),
        period_to: record.period.as_ref().map(|period| *period.to),
        meeting: optional(&record.meeting),
        speaker: optional(&record.speaker),
        addressed_to: optional(&record.addressed_to),
        disclosure: optional(&record.disclosure),
        publicity_from: publicity.and_then(|publicity| publicity.from).map(|on| *on),
        publicity_to: publicity.and_then(Publicity::last_day),
        publicity_working_days: publicity.and_then(|publicity| publicity.working_days).map(|days| *days),
        previous_title: previous.map(|previous| texts(&previous.title)).unwrap_or_default(),
        previous_url: previous.and_then(|previous| previous.url.as_ref()).map(Text::as_str),
        previous_as_of: previous.and_then(|previous| previous.as_of),
        original_url: record.original_url.as_ref().map(crate::value::Text::as_str),
    }
}

/// The statuses of the notice's own list.
fn statuses(edition: &Edition) -> Vec<StatusData<'_>> {
    let notice = &edition.notice;
    let own = notice.vocabulary.statuses.iter().filter(|_| !notice.record.statuses.is_empty());
    let words = |id: &str| {
        let each = edition.theme.locales.iter();
        JsonTexts::of(each.map(|locale| (locale.lang, locale.text(&format!("status.{id}")).into())))
    };
    own.map(|status| StatusData { id: &status.id, label: words(&status.id), counts_as: status.class }).collect()
}

/// The responses that occur.
fn responses(edition: &Edition) -> BTreeMap<&str, u64> {
    let counted = edition.notice.vocabulary.responses.iter().zip(&edition.statistics.responses);
    let counted: BTreeMap<&str, u64> = counted.map(|(response, count)| (&*response.id, count.n)).collect();
    if counted.values().all(|n| *n == 0) { BTreeMap::new() } else { counted }
}

fn section_data(edition: &Edition, id: SectionId) -> SectionData<'_> {
    let (notice, statistics) = (&edition.notice, &edition.statistics);
    let section = notice.section(id);
    let topic = |id| {
        let topic = notice.topic(id);
        let statistics = counts(notice, statistics.of_topic(id));
        TopicData { number: id.index() + 1, id: &topic.id, title: texts(&topic.title), statistics }
    };
    SectionData {
        number: section.number,
        label: optional(&section.record.label),
        id: &section.slug,
        title: texts(&section.record.title),
        statistics: counts(notice, statistics.of_section(id)),
        topics: notice.topic_ids(id).map(topic).collect(),
    }
}

fn counts<'a>(notice: &'a Notice, tally: &Tally) -> StatisticsData<'a> {
    let by_status = |of: fn(Count) -> u64| {
        notice.statuses().map(|status| (&*notice.status(status.id).id, of(tally.of(status)))).collect()
    };
    StatisticsData {
        total: tally.total(),
        by_status: by_status(|count| count.n),
        inferred_by_status: by_status(|count| count.inferred),
        overdue: tally.overdue.n,
        inferred_overdue: tally.overdue.inferred,
        completion_rate_percent: tally.completion_rate().map(Rate::percent).map(|p| p.to_string()),
        completion_rate_of: tally.completion_rate().map(|rate| rate.whole.n).filter(|of| *of < tally.total()),
    }
}

fn figures<'a>(edition: &'a Edition, figures: &'a [Figure], equations: &'a [Text]) -> Vec<FigureData<'a>> {
    let text = |figure: &Figure| {
        let each = edition.theme.locales.iter();
        JsonTexts::of(each.filter_map(|l| Some((l.lang, figure.set(l)?.into()))))
    };
    let (breakdowns, wholes) = (breakdowns(figures, equations), Wholes::of(figures, equations));
    let mut parts: BTreeMap<&str, Vec<BreakdownData<'a>>> = BTreeMap::new();
    for breakdown in &breakdowns {
        parts.entry(breakdown.whole.id.as_str()).or_default().push(breakdown_data(breakdown));
    }
    let mut data = |figure: &'a Figure| FigureData {
        id: &figure.id,
        label: texts(&figure.label),
        value: figure.value.to_string(),
        unit: &figure.unit,
        approx: figure.approx.map(crate::value::Approximation::word),
        text: text(figure),
        as_of: figure.as_of,
        of: wholes.of_part(figure).map(|whole| whole.id.as_str()),
        kind: figure.kind.map(|kind| *kind),
        was: figure.was.map(|was| was.to_string()),
        parts: parts.remove(figure.id.as_str()).unwrap_or_default(),
    };
    figures.iter().map(&mut data).collect()
}

fn breakdown_data<'a>(breakdown: &Breakdown<'a>) -> BreakdownData<'a> {
    BreakdownData {
        figures: breakdown.parts.iter().map(|part| part.id.as_str()).collect(),
        rest: breakdown.rest().map(|rest| rest.to_string()),
        is_rest_unexplained: breakdown.is_rest_unexplained(),
        missing: breakdown.missing().map(|missing| missing.to_string()),
    }
}

fn groups<'a>(edition: &Edition, groups: &'a [GroupRecord]) -> Vec<GroupData<'a>> {
    let published_on = edition.published_on();
    let person = |person: &'a Person| PersonData {
        post: texts(&person.post),
        name: person.name_shown(published_on).map(texts).unwrap_or_default(),
        places: &person.places,
    };
    let data = |group: &'a GroupRecord| GroupData {
        id: &group.id,
        title: texts(&group.title),
        number: group.count(),
        as_of: group.as_of,
        persons: group.persons.iter().map(person).collect(),
    };
    groups.iter().map(data).collect()
}

/// An issue: an entry for each of its fields that downloads have.
struct IssueData<'a> {
    edition: &'a Edition,
    issue: &'a Issue,
    fields: &'a [Field],
}

/// Those of some fields that are in the data.
fn data_fields(fields: impl IntoIterator<Item = Field>) -> impl Iterator<Item = Field> {
    fields.into_iter().filter(|field| field.json.is_some())
}

impl Serialize for IssueData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for field in self.fields {
            map.serialize_key(field.key)?;
            self.field(field, &mut map)?;
        }
        map.end()
    }
}

impl IssueData<'_> {
    fn field<M: SerializeMap>(&self, field: &Field, map: &mut M) -> Result<(), M::Error> {
        let (edition, issue, record) = (self.edition, self.issue, &*self.issue.record);
        match field.kind {
            FieldKind::Number(number) => map.serialize_value(&number(issue)),
            FieldKind::Name(name) => map.serialize_value(&name(issue, edition.notice.default_language())),
            FieldKind::DayOf(day) => map.serialize_value(&day(edition.as_of, *edition.notice.record.as_of)),
            FieldKind::Days(days) => map.serialize_value(&days(issue, edition.as_of)),
            FieldKind::Word(_, word) => map.serialize_value(&word(issue)),
            FieldKind::Part(part) => map.serialize_value(&part(&edition.notice, issue).map(|(id, _)| id)),
            FieldKind::Text(text) => map.serialize_value(&text(record).map(texts).unwrap_or_default()),
            FieldKind::Texts(list) => map.serialize_value(&list(record).iter().map(texts).collect::<Vec<_>>()),
            FieldKind::Date(date) | FieldKind::Deadline(date) => map.serialize_value(&date(record)),
            FieldKind::Units(ids) | FieldKind::Places(ids) => map.serialize_value(ids(record)),
            FieldKind::Figures(of) => map.serialize_value(&figures(edition, of(record), &record.equations)),
            FieldKind::Markdown(of) => map.serialize_value(&self.markdown(of)),
            FieldKind::Notes(of) => map.serialize_value(&notes(of(issue))),
            FieldKind::Items(of) => {
                map.serialize_value(&of(record).iter().map(|item| self.item(item)).collect::<Vec<_>>())
            }
            FieldKind::History => map.serialize_value(&history(&record.history)),
            FieldKind::Corrections(of) => map.serialize_value(&of(record).iter().map(correction).collect::<Vec<_>>()),
            FieldKind::Measures => {
                let measures = record.measures.iter().zip(&issue.measure_values);
                map.serialize_value(&measures.map(|(m, values)| measure(edition, m, values)).collect::<Vec<_>>())
            }
            FieldKind::AllDeclared => map.serialize_value(&declared_data(edition, &issue.values)),
            FieldKind::Declared(_) | FieldKind::Own => map.serialize_value(&()),
        }
    }

    fn item<'b>(&'b self, item: &'b Item) -> ItemData<'b> {
        let (edition, issue) = (self.edition, self.issue);
        let plain = |locale: &Locale| {
            let text = MarkdownRenderer::of_issue(edition, locale, issue).plain_item(issue, item)?;
            Some((locale.lang, text.into()))
        };
        ItemData {
            title: texts(&item.title),
            statement: optional(&item.statement),
            status: &item.status,
            status_basis: item.status_basis,
            due: item.due.map(|due| due.to_string()),
            original_due: item.original_due.map(|due| due.to_string()),
            completed_on: item.completed_on.map(|on| on.to_string()),
            history: history(&item.history),
            response: JsonTexts::of(edition.theme.locales.iter().filter_map(plain)),
        }
    }

    fn markdown(&self, field: MarkdownField) -> JsonTexts<'_> {
        let (edition, issue) = (self.edition, self.issue);
        let plain = |locale: &Locale| {
            let text = MarkdownRenderer::of_issue(edition, locale, issue).plain(issue, field)?;
            Some((locale.lang, text.into())).filter(|(_, text): &(_, Cow<'_, str>)| !text.is_empty())
        };
        JsonTexts::of(edition.theme.locales.iter().filter_map(plain))
    }
}

fn notes(of: EditorNotes<'_>) -> Vec<NoteData<'_>> {
    of.list().into_iter().map(|note| NoteData { text: texts(note.text), figures: note.figures }).collect()
}

fn history(changes: &[Change]) -> Vec<ChangeData<'_>> {
    let each = changes.iter();
    each.map(|change| ChangeData { on: *change.on, status: &change.status, note: optional(&change.note) }).collect()
}

fn external(entry: &ExternalRecord) -> ExternalData<'_> {
    ExternalData {
        host: &entry.host,
        uses: entry.uses.iter().map(|used| used.word()).collect(),
        reason: texts(&entry.reason),
        src: entry.src.as_ref().map(Text::as_str),
    }
}

fn correction(correction: &Correction) -> CorrectionData<'_> {
    CorrectionData { on: correction.on.to_string(), text: texts(&correction.text) }
}

fn place(place: &PlaceRecord) -> PlaceData<'_> {
    PlaceData {
        id: &place.id,
        name: texts(&place.name),
        aliases: place.aliases.iter().map(Text::as_str).collect(),
        tile: place.tile.as_ref().map(|tile| [*tile.column, *tile.row]),
    }
}

fn field_data(field: &FieldRecord) -> FieldData<'_> {
    FieldData {
        id: &field.id,
        label: texts(&field.label),
        unit: field.unit.as_ref().map(Text::as_str),
        choices: field.choices.iter().map(|choice| (choice.id.as_str(), texts(&choice.label))).collect(),
    }
}

fn measure<'a>(edition: &'a Edition, measure: &'a Measure, values: &'a FieldValues) -> MeasureData<'a> {
    MeasureData {
        label: measure.label.as_ref().map(|label| label.text(edition.notice.default_language())),
        labels: measure.label.as_ref().and_then(CommonText::each).map(texts),
        text: texts(&measure.text),
        status: measure.status.as_ref().map(Text::as_str),
        due: measure.due.map(|due| due.to_string()),
        due_text: measure.due_text.as_ref().map(texts),
        original_due: measure.original_due.map(|due| due.to_string()),
        completed_on: measure.completed_on.map(|on| on.to_string()),
        lead: measure.lead.iter().map(Text::as_str).collect(),
        responsible: measure.responsible.iter().map(Text::as_str).collect(),
        fields: declared_data(edition, values),
    }
}

fn declared_data<'a>(edition: &'a Edition, values: &'a FieldValues) -> BTreeMap<&'a str, DeclaredData<'a>> {
    let notice = &edition.notice;
    let data = |(field, value): (&'a FieldRecord, &'a Option<FieldValue>)| {
        let value = match value.as_ref()? {
            FieldValue::Text(text) => DeclaredData::Texts(texts(text)),
            FieldValue::Date(date) => DeclaredData::Word(date.to_string()),
            FieldValue::Number(number) => DeclaredData::Word(number.to_string()),
            FieldValue::Choice(at) => DeclaredData::Word(field.choices[*at].id.to_string()),
            FieldValue::Units(units) => {
                DeclaredData::Units(units.iter().map(|unit| notice.unit(*unit).id.as_str()).collect())
            }
        };
        Some((field.id.as_str(), value))
    };
    notice.record.fields.iter().zip(values).filter_map(data).collect()
}

/// The schema follows from the fields, too.
impl JsonSchema for IssueData<'_> {
    fn schema_name() -> Cow<'static, str> {
        "IssueData".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (mut properties, mut required) = (serde_json::Map::new(), Vec::new());
        for field in data_fields(FIELDS.iter().copied()) {
            let mut schema = schema_of(&field, generator);
            schema.insert("description".to_owned(), field.json.into());
            properties.insert(field.key.to_owned(), schema.to_value());
            required.extend((!matches!(field.when, When::Used(_))).then_some(field.key));
        }
        json_schema!({
            "type": "object",
            "properties": properties,
            "required": required,
            "description": "通报的一项。An entry of the notice.",
        })
    }
}

fn schema_of(field: &Field, generator: &mut SchemaGenerator) -> Schema {
    match field.kind {
        FieldKind::Number(_) => generator.subschema_for::<u32>(),
        FieldKind::Days(_) => generator.subschema_for::<Option<i64>>(),
        FieldKind::Word(STATUS, _) | FieldKind::Name(_) => generator.subschema_for::<String>(),
        FieldKind::Word(..) => generator.subschema_for::<Option<String>>(),
        FieldKind::History => generator.subschema_for::<Vec<ChangeData<'static>>>(),
        FieldKind::Part(_) => generator.subschema_for::<Option<String>>(),
        FieldKind::Text(_) | FieldKind::Markdown(_) => generator.subschema_for::<Dictionary>(),
        FieldKind::Texts(_) => generator.subschema_for::<Vec<Dictionary>>(),
        FieldKind::Date(_) | FieldKind::Deadline(_) | FieldKind::DayOf(_) | FieldKind::Own => {
            generator.subschema_for::<Option<String>>()
        }
        FieldKind::Units(_) | FieldKind::Places(_) => generator.subschema_for::<Vec<String>>(),
        FieldKind::Figures(_) => generator.subschema_for::<Vec<FigureData<'static>>>(),
        FieldKind::Notes(_) => generator.subschema_for::<Vec<NoteData<'static>>>(),
        FieldKind::Items(_) => generator.subschema_for::<Vec<ItemData<'static>>>(),
        FieldKind::Corrections(_) => generator.subschema_for::<Vec<CorrectionData<'static>>>(),
        FieldKind::Measures => generator.subschema_for::<Vec<MeasureData<'static>>>(),
        FieldKind::AllDeclared | FieldKind::Declared(_) => {
            generator.subschema_for::<BTreeMap<String, DeclaredData<'static>>>()
        }
    }
}
