//! The colours of files, those of a light page.

use super::canvas::Colour;

pub(in crate::site) const RED: Colour = [0xb3, 0x17, 0x1c];
pub(in crate::site) const WHITE: Colour = [0xff; 3];
pub(in crate::site) const INK: Colour = [0x19, 0x18, 0x17];
pub(in crate::site) const GREY: Colour = [0x57, 0x53, 0x4e];
pub(in crate::site) const LINE: Colour = [0xd8, 0xd4, 0xcd];
pub(in crate::site) const GREEN: Colour = [0x1e, 0x60, 0x44];
pub(in crate::site) const PALE_GREEN: Colour = [0xc9, 0xdd, 0xd2];
pub(in crate::site) const AMBER: Colour = [0x8f, 0x5a, 0x00];
pub(in crate::site) const PALE_AMBER: Colour = [0xf2, 0xe0, 0xbd];
pub(in crate::site) const IDLE: Colour = [0x6b, 0x66, 0x5f];
pub(in crate::site) const PALE_IDLE: Colour = [0xe4, 0xe1, 0xdc];
