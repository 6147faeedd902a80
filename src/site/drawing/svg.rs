//! Shapes written as elements of SVG.

use std::fmt::Write as _;

use super::canvas::Colour;
use super::colours::RED;
use super::crest::{CREST, CREST_WIDE};
use super::shapes::{DASH, Shape};
use super::{Area, Place};

/// Writes a shape as an element of SVG.
pub(super) fn element(svg: &mut String, shape: &Shape) {
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
pub(super) fn hatch(svg: &mut String, [left, top, width, height]: Area, colour: Colour, wide: i64) -> std::fmt::Result {
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

fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Returns a text as an attribute or an element may hold it.
pub(in crate::site) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::hatch;
    use crate::site::drawing::INK;

    #[test]
    fn stripes_end_at_the_sides_of_their_rectangle() {
        let mut svg = String::new();
        hatch(&mut svg, [0, 0, 6, 4], INK, 2).expect("memory");
        assert_eq!(svg, "<path d=\"M0,0L2,0L0,2L0,0zM4,0L6,0L2,4L0,4zM6,2L6,4L6,4L4,4z\" fill=\"#191817\"/>");
    }
}
