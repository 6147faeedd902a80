//! The fields of an issue: one row each.
//!
//! Whatever shows, exports, searches or moves an issue in time is a loop over [`FIELDS`]: facts on its page, the CSV
//! and JSON downloads with their schema and data dictionary, the text of the search, the edition of an earlier day. To
//! add a field: its line in the record, its row here, and its words in each language (`data.columns`).

use super::common::CommonText;
use super::notes::EditorNotes;
use super::records::{CorrectionRecord, FieldHolder, FieldRecord, FieldType, FigureRecord, IssueRecord, ItemRecord};
use super::{Issue, Notice};
use crate::text::markdown::Doc;
use crate::value::{Date, Lang, Localized, Numbering, RelPath, StatusBasis, StatusClass, Text};

/// The messages of what statuses are called; every issue has one.
pub const STATUS: &str = "status";

/// A field of an issue.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in downloads, and the key of its words: `data.columns.KEY`. Empty for a field that the notice declares:
    /// see [`Field::name`].
    pub key: &'static str,
    /// What it holds, and how it is read.
    pub kind: FieldKind,
    /// Whether it is one of the facts at the head of the issue's page.
    pub is_fact: bool,
    /// Whether it is a column of the table, and so stands in the data dictionary.
    pub is_column: bool,
    /// Which notices have it.
    pub when: When,
    /// What the JSON schema says of it, in Chinese and English; none if it is not in the JSON.
    pub json: Option<&'static str>,
    /// In which part of an entry it is searched.
    pub search: Option<SearchPart>,
    /// Removes what had not happened yet on an earlier day.
    pub forget: Option<Forget>,
    /// Where a record says that what was published of it is no longer so, for a text that the figures typed in it are no
    /// longer so; none for what may be edited without a word.
    pub told_in: Option<ToldIn>,
    /// Where it stands in the ledger.
    pub ledger: InLedger,
}

/// Where a field stands in the ledger that an office works with.
#[derive(Clone, Copy, Debug)]
pub enum InLedger {
    /// Nowhere: it follows from others, or has a sheet of its own.
    No,
    /// Among the columns that are printed.
    Printed,
    /// Among them, if the notice needs it there; else beside them.
    PrintedIf(fn(&Notice) -> bool),
    /// Among them, if any issue has it; else beside them, to be filled in.
    PrintedIfAny,
    /// Beside them.
    Beside,
    /// Beside them, if any issue has it.
    BesideIfAny,
}

/// Which notices have a field.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Every one.
    Always,
    /// Every one in its data; in its table, one that has something to say.
    Column(fn(&Notice) -> bool),
    /// One that has an issue with it.
    Used(fn(&IssueRecord) -> bool),
}

/// The list of a record that tells readers of a change after publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToldIn {
    /// `history`: things moved on.
    History,
    /// `corrections`: what was published is not what is said now.
    Corrections,
}

impl ToldIn {
    /// Returns the key of the list.
    pub fn key(self) -> &'static str {
        match self {
            ToldIn::History => "history",
            ToldIn::Corrections => "corrections",
        }
    }
}

