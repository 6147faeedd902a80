//! What is drawn on a card: the crest, a number, and every issue as a square.

use super::{CARD_SIZE, Card};
use crate::notice::IssueId;
use crate::site::charts::square;
use crate::site::drawing::{AMBER, Colour, Drawing, DrawnWords, GREEN, GREY, INK, LINE, RED, Shape};
use crate::site::parts::Parts;
use crate::site::wall::look;

/// Draws a card: the crest, a number that says what it is of, and every issue as a square; those that it is not of are empty.
pub(super) fn draw(parts: &Parts<'_>, card: Card) -> Drawing {
    let [width, height] = CARD_SIZE.map(|n| i64::try_from(n).unwrap_or(0));
    let mut drawing = Drawing::new(width, height);
    drawing.draw(Shape::Fill([0, 0, width, 12], RED));
    drawing.draw(Shape::Crest([80, 76], 128));
    let (number, of, colour) = said(parts, card);
    let end = digits(&mut drawing, 248, &number, colour);
    digits(&mut drawing, end, &of, GREY);
    wall(&mut drawing, parts, card, [80, 264, width - 160, height - 264 - 56]);
    drawing
}

/// What a card says: a number with its colour, and of how many.
fn said(parts: &Parts<'_>, card: Card) -> (String, String, Colour) {
    let (notice, statistics) = (parts.notice(), &parts.edition.statistics);
    let left = |left: u64, all: u64| (left.to_string(), format!("/{all}"), if left > 0 { AMBER } else { GREEN });
    match card {
        Card::Notice => left(statistics.all.outstanding().n, statistics.all.total()),
        Card::Section(section) => {
            let tally = statistics.of_section(section);
            left(tally.outstanding().n, tally.total())
        }
        Card::Status(id) => {
            let status = notice.statuses().find(|status| status.id == id);
            let n = status.map_or(0, |status| statistics.all.of(status).n);
            (n.to_string(), format!("/{}", statistics.all.total()), INK)
        }
        Card::Issue(id) => (notice.issue(id).label(parts.locale.lang), String::new(), INK),
    }
}

/// Writes a number beside the crest; returns where more of it would stand. A label that cannot be drawn is left out.
fn digits(drawing: &mut Drawing, left: i64, text: &str, colour: Colour) -> i64 {
    const SIZE: i64 = 160;
    let words = DrawnWords::new([left, 196], SIZE, colour, text).bold();
    let wide = words.width();
    drawing.say(words);
    left + wide + SIZE / 5
}

/// Draws a square for each issue, as large as the room allows; of very many, one of several.
fn wall(drawing: &mut Drawing, parts: &Parts<'_>, card: Card, [left, top, width, height]: [i64; 4]) {
    const SIDES: [i64; 9] = [76, 60, 48, 36, 28, 20, 14, 9, 5];
    let issues = &parts.notice().issues;
    let gap = |side: i64| (side / 8).max(1);
    let columns = |side: i64| (width + gap(side)) / (side + gap(side));
    let room = |side: i64| usize::try_from(columns(side) * ((height + gap(side)) / (side + gap(side)))).unwrap_or(1);
    let side = SIDES.into_iter().find(|side| room(*side) >= issues.len()).unwrap_or(5);
    let step = issues.len().div_ceil(room(side)).max(1);
    for (n, id) in (0..).zip(parts.notice().issue_ids().step_by(step)) {
        let place = |n: i64, start: i64| start + n * (side + gap(side));
        let area = [place(n % columns(side), left), place(n / columns(side), top), side, side];
        if is_of(parts, card, id) {
            square(drawing, area, look(parts, parts.notice().issue(id)));
            if card == Card::Issue(id) {
                let wide = (side / 10).max(2);
                drawing.frame(
                    [area[0] - wide - 2, area[1] - wide - 2, side + 2 * wide + 4, side + 2 * wide + 4],
                    wide,
                    INK,
                );
            }
        } else {
            drawing.frame(area, (side / 20).max(1), LINE);
        }
    }
}

/// Whether a card is of an issue: that of an issue shows all of them as they look.
fn is_of(parts: &Parts<'_>, card: Card, id: IssueId) -> bool {
    let issue = parts.notice().issue(id);
    match card {
        Card::Notice | Card::Issue(_) => true,
        Card::Section(section) => issue.group.section == Some(section),
        Card::Status(status) => issue.status.id == status,
    }
}
