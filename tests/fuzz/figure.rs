//! Any text: the figures that are read out of it stand on whole characters, one after the other; and set again in either language, with
//! their unit and approximation, they read back as the same figures.
#![no_main]
#![allow(clippy::disallowed_methods)] // What the macro of the fuzzer does may touch the world.

use std::sync::LazyLock;

use gongkai::source::SourceTree;
use gongkai::text::locale::Locale;
use gongkai::text::quantity::{Form, Quantity, QuantityKind, read};
use gongkai::theme;
use gongkai::value::{Approximation, Hedge, Lang};
use libfuzzer_sys::fuzz_target;

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let tree = theme::with_built_in(SourceTree::default());
    let languages = ["zh", "en"].map(Lang::new);
    theme::layer(&tree, &theme::ThemeRequest::built_in(&languages)).value.expect("the built-in theme").locales
});

fuzz_target!(|text: &str| {
    for locale in LOCALES.iter() {
        let quantities = read(text, &locale.rules);
        let mut end = 0;
        for quantity in &quantities {
            assert!(text.get(quantity.range.clone()).is_some_and(|slice| !slice.is_empty()), "{quantity:?}");
            assert!(end <= quantity.range.start, "{quantities:?}");
            end = quantity.range.end;
            LOCALES.iter().for_each(|other| reads_back(quantity, other));
        }
    }
});

/// What the formatter sets of a quantity is read as the same quantity.
fn reads_back(quantity: &Quantity, locale: &Locale) {
    let unit = match &quantity.kind {
        QuantityKind::Measure(code) => code,
        QuantityKind::Number => "piece",
        QuantityKind::Year | QuantityKind::Month | QuantityKind::Day => return,
    };
    // 2023年 is a year, and not so many of them.
    if unit == "year" && quantity.value.is_whole() && quantity.value.whole_digits() == 4 {
        return;
    }
    let mut approx = std::iter::once(None).chain(Approximation::ALL.map(Some));
    let approx = approx.find(|approx| approx.map_or(Hedge::Exact, Hedge::from) == quantity.hedge);
    let Some(set) = approx.and_then(|approx| locale.figure(quantity.value, unit, approx)) else { return };
    let is_chinese = locale.rules.language.east_asian;
    let sentence = if is_chinese { format!("共计{set}。") } else { format!("In all {set}.") };
    let read = read(&sentence, &locale.rules);
    let same = |back: &Quantity| {
        (&back.kind, back.value, back.hedge, back.form)
            == (&quantity.kind, quantity.value, quantity.hedge, Form::Digits)
    };
    assert!(read.len() == 1 && same(&read[0]), "{quantity:?} is set as {sentence:?} and read as {read:?}");
}
