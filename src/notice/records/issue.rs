//! An issue: `026.yaml`.

use super::accepted::AcceptedRecord;
use super::change::{CorrectionRecord, HistoryRecord};
use super::figure::FigureRecord;
use super::item::ItemRecord;
use super::measure::MeasureRecord;
use super::note::NoteRecord;
use super::record;
use crate::notice::common::CommonText;
use crate::notice::open::OpenValues;
use crate::notice::schemas::{ResponseWord, StatusWord};
use crate::notice::written::Markdown;
use crate::value::{Date, Due, ID_PATTERN, Localized, Spanned, StatusBasis, Text};

record! {
    /// 问题。An issue.
    pub struct IssueRecord {
        /// 序号，与文件名一致。Number, the same as in the file's name.
        #[schemars(range(min = 1, max = 999_999))]
        pub number: Spanned<u32>,
        /// 对外的编号，如 "27"、"A"、"20-004 #3"，有文字的按语言写；不写就是序号；网址仍用序号。What it is called, such as "27", "A" or "20-004 #3"; its number if none is given. Its address has the number all the same. In each language where its words differ.
        pub label: Option<CommonText>,
        /// 所属二级问题的标识；本方面不分二级问题的不写。Id of its topic; none where the section has no topics.
        #[schemars(extend("format" = "gongkai-code", "pattern" = ID_PATTERN))]
        pub topic: Option<Text>,
        /// 标题。Title.
        pub title: Localized,
        /// 反馈的问题，一句话。What the inspection found, in a sentence.
        pub statement: Option<Localized>,
        /// 整改状态。Status.
        #[schemars(with = "StatusWord")]
        pub status: Text,
        /// 状态依据：stated（写明）或 inferred（推定）。Whether the issuer states the status or it is inferred.
        #[serde(default)]
        pub status_basis: StatusBasis,
        /// 整改时限；发布单位没有写明的写 not-stated。Due date; `not-stated` where the issuer states none.
        pub due: Option<Spanned<Due>>,
        /// 时限的原文，如 2022财政年度末；页面照写，逾期仍按 due 计算。The words of the due date, such as “end of fiscal year 2022”: pages print them, and days overdue are still counted by `due`.
        pub due_text: Option<Localized>,
        /// 调整前的整改时限。The due date before it was moved.
        pub original_due: Option<Spanned<Date>>,
        /// 完成日期。Date of completion.
        pub completed_on: Option<Spanned<Date>>,
        /// 核实销号日期。Date of verification.
        pub verified_on: Option<Spanned<Date>>,
        /// 牵头单位标识。Ids of lead bodies.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub lead: Vec<Text>,
        /// 责任单位标识。Ids of responsible bodies.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub responsible: Vec<Text>,
        /// 验收销号单位标识。Ids of the bodies that verified completion.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub verified_by: Vec<Text>,
        /// 涉及的地方，写 places.yaml 里的标识。The places that it is about, by their ids in places.yaml.
        #[serde(default)]
        #[schemars(extend("format" = "gongkai-codes"))]
        pub places: Vec<Text>,
        /// 自定栏目的内容，栏目在 notice.yaml 的 fields 里声明。Values of the fields that `fields` in notice.yaml declares.
        #[serde(default)]
        pub fields: OpenValues,
        /// 主要数据。Key figures.
        #[serde(default)]
        pub figures: Vec<FigureRecord>,
        /// 逐条列出的整改措施。Itemised measures.
        #[serde(default)]
        pub measures: Vec<MeasureRecord>,
        /// 问题下的小项，各有自己的状态。Items of the issue, each with a status of its own.
        #[serde(default)]
        pub items: Vec<ItemRecord>,
        /// 制定的文件名称。Documents issued, by name.
        #[serde(default)]
        pub documents: Vec<Localized>,
        /// 对意见建议的答复，如 accepted、rejected。The response to a finding or recommendation, such as accepted or rejected.
        #[schemars(with = "Option<ResponseWord>")]
        pub response: Option<Text>,
        /// 答复的内容（Markdown）。The words of the response, in Markdown.
        pub response_text: Option<Localized<Markdown>>,
        /// 下一步措施（Markdown）。What is still to be done, in Markdown.
        pub next_steps: Option<Localized<Markdown>>,
        /// 状态变化。Dated changes of status.
        #[serde(default)]
        pub history: Vec<HistoryRecord>,
        /// 发布后的更正。Corrections after publication.
        #[serde(default)]
        pub corrections: Vec<CorrectionRecord>,
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

impl IssueRecord {
    /// Returns the deadline, if one is stated.
    pub fn deadline(&self) -> Option<Spanned<Date>> {
        let due = self.due?;
        due.date().map(|date| due.with(date))
    }

    /// Puts the history in order, and that of its items.
    pub fn sort_history(&mut self) {
        let of_items = self.items.iter_mut().map(|item| &mut item.history);
        for history in of_items.chain([&mut self.history]) {
            history.sort_by_key(|change| change.on.sort_key());
        }
    }
}