/// What a field holds, and how it is read.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// A whole number.
    Number(fn(&Issue) -> u32),
    /// What stands for the issue: in data the same in every language.
    Name(fn(&Issue, Lang) -> String),
    /// A number of days on the day of an edition.
    Days(fn(&Issue, Date) -> Option<i64>),
    /// One of a few words, if it has any; what pages call it is the message `PREFIX.WORD`.
    Word(&'static str, fn(&Issue) -> Option<&str>),
    /// Changes of status.
    History,
    /// Something of the notice that the issue belongs to: its id and its title.
    Part(for<'a> fn(&'a Notice, &Issue) -> Option<(&'a str, &'a Localized)>),
    /// A text.
    Text(fn(&IssueRecord) -> Option<&Localized>),
    /// A list of texts.
    Texts(fn(&IssueRecord) -> &[Localized]),
    /// A day, a month or a year.
    Date(fn(&IssueRecord) -> Option<Date>),
    /// The last day by which something is due.
    Deadline(fn(&IssueRecord) -> Option<Date>),
    /// A day of the whole notice, by the day of the edition and that of the records.
    DayOf(fn(Date, Date) -> Date),
    /// Units, by their ids.
    Units(fn(&IssueRecord) -> &[Text]),
    /// Places, by their ids.
    Places(fn(&IssueRecord) -> &[Text]),
    /// Figures.
    Figures(fn(&IssueRecord) -> &[FigureRecord]),
    /// A text in Markdown.
    Markdown(MarkdownField),
    /// Editor's notes.
    Notes(fn(&Issue) -> EditorNotes<'_>),
    /// Items, each with a status of its own.
    Items(fn(&IssueRecord) -> &[ItemRecord]),
    /// Corrections after publication.
    Corrections(fn(&IssueRecord) -> &[CorrectionRecord]),
    /// Itemised measures.
    Measures,
    /// A field that the notice declares, by its place among them.
    Declared(usize),
    /// All that the notice declares, by their ids.
    AllDeclared,
    /// Shown on the issue's page in a way of its own, and nowhere else.
    Own,
}

/// Removes from a record what has not happened by a day; the function tells whether a date has.
pub type Forget = fn(&mut IssueRecord, &dyn Fn(Date) -> bool);

/// What a field says of an issue; where a word is found decides how early the issue is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchPart {
    /// Its title.
    Title,
    /// What was found.
    Statement,
    /// Figures.
    Figures,
    /// What else is said of it.
    Body,
    /// Where it belongs.
    Place,
}

/// A text of an issue in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkdownField {
    /// What was done.
    Response,
    /// The words of the response to a finding or recommendation.
    Answer,
    /// What is still to be done.
    NextSteps,
}

impl MarkdownField {
    /// Returns the text in a language, and the file that it stands in.
    pub fn of(self, issue: &Issue, lang: Lang) -> Option<(&Doc, &RelPath)> {
        match self {
            MarkdownField::Response => {
                let file = issue.response.as_ref()?.files.get(lang)?;
                Some((file.doc(), &file.path))
            }
            MarkdownField::Answer => Some((issue.record.response_text.as_ref()?.get(lang)?, &issue.path)),
            MarkdownField::NextSteps => Some((issue.record.next_steps.as_ref()?.get(lang)?, &issue.path)),
        }
    }
}

/// Returns a field that pages show in a way of their own.
const fn own(key: &'static str) -> Field {
    let (json, search, forget, told_in) = (None, None, None, None);
    let (is_fact, is_column, when, ledger) = (false, false, When::Always, InLedger::No);
    Field { key, kind: FieldKind::Own, is_fact, is_column, when, json, search, forget, told_in, ledger }
}

/// Returns a column of the table that is in the JSON, too.
const fn column(key: &'static str, kind: FieldKind, json: &'static str) -> Field {
    Field { kind, is_column: true, json: Some(json), ..own(key) }
}

impl Field {
    /// Returns its name in downloads, and the key of its words.
    pub fn name(self, notice: &Notice) -> &str {
        match self.kind {
            FieldKind::Declared(at) => &notice.record.fields[at].id,
            _ => self.key,
        }
    }

    /// Returns whether a notice has it in its data; its columns are fewer.
    pub fn is_of(&self, notice: &Notice) -> bool {
        match self.when {
            When::Always | When::Column(_) => true,
            When::Used(is_used) => notice.issues.iter().any(|issue| is_used(&issue.record)),
        }
    }

    /// Returns whether a notice has it in its table.
    pub fn is_column_of(&self, notice: &Notice) -> bool {
        let has_column = match self.when {
            When::Column(has_column) => has_column(notice),
            When::Always | When::Used(_) => true,
        };
        self.is_column && has_column
    }

    const fn fact(self) -> Field {
        Field { is_fact: true, ..self }
    }

    const fn searched(self, part: SearchPart) -> Field {
        Field { search: Some(part), ..self }
    }

    const fn forgotten(self, forget: Forget) -> Field {
        Field { forget: Some(forget), ..self }
    }

