//! The charts as files that are handed on: each with a title that says what was found, a key and a line that says where it is from.

use super::super::drawing::{
    AMBER, Anchor, Area, Colour, Drawing, DrawnWords, GREEN, GREY, IDLE, INK, LINE, PALE_AMBER, PALE_GREEN, PALE_IDLE,
    RED, Shape, WHITE, columns,
};
use super::{Course, Square, SquareLook, TimelineMark, bases, rows};

/// How wide a file is.
pub const CHART_WIDTH: i64 = 1200;

/// The same, its margin, and how much lies between the margins.
const WIDTH: i64 = CHART_WIDTH;
const MARGIN: i64 = 60;
const INNER: i64 = WIDTH - 2 * MARGIN;

/// What stands above and below a chart.
pub(in crate::site) struct Heading {
    /// What was found, and what stands for it in digits.
    pub(in crate::site) title: String,
    pub(in crate::site) signs: String,
    /// What the chart is of, and when.
    pub(in crate::site) subtitle: String,
    /// The day of it in digits.
    pub(in crate::site) day: String,
    /// What the squares and bars mean; empty where the chart says so itself.
    pub(in crate::site) key: Vec<LegendKey>,
    /// Whose notice it is from, and where that is.
    pub(in crate::site) source: String,
    /// The address of the site without its scheme, if it is known.
    pub(in crate::site) address: String,
}

/// What a square or a part of a bar means, and how many of them there are.
pub(in crate::site) struct LegendKey {
    pub(in crate::site) look: SquareLook,
    pub(in crate::site) label: String,
    pub(in crate::site) n: u64,
}

/// A part of a wall: what it is called and comes to, the same in digits, and its squares.
pub(in crate::site) struct WallPart {
    pub(in crate::site) label: String,
    pub(in crate::site) signs: String,
    pub(in crate::site) squares: Vec<Square>,
}

/// A bar: what it is of, the same in digits, and what it consists of.
pub(in crate::site) struct BarRow {
    pub(in crate::site) label: String,
    pub(in crate::site) signs: String,
    pub(in crate::site) parts: Vec<(SquareLook, u64)>,
    /// What stands behind it.
    pub(in crate::site) said: String,
}

/// The colour of a look, and the pale one for what is empty in it.
fn colours(look: SquareLook) -> (Colour, Colour) {
    match look.glyph {
        "completed" | "done-lasting" => (GREEN, PALE_GREEN),
        "closed" | "not-stated" => (IDLE, PALE_IDLE),
        _ => (AMBER, PALE_AMBER),
    }
}

/// Draws a square as it looks: full, or filled as far as its glyph; hatched where it is inferred; with a red frame where it is overdue.
pub(in crate::site) fn square(drawing: &mut Drawing, area: Area, look: SquareLook) {
    let [left, top, width, height] = area;
    let (colour, pale) = colours(look);
    let wide = (width / 14).max(1);
    let filled = match look.glyph {
        "completed" | "done-lasting" => height,
        "substantially-completed" => height * 72 / 100,
        "in-progress" => height * 45 / 100,
        "ongoing" => height / 5,
        _ => 0,
    };
    let is_done = filled == height;
    drawing.draw(Shape::Fill(area, if is_done && !look.is_inferred { colour } else { WHITE }));
    if look.is_inferred {
        drawing.draw(Shape::Hatch(area, if is_done { colour } else { pale }, (width / 14).max(2)));
    } else if !is_done && filled > 0 {
        drawing.draw(Shape::Fill([left, top + height - filled, width, filled], pale));
    }
    if look.glyph == "done-lasting" && !look.is_inferred {
        drawing.frame([left + 2 * wide, top + 2 * wide, width - 4 * wide, height - 4 * wide], wide, WHITE);
    }
    if look.glyph == "closed" {
        drawing.draw(Shape::Line(vec![[left, top + height], [left + width, top]], wide, colour));
    }
    match (look.is_overdue, look.glyph) {
        (true, _) => drawing.frame(area, wide.max(2) + 1, RED),
        (false, "not-started" | "not-stated") => broken(drawing, area, wide, colour),
        (false, _) => drawing.frame(area, wide, colour),
    }
}

