//! How to reach the office: telephone, address, e-mail, by the words before them.

use super::fold::{fold, original};
use super::lines::ManuscriptLine;
use crate::office::draft::Contact;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Telephone,
    Address,
    Email,
    Postcode,
    Fax,
    Box,
    Person,
    Hours,
}

/// Words before a way to reach the office; longer ones before those that they end with.
const WAYS: [(Way, &[&str]); 8] = [
    (Way::Telephone, &["联系电话", "监督电话", "举报电话", "咨询电话", "电话"]),
    (Way::Address, &["通信地址", "通讯地址", "联系地址", "邮寄地址", "来信地址", "地址"]),
    (Way::Email, &["电子邮箱", "电子邮件", "电子信箱", "邮箱", "E-mail", "Email"]),
    (Way::Postcode, &["邮政编码", "邮编"]),
    (Way::Fax, &["传真"]),
    (Way::Box, &["邮政信箱", "专用信箱"]),
    (Way::Person, &["联系人"]),
    (Way::Hours, &["受理时间", "工作时间"]),
];

/// Reads a paragraph; whether it tells how to reach the office.
pub(super) fn read(text: &str, contact: &mut Contact) -> bool {
    let folded = fold(text);
    let mut found = labels(&folded);
    found.sort_unstable_by_key(|(at, ..)| *at);
    let Some((first, ..)) = found.first().copied() else { return false };
    for (n, (_, end, way)) in found.iter().enumerate() {
        let limit = found.get(n + 1).map_or(folded.len(), |(at, ..)| *at);
        let value = original(text, &folded, *end..limit).trim();
        put(*way, value.trim_end_matches(['，', ',', '。', '；', ';', '、', '（', '(', '）', ')', ' ']), contact);
    }
    let before = original(text, &folded, 0..first).trim().trim_start_matches(['（', '(']);
    if !before.is_empty() {
        contact.invitation = Some(before.to_owned());
    }
    true
}

/// Whether a line invites readers to write or to call.
pub(super) fn invites(line: &ManuscriptLine) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| line.folded.contains(word));
    let is_plain = line.marker.is_none() && line.label.is_none() && line.text.chars().count() <= 120;
    is_plain && has(&["欢迎", "如有", "敬请"]) && has(&["监督", "意见", "反映", "举报"])
}

/// Where labels stand: their start, the place behind the colon, and what follows.
fn labels(folded: &str) -> Vec<(usize, usize, Way)> {
    let mut found: Vec<(usize, usize, Way)> = Vec::new();
    for (way, words) in WAYS {
        for word in words {
            for (at, _) in folded.match_indices(word) {
                let behind = folded[at + word.len()..].trim_start();
                let Some(rest) = behind.strip_prefix(':') else { continue };
                let end = folded.len() - rest.len();
                if !found.iter().any(|(_, other, _)| *other == end) {
                    found.push((at, end, way));
                }
            }
        }
    }
    found
}

fn put(way: Way, value: &str, contact: &mut Contact) {
    if value.is_empty() {
        return;
    }
    let owned = value.to_owned();
    match way {
        Way::Telephone => contact.telephones.extend(numbers(value)),
        Way::Fax => contact.fax.extend(numbers(value)),
        Way::Email => contact.emails.extend(
            value
                .split(['、', '，', ',', '；', ' '])
                .filter(|part| part.contains('@'))
                .map(|part| fold(part).trim().to_owned()),
        ),
        Way::Address => contact.address = Some(owned),
        Way::Postcode => contact.postcode = Some(fold(value).trim().to_owned()),
        Way::Box => contact.po_box = Some(owned),
        Way::Person => contact.persons.push(owned),
        Way::Hours => contact.hours = Some(owned),
    }
}

/// Telephone numbers, with a hyphen where a dash was set.
fn numbers(value: &str) -> Vec<String> {
    let parts =
        value.split(['、', '，', ',', '；', ';', '/']).map(|part| fold(part).replace(['—', '–', '－', '―'], "-"));
    parts.map(|part| part.trim().to_owned()).filter(|part| part.contains(|c: char| c.is_ascii_digit())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_read_from_a_sentence_and_from_lines() {
        let mut contact = Contact::default();
        assert!(read(
            "欢迎监督。联系电话：0000—1234567、7654321，通信地址：某市某路1号（邮编：000000），电子邮箱：a@example.gov.cn。",
            &mut contact
        ));
        assert_eq!(contact.telephones, ["0000-1234567", "7654321"]);
        assert_eq!(contact.address.as_deref(), Some("某市某路1号"));
        assert_eq!((contact.postcode.as_deref(), contact.emails.len()), (Some("000000"), 1));
        assert_eq!(contact.invitation.as_deref(), Some("欢迎监督。"));
        assert!(!read("打通联系群众的电话。", &mut contact));
        let mut contact = Contact::default();
        assert!(read("（联系人：县党政办，电话：0000-1234567）", &mut contact));
        assert_eq!((contact.telephones.len(), contact.invitation), (1, None));
        assert_eq!(contact.persons, ["县党政办"]);
    }
}
