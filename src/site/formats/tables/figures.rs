//! The table of figures.

use super::columns::{Column, ISSUE, NUMBER, STRING};
use super::{Table, word};
use crate::notice::breakdown::Wholes;
use crate::notice::edition::Edition;
use crate::notice::{Figure, FigureHolder, FigureRecords};
use crate::text::locale::Locale;

/// Every figure of the notice.
pub(super) static FIGURE_TABLE: Table = Table {
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
};

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
