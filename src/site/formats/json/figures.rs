//! Figures with their breakdowns.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, texts};
use crate::notice::Figure;
use crate::notice::breakdown::{Breakdown, Wholes, breakdowns};
use crate::notice::edition::Edition;
use crate::value::{Approximation, Date, Inexact, PartKind, Text};

/// 数据。A figure.
#[derive(Serialize, JsonSchema)]
pub(super) struct FigureData<'a> {
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
    /// 其余，减出来的；没有剩余的，或者约数减不出来的，为空。What is left, computed; null if nothing is, or if figures that are not exact leave it open.
    rest: Option<String>,
    /// 其余是约数的，怎样约。How exact the rest is, if it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    rest_approx: Option<&'static str>,
    /// 其余部分是否没有写明去向。Whether the source does not explain the rest.
    is_rest_unexplained: bool,
    /// 没有写明已收回、已办结的，写明各部分怎样了的才有；约数减不出来的为空。How much is not stated to be settled; null where no part says what became of it, or if figures that are not exact leave it open.
    missing: Option<String>,
    /// 没有写明已落实的是约数的，怎样约。How exact that is, if it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing_approx: Option<&'static str>,
}

pub(super) fn figures<'a>(edition: &'a Edition, figures: &'a [Figure], equations: &'a [Text]) -> Vec<FigureData<'a>> {
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
        approx: figure.approx.map(Approximation::word),
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
    // What may lie anywhere is not told as if it were known.
    let told = |of: Option<Inexact>| of.and_then(|of| Some((of.value.to_string(), of.approx()?)));
    let (rest, missing) = (told(breakdown.rest()), told(breakdown.missing()));
    let word = |told: &Option<(String, Option<Approximation>)>| told.as_ref()?.1.map(Approximation::word);
    BreakdownData {
        rest_approx: word(&rest),
        missing_approx: word(&missing),
        figures: breakdown.parts.iter().map(|part| part.id.as_str()).collect(),
        rest: rest.map(|(rest, _)| rest),
        is_rest_unexplained: breakdown.is_rest_unexplained(),
        missing: missing.map(|(missing, _)| missing),
    }
}
