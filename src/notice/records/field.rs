//! The fields that an office declares in `notice.yaml` beside those that every notice has.

use schemars::JsonSchema;
use serde::Deserialize;

use super::record;
use crate::notice::written::without_text;
use crate::value::{ID_PATTERN, Localized, Text};

record! {
    /// 自定的栏目。A field of the office's own.
    pub struct FieldRecord {
        /// 标识，记录里用它填写。Id, by which records give it a value.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Label.
        pub label: Localized,
        /// 含义，写进数据的字段说明；不写就只有名称。What it means, for the data dictionary.
        pub meaning: Option<Localized>,
        /// 属于什么：issue（问题，默认）、measure（措施）、notice（整份通报）。What has it: issues (as a rule), measures, the notice.
        #[serde(default)]
        pub on: Vec<FieldHolder>,
        /// 内容的类型：text（文字，默认）、date（日期）、units（单位）、number（数值）、choice（选项）。The type of its values.
        #[serde(default, rename = "type")]
        pub kind: FieldType,
        /// 数值的单位代码，如 percent。For numbers: the code of the unit.
        #[schemars(extend("format" = "gongkai-code"))]
        pub unit: Option<Text>,
        /// 选项。For choices: what there is to choose from.
        #[serde(default)]
        pub choices: Vec<ChoiceRecord>,
        /// 显示在哪里：page（页面）、notice（通报全文），不写就都显示；数据下载总是有。Where it is shown: pages, the full notice; both if not given, and downloads always have it.
        #[serde(default)]
        pub shown: Vec<FieldPlace>,
        /// 是否可在“全部问题”里按它筛选（单位和选项）。Whether the list of all issues can be filtered by it: units and choices.
        #[serde(default)]
        pub filter: bool,
    }
}

record! {
    /// 选项。A choice.
    pub struct ChoiceRecord {
        /// 标识。Id.
        #[schemars(extend("format" = "gongkai-id", "pattern" = ID_PATTERN))]
        pub id: Text,
        /// 名称。Label.
        pub label: Localized,
    }
}

/// What has a declared field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldHolder {
    /// 问题。Issues.
    Issue,
    /// 整改措施。Measures.
    Measure,
    /// 整份通报。The notice.
    Notice,
}

without_text!(FieldHolder, FieldType, FieldPlace);

impl FieldHolder {
    /// Returns the word in records.
    pub fn word(self) -> &'static str {
        match self {
            FieldHolder::Issue => "issue",
            FieldHolder::Measure => "measure",
            FieldHolder::Notice => "notice",
        }
    }
}

/// The type of the values of a declared field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// 文字。A text in each language.
    #[default]
    Text,
    /// 日期。A day, a month or a year.
    Date,
    /// 单位。Ids of units.
    Units,
    /// 数值。A number.
    Number,
    /// 选项。One of the choices of the field.
    Choice,
}

/// Where a declared field is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldPlace {
    /// 页面。The page of the issue; for a field of the notice, the home page.
    Page,
    /// 通报全文。The full notice.
    Notice,
}

impl FieldRecord {
    /// Returns whether issues, measures or the notice have it.
    pub fn is_of(&self, holder: FieldHolder) -> bool {
        if self.on.is_empty() { holder == FieldHolder::Issue } else { self.on.contains(&holder) }
    }

    /// Returns whether it is shown in a place.
    pub fn is_shown(&self, place: FieldPlace) -> bool {
        self.shown.is_empty() || self.shown.contains(&place)
    }
}
