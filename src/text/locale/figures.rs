//! Figures with their units, each on the scale that its language, the notice or its author wants.

use super::numbers::NumberScale;
use super::patterns::filled;
use super::{Locale, Rules, UnitRule};
use crate::value::{Approximation, Decimal};

/// Decimal places that a count may keep in front of a scale word: 35万 and 3281.93万, but 17302 stays 17302.
const COUNT_PLACES: u32 = 2;

impl Locale {
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

    /// Returns whether the language knows a unit by this code.
    pub fn has_unit(&self, code: &str) -> bool {
        self.rules.units.contains_key(code)
    }

    /// Returns the codes of all units.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        self.rules.units.keys().map(String::as_str)
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::locale::tests::locale;

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
}
