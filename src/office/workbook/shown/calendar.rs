//! The calendar by which Excel counts days.

/// Returns the year, month and day so many days after 30 December 1899.
pub(super) fn civil(days: u64) -> Option<(u64, u64, u64)> {
    const LAST: u64 = 2_958_465;
    let is_leap = |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let mut rest = days.checked_sub(2).filter(|_| days <= LAST)?;
    let mut year = 1900;
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if rest < length {
            break;
        }
        (rest, year) = (rest - length, year + 1);
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (at, length) in (1..).zip(months) {
        if rest < length {
            return Some((year, at, rest + 1));
        }
        rest -= length;
    }
    None
}
