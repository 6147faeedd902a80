//! Tables for analysis: [`TABLES`], one row a file. One thing a row, numbers as numbers, dates and codes as machines read them.

use super::csv::{harmless, written};
use crate::notice::breakdown::Wholes;
use crate::notice::edition::Edition;
use crate::notice::parts::ACCOUNTABILITY;
use crate::notice::{
    Change, FieldHolder, FieldRecord, FieldType, FieldValue, Figure, FigureHolder, FigureRecords, GroupRecord, Issue,
    Item, Measure, Notice, PersonTable,
};
use crate::site::declared;
use crate::text::locale::Locale;
use crate::value::{Date, Lang, Localized, StatusBasis, Text};

/// A table.
pub(super) struct Table {
    /// Its name, which is that of its file without ending.
    pub name: &'static str,
    /// The columns that every notice has.
    columns: &'static [Column],
    /// Whose declared fields are columns behind them.
    own: Option<FieldHolder>,
    /// Its rows, a cell for each column.
    rows: fn(&Edition, &Locale) -> Vec<Vec<String>>,
}

/// A column that every notice has: its name, the type of its cells as Table Schema calls it, and what it holds, in
/// Chinese and English.
struct Column(&'static str, &'static str, &'static str);

/// A column of the table of a notice.
pub(super) struct TableColumn {
    /// Its name.
    pub name: String,
    /// The type of its cells as Table Schema calls it.
    pub kind: &'static str,
    /// What it holds.
    pub meaning: String,
}

impl Table {
    /// Returns its columns in a notice, with what the declared ones hold in a language.
    pub(super) fn columns(&self, notice: &Notice, lang: Lang) -> Vec<TableColumn> {
        let known = self.columns.iter().map(|Column(name, kind, meaning)| TableColumn {
            name: (*name).to_owned(),
            kind,
            meaning: (*meaning).to_owned(),
        });
        let own = self.own.into_iter().flat_map(|holder| declared_by(notice, holder));
        known.chain(own.map(|(_, field)| TableColumn::of_declared(field, lang))).collect()
    }
}

impl TableColumn {
    fn of_declared(field: &FieldRecord, lang: Lang) -> TableColumn {
        let label = field.label.text(lang);
        TableColumn {
            name: format!("{OWN_PREFIX}{}", field.id),
            kind: if field.kind == FieldType::Number { NUMBER } else { STRING },
            meaning: field.meaning.as_ref().map_or(label, |meaning| meaning.text(lang)).to_owned(),
        }
    }
}

/// What the name of a column begins with that a notice declares, so that it is none of those that every notice has.
const OWN_PREFIX: &str = "field_";

/// Returns the fields that a notice declares for its issues or measures, with their places among all.
fn declared_by(notice: &Notice, holder: FieldHolder) -> impl Iterator<Item = (usize, &FieldRecord)> {
    notice.record.fields.iter().enumerate().filter(move |(_, field)| field.is_of(holder))
}

const STRING: &str = "string";
const NUMBER: &str = "number";
const INTEGER: &str = "integer";
const DATE: &str = "date";
const BOOLEAN: &str = "boolean";
const ISSUE: Column =
    Column("issue", STRING, "这一项的标识；整份通报的为空。Id of the entry; empty for the notice as a whole.");
const TITLE: Column = Column("title", STRING, "这一项的标题。Title of the entry.");

// Columns of what has a deadline.
const LAST_DAY: Column = Column("due_last_day", DATE, "时限的最后一天。The last day of the deadline.");
const DUE_TEXT: Column = Column("due_text", STRING, "时限的原文。The words of the due date.");
const ORIGINAL_DUE: Column = Column("original_due", STRING, "调整前的时限。The due date before it was moved.");
const COMPLETED_ON: Column = Column("completed_on", STRING, "完成日期。Date of completion.");

/// Every table.
pub(super) static TABLES: [Table; 5] = [
    Table {
        name: "figures",
        columns: &[
            Column("holder", STRING, "谁的数据：notice、accountability、issue。Whose figure it is."),
            ISSUE,
            Column("figure", STRING, "数据的标识。Id of the figure."),
            Column("label", STRING, "名称。Label."),
            Column("value", NUMBER, "数值，按基本单位。Value in the base unit."),
            Column("unit", STRING, "单位代码。Code of the unit."),
            Column(
                "approx",
                STRING,
                "约数：over、nearly、about、at-least、at-most；确数为空。How exact it is; empty if exact.",
            ),
            Column(
                "as_of",
                STRING,
                "数据截至日期，与其他数据不同时才有。The date that it holds for, where it is another than that of the rest.",
            ),
            Column("text", STRING, "页面上的写法。As pages write it."),
            Column(
                "of",
                STRING,
                "是哪个数据的一部分，或说明哪个数据：那个数据的标识。Id of the figure of the same entry that it is a part of, or says something about.",
            ),
            Column(
                "kind",
                STRING,
                "这一部分怎样了：recovered、done、pending、in-court、written-off、other。What became of this part.",
            ),
            Column("was", NUMBER, "以前的数值，单位相同。An earlier value, in the same unit."),
        ],
        own: None,
        rows: figures,
    },
    Table {
        name: "statuses",
        columns: &[
            ISSUE,
            TITLE,
            Column("item", STRING, "小项的标题；这一项本身为空。Title of the item; empty for the entry itself."),
            Column(
                "date",
                STRING,
                "从哪一天起；现状写截至日期。From which day on; for the present status the day that it is known of.",
            ),
            Column("status", STRING, "状态代码。Code of the status."),
            Column("label", STRING, "状态。The status in words."),
            Column(
                "basis",
                STRING,
                "状态是写明的还是推定的：stated、inferred。Whether the status is stated or inferred.",
            ),
            Column("is_current", BOOLEAN, "是否为现状。Whether it is the present status."),
            Column("note", STRING, "说明。A note."),
        ],
        own: None,
        rows: statuses,
    },
    Table {
        name: "deadlines",
        columns: &[
            ISSUE,
            TITLE,
            Column("kind", STRING, "谁的时限：issue、item、measure。Whose deadline it is."),
            Column("part", STRING, "小项的标题或措施的内容。Title of the item, or text of the measure."),
            Column(
                "due",
                STRING,
                "时限：年、年月或年月日；没有为空。Due date: a year, a month or a day; empty if there is none.",
            ),
            LAST_DAY,
            DUE_TEXT,
            ORIGINAL_DUE,
            COMPLETED_ON,
            Column("status", STRING, "状态代码。Code of the status."),
            Column(
                "days_overdue",
                INTEGER,
                "截至统计日期逾期的天数。Days past the deadline on the day of the statistics.",
            ),
        ],
        own: None,
        rows: deadlines,
    },
    Table {
        name: "persons",
        columns: &[
            Column(
                "part",
                STRING,
                "所在的部分：accountability，或通报自拟的部分。The part that lists them: accountability, or one of the notice’s own.",
            ),
            Column("group", STRING, "处理方式的标识。Id of the measure."),
            Column("measure", STRING, "处理方式。The measure."),
            Column("number", INTEGER, "这种处理的人数。How many persons it was taken against."),
            Column(
                "as_of",
                STRING,
                "人数截至日期，与其他数据不同时才有。The date that the number holds for, where it is another.",
            ),
            Column("post", STRING, "职务；只公布人数的为空。Post; empty where only their number is published."),
            Column("name", STRING, "姓名；一般不公布。Name; as a rule not published."),
            Column(
                "places",
                STRING,
                "所在地方的标识，多个用分号隔开。Ids of the places where that is, separated by semicolons.",
            ),
        ],
        own: None,
        rows: persons,
    },
    Table {
        name: "measures",
        columns: &[
            ISSUE,
            TITLE,
            Column("measure", INTEGER, "是这一项的第几条措施。Which measure of the entry it is."),
            Column("label", STRING, "原文的编号；没有为空。What it is numbered by; empty if that is not stated."),
            Column("text", STRING, "措施的内容。What is done."),
            Column("status", STRING, "状态代码；没有为空。Code of the status; empty if none is stated."),
            Column("status_label", STRING, "状态。The status in words."),
            Column(
                "due",
                STRING,
                "时限：年、年月或年月日；没有为空。Due date: a year, a month or a day; empty if there is none.",
            ),
            LAST_DAY,
            DUE_TEXT,
            ORIGINAL_DUE,
            COMPLETED_ON,
            Column("lead", STRING, "牵头单位的标识，多个用分号隔开。Ids of lead bodies, separated by semicolons."),
            Column(
                "responsible",
                STRING,
                "责任单位的标识，多个用分号隔开。Ids of responsible bodies, separated by semicolons.",
            ),
        ],
        own: Some(FieldHolder::Measure),
        rows: measures,
    },
];

/// Returns a table in a language.
fn write(edition: &Edition, lang: Lang, table: &Table) -> Vec<u8> {
    let columns = table.columns(&edition.notice, lang);
    let is_text = |at: usize| columns[at].kind == STRING;
    let heads = columns.iter().map(|column| column.name.clone()).collect();
    let guarded = |(at, cell): (usize, String)| if is_text(at) { harmless(cell) } else { cell };
    let rows = (table.rows)(edition, edition.theme.locale(lang)).into_iter();
    let rows = rows.map(|row| row.into_iter().enumerate().map(guarded).collect());
    written(0, std::iter::once(heads).chain(rows))
}

pub(super) fn write_figures(edition: &Edition, lang: Lang) -> Vec<u8> {
    write(edition, lang, &TABLES[0])
}

pub(super) fn write_statuses(edition: &Edition, lang: Lang) -> Vec<u8> {
    write(edition, lang, &TABLES[1])
}

pub(super) fn write_deadlines(edition: &Edition, lang: Lang) -> Vec<u8> {
    write(edition, lang, &TABLES[2])
}

pub(super) fn write_persons(edition: &Edition, lang: Lang) -> Vec<u8> {
    write(edition, lang, &TABLES[3])
}

/// The file of measures, if there are any.
pub(super) fn measure_files(edition: &Edition) -> Vec<String> {
    let has_measures = edition.notice.issues.iter().any(|issue| !issue.record.measures.is_empty());
    has_measures.then(|| MEASURES.to_owned()).into_iter().collect()
}

/// Where the measures are published.
pub(super) const MEASURES: &str = "data/measures.csv";

pub(super) fn write_measures(edition: &Edition, lang: Lang, _part: usize) -> Vec<u8> {
    write(edition, lang, &TABLES[4])
}

fn figures(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let of_record = |record: FigureRecords<'_>| {
        let wholes = Wholes::of(record.figures, record.equations);
        let row = |figure| figure_row(edition, locale, (record.holder, figure), wholes.of_part(figure));
        record.figures.iter().map(row).collect::<Vec<_>>()
    };
    edition.notice.figure_records().flat_map(of_record).collect()
}