/// Draws a frame of dashes.
fn broken(drawing: &mut Drawing, [left, top, width, height]: Area, wide: i64, colour: Colour) {
    let (right, bottom, half) = (left + width, top + height, wide / 2);
    for (from, to) in [
        ([left, top + half], [right, top + half]),
        ([left, bottom - wide + half], [right, bottom - wide + half]),
        ([left + half, top], [left + half, bottom]),
        ([right - wide + half, top], [right - wide + half, bottom]),
    ] {
        drawing.draw(Shape::Dashes(from, to, wide, colour));
    }
}

/// Draws a square with its number on ground of its own where it is hatched.
fn numbered(drawing: &mut Drawing, area: Area, square_of: &Square) {
    let [left, top, width, height] = area;
    let look = square_of.look;
    square(drawing, area, look);
    let is_full = matches!(look.glyph, "completed" | "done-lasting") && !look.is_inferred;
    let size =
        (height * 4 / 10).min(width * 17 / 10 / i64::try_from(square_of.number.chars().count().max(1)).unwrap_or(1));
    if look.is_inferred {
        let wide = i64::try_from(columns(&square_of.number)).unwrap_or(1) * size * 6 / 10 + 6;
        drawing.draw(Shape::Fill([left + (width - wide) / 2, top + (height - size) / 2 - 2, wide, size + 4], WHITE));
    }
    let at = [left + width / 2, top + height / 2 + size * 36 / 100];
    let colour = if is_full { WHITE } else { INK };
    let words = DrawnWords::new(at, size, colour, square_of.number.clone()).anchored(Anchor::Middle);
    drawing.say(if is_full { words } else { words.bold() });
}

/// Returns a sheet with a heading, a key and a source line around what `body` draws: it is given where it begins and gives where it ends.
fn sheet(heading: &Heading, body: impl FnOnce(&mut Drawing, i64) -> i64) -> Drawing {
    const TITLE: i64 = 32;
    let mut drawing = Drawing::new(WIDTH, 0);
    drawing.draw(Shape::Fill([0, 0, WIDTH, 8], RED));
    let mut y = 76;
    let lines = wrapped(&heading.title, TITLE, INNER);
    for (n, line) in lines.iter().enumerate() {
        let signs = if n == 0 { &*heading.signs } else { "" };
        drawing.say(DrawnWords::new([MARGIN, y], TITLE, INK, line.clone()).bold().or(signs));
        y += 44;
    }
    drawing.say(DrawnWords::new([MARGIN, y - 6], 19, GREY, heading.subtitle.clone()).or(heading.day.clone()));
    y = body(&mut drawing, y + 30);
    if !heading.key.is_empty() {
        y = key(&mut drawing, y + 34, &heading.key);
    }
    y += 36;
    drawing.draw(Shape::Fill([MARGIN, y, INNER, 1], LINE));
    y += 28;
    for (n, line) in wrapped(&heading.source, 15, INNER).into_iter().enumerate() {
        let signs = if n == 0 { &*heading.address } else { "" };
        drawing.say(DrawnWords::new([MARGIN, y], 15, GREY, line).or(signs));
        y += 22;
    }
    drawing.cut(y + 14);
    drawing
}

/// Draws the key in rows; returns where it ends.
fn key(drawing: &mut Drawing, top: i64, keys: &[LegendKey]) -> i64 {
    const SIDE: i64 = 22;
    let (mut x, mut y) = (MARGIN, top);
    for LegendKey { look, label, n } in keys {
        let text = if *n > 0 { format!("{label} {n}") } else { label.clone() };
        let wide = SIDE + 10 + width(&text, 18) + 36;
        if x + wide > MARGIN + INNER && x > MARGIN {
            (x, y) = (MARGIN, y + 34);
        }
        square(drawing, [x, y, SIDE, SIDE], *look);
        let signs = if *n > 0 { n.to_string() } else { String::new() };
        drawing.say(DrawnWords::new([x + SIDE + 10, y + 17], 18, INK, text).or(signs));
        x += wide;
    }
    y + SIDE
}

