//! What the schemas do not say: the word that Chinese offices use for a field, and an example. `fields` holds the two
//! together by a test, and `tests/suite/manual.rs` makes a notice of the examples.

mod declared;
mod figures;
mod issue;
mod lists;
mod notice;
mod persons;
mod publication;

use declared::{CHOICE, CONVERSION, FIELD, NAVIGATION, OWN_UNIT, PART, RESPONSE, STATUS};
use figures::{ACCEPTED, FIGURE, NOTE};
use issue::{CORRECTION, HISTORY, ISSUE, ITEM, MEASURE, SECTION, TOPIC};
use lists::{GLOSSARY, PLACE, TILE, UNIT, WRONG_TERM};
use notice::NOTICE;
use persons::{ACCOUNTABILITY, GROUP, PERSON, PERSONS};
use publication::{CONTACT, EXTERNAL, INSPECTION, LICENCE, PERIOD, PREVIOUS, PUBLICITY, SITE};

/// The file of each record, by the name of its schema.
pub(super) const FILES: [(&str, &str); 8] = [
    ("notice", "notice.yaml"),
    ("units", "units.yaml"),
    ("places", "places.yaml"),
    ("glossary", "glossary.yaml"),
    ("accountability", "accountability.yaml"),
    ("persons", "parts/20-officials.yaml"),
    ("section", "2-party-governance/section.yaml"),
    ("issue", "2-party-governance/026.yaml"),
];

/// Key, Chinese word, example.
type FieldExample = (&'static str, &'static str, &'static str);

/// Record type, its title in Chinese and in English, its fields.
pub(super) const TABLE: &[(&str, &str, &str, &[FieldExample])] = &[
    ("NoticeRecord", "整份通报", "The notice", NOTICE),
    ("PartRecord", "部分", "Part of the document", PART),
    ("NavigationRecord", "导航栏里的页面", "Page in the navigation", NAVIGATION),
    ("InspectionRecord", "检查情况", "Inspection", INSPECTION),
    ("PublicityRecord", "公示期", "Period of display", PUBLICITY),
    ("PeriodRecord", "时间段", "Period", PERIOD),
    ("PreviousRecord", "上一期", "Previous edition", PREVIOUS),
    ("LicenceRecord", "使用许可", "Licence", LICENCE),
    ("StatusRecord", "整改状态", "Status", STATUS),
    ("ResponseRecord", "答复", "Response", RESPONSE),
    ("FieldRecord", "自定栏目", "Field of the office’s own", FIELD),
    ("ChoiceRecord", "选项", "Choice", CHOICE),
    ("ContactRecord", "联系方式", "Contact", CONTACT),
    ("SiteRecord", "政府网站标识", "Government site", SITE),
    ("ExternalRecord", "另行访问的网站", "Other host", EXTERNAL),
    ("FigureRecord", "数据", "Figure", FIGURE),
    ("OwnUnitRecord", "计量单位", "Unit of measure", OWN_UNIT),
    ("ConversionRecord", "换算", "Conversion", CONVERSION),
    ("AcceptedRecord", "接受的提示", "Accepted finding", ACCEPTED),
    ("NoteRecord", "编者注", "Editor’s note", NOTE),
    ("UnitRecord", "单位", "Lead or responsible body", UNIT),
    ("PlaceRecord", "地方", "Place", PLACE),
    ("TileRecord", "方块图上的一格", "Tile of the map", TILE),
    ("GlossaryRecord", "译名和用语", "Glossary", GLOSSARY),
    ("WrongTermRecord", "易错用语", "Wrong term", WRONG_TERM),
    ("AccountabilityRecord", "线索处理和问责", "Accountability", ACCOUNTABILITY),
    ("PersonsRecord", "人员名单", "Persons of a part", PERSONS),
    ("GroupRecord", "处理方式", "Group of persons", GROUP),
    ("PersonRecord", "人员", "Person", PERSON),
    ("SectionRecord", "方面", "Section", SECTION),
    ("TopicRecord", "二级问题", "Topic", TOPIC),
    ("IssueRecord", "问题", "Issue", ISSUE),
    ("MeasureRecord", "整改措施", "Measure", MEASURE),
    ("ItemRecord", "小项", "Item of an issue", ITEM),
    ("HistoryRecord", "状态变化", "Change of status", HISTORY),
    ("CorrectionRecord", "更正", "Correction", CORRECTION),
];
