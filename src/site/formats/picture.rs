//! Pictures made at build: the crest as icons for browsers and telephones, and the cards that go with a shared link. Nothing in them needs a font:
//! digits are strokes of our own, and issues are squares.
//!
//! A card is drawn for each kind of page that says something of its own. There is one for the notice, for each section, for each status and, as
//! long as there are few, for each issue; every other page goes with that of the notice.

mod card;
mod icons;

use crate::notice::edition::Edition;
use crate::notice::{IssueId, SectionId, StatusId};
use crate::site::PageKind;
use crate::site::parts::Parts;
use crate::value::Lang;
use card::draw;
pub(super) use icons::{favicon, touch_icon};

/// How wide and how high a card is.
pub const CARD_SIZE: [usize; 2] = [1200, 630];

/// The most issues of a notice each of which has a card; where there are more, they go with the card of their section.
const OWN_CARDS: usize = 200;

/// What a card is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Card {
    Notice,
    Section(SectionId),
    Status(StatusId),
    Issue(IssueId),
}

/// Returns the path of the card that goes with a page.
pub fn card_of(edition: &Edition, page: PageKind) -> String {
    path(edition, card_for(edition, page))
}

fn card_for(edition: &Edition, page: PageKind) -> Card {
    let notice = &edition.notice;
    match page {
        PageKind::Section(section) => Card::Section(section),
        PageKind::Status(status) => Card::Status(status),
        PageKind::Issue(issue) if notice.issues.len() <= OWN_CARDS => Card::Issue(issue),
        PageKind::Issue(issue) => notice.issue(issue).group.section.map_or(Card::Notice, Card::Section),
        _ => Card::Notice,
    }
}

fn path(edition: &Edition, card: Card) -> String {
    let notice = &edition.notice;
    match card {
        Card::Notice => "card.png".to_owned(),
        Card::Section(section) => format!("cards/section-{}.png", notice.section(section).slug),
        Card::Status(status) => format!("cards/status-{}.png", notice.status(status).id),
        Card::Issue(issue) => format!("cards/issue-{}.png", notice.issue(issue).key.page(notice.number_width)),
    }
}

/// Every card, that of the notice first.
fn cards(edition: &Edition) -> Vec<Card> {
    let notice = &edition.notice;
    let statuses = notice.statuses().filter(|status| edition.statistics.all.of(*status).n > 0);
    let issues = notice.issue_ids().filter(|_| notice.issues.len() <= OWN_CARDS);
    let own = notice.section_ids().map(Card::Section).chain(statuses.map(|status| Card::Status(status.id)));
    std::iter::once(Card::Notice).chain(own).chain(issues.map(Card::Issue)).collect()
}

/// Returns the paths of all cards.
pub(super) fn card_files(edition: &Edition) -> Vec<String> {
    cards(edition).into_iter().map(|card| path(edition, card)).collect()
}

/// Returns a card by its number among all.
pub(super) fn card(edition: &Edition, lang: Lang, number: usize) -> Vec<u8> {
    let card = cards(edition).get(number).copied().unwrap_or(Card::Notice);
    draw(&Parts { edition, locale: edition.theme.locale(lang) }, card).png(&[])
}
