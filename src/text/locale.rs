//! A language's own rules: how numbers, money, dates and rates are set, and the words of the pages.
//!
//! Takes a messages file of a theme; gives texts. A language is data: adding one needs a file, no Rust. Everything that
//! is set on a page, in a download or in a narrative goes through here, so a figure looks the same wherever it stands.

mod dates;
mod messages;
mod own;
mod plural;
mod unit;
mod wording;
mod wordmap;

use std::borrow::Cow;
use std::fmt::Write as _;

pub use messages::{
    Argument, Around, ClockWords, Direction, Messages, MessagesRecord, Numbers, Reading, Rules, placeholders,
};
pub use own::OwnUnit;
pub use unit::{UnitKind, UnitRule};
pub use wording::{Choice, Choices, NamedWords, Wording, Words, capitalised};
pub use wordmap::WordMap;

use crate::value::{Approximation, Basis, Count, Date, DatePart, Decimal, Lang, Rate};

/// Decimal places that a count may keep in front of a scale word: 35万 and 3281.93万, but 17302 stays 17302.
const COUNT_PLACES: u32 = 2;

/// What stands for no scale word at all.
const UNSCALED: &str = "none";

/// What stands between scale words of several languages.
const SEPARATORS: [char; 5] = [' ', ',', '，', '、', ';'];

/// How a number is shown: in full, or with a scale word for a power of ten.
enum NumberScale {
    Unscaled,
    In(u32, String),
}

/// A language with its rules and words.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// How numbers, dates and units are set.
    pub rules: Rules,
    /// The words of pages.
    pub messages: Messages,
    /// What scrutiny and what it found may be called.
    pub wording: Wording,
}

impl Locale {
    /// Puts the words of a notice where the messages say their names.
    pub fn speak(&mut self, words: &Words) {
        words.put_into(self.messages.tree_mut());
    }

    /// Returns a whole number with the language's separators: 1,232.
    pub fn number(&self, n: u64) -> String {
        self.decimal(Decimal::whole(i64::try_from(n).unwrap_or(i64::MAX)))
    }

    /// Returns a number with the language's separators, every digit kept.
    pub fn decimal(&self, n: Decimal) -> String {
        let text = n.to_string();
        let (sign, text) = text.strip_prefix('-').map_or(("", &*text), |rest| ("−", rest));
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let mut set = format!("{sign}{}", group(whole, &self.rules.numbers.group));
        if !fraction.is_empty() {
            set.push_str(&self.rules.numbers.point);
            set.push_str(fraction);
        }
        set
    }

    /// Returns a figure with its unit, on the language's own scale: 147.6万元, CNY 1.476 million. `None` if the language
    /// has no such unit.
    pub fn figure(&self, value: Decimal, unit: &str, approx: Option<Approximation>) -> Option<String> {
        self.figure_in(value, unit, approx, None)
    }

    /// Returns the same on a scale that its author asks for: one of the scale words of languages, or `none`.
    pub fn figure_in(
        &self,
        value: Decimal,
        unit: &str,
        approx: Option<Approximation>,
        shown_in: Option<&str>,
    ) -> Option<String> {
        let unit = self.rules.units.get(unit)?;
        let wanted = shown_in.and_then(|words| self.scale_of(words)).or_else(|| self.usual_scale(value, unit));
        let scaled = match wanted {
            _ if unit.plain => None,
            Some(NumberScale::Unscaled) => None,
            Some(NumberScale::In(power, word)) => Some(self.decimal(value.shifted_down(power)) + &word),
            None => self.scaled(value, if unit.scale { u32::MAX } else { COUNT_PLACES }),
        };
        let category = || self.rules.plural.category(&value.abs().to_string());
        let suffix = unit.behind(if scaled.is_some() { "many" } else { category() });
        let number = scaled.unwrap_or_else(|| self.decimal(value));
        let Some(pattern) = approx.and_then(|approx| self.rules.approximations.get(approx.word())) else {
            return Some([unit.prefix.as_str(), &number, suffix].concat());
        };
        Some(filled(pattern, &[("prefix", unit.prefix.as_str()), ("number", &number), ("suffix", suffix)]))
    }

