//! What changed in all that nothing else compares: the published data and those of the edition, leaf by leaf.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Map, Value};

use super::PublishedChanges;
use crate::diagnostic::Place;
use crate::notice::edition::Edition;
use crate::notice::fields::{STATUS, ToldIn};
use crate::notice::{Figure, Issue};
use crate::rules::published::paths::{GONE_WITH_CARE, OF_THE_DAY, is_as_it_stands, is_in, within};
use crate::rules::published::read::{PublishedRecord, Texts};
use crate::rules::published::shown::{PublishedChange, ShownValue, ValueLabel, What};
use crate::rules::published::typed::Days;
use crate::site::formats::{data_of_issue, data_of_notice};
use crate::value::{Date, Decimal, Lang};

/// The columns that what stands at a path has: a message.
const COLUMNS: &[(&str, &str)] = &[
    ("figures[].label", "ledger.columns.figure"),
    ("figures[].was", "ledger.columns.was"),
    ("figures[].of", "ledger.columns.of"),
    ("figures[].kind", "ledger.columns.kind"),
    ("figures[].as_of", "ledger.columns.as_of"),
    ("groups[].as_of", "ledger.columns.as_of"),
    ("accountability_as_of", "ledger.columns.as_of"),
    ("metadata.period_from", "metadata.period"),
    ("metadata.period_to", "metadata.period"),
    ("metadata.publicity_from", "metadata.publicity"),
    ("metadata.publicity_to", "metadata.publicity"),
    ("metadata.publicity_working_days", "metadata.publicity"),
    ("history[]", "issue.history"),
    ("corrections[]", "issue.corrections"),
    ("issues[].status_basis", "data.columns.status_basis.title"),
    ("issues[].due_text", "data.columns.due_text.title"),
    ("issues[].measures[].due_text", "data.columns.due_text.title"),
    ("issues[].measures[].original_due", "data.columns.original_due.title"),
    ("issues[].items[].original_due", "data.columns.original_due.title"),
    ("issues[].items[].status_basis", "data.columns.status_basis.title"),
];

/// Compares what the data say of the notice as a whole.
pub(super) fn of_notice(
    edition: &Edition,
    published: &PublishedRecord,
    days: Days,
    changes: &mut PublishedChanges<'_>,
) {
    let (notice, now) = (&edition.notice, data_of_notice(edition));
    let accountability = notice.accountability.as_ref();
    for (key, was) in published.said() {
        let (figures, path) = match accountability.filter(|_| key.starts_with("accountability")) {
            Some(part) => (&part.record.figures, &part.path),
            None => (&notice.record.stated, &notice.path),
        };
        let place = |figure: Option<&Figure>| match figure {
            Some(figure) => Place::span(path, figure.value.span()),
            None => Place::File(path.clone()),
        };
        let mut found = Comparison { days, figures, place: &place, changes: Vec::new() };
        found.value(&Under::default(), &within("", key), was, now.get(key));
        let list = if path == &notice.path { &mut changes.notice } else { &mut changes.accountability };
        list.extend(found.changes);
    }
}

/// Compares what the data say of an issue.
pub(super) fn of_issue<'a>(
    edition: &Edition,
    issue: &'a Issue,
    published: &PublishedRecord,
    days: Days,
) -> Vec<PublishedChange<'a>> {
    let (record, now) = (&issue.record, data_of_issue(edition, issue));
    let number = record.number.span();
    let place = |figure: Option<&Figure>| {
        let span = figure.map_or_else(|| number.clone(), |figure| figure.value.span());
        Place::span(&issue.path, span)
    };
    let mut found = Comparison { days, figures: &record.figures, place: &place, changes: Vec::new() };
    let was: Map<String, Value> = published.said().map(|(key, value)| (key.to_owned(), value.clone())).collect();
    found.object(&Under::default(), "issues[]", &was, Some(&now));
    found.changes
}

/// What is found while two data are gone through.
struct Comparison<'c, 'a> {
    days: Days,
    /// The figures of the record.
    figures: &'c [Figure],
    /// Returns where a figure stands, or else the record.
    place: &'c dyn Fn(Option<&Figure>) -> Place,
    changes: Vec<PublishedChange<'a>>,
}

/// What something stands under.
#[derive(Clone, Default)]
struct Under {
    /// What that is called.
    name: Texts,
    /// The id of the figure that it is.
    id: Option<String>,
    /// The unit of the figure.
    unit: String,
    /// What the figure is of, as published and now.
    of: [Texts; 2],
}