/// Returns the wall as a file: every square of every part, numbered unless there are very many.
pub(in crate::site) fn wall_file(heading: &Heading, parts: &[WallPart], is_dense: bool) -> Drawing {
    let (side, gap) = if is_dense { (14, 3) } else { (48, 6) };
    let columns = usize::try_from((INNER + gap) / (side + gap)).unwrap_or(1);
    sheet(heading, |drawing, mut y| {
        for part in parts {
            if !part.label.is_empty() {
                for (n, line) in wrapped(&part.label, 19, INNER).into_iter().enumerate() {
                    let signs = if n == 0 { &*part.signs } else { "" };
                    drawing.say(DrawnWords::new([MARGIN, y + 20], 19, INK, line).bold().or(signs));
                    y += 27;
                }
                y += 9;
            }
            for (n, of) in part.squares.iter().enumerate() {
                let place = |n: usize| i64::try_from(n).unwrap_or(0) * (side + gap);
                let area = [MARGIN + place(n % columns), y + place(n / columns), side, side];
                if is_dense { square(drawing, area, of.look) } else { numbered(drawing, area, of) }
            }
            y += i64::try_from(part.squares.len().div_ceil(columns)).unwrap_or(0) * (side + gap) + 26;
        }
        y - 26
    })
}

/// Returns bars as a file, each of the length of the whole sheet and its own hundred per cent.
pub(in crate::site) fn bars_file(heading: &Heading, bars: &[BarRow]) -> Drawing {
    const HIGH: i64 = 30;
    sheet(heading, |drawing, mut y| {
        for bar in bars {
            let lines = wrapped(&bar.label, 19, INNER - 160);
            for (n, line) in lines.into_iter().enumerate() {
                y += if n > 0 { 25 } else { 0 };
                let signs = if n == 0 { &*bar.signs } else { "" };
                drawing.say(DrawnWords::new([MARGIN, y + 18], 19, INK, line).bold().or(signs));
            }
            let end = [MARGIN + INNER, y + 18];
            drawing.say(DrawnWords::new(end, 18, INK, bar.said.clone()).anchored(Anchor::End));
            let total = bar.parts.iter().map(|(_, n)| n).sum::<u64>().max(1);
            let place = |n: u64| i64::try_from(u64::try_from(INNER).unwrap_or(0) * n / total).unwrap_or(0);
            let mut before = 0;
            for (look, n) in &bar.parts {
                let (from, to) = (place(before), place(before + n));
                before += n;
                part(drawing, [MARGIN + from, y + 28, to - from - 4, HIGH], *look);
            }
            y += 28 + HIGH + 26;
        }
        y - 26
    })
}

/// Draws a part of a bar, filled as far as its glyph.
fn part(drawing: &mut Drawing, [left, top, width, height]: Area, look: SquareLook) {
    let (colour, pale) = colours(look);
    let filled = match look.glyph {
        "completed" | "done-lasting" => 100,
        "substantially-completed" => 70,
        "in-progress" => 45,
        "ongoing" => 20,
        _ => 0,
    };
    drawing.draw(Shape::Fill([left, top, width, height], pale));
    let high = height * filled / 100;
    let area = [left, top + height - high, width, high];
    match look.is_inferred {
        true => drawing.draw(Shape::Hatch(area, colour, 4)),
        false => drawing.draw(Shape::Fill(area, colour)),
    }
}

/// Heights in a course of events: a square, a line of words, the picture of what is left.
const HIGH: i64 = 31;
const ROW: i64 = 44;
const LEFT: i64 = 90;

