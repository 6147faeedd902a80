//! The code on paper that a telephone opens a page by (ISO/IEC 18004).

use std::fmt::Write;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use serde::Serialize;

/// A code, drawn as one path: lines one module wide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct QrView {
    /// The address that it leads to, as one types it.
    pub address: String,
    /// The side of the code, in modules, the quiet zone of four on every side included.
    pub size: i32,
    /// The dark modules of each line, as the `d` of a path whose stroke is one wide; the middle of the first line is at 0.
    pub path: String,
}

/// How many light modules stand around a code.
const QUIET: i32 = 4;

/// A reader takes any mask. To weigh all eight of them was 13 % of what a check of 1,000 issues computed.
fn code(url: &str) -> Option<QrCode> {
    let (words, mask) = (QrSegment::make_segments(url), Some(Mask::new(0)));
    QrCode::encode_segments_advanced(&words, QrCodeEcc::Medium, Version::MIN, Version::MAX, mask, true).ok()
}

/// Returns the code of an address; none for one that is too long for any.
pub(super) fn qr(url: &str) -> Option<QrView> {
    let code = code(url)?;
    let mut path = String::new();
    for y in 0..code.size() {
        let (mut x, mut end) = (0, None);
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).fold(0, |length, _| length + 1);
            if length > 0 {
                // Writing into a string does not fail.
                let _ = match end {
                    None => write!(path, "M{} {}h{length}", x + QUIET, y + QUIET),
                    Some(end) => write!(path, "m{} 0h{length}", x - end),
                };
                end = Some(x + length);
            }
            x += length + 1;
        }
    }
    let address = url.trim_start_matches("https://").trim_end_matches('/').to_owned();
    Some(QrView { address, size: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three corners by which a telephone finds a code, and as many dark modules as the code has.
    #[test]
    fn the_path_draws_the_modules_of_the_code() {
        let url = "https://notice.example/county/ledger.html";
        let view = qr(url).expect("a code");
        let code = code(url).expect("a code");
        assert_eq!(view.size, code.size() + 8);
        let dark = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .count();
        let length =
            |rest: &str| rest.split(['m', 'M']).next().and_then(|n| n.parse::<usize>().ok()).expect("a length");
        assert_eq!(view.path.split('h').skip(1).map(length).sum::<usize>(), dark);
        assert!(view.path.starts_with("M4 4h7m"));
        assert_eq!(qr(&"x".repeat(5000)), None);
    }
}
