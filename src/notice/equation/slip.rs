//! What is wrong in an equation, where, and how to mend it.

use std::ops::Range;

use crate::diagnostic::Message;
use crate::say;

/// What is wrong in an equation, and where.
#[derive(Debug)]
pub struct EquationSlip {
    /// The bytes that are wrong.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// How to mend it.
    pub help: Message,
}

pub(super) fn slip(range: Range<usize>, message: Message) -> EquationSlip {
    EquationSlip { range, message, help: how_to_write() }
}

pub(super) fn how_to_write() -> Message {
    say!(
        "请写成 甲 + 乙 = 丙：用数据标识和数，可用 + - * / ( )，比较用 = >= <=，末尾可写 ± 0.01",
        "write `a + b = c` with ids of figures and numbers, + - * / ( ), one of = >= <=, and `± 0.01` at the end if need be"
    )
}
