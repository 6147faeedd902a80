//! The crest as icons for browsers and telephones.

use std::sync::LazyLock;

use crate::notice::edition::Edition;
use crate::site::drawing::{Drawing, Shape};
use crate::value::Lang;

/// The icons, which no notice changes: drawn once.
static ICONS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| [crest_of(32).icon(), crest_of(180).png(&[])]);

pub(in crate::site::formats) fn favicon(_: &Edition, _: Lang) -> Vec<u8> {
    ICONS[0].clone()
}

pub(in crate::site::formats) fn touch_icon(_: &Edition, _: Lang) -> Vec<u8> {
    ICONS[1].clone()
}

fn crest_of(side: i64) -> Drawing {
    let mut drawing = Drawing::new(side, side);
    drawing.draw(Shape::Crest([0, 0], side));
    drawing
}