    const fn told_in(self, list: ToldIn) -> Field {
        Field { told_in: Some(list), ..self }
    }

    const fn used_if(self, is_used: fn(&IssueRecord) -> bool) -> Field {
        Field { when: When::Used(is_used), ..self }
    }

    const fn column_if(self, has_column: fn(&Notice) -> bool) -> Field {
        Field { when: When::Column(has_column), ..self }
    }

    const fn in_ledger(self, ledger: InLedger) -> Field {
        Field { ledger, ..self }
    }

    const fn without_column(self) -> Field {
        Field { is_column: false, ..self }
    }
}

/// Every field, in the order of downloads.
pub static FIELDS: &[Field] = &[
    column(
        "id",
        FieldKind::Name(|issue, _| issue.key.to_string()),
        "标识，不会改变：序号；每个方面从 1 编号的，是方面的序号和序号，如 2-1。Id, which never changes: the number, or, where numbers begin again in every section, its number and that of the entry, such as 2-1.",
    )
    .in_ledger(InLedger::Printed)
    .column_if(|notice| notice.record.numbering == Numbering::PerSection),
    column("number", FieldKind::Number(Issue::number), "序号。Number.")
    .in_ledger(InLedger::Printed),
    column("label", FieldKind::Name(Issue::label), "对外的编号。What the entry is called: its label, or else its number.")
    .in_ledger(InLedger::Printed)
        .column_if(|notice| notice.issues.iter().any(|issue| issue.record.label.is_some())),
    column("labels", FieldKind::Text(labels), "对外的编号，有文字的，按语言。The same in each language, of labels whose words differ.")
        .used_if(|record| labels(record).is_some())
        .without_column(),
    column("section", FieldKind::Part(section), "方面的标识；没有分方面为空。Id of the section; null if there are no sections.")
    .in_ledger(InLedger::Printed)
        .searched(SearchPart::Place)
        .column_if(|notice| !notice.sections.is_empty()),
    column("topic", FieldKind::Part(topic), "方面下的类的标识；没有分类为空。Id of the topic; null if the section has no topics.")
    .in_ledger(InLedger::Printed)
        .searched(SearchPart::Place)
        .column_if(Notice::has_topics),
    column("title", FieldKind::Text(|record| Some(&record.title)), "标题。Title.")
    .in_ledger(InLedger::PrintedIf(|notice| notice.issues.iter().any(|issue| issue.record.statement.is_none()))).searched(SearchPart::Title)
    .told_in(ToldIn::Corrections),
    column("statement", FieldKind::Text(|record| record.statement.as_ref()), "原文所述。What is stated of it.")
    .in_ledger(InLedger::Printed)
        .searched(SearchPart::Statement)
        .told_in(ToldIn::Corrections),
    column("status", FieldKind::Word(STATUS, status), "状态。Status.")
    .in_ledger(InLedger::Printed)
        .searched(SearchPart::Place)
        .told_in(ToldIn::History),
    column(
        "status_basis",
        FieldKind::Word("basis", basis),
        "状态是写明的还是推定的；没有写明状态的为空。Whether the status is stated or inferred; null where none is stated.",
    )
    .in_ledger(InLedger::BesideIfAny),
    column(
        "status_as_of",
        FieldKind::DayOf(|edition, records| if records.is_before(edition) { records } else { edition }),
        "状态截至日期。The date that the status is known of.",
    ),
    column("due", FieldKind::Deadline(due), "时限：年、年月或年月日。Due date: a year, a month or a day.")
    .in_ledger(InLedger::Printed)
        .fact()
        .searched(SearchPart::Place)
        .told_in(ToldIn::History),
    column(
        "due_last_day",
        FieldKind::Date(|record| due(record).map(Date::last_day)),
        "时限的最后一天。The last day of the deadline.",
    )
    .without_column(),
    column("due_text", FieldKind::Text(|record| record.due_text.as_ref()), "时限的原文。The words of the due date.")
    .in_ledger(InLedger::BesideIfAny)
        .searched(SearchPart::Body)
        .used_if(|record| record.due_text.is_some()),
    column(
        "original_due",
        FieldKind::Date(|record| record.original_due.map(|on| *on)),
        "调整前的时限。The due date before it was moved.",
    )
    .in_ledger(InLedger::BesideIfAny)
    .searched(SearchPart::Place)
    .told_in(ToldIn::Corrections),
    column(
        "days_overdue",
        FieldKind::Days(Issue::days_overdue),
        "截至统计日期逾期的天数。Days past the deadline at `as_of`.",
    ),
    column("as_of", FieldKind::DayOf(|edition, _| edition), "统计截至日期。The date that days overdue are counted to."),
    column(
        "completed_on",
        FieldKind::Date(|record| record.completed_on.map(|on| *on)),
        "完成日期。Date of completion.",
    )
    .in_ledger(InLedger::PrintedIfAny)
    .fact()
    .told_in(ToldIn::Corrections)
    .forgotten(|record, happened| record.completed_on = record.completed_on.filter(|on| happened(**on))),
    column(
        "verified_on",
        FieldKind::Date(|record| record.verified_on.map(|on| *on)),
        "核实销号日期。Date of verification.",
    )
    .in_ledger(InLedger::Beside)
    .fact()
    .told_in(ToldIn::Corrections)
    .forgotten(|record, happened| record.verified_on = record.verified_on.filter(|on| happened(**on))),
    column(
        "verified_by",
        FieldKind::Units(|record| &record.verified_by),
        "验收销号单位。Ids of the bodies that verified completion.",
    )
    .in_ledger(InLedger::Beside)
    .fact()
    .searched(SearchPart::Place),
    column("lead", FieldKind::Units(|record| &record.lead), "牵头单位。Ids of lead bodies.")
    .in_ledger(InLedger::PrintedIfAny)
        .fact()
        .searched(SearchPart::Place),
    column("responsible", FieldKind::Units(|record| &record.responsible), "责任单位。Ids of responsible bodies.")
    .in_ledger(InLedger::PrintedIfAny)
        .fact()
        .searched(SearchPart::Place),
    column("places", FieldKind::Places(|record| &record.places), "涉及的地方。Ids of the places that it is about.")
        .used_if(|record| !record.places.is_empty())
        .in_ledger(InLedger::BesideIfAny)
        .fact()
        .searched(SearchPart::Place),
    column("figures", FieldKind::Figures(|record| &record.figures), "数据。Figures.")
        .searched(SearchPart::Figures)
        .told_in(ToldIn::Corrections),
    column("documents", FieldKind::Texts(|record| &record.documents), "制定的文件。Documents issued.")
    .in_ledger(InLedger::BesideIfAny),
    column(
        "answer",
        FieldKind::Word("answer", answer),
        "对意见建议的答复。The response to the finding or recommendation.",
    )
    .in_ledger(InLedger::BesideIfAny)
    .used_if(|record| record.response.is_some())
    .fact()
    .searched(SearchPart::Place)
    .told_in(ToldIn::Corrections),
    column(
        "answer_text",
        FieldKind::Markdown(MarkdownField::Answer),
        "答复的内容，不带格式。The words of that response, without markup.",
    )
    .in_ledger(InLedger::BesideIfAny)
    .used_if(|record| record.response_text.is_some())
    .searched(SearchPart::Body)
    .told_in(ToldIn::History),
    column(
        "response",
        FieldKind::Markdown(MarkdownField::Response),
        "办理情况，不带格式。The response, without markup.",
    )
    .in_ledger(InLedger::Printed)
    .searched(SearchPart::Body)
    .told_in(ToldIn::History),
    column(
        "next_steps",
        FieldKind::Markdown(MarkdownField::NextSteps),
        "下一步措施，不带格式。What is still to be done, without markup.",
    )
    .in_ledger(InLedger::Beside)
    .searched(SearchPart::Body)
    .told_in(ToldIn::History),
    column("notes", FieldKind::Notes(Issue::editor_notes), "编者注。Editor's notes.")
        .without_column()
        .searched(SearchPart::Body),
    column("measures", FieldKind::Measures, "逐条列出的措施。Itemised measures.")
        .used_if(|record| !record.measures.is_empty())
        .searched(SearchPart::Body),
    column(
        "fields",
        FieldKind::AllDeclared,
        "本通报自定的栏目，按标识。The fields that the notice declares, by their ids.",
    )
    .used_if(|record| !record.fields.is_empty())
    .without_column(),
    column("items", FieldKind::Items(|record| &record.items), "小项，各有自己的状态。Items, each with a status of its own.")
        .searched(SearchPart::Body)
        .column_if(|notice| notice.issues.iter().any(|issue| !issue.record.items.is_empty()))
        .forgotten(|record, happened| {
            for item in &mut record.items {
                item.completed_on = item.completed_on.filter(|on| happened(**on));
                item.history.retain(|change| happened(*change.on));
            }
        }),
    column("history", FieldKind::History, "状态变化。Changes of status.")
        .without_column()
        .used_if(|record| !record.history.is_empty())
        .forgotten(|record, happened| record.history.retain(|change| happened(*change.on))),
    column("corrections", FieldKind::Corrections(|record| &record.corrections), "更正。Corrections after publication.")
        .without_column()
        .forgotten(|record, happened| record.corrections.retain(|correction| happened(correction.on))),
];

