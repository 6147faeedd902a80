//! The code on paper that a telephone opens a page by (ISO/IEC 18004).

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

/// A code, drawn as one path: a square of side 1 for every dark module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct QrView {
    /// The side of the code, in modules, the quiet zone of four on every side included.
    pub size: i32,
    /// The dark modules of each line, as the `d` of a path.
    pub path: String,
}

/// How many light modules stand around a code.
const QUIET: i32 = 4;

/// Returns the code of an address; none for one that is too long for any.
pub(super) fn qr(url: &str) -> Option<QrView> {
    let code = QrCode::encode_text(url, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).fold(0, |length, _| length + 1);
            if length > 0 {
                path.push_str(&format!("M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET));
            }
            x += length + 1;
        }
    }
    Some(QrView { size: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three corners by which a telephone finds a code, and as many dark modules as the code has.
    #[test]
    fn the_path_draws_the_modules_of_the_code() {
        let url = "https://notice.example/county/ledger.html";
        let view = qr(url).expect("a code");
        let code = QrCode::encode_text(url, QrCodeEcc::Medium).expect("a code");
        assert_eq!(view.size, code.size() + 8);
        let dark = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .count();
        let drawn: usize = view
            .path
            .split('h')
            .skip(1)
            .step_by(2)
            .map(|rest| rest.split('v').next().and_then(|n| n.parse::<usize>().ok()).expect("a length"))
            .sum();
        assert_eq!(drawn, dark);
        assert!(view.path.starts_with("M4 4h7v1h-7z"));
        assert_eq!(qr(&"x".repeat(5000)), None);
    }
}
