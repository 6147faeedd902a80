//! Figures: a number with its unit, which texts quote by its id.

use super::record;
use crate::text::locale::Locale;
use crate::value::{Approximation, Date, Decimal, ID_PATTERN, Inexact, Localized, PartKind, Spanned, Text};

record! {
    /// 数据。A figure.
    pub struct FigureRecord {
        /// 标识，正文用 {{ 标识 }} 引用。Id; narratives quote it as {{ id }}.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Label.
        pub label: Localized,
        /// 数值，按基本单位写全，如 1476000。Value in the base unit, written out: 1476000.
        pub value: Spanned<Decimal>,
        /// 单位代码，如 CNY、percent、km、mu、piece。Code of the unit.
        #[schemars(extend("format" = "gongkai-code"))]
        pub unit: Text,
        /// 约数：over（余、多）、nearly（近）、about（约）。How exact it is.
        pub approx: Option<Approximation>,
        /// 数据截至日期，与其他数据不同时写。The date that it holds for, where it is another than that of the other figures.
        pub as_of: Option<Date>,
        /// 用什么数位显示，如 万、million，或 none（不用数位）。The scale that it is shown in, such as `million`, or `none`.
        #[schemars(extend("format" = "gongkai-code"))]
        pub shown_in: Option<Text>,
        /// 应与哪个统计数一致，如 total、completed。The statistic that it must equal.
        #[schemars(extend("format" = "gongkai-code"))]
        pub equals: Option<Text>,
        /// 是哪个数据的一部分，或说明哪个数据：写同一条记录里那个数据的标识。The figure of the same record that it is a part of, or says something about, by its id.
        #[schemars(extend("format" = "gongkai-code"))]
        pub of: Option<Text>,
        /// 这一部分怎样了：recovered（已收回）、done（已办结）、pending（正在办理或追缴）、in-court（司法程序中）、written-off（已核销）、other（其他）。What became of this part.
        pub kind: Option<Spanned<PartKind>>,
        /// 以前的数值，单位相同；正文用 {{ 标识.was }} 引用。An earlier value in the same unit; narratives quote it as {{ id.was }}.
        pub was: Option<Spanned<Decimal>>,
    }
}

impl FigureRecord {
    /// Returns the figure as a language sets it with its unit; none if the language has no such unit.
    pub fn set(&self, locale: &Locale) -> Option<String> {
        locale.figure_in(*self.value, &self.unit, self.approx, self.shown_in.as_ref().map(Text::as_str))
    }

    /// Returns its value as it can be added up and compared.
    pub fn inexact(&self) -> Inexact {
        Inexact::of(*self.value, self.approx)
    }

    /// Every value that it states: what it is, and what it was.
    pub fn values(&self) -> impl Iterator<Item = &Spanned<Decimal>> {
        std::iter::once(&self.value).chain(&self.was)
    }

    /// The earlier value as a language sets it; none if there is none, or the language has no such unit.
    pub fn set_was(&self, locale: &Locale) -> Option<String> {
        self.set_as(locale, *self.was?, None)
    }

    /// Another value of the same thing as a language sets it.
    pub fn set_as(&self, locale: &Locale, value: Decimal, approx: Option<Approximation>) -> Option<String> {
        locale.figure_in(value, &self.unit, approx, self.shown_in.as_ref().map(Text::as_str))
    }

    /// Returns whether it says that it is settled.
    pub fn is_settled(&self) -> bool {
        self.kind.is_some_and(|kind| kind.is_settled())
    }

    /// Whether it is an amount of money: its unit is the code of a currency, three capital letters (ISO 4217).
    pub fn is_money(&self) -> bool {
        self.unit.len() == 3 && self.unit.bytes().all(|b| b.is_ascii_uppercase())
    }
}
