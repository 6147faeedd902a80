//! What is said of an equation that does not hold as it is written.

use super::{EQUATION, RATE_ROUNDING, UNEXPLAINED_REMAINDER};
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::value::Decimal;

pub(super) fn cut_off(stated: Decimal, rounded: Decimal, place: Place) -> Diagnostic {
    let message =
        say!("{stated}% 是截尾得到的，四舍五入应为 {rounded}%", "{stated}% is cut off; rounded it is {rounded}%");
    Diagnostic::of(&RATE_ROUNDING, place, message).help(say!("请改为 {rounded}%", "write {rounded}%"))
}

pub(super) fn broken(equation: &str, left: &str, right: &str, place: Place) -> Diagnostic {
    let message = say!(
        "等式不成立：{equation}，一边是 {left}，另一边是 {right}",
        "the equation does not hold: {equation}; one side is {left}, the other {right}"
    );
    Diagnostic::of(&EQUATION, place, message).help(say!(
        "请核对各项数据；原文如此的，写进 accepted，并用 note 向读者说明",
        "check the figures; if the original says so, put it under accepted, with a `note` for readers"
    ))
}

pub(super) fn remainder(equation: &str, rest: &str, place: Place) -> Diagnostic {
    let message =
        say!("等式“{equation}”里有 {rest} 没有说明去向", "{rest} of the equation `{equation}` is left unexplained");
    Diagnostic::of(&UNEXPLAINED_REMAINDER, place, message).help(say!(
        "请把它写进 accepted，并用 note 向读者说明",
        "put it under accepted, with a `note` that tells readers"
    ))
}

pub(super) fn no_remainder(equation: &str, place: Place) -> Diagnostic {
    let message = say!(
        "等式“{equation}”正好成立，没有未说明的部分",
        "the equation `{equation}` holds to the last digit: nothing is left unexplained"
    );
    Diagnostic::of(&EQUATION, place, message).help(say!("请删去“+ 未说明”", "delete `+ unexplained`"))
}
