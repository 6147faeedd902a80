//! The lists that issues and texts refer to: units.yaml, places.yaml and glossary.yaml.

use super::FieldExample;

pub(super) const UNIT: &[FieldExample] =
    &[("id", "标识", "id: housing-bureau"), ("name", "名称", "name: {zh: 县住建局, en: County Housing Bureau}")];

pub(super) const PLACE: &[FieldExample] = &[
    ("id", "标识", "id: east"),
    ("name", "名称", "name: {zh: 东镇, en: Dong Town}"),
    ("aliases", "别称", "aliases: [东镇街, East Town]"),
    ("tile", "在方块图上的位置", "tile: {column: 1, row: 1}"),
];

pub(super) const TILE: &[FieldExample] = &[("column", "列", "column: 1"), ("row", "行", "row: 1")];

pub(super) const GLOSSARY: &[FieldExample] = &[
    ("terms", "词条", "terms: [{zh: 县委, en: County Party Committee}]"),
    ("names", "机构和地方的名称", "names: [{zh: 松溪县, en: Songxi County}]"),
    ("wrong", "易错用语", "wrong: [{lang: zh, wrong: 按排, right: 安排}]"),
];

pub(super) const WRONG_TERM: &[FieldExample] = &[
    ("lang", "语言", "lang: zh"),
    ("wrong", "错误写法", "wrong: 按排"),
    ("right", "正确写法", "right: 安排"),
    ("except", "例外", "except: [按排名, 按排序]"),
];
