//! A picture as a list of shapes on whole pixels, and the two files that it becomes: SVG, with its words, and PNG, whose words are strokes of our
//! own, so that no font of the system is needed and the bytes are the same everywhere.
//!
//! Nothing here knows of a notice. Colours are those of a light page: a file is handed on without its style sheet.

mod canvas;
mod colours;
mod crest;
mod paint;
mod png;
mod shapes;
mod signs;
mod svg;
mod words;

use std::fmt::Write as _;

use canvas::Canvas;
pub(super) use canvas::Colour;
pub(super) use colours::{AMBER, GREEN, GREY, IDLE, INK, LINE, PALE_AMBER, PALE_GREEN, PALE_IDLE, RED, WHITE};
use paint::paint;
pub(super) use shapes::Shape;
use svg::element;
pub(super) use svg::escaped;
pub(super) use words::{Anchor, DrawnWords, columns};

/// A place in pixels, from the left and from the top.
pub(super) type Place = [i64; 2];

/// A rectangle: left, top, width, height.
pub(super) type Area = [i64; 4];

/// A picture.
pub(super) struct Drawing {
    width: i64,
    height: i64,
    shapes: Vec<Shape>,
}

impl Drawing {
    /// Returns a white sheet, so many pixels wide and high.
    pub(super) fn new(width: i64, height: i64) -> Drawing {
        Drawing { width, height, shapes: Vec::new() }
    }

    pub(super) fn draw(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    pub(super) fn say(&mut self, words: DrawnWords) {
        self.shapes.push(Shape::Words(words));
    }

    /// Draws a frame of lines inside a rectangle.
    pub(super) fn frame(&mut self, [left, top, width, height]: Area, wide: i64, colour: Colour) {
        for area in [
            [left, top, width, wide],
            [left, top + height - wide, width, wide],
            [left, top, wide, height],
            [left + width - wide, top, wide, height],
        ] {
            self.draw(Shape::Fill(area, colour));
        }
    }

    /// Returns how wide and how high it is.
    pub(super) fn size(&self) -> [i64; 2] {
        [self.width, self.height]
    }

    /// Makes it so high.
    pub(super) fn cut(&mut self, height: i64) {
        self.height = height;
    }

    /// Returns the picture as a file of SVG with a title and a description for who cannot see it.
    pub(super) fn svg(&self, title: &str, about: &str) -> Vec<u8> {
        let (width, height) = (self.width, self.height);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             font-family=\"sans-serif\">\n<title>{}</title>\n<desc>{}</desc>\n",
            escaped(title),
            escaped(about)
        );
        let _ = writeln!(svg, "<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        for shape in &self.shapes {
            element(&mut svg, shape);
            svg.push('\n');
        }
        (svg + "</svg>\n").into_bytes()
    }

    /// Returns the picture as a file of PNG, which says in words what it is: its title, a description and where it is from.
    pub(super) fn png(&self, said: &[(&str, &str)]) -> Vec<u8> {
        let size = |n: i64| usize::try_from(n).unwrap_or(0);
        let mut canvas = Canvas::new(size(self.width), size(self.height), WHITE);
        for shape in &self.shapes {
            paint(&mut canvas, shape);
        }
        png::png(&canvas, said)
    }

    /// Returns an icon (.ico) of the picture.
    pub(super) fn icon(&self) -> Vec<u8> {
        png::icon(&self.png(&[]), self.size())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Drawing {
        let mut drawing = Drawing::new(120, 60);
        drawing.draw(Shape::Fill([10, 10, 20, 20], GREEN));
        drawing.draw(Shape::Hatch([40, 10, 20, 10], AMBER, 2));
        drawing.draw(Shape::Dashes([70, 20], [110, 20], 2, RED));
        drawing.say(DrawnWords::new([10, 50], 16, INK, "26 & “串标”").or("26"));
        drawing
    }

    #[test]
    fn a_picture_is_svg_with_its_words() {
        let svg = String::from_utf8(sample().svg("A <B>", "C")).expect("UTF-8");
        for part in
            ["<title>A &lt;B&gt;</title>", "fill=\"#1e6044\"", "stroke-dasharray=\"5 5\"", "26 &amp; “串标”</text>"]
        {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        assert!(!svg.contains("style") && !svg.contains("class"), "a file needs no style sheet");
    }

    /// Where the parts of a line meet, its edge is no darker than elsewhere.
    #[test]
    fn a_line_in_parts_is_the_line() {
        let line = |places: &[Place]| {
            let mut drawing = Drawing::new(40, 40);
            drawing.draw(Shape::Line(places.to_vec(), 3, RED));
            drawing.png(&[])
        };
        assert_eq!(line(&[[5, 5], [15, 15], [30, 30]]), line(&[[5, 5], [30, 30]]));
        assert_ne!(line(&[[5, 5], [15, 16], [30, 30]]), line(&[[5, 5], [30, 30]]));
        // Nothing of it is within the picture.
        assert_eq!(line(&[[-90, -90], [-50, -70]]), line(&[]));
    }

    #[test]
    fn the_same_picture_has_the_same_bytes() {
        assert_eq!(sample().png(&[("Title", "甲")]), sample().png(&[("Title", "甲")]));
        assert_ne!(sample().png(&[]), Drawing::new(120, 60).png(&[]));
    }
}