impl Comparison<'_, '_> {
    fn value(&mut self, under: &Under, path: &str, was: &Value, is: Option<&Value>) {
        let is_other_day = self.days.published != self.days.now && OF_THE_DAY.iter().any(|place| is_in(path, place));
        if is_other_day || !is_as_it_stands(path) {
            return;
        }
        match was {
            Value::Object(was) if texts(was).is_none() => self.object(under, path, was, is),
            Value::Array(was) => self.list(under, path, was, is.and_then(Value::as_array)),
            _ => self.leaf(under, path, was, is),
        }
    }

    fn object(&mut self, under: &Under, path: &str, was: &Map<String, Value>, is: Option<&Value>) {
        // A status that is another one has its own basis.
        let is_moved = is.is_some_and(|is| is.get("status") != was.get("status"));
        for (key, value) in was.iter().filter(|(key, _)| !(is_moved && *key == "status_basis")) {
            self.value(under, &within(path, key), value, is.and_then(|is| is.get(key)));
        }
    }

    fn list(&mut self, under: &Under, path: &str, was: &[Value], is: Option<&Vec<Value>>) {
        let (path, now) = (format!("{path}[]"), is.map_or(&[][..], Vec::as_slice));
        let names = [names(was), names(now)];
        for (nth, (before, after)) in aligned(was, now).into_iter().enumerate() {
            let name = match name(before) {
                Some(name) => name,
                None => under.name.clone(),
            };
            let word = |key: &str| before.get(key).and_then(Value::as_str).map(str::to_owned);
            let (id, unit) = (word("id"), word("unit").unwrap_or_default());
            let of = [whole(&names[0], Some(before)), whole(&names[1], after)];
            let measure = || self.measure(before, nth);
            let name = if path == "issues[].measures[]" { measure() } else { name };
            let under = Under { name, id, unit, of };
            match (before, after) {
                (_, None) if GONE_WITH_CARE.contains(&path.as_str()) => {}
                (Value::Object(before), Some(_)) => self.object(&under, &path, before, after),
                _ => self.leaf(&under, &path, before, after),
            }
        }
    }

    /// What a measure is called in every language: by its label, or else its number.
    fn measure(&self, measure: &Value, nth: usize) -> Texts {
        let label = measure.get("label").and_then(Value::as_str).map_or_else(|| (nth + 1).to_string(), str::to_owned);
        let texts = measure.get("text").and_then(Value::as_object);
        texts.into_iter().flatten().map(|(lang, _)| (lang.clone(), label.clone())).collect()
    }

    /// Compares what stands at a path and has nothing under it. What was not stated changes nothing.
    fn leaf(&mut self, under: &Under, path: &str, was: &Value, is: Option<&Value>) {
        let (Some(mut before), mut is) = (shown(under, 0, path, was), is.and_then(|is| shown(under, 1, path, is)))
        else {
            return;
        };
        if is.as_ref().is_some_and(|is| is_same(path, &before, is)) {
            return;
        }
        if let (ShownValue::Texts(was), Some(ShownValue::Texts(is))) = (&mut before, &mut is) {
            was.retain(|lang, words| is.get(lang).is_some_and(|is| is != words));
            is.retain(|lang, _| was.contains_key(lang));
        }
        let column = COLUMNS.iter().find(|(place, _)| is_in(path, place)).map(|(_, message)| *message);
        let id = under.id.as_deref().filter(|_| is_in(path, "figures[]"));
        let figure = self.figures.iter().find(|figure| id == Some(figure.id.as_str()));
        let at = Some((self.place)(figure));
        let what = What::Value { label: ValueLabel::Leaf(under.name.clone(), column), was: before, is };
        self.changes.push(PublishedChange { told_in: ToldIn::Corrections, at, what });
    }
}

/// Returns whether two values say the same: what a figure is of does, too, where it is called the same.
fn is_same(path: &str, was: &ShownValue<'_>, is: &ShownValue<'_>) -> bool {
    match (was, is) {
        (ShownValue::Texts(was), ShownValue::Texts(is)) => {
            let mut pairs = was.iter().filter_map(|(lang, was)| Some(was == is.get(lang)?)).peekable();
            let is_any = path == "figures[].of";
            pairs.peek().is_none() || if is_any { pairs.any(|same| same) } else { pairs.all(|same| same) }
        }
        _ => was == is,
    }
}

