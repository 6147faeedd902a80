//! What became of a part of a whole: money that was to be recovered, enterprises that were to comply.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What became of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// 已收回、已收缴、已退还。Recovered, collected or paid back.
    Recovered,
    /// 已办结。Done.
    Done,
    /// 正在办理、尚未收回。Still being handled, or still owed.
    Pending,
    /// 进入司法程序。Before the courts.
    InCourt,
    /// 核销、确认无法收回。Written off.
    WrittenOff,
    /// 其他。Anything else.
    Other,
}

impl PartKind {
    /// Every kind, in the order of keys.
    pub const ALL: [PartKind; 6] = [
        PartKind::Recovered,
        PartKind::Done,
        PartKind::Pending,
        PartKind::InCourt,
        PartKind::WrittenOff,
        PartKind::Other,
    ];

    /// The word in records; its words on pages are the message `part_kind.WORD`.
    pub fn word(self) -> &'static str {
        match self {
            PartKind::Recovered => "recovered",
            PartKind::Done => "done",
            PartKind::Pending => "pending",
            PartKind::InCourt => "in-court",
            PartKind::WrittenOff => "written-off",
            PartKind::Other => "other",
        }
    }

    /// Whether nothing is missing of it any more.
    pub fn is_settled(self) -> bool {
        matches!(self, PartKind::Recovered | PartKind::Done)
    }
}

#[cfg(test)]
mod tests {
    use super::PartKind;

    #[test]
    fn words_are_those_of_records() {
        for kind in PartKind::ALL {
            assert_eq!(serde_json::to_value(kind).expect("a word"), kind.word());
        }
    }
}
