//! Pictures of figures: a whole with its parts, and what something was beside what it is.

mod slope;
mod texture;

use std::fmt::Write as _;

pub(in crate::site) use slope::slope;
pub(in crate::site) use texture::PartLook;

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

#[cfg(test)]
mod tests {
    use super::{PartLook, Share, split, swatch};

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
}