/// Returns the row of a figure of a holder that is a part of a whole, or says something about it.
fn figure_row(
    edition: &Edition,
    locale: &Locale,
    (holder, figure): (FigureHolder, &Figure),
    whole: Option<&Figure>,
) -> Vec<String> {
    let (holder, issue) = match holder {
        FigureHolder::Notice => ("notice", String::new()),
        FigureHolder::Accountability => ("accountability", String::new()),
        FigureHolder::Issue(id) => ("issue", edition.notice.issue(id).key.to_string()),
    };
    vec![
        holder.to_owned(),
        issue,
        figure.id.to_string(),
        figure.label.text(locale.lang).to_owned(),
        figure.value.to_string(),
        figure.unit.to_string(),
        figure.approx.map(|approx| word(&approx)).unwrap_or_default(),
        figure.as_of.map(|on| on.to_string()).unwrap_or_default(),
        figure.set(locale).unwrap_or_else(|| locale.decimal(*figure.value)),
        whole.map(|whole| whole.id.to_string()).unwrap_or_default(),
        figure.kind.map(|kind| kind.word().to_owned()).unwrap_or_default(),
        figure.was.map(|was| was.to_string()).unwrap_or_default(),
    ]
}

/// Returns the word of a choice, as records write it.
fn word(choice: &impl serde::Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

fn statuses(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let records = *edition.notice.record.as_of;
    let known_on = if records.is_before(edition.as_of) { records } else { edition.as_of };
    let of_issue = |issue: &Issue| {
        let row = |item: &str, on: Date, status: &str, basis: String, is_current: bool, note: &str| {
            let head = [issue.key.to_string(), title(locale, issue), item.to_owned(), on.to_string()];
            let label = locale.text(&format!("status.{status}"));
            let said = [status.to_owned(), label, basis, is_current.to_string(), note.to_owned()];
            [head.to_vec(), said.to_vec()].concat()
        };
        let changes = |item: &str, history: &[Change]| {
            let note = |change: &Change| change.note.as_ref().map_or("", |note| note.text(locale.lang)).to_owned();
            let change = |change: &Change| {
                row(item, *change.on, &change.status, word(&StatusBasis::Stated), false, &note(change))
            };
            history.iter().map(change).collect::<Vec<_>>()
        };
        let record = &issue.record;
        let mut rows = changes("", &record.history);
        rows.push(row("", known_on, &record.status, word(&record.status_basis), true, ""));
        for item in &record.items {
            let name = item.title.text(locale.lang);
            rows.extend(changes(name, &item.history));
            rows.push(row(name, known_on, &item.status, word(&item.status_basis), true, ""));
        }
        rows
    };
    edition.notice.issues.iter().flat_map(of_issue).collect()
}

fn deadlines(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let of_issue = |issue: &Issue| {
        let record = &issue.record;
        let own = Deadline {
            kind: "issue",
            part: "",
            due: issue.due(),
            due_text: record.due_text.as_ref(),
            original_due: record.original_due.map(|on| *on),
            completed_on: record.completed_on.map(|on| *on),
            status: &record.status,
            days: issue.days_overdue(edition.as_of),
        };
        let items = record.items.iter().map(|item| Deadline::of_item(item, locale));
        let measures = record.measures.iter().map(|measure| Deadline::of_measure(measure, locale));
        let parts = items.chain(measures).filter(|deadline| deadline.due.is_some() || deadline.due_text.is_some());
        std::iter::once(own).chain(parts).map(|deadline| deadline.row(issue, locale)).collect::<Vec<_>>()
    };
    edition.notice.issues.iter().flat_map(of_issue).collect()
}

/// When an issue, an item or a measure is due.
struct Deadline<'a> {
    kind: &'static str,
    part: &'a str,
    due: Option<Date>,
    due_text: Option<&'a Localized>,
    original_due: Option<Date>,
    completed_on: Option<Date>,
    status: &'a str,
    days: Option<i64>,
}

