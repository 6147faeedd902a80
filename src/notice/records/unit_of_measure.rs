//! Units of measure that a notice adds to those of the theme, or writes otherwise.

use schemars::JsonSchema;
use serde::Deserialize;

use super::record;
use crate::notice::written::{Written, WrittenText};
use crate::text::locale::{UnitKind, UnitRule};
use crate::value::{Decimal, Localized, Spanned, Text};

/// 计量单位。A unit of measure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnUnitRecord {
    /// 代码，数据的 unit 写它。Its code, which figures give as their `unit`.
    #[schemars(extend("format" = "gongkai-code"))]
    pub id: Text,
    /// 种类：measure（计量）、counter（量词）、money（金额）、share（比率）。What it counts or measures.
    #[serde(default)]
    pub kind: UnitKind,
    /// 各语言的写法：数字之前 prefix、之后 suffix，文字里还怎样写 read。How each language writes it: `prefix` before the number, `suffix` after it, `read` for other words in texts.
    #[serde(default)]
    pub words: Localized<UnitRule>,
    /// 换算成别的单位。How it converts into another unit.
    pub converts: Option<ConversionRecord>,
}

/// Its words are set beside numbers and looked for in texts; they are no texts themselves.
impl Written for OwnUnitRecord {
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(WrittenText<'a>)) {
        self.id.each_text(see);
    }
}

record! {
    /// 换算。A conversion.
    pub struct ConversionRecord {
        /// 换算成的单位代码，如 metre。Code of the other unit.
        #[schemars(extend("format" = "gongkai-code"))]
        pub to: Text,
        /// 一个等于多少。How many of the other unit one is.
        pub by: Spanned<Decimal>,
    }
}
