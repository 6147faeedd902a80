//! A picture as a list of shapes on whole pixels, and the two files that it becomes: SVG, with its words, and PNG, whose words are strokes of our
//! own, so that no font of the system is needed and the bytes are the same everywhere.
//!
//! Nothing here knows of a notice. Colours are those of a light page: a file is handed on without its style sheet.

mod canvas;
mod png;
mod signs;

use std::fmt::Write as _;

pub(super) use canvas::Colour;
use canvas::{Canvas, UNIT};

/// A place in pixels, from the left and from the top.
pub(super) type Place = [i64; 2];

/// A rectangle: left, top, width, height.
pub(super) type Area = [i64; 4];

pub(super) const RED: Colour = [0xb3, 0x17, 0x1c];
pub(super) const WHITE: Colour = [0xff; 3];
pub(super) const INK: Colour = [0x19, 0x18, 0x17];
pub(super) const GREY: Colour = [0x57, 0x53, 0x4e];
pub(super) const LINE: Colour = [0xd8, 0xd4, 0xcd];
pub(super) const GREEN: Colour = [0x1e, 0x60, 0x44];
pub(super) const PALE_GREEN: Colour = [0xc9, 0xdd, 0xd2];
pub(super) const AMBER: Colour = [0x8f, 0x5a, 0x00];
pub(super) const PALE_AMBER: Colour = [0xf2, 0xe0, 0xbd];
pub(super) const IDLE: Colour = [0x6b, 0x66, 0x5f];
pub(super) const PALE_IDLE: Colour = [0xe4, 0xe1, 0xdc];

/// A shape.
pub(super) enum Shape {
    /// A full rectangle.
    Fill(Area, Colour),
    /// Stripes from the lower left to the upper right, as wide as their gaps.
    Hatch(Area, Colour, i64),
    /// A line through places, so wide, round at its ends.
    Line(Vec<Place>, i64, Colour),
    /// A line from left to right or from top to bottom in dashes.
    Dashes(Place, Place, i64, Colour),
    /// A line of words.
    Words(DrawnWords),
    /// The crest, by its upper left corner and its side.
    Crest(Place, i64),
}

/// A line of words.
pub(super) struct DrawnWords {
    /// Where it begins, ends or has its middle, on its base line.
    pub(super) at: Place,
    pub(super) anchor: Anchor,
    /// The height of its letters, as fonts are measured.
    pub(super) size: i64,
    pub(super) is_bold: bool,
    pub(super) colour: Colour,
    pub(super) text: String,
    /// What stands in its place where there are no strokes for all of its letters; nothing if it is empty.
    pub(super) signs: String,
}

impl DrawnWords {
    /// Returns words that begin at a place.
    pub(super) fn new(at: Place, size: i64, colour: Colour, text: impl Into<String>) -> DrawnWords {
        let (text, signs) = (text.into(), String::new());
        DrawnWords { at, anchor: Anchor::Start, size, is_bold: false, colour, text, signs }
    }

    pub(super) fn bold(self) -> DrawnWords {
        DrawnWords { is_bold: true, ..self }
    }

    pub(super) fn anchored(self, anchor: Anchor) -> DrawnWords {
        DrawnWords { anchor, ..self }
    }

    /// Returns the same words with what stands for them where they cannot be drawn.
    pub(super) fn or(self, signs: impl Into<String>) -> DrawnWords {
        DrawnWords { signs: signs.into(), ..self }
    }

    /// How wide they are drawn without a font, in pixels.
    pub(super) fn width(&self) -> i64 {
        signs::width(self.drawn()) * self.size / 20
    }

    /// What is drawn of them without a font: all of them, or else the signs.
    fn drawn(&self) -> &str {
        if signs::can_draw(&self.text) { &self.text } else { &self.signs }
    }
}

/// On which side of its place a line of words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

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

/// The strokes of the crest on a square of 400: the two falling strokes of 公, the bent one below with its drop, and the frame around them.
const CREST: [&[(i64, i64)]; 5] = [
    &[(166, 86), (154, 122), (134, 155), (110, 180), (88, 196)],
    &[(234, 86), (246, 122), (266, 155), (290, 180), (312, 196)],
    &[(206, 172), (184, 218), (158, 258), (122, 298), (195, 293), (268, 282)],
    &[(236, 228), (264, 268), (290, 314)],
    &[(34, 34), (366, 34), (366, 366), (34, 366), (34, 34)],
];

/// How wide the strokes of the crest are: of the sign, and of its frame.
const CREST_WIDE: [i64; 5] = [34, 34, 34, 34, 12];

/// Writes a shape as an element of SVG.
fn element(svg: &mut String, shape: &Shape) {
    let _ = match shape {
        Shape::Fill([x, y, width, height], colour) => {
            write!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", hex(*colour))
        }
        Shape::Hatch(area, colour, wide) => hatch(svg, *area, *colour, *wide),
        Shape::Line(places, wide, colour) => {
            let points: Vec<String> = places.iter().map(|[x, y]| format!("{x},{y}")).collect();
            let (points, colour) = (points.join(" "), hex(*colour));
            write!(
                svg,
                "<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{wide}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
            )
        }
        Shape::Dashes([x, y], [right, bottom], wide, colour) => write!(
            svg,
            "<line x1=\"{x}\" y1=\"{y}\" x2=\"{right}\" y2=\"{bottom}\" stroke=\"{}\" stroke-width=\"{wide}\" stroke-dasharray=\"{DASH} {DASH}\"/>",
            hex(*colour)
        ),
        Shape::Words(words) => {
            let [x, y] = words.at;
            let anchor = ["start", "middle", "end"][words.anchor as usize];
            let weight = if words.is_bold { " font-weight=\"700\"" } else { "" };
            write!(
                svg,
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" text-anchor=\"{anchor}\"{weight} fill=\"{}\">{}</text>",
                words.size,
                hex(words.colour),
                escaped(&words.text)
            )
        }
        Shape::Crest([x, y], side) => crest(svg, [*x, *y], *side),
    };
}

