//! The way from what something was to what it is.

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
    use super::slope;

    #[test]
    fn a_slope_falls_and_rises() {
        assert!(slope(1000, 500).contains("x1=\"8\" y1=\"6\" x2=\"112\" y2=\"26\""), "{}", slope(1000, 500));
        assert!(slope(0, 1000).contains("x1=\"8\" y1=\"46\" x2=\"112\" y2=\"6\""), "{}", slope(0, 1000));
    }
}