/// Returns what a value says, as pages show it; nothing if it says nothing.
fn shown(under: &Under, side: usize, path: &str, value: &Value) -> Option<ShownValue<'static>> {
    let key = path.rsplit('.').next().unwrap_or(path);
    let word = |prefix, value: &str| Some(ShownValue::Word(prefix, value.to_owned()));
    match value {
        Value::String(_) if path == "figures[].of" && !under.of[side].is_empty() => {
            Some(ShownValue::Texts(under.of[side].clone()))
        }
        Value::String(text) if path == "figures[].was" => {
            Some(ShownValue::Figure(text.parse().ok()?, under.unit.clone().into(), None))
        }
        Value::String(text) => match key {
            "kind" => word("part_kind", text),
            "status" => word(STATUS, text),
            "status_basis" => word("basis", text),
            _ => Some(text.parse::<Date>().map_or_else(|_| ShownValue::Code(text.clone()), ShownValue::Date)),
        },
        Value::Number(number) => Some(ShownValue::Number(number.to_string().parse::<Decimal>().ok()?)),
        Value::Bool(is) => Some(ShownValue::Code(is.to_string())),
        Value::Object(object) => match texts(object) {
            Some(texts) => Some(ShownValue::Texts(texts)),
            None => essence(under, side, path, object),
        },
        Value::Null | Value::Array(_) => None,
    }
}

/// Returns what an entry of a list says first, where it is gone as a whole.
fn essence(under: &Under, side: usize, path: &str, object: &Map<String, Value>) -> Option<ShownValue<'static>> {
    const FIRST: [&str; 8] = ["number", "on", "label", "title", "post", "text", "body", "name"];
    FIRST.iter().find_map(|key| shown(under, side, &within(path, key), object.get(*key)?))
}

/// Returns an object as a text in each language, if it is one.
fn texts(object: &Map<String, Value>) -> Option<Texts> {
    let each = object.iter().map(|(lang, text)| {
        Lang::of(lang)?;
        Some((lang.clone(), text.as_str()?.to_owned()))
    });
    each.collect::<Option<Texts>>().filter(|texts| !texts.is_empty())
}

/// Returns what something is called.
fn name(value: &Value) -> Option<Texts> {
    ["label", "title", "body"].iter().find_map(|key| texts(value.get(key)?.as_object()?))
}

/// Returns what each of a list is called, by its id.
fn names(list: &[Value]) -> BTreeMap<&str, Texts> {
    list.iter().filter_map(|value| Some((value.get("id")?.as_str()?, name(value)?))).collect()
}

/// Returns what the figure is called that one of a list is of.
fn whole(names: &BTreeMap<&str, Texts>, figure: Option<&Value>) -> Texts {
    let of = figure.and_then(|figure| figure.get("of")?.as_str());
    of.and_then(|of| names.get(of)).cloned().unwrap_or_default()
}

/// Returns each entry of a published list with that of the list now: the very same, or else that of its id, of its words
/// in any language, of its status; those that are left one by one, if they are as many and have
/// no ids.
fn aligned<'v>(was: &'v [Value], is: &'v [Value]) -> Vec<(&'v Value, Option<&'v Value>)> {
    let mut pairs: Vec<Option<usize>> = vec![None; was.len()];
    let mut is_taken = vec![false; is.len()];
    for keys in [whole_value, id, words, status] {
        let mut free: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (at, value) in is.iter().enumerate().filter(|(at, _)| !is_taken[*at]) {
            keys(value).into_iter().for_each(|key| free.entry(key).or_default().push_back(at));
        }
        for (pair, value) in pairs.iter_mut().zip(was).filter(|(pair, _)| pair.is_none()) {
            let place = keys(value).into_iter().find_map(|key| {
                let places = free.get_mut(&key)?;
                while places.front().is_some_and(|at| is_taken[*at]) {
                    places.pop_front();
                }
                places.pop_front()
            });
            if let Some(at) = place {
                is_taken[at] = true;
                *pair = Some(at);
            }
        }
    }
    let mut left: VecDeque<usize> = (0..is.len()).filter(|at| !is_taken[*at]).collect();
    let mut alone = was.iter().zip(&pairs).filter(|(_, pair)| pair.is_none()).map(|(was, _)| was).peekable();
    let has_id = alone.peek().is_some_and(|was| was.get("id").is_some());
    if !has_id && left.len() == alone.count() {
        pairs.iter_mut().filter(|pair| pair.is_none()).for_each(|pair| *pair = left.pop_front());
    }
    was.iter().zip(pairs).map(|(was, at)| (was, at.map(|at| &is[at]))).collect()
}

fn whole_value(value: &Value) -> Vec<String> {
    vec![value.to_string()]
}

fn id(value: &Value) -> Vec<String> {
    value.get("id").map(Value::to_string).into_iter().collect()
}

fn words(value: &Value) -> Vec<String> {
    let texts = ["label", "title", "text", "post"].iter().find_map(|key| texts(value.get(key)?.as_object()?));
    texts.into_iter().flatten().map(|(lang, text)| format!("{lang} {text}")).collect()
}

fn status(value: &Value) -> Vec<String> {
    value.get("status").map(Value::to_string).into_iter().collect()
}
