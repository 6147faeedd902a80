//! A language's name, the direction in which it is written, and the article before the name of a body.

use schemars::JsonSchema;
use serde::Deserialize;
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// A language's name and typographic habits.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// 语言标签，如 zh-CN。The tag for `lang` attributes.
    pub tag: String,
    /// 本语言的名称，如 中文。Its own name for itself.
    pub name: String,
    /// 是否按东亚文字排版。Whether text is set by East Asian rules.
    #[serde(default)]
    pub east_asian: bool,
    /// 是否区分单复数；Unicode CLDR 有规则的语言按它的规则。Whether one thing has a form of its own; a language that Unicode CLDR knows goes by its rules.
    #[serde(default)]
    pub has_singular: bool,
    /// 书写方向：ltr 从左到右，rtl 从右到左；不写的，按语言标签。Direction of writing; where it is not stated, that of the tag.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// 机构名称前的冠词。The article before the name of a body.
    #[serde(default)]
    pub article: Article,
}

impl Language {
    /// Returns the direction in which it is written.
    pub fn direction(&self) -> Direction {
        let of_tag = || match self.tag.parse::<LanguageIdentifier>().map(|tag| tag.character_direction()) {
            Ok(CharacterDirection::RTL) => Direction::Rtl,
            _ => Direction::Ltr,
        };
        self.direction.unwrap_or_else(of_tag)
    }
}

/// The article that the name of a body takes within a sentence: the Audit Office.
#[derive(Clone, Debug, PartialEq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// 冠词，连同后面的空格。The article with the space after it.
    pub word: String,
    /// 以这些词开头的名称不加冠词。Names that begin with one of these words take none.
    #[serde(default)]
    pub none_before: Vec<String>,
    /// 以这些词结尾的名称不加冠词。Names that end with one of these words take none.
    #[serde(default)]
    pub none_behind: Vec<String>,
}

impl Article {
    /// Returns a name with its article.
    pub fn set(&self, name: &str) -> String {
        let is_in = |list: &[String], word: Option<&str>| {
            word.is_some_and(|word| list.iter().any(|known| known.eq_ignore_ascii_case(word)))
        };
        let mut words = name.split_whitespace();
        let (first, last) = (words.clone().next(), words.next_back());
        let is_bare = is_in(&self.none_before, first) || is_in(&self.none_behind, last);
        if is_bare { name.to_owned() } else { format!("{}{name}", self.word) }
    }
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// 从左到右。From left to right.
    Ltr,
    /// 从右到左。From right to left.
    Rtl,
}

impl Direction {
    /// Returns the value of the attribute `dir`.
    pub fn word(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}
