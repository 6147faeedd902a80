//! Numbers and e-mail addresses of persons in what is about to be published.
//!
//! Everything is gone through byte by byte for what may be one; only there a closer look is taken. A diagnostic names
//! the text of the notice that it comes from, and the output only if no text has it.

mod digits;
mod signs;
mod surroundings;

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::rules::{self, Find, Public};
use crate::say;
use crate::theme::OUTPUT;
use crate::value::RelPath;
use digits::digits;
use signs::{address_around, signs};
use surroundings::finds;

pub(super) use surroundings::with_surroundings;

/// The rules that a number or an address breaks by itself, without a word that says what it is. What needs one stands
/// in a text of the notice, where its rule sees it.
const SOUGHT: [&str; 4] = ["identity-card", "mobile-number", "bank-card", "private-email"];

/// What is looked for, and what may be published.
pub(super) struct Private<'a> {
    edition: &'a Edition,
    public: Public,
}

impl<'a> Private<'a> {
    /// Returns what may be published of an edition: what is stated under `contact`, what was accepted, and amounts.
    pub(super) fn of(edition: &'a Edition) -> Private<'a> {
        let accepted = Public::of(edition.notice.acceptances().map(|(_, _, accepted)| accepted.text.as_str()));
        let notice = &edition.notice;
        Private { edition, public: Public::of_notice(notice).and(accepted).and(Public::amounts(notice)) }
    }

    /// Looks at a part of an output, as it stands in the whole.
    pub(super) fn look(&self, path: &RelPath, text: &str, part: &Range<usize>) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = Vec::new();
        for place in self.places(&text[part.clone()]) {
            let place = part.start + place.start..part.start + place.end;
            let private = finds(text, &place).into_iter().filter(|find| SOUGHT.contains(&find.rule.name));
            found.extend(private.filter(|find| !self.public.has(find)).filter_map(|find| self.finding(path, &find)));
        }
        found
    }

    /// Returns where a closer look is worth it.
    fn places(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let numbers = digits(text.as_bytes()).filter(|place| {
            rules::may_be_number(&text[text.ceil_char_boundary(place.start)..text.ceil_char_boundary(place.end)])
        });
        // Every page has the address of the office.
        numbers.chain(signs(text.as_bytes()).filter(|sign| !self.public.has_email(address_around(text, sign))))
    }

    /// Returns a diagnostic for a find. None if a text of the notice has the very same: its rules know what stands
    /// around it there.
    fn finding(&self, path: &RelPath, find: &Find) -> Option<Diagnostic> {
        let value = &find.value;
        let attachments = self.edition.notice.files.iter();
        let attachment = attachments.clone().find(|file| file.as_str().strip_prefix("content/") == Some(path.as_str()));
        let place = match attachment {
            Some(file) => Some(Place::File(file.clone())),
            None => match rules::place_of_private_data(self.edition, value) {
                Some((_, true)) => return None,
                place => place.map(|(place, _)| place),
            },
        };
        let Some(place) = place else { return Some(of_theme(path, find)) };
        let message = say!(
            "这里的个人号码或邮箱会公布在 {path} 上：{value}",
            "private data from here would be published in {path}: {value}"
        );
        Some(Diagnostic::of(find.rule, place, message).help(say!("请删去", "remove it")))
    }
}

/// Returns the diagnostic for a find that no text of the notice has.
fn of_theme(path: &RelPath, find: &Find) -> Diagnostic {
    let value = &find.value;
    let message = match find.rule.name {
        "private-email" => say!(
            "页面上出现联系方式以外的邮箱 {value}",
            "e-mail address on a published page, outside the contact block: {value}"
        ),
        _ => say!("页面上出现个人号码 {value}", "personal number on a published page: {value}"),
    };
    Diagnostic::of(OUTPUT, Place::File(path.clone()), message).help(say!(
        "记录和正文里没有写成这样的；请检查相邻的数据拼在一起的地方，再检查外观的模板和用语",
        "no record or narrative has it in this form: check figures that are set side by side, then the theme's templates and messages"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        let places = digits(text.as_bytes()).chain(signs(text.as_bytes()));
        places.flat_map(|place| finds(text, &place)).map(|find| find.value).collect()
    }

    #[test]
    fn numbers_are_seen_in_text_and_attributes() {
        for (html, expected) in [
            ("<p>电话138 0013 8000。</p>", &["13800138000"][..]),
            ("<a href=\"tel:+8613800138000\">致电</a>", &["13800138000"]),
            ("<p>１３８００１３８０００</p>", &["13800138000"]),
            ("<p>138&nbsp;0013&nbsp;8000</p>", &["13800138000"]),
            ("<a href='mailto:zhang@mail.example'>x</a>", &["zhang@mail.example"]),
            ("<td>订单号</td><td>13800138000</td>", &[]),
            ("<p>2021-09-13 2021-12-31</p>", &[]),
            ("\"value\":13800138000,\"unit\":\"CNY\"", &["13800138000"]),
        ] {
            assert_eq!(values(html), expected, "{html}");
        }
    }
}
