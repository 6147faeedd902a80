//! Values get the types that their fields declare, or a diagnostic says what is wrong with them.

use super::{FieldValue, FieldValues};
use crate::diagnostic::{Diagnostic, Message, Place, nearest};
use crate::notice::known::KnownUnits;
use crate::notice::open::{OpenValue, OpenValues};
use crate::notice::records::{FieldHolder, FieldRecord, FieldType};
use crate::notice::{UNKNOWN_FIELD, UnitId};
use crate::say;
use crate::source::WRONG_VALUE;
use crate::value::{Lang, Localized, RelPath, Text};

/// What is looked up as values get their types.
#[derive(Clone, Copy)]
pub(in crate::notice) struct Declared<'a> {
    pub(in crate::notice) fields: &'a [FieldRecord],
    pub(in crate::notice) languages: &'a [Lang],
    pub(in crate::notice) units: KnownUnits<'a>,
}

impl Declared<'_> {
    /// Returns the values of the declared fields, with what is wrong with those that have none.
    pub(in crate::notice) fn values(
        &self,
        path: &RelPath,
        holder: FieldHolder,
        written: &OpenValues,
        found: &mut Vec<Diagnostic>,
    ) -> FieldValues {
        let mut values = vec![None; self.fields.len()];
        for (id, value) in written {
            match self.fields.iter().position(|field| field.id.as_str() == &**id && field.is_of(holder)) {
                Some(at) => match self.value(&self.fields[at], value) {
                    Ok(typed) => values[at] = Some(typed),
                    Err(wrong) => {
                        let (message, help) = *wrong;
                        let message =
                            Message { zh: format!("{id}：{}", message.zh), en: format!("{id}: {}", message.en) };
                        found.push(Diagnostic::of(WRONG_VALUE, Place::span(path, value.span()), message).help(help));
                    }
                },
                None => found.push(self.unknown(path, holder, id, value)),
            }
        }
        values
    }

    fn value(&self, field: &FieldRecord, value: &OpenValue) -> Result<FieldValue, Box<(Message, Message)>> {
        match field.kind {
            FieldType::Text => self.text(value).map(FieldValue::Text),
            FieldType::Date => one(value)?.parse().map(FieldValue::Date).map_err(|_| {
                let text = shown(value);
                Box::new((
                    say!("“{text}”不是日期", "`{text}` is not a date"),
                    say!("请写成 2021、2021-12 或 2021-12-31", "write 2021, 2021-12 or 2021-12-31"),
                ))
            }),
            FieldType::Number => one(value)?.parse().map(FieldValue::Number).map_err(|_| {
                let text = shown(value);
                Box::new((
                    say!("“{text}”不是数值", "`{text}` is not a number"),
                    say!(
                        "请写成 1476000 或 74.137：不带千分位逗号和单位，单位写在 notice.yaml 的 fields 里",
                        "write 1476000 or 74.137: no separators and no unit, which `fields` in notice.yaml states"
                    ),
                ))
            }),
            FieldType::Choice => self.choice(field, one(value)?).map(FieldValue::Choice),
            FieldType::Units => {
                value.several().into_iter().map(|id| self.unit(id)).collect::<Result<_, _>>().map(FieldValue::Units)
            }
        }
    }

    /// Returns a text for each language; one alone where all languages may share it, as they do a number: it has no
    /// letters.
    fn text(&self, value: &OpenValue) -> Result<Localized, Box<(Message, Message)>> {
        match value {
            OpenValue::Each(texts) => Ok(texts.clone()),
            OpenValue::One(text) if !text.chars().any(char::is_alphabetic) => {
                Ok(self.languages.iter().map(|lang| (*lang, text.clone())).collect())
            }
            _ => {
                let each = self.languages.iter().map(|lang| format!("{lang}: …")).collect::<Vec<_>>().join(", ");
                Err(Box::new((
                    say!("这里要按语言分别写", "a text for each language is expected here"),
                    say!("请写成 {{{each}}}", "write {{{each}}}"),
                )))
            }
        }
    }

    fn choice(&self, field: &FieldRecord, text: &Text) -> Result<usize, Box<(Message, Message)>> {
        let ids = || field.choices.iter().map(|choice| choice.id.as_str());
        if let Some(at) = ids().position(|id| id == text.as_str()) {
            return Ok(at);
        }
        let is_label = |label: &Localized| label.iter().any(|(_, label)| label.as_str() == text.as_str());
        let meant = field.choices.iter().find(|choice| is_label(&choice.label)).map(|choice| choice.id.as_str());
        let list = ids().collect::<Vec<_>>().join(", ");
        let help = match meant.or_else(|| nearest(text, ids())) {
            Some(id) => say!("请写成 {id}。可用的有：{list}", "write {id}. One of: {list}"),
            None => say!("可用的有：{list}", "one of: {list}"),
        };
        Err(Box::new((say!("“{text}”不是这里可用的词", "`{text}` is not one of the words allowed here"), help)))
    }

    fn unit(&self, id: &Text) -> Result<UnitId, Box<(Message, Message)>> {
        self.units
            .id(id)
            .ok_or_else(|| Box::new((say!("没有单位“{id}”", "there is no unit `{id}`"), self.units.help(id))))
    }

    fn unknown(&self, path: &RelPath, holder: FieldHolder, id: &str, value: &OpenValue) -> Diagnostic {
        let of_holder = || self.fields.iter().filter(|field| field.is_of(holder)).map(|field| field.id.as_str());
        let is_label = |field: &&FieldRecord| field.label.iter().any(|(_, label)| label.as_str() == id);
        let meant = self.fields.iter().find(is_label).map(|field| field.id.as_str());
        let on = holder.word();
        let help = match meant.or_else(|| nearest(id, of_holder())) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None => say!(
                "请先在 notice.yaml 的 fields 里声明：- {{id: {id}, label: …, on: [{on}]}}",
                "declare it in `fields` of notice.yaml first: - {{id: {id}, label: …, on: [{on}]}}"
            ),
        };
        let message = say!("没有声明栏目“{id}”", "no field `{id}` is declared");
        Diagnostic::of(UNKNOWN_FIELD, Place::span(path, value.span()), message).help(help)
    }
}

fn one(value: &OpenValue) -> Result<&Text, Box<(Message, Message)>> {
    value.one().ok_or_else(|| {
        Box::new((
            say!(
                "这里只写一个值，不分语言，也不写列表",
                "one value is expected here, neither a list nor one for each language"
            ),
            say!("请直接写值", "write the value alone"),
        ))
    })
}

fn shown(value: &OpenValue) -> String {
    value.one().map(ToString::to_string).unwrap_or_default()
}