/// Returns the course of events as a file: what happened is named above the line of time, deadlines stand upon it as squares with their days below.
pub(in crate::site) fn course_file(heading: &Heading, course: &Course) -> Drawing {
    let (named, stacked): (Vec<&TimelineMark>, Vec<&TimelineMark>) =
        course.marks.iter().partition(|mark| mark.squares.is_empty());
    let above = rows(named.iter().map(|mark| (mark.at, columns(&mark.words).max(columns(&mark.date)))));
    let below = rows(stacked.iter().map(|mark| (mark.at, columns(&mark.date))));
    let depth = |rows: &[Option<usize>]| number(rows.iter().flatten().max().map_or(0, |row| row + 1));
    let bases = bases(&stacked);
    let highest = stacked.iter().zip(&bases).map(|(mark, base)| base + mark.levels()).max().unwrap_or(0).max(2);
    sheet(heading, |drawing, top| {
        let axis = top + depth(&above) * ROW + 8 + number(highest) * HIGH;
        let years = axis + depth(&below) * 26 + 30;
        for (at, name) in &course.years {
            drawing.draw(Shape::Fill([x(*at), axis, 1, years - axis], LINE));
            let words = DrawnWords::new([beside(*at, 6), years - 4], 16, GREY, name.clone());
            drawing.say(words.anchored(anchor(*at)).or(name.chars().filter(char::is_ascii_digit).collect::<String>()));
        }
        for (mark, row) in named.iter().zip(&above) {
            draw_named(drawing, mark, row.map(|row| top + number(row) * ROW), axis);
        }
        drawing.draw(Shape::Fill([MARGIN, axis - 1, INNER, 2], IDLE));
        for (from, to) in &course.moves {
            drawing.draw(Shape::Dashes([x(*from), axis - 7], [x(*to), axis - 7], 2, AMBER));
        }
        for ((mark, row), base) in stacked.iter().zip(&below).zip(&bases) {
            draw_stack(drawing, mark, row.map(|row| axis + number(row) * 26 + 22), axis, number(*base) * HIGH);
        }
        if course.left.is_empty() { years } else { draw_left(drawing, course, years + 20) }
    })
}

fn draw_named(drawing: &mut Drawing, mark: &TimelineMark, top: Option<i64>, axis: i64) {
    let from = x(mark.at);
    match mark.to {
        Some(to) => drawing.draw(Shape::Fill([from, axis - HIGH, (x(to) - from).max(3), HIGH - 1], [0xe8, 0xb9, 0xba])),
        None => {
            let (y, colour) = (top.unwrap_or(axis - HIGH) + 4, if mark.kind == "notice" { RED } else { IDLE });
            drawing.draw(Shape::Fill([from - 1, y, if mark.kind == "notice" { 3 } else { 2 }, axis - y], colour));
        }
    }
    let Some(top) = top else { return };
    let at = |down: i64| [beside(mark.at, 8), top + down];
    drawing.say(DrawnWords::new(at(17), 17, INK, mark.words.clone()).bold().anchored(anchor(mark.at)));
    drawing.say(DrawnWords::new(at(36), 15, GREY, mark.date.clone()).anchored(anchor(mark.at)).or(mark.day.clone()));
}

fn draw_stack(drawing: &mut Drawing, mark: &TimelineMark, date: Option<i64>, axis: i64, base: i64) {
    let width = number(mark.width()) + 8;
    let left = if mark.at > 500 { x(mark.at) - width } else { x(mark.at) };
    if base > 0 {
        drawing.draw(Shape::Dashes([x(mark.at), axis - base], [x(mark.at), axis], 1, IDLE));
    }
    for (n, of) in mark.squares.iter().enumerate() {
        numbered(drawing, [left, axis - base - number(n + 1) * HIGH, width, HIGH - 3], of);
    }
    if mark.more > 0 {
        let y = axis - base - number(mark.squares.len()) * HIGH - 8;
        let words = DrawnWords::new([left + width / 2, y], 15, GREY, format!("+{}", mark.more));
        drawing.say(words.anchored(Anchor::Middle));
    }
    if let Some(y) = date {
        let words = DrawnWords::new([x(mark.at), y], 16, INK, mark.date.clone()).bold().or(mark.day.clone());
        drawing.say(words.anchored(anchor(mark.at)));
    }
}

/// Draws how many were left as steps; returns where they end.
fn draw_left(drawing: &mut Drawing, course: &Course, top: i64) -> i64 {
    let (Some(first), Some(last)) = (course.left.first(), course.left.last()) else { return top };
    let most = course.left.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
    let height = |n: u64| i64::try_from(u64::try_from(LEFT).unwrap_or(0) * n / most).unwrap_or(0);
    let title = DrawnWords::new([x(first.0), top + 16], 16, INK, format!("{} {}", course.left_words, first.1)).bold();
    drawing.say(title.anchored(anchor(first.0)).or(first.1.to_string()));
    let bottom = top + 28 + LEFT;
    let ends = course.left[1..].iter().map(|(at, _)| *at).chain([course.left_until.max(last.0)]);
    for ((at, n), end) in course.left.iter().zip(ends) {
        let area = [x(*at), bottom - height(*n), x(end) - x(*at), height(*n)];
        drawing.draw(Shape::Fill(area, PALE_AMBER));
        drawing.draw(Shape::Fill([area[0], area[1], area[2], 2], AMBER));
    }
    let end = [x(course.left_until.max(last.0)) + 8, bottom - 4];
    drawing.say(DrawnWords::new(end, 17, INK, last.1.to_string()).bold());
    bottom
}

