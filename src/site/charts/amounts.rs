//! Pictures of figures: a whole with its parts, and what something was beside what it is.

use std::fmt::Write as _;

/// How a part of a whole is drawn: by a texture, so that it is told from others without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) enum PartLook {
    /// Full: nothing is missing of it.
    Settled,
    /// Half full: it is still being handled.
    Pending,
    /// Hatched: it is before the courts.
    InCourt,
    /// Struck through: it was written off.
    WrittenOff,
    /// Upright lines: anything else.
    Other,
    /// A tint: nothing is said of what became of it.
    Plain,
    /// A broken box: what is left.
    Rest,
}

impl PartLook {
    /// Returns the class that says so.
    pub(in crate::site) fn class(self) -> &'static str {
        match self {
            PartLook::Settled => "is-settled",
            PartLook::Pending => "is-pending",
            PartLook::InCourt => "is-in-court",
            PartLook::WrittenOff => "is-written-off",
            PartLook::Other => "is-other",
            PartLook::Plain => "is-plain",
            PartLook::Rest => "is-rest",
        }
    }

    /// Returns what lies over its box.
    fn texture(self) -> &'static str {
        match self {
            PartLook::Settled => "<rect class=\"split-fill\" width=\"100%\" height=\"100%\"/>",
            PartLook::Pending => "<rect class=\"split-fill\" y=\"55%\" width=\"100%\" height=\"45%\"/>",
            PartLook::InCourt => {
                "<line class=\"split-lines\" x1=\"-60\" x2=\"4000\" y1=\"50%\" y2=\"50%\" transform=\"skewX(-35)\"/>"
            }
            PartLook::WrittenOff => "<rect class=\"split-fill\" y=\"42%\" width=\"100%\" height=\"16%\"/>",
            PartLook::Other => "<line class=\"split-lines\" x1=\"0\" x2=\"4000\" y1=\"50%\" y2=\"50%\"/>",
            PartLook::Plain | PartLook::Rest => "",
        }
    }
}

/// A part of a bar of the length 1,000.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Share {
    pub(in crate::site) look: PartLook,
    /// Where it begins and ends.
    pub(in crate::site) from: u64,
    pub(in crate::site) to: u64,
}

/// The least length of a part: what is there is seen.
const LEAST: u64 = 8;

/// Returns a whole as a bar of its parts. It is for the eye alone: the words stand beside it.
pub(in crate::site) fn split(shares: &[Share]) -> String {
    let mut svg =
        String::from("<svg class=\"split\" width=\"100%\" height=\"24\" aria-hidden=\"true\" focusable=\"false\">");
    for share in shares {
        let from = share.from.min(1000 - LEAST);
        let length = share.to.min(1000).saturating_sub(from).max(LEAST);
        let _ = write!(
            svg,
            "<svg class=\"{}\" x=\"{}\" width=\"{}\" height=\"100%\">{}{}</svg>",
            share.look.class(),
            super::percent(from),
            super::percent(length),
            BOX,
            share.look.texture()
        );
    }
    for share in shares.iter().filter(|share| share.from > 0) {
        let x = super::percent(share.from.min(1000 - LEAST));
        let _ = write!(svg, "<line class=\"split-gap\" x1=\"{x}\" x2=\"{x}\" y2=\"100%\"/>");
    }
    svg + "</svg>"
}

/// The box of a part.
const BOX: &str = "<rect class=\"split-box\" width=\"100%\" height=\"100%\"/>";

/// Returns the texture of a part as it stands beside its words.
pub(in crate::site) fn swatch(look: PartLook) -> String {
    format!(
        "<svg class=\"swatch {}\" width=\"20\" height=\"14\" aria-hidden=\"true\" focusable=\"false\">{BOX}{}</svg>",
        look.class(),
        look.texture()
    )
}

/// Width and height of a slope, and the height in which it moves.
const SLOPE: [u64; 3] = [120, 52, 40];

/// Returns the way from what something was to what it is, both as thousandths of the larger. It is for the eye alone.
pub(in crate::site) fn slope(was: u64, is: u64) -> String {
    let [width, height, room] = SLOPE;
    let y = |thousandths: u64| height - 6 - thousandths.min(1000) * room / 1000;
    let (from, to, end) = (y(was), y(is), width - 8);
    format!(
        "<svg class=\"slope\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\" focusable=\"false\">\
         <line class=\"slope-base\" x1=\"0\" x2=\"{width}\" y1=\"{}\" y2=\"{}\"/>\
         <path class=\"slope-area\" d=\"M8 {from}L{end} {to}V{}H8z\"/>\
         <line class=\"slope-line\" x1=\"8\" y1=\"{from}\" x2=\"{end}\" y2=\"{to}\"/>\
         <circle class=\"slope-was\" cx=\"8\" cy=\"{from}\" r=\"5\"/><circle class=\"slope-is\" cx=\"{end}\" cy=\"{to}\" r=\"6\"/></svg>",
        height - 1,
        height - 1,
        height - 1
    )
}

#[cfg(test)]
mod tests {
    use super::{PartLook, Share, slope, split, swatch};

    #[test]
    fn parts_stand_one_after_another() {
        let shares = [
            Share { look: PartLook::Settled, from: 0, to: 424 },
            Share { look: PartLook::InCourt, from: 424, to: 880 },
            Share { look: PartLook::Rest, from: 880, to: 1000 },
        ];
        let svg = split(&shares);
        assert!(svg.contains("<svg class=\"is-in-court\" x=\"42.4%\" width=\"45.6%\""), "{svg}");
        assert_eq!((svg.matches("split-gap").count(), svg.matches("split-box").count()), (2, 3), "{svg}");
        assert_eq!(svg.matches("<svg").count(), svg.matches("</svg>").count());
    }

    #[test]
    fn what_is_small_is_seen() {
        let svg = split(&[Share { look: PartLook::Plain, from: 999, to: 1000 }]);
        assert!(svg.contains("x=\"99.2%\" width=\"0.8%\""), "{svg}");
    }

    #[test]
    fn textures_differ() {
        let all = [
            PartLook::Settled,
            PartLook::Pending,
            PartLook::InCourt,
            PartLook::WrittenOff,
            PartLook::Other,
            PartLook::Plain,
            PartLook::Rest,
        ];
        let mut seen: Vec<String> = all.map(swatch).into();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), all.len());
    }

    #[test]
    fn a_slope_falls_and_rises() {
        assert!(slope(1000, 500).contains("x1=\"8\" y1=\"6\" x2=\"112\" y2=\"26\""), "{}", slope(1000, 500));
        assert!(slope(0, 1000).contains("x1=\"8\" y1=\"46\" x2=\"112\" y2=\"6\""), "{}", slope(0, 1000));
    }
}
