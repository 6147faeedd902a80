//! The words beside two figures say the same: how exact they are, and which way they moved.

use super::FIGURES_DIFFER;
use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::text::quantity::{Form, Quantity};
use crate::value::{Hedge, Trend};

/// What the words beside a figure say.
type Said = (Hedge, Option<Trend>);

/// Whether the words beside two figures are the same.
pub(super) fn is_same(a: &Quantity, b: &Quantity) -> bool {
    a.hedge == b.hedge && a.trend == b.trend
}

/// Whether the words beside two figures may mean the same. Words that are missing beside a figure in words are left to the reader.
pub(super) fn agrees(a: &Quantity, b: &Quantity) -> bool {
    let in_words = a.form != Form::Digits || b.form != Form::Digits;
    let is_missing = a.hedge == Hedge::Exact || b.hedge == Hedge::Exact;
    (a.hedge.agrees(b.hedge) || in_words && is_missing) && trends_agree(a.trend, b.trend)
}

/// Whether two words may say that something moved the same way.
pub(super) fn trends_agree(a: Option<Trend>, b: Option<Trend>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// The finding that two figures are the same and the words beside them are not.
pub(super) fn differs(place: Place, written: &str, (hedge, trend): Said, (other, theirs): Said) -> Diagnostic {
    let help = say!("请核对原稿，改正其中一处", "check the original and correct one of them");
    if !trends_agree(trend, theirs) {
        let message = say!(
            "“{written}”在一种文本里是上升或高出，在另一种里是下降或低于",
            "“{written}” is up or above in one language and down or below in the other"
        );
        return Diagnostic::of(&FIGURES_DIFFER, place, message).help(help);
    }
    if hedge != Hedge::Exact && other != Hedge::Exact {
        let message = say!(
            "“{written}”旁的“超过”“不足”“至少”“约”等，两种文本说法不同",
            "what is said beside “{written}” – more than, less than, at least, about – differs between the languages"
        );
        return Diagnostic::of(&FIGURES_DIFFER, place, message).help(help);
    }
    let message = say!(
        "“{written}”在一种文本里是约数或界限，在另一种里是确数",
        "“{written}” is exact in one language and approximate or a limit in the other"
    );
    Diagnostic::of(&FIGURES_DIFFER, place, message).help(say!(
        "余、多对应 over，近对应 nearly，约、左右对应 about，以上、至少对应 at least；请改成一致",
        "over, nearly, about and at least correspond to 余, 近, 约 and 至少; make both say the same"
    ))
}
