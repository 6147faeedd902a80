//! How the issues of a notice are numbered.

use serde::{Deserialize, Serialize};

/// How issues are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// 全文连续编号。From 1 through the whole notice.
    #[default]
    Continuous,
    /// 每个方面从 1 起编号。From 1 in every section.
    PerSection,
    /// 用原有的编号，可以不从 1 起，也可以跳号。As the office has them: they need not begin with 1 and may have gaps.
    Own,
}
