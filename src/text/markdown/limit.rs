//! How much a text may become. A few hundred bytes of references, quotations or table columns can be made to fill a disk.

use super::Problem;
use crate::say;
use crate::text::markdown::OUTPUT_TOO_LARGE;

/// The most bytes of HTML that a source may become.
pub(super) fn bytes(source: &str) -> usize {
    source.len() * 20 + 64 * 1024
}

/// The most pieces that a source may have. Without a table that lacks cells, a byte begins and ends one at most.
pub(super) fn pieces(source: &str) -> usize {
    source.len() * 2 + 64 * 1024
}

/// The finding that a text becomes too much.
pub(super) fn exceeded(source: &str) -> Problem {
    let limit = bytes(source) / 1024;
    Problem::new(
        OUTPUT_TOO_LARGE,
        0..source.len(),
        say!(
            "这段文字生成的网页超过 {limit} KB 的上限",
            "the page that this text makes exceeds its limit of {limit} KB"
        ),
        say!(
            "请检查是否重复引用过多，或表格的列数远多于内容",
            "look for a reference that is repeated too often, or a table with far more columns than content"
        ),
    )
}