    /// Returns the scale on which the notice shows amounts of money that reach it; `none` goes for every figure.
    fn usual_scale(&self, value: Decimal, unit: &UnitRule) -> Option<NumberScale> {
        let scale = self.scale_of(self.rules.shown_in.as_deref()?)?;
        let is_reached = match scale {
            NumberScale::Unscaled => true,
            NumberScale::In(power, _) => unit.scale && value.whole_digits() > power,
        };
        is_reached.then_some(scale)
    }

    /// Returns the first of some scale words that the language knows.
    fn scale_of(&self, words: &str) -> Option<NumberScale> {
        let Rules { numbers, reading, language, .. } = &self.rules;
        let known = |word: &str| {
            if word == UNSCALED {
                return Some(NumberScale::Unscaled);
            }
            let set = numbers.scales.iter().find(|scale| scale.word.trim() == word);
            let set = set.map(|scale| NumberScale::In(scale.power, scale.word.clone()));
            let blank = if language.east_asian { "" } else { " " };
            set.or_else(|| reading.scales.get(word).map(|power| NumberScale::In(*power, format!("{blank}{word}"))))
        };
        words.split(SEPARATORS).map(str::trim).find_map(known)
    }

    /// Returns those of some scale words that the language does not know.
    pub fn unknown_scales<'a>(&self, words: &'a str) -> impl Iterator<Item = &'a str> {
        words.split(SEPARATORS).filter(|word| !word.is_empty() && self.scale_of(word).is_none())
    }

    /// Returns the scale words of the language.
    pub fn scales(&self) -> impl Iterator<Item = &str> {
        self.rules.numbers.scales.iter().map(|scale| scale.word.trim())
    }

    /// Returns whether the language knows a unit by this code.
    pub fn has_unit(&self, code: &str) -> bool {
        self.rules.units.contains_key(code)
    }

    /// Returns the code of a unit as texts write it, and the power of ten of the scale word before it: CNY and 4 for
    /// 万元.
    pub fn unit_of(&self, written: &str) -> Option<(&str, u32)> {
        let Rules { reading, units, .. } = &self.rules;
        let by_suffix = || units.iter().find(|(_, unit)| !unit.suffix.is_empty() && unit.suffix.trim() == written);
        let code = reading.units.get(written).or_else(|| by_suffix().map(|(code, _)| code));
        if let Some(code) = code {
            return Some((code, 0));
        }
        let scale = |(word, power): (&String, &u32)| Some((written.strip_prefix(word.as_str())?.trim_start(), *power));
        let (rest, power) = reading.scales.iter().find_map(scale).filter(|(rest, _)| !rest.is_empty())?;
        self.unit_of(rest).map(|(code, more)| (code, more + power))
    }

    /// Returns the codes of all units.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        self.rules.units.keys().map(String::as_str)
    }

    /// Returns the number on the largest scale that it reaches, if at most `places` decimal places are left; none
    /// without a scale.
    fn scaled(&self, value: Decimal, places: u32) -> Option<String> {
        self.rules.numbers.scales.iter().filter(|scale| value.whole_digits() > scale.power).find_map(|scale| {
            let shifted = value.shifted_down(scale.power);
            (shifted.places() <= places.max(scale.places)).then(|| self.decimal(shifted) + &scale.word)
        })
    }

    /// Returns a date, as precise as it is: 2021年9月13日, September 2021, 2021年第四季度; as records write it where the
    /// language has no words for it.
    pub fn date(&self, date: Date) -> String {
        let dates = &self.rules.dates;
        let number = |n: u8| Some(n.to_string());
        let month = |n: u8| named(&dates.months, n).or_else(|| number(n));
        let (pattern, month, rest) = match date.part() {
            DatePart::Year => (Some(&dates.year), None, number(0)),
            DatePart::Half(n) => (dates.half.as_ref(), None, named(&dates.halves, n)),
            DatePart::Quarter(n) => (dates.quarter.as_ref(), None, named(&dates.quarters, n)),
            DatePart::Month(n) => (Some(&dates.month), month(n), number(0)),
            DatePart::Third(of, n) => (dates.third.as_ref(), month(of), named(&dates.thirds, n)),
            DatePart::Day(of, n) => (Some(&dates.day), month(of), number(n)),
        };
        let Some((pattern, rest)) = pattern.zip(rest) else { return date.to_string() };
        let (year, month) = (date.year().to_string(), month.unwrap_or_default());
        filled(pattern, &[("year", year.as_str()), ("month", &month), ("day", &rest), ("part", &rest)])
    }

    /// Returns a number of issues by their status, and after it what it rests on if the issuer does not state all of
    /// it: 41（推定）.
    pub fn count(&self, count: Count) -> String {
        self.number(count.n) + &self.basis(count)
    }

    /// Returns a rate in per cent with one decimal place, and after it what it rests on; a dash where there is none.
    pub fn rate(&self, rate: Option<Rate>) -> String {
        match rate {
            None => self.rules.numbers.none.clone(),
            Some(rate) => self.percent(rate) + &self.basis_of_rate(rate),
        }
    }

    /// Returns a rate without what it rests on, for callers that set that beside it.
    pub fn percent(&self, rate: Rate) -> String {
        self.rules.numbers.percent.replace("{number}", &self.decimal(rate.percent()))
    }

    /// Returns what stands after a number of issues: nothing if the issuer states all of their statuses, else how many
    /// it does not.
    pub fn basis(&self, count: Count) -> String {
        self.mark(count.basis(), "basis.some", count.inferred)
    }

    /// Returns what stands after a rate.
    pub fn basis_of_rate(&self, rate: Rate) -> String {
        self.mark(rate.basis(), "basis.partly", rate.whole.inferred)
    }

    /// Returns the same in few words, for the cell of a table.
    pub fn basis_in_cell(&self, count: Count) -> String {
        self.mark(count.basis(), "basis.cell", count.inferred)
    }

    fn mark(&self, basis: Basis, partly: &str, inferred: u64) -> String {
        match basis {
            Basis::Stated => String::new(),
            Basis::Inferred => self.text("basis.mark"),
            Basis::Partly => self.say(partly, &[("n", Argument::Count(inferred))]),
        }
    }

    /// Returns a message with its arguments. A key that does not exist yields itself, and a place that no argument fills
    /// yields both, so that nothing of that is published: finished pages are looked through for these brackets.
    pub fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let Some(message) = self.messages.find(key) else { return format!("⟦{key}⟧") };
        let set = message.set(self, arguments);
        // Patterns are asked for without arguments, and filled later.
        let may_lack = !arguments.is_empty() && set.contains('{');
        match may_lack.then(|| message.unfilled(self, arguments)).flatten() {
            Some(place) => format!("⟦{key} {{{place}}}⟧"),
            None => set,
        }
    }

    /// Returns a place of a message that no argument fills, if there is one.
    pub fn unfilled(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        self.messages.find(key)?.unfilled(self, arguments)
    }

    /// Returns a message without arguments.
    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// Returns a message that takes no arguments and has no plural, as it is written; nothing where there is none.
    pub fn word(&self, key: &str) -> &str {
        self.messages.find(key).map_or("", |message| message.as_written())
    }

    /// Returns a word of the notice with the parts that it names in curly brackets.
    pub fn fill(&self, pattern: &str, parts: &[(&str, String)]) -> String {
        filled(pattern, parts)
    }

    /// Returns the n-th ordinal of the document's numbering: 一、 for parts, （一） for sections.
    pub fn ordinal(&self, n: u64, pattern: &str) -> String {
        filled(pattern, &[("n", n.to_string()), ("number", n.to_string()), ("han", han(n))])
    }

    /// Returns the same for what has a label of its own: （A）.
    pub fn labelled(&self, label: &str, pattern: &str) -> String {
        filled(pattern, &["n", "number", "han"].map(|name| (name, label)))
    }
}

