//! What templates can say beyond Tera's own: numbers, dates, rates and messages by the rules of the language, and finished HTML.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::text::locale::{Argument, Locale};
use crate::theme::Theme;
use crate::value::{Date, Rate};

/// Gives a set of templates the filters and functions of its language.
pub(super) fn register(tera: &mut Tera, locale: &Locale, theme: &Theme) {
    let locale = Arc::new(locale.clone());
    let assets: Arc<BTreeMap<String, String>> =
        Arc::new(theme.assets.iter().map(|(name, asset)| (name.clone(), asset.path.to_string())).collect());

    // {{ view.narrative | html }}: sets what gongkai has made as HTML, and refuses anything else.
    tera.register_filter("html", |value: Value, _: Kwargs, _: &State| html(&value));

    // {{ tally.total | number }}: 1,232.
    let rules = locale.clone();
    tera.register_filter("number", move |n: u64, _: Kwargs, _: &State| rules.number(n));

    // {{ issue.due | date }}: 2021年12月.
    let rules = locale.clone();
    tera.register_filter("date", move |text: &str, _: Kwargs, _: &State| date(&rules, text));

    // {{ issue.due | last_day }}: 2021-12-31, for machines.
    tera.register_filter("last_day", |text: &str, _: Kwargs, _: &State| {
        parsed(text).map(|date| date.last_day().to_string())
    });

    // {{ tally.rate | rate }}: 83.7%, or a dash for the rate of nothing.
    let rules = locale.clone();
    tera.register_filter("rate", move |value: Value, _: Kwargs, _: &State| rate(&rules, &value));

    // {{ count.start | percent }}: 836 of 1,000 is 83.6%, for charts.
    tera.register_filter("percent", |of_1000: u64, _: Kwargs, _: &State| percent(of_1000));

    // {{ say(key="outstanding.count", n=8) }}: a message with its arguments.
    let rules = locale.clone();
    tera.register_function("say", move |arguments: Kwargs, _: &State| say(&rules, &arguments));

    // {{ asset(name="style.css") }}: the published name, from the root of the site.
    tera.register_function("asset", move |arguments: Kwargs, _: &State| asset(&assets, &arguments));
}

fn html(value: &Value) -> TeraResult<Value> {
    let html = value.get_from_path("html").and_then(Value::as_str);
    html.map(Value::safe_string)
        .ok_or_else(|| Error::message("the filter `html` takes only HTML that gongkai has made"))
}

fn parsed(text: &str) -> TeraResult<Date> {
    text.parse().map_err(|_| Error::message(format!("`{text}` is not a date")))
}

fn date(locale: &Locale, text: &str) -> TeraResult<String> {
    parsed(text).map(|date| locale.date(date))
}

/// A length of 1,000 as a length of style: no floating point is published.
fn percent(of_1000: u64) -> String {
    format!("{}.{}%", of_1000 / 10, of_1000 % 10)
}

fn rate(locale: &Locale, value: &Value) -> TeraResult<String> {
    if value.is_none() {
        return Ok(locale.rate(None));
    }
    let count = |key: &str| value.get_from_path(key).and_then(Value::as_u64);
    match (count("part"), count("whole")) {
        (Some(part), Some(whole)) => Ok(locale.rate(Rate::of(part, whole))),
        _ => Err(Error::message("the filter `rate` takes only rates")),
    }
}

fn say(locale: &Locale, arguments: &Kwargs) -> TeraResult<String> {
    let key = arguments.must_get::<&str>("key")?;
    let texts: Vec<(String, Value)> = arguments
        .iter()
        .filter(|(name, _)| name.as_str() != Some("key"))
        .map(|(name, value)| (name.to_string(), value.clone()))
        .collect();
    let set = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let owned: Vec<(&str, Option<u64>, String)> =
        texts.iter().map(|(name, value)| (name.as_str(), value.as_u64(), set(value))).collect();
    let arguments: Vec<(&str, Argument<'_>)> =
        owned.iter().map(|(name, count, text)| (*name, count.map_or(Argument::Text(text), Argument::Count))).collect();
    match locale.messages.has(key) {
        true => Ok(locale.say(key, &arguments)),
        false => Err(Error::message(format!("there is no message `{key}`"))),
    }
}

fn asset(assets: &BTreeMap<String, String>, arguments: &Kwargs) -> TeraResult<String> {
    let name = arguments.must_get::<&str>("name")?;
    assets.get(name).cloned().ok_or_else(|| Error::message(format!("there is no file `{name}` in the theme's static/")))
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn lengths_have_one_decimal() {
        assert_eq!([0, 5, 836, 1000].map(percent), ["0.0%", "0.5%", "83.6%", "100.0%"]);
    }
}
