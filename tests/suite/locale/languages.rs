//! Languages by their tags, the words that ship, and the words that a theme changes.

use std::path::Path;

use gongkai::text::locale::MessagesRecord;
use gongkai::value::Lang;

use super::{NOTICE, text};
use crate::fixture::Fixture;

/// The small notice with Simplified and Traditional Chinese in place of Chinese and English.
fn in_both_scripts() -> Fixture {
    let mut fixture = Fixture::small();
    for path in fixture.paths().iter().filter(|path| path.starts_with("content/")) {
        let text = fixture
            .has(path)
            .then(|| String::from_utf8(fixture.clone().into_tree().bytes(path).expect("bytes").to_vec()));
        let Some(Ok(text)) = text else { continue };
        if let Some(stem) = path.strip_suffix(".zh.md") {
            let english = format!("{stem}.en.md");
            fixture = fixture.without(path).without(&english);
            for lang in ["zh-Hans", "zh-hant"] {
                fixture = fixture.with(&format!("{stem}.{lang}.md"), &text);
            }
        } else if path.ends_with(".yaml") {
            fixture = fixture.with(path, in_scripts(&text));
        }
    }
    fixture.replacing(NOTICE, "languages: [zh, en]", "languages: [zh-hans, ZH-HANT]")
}

/// A record with its Chinese texts once for each script.
fn in_scripts(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut line = line.to_owned();
        while let Some(at) = line.find("{zh: ") {
            let rest = &line[at + 5..];
            let end = rest.find(", en: ").unwrap_or(rest.len());
            let close = end + rest[end..].find('}').unwrap_or_default();
            let chinese = rest[..end].to_owned();
            let traditional = chinese.replace('万', "萬");
            line = format!("{}{{zh-hans: {chinese}, zh-Hant: {traditional}{}", &line[..at], &rest[close..]);
        }
        match (line.trim_start().strip_prefix("zh: "), line.trim_start().starts_with("en: ")) {
            (Some(chinese), _) => {
                let indent = line.len() - line.trim_start().len();
                let both = [("zh-Hans", chinese.to_owned()), ("zh-Hant", chinese.replace('万', "萬"))];
                lines.extend(both.map(|(lang, chinese)| format!("{}{lang}: {chinese}", " ".repeat(indent))));
            }
            (None, true) => {}
            _ => lines.push(line),
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn two_scripts_of_one_language() {
    let site = in_both_scripts().compile();
    assert!(site.file("index.html").contains("<html lang=\"zh-Hans\""));
    let page = site.file("zh-Hant/index.html");
    assert!(page.contains("<html lang=\"zh-Hant\"") && page.contains("hreflang=\"zh-Hans\""), "{page}");
    assert!(text(&site, "zh-Hant/statistics.html").contains("整改完成情況統計"));
    assert!(text(&site, "zh-Hant/issues/001.html").contains("人民幣147.6萬元"));
    assert!(text(&site, "issues/001.html").contains("147.6万元"));
    assert!(site.file("sitemap.xml").contains("hreflang=\"zh-Hant\""));
}

fn messages(code: &str) -> String {
    std::fs::read_to_string(Path::new("themes/bulletin/messages").join(format!("{code}.yaml"))).expect("messages")
}

#[test]
fn traditional_chinese_has_every_word_that_chinese_has() {
    let [zh, hant] = ["zh", "zh-Hant"].map(|code| {
        let record: MessagesRecord = serde_yaml::from_str(&messages(code)).expect(code);
        record.into_locale(Lang::new(code))
    });
    assert_eq!(zh.messages.keys(), hant.messages.keys());
    assert_eq!(zh.units().collect::<Vec<_>>(), hant.units().collect::<Vec<_>>());
    // Taiwan's and Hong Kong's characters are those of Big5; 衞 is Hong Kong's own, and is found as it is typed there.
    let is_other = |c: &char| *c >= '\u{3400}' && !"衞￥".contains(*c) && encoding_rs::BIG5.encode(&c.to_string()).2;
    assert_eq!(messages("zh-Hant").chars().filter(is_other).collect::<String>(), "");
    // One character each where both are in use, and the quotation marks of Traditional Chinese.
    let text = messages("zh-Hant");
    assert!(!text.contains(['裏', '“', '”', '账', '着']));
}

#[test]
fn a_theme_changes_any_part_of_a_language_that_ships() {
    let theme = "dates: {day: \"{month} {day}, {year}\"}\nnumbers: {none: n/a}\nreading: {units: {bucks: USD}}\nunits: {CNY: {prefix: \"RMB \"}}\n";
    let site = Fixture::small()
        .with("themes/us/theme.yaml", "extends: bulletin")
        .with("themes/us/messages/en.yaml", theme)
        .replacing(NOTICE, "languages:", "theme: us\nlanguages:")
        .compile();
    let page = text(&site, "en/issues/001.html");
    assert!(page.contains("November 30, 2023") && page.contains("RMB 1.476 million"), "{page}");
    assert!(text(&site, "en/statistics.html").contains("n/a"));
    let found = Fixture::small()
        .with("themes/us/theme.yaml", "extends: bulletin")
        .with("themes/us/messages/en.yaml", "dates: {dya: \"{day}\"}\n")
        .replacing(NOTICE, "languages:", "theme: us\nlanguages:")
        .compile();
    assert_eq!(found.shown(), ["unknown-key themes/us/messages/en.yaml:1:9"]);
}

/// A language of one's own: a file, no Rust.
fn with_language(code: &str, change: &[(&str, &str)]) -> Fixture {
    let words = change.iter().fold(messages("en"), |words, (from, to)| {
        assert!(words.contains(from), "{from}");
        words.replacen(from, to, 1)
    });
    let mut fixture = Fixture::small()
        .with("themes/own/theme.yaml", "extends: bulletin")
        .with(&format!("themes/own/messages/{code}.yaml"), words)
        .replacing(NOTICE, "languages: [zh, en]", &format!("theme: own\nlanguages: [{code}]"));
    for path in fixture.paths().iter().filter(|path| path.starts_with("content/")) {
        if let Some(stem) = path.strip_suffix(".en.md") {
            let text = fixture.text(path);
            fixture = fixture.without(path).without(&format!("{stem}.zh.md")).with(&format!("{stem}.{code}.md"), text);
        } else if path.ends_with(".yaml") {
            let text = fixture.text(path);
            fixture = fixture.with(path, only_english(&text, code));
        }
    }
    fixture
}

fn only_english(text: &str, code: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut line = line.to_owned();
        while let Some(at) = line.find("{zh: ") {
            let english = line[at..].find(", en: ").map_or(line.len(), |to| at + to + 6);
            line = format!("{}{{{code}: {}", &line[..at], &line[english..]);
        }
        if line.trim_start().starts_with("zh: ") {
            continue;
        }
        lines.push(line.replacen("  en: ", &format!("  {code}: "), 1));
    }
    lines.join("\n") + "\n"
}

#[test]
fn a_language_that_is_written_from_right_to_left() {
    let language = ("  tag: en\n  name: English", "  tag: ar\n  name: العربية\n  direction: rtl");
    let site = with_language("ar", &[language]).compile();
    assert!(site.file("index.html").contains("<html lang=\"ar\" dir=\"rtl\""));
    assert!(!Fixture::small().compile().file("index.html").contains("dir="));
}

#[test]
fn plural_forms_are_chosen_by_the_rules_of_the_language() {
    let language = ("  tag: en\n  name: English", "  tag: pl\n  name: polski");
    let forms = (
        "intro: {one: \"{n} {noun}.\", other: \"{n} {nouns}.\"}",
        "intro: {one: \"{n} sprawa.\", few: \"{n} sprawy.\", many: \"{n} spraw.\", other: \"{n} sprawy.\"}",
    );
    let site = with_language("pl", &[language, forms]).compile();
    assert!(text(&site, "issues.html").contains("3 sprawy."));
}
