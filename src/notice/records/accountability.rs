//! Leads handled and persons held to account: `accountability.yaml`.

use super::accepted::AcceptedRecord;
use super::figure::FigureRecord;
use super::note::NoteRecord;
use super::person::GroupRecord;
use super::record;
use crate::value::{Date, Spanned, Text};

record! {
    /// 问题线索处理和责任追究。Leads handled and persons held to account.
    #[derive(Default)]
    pub struct AccountabilityRecord {
        /// 数据截至日期。The date that these figures hold for.
        pub as_of: Option<Spanned<Date>>,
        /// 数据。Figures.
        #[serde(default)]
        pub figures: Vec<FigureRecord>,
        /// 按处理方式分组。Persons by measure taken.
        #[serde(default)]
        pub groups: Vec<GroupRecord>,
        /// 数据之间应成立的等式，用数据标识书写，如 concluded + in-progress = letters。Equations that must hold between figures, by their ids.
        #[serde(default)]
        pub equations: Vec<Text>,
        /// 编者注：向读者说明原文中的不一致。Editor's notes that tell readers what does not agree in the source.
        #[serde(default)]
        pub notes: Vec<NoteRecord>,
        /// 经核对接受的提示及理由。Findings that were looked at and accepted, with reasons.
        #[serde(default)]
        pub accepted: Vec<AcceptedRecord>,
    }
}
