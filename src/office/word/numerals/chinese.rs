//! Numbers in Chinese: digit by digit, or with the words for ten, hundred and thousand.

pub(super) const CHINESE: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
pub(super) const LEGAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
pub(super) const FULL_WIDTH: [&str; 10] = ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"];
pub(super) const PLACES: [&str; 4] = ["", "十", "百", "千"];
pub(super) const LEGAL_PLACES: [&str; 4] = ["", "拾", "佰", "仟"];

/// Every digit by itself: 一〇.
pub(super) fn digits(number: u32, digits: &[&str; 10]) -> String {
    number.to_string().chars().filter_map(|c| digits.get(c.to_digit(10)? as usize).copied()).collect()
}

/// With the words for ten, hundred and thousand: 十一, 一百零一.
pub(super) fn counted(number: u32, digits: &[&str; 10], places: &[&str; 4]) -> String {
    if number == 0 || number > 9999 {
        return self::digits(number, digits);
    }
    let mut written = String::new();
    let mut has_gap = false;
    for (power, place) in (0..4).rev().zip(places.iter().rev()) {
        match number / 10_u32.pow(power) % 10 {
            0 => has_gap = !written.is_empty(),
            1 if power == 1 && written.is_empty() && digits == &CHINESE => written += place,
            digit => {
                written += if std::mem::take(&mut has_gap) { "零" } else { "" };
                written += digits.get(digit as usize).copied().unwrap_or_default();
                written += place;
            }
        }
    }
    written
}