fn section<'a>(notice: &'a Notice, issue: &Issue) -> Option<(&'a str, &'a Localized)> {
    let section = notice.section(issue.group.section?);
    Some((&section.slug, &section.record.title))
}

fn topic<'a>(notice: &'a Notice, issue: &Issue) -> Option<(&'a str, &'a Localized)> {
    let topic = notice.topic(issue.group.topic?);
    Some((&topic.id, &topic.title))
}

fn status(issue: &Issue) -> Option<&str> {
    Some(&issue.record.status)
}

fn answer(issue: &Issue) -> Option<&str> {
    issue.record.response.as_ref().map(Text::as_str)
}

fn basis(issue: &Issue) -> Option<&str> {
    match (issue.class(), issue.record.status_basis) {
        (StatusClass::NotStated, _) => None,
        (_, StatusBasis::Stated) => Some("stated"),
        (_, StatusBasis::Inferred) => Some("inferred"),
    }
}

fn labels(record: &IssueRecord) -> Option<&Localized> {
    record.label.as_ref().and_then(CommonText::each)
}

fn due(record: &IssueRecord) -> Option<Date> {
    record.deadline().map(|due| *due)
}

/// Returns the fields that a notice has, in order.
pub fn fields_of(notice: &Notice) -> Vec<Field> {
    let of_all = FIELDS.iter().filter(|field| field.is_of(notice)).copied();
    let declared = notice.record.fields.iter().enumerate().filter(|(_, field)| field.is_of(FieldHolder::Issue));
    of_all.chain(declared.map(|(at, field)| declared_field(at, field))).collect()
}

fn declared_field(at: usize, record: &FieldRecord) -> Field {
    let search = if record.kind == FieldType::Text { SearchPart::Body } else { SearchPart::Place };
    let kind = FieldKind::Declared(at);
    Field { kind, is_fact: true, is_column: true, search: Some(search), ledger: InLedger::PrintedIfAny, ..own("") }
}

/// Returns the columns of the table of a notice, in order.
pub fn columns(notice: &Notice) -> Vec<Field> {
    fields_of(notice).into_iter().filter(|field| field.is_column_of(notice)).collect()
}

/// Returns the ids of units in each field that holds units.
pub fn unit_fields(record: &IssueRecord) -> impl Iterator<Item = &[Text]> {
    FIELDS.iter().filter_map(|field| match field.kind {
        FieldKind::Units(units) => Some(units(record)),
        _ => None,
    })
}

/// Removes from a record what had not happened by a day.
pub fn forget_later(record: &mut IssueRecord, has_happened: &dyn Fn(Date) -> bool) {
    for forget in FIELDS.iter().filter_map(|field| field.forget) {
        forget(record, has_happened);
    }
}
