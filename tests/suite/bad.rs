//! Bad inputs, each with the rule that must name it and the place that it must name; and tricky good ones, which must pass.
//!
//! Every case is the small fixture with one change.

use crate::fixture::Fixture;

const ISSUE: &str = "content/1-projects/001.yaml";
const SECOND: &str = "content/1-projects/002.yaml";
const THIRD: &str = "content/2-people/003.yaml";
const NOTICE: &str = "content/notice.yaml";
const SECTION: &str = "content/1-projects/section.yaml";
const UNITS: &str = "content/units.yaml";
const ZH: &str = "content/1-projects/001.zh.md";
const EN: &str = "content/1-projects/001.en.md";

/// In `path`, `from` becomes `to`; then `rule` must point at `at`, which is `line:column` in that file or a path of its own.
#[rustfmt::skip]
const REPLACED: &[(&str, &str, &str, &str, &str)] = &[
    // Shape: YAML.
    (ISSUE, "number: 1", "number: [1", "yaml-syntax", "2:6"),
    (ISSUE, "title: {zh: 串通投标", "title: {zh: \"串通投标", "yaml-syntax", "3:13"),
    (ISSUE, "topic: tendering", "topic: 'tendering", "yaml-syntax", "2:8"),
    (ISSUE, "topic: tendering", "topic tendering", "yaml-syntax", "2:1"),
    (ISSUE, "topic: tendering", "topic: tender: ing", "yaml-syntax", "2:14"),
    (ISSUE, "topic: tendering", "topic:\n\ttendering", "yaml-syntax", "3:2"),
    (ISSUE, "topic: tendering", "topic: &a tendering", "yaml-feature", "2:8"),
    (ISSUE, "topic: tendering", "topic: *a", "yaml-feature", "2:8"),
    (ISSUE, "topic: tendering", "topic: !x tendering", "yaml-feature", "2:11"),
    (ISSUE, "topic: tendering", "topic: tendering\n---\na: 1", "yaml-feature", "3:1"),
    (ISSUE, "topic: tendering", "topic: tendering\n<<: {a: 1}", "yaml-feature", "3:1"),
    (ISSUE, "topic: tendering", "topic: tendering\ntopic: funds", "duplicate-key", "3:1"),
    (ISSUE, "{zh: 串通投标, en: Bid-rigging}", "{zh: 串通投标, zh: 串标, en: Bid-rigging}", "duplicate-key", "3:19"),
    // Shape: keys.
    (ISSUE, "statement:", "statment:", "unknown-key", "4:1"),
    (ISSUE, "status:", "stauts:", "unknown-key", "5:1"),
    (ISSUE, "number: 1\n", "", "missing-key", "1:1"),
    (ISSUE, "topic: tendering\n", "", "unknown-topic", "1:9"),
    (ISSUE, "unit: CNY}", "unti: CNY}", "unknown-key", "10:61"),
    (ISSUE, ", unit: CNY}", "}", "missing-key", "10:5"),
    (ISSUE, "{on: 2023-07-01, status", "{date: 2023-07-01, status", "unknown-key", "15:6"),
    (NOTICE, "issued_on:", "issued:", "unknown-key", "3:1"),
    (NOTICE, "issued_on: 2024-03-01\n", "", "missing-key", "1:1"),
    (NOTICE, "  telephones:", "  telephone:", "unknown-key", "15:3"),
    (SECTION, "topics:", "topic:", "unknown-key", "3:1"),
    (SECTION, "- {id: tendering", "- {name: tendering", "unknown-key", "4:6"),
    (UNITS, "name: {zh: 县住建局", "title: {zh: 县住建局", "unknown-key", "1:24"),
    // Shape: values.
    (ISSUE, "number: 1", "number: one", "wrong-value", "1:9"),
    (ISSUE, "number: 1", "number: \"1\"", "wrong-value", "1:9"),
    (ISSUE, "number: 1", "number: 0", "wrong-value", "1:9"),
    (ISSUE, "number: 1", "number: -1", "wrong-value", "1:9"),
    (ISSUE, "number: 1", "number: 1.5", "wrong-value", "1:9"),
    (ISSUE, "number: 1", "number:", "wrong-value", "1:7"),
    (ISSUE, "status: completed", "status: complete", "wrong-value", "5:9"),
    (ISSUE, "status: completed", "status: 已完成", "wrong-value", "5:9"),
    (ISSUE, "status: completed", "status: [completed]", "wrong-value", "5:9"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2023-11-31", "wrong-value", "6:15"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2023-13-01", "wrong-value", "6:15"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 30 November 2023", "wrong-value", "6:15"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2023年11月30日", "wrong-value", "6:15"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2023/11/30", "wrong-value", "6:15"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2023-02-29", "wrong-value", "6:15"),
    (ISSUE, "value: 1476000", "value: 147.6万", "wrong-value", "10:52"),
    (ISSUE, "value: 1476000", "value: \"1,476,000\"", "wrong-value", "10:52"),
    (ISSUE, "value: 1476000", "value: 1e6", "wrong-value", "10:52"),
    (ISSUE, "value: 1476000", "value: .5", "wrong-value", "10:52"),
    (ISSUE, "value: 1476000", "value: {a: 1}", "wrong-value", "10:52"),
    (ISSUE, "{id: fines", "{id: Fines", "wrong-value", "10:10"),
    (ISSUE, "{id: fines", "{id: 罚款", "wrong-value", "10:10"),
    (ISSUE, "{id: fines", "{id: fine_s", "wrong-value", "10:10"),
    (ISSUE, "title: {zh: 串通投标, en: Bid-rigging}", "title: 串通投标", "wrong-value", "3:8"),
    (ISSUE, "title: {zh: 串通投标, en: Bid-rigging}", "title: [串通投标]", "wrong-value", "3:8"),
    (ISSUE, "lead: [housing-bureau]", "lead: housing-bureau, audit-bureau", "wrong-value", "8:7"),
    (ISSUE, "lead: [housing-bureau]", "lead: {a: b}", "wrong-value", "8:7"),
    (SECOND, "approx: over", "approx: more", "wrong-value", "9:87"),
    (NOTICE, "languages: [zh, en]", "languages: zh, en", "wrong-value", "12:12"),
    (NOTICE, "languages: [zh, en]", "languages: []", "wrong-value", "12:12"),
    (NOTICE, "languages: [zh, en]", "languages: [zh, English]", "wrong-value", "12:17"),
    (NOTICE, "languages: [zh, en]", "languages: [zh, con]", "wrong-value", "12:17"),
    (NOTICE, "languages: [zh, en]", "languages: [aux, en]", "wrong-value", "12:13"),
    (NOTICE, "as_of: 2024-02-29", "as_of: 2023-02-29", "wrong-value", "4:8"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: notice.example", "wrong-value", "13:11"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: https://notice.example/x?y", "wrong-value", "13:11"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: https://clerk:secret@notice.example/", "wrong-value", "13:11"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: \"https://notice.example/a b\"", "wrong-value", "13:11"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: ftp://notice.example/", "wrong-value", "13:11"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: https://通报.example/", "wrong-value", "13:11"),
    (NOTICE, "base_url: https://notice.example/county", "base_url: https:///county", "wrong-value", "13:11"),
    (NOTICE, "languages:", "allowed_hosts: [https://other.example]\nlanguages:", "wrong-value", "12:17"),
    (NOTICE, "languages:", "allowed_hosts: [a.example, other.example/path]\nlanguages:", "wrong-value", "12:28"),
    (NOTICE, "languages:", "allowed_hosts: [\"\"]\nlanguages:", "wrong-value", "12:17"),
    (NOTICE, "languages:", "allowed_hosts: [other example]\nlanguages:", "wrong-value", "12:17"),
    (NOTICE, "languages:", "allowed_hosts: [\"*.example\"]\nlanguages:", "wrong-value", "12:17"),
    (NOTICE, "languages:", "allowed_hosts: [\"other.example:99999\"]\nlanguages:", "wrong-value", "12:17"),
    (NOTICE, "value: 3, unit", "value: three, unit", "wrong-value", "20:65"),
    // Shape: references.
    (ISSUE, "number: 1", "number: 2", "number-mismatch", "1:9"),
    (ISSUE, "topic: tendering", "topic: tendring", "unknown-topic", "2:8"),
    (ISSUE, "topic: tendering", "topic: posts", "unknown-topic", "2:8"),
    (ISSUE, "lead: [housing-bureau]", "lead: [housing]", "unknown-unit", "8:8"),
    (ISSUE, "lead: [housing-bureau]", "lead: [housing-bureau, housing-bureau]", "duplicate-id", "8:24"),
    (ISSUE, "{id: cases", "{id: fines", "duplicate-id", "11:10"),
    (UNITS, "{id: audit-bureau", "{id: housing-bureau", "duplicate-id", "2:8"),
    (UNITS, "{id: audit-bureau", "{id: auditing", "unknown-unit", "content/1-projects/002.yaml:7:15"),
    (SECTION, "{id: funds", "{id: posts", "duplicate-id", "content/2-people/section.yaml:3:10"),
    (SECTION, "{id: funds", "{id: tendering", "duplicate-id", "5:10"),
    (ISSUE, "unit: CNY", "unit: RMB", "unknown-measure", "10:67"),
    (ISSUE, "unit: piece", "unit: peice", "unknown-measure", "11:62"),
    (NOTICE, "equals: total", "equals: totals", "unknown-statistic", "20:89"),
    (NOTICE, "languages:", "theme: buletin\nlanguages:", "unknown-theme", "12:8"),
    // Languages.
    (ISSUE, "{zh: 串通投标, en: Bid-rigging}", "{zh: 串通投标}", "missing-translation", "3:13"),
    (ISSUE, "{zh: 串通投标, en: Bid-rigging}", "{zh: 串通投标, en: \"\"}", "missing-translation", "3:23"),
    (ISSUE, "{zh: 串通投标, en: Bid-rigging}", "{zh: 串通投标, en: Bid-rigging, fr: Trucage}", "unknown-language", "3:40"),
    (ISSUE, "label: {zh: 罚款, en: Fines}", "label: {zh: 罚款}", "missing-translation", "10:29"),
    (ISSUE, "- {zh: 《招投标管理办法》, en: Measures for Tendering}", "- {zh: 《招投标管理办法》}", "missing-translation", "13:10"),
    (THIRD, "next_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}", "next_steps: {zh: 招聘**医师**。}", "missing-translation", "6:18"),
    (NOTICE, "summary: {zh: 三个问题的整改情况。, en", "summary: {zn: 三个问题的整改情况。, en", "unknown-language", "5:15"),
    (NOTICE, "languages: [zh, en]", "languages: [zh, en, fr]", "no-messages", "12:13"),
    (NOTICE, "languages: [zh, en]", "languages: [zh, en, zh]", "duplicate-id", "12:21"),
    (NOTICE, "summary: {zh: 三个问题的整改情况。, en", "summary: {Chinese: 三个问题的整改情况。, en", "unknown-language", "5:11"),
    // Values, not bytes: what an escape stands for is found where it is written.
    (ISSUE, "zh: 串通投标", "zh: \"串通\\u202E投标\"", "forbidden-character", "3:16"),
    (ISSUE, "zh: 串通投标", "zh: \"串通投标\\L\"", "forbidden-character", "3:18"),
    (ISSUE, "zh: 串通投标", "zh: \"串通投标\\x7f\"", "forbidden-character", "3:18"),
    (ISSUE, "zh: 串通投标", "zh: \"串通投标\\uFEFF\"", "forbidden-character", "3:18"),
    (ISSUE, "zh: 串通投标", "zh: \"串通投标1\\u00338\\x30013\\x38000\"", "mobile-number", "3:18"),
    (ISSUE, "zh: 串通投标", "zh: \"串通\\u002C投标\"", "half-width-punctuation", "3:16"),
    (ISSUE, "zh: 串通投标", "zh: '串通,投标'", "half-width-punctuation", "3:16"),
    (ISSUE, "title: {zh: 串通投标", "\"title\": {\"zh\": \"串通\\u202E投标\"", "forbidden-character", "3:20"),
    (ZH, "{{ cases }}", "15件", "figures-differ", "1:9"),
    (EN, "Fined | 12", "Fined | 13", "figures-differ", "content/1-projects/001.zh.md:9:8"),
    (EN, "| Fined | 12 |", "| Fined | 12 to 15 |", "figures-differ", "8:17"),
    (ISSUE, "rigged in 15 projects", "rigged in 51 projects", "figures-differ", "4:17"),
    (ISSUE, "CNY 1.4 million", "CNY 14 million", "figures-differ", "18:37"),
    (THIRD, "Recruit **physicians**.", "Recruit over 30 physicians.", "figures-differ", "6:46"),
    // Sense.
    (SECOND, "due: 2023-12\n", "due: 2022-12\n", "due-before-inspection", "5:6"),
    (SECOND, "original_due: 2023-09", "original_due: 2023-05-31", "due-before-inspection", "6:15"),
    (SECOND, "due: 2023-12\n", "", "missing-due", "4:9"),
    (THIRD, "due: 2024-12-31\n", "", "missing-due", "4:9"),
    (THIRD, "next_steps: {zh: 招聘**医师**。, en: Recruit **physicians**.}\n", "", "missing-next-steps", "4:9"),
    (THIRD, "status: in-progress", "status: completed", "needless-next-steps", "6:33"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2024-03-01", "date-after-as-of", "6:15"),
    (ISSUE, "verified_on: 2023-12-15", "verified_on: 2024-12-15", "date-after-as-of", "7:14"),
    (ISSUE, "{on: 2023-07-01,", "{on: 2024-07-01,", "date-after-as-of", "15:10"),
    (ISSUE, "verified_on: 2023-12-15", "verified_on: 2023-11-15", "wrong-order-of-dates", "7:14"),
    (ISSUE, "status: completed\n", "status: in-progress\n", "wrong-order-of-dates", "6:15"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2022-11-30", "wrong-order-of-dates", "6:15"),
    (ISSUE, "{on: 2023-07-01,", "{on: 2013-07-01,", "wrong-order-of-dates", "15:10"),
    (SECOND, "original_due: 2023-09", "original_due: 2024-09", "wrong-order-of-dates", "6:15"),
    (SECOND, "original_due: 2023-09", "measures: [{text: {zh: 追缴, en: Pursue}, due: 2022-12}]", "due-before-inspection", "6:46"),
    (NOTICE, "to: 2023-04-30", "to: 2023-02-28", "wrong-order-of-dates", "10:7"),
    (NOTICE, "to: 2023-04-30", "to: 2024-04-30", "wrong-order-of-dates", "11:16"),
    (NOTICE, "fed_back_on: 2023-06-01", "fed_back_on: 2022-06", "wrong-order-of-dates", "11:16"),
    (NOTICE, "as_of: 2024-02-29", "as_of: 2014-02-28", "wrong-order-of-dates", "4:8"),
    (NOTICE, "issued_on: 2024-03-01", "issued_on: 2024-02-28", "wrong-order-of-dates", "3:12"),
    (ISSUE, "status: completed\n", "status: ongoing\n", "history-differs", "5:9"),
    (ISSUE, "documents:", "accepted: [{rule: x, text: y, reason: z}]\ndocuments:", "unused-acceptance", "12:28"),
    // Totals.
    (NOTICE, "value: 3, unit", "value: 4, unit", "stated-differs", "20:65"),
    (NOTICE, "equals: total", "equals: completed", "stated-differs", "20:65"),
    (ISSUE, "documents:", "equations: [cases + 1 = fines]\ndocuments:", "equation", "12:13"),
    (ISSUE, "documents:", "equations: [case = fines]\ndocuments:", "equation", "12:13"),
    (ISSUE, "documents:", "equations: [cases]\ndocuments:", "equation", "12:13"),
    // Prose.
    (ZH, "- **摸清底数。**", "- <b>摸清底数。</b>", "raw-html", "3:3"),
    (ZH, "罚款{{ fines }}", "罚款{{ fine }}", "unknown-figure", "1:23"),
    (ZH, "罚款{{ fines }}", "罚款{{ fines", "unknown-figure", "1:23"),
    (ZH, "罚款{{ fines }}", "罚款{{ statistics.all }}", "unknown-figure", "1:23"),
    (ZH, "排查，见", "排查[^1]，见", "footnote", "4:5"),
    (EN, "- **New rules.**", "1986. **New rules.**", "ordered-list-start", "4:1"),
    (ZH, "全面", "李**和王**全面", "accidental-emphasis", "3:13"),
    (ZH, "[附件](../files/list.txt)", "[附件](javascript:alert)", "unsafe-link", "4:7"),
    (ZH, "[附件](../files/list.txt)", "[附件](data:text/html,x)", "unsafe-link", "4:7"),
    (ZH, "[附件](../files/list.txt)", "[附件](&#106;avascript:x)", "unsafe-link", "4:7"),
    (ZH, "[附件](../files/list.txt)", "[附件](../files/nothing.txt)", "broken-link", "4:7"),
    (ZH, "[附件](../files/list.txt)", "[附件](https://other.example/)", "broken-link", "4:7"),
    (ZH, "[附件](../files/list.txt)", "![](../files/list.txt)", "missing-alt", "4:7"),
    (ZH, "[附件](../files/list.txt)", "[](../files/list.txt)", "empty-link", "4:7"),
    (ZH, "[附件](../files/list.txt)", "[ ](../files/list.txt)", "empty-link", "4:7"),
    (ZH, "[附件](../files/list.txt)", "[附件]（../files/list.txt）", "misread-markup", "4:10"),
    (ZH, "[附件](../files/list.txt)", "[附件] (../files/list.txt)", "misread-markup", "4:10"),
    (ZH, "[附件](../files/list.txt)", "[附件](../files/list 1.txt)", "misread-markup", "4:10"),
    (ZH, "**摸清底数。**", "**摸清底数。", "misread-markup", "3:3"),
    (ZH, "**摸清底数。**", "摸清底数**。", "misread-markup", "3:7"),
    (ZH, "**摸清底数。**", "** 摸清底数。 **", "misread-markup", "3:3"),
    (ZH, "**摸清底数。**", "＊＊摸清底数。＊＊", "misread-markup", "3:3"),
    (ZH, "\n\n- **摸", "\n\n##标题\n\n- **摸", "misread-markup", "3:1"),
    (ZH, "\n\n- **摸", "\n##标题\n\n- **摸", "misread-markup", "2:1"),
    (ZH, "\n\n- **摸", "\n\n#标题\n\n- **摸", "misread-markup", "3:1"),
    (ZH, "- **建章立制。**", "-建章立制。", "misread-markup", "5:1"),
    (ZH, "\n\n- **摸", "\n\n1.一是\n2.二是\n\n- **摸", "misread-markup", "4:1"),
    (ZH, "| --- | ---: |\n", "", "misread-markup", "7:1"),
    (ZH, "\n\n- **摸", "\n\n    缩进的文字\n\n- **摸", "misread-markup", "3:5"),
    (THIRD, "zh: 招聘**医师**。", "zh: 招聘**医师。", "misread-markup", "6:20"),
    (ZH, "[问题 3](../2-people/003.zh.md)", "[问题 4](../2-people/004.zh.md)", "broken-link", "5:14"),
    (THIRD, "zh: 招聘**医师**。", "zh: 招聘<i>医师</i>。", "raw-html", "6:20"),
    (ISSUE, "en: Bid-rigging", "en: 串通投标", "untranslated", "3:23"),
    (ISSUE, "zh: 串通投标,", "zh: \"**串通**投标\",", "misread-markup", "3:14"),
    (ISSUE, "en: Measures for Tendering", "en: \"[Measures](../files/list.txt)\"", "misread-markup", "13:35"),
    (THIRD, "zh: 空编率高", "zh: \"{{ statistics.total }}个空编\"", "misread-markup", "3:14"),
    (ZH, "\n\n- **摸", "\n\n[说明]: 不含重复案件\n\n- **摸", "misread-markup", "3:1"),
    // Persons.
    (ZH, "全面", "全面（138.0013.8000）", "mobile-number", "3:15"),
    (ZH, "全面", "zhang＠mail.example全面", "private-email", "3:12"),
    (ZH, "全面", "zhang&#64;mail.example全面", "private-email", "3:12"),
    (ZH, "全面", "全面（11010519491231002X）", "identity-card", "3:15"),
    (ZH, "全面", "全面（１３８００１３８０００）", "mobile-number", "3:15"),
    (EN, "Every project", "Every project (138-0013-8000)", "mobile-number", "3:36"),
    (ISSUE, "en: All cases closed", "en: \"All cases closed, 6222021234567890128\"", "bank-card", "16:83"),
    (ZH, "全面", "zhang@mail.example全面", "private-email", "3:12"),
    (ZH, "全面", "zhang\\@mail.example全面", "private-email", "3:12"),
    (ZH, "全面", "zhang&commat;mail.example全面", "private-email", "3:12"),
    (ZH, "全面", "138**0013**8000全面", "mobile-number", "3:12"),
    (ZH, "全面", "13800\n138000全面", "mobile-number", "3:12"),
    (ZH, "全面", "`13800138000`全面", "mobile-number", "3:12"),
    (ZH, "全面", "[来信](mailto:zhang%40mail.example)全面", "private-email", "3:24"),
    (ZH, "全面", "[致电](tel:0086-138-0013-8000)全面", "mobile-number", "3:21"),
    (ZH, "全面", "身份证110105491231002全面", "identity-card", "3:15"),
    (ZH, "全面", "护照E12345678全面", "travel-document", "3:14"),
    (ZH, "全面", "闽H12345全面", "number-plate", "3:12"),
    (ZH, "全面", "微信号zhang_88全面", "chat-account", "3:15"),
    (ZH, "全面", "王某某家住建设路15号501室，全面", "home-address", "3:17"),
    (ZH, "全面", "王某某，1985年3月12日出生，全面", "birth-date", "3:16"),
    (ISSUE, "zh: 串通投标", "zh: \"zhang&commat;mail.example\"", "private-email", "3:14"),
    (ISSUE, "label: {zh: 罚款, en: Fines}, value: 1476000", "label: {zh: 手机, en: Mobile}, value: 13800138000", "mobile-number", "10:53"),
    (ISSUE, "value: 1476000", "value: 110105194912310038", "identity-card", "10:52"),
    // Wording and characters.
    (ZH, "全面", "全\u{200B}面", "forbidden-character", "3:13"),
    (ZH, "全面", "全\u{202E}面", "forbidden-character", "3:13"),
    (ISSUE, "zh: 串通投标,", "zh: 串通\u{E000}投标,", "forbidden-character", "3:15"),
    (EN, "Every project", "Every\u{AD} project", "forbidden-character", "3:26"),
    (ZH, "全面", "锟斤拷全面", "mojibake", "3:12"),
    (ZH, "全面\n", "全面，待补充\n", "placeholder", "3:15"),
    (EN, "**New rules.** See", "**New rules.** TBD See", "placeholder", "4:18"),
    (ZH, "{{ cases }}，", "{{ cases }},", "half-width-punctuation", "1:20"),
    (ISSUE, "zh: 15 个项目涉嫌串通投标。", "zh: 15 个项目(涉嫌串通投标。", "half-width-punctuation", "4:23"),
    (ZH, "问题 3](../2-people/003.zh.md)。", "问题 3](../2-people/003.zh.md).", "half-width-punctuation", "5:43"),
    (ZH, "全面\n", "全面.\n", "half-width-punctuation", "3:14"),
    (ISSUE, "涉嫌串通投标。,", "涉嫌串通投标.,", "half-width-punctuation", "4:29"),
    (EN, "review", "review，", "full-width-punctuation", "3:45"),
    (ZH, "全面", "“全面", "unpaired-mark", "3:12"),
    (ZH, "全面", "全面》", "unpaired-mark", "3:14"),
    (ZH, "全面", "‘全面", "unpaired-mark", "3:12"),
    (ZH, "全面", "全面’", "unpaired-mark", "3:14"),
    (EN, "Every project", "Every ‘project", "unpaired-mark", "3:27"),
    (EN, "Every project", "Every (project", "unpaired-mark", "3:27"),
    (ZH, "全面", "电话0599—8861722全面", "telephone-dash", "3:18"),
];

#[test]
fn every_bad_input_is_named_at_its_place() {
    let mut wrong = Vec::new();
    for (path, from, to, rule, at) in REPLACED.iter() {
        let found = Fixture::small().replacing(path, from, to).compile().shown();
        let place = if at.starts_with("content/") { (*at).to_owned() } else { format!("{path}:{at}") };
        if !found.contains(&format!("{rule} {place}")) {
            wrong.push(format!("{path}: {from:?} -> {to:?}\n    expected {rule} {place}\n    found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), REPLACED.len(), wrong.join("\n"));
}

/// A file put in, and what must be said of it.
#[rustfmt::skip]
const ADDED: &[(&str, &[u8], &str, &str)] = &[
    ("content/notes.txt", b"x", "stray-file", "content/notes.txt"),
    ("content/1-projects/1.md", b"x", "stray-file", "content/1-projects/1.md"),
    ("content/1-projects/001.md", b"x", "stray-file", "content/1-projects/001.md"),
    ("content/1-projects/009.zh.md", b"x", "stray-file", "content/1-projects/009.zh.md"),
    ("content/projects/001.yaml", b"x: 1", "stray-file", "content/projects/001.yaml"),
    ("content/1-projects/001.fr.md", b"x", "unknown-language", "content/1-projects/001.fr.md"),
    ("content/overview.zh.md", b"x", "missing-translation", "content/overview.en.md"),
    ("content/1-projects/001.yaml", b"", "yaml-syntax", "content/1-projects/001.yaml"),
    ("content/1-projects/001.yaml", b"\xC4\xCF\xC6\xBD", "not-utf8", "content/1-projects/001.yaml"),
    ("content/1-projects/001.zh.md", b"\xFF\xFE\x57\x53", "not-utf8", "content/1-projects/001.zh.md"),
    ("content/overview.zh.md", b"\xFE\xFF\x53\x57\x5E\x73", "not-utf8", "content/overview.zh.md"),
    ("content/4-more/section.yaml", b"title: {zh: a, en: a}\ntopics: []\n", "skipped-number", "content/4-more/section.yaml"),
    ("content/4-con/section.yaml", b"title: {zh: a, en: a}\ntopics: []\n", "unsafe-file-name", "content/4-con/section.yaml"),
    ("content/3-lpt1/004.yaml", b"x: 1", "unsafe-file-name", "content/3-lpt1/004.yaml"),
    ("content/+3-more/section.yaml", b"x: 1", "stray-file", "content/+3-more/section.yaml"),
    ("content/files/page.HTM", b"<p>", "active-file", "content/files/page.HTM"),
    ("content/files/plan.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>", "active-file", "content/files/plan.svg"),
    ("content/files/plan.svg", b"<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:script/></s:svg>", "active-file", "content/files/plan.svg"),
    ("content/files/plan.dotm", b"x", "active-file", "content/files/plan.dotm"),
    ("content/files/list.txt", b"%PDF-1.7\n%%EOF\n", "attachment-kind", "content/files/list.txt"),
    ("content/files/a/list.rar", b"Rar!\x1A\x07\0", "attachment-kind", "content/files/a/list.rar"),
    ("content/files/list.txt", b"", "unreadable-attachment", "content/files/list.txt"),
    ("content/files/list.txt", b"\xB5\xDA\xD2\xBB", "attachment-encoding", "content/files/list.txt"),
    ("content/files/draft.txt", b"x", "unlinked-file", "content/files/draft.txt"),
    // Names: what they give away is public, too.
    ("content/files/13800138000.pdf", b"x", "mobile-number", "content/files/13800138000.pdf"),
    ("content/files/王某11010519491231002X.pdf", b"x", "identity-card", "content/files/王某11010519491231002X.pdf"),
    ("content/files/王某_138-0013-8000_申请.docx", b"x", "mobile-number", "content/files/王某_138-0013-8000_申请.docx"),
    ("content/files/6222021234567890128.xlsx", b"x", "bank-card", "content/files/6222021234567890128.xlsx"),
    ("content/files/zhang@mail.example.pdf", b"x", "private-email", "content/files/zhang@mail.example.pdf"),
    ("content/files/13800138000/a/b.txt", b"x", "mobile-number", "content/files/13800138000/a/b.txt"),
    ("content/1-projects/13800138000.zh.md", b"x", "mobile-number", "content/1-projects/13800138000.zh.md"),
    ("content/1-projects/001.zh.md", b" \n", "missing-narrative", "content/1-projects/001.zh.md"),
    ("content/translations.yaml", b"1-projects/001.en.md: 0000000000000000\n", "stale-translation", "content/1-projects/001.en.md"),
    ("content/translations.yaml", b"1-projects/009.en.md: 0000000000000000\n", "stale-translation", "content/translations.yaml"),
    ("content/glossary.yaml", "wrong: [{lang: zh, wrong: 查否, right: 不实}]\n".as_bytes(), "wrong-term", "content/1-projects/001.zh.md:10:3"),
    ("content/glossary.yaml", "wrong: [{lang: fr, wrong: x, right: y}]\n".as_bytes(), "unknown-language", "content/glossary.yaml:1:16"),
    ("content/glossary.yaml", "terms: [{zh: 市委}]\n".as_bytes(), "missing-translation", "content/glossary.yaml:1:14"),
    ("content/accountability.yaml", "groups: [{id: a, title: {zh: 处分, en: Sanctions}, stated: 2, persons: [{post: {zh: 局长, en: Director}}]}]\n".as_bytes(), "persons-differ", "content/accountability.yaml:1:58"),
    ("content/accountability.yaml", "groups: [{id: a, title: {zh: 处分, en: Sanctions}, persons: [{post: {zh: 局长, en: Director}, name: {zh: 张某, en: Zhang}}]}]\n".as_bytes(), "named-person", "content/accountability.yaml:1:110"),
    ("content/accountability.yaml", b"as_of: 2024-03-02\n", "wrong-order-of-dates", "content/notice.yaml:3:12"),
    ("themes/bulletin/templates/contact.html", b"{% if %}", "template", "themes/bulletin/templates/contact.html:1:7"),
    ("themes/bulletin/styles/90-x.css", b"a { b: c }\nd { e: url(none.png) }\n", "theme-file", "themes/bulletin/styles/90-x.css:2:8"),
    ("themes/bulletin/styles/90-x.css", b"a {\n  b: url(https://a.example/b.png);\n}\n", "theme-file", "themes/bulletin/styles/90-x.css:2:6"),
    ("themes/bulletin/styles/90-x.css", b"@import 'https://a.example/b.css';\n", "theme-file", "themes/bulletin/styles/90-x.css:1:9"),
    ("themes/bulletin/styles/90-x.css", b"@media print { a { b: c }\n", "theme-file", "themes/bulletin/styles/90-x.css:1:14"),
    ("themes/bulletin/styles/90-x.css", b"a { content: '\xBC\xD7' }", "not-utf8", "themes/bulletin/styles/90-x.css"),
    ("themes/bulletin/static/plan.svg", b"<svg>\n<image href=\"//a.example/b.png\"/></svg>", "theme-file", "themes/bulletin/static/plan.svg:2:1"),
    ("themes/bulletin/static/style.css", b"", "theme-file", "themes/bulletin/static/style.css"),
    ("themes/bulletin/messages/en.yaml", b"language: {tag: en}\n", "missing-key", "themes/bulletin/messages/en.yaml:1:1"),
];

#[test]
fn every_bad_file_is_named() {
    for (path, bytes, rule, at) in ADDED.iter() {
        let found = Fixture::small().with(path, bytes).compile().shown();
        assert!(found.contains(&format!("{rule} {at}")), "{path}: expected {rule} {at}, found {found:?}");
    }
}

#[test]
fn what_only_looks_wrong_is_not_named() {
    let (zh, en) = ("content/2-people/003.zh.md", "content/2-people/003.en.md");
    for (chinese, english) in [
        // A year digit by digit, as it is signed.
        ("2021年查处，二〇二一年办结。", "It was found in 2021 and closed in 2021."),
        // The address of the contact block; capitals make no other of it.
        ("请写信到 Office@Notice.Example。", "Please write to OFFICE@notice.example."),
    ] {
        let site = Fixture::small().adding(zh, &format!("\n{chinese}\n")).adding(en, &format!("\n{english}\n"));
        assert_eq!(site.compile().shown(), Vec::<String>::new(), "{chinese}");
    }
    for steps in ["\"next_steps\": {zh: 招聘**医师**。", "'next_steps': {\"zh\": \"招聘**医师**。\""] {
        let site = Fixture::small().replacing("content/2-people/003.yaml", "next_steps: {zh: 招聘**医师**。", steps);
        assert_eq!(site.compile().shown(), Vec::<String>::new(), "{steps}");
    }
}

/// A narrative as Windows saved it: the finding says what it is and how to save it again.
#[test]
fn encodings_are_named_with_their_mend() {
    for (encoding, bytes, name) in [
        ("GB18030", encoding_rs::GB18030.encode("整改情况\n已完成95%，见附件。\n").0.into_owned(), "ANSI"),
        (
            "UTF-16",
            [0xFEFF].into_iter().chain("已完成。\n".encode_utf16()).flat_map(u16::to_le_bytes).collect(),
            "Unicode",
        ),
        (
            "UTF-16",
            [0xFEFF].into_iter().chain("已完成。\n".encode_utf16()).flat_map(u16::to_be_bytes).collect(),
            "Unicode",
        ),
    ] {
        let found = Fixture::small().with(ZH, bytes).compile().diagnostics;
        let told: Vec<_> = found
            .iter()
            .map(|d| (d.rule, d.message.zh.clone(), d.help.clone().map_or(String::new(), |help| help.zh)))
            .collect();
        let [("not-utf8", message, help)] = &told[..] else { panic!("{told:?}") };
        assert!(
            message.contains(encoding) && help.contains(name) && help.contains(&format!("iconv -f {encoding} ")),
            "{message} {help}"
        );
    }
}

/// A file taken away, and what must be said of it.
#[test]
fn every_missing_file_is_named() {
    for (path, rule, at) in [
        (NOTICE, "no-notice", NOTICE),
        (SECTION, "no-section", SECTION),
        (ZH, "missing-translation", ZH),
        (UNITS, "unknown-unit", "content/1-projects/001.yaml:8:8"),
        ("content/files/list.txt", "broken-link", "content/1-projects/001.en.md:3:57"),
        (SECOND, "skipped-number", "content/2-people/003.yaml:1:9"),
    ] {
        let found = Fixture::small().without(path).compile().shown();
        assert!(found.contains(&format!("{rule} {at}")), "without {path}: expected {rule} {at}, found {found:?}");
    }
    let compiled = Fixture::small().without(ZH).without(EN).compile();
    let found = compiled.shown();
    assert!(found.contains(&"missing-narrative content/1-projects/001.yaml:5:9".to_owned()), "{found:?}");
    let helps: Vec<_> = compiled.diagnostics.iter().filter_map(|d| Some(d.help.as_ref()?.en.as_str())).collect();
    assert!(helps.contains(&format!("write what was done: {ZH}, {EN}").as_str()), "{helps:?}");
}

/// Changes that look suspicious and are right.
#[rustfmt::skip]
const GOOD: &[(&str, &str, &str)] = &[
    (ISSUE, "number: 1\n", "\u{FEFF}number: 1\n"),
    (ISSUE, "number: 1\n", "# 注释\r\nnumber: 1\r\n"),
    (ISSUE, "topic: tendering", "topic: \"tendering\""),
    (ISSUE, "topic: tendering", "topic: tendering   # comment"),
    (ISSUE, "zh: 串通投标,", "zh: 𠀀𪜶𫝀串通投标,"),
    (ISSUE, "zh: 串通投标,", "zh: \"串通 - 投标\","),
    (ISSUE, "{zh: 串通投标, en: Bid-rigging}", "{zh: 001, en: 001}"),
    (ISSUE, "zh: 串通投标,", "zh: no,"),
    (ISSUE, "verified_on: 2023-12-15", "verified_on:"),
    (ISSUE, "verified_on: 2023-12-15", "verified_on: ~"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: \"2023-11-30\""),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2023-11"),
    (ISSUE, "value: 1476000", "value: \"1476000\""),
    (ISSUE, "value: 1476000", "value: 1476000.00"),
    (ISSUE, "documents:", "equations: [cases * 98400 = fines]\ndocuments:"),
    (SECOND, "due: 2023-12\n", "due: 2023\n"),
    (SECOND, "original_due: 2023-09", "original_due: 2023-12-31"),
    (ISSUE, "completed_on: 2023-11-30", "completed_on: 2023"),
    (NOTICE, "  fed_back_on: 2023-06-01\n", ""),
    (NOTICE, "from: 2023-03-01\n  to: 2023-04-30", "from: 2023-04\n  to: 2023-04"),
    (NOTICE, "fed_back_on: 2023-06-01", "fed_back_on: 2023"),
    (NOTICE, "issued_on: 2024-03-01\nas_of: 2024-02-29", "issued_on: 2024-02\nas_of: 2024-02-29"),
    (THIRD, "status: in-progress\ndue: 2024-12-31", "status: ongoing"),
    (NOTICE, "https://notice.example/county", "http://notice.example:8080/county/"),
    (NOTICE, "https://notice.example/county", "https://notice.example/公示"),
    (NOTICE, "languages:", "allowed_hosts: [other.example, Other.Example, \"b.example:8443\", 10.0.0.1]\nlanguages:"),
    (ZH, "全面", "统一社会信用代码91350700MA2Y0XXN6T，全面"),
    (ZH, "全面", "全面（“一表”制）"),
    (ZH, "全面", "《关于〈细则〉的通知》，全面"),
    (ZH, "全面", "`a,b`全面"),
    (ZH, "**摸清底数。**", "**摸清“底数”（全部）。**"),
    (ZH, "**摸清底数。**", "*摸清底数。*"),
    (ZH, "- **建章立制。**", "1. **建章立制。**"),
    (ZH, "[附件](../files/list.txt)", "[附件](./../files/list.txt)"),
    (ZH, "[附件](../files/list.txt)", "附件"),
    (ZH, "[附件](../files/list.txt)", "[附件](<../files/list.txt>)"),
    (ZH, "全面", "张\\*\\*和`**`全面"),
    (ZH, "全面", "（A****B）全面"),
    (ZH, "\n\n- **摸", "\n\n\\##标题，`##标题`\n\n- **摸"),
    (ZH, "\n\n- **摸", "\n\n```\n##标题 **\n```\n\n- **摸"),
    (ZH, "\n\n- **摸", "\n\n## 标题\n\n- **摸"),
    (ZH, "全面", "[规程]（略）全面"),
    (EN, "the [list](../files/list.txt)", "the list"),
    (EN, "Every project", "Each project"),
    (EN, "Every project", "Every project (工程项目)"),
    (EN, "Every project", "The villages’ and the county’s ‘every’ project"),
    (ZH, "全面", "Xi’an 等“‘双零’计划”全面"),
    // What is stated under `contact` may be repeated.
    (ZH, "全面", "（office@notice.example）全面"),
    (ZH, "全面", "[来信](mailto:office%40notice.example)全面"),
    (NOTICE, "  email: office", "  hours: {zh: 工作日，手机 13800138000, en: \"Working days, mobile 13800138000\"}\n  email: office"),
    (ISSUE, "value: 1476000", "value: 13800138000"),
];

/// One mistake is named once: what only follows from it is left out.
#[test]
fn what_follows_from_a_mistake_is_not_named() {
    for (fixture, expected) in [
        (Fixture::small().without(SECTION), "no-section content/1-projects/section.yaml"),
        (
            Fixture::small().replacing(ISSUE, "topic: tendering", "topic: tendring"),
            "unknown-topic content/1-projects/001.yaml:2:8",
        ),
        (
            Fixture::small().replacing(ISSUE, "number: 1", "number: 2"),
            "number-mismatch content/1-projects/001.yaml:1:9",
        ),
        (
            Fixture::small().replacing(ISSUE, "number: 1", "number: 11"),
            "number-mismatch content/1-projects/001.yaml:1:9",
        ),
        (
            Fixture::small().replacing(ZH, "全面", "全面（13800138000）"),
            "mobile-number content/1-projects/001.zh.md:3:15",
        ),
        (
            Fixture::small().replacing(EN, "Every", "138-0013-8000: every"),
            "mobile-number content/1-projects/001.en.md:3:21",
        ),
        (
            Fixture::small().replacing(THIRD, "招聘**", "zhang126@mail.example招聘**"),
            "private-email content/2-people/003.yaml:6:18",
        ),
        (Fixture::small().replacing(NOTICE, "[zh, en]", "[zh, en, fr]"), "no-messages content/notice.yaml:12:13"),
        (
            Fixture::small().replacing(NOTICE, "from: 2023", "from: 2032"),
            "wrong-order-of-dates content/notice.yaml:10:7",
        ),
        (
            Fixture::small().replacing(NOTICE, "fed_back_on: 2023", "fed_back_on: 2032"),
            "wrong-order-of-dates content/notice.yaml:4:8",
        ),
        (
            Fixture::small().replacing(NOTICE, "as_of: 2024-02-29", "as_of: 2014-02-28"),
            "wrong-order-of-dates content/notice.yaml:4:8",
        ),
    ] {
        assert_eq!(fixture.compile().shown(), [expected]);
    }
}

/// An acceptance is used up by the finding that it accepts, not by itself.
#[test]
fn an_acceptance_does_not_answer_to_itself() {
    let accepted = "accepted:\n  - {rule: mobile-number, text: \"13800138000\", reason: 举报电话}\ndocuments:";
    let fixture = Fixture::small().replacing(ISSUE, "documents:", accepted);
    assert_eq!(fixture.clone().compile().shown(), ["unused-acceptance content/1-projects/001.yaml:13:33"]);
    let used = fixture.replacing(ZH, "全面", "全面（13800138000）").replacing(
        EN,
        "Every project",
        "Every project (13800138000)",
    );
    let found = used.compile();
    assert_eq!(
        found.shown(),
        ["mobile-number content/1-projects/001.en.md:3:36", "mobile-number content/1-projects/001.zh.md:3:15"]
    );
    assert!(found.diagnostics.iter().all(|d| d.severity == gongkai::diagnostic::Severity::Note));
}

/// Where some rules did not look, since another file has an error, an acceptance may be of what they would find.
#[test]
fn an_acceptance_is_idle_only_if_every_rule_looked() {
    let accepted = "accepted:\n  - {rule: same-figure-differs, text: \"3\", reason: 原文如此}\ndocuments:";
    let fixture = Fixture::small().replacing(ISSUE, "documents:", accepted);
    assert_eq!(fixture.clone().compile().shown(), ["unused-acceptance content/1-projects/001.yaml:13:39"]);
    let style = "themes/bulletin/styles/15-own.css";
    let shown = fixture.with(style, ":root{--accent:#0b5394").compile().shown();
    assert_eq!(shown, [format!("theme-file {style}:1:6")]);
}

#[test]
fn tricky_inputs_pass() {
    for (path, from, to) in GOOD {
        let mut found = Fixture::small().replacing(path, from, to).compile().shown();
        // The case stands in one language only.
        found.retain(|finding| !finding.starts_with("structure-differs"));
        assert_eq!(found, Vec::<String>::new(), "{path}: {from:?} -> {to:?}");
    }
}

/// Pairs of texts that say the same though they are written differently.
#[rustfmt::skip]
const SAME: &[(&str, &str)] = &[
    ("三轮督导", "three rounds of supervision"),
    ("8500余场", "over 8,500 sessions"),
    ("1692亿元", "CNY 169.2 billion"),
    ("3281.93万人次", "32.8193 million visits"),
    ("2021年1—6月", "January–June 2021"),
    ("增长27.7个百分点", "up 27.7 percentage points"),
    ("“十四五”规划", "the 14th Five-Year Plan"),
    ("党的十九届五中全会", "the Fifth Plenary Session of the 19th CPC Central Committee"),
    ("“1+X”监督", "“1+X” supervision"),
    ("《2019—2023年规划》", "Plan (2019–2023)"),
    ("拨打12345热线", "call the hotline 12345"),
    ("居全省第3位", "ranked 3rd in the province"),
    ("国办发〔2017〕47号", "State Council document No. 47 [2017]"),
    ("30岁左右", "about 30 years old"),
    ("比例为3:1", "a ratio of 3:1"),
    ("10%—20%", "10–20%"),
    ("“七一”讲话", "the 1 July speech"),
    ("近2万人", "nearly 20,000 people"),
];

#[test]
fn what_says_the_same_is_the_same() {
    for (zh, en) in SAME {
        let fixture = Fixture::small().replacing(ZH, "全面", &format!("{zh}，全面")).replacing(
            EN,
            "Every project",
            &format!("{en}; every project"),
        );
        assert_eq!(fixture.compile().shown(), Vec::<String>::new(), "{zh} / {en}");
    }
}

#[test]
fn there_are_enough_cases() {
    let bad = REPLACED.len() + ADDED.len() + 7;
    let good = GOOD.len() + SAME.len();
    assert!(bad >= 120 && good >= 30, "{bad} bad, {good} good");
}

/// Names that look like numbers and addresses of persons, and are none.
#[test]
fn names_of_files_that_give_nobody_away() {
    for name in
        ["map@2x.txt", "国办发〔2017〕47号.txt", "20231231-20240229.txt", "91350700MA2Y0XXN6T.txt", "0599-8861722.txt"]
    {
        let path = format!("content/files/{name}");
        let found = Fixture::small().with(&path, "x").compile().shown();
        assert_eq!(found, [format!("unlinked-file {path}")]);
    }
}

/// A link in any language and in any text counts, and so does what a theme links to.
#[test]
fn files_that_something_links_to_are_published() {
    let added = |fixture: Fixture| fixture.with("content/files/a b.txt", "x").compile().shown();
    let unlinked = ["unlinked-file content/files/a b.txt"];
    assert_eq!(added(Fixture::small()), unlinked);
    assert_eq!(added(Fixture::small().replacing(EN, "Every", "[Every](../files/a%20b.txt#x)")), [""; 0]);
    assert_eq!(
        added(Fixture::small().replacing(THIRD, "zh: 招聘**医师**。", "zh: \"[招聘](<../files/a b.txt>)**医师**。\"")),
        [""; 0]
    );
    assert_eq!(added(Fixture::small().with("themes/bulletin/static/filters.js", "'files/a%20b.txt'")), [""; 0]);
    assert_eq!(added(Fixture::small().replacing(ZH, "全面", "`../files/a b.txt`全面")), unlinked);
}

#[test]
fn a_date_that_differs_is_named_whole() {
    let site = Fixture::small()
        .with("content/2-people/003.zh.md", "共2021年3月和2020年6月两批。\n")
        .with("content/2-people/003.en.md", "There were two batches, in June 2021 and March 2020.\n")
        .compile();
    let said: Vec<&str> = site.diagnostics.iter().map(|d| d.message.en.as_str()).collect();
    assert_eq!(
        said,
        [
            "this says “2021年3月”, but the English text says “June 2021”",
            "this says “2020年6月”, but the English text says “March 2020”"
        ]
    );
}