/// The place of a share of 1,000 between the margins.
fn x(at: u64) -> i64 {
    MARGIN + i64::try_from(at).unwrap_or(0) * INNER / 1000
}

/// The same, some pixels beside it on the side where words have room.
fn beside(at: u64, by: i64) -> i64 {
    if at > 500 { x(at) - by } else { x(at) + by }
}

fn anchor(at: u64) -> Anchor {
    if at > 500 { Anchor::End } else { Anchor::Start }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How wide words are at most in any font: a Chinese character is as wide as it is high, another letter two thirds of that where it is bold.
fn width(text: &str, size: i64) -> i64 {
    let wide = number(columns(text) - text.chars().count());
    let narrow = number(text.chars().count()) - wide;
    wide * size + narrow * size * 2 / 3
}

/// Returns a text in lines of at most so many pixels, broken at blanks and between Chinese characters, but before no mark.
fn wrapped(text: &str, size: i64, most: i64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut word = String::new();
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        word.push(c);
        let next = letters.peek();
        let is_wide = |c: &char| *c >= '\u{2e80}' && !"，。、；：！？）》”’".contains(*c);
        let may_break = next.is_none_or(|next| c == ' ' || is_wide(next) && !"（《“‘".contains(c));
        if !may_break {
            continue;
        }
        let is_full = |line: &String| !line.is_empty() && width(line, size) + width(word.trim_end(), size) > most;
        if lines.last().is_some_and(is_full) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&word);
        }
        word.clear();
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DONE: SquareLook = SquareLook { glyph: "completed", is_inferred: true, is_overdue: false };
    const OPEN: SquareLook = SquareLook { glyph: "in-progress", is_inferred: false, is_overdue: true };

    fn heading() -> Heading {
        let key = vec![LegendKey { look: DONE, label: "已完成（推定）".to_owned(), n: 2 }];
        let text = |text: &str| text.to_owned();
        Heading {
            title: text("3个问题，还有1个没有全部完成"),
            signs: text("1/3"),
            subtitle: text("截至2021年9月"),
            day: text("2021-09"),
            key,
            source: text("来源：某市委《通报》"),
            address: text("notice.example"),
        }
    }

    fn square_of(number: &str, look: SquareLook) -> Square {
        Square { number: number.to_owned(), href: String::new(), look }
    }

    #[test]
    fn a_wall_has_its_words_and_numbers() {
        let squares = vec![square_of("1", DONE), square_of("2", DONE), square_of("3", OPEN)];
        let parts = [WallPart { label: "（一）财务".to_owned(), signs: "1".to_owned(), squares }];
        let svg = String::from_utf8(wall_file(&heading(), &parts, false).svg("甲", "乙")).expect("UTF-8");
        for part in
            ["还有1个没有全部完成</text>", ">3</text>", "已完成（推定） 2</text>", "来源：某市委《通报》</text>"]
        {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        assert!(!wall_file(&heading(), &parts, true).png(&[]).is_empty());
    }

    #[test]
    fn bars_are_as_long_as_what_they_count() {
        let bar = |parts| BarRow { label: "全部".to_owned(), signs: String::new(), parts, said: "1/3".to_owned() };
        let svg = bars_file(&heading(), &[bar(vec![(DONE, 2), (OPEN, 1)])]).svg("甲", "乙");
        let svg = String::from_utf8(svg).expect("UTF-8");
        assert!(svg.contains("width=\"716\" height=\"30\"") && svg.contains("x=\"780\""), "{svg}");
    }

    #[test]
    fn lines_break_between_words_and_before_no_mark() {
        assert_eq!(wrapped("one two three", 10, 55), ["one two", "three"]);
        assert_eq!(wrapped("甲乙丙，丁", 10, 30), ["甲乙", "丙，丁"]);
        assert_eq!(wrapped("short", 10, 60), ["short"]);
        assert_eq!(wrapped("", 10, 60), [""]);
    }
}