/// Returns a pattern with the parts that it names in curly brackets. What a part holds is not looked at again.
fn filled<T: AsRef<str>>(pattern: &str, parts: &[(&str, T)]) -> String {
    filled_by(pattern, |name| parts.iter().find(|(known, _)| *known == name).map(|(_, part)| part.as_ref().into()))
}

/// Returns the same with parts that are made as they are met; what is no part stays as it is.
fn filled_by<'a>(pattern: &str, part: impl Fn(&str) -> Option<Cow<'a, str>>) -> String {
    let mut set = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        set.push_str(before);
        match after.split_once('}').and_then(|(name, after)| Some((part(name)?, after))) {
            Some((part, after)) => {
                set.push_str(&part);
                rest = after;
            }
            None => {
                set.push('{');
                rest = after;
            }
        }
    }
    set.push_str(rest);
    set
}

/// Returns the n-th of some names, from 1.
fn named(names: &[String], n: u8) -> Option<String> {
    names.get(usize::from(n).checked_sub(1)?).cloned()
}

/// Returns digits in groups of three.
fn group(digits: &str, separator: &str) -> String {
    if separator.is_empty() || digits.len() < 4 {
        return digits.to_owned();
    }
    let first = match digits.len() % 3 {
        0 => 3,
        rest => rest,
    };
    let mut set = digits[..first].to_owned();
    for at in (first..digits.len()).step_by(3) {
        let _ = write!(set, "{separator}{}", &digits[at..at + 3]);
    }
    set
}

