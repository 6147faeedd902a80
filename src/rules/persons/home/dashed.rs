//! A block and a flat with dashes alone between them: 18-1701.

use super::chain::{AddressPart, Chain};
use crate::rules::persons::reading::Reading;

/// Returns a block and a flat with dashes alone between them, around the dash that ends at a place: 18-1701, A3-2-501. What counts something or
/// is a page, a lot or a year is none.
pub(super) fn dashed(reading: &Reading, place: usize, from: usize) -> Option<Chain> {
    const LONGEST: usize = 6;
    const FLOORS: u32 = 60;
    const FLATS: u32 = 30;
    let is_part = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-';
    let dash = place.checked_sub(1).filter(|at| reading.char(*at) == Some('-'))?;
    let (before, behind) = (&reading.chars[from.min(dash)..dash], &reading.chars[place..]);
    let start = dash - before.iter().rev().take(LONGEST).take_while(|c| is_part(**c)).count();
    let end = place + behind.iter().take(LONGEST + 2).take_while(|c| is_part(**c)).count();
    let is_apart = !reading.char_before(start).is_some_and(|c| c.is_ascii_alphanumeric() || "-.第".contains(c));
    let text = reading.text(start..end);
    let numbers: Vec<&str> = text.split('-').collect();
    let (flat, blocks) = numbers.split_last().filter(|(_, blocks)| (1..=2).contains(&blocks.len()))?;
    let is_block = |block: &&str| {
        let digits = block.trim_start_matches(|c: char| c.is_ascii_uppercase());
        block.len() - digits.len() < 2 && (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let number: u32 = flat.parse().ok().filter(|_| (3..=4).contains(&flat.len()))?;
    let is_flat = (1..=FLATS).contains(&(number % 100)) && (1..=FLOORS).contains(&(number / 100));
    let counts =
        reading.char(end).is_some_and(|c| "号页条年月日期个平亩项元万亿%层栋幢人次吨米台套件批章款案文".contains(c));
    let is_home = is_apart && is_flat && !counts && blocks.iter().all(is_block);
    let parts = vec![AddressPart::Block, AddressPart::Room];
    is_home.then_some(Chain { range: start..end, parts, is_bare: true })
}
