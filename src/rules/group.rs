//! Groups of rules and their names in the manual.

use super::words::Words;

/// A group of rules, as the manual lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleGroup {
    /// Files and records have the right shape.
    Shape,
    /// What they say makes sense.
    Sense,
    /// Figures add up.
    Totals,
    /// The languages say the same.
    Languages,
    /// Links lead somewhere.
    Links,
    /// Narratives are safe and well set.
    Prose,
    /// No personal information gets out.
    Persons,
    /// Wording and punctuation.
    Wording,
    /// The theme is whole.
    Theme,
}

impl RuleGroup {
    /// Returns what the manual calls it.
    pub fn name(self) -> Words {
        match self {
            RuleGroup::Shape => Words("文件和记录", "Files and records"),
            RuleGroup::Sense => Words("内容", "Content"),
            RuleGroup::Totals => Words("合计", "Totals"),
            RuleGroup::Languages => Words("各语言", "Languages"),
            RuleGroup::Links => Words("链接", "Links"),
            RuleGroup::Prose => Words("正文", "Narratives"),
            RuleGroup::Persons => Words("个人信息", "Persons"),
            RuleGroup::Wording => Words("用语和标点", "Wording"),
            RuleGroup::Theme => Words("外观", "Theme"),
        }
    }
}
