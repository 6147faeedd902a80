//! Texts of records: each exists in every language of the notice, and in no other.

use std::ops::Range;

use super::Resolver;
use crate::diagnostic::{Place, nearest};
use crate::notice::labels::HAN_DIGITS;
use crate::notice::{MISSING_TRANSLATION, Written, WrittenText};
use crate::say;
use crate::source::UNKNOWN_LANGUAGE;
use crate::value::width::{is_hangul, is_wide};
use crate::value::{Lang, Localized, RelPath, Text};

impl Resolver {
    /// Checks that every text of a record exists in every language of the notice, and in no other.
    pub(super) fn translated(&mut self, path: &RelPath, record: &impl Written) {
        record.each_text(&mut |piece| match piece {
            WrittenText::Bare(_) => {}
            WrittenText::Common(text) => self.in_no_language(path, text),
            WrittenText::Plain(texts) => self.in_every_language(path, texts, |text| (text.as_str(), text.span())),
            WrittenText::Markdown(texts) => self.in_every_language(path, texts, |text| (text.source(), text.span())),
        });
    }

    /// Checks that a text for every language has no words in Han characters where a language of the notice is not written in
    /// them; a number such as （一） is none.
    fn in_no_language(&mut self, path: &RelPath, text: &Text) {
        let has_han = text.chars().any(|c| c.is_alphabetic() && is_wide(c) && !is_hangul(c) && !HAN_DIGITS.contains(c));
        let (han, others): (Vec<Lang>, Vec<Lang>) =
            self.languages.iter().copied().partition(|lang| lang.is_written_in_han());
        let (Some(own), Some(other)) = (han.first(), others.first()) else { return };
        if has_han {
            let [zh, en] = other.names();
            self.error(
                MISSING_TRANSLATION,
                Place::span(path, text.span()),
                say!(
                    "“{text}”各种语言通用，却有汉字：缺少{zh}文本",
                    "“{text}” stands in every language and has Chinese characters: the {en} text is missing"
                ),
                say!("请按语言写：{{{own}: …, {other}: …}}", "write one for each language: `{{{own}: …, {other}: …}}`"),
            );
        }
    }

    fn in_every_language<T>(
        &mut self,
        path: &RelPath,
        texts: &Localized<T>,
        read: impl Fn(&T) -> (&str, Range<usize>),
    ) {
        let is_there = |lang: &Lang| texts.get(*lang).is_some_and(|text| !read(text).0.trim().is_empty());
        if self.languages.iter().all(is_there) && texts.iter().all(|(lang, _)| self.languages.contains(&lang)) {
            return;
        }
        let other =
            texts.iter().next().map_or_else(|| Place::File(path.clone()), |(_, text)| Place::span(path, read(text).1));
        for lang in self.languages.clone() {
            let [zh, en] = lang.names();
            match texts.get(lang).map(&read) {
                Some((text, _)) if !text.trim().is_empty() => {}
                Some((_, at)) => self.error(
                    MISSING_TRANSLATION,
                    Place::span(path, at),
                    say!("{zh}文本是空的", "the {en} text is empty"),
                    say!("请写上这个语言的文本", "write the text in this language"),
                ),
                None => self.error(
                    MISSING_TRANSLATION,
                    other.clone(),
                    say!("缺少{zh}文本", "the {en} text is missing"),
                    say!("请加上“{lang}: …”", "add `{lang}: …`"),
                ),
            }
        }
        for (lang, text) in texts.iter() {
            if !self.languages.contains(&lang) {
                self.unknown_language(Place::span(path, read(text).1), lang);
            }
        }
    }

    pub(super) fn unknown_language(&mut self, place: Place, lang: Lang) {
        let known = self.languages.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
        let help = match nearest(lang.code(), self.languages.iter().map(Lang::code)) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None => say!(
                "通报的语言是 {known}；要增加语言，请写进 notice.yaml 的 languages",
                "the notice's languages are {known}; add others to `languages` in notice.yaml"
            ),
        };
        let message = say!("通报没有“{lang}”这种语言", "the notice has no language `{lang}`");
        self.error(UNKNOWN_LANGUAGE, place, message, help);
    }
}
