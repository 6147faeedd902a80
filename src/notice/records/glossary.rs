//! Terms with their translations, and terms that must not be written: `glossary.yaml`.

use super::record;
use crate::value::{Lang, Localized, Spanned, Text};

record! {
    /// 译名表和规范用语。Terms with their translations, and the office's own list of wrong terms.
    pub struct GlossaryRecord {
        /// 词条：同一名称在各语言的固定写法。Terms: what one thing is called in each language.
        #[serde(default)]
        pub terms: Vec<Localized>,
        /// 机构和地方的名称，各语言必须对应；units.yaml 里的单位不必重写。Names of bodies and places, which must correspond in every language; units of units.yaml need not be repeated.
        #[serde(default)]
        pub names: Vec<Localized>,
        /// 易错用语。Terms that must not be written.
        #[serde(default)]
        pub wrong: Vec<WrongTermRecord>,
    }
}

record! {
    /// 易错用语。A term that must not be written.
    #[derive(PartialEq)]
    pub struct WrongTermRecord {
        /// 语言。Language.
        pub lang: Spanned<Lang>,
        /// 错误写法。The wrong term.
        pub wrong: Text,
        /// 正确写法。The right one.
        pub right: Text,
        /// 含有错误写法但正确的词。Words that contain the wrong term and are right all the same.
        #[serde(default)]
        pub except: Vec<Text>,
    }
}