/// The crest as a picture in the picture.
fn crest(svg: &mut String, [x, y]: Place, side: i64) -> std::fmt::Result {
    let red = hex(RED);
    write!(
        svg,
        "<svg x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 400 400\"><path d=\"M0 0h400v400H0z\" fill=\"{red}\"/>"
    )?;
    for (stroke, wide) in CREST.iter().zip(CREST_WIDE) {
        let points: Vec<String> = stroke.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let points = points.join(" ");
        write!(svg, "<polyline points=\"{points}\" fill=\"none\" stroke=\"#fff\" stroke-width=\"{wide}\"/>")?;
    }
    svg.write_str("</svg>")
}

/// The stripes of a rectangle as one path, each cut off at its sides.
fn hatch(svg: &mut String, [left, top, width, height]: Area, colour: Colour, wide: i64) -> std::fmt::Result {
    let step = 2 * wide.max(1);
    let mut path = String::new();
    for n in (0..width + height).step_by(usize::try_from(step).unwrap_or(1)) {
        // Along the upper left edge and on, from where x + y = n to where x + y = n + wide.
        let corner = |sum: i64| {
            let sum = sum.min(width + height);
            ([left + sum.min(width), top + (sum - width).max(0)], [left + (sum - height).max(0), top + sum.min(height)])
        };
        let (([ax, ay], [bx, by]), ([cx, cy], [dx, dy])) = (corner(n), corner(n + wide));
        write!(path, "M{ax},{ay}L{cx},{cy}L{dx},{dy}L{bx},{by}z")?;
    }
    write!(svg, "<path d=\"{path}\" fill=\"{}\"/>", hex(colour))
}

/// Paints a shape.
fn paint(canvas: &mut Canvas, shape: &Shape) {
    let fine = |n: i64| n * UNIT;
    match shape {
        Shape::Fill(area, colour) => canvas.fill(*area, *colour),
        Shape::Hatch(area, colour, wide) => canvas.hatch(*area, *colour, *wide),
        Shape::Line(places, wide, colour) => {
            let points: Vec<_> = places.iter().map(|[x, y]| (fine(*x), fine(*y))).collect();
            canvas.stroke(&points, fine(*wide), *colour);
        }
        Shape::Dashes([x, y], [right, bottom], wide, colour) => {
            let length = (right - x).max(bottom - y);
            for n in (0..length).step_by(usize::try_from(2 * DASH).unwrap_or(1)) {
                let long = DASH.min(length - n);
                let area = match right > x {
                    true => [x + n, y - wide / 2, long, *wide],
                    false => [x - wide / 2, y + n, *wide, long],
                };
                canvas.fill(area, *colour);
            }
        }
        Shape::Words(words) => letters(canvas, words),
        Shape::Crest([left, top], side) => {
            canvas.fill([*left, *top, *side, *side], RED);
            let scale = |n: i64| n * side * UNIT / 400;
            for (stroke, wide) in CREST.iter().zip(CREST_WIDE) {
                let place = |&(x, y): &(i64, i64)| (fine(*left) + scale(x), fine(*top) + scale(y));
                canvas.stroke(&stroke.iter().map(place).collect::<Vec<_>>(), scale(wide).max(UNIT), WHITE);
            }
        }
    }
}

/// How long a dash is, and the gap behind it.
const DASH: i64 = 5;

/// Paints words as strokes, the signs as high as capitals of their size.
fn letters(canvas: &mut Canvas, words: &DrawnWords) {
    let text = words.drawn();
    // A sign is drawn on 16 parts from top to base line, of which capitals take 14; capitals take seven tenths of a font's size.
    let scale = |n: i64| n * words.size * UNIT * 7 / (10 * 14);
    let width = scale(signs::width(text));
    let left = words.at[0] * UNIT
        - match words.anchor {
            Anchor::Start => 0,
            Anchor::Middle => width / 2,
            Anchor::End => width,
        };
    let top = words.at[1] * UNIT - scale(signs::BASE);
    let wide = words.size * UNIT * if words.is_bold { 11 } else { 8 } / 100;
    for (right, stroke) in signs::strokes(text) {
        let place = |(x, y): (i64, i64)| (left + scale(right + x), top + scale(y));
        canvas.stroke(&stroke.into_iter().map(place).collect::<Vec<_>>(), wide, words.colour);
    }
}

fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Returns a text as an attribute or an element may hold it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns how many columns a text is wide: two for a Chinese character.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
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

    #[test]
    fn what_has_no_strokes_is_drawn_by_its_signs() {
        let words = |text: &str| DrawnWords::new([0, 0], 16, INK, text).or("26");
        assert_eq!(words("串标").drawn(), "26");
        assert_eq!(words("Issue 26: bid-rigging").drawn(), "Issue 26: bid-rigging");
        assert_eq!(DrawnWords::new([0, 0], 16, INK, "串标").drawn(), "");
    }

    #[test]
    fn stripes_end_at_the_sides_of_their_rectangle() {
        let mut svg = String::new();
        hatch(&mut svg, [0, 0, 6, 4], INK, 2).expect("memory");
        assert_eq!(svg, "<path d=\"M0,0L2,0L0,2L0,0zM4,0L6,0L2,4L0,4zM6,2L6,4L6,4L4,4z\" fill=\"#191817\"/>");
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