/// Returns Chinese numerals up to 9999, as official numbering writes them: 十二, 二十, 一百零五.
fn han(n: u64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u64| DIGITS[usize::try_from(n % 10).unwrap_or(0)];
    match n {
        0..=9 => digit(n).to_owned(),
        10..=19 => format!("十{}", if n == 10 { String::new() } else { han(n - 10) }),
        20..=99 => format!("{}十{}", digit(n / 10), if n.is_multiple_of(10) { "" } else { digit(n) }),
        100..=999 => format!("{}百{}", digit(n / 100), rest(n % 100, 10)),
        1000..=9999 => format!("{}千{}", digit(n / 1000), rest(n % 1000, 100)),
        _ => n.to_string(),
    }
}

/// Returns what follows a hundred or a thousand: nothing, a number, or a number after 零.
fn rest(n: u64, without_zero: u64) -> String {
    match n {
        0 => String::new(),
        n if n < without_zero => format!("零{}", han(n)),
        10..=19 => format!("一{}", han(n)),
        n => han(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The built-in languages, read as the theme reads them.
    pub(super) fn locale(code: &str) -> Locale {
        let text = match code {
            "zh" => include_str!("../../themes/bulletin/messages/zh.yaml"),
            _ => include_str!("../../themes/bulletin/messages/en.yaml"),
        };
        let file: messages::MessagesRecord = serde_yaml::from_str(text).expect("the built-in messages can be read");
        let mut locale = file.into_locale(Lang::new(code));
        locale.speak(&locale.wording.words(&Choices::default()));
        locale
    }

    #[test]
    fn figures_on_each_languages_scale() {
        let (zh, en) = (locale("zh"), locale("en"));
        for (value, unit, in_zh, in_en) in [
            ("1476000", "CNY", "147.6万元", "CNY 1.476 million"),
            ("12398000", "CNY", "1239.8万元", "CNY 12.398 million"),
            ("2705099.8", "CNY", "270.50998万元", "CNY 2.7050998 million"),
            ("169200000000", "CNY", "1692亿元", "CNY 169.2 billion"),
            ("507500", "CNY", "50.75万元", "CNY 507,500"),
            ("900", "CNY", "900元", "CNY 900"),
            ("100000", "CNY", "10万元", "CNY 100,000"),
            ("350000", "person-time", "35万人次", "350,000"),
            ("32819300", "person-time", "3281.93万人次", "32.8193 million"),
            ("44971", "person-time", "44971人次", "44,971"),
            ("74.137", "km", "74.137公里", "74.137 km"),
            ("839.3625", "mu", "839.3625亩", "839.3625 mu"),
            ("3284", "mu", "3284亩", "3,284 mu"),
            ("98.92", "percent", "98.92%", "98.92%"),
            ("27.7", "percentage-points", "27.7个百分点", "27.7 percentage points"),
            ("1", "hour", "1小时", "1 hour"),
            ("120", "hour", "120小时", "120 hours"),
            ("15", "piece", "15个", "15"),
        ] {
            let value = value.parse().expect("a number");
            assert_eq!(zh.figure(value, unit, None).as_deref(), Some(in_zh));
            assert_eq!(en.figure(value, unit, None).as_deref(), Some(in_en));
        }
        assert_eq!(zh.figure(Decimal::whole(1), "bushel", None), None);
    }

    #[test]
    fn figures_on_the_scale_that_is_asked_for() {
        let (zh, en) = (locale("zh"), locale("en"));
        for (value, unit, shown_in, in_zh, in_en) in [
            ("2510235400", "CNY", "万", "251023.54万元", "CNY 2.5102354 billion"),
            ("64337546", "USD", "none", "64337546美元", "USD 64,337,546"),
            ("64337546", "USD", "million", "6433.7546万美元", "USD 64.337546 million"),
            ("64337546", "USD", "万, none", "6433.7546万美元", "USD 64,337,546"),
            ("64337546", "USD", "亿、thousand", "0.64337546亿美元", "USD 64,337.546 thousand"),
            ("44971", "person-time", "万", "4.4971万人次", "44,971"),
            ("98.92", "percent", "万", "98.92%", "98.92%"),
        ] {
            let value = value.parse().expect("a number");
            assert_eq!(zh.figure_in(value, unit, None, Some(shown_in)).as_deref(), Some(in_zh));
            assert_eq!(en.figure_in(value, unit, None, Some(shown_in)).as_deref(), Some(in_en));
        }
        let mut zh = zh;
        zh.rules.shown_in = Some("万".to_owned());
        for (value, unit, shown) in
            [("2510235400", "CNY", "251023.54万元"), ("900", "CNY", "900元"), ("44971", "person-time", "44971人次")]
        {
            assert_eq!(zh.figure(value.parse().expect("a number"), unit, None).as_deref(), Some(shown));
        }
        assert_eq!(zh.unknown_scales("万, none、lakh").collect::<Vec<_>>(), ["lakh"]);
    }

    #[test]
    fn currencies_of_all_the_world() {
        let [mut zh, mut en] = ["zh", "en"].map(locale);
        for locale in [&mut zh, &mut en] {
            locale.rules.take_currency("XAF");
        }
        let value = Decimal::whole(120_000_000);
        for (unit, in_zh, in_en) in [
            ("HKD", "1.2亿港元", "HKD 120 million"),
            ("SGD", "1.2亿新加坡元", "SGD 120 million"),
            ("INR", "1.2亿印度卢比", "INR 120 million"),
            ("XAF", "XAF 1.2亿", "XAF 120 million"),
        ] {
            let shown = [&zh, &en].map(|locale| locale.figure(value, unit, None).unwrap_or_default());
            assert_eq!(shown, [in_zh, in_en]);
        }
    }

    #[test]
    fn figures_that_are_not_exact() {
        let (zh, en) = (locale("zh"), locale("en"));
        for (approx, in_zh, in_en) in [
            (Approximation::Over, "8500余场", "over 8,500"),
            (Approximation::Nearly, "近8500场", "nearly 8,500"),
            (Approximation::About, "约8500场", "about 8,500"),
        ] {
            let value = Decimal::whole(8500);
            assert_eq!(zh.figure(value, "session", Some(approx)).as_deref(), Some(in_zh));
            assert_eq!(en.figure(value, "session", Some(approx)).as_deref(), Some(in_en));
        }
        assert_eq!(zh.figure(Decimal::whole(20000), "piece", Some(Approximation::Over)).as_deref(), Some("2万余个"));
    }

    #[test]
    fn dates_and_rates() {
        let (zh, en) = (locale("zh"), locale("en"));
        for (date, in_zh, in_en) in [
            ("2021-09-13", "2021年9月13日", "13 September 2021"),
            ("2021-12", "2021年12月", "December 2021"),
            ("2021", "2021年", "2021"),
            ("2024-Q2", "2024年第二季度", "the second quarter of 2024"),
            ("2024-H1", "2024年上半年", "the first half of 2024"),
            ("2022-10-early", "2022年10月上旬", "early October 2022"),
            ("2022-10-mid", "2022年10月中旬", "mid-October 2022"),
            ("2022-10-late", "2022年10月下旬", "late October 2022"),
        ] {
            let date = date.parse().expect("a date");
            assert_eq!((zh.date(date).as_str(), en.date(date).as_str()), (in_zh, in_en));
        }
        let rate = Rate::of(Count::of_all(41), Count::of_all(49));
        assert_eq!((zh.rate(rate).as_str(), en.rate(None).as_str()), ("83.7%", "—"));
    }

    #[test]
    fn what_is_inferred_says_so_beside_its_number() {
        let (zh, en) = (locale("zh"), locale("en"));
        for (n, inferred, in_zh, in_en) in [
            (41, 0, "41", "41"),
            (41, 41, "41（推定）", "41 (inferred)"),
            (41, 1, "41（其中1个为推定）", "41 (1 of them inferred)"),
        ] {
            let count = Count { n, inferred };
            assert_eq!((zh.count(count).as_str(), en.count(count).as_str()), (in_zh, in_en));
        }
        for (part, whole, in_zh, in_en) in [
            ((41, 41), (49, 41), "83.7%（推定）", "83.7% (inferred)"),
            ((41, 1), (49, 1), "83.7%（部分推定）", "83.7% (partly inferred)"),
        ] {
            let [part, whole] = [part, whole].map(|(n, inferred)| Count { n, inferred });
            let rate = Rate::of(part, whole);
            assert_eq!((zh.rate(rate).as_str(), en.rate(rate).as_str()), (in_zh, in_en));
        }
    }

    #[test]
    fn verbs_agree_with_their_own_number() {
        let en = locale("en");
        let clause = |key: &str, n| en.say(key, &[("n", Argument::Issues(Count::of_all(n)))]);
        for (n, left, late, expected) in [
            (1, 1, 1, "1 issue, 1 not yet fully completed; 1 is overdue"),
            (3, 2, 1, "3 issues, 2 not yet fully completed; 1 is overdue"),
            (49, 8, 2, "49 issues, 8 not yet fully completed; 2 are overdue"),
        ] {
            let said = [("finding.whole", n), ("finding.left", left), ("finding.late", late)];
            assert_eq!(said.map(|(key, n)| clause(key, n)).concat(), expected);
        }
    }

    /// A message may say where the basis of a number goes; one that forgets it has it after the number.
    #[test]
    fn no_message_forgets_what_is_inferred() {
        let en = locale("en");
        let say = |text: &str, n: u64, inferred: u64| {
            let message = serde_json::json!({ "one": text, "other": text });
            let Locale { lang, rules, wording, .. } = locale("en");
            let root = serde_json::json!({ "basis": en.messages.tree()["basis"], "m": message });
            let file = Locale { lang, rules, messages: Messages::of(root), wording };
            file.say("m", &[("n", Argument::Issues(Count { n, inferred }))])
        };
        assert_eq!(say("{n} are done.", 8, 0), "8 are done.");
        assert_eq!(say("{n} are done.", 8, 8), "8 (inferred) are done.");
        assert_eq!(say("{n} are done{n_basis}.", 8, 8), "8 are done (inferred).");
        assert_eq!(say("{n} are done{n_basis}.", 8, 0), "8 are done.");
        assert_eq!(say("{n} are done{n_basis}.", 8, 3), "8 are done (3 of them inferred).");
    }

    #[test]
    fn official_numerals() {
        for (n, text) in [
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (49, "四十九"),
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1005, "一千零五"),
            (1110, "一千一百一十"),
        ] {
            assert_eq!(han(n), text);
        }
    }
}
