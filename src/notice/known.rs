//! The units of a notice, and what an author means by one that is not among them.

use std::collections::BTreeMap;

use super::{UnitId, UnitRecord};
use crate::diagnostic::{Message, nearest};
use crate::say;

/// Units by their ids.
pub(super) type UnitIds = BTreeMap<Box<str>, UnitId>;

/// Units by their ids and by their names.
#[derive(Clone, Copy)]
pub(super) struct KnownUnits<'a> {
    pub(super) ids: &'a UnitIds,
    pub(super) records: &'a [UnitRecord],
}

impl KnownUnits<'_> {
    /// Returns the unit of an id.
    pub(super) fn id(&self, id: &str) -> Option<UnitId> {
        self.ids.get(id).copied()
    }

    /// Returns what to write for a unit that is not known.
    pub(super) fn help(self, id: &str) -> Message {
        unit_help(id, self)
    }

    /// Returns the id that a name means, or the id itself.
    fn meant(&self, name: &str) -> Option<&str> {
        let is_name = |unit: &&UnitRecord| unit.name.iter().any(|(_, text)| text.as_str() == name);
        let named = self.records.iter().find(is_name).map(|unit| unit.id.as_str());
        self.ids.get_key_value(name).map(|(id, _)| &**id).or(named)
    }
}

/// Returns what to write for a unit that is not known by its id: it may go by its name, or several may stand in one
/// text.
fn unit_help(id: &str, units: KnownUnits<'_>) -> Message {
    let names: Vec<&str> =
        id.split(['、', '，', ',', '；', ';']).map(str::trim).filter(|name| !name.is_empty()).collect();
    let meant: Option<Vec<&str>> = names.iter().map(|name| units.meant(name)).collect();
    match (meant.as_deref(), &names[..]) {
        (Some([unit]), _) => say!("这里写标识，不写名称：请写成 [{unit}]", "write the id, not the name: [{unit}]"),
        (Some(several), _) => {
            let list = several.join(", ");
            say!(
                "几个单位之间用半角逗号“, ”，写标识，不写名称：请写成 [{list}]",
                "put a comma and a space between the ids: [{list}]"
            )
        }
        (None, [_, _, ..]) => {
            let list = names.iter().map(|name| units.meant(name).unwrap_or("…")).collect::<Vec<_>>().join(", ");
            let unknown = names.iter().filter(|name| units.meant(name).is_none()).copied().collect::<Vec<_>>();
            let (unknown, unknown_en) = (unknown.join("、"), unknown.join(", "));
            say!(
                "几个单位之间用半角逗号“, ”：[{list}]；请先在 content/units.yaml 里给“{unknown}”加上标识（id）和名称（name）",
                "put a comma and a space between the ids: [{list}]; first add {unknown_en} to content/units.yaml, each with id and name"
            )
        }
        (None, _) => match nearest(id, units.ids.keys().map(|unit| &**unit)) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None if id.is_ascii() => {
                say!("请先在 content/units.yaml 里加上这个单位", "add the unit to content/units.yaml first")
            }
            None => say!(
                "请先在 content/units.yaml 里加上这个单位：标识（id）用英文字母，名称（name）写“{id}”；这里写它的标识",
                "add the unit to content/units.yaml first, with an id in English letters, and write that id here"
            ),
        },
    }
}
