//! The table of fields, one row each.

use super::kind::{FieldKind, MarkdownField};
use super::row::column;
use super::uses::{InLedger, SearchPart, ToldIn};
use super::values::{answer, basis, due, labels, section, status, topic};
use super::{Field, STATUS};
use crate::notice::{Issue, Notice};
use crate::value::{Date, Numbering};

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
        FieldKind::DayOf(|edition, records| if records.ends_before(edition) { records } else { edition }),
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
        .searched(SearchPart::Body)
        .forgotten(|record, happened| {
            for measure in &mut record.measures {
                measure.completed_on = measure.completed_on.filter(|on| happened(**on));
            }
        }),
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