impl<'a> Deadline<'a> {
    fn of_item(item: &'a Item, locale: &Locale) -> Deadline<'a> {
        Deadline {
            kind: "item",
            part: item.title.text(locale.lang),
            due: item.due.map(|on| *on),
            due_text: None,
            original_due: item.original_due.map(|on| *on),
            completed_on: item.completed_on.map(|on| *on),
            status: &item.status,
            days: None,
        }
    }

    fn of_measure(measure: &'a Measure, locale: &Locale) -> Deadline<'a> {
        Deadline {
            kind: "measure",
            part: measure.text.text(locale.lang),
            due: measure.due.map(|on| *on),
            due_text: measure.due_text.as_ref(),
            original_due: measure.original_due.map(|on| *on),
            completed_on: measure.completed_on.map(|on| *on),
            status: measure.status.as_ref().map_or("", |status| status.as_str()),
            days: None,
        }
    }

    fn row(&self, issue: &Issue, locale: &Locale) -> Vec<String> {
        let date = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
        vec![
            issue.key.to_string(),
            title(locale, issue),
            self.kind.to_owned(),
            self.part.to_owned(),
            date(self.due),
            date(self.due.map(Date::last_day)),
            self.due_text.map_or_else(String::new, |text| text.text(locale.lang).to_owned()),
            date(self.original_due),
            date(self.completed_on),
            self.status.to_owned(),
            self.days.map(|days| days.to_string()).unwrap_or_default(),
        ]
    }
}

fn measures(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let of_issue = |issue: &Issue| {
        let measures = (1..).zip(issue.record.measures.iter().zip(&issue.measure_values));
        let row = |(n, (measure, values)): (usize, (&Measure, &Vec<Option<FieldValue>>))| {
            [measure_row(issue, n, measure, locale), own_cells(edition, locale, FieldHolder::Measure, values)].concat()
        };
        measures.map(row).collect::<Vec<_>>()
    };
    edition.notice.issues.iter().flat_map(of_issue).collect()
}

fn measure_row(issue: &Issue, n: usize, measure: &Measure, locale: &Locale) -> Vec<String> {
    let date = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let ids = |ids: &[Text]| ids.iter().map(Text::as_str).collect::<Vec<_>>().join(";");
    let status = measure.status.as_ref();
    let due = measure.due.map(|due| *due);
    vec![
        issue.key.to_string(),
        title(locale, issue),
        n.to_string(),
        measure.label.as_ref().map(|label| label.text(locale.lang).to_owned()).unwrap_or_default(),
        measure.text.text(locale.lang).to_owned(),
        status.map(ToString::to_string).unwrap_or_default(),
        status.map(|status| locale.text(&format!("status.{status}"))).unwrap_or_default(),
        date(due),
        date(due.map(Date::last_day)),
        measure.due_text.as_ref().map_or_else(String::new, |text| text.text(locale.lang).to_owned()),
        date(measure.original_due.map(|on| *on)),
        date(measure.completed_on.map(|on| *on)),
        ids(&measure.lead),
        ids(&measure.responsible),
    ]
}

/// Returns a cell for each field that a notice declares for its issues or measures.
fn own_cells(edition: &Edition, locale: &Locale, holder: FieldHolder, values: &[Option<FieldValue>]) -> Vec<String> {
    let cell = |at: usize| values[at].as_ref().map(|value| declared::plain(edition, locale, at, value));
    declared_by(&edition.notice, holder).map(|(at, _)| cell(at).unwrap_or_default()).collect()
}

fn title(locale: &Locale, issue: &Issue) -> String {
    issue.record.title.text(locale.lang).to_owned()
}

fn persons(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let published_on = edition.published_on();
    let of_group = |part: &str, group: &GroupRecord| {
        let row = |post: &str, name: &str, places: &[Text]| {
            let places = places.iter().map(Text::as_str).collect::<Vec<_>>().join(";");
            let measure = group.title.text(locale.lang).to_owned();
            let as_of = group.as_of.map(|on| on.to_string()).unwrap_or_default();
            let (part, id, n) = (part.to_owned(), group.id.to_string(), group.count().to_string());
            vec![part, id, measure, n, as_of, post.to_owned(), name.to_owned(), places]
        };
        if group.persons.is_empty() {
            return vec![row("", "", &[])];
        }
        let persons = group.persons.iter().map(|person| {
            let name = person.name_shown(published_on).map_or("", |name| name.text(locale.lang));
            row(person.post.text(locale.lang), name, &person.places)
        });
        persons.collect()
    };
    let of_table = |table: PersonTable<'_>| {
        let part = table.article.map_or(ACCOUNTABILITY.0, |article| &edition.notice.article(article).id);
        table.groups.iter().flat_map(|group| of_group(part, group)).collect::<Vec<_>>()
    };
    edition.notice.person_tables().flat_map(of_table).collect()
}
