//! The places that issues are about: `places.yaml`.

use super::record;
use crate::value::{ID_PATTERN, Localized, Spanned, Text};

record! {
    /// 地方。A place.
    pub struct PlaceRecord {
        /// 标识，也是网址的一部分。Id, which becomes part of an address.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Name.
        pub name: Localized,
        /// 别称、简称、所辖地名，搜索它们也找得到。Other names, which the search finds it by.
        #[serde(default)]
        pub aliases: Vec<Text>,
        /// 在方块图上的位置；都不写就没有图。Its position on the map of tiles; without positions there is no map.
        pub tile: Option<TileRecord>,
    }
}

record! {
    /// 方块图上的一格。A tile of the map.
    pub struct TileRecord {
        /// 第几列，从左数起。Column, from the left.
        #[schemars(range(min = 1, max = 20))]
        pub column: Spanned<u32>,
        /// 第几行，从上数起。Row, from the top.
        #[schemars(range(min = 1, max = 40))]
        pub row: Spanned<u32>,
    }
}
