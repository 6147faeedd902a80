//! What templates can say beyond Tera's own: numbers, dates, rates and messages by the rules of the language, and finished HTML.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::text::locale::{Argument, Locale, capitalised};
use crate::theme::Theme;
use crate::value::{Count, Date, Lang, Rate};

/// A language of a theme, for filters that outlive the edition: the theme is shared, not copied.
#[derive(Clone)]
struct OfLanguage {
    theme: Arc<Theme>,
    lang: Lang,
}

impl OfLanguage {
    fn locale(&self) -> &Locale {
        self.theme.locale(self.lang)
    }
}

/// Gives a set of templates the filters and functions of its language.
pub(super) fn register(tera: &mut Tera, theme: &Arc<Theme>, lang: Lang) {
    let of = OfLanguage { theme: theme.clone(), lang };
    let assets: Arc<BTreeMap<String, String>> =
        Arc::new(theme.assets.iter().map(|(name, asset)| (name.clone(), asset.path.to_string())).collect());

    // {{ view.narrative | html }}: sets what gongkai has made as HTML, and refuses anything else.
    tera.register_filter("html", |value: Value, _: Kwargs, _: &State| html(&value));

    // {{ tally.total | number }}: 1,232. {{ tally.completed | number }}: 41 (inferred).
    let of_language = of.clone();
    tera.register_filter("number", move |value: Value, _: Kwargs, _: &State| number(of_language.locale(), &value));

    // {{ tally.completed | bare }}, {{ tally.rate | bare }}: 41, 83.7%; only where the basis stands beside it.
    let of_language = of.clone();
    tera.register_filter("bare", move |value: Value, _: Kwargs, _: &State| bare(of_language.locale(), &value));

    // {{ tally.completed | basis }}: nothing if all of it is stated, else what is inferred of it; in few words with `in_cell=true`.
    let of_language = of.clone();
    tera.register_filter("basis", move |value: Value, words: Kwargs, _: &State| {
        basis(of_language.locale(), &value, &words)
    });

    // {{ issue.due | date }}: 2021年12月.
    let of_language = of.clone();
    tera.register_filter("date", move |text: &str, _: Kwargs, _: &State| date(of_language.locale(), text));

    // {{ view.result | with_dates }}: a text of the office in which no line parts a date.
    let of_language = of.clone();
    tera.register_filter("with_dates", move |text: &str, _: Kwargs, state: &State| {
        with_dates(of_language.locale(), text, state)
    });

    // {{ issue.due | last_day }}: 2021-12-31, for machines.
    tera.register_filter("last_day", |text: &str, _: Kwargs, _: &State| {
        parsed(text).map(|date| date.last_day().to_string())
    });

    // {{ issue.due_text | capitalised }}: The second quarter of 2026, where it stands for itself.
    tera.register_filter("capitalised", |text: &str, _: Kwargs, _: &State| capitalised(text));

    // {{ telephone | tel }}: 010-00000000, the number without the words beside it; nothing where there is none.
    tera.register_filter("tel", |text: &str, _: Kwargs, _: &State| tel(text));

    // {{ tally.rate | rate }}: 83.7% (inferred), or a dash where there is no rate.
    let of_language = of.clone();
    tera.register_filter("rate", move |value: Value, _: Kwargs, _: &State| rate(of_language.locale(), &value));

    // {{ count.start | percent }}: 836 of 1,000 is 83.6%, for charts.
    tera.register_filter("percent", |of_1000: u64, _: Kwargs, _: &State| percent(of_1000));

    // {{ say(key="outstanding.count", n=8) }}: a message with its arguments.
    let of_language = of.clone();
    tera.register_function("say", move |arguments: Kwargs, _: &State| say(of_language.locale(), &arguments));

    // {{ dated(key="issue.overdue", n=92, date=site.as_of | date) }}: a message with a date that no line breaks in two.
    let of_language = of.clone();
    tera.register_function("dated", move |arguments: Kwargs, state: &State| {
        dated(of_language.locale(), &arguments, state)
    });

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

/// The first number in a text, its groups of digits joined by hyphens, as links have it.
fn tel(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_digit() || "+-() .".contains(c);
    let starts = |c: char| c.is_ascii_digit() || c == '+' || c == '(';
    let number = text.find(starts).map_or("", |at| &text[at..]);
    let number = number.split(|c: char| !is_part(c)).next().unwrap_or_default();
    let groups: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    format!("{}{}", if number.starts_with('+') { "+" } else { "" }, groups.join("-"))
}

/// A length of 1,000 as a length of style: no floating point is published.
fn percent(of_1000: u64) -> String {
    format!("{}.{}%", of_1000 / 10, of_1000 % 10)
}

fn count_of(value: &Value) -> Option<Count> {
    let part = |key: &str| value.get_from_path(key).and_then(Value::as_u64);
    Some(Count { n: part("n")?, inferred: part("inferred")? })
}

fn rate_of(value: &Value) -> Option<Rate> {
    let count = |key: &str| value.get_from_path(key).and_then(count_of);
    Rate::of(count("part")?, count("whole")?)
}

fn number(locale: &Locale, value: &Value) -> TeraResult<String> {
    let whole = value.as_u64().map(|n| locale.number(n));
    whole
        .or_else(|| count_of(value).map(|count| locale.count(count)))
        .ok_or_else(|| Error::message("the filter `number` takes only whole numbers and numbers of issues"))
}

fn rate(locale: &Locale, value: &Value) -> TeraResult<String> {
    match (value.is_none(), rate_of(value)) {
        (true, _) => Ok(locale.rate(None)),
        (_, Some(rate)) => Ok(locale.rate(Some(rate))),
        _ => Err(Error::message("the filter `rate` takes only rates")),
    }
}

fn bare(locale: &Locale, value: &Value) -> TeraResult<String> {
    match (count_of(value), rate_of(value)) {
        (Some(count), _) => Ok(locale.number(count.n)),
        (_, Some(rate)) => Ok(locale.percent(rate)),
        _ => Err(Error::message("the filter `bare` takes only numbers of issues and rates")),
    }
}

fn basis(locale: &Locale, value: &Value, words: &Kwargs) -> TeraResult<String> {
    let in_cell = words.get::<bool>("in_cell")?.unwrap_or(false);
    match (count_of(value), rate_of(value)) {
        (Some(count), _) if in_cell => Ok(locale.basis_in_cell(count)),
        (Some(count), _) => Ok(locale.basis(count)),
        (_, Some(rate)) => Ok(locale.basis_of_rate(rate)),
        _ => Err(Error::message("the filter `basis` takes only numbers of issues and rates")),
    }
}

/// A value of a template as an argument of a message; `text` is how it reads as it is.
fn argument<'a>(value: &Value, text: &'a str) -> Argument<'a> {
    match (value.as_u64(), count_of(value)) {
        (Some(n), _) => Argument::Count(n),
        (_, Some(count)) => Argument::Issues(count),
        _ => Argument::Text(text),
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
    let owned: Vec<(&str, &Value, String)> =
        texts.iter().map(|(name, value)| (name.as_str(), value, set(value))).collect();
    let arguments: Vec<(&str, Argument<'_>)> =
        owned.iter().map(|(name, value, text)| (*name, argument(value, text))).collect();
    if !locale.messages.has(key) {
        return Err(Error::message(format!("there is no message `{key}`")));
    }
    match locale.unfilled(key, &arguments) {
        None => Ok(locale.say(key, &arguments)),
        Some(place) => Err(Error::message(format!("nothing is given for {{{place}}} of the message `{key}`"))),
    }
}

/// What `say` returns of the same arguments, as HTML in which the argument `date` is of class `date`.
fn dated(locale: &Locale, arguments: &Kwargs, state: &State) -> TeraResult<Value> {
    let html = state.escape(&say(locale, arguments)?)?;
    let date = state.escape(arguments.must_get("date")?)?;
    // Without a date there is nothing to keep whole.
    let kept = if date.is_empty() { html } else { html.replace(&date, &in_date(&date)) };
    Ok(Value::safe_string(&kept))
}

/// Returns a text as HTML in which dates are of class `date`.
fn with_dates(locale: &Locale, text: &str, state: &State) -> TeraResult<Value> {
    let (mut html, mut from) = (String::new(), 0);
    for date in locale.dates_in(text) {
        html += &state.escape(&text[from..date.start])?;
        html += &in_date(&state.escape(&text[date.clone()])?);
        from = date.end;
    }
    Ok(Value::safe_string(&(html + &state.escape(&text[from..])?)))
}

/// Returns a date, as HTML, in an element that no line breaks in two.
fn in_date(html: &str) -> String {
    format!("<span class=\"date\">{html}</span>")
}

fn asset(assets: &BTreeMap<String, String>, arguments: &Kwargs) -> TeraResult<String> {
    let name = arguments.must_get::<&str>("name")?;
    assets.get(name).cloned().ok_or_else(|| Error::message(format!("there is no file `{name}` in the theme's static/")))
}

#[cfg(test)]
mod tests {
    use super::{percent, tel};

    #[test]
    fn links_have_the_number_alone() {
        for (text, expected) in [
            ("0599-8861722", "0599-8861722"),
            ("010-00000000（工作日8:30—17:30）", "010-00000000"),
            ("(202) 555-0100", "202-555-0100"),
            ("+86 10 8888 8888", "+86-10-8888-8888"),
            ("办公室 0000-1234567转8001", "0000-1234567"),
            ("12345", "12345"),
            ("总机", ""),
        ] {
            assert_eq!(tel(text), expected);
        }
    }

    #[test]
    fn lengths_have_one_decimal() {
        assert_eq!([0, 5, 836, 1000].map(percent), ["0.0%", "0.5%", "83.6%", "100.0%"]);
    }
}
