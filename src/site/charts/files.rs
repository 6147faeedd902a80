//! The charts as files that are handed on: each with a title that says what was found, a key and a line that says where it is from.

mod bars;
mod course;
mod lines;
mod sheet;
mod square;
mod wall;

pub(in crate::site) use bars::{BarRow, bars_file};
pub(in crate::site) use course::course_file;
pub(in crate::site) use sheet::{Heading, LegendKey};
pub(in crate::site) use square::square;
pub(in crate::site) use wall::{WallPart, wall_file};

/// How wide a file is.
pub const CHART_WIDTH: i64 = 1200;

/// The same, its margin, and how much lies between the margins.
const WIDTH: i64 = CHART_WIDTH;
const MARGIN: i64 = 60;
const INNER: i64 = WIDTH - 2 * MARGIN;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::charts::{Square, SquareLook};

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
}
