//! Units, and the places where issues are.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, texts};
use crate::notice::{PlaceRecord, UnitRecord};
use crate::value::Text;

/// 单位。A unit.
#[derive(Serialize, JsonSchema)]
pub(super) struct UnitData<'a> {
    /// 标识。Id.
    id: &'a str,
    /// 名称。Name.
    #[schemars(with = "Dictionary")]
    name: JsonTexts<'a>,
}

/// 地方。A place.
#[derive(Serialize, JsonSchema)]
pub(super) struct PlaceData<'a> {
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

pub(super) fn unit(unit: &UnitRecord) -> UnitData<'_> {
    UnitData { id: &unit.id, name: texts(&unit.name) }
}

pub(super) fn place(place: &PlaceRecord) -> PlaceData<'_> {
    PlaceData {
        id: &place.id,
        name: texts(&place.name),
        aliases: place.aliases.iter().map(Text::as_str).collect(),
        tile: place.tile.as_ref().map(|tile| [*tile.column, *tile.row]),
    }
}
