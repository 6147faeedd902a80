//! What notice.yaml says of the inspection, of the publication and of the office, field by field.

use super::FieldExample;

pub(super) const INSPECTION: &[FieldExample] = &[
    ("kind", "种类", "kind: 巡察"),
    ("body", "检查机构", "body: {zh: 市委巡察组, en: Municipal Inspection Team}"),
    ("subject", "被检查单位", "subject: {zh: 示例县, en: Sample County}"),
    ("from", "开始日期", "from: 2021-03-01"),
    ("to", "结束日期", "to: 2021-04-30"),
    ("fed_back_on", "反馈日期", "fed_back_on: 2021-06-01"),
];

pub(super) const PUBLICITY: &[FieldExample] = &[
    ("from", "第一天", "from: 2022-03-01"),
    ("to", "最后一天", "to: 2022-03-07"),
    ("days", "天数", "days: 7"),
    ("working_days", "工作日天数", "working_days: 5"),
];

pub(super) const PERIOD: &[FieldExample] =
    &[("from", "第一天", "from: 2021-07-01"), ("to", "最后一天", "to: 2022-02-28")];

pub(super) const PREVIOUS: &[FieldExample] = &[
    ("title", "标题", "title: {zh: 第一次公布, en: First report}"),
    ("url", "网址", "url: https://www.example.gov.cn/1/"),
    ("as_of", "统计截至日期", "as_of: 2021-06-30"),
];

pub(super) const LICENCE: &[FieldExample] = &[
    ("name", "名称", "name: {zh: 知识共享 署名 4.0, en: CC BY 4.0}"),
    ("url", "网址", "url: https://creativecommons.org/licenses/by/4.0/"),
];

pub(super) const CONTACT: &[FieldExample] = &[
    ("invitation", "监督邀请", "invitation: {zh: 欢迎监督。, en: Comments are welcome.}"),
    ("telephones", "电话", "telephones: [0599-0000000, {zh: 0599-0000001（工作日）, en: 0599-0000001 (weekdays)}]"),
    ("address", "地址", "address: {zh: 示例县人民路1号, en: \"1 Renmin Road, Sample County\"}"),
    ("postcode", "邮政编码", "postcode: 354200"),
    ("email", "电子邮箱", "email: office@example.gov.cn"),
    ("emails", "几个电子邮箱", "emails: [office@example.gov.cn, leads@example.gov.cn]"),
    ("fax", "传真", "fax: [0599-0000002]"),
    ("po_box", "邮政信箱", "po_box: {zh: 示例县第1号邮政信箱, en: \"P.O. Box 1, Sample County\"}"),
    ("persons", "联系人", "persons: [{zh: 办公室值班员, en: Duty officer}]"),
    ("hours", "受理时间", "hours: {zh: 工作日8:30至17:30, en: \"8:30 to 17:30 on working days\"}"),
];

pub(super) const SITE: &[FieldExample] = &[
    ("name", "网站名称", "name: {zh: 示例县人民政府, en: Sample County Government}"),
    ("domain", "域名", "domain: www.example.gov.cn"),
    ("code", "网站标识码", "code: \"3507000001\""),
    ("icp", "ICP 备案号", "icp: 闽ICP备00000000号"),
    ("police", "公安备案号", "police: 闽公网安备00000000000000号"),
    ("index_number", "索引号", "index_number: NP00100-0000-2022-00001"),
];

pub(super) const EXTERNAL: &[FieldExample] = &[
    ("host", "域名", "host: stats.example.gov.cn"),
    ("for", "用途", "for: [script, connect]"),
    ("reason", "理由", "reason: {zh: 统计访问量。, en: To count visits.}"),
    ("src", "脚本的地址", "src: https://stats.example.gov.cn/count.js"),
    ("integrity", "脚本的指纹", "integrity: none"),
];
