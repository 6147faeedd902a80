//! The bodies that lead or are responsible for issues: `units.yaml`.

use super::record;
use crate::value::{ID_PATTERN, Localized, Text};

record! {
    /// 牵头单位、责任单位。A lead or responsible body.
    pub struct UnitRecord {
        /// 标识。Id.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Name.
        pub name: Localized,
    }
}
