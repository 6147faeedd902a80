//! The declarations of an office's own fields.

use super::super::fields::FIELDS;
use super::super::records::{FieldRecord, FieldType, NoticeRecord};
use super::Resolver;
use crate::diagnostic::Place;
use crate::say;
use crate::source::{MISSING_KEY, WRONG_VALUE};
use crate::value::RelPath;

impl Resolver {
    /// Reports what is wrong with the declarations of fields.
    pub(super) fn declared_fields(&mut self, path: &RelPath, record: &NoticeRecord) {
        self.unique(path, record.fields.iter().map(|field| &field.id));
        for field in &record.fields {
            self.unique(path, field.choices.iter().map(|choice| &choice.id));
            self.declared_field(path, field);
        }
    }

    fn declared_field(&mut self, path: &RelPath, field: &FieldRecord) {
        let id = &field.id;
        let place = || Place::span(path, id.span());
        if FIELDS.iter().any(|known| known.key == id.as_str()) {
            let message = say!("“{id}”是已有的栏目", "`{id}` is a field that every notice has");
            let help = say!(
                "请直接使用它，或给自定的栏目换一个标识",
                "use it as it is, or choose another id for your own field"
            );
            self.error(WRONG_VALUE, place(), message, help);
        }
        if field.kind == FieldType::Choice && field.choices.is_empty() {
            let message = say!("选项类栏目“{id}”没有写 choices", "the field `{id}` has no `choices`");
            let help = say!(
                "请写成 choices: [{{id: high, label: 高}}, {{id: low, label: 低}}]",
                "write choices: [{{id: high, label: High}}, {{id: low, label: Low}}]"
            );
            self.error(MISSING_KEY, place(), message, help);
        }
        let is_filter = matches!(field.kind, FieldType::Choice | FieldType::Units);
        if field.filter && !is_filter {
            let message = say!("“{id}”不能用来筛选", "the list cannot be filtered by `{id}`");
            let help = say!(
                "只有选项（choice）和单位（units）可以筛选，请删去 filter",
                "only choices and units can be filtered by: remove `filter`"
            );
            self.error(WRONG_VALUE, place(), message, help);
        }
    }
}
